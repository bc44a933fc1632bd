package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.indicator.structure.RollingVolumeProfile;
import io.tradewind.analytics.indicator.structure.SessionVolumeProfile;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Profiles against {@link NaiveProfile} after every bar, and what begins anew with a session: blind
 * for what is to come, and forgetful of what was before the session before.
 */
class LevelsTest {
  private static final double TOLERANCE = 1e-9;
  private static final long SEED = 5;

  static List<String> ofSessions() {
    return List.of(
        "pivots-classic(day)",
        "pivots-fibonacci(week)",
        "pivots-camarilla(month)",
        "pivots-woodie(week)",
        "pivots-demark(day)",
        "previous-session(month)",
        "session-range(week)",
        "opening-range(day,120)",
        "session-vwap(month)",
        "session-profile(week,64,70)");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void profilesEqualTheirModelOnRandomBars(long seed) {
    assertEqualToModel("seed " + seed, hard(seed, 1500), 20, 16);
    assertEqualToModel("seed " + seed, hard(seed + 10, 300), 1, 5);
  }

  /**
   * With jumps that make the range wide and narrow again, flat bars, and volumes from 0 to loud.
   */
  private static Candles hard(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    Candles candles = Candles.random(seed, bars);
    for (int i = 0; i < bars; i++) {
      double jump = i % 50 < 3 ? 3 + random.nextInt(40) : 1;
      candles.high()[i] *= jump;
      candles.low()[i] *= jump;
      if (random.nextInt(6) == 0) {
        candles.low()[i] = candles.high()[i];
      }
      candles.volume()[i] *= random.nextInt(5) == 0 ? 0 : random.nextInt(60) == 0 ? 1e12 : 1;
    }
    return candles;
  }

  @Test
  void profilesEqualTheirModelOnFlatBars() {
    assertEqualToModel("flat", Candles.flat(1.0 / 3, 100), 7, 64);
  }

  @Test
  void profilesEqualTheirModelOnRealCandles() throws IOException {
    for (String name : List.of("spot/TRX_USDT-5m.csv.gz", "long/Coinbase_BTC-USD-4h.csv.gz")) {
      Candles candles = real(name);
      assertEqualToModel(name, candles.last(4000), 48, 32);
      assertEqualToModel(name, candles.first(4000), 100, 64);
    }
  }

  private static void assertEqualToModel(String label, Candles candles, int length, int rows) {
    double[][] rolling = candles.run(new RollingVolumeProfile(length, rows, 70));
    double[][] daily = candles.run(new SessionVolumeProfile(Session.DAY, rows, 60));
    SessionClock clock = new SessionClock(Session.DAY);
    int begin = 0;
    double scale = Arrays.stream(candles.high()).max().orElse(0);
    for (int i = 0; i < candles.bars(); i++) {
      if (i >= length - 1) {
        double[] expected = NaiveProfile.of(candles, i - length + 1, i + 1, rows, 0.7);
        assertSame(label + ": rolling at " + i, rolling, i, expected, scale);
      }
      begin = clock.begins(candles.timeNs()[i]) ? i : begin;
      if (clock.isWhole()) {
        double[] expected = NaiveProfile.of(candles, begin, i + 1, rows, 0.6);
        assertSame(label + ": daily at " + i, daily, i, expected, scale);
      } else {
        assertThat(daily[0][i]).as("%s: daily at %d", label, i).isNaN();
      }
      for (int output = 3; output < 6; output++) {
        double before = begin == 0 ? Double.NaN : daily[output - 3][begin - 1];
        assertThat(Double.valueOf(daily[output][i]))
            .as("%s: before at %d", label, i)
            .isEqualTo(Double.valueOf(before));
      }
    }
  }

  private static void assertSame(
      String label, double[][] outputs, int bar, double[] expected, double scale) {
    double[] actual = {outputs[0][bar], outputs[1][bar], outputs[2][bar]};
    Comparison.assertClose(label, actual, expected, TOLERANCE, scale * 1e-6);
  }

  @ParameterizedTest
  @MethodSource("ofSessions")
  void fedFromTheSessionBeforeItSaysTheSame(String id) {
    Candles candles = Candles.random(SEED, 3000);
    double[][] whole = candles.run(Specification.parse(id).make());
    for (int begin : new SplittableRandom(SEED).ints(8, 100, 1500).toArray()) {
      int bars = candles.bars() - begin;
      double[][] tail = candles.last(bars).run(Specification.parse(id).make());
      // a session that is cut, a whole one, and the one after it: at most three months
      for (int output = 0; output < tail.length; output++) {
        int from = Math.min(bars, 62 * 24);
        double[] a = Arrays.copyOfRange(tail[output], from, bars);
        double[] b = Arrays.copyOfRange(whole[output], begin + from, candles.bars());
        Comparison.assertClose(id + "." + output + " from " + begin, a, b, TOLERANCE, 0);
        assertThat(Arrays.stream(b).filter(Double::isFinite).count()).isPositive();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ofSessions")
  void aNaNIsForgottenAfterTheNextSession(String id) {
    Candles clean = Candles.random(SEED, 3000);
    Candles dirty = Candles.random(SEED, 3000);
    int at = 1000;
    for (double[] column :
        List.of(dirty.open(), dirty.high(), dirty.low(), dirty.close(), dirty.volume())) {
      column[at] = Double.NaN;
    }
    double[][] expected = clean.run(Specification.parse(id).make());
    double[][] actual = dirty.run(Specification.parse(id).make());
    int healed = at + 62 * 24;
    for (int output = 0; output < actual.length; output++) {
      double[] before = Arrays.copyOf(actual[output], at);
      Comparison.assertClose(id, before, Arrays.copyOf(expected[output], at), 0, 0);
      double[] after = Arrays.copyOfRange(actual[output], healed, 3000);
      double[] wanted = Arrays.copyOfRange(expected[output], healed, 3000);
      Comparison.assertClose(id, after, wanted, TOLERANCE, 0);
    }
    if (!id.startsWith("opening-range")) { // no NaN fell into its minutes
      assertThat(undefined(actual[0], at, healed))
          .isGreaterThan(undefined(expected[0], at, healed));
    }
  }

  private static long undefined(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).filter(Double::isNaN).count();
  }

  /** The rows it would have been in are shared with bars that stay. */
  @Test
  void aVolumeThatIsNaNLeavesARollingProfileWithItsBar() {
    Candles clean = Candles.random(SEED, 300);
    Candles dirty = Candles.random(SEED, 300);
    int at = 133;
    dirty.volume()[at] = Double.NaN;
    double[][] expected = clean.run(new RollingVolumeProfile(50, 16, 70));
    double[][] actual = dirty.run(new RollingVolumeProfile(50, 16, 70));
    for (int output = 0; output < actual.length; output++) {
      Arrays.fill(expected[output], at, at + 50, Double.NaN);
      Comparison.assertClose("output " + output, actual[output], expected[output], TOLERANCE, 0);
    }
  }

  @Test
  void aVolumeThatIsNaNStaysInTheProfileOfItsSession() {
    SessionVolumeProfile profile = new SessionVolumeProfile(Session.DAY, 8, 70);
    long hourNs = 3_600_000_000_000L;
    assertThat(profile.update(0, 5, 6, 4, 5, 1)).isEqualTo(5.25);
    assertThat(profile.update(hourNs, 5, 6, 4, 5, Double.NaN)).isNaN();
    assertThat(profile.update(2 * hourNs, 5, 9, 2, 5, 1)).isNaN();
    assertThat(profile.update(24 * hourNs, 5, 6, 4, 5, 1)).isEqualTo(5.25);
    assertThat(profile.value(3)).isNaN();
    assertThat(profile.update(48 * hourNs, 5, 5, 5, 5, 1)).isEqualTo(5);
    assertThat(profile.value(3)).isEqualTo(5.25);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ichimoku",
        "rolling-profile",
        "extreme-vwap",
        "anchored-vwap(28500000)",
        "opening-range(month,4000)",
        "session-profile(month)",
        "pivots-classic(year)",
      })
  void realCandlesToComeChangeNothing(String id) throws IOException {
    assertBlind(id);
  }

  @ParameterizedTest
  @MethodSource("ofSessions")
  void realCandlesToComeChangeNothingInSessions(String id) throws IOException {
    assertBlind(id);
  }

  /** The outputs at a bar are those of a run that ends with it, bit by bit. */
  private static void assertBlind(String id) throws IOException {
    for (String name : List.of("spot/BTC_USDT-1h.csv.gz", "long/Coinbase_BTC-USD-4h.csv.gz")) {
      Candles candles = real(name);
      double[][] whole = candles.run(Specification.parse(id).make());
      for (int cut : new SplittableRandom(SEED).ints(12, 1, candles.bars()).toArray()) {
        double[][] known = candles.first(cut).run(Specification.parse(id).make());
        for (int output = 0; output < known.length; output++) {
          assertThat(known[output])
              .as("%s.%d on %s cut at %d, seed %d", id, output, name, cut, SEED)
              .isEqualTo(Arrays.copyOf(whole[output], cut));
        }
      }
    }
  }

  private static Candles real(String name) throws IOException {
    Optional<Path> folder = RealCandles.folder();
    if (folder.isEmpty()) {
      System.out.println("skipped: levels on real candles need ../shared/data");
    }
    Assumptions.assumeTrue(folder.isPresent());
    return RealCandles.read(folder.get().resolve(name));
  }
}
