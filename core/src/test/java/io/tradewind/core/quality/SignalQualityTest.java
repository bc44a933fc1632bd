package io.tradewind.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalQualityTest {
  private static final QualitySettings SMALL = new QualitySettings(4, 2, List.of(1, 3));

  private static final Instrument TEST =
      new Instrument(
          InstrumentId.parse("TEST/USDT", "test", Market.SPOT),
          4,
          8,
          8,
          List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));

  /** Trades as confidence, profit and R (a dash without a stop); the last four count. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "none yet,                  '',                                   0, NaN, NaN, NaN, NaN, NaN, 0, 0",
    "sure and right,            '1 0.1 2',                            1, 1, 0, 0, 0.1, 2, 0.1, 0",
    "sure and wrong,            '1 -0.1 -1',                          1, 0, 1, 1, -0.1, -1, 0, 0.1",
    "an even guess,             '0.5 0.1 1 / 0.5 -0.1 -1',            2, 0.5, 0.25, 0, 0, 0, 0.1, 0.1",
    "nothing earned is no hit,  '0.8 0 0',                            1, 0, 0.64, 0.8, 0, 0, 0, 0",
    "one without a stop,        '0.6 0.3 - / 0.6 0.1 1',              2, 1, 0.16, 0.4, 0.2, 1, 0.2, 0",
    "two buckets,               '0.2 -0.1 -1 / 0.4 0.1 1 / 0.9 0.1 1 / 0.7 0.1 1', 4, 0.75, 0.125, 0.2, 0.05, 0.5, 0.1, 0.1",
    "the oldest has left,       '1 -0.9 -9 / 0.2 -0.1 -1 / 0.4 0.1 1 / 0.9 0.1 1 / 0.7 0.1 1', 4, 0.75, 0.125, 0.2, 0.05, 0.5, 0.1, 0.1"
  })
  void ofTrades(
      String what,
      String trades,
      int count,
      double hitRate,
      double brier,
      double calibration,
      double expectancy,
      double expectancyR,
      double win,
      double loss) {
    SignalQuality quality = new SignalQuality("trend", 1, SMALL);
    for (String trade : trades.split(" / ")) {
      if (!trade.isEmpty()) {
        String[] n = trade.split(" ");
        quality.onTrade(
            Double.parseDouble(n[0]),
            Double.parseDouble(n[1]),
            n[2].equals("-")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(n[2])));
      }
    }
    QualityReport report = quality.report();
    assertThat(report.trades()).as(what).isEqualTo(count);
    assertThat(
            new double[] {
              report.hitRate(),
              report.brier(),
              report.calibrationError(),
              report.expectancy(),
              report.expectancyR(),
              report.averageWin(),
              report.averageLoss()
            })
        .as(what)
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(hitRate, brier, calibration, expectancy, expectancyR, win, loss);
  }

  @Test
  void bucketsTakeInTheirLowerEdgeAndTheLastBoth() {
    SignalQuality quality = new SignalQuality("trend", 1, new QualitySettings(9, 2, List.of(1)));
    quality.onTrade(0.49, 1, OptionalDouble.empty());
    quality.onTrade(0.5, 1, OptionalDouble.empty());
    quality.onTrade(1, -1, OptionalDouble.empty());
    assertThat(quality.report().buckets())
        .containsExactly(
            new QualityReport.Bucket(0, 0.5, 1, 0.49, 1),
            new QualityReport.Bucket(0.5, 1, 2, 0.75, 0.5));
  }

  /**
   * A close a bar with the signal given at it: L, S or none; and what is known after the last: how
   * many signals are one bar old, their mean return, how many three bars.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no signal,                     '100 / 110 / 121',                 0, NaN, 0, NaN",
    "too early to tell,             '100 L',                           0, NaN, 0, NaN",
    "a long after one bar,          '100 L / 110',                     1, 0.1, 0, NaN",
    "a short after one bar,         '100 S / 110',                     1, -0.1, 0, NaN",
    "and after three,               '100 L / 110 / 105 / 125',         1, 0.1, 1, 0.25",
    "between them nothing,          '100 L / 110 / 105',               1, 0.1, 0, NaN",
    "it is told once,               '100 L / 110 / 105 / 125 / 150 / 200 / 300', 1, 0.1, 1, 0.25",
    "two signals,                   '100 L / 110 S / 99',              2, 0.1, 0, NaN",
    "the latter of one bar,         '100 LS / 110',                    1, -0.1, 0, NaN",
    "the last four,                 '100 L / 200 L / 200 L / 200 L / 200 L / 200', 4, 0, 3, 0.3333333333333333"
  })
  void ofSignals(String what, String bars, int one, double mean, int three, double meanOfThree) {
    SignalQuality quality = new SignalQuality("trend", 2, SMALL);
    for (String bar : bars.split(" / ")) {
      String[] words = bar.split(" ");
      quality.onBar(1, Double.parseDouble(words[0]));
      quality.onBar(0, 7);
      for (char letter : (words.length > 1 ? words[1] : "").toCharArray()) {
        quality.onSignal(1, letter == 'L' ? Direction.LONG : Direction.SHORT);
      }
    }
    List<QualityReport.Horizon> horizons = quality.report().horizons();
    assertThat(horizons).extracting(QualityReport.Horizon::bars).containsExactly(1, 3);
    assertThat(horizons).extracting(QualityReport.Horizon::signals).containsExactly(one, three);
    assertThat(horizons.stream().mapToDouble(QualityReport.Horizon::meanReturn).toArray())
        .as(what)
        .usingComparatorWithPrecision(1e-12)
        .containsExactly(mean, meanOfThree);
  }

  @Test
  void ofASignalBeforeTheFirstCloseNothingComes() {
    SignalQuality quality = new SignalQuality("trend", 1, SMALL);
    quality.onSignal(0, Direction.LONG);
    quality.onBar(0, 100);
    quality.onBar(0, 110);
    assertThat(quality.report().horizons()).allMatch(horizon -> horizon.signals() == 0);
  }

  @Test
  void takesAClosedTrade() {
    SignalQuality quality = new SignalQuality("trend", 1, SMALL);
    ClosedTrade trade =
        new ClosedTrade(
            TEST,
            "trend",
            Direction.LONG,
            1,
            0,
            1,
            200,
            1,
            230,
            0,
            0,
            0,
            30,
            20,
            ExitReason.TARGET,
            "");
    quality.onTrade(trade, 0.8);
    QualityReport report = quality.report();
    assertThat(report.strategy()).isEqualTo("trend");
    assertThat(report.expectancy()).isEqualTo(0.15);
    assertThat(report.expectancyR()).isEqualTo(1.5);
    assertThat(report.brier()).isCloseTo(0.04, within(1e-12));
    assertThat(quality.profits()).containsExactly(0.15);
  }

  @Test
  void profitsAreTheOldestFirst() {
    SignalQuality quality = new SignalQuality("trend", 1, SMALL);
    for (int i = 1; i <= 6; i++) {
      quality.onTrade(0.5, i, OptionalDouble.empty());
    }
    assertThat(quality.profits()).containsExactly(3, 4, 5, 6);
  }

  /** A slower way to the same, from all that ever was. */
  @Test
  void isWhatAllThatWasKeptSays() {
    for (long seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      QualitySettings settings = new QualitySettings(random.nextInt(1, 30), 5, List.of(1, 2, 7));
      SignalQuality quality = new SignalQuality("any", 3, settings);
      History history = new History();
      for (int i = 0; i < 300; i++) {
        history.step(quality, random);
      }
      QualityReport report = quality.report();
      List<double[]> last = tail(history.trades, settings.window());
      assertThat(report.trades()).isEqualTo(last.size());
      assertThat(report.brier())
          .as("seed %s", seed)
          .isCloseTo(
              last.stream()
                  .mapToDouble(trade -> Math.pow(trade[0] - (trade[1] > 0 ? 1 : 0), 2))
                  .average()
                  .orElseThrow(),
              within(1e-12));
      assertThat(report.expectancy())
          .as("seed %s", seed)
          .isCloseTo(
              last.stream().mapToDouble(trade -> trade[1]).average().orElseThrow(), within(1e-12));
      assertThat(report.buckets().stream().mapToInt(QualityReport.Bucket::trades).sum())
          .isEqualTo(last.size());
      assertThat(report.calibrationError()).isBetween(0.0, 1.0);
      for (QualityReport.Horizon horizon : report.horizons()) {
        List<Double> came = tail(history.after(horizon.bars()), settings.window());
        assertThat(horizon.signals()).as("seed %s", seed).isEqualTo(came.size());
        double mean = came.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
        assertThat(horizon.meanReturn()).as("seed %s", seed).isCloseTo(mean, within(1e-12));
        assertThat(horizon.hitRate())
            .isCloseTo(
                came.stream().mapToDouble(value -> value > 0 ? 1 : 0).average().orElse(Double.NaN),
                within(1e-12));
      }
    }
  }

  private static <T> List<T> tail(List<T> all, int count) {
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  /** Everything that happened: trades, and per instrument closes and signals. */
  private static final class History {
    final List<double[]> trades = new ArrayList<>();

    /** Instrument, close, sign. */
    final List<double[]> bars = new ArrayList<>();

    void step(SignalQuality quality, SplittableRandom random) {
      int instrument = random.nextInt(3);
      double close = 50 + 50 * random.nextDouble();
      quality.onBar(instrument, close);
      int sign = random.nextInt(-1, 2);
      bars.add(new double[] {instrument, close, sign});
      if (sign != 0) {
        quality.onSignal(instrument, sign > 0 ? Direction.LONG : Direction.SHORT);
      }
      if (random.nextInt(3) == 0) {
        double[] trade = {random.nextDouble(), random.nextDouble() - 0.5};
        trades.add(trade);
        quality.onTrade(trade[0], trade[1], OptionalDouble.empty());
      }
    }

    /** What came of all signals after so many bars, in the order in which it was known. */
    List<Double> after(int count) {
      List<Double> came = new ArrayList<>();
      for (int now = 0; now < bars.size(); now++) {
        double[] bar = bars.get(now);
        int left = count;
        int then = now;
        while (left > 0 && --then >= 0) {
          left -= bars.get(then)[0] == bar[0] ? 1 : 0;
        }
        if (then >= 0 && bars.get(then)[2] != 0) {
          came.add(bars.get(then)[2] * (bar[1] / bars.get(then)[1] - 1));
        }
      }
      return came;
    }
  }

  @Test
  void goesOnAfterACut() {
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<String> names = List.of("trend", "model");
      QualityBook whole = new QualityBook(names, 3, SMALL);
      QualityBook after = new QualityBook(names, 3, SMALL);
      int cut = random.nextInt(80);
      for (int i = 0; i < 80; i++) {
        if (i == cut) {
          after.load(new StateReader(bytes(whole)));
        }
        long step = random.nextLong();
        int who = random.nextInt(2);
        new History().step(whole.get(who), new SplittableRandom(step));
        if (i >= cut) {
          new History().step(after.get(who), new SplittableRandom(step));
          assertThat(bytes(after)).as("seed %s cut %s", seed, cut).isEqualTo(bytes(whole));
          assertThat(after.reports()).isEqualTo(whole.reports());
        }
      }
    }
  }

  private static byte[] bytes(QualityBook book) {
    StateWriter out = new StateWriter();
    book.save(out);
    return out.toByteArray();
  }

  @Test
  void aBookIsByName() {
    QualityBook book = new QualityBook(List.of("trend", "model"), 1, SMALL);
    assertThat(book.of("model")).containsSame(book.get(1));
    assertThat(book.of("other")).isEmpty();
    book.get(1).onTrade(0.5, 1, OptionalDouble.empty());
    assertThat(book.reports()).extracting(QualityReport::trades).containsExactly(0, 1);
    assertThatThrownBy(() -> new QualityBook(List.of("a", "a"), 1, SMALL))
        .hasMessage("a name must be there once, 'a' is twice");
    QualityBook other = new QualityBook(List.of("model", "trend"), 1, SMALL);
    assertThatThrownBy(() -> other.load(new StateReader(bytes(book))))
        .isInstanceOf(StateException.class)
        .hasMessage("expected signals of model, found those of trend");
  }

  /** However long it runs, a snapshot is no longer than at the beginning. */
  @Test
  void memoryIsBounded() {
    SignalQuality quality = new SignalQuality("trend", 3, QualitySettings.SHIPPED);
    StateWriter before = new StateWriter();
    quality.save(before);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5000; i++) {
      new History().step(quality, random);
    }
    StateWriter now = new StateWriter();
    quality.save(now);
    assertThat(now.toByteArray()).hasSameSizeAs(before.toByteArray());
    assertThat(quality.report().trades()).isEqualTo(100);
    assertThat(quality.report().horizons())
        .extracting(QualityReport.Horizon::bars)
        .containsExactly(1, 3, 6, 12, 24, 48);
  }

  @Test
  void isChecked() {
    SignalQuality quality = new SignalQuality("trend", 1, SMALL);
    OptionalDouble none = OptionalDouble.empty();
    assertThatThrownBy(() -> quality.onTrade(1.1, 0, none))
        .hasMessage("confidence must be in [0, 1], was 1.1");
    assertThatThrownBy(() -> quality.onTrade(0.5, Double.NaN, none))
        .hasMessage("profit must be finite, was NaN");
    assertThatThrownBy(() -> quality.onBar(0, 0)).hasMessage("close must be > 0, was 0.0");
    assertThatThrownBy(() -> new SignalQuality("trend", 0, SMALL))
        .hasMessage("instruments must be >= 1, was 0");
    assertThatThrownBy(() -> new QualitySettings(0, 1, List.of(1)))
        .hasMessage("window must be >= 1, was 0");
    assertThatThrownBy(() -> new QualitySettings(1, 0, List.of(1)))
        .hasMessage("buckets must be >= 1, was 0");
    assertThatThrownBy(() -> new QualitySettings(1, 1, List.of()))
        .hasMessage("horizons must not be empty");
    assertThatThrownBy(() -> new QualitySettings(1, 1, List.of(3, 3)))
        .hasMessage("horizons must rise from 1, number 2 does not");
    assertThatThrownBy(() -> new QualitySettings(1, 1, List.of(0)))
        .hasMessage("horizons must rise from 1, number 1 does not");
  }
}
