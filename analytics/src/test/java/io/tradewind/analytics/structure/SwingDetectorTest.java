package io.tradewind.analytics.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Swings: a table by hand, and what holds for all detectors on random bars. */
class SwingDetectorTest {
  private static final int BARS = 3000;
  private static final int SEEDS = 5;

  /** A detector, and how many bars late it looks at a bar. */
  record Kind(String name, int lag, Supplier<SwingDetector> maker) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("zigzag by 1 %", 0, () -> ZigZag.ofPercent(1)),
        new Kind("zigzag by 5 %", 0, () -> ZigZag.ofPercent(5)),
        new Kind("zigzag by 3 ranges", 0, () -> ZigZag.ofAtr(3, 14)),
        new Kind("zigzag by 0.5 ranges", 0, () -> ZigZag.ofAtr(0.5, 5)),
        new Kind("fractals of 1", 1, () -> new Fractals(1)),
        new Kind("fractals of 2", 2, () -> new Fractals(2)),
        new Kind("fractals of 7", 7, () -> new Fractals(7)));
  }

  /** Single prices; what is expected is {@code price@bar/known}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a way back of 10 % is a swing, 9 % is none
        "percent 10 | 100 110 105 99 | 100@0/1 110@1/3",
        "percent 10 | 100 110 105 100 120 108 | 100@0/1 120@4/5",
        // the first of equal highs
        "percent 10 | 100 110 110 99 | 100@0/1 110@1/3",
        "percent 10 | 100 80 100 80 | 100@0/1 80@1/2 100@2/3",
        "percent 10 | 100 101 102 | ",
        // a high is known when the low after it is, one bar after that
        "fractal 1  | 1 3 2 | ",
        "fractal 1  | 1 3 2 4 | 3@1/3",
        "fractal 1  | 3 1 2 1.5 4 | 1@1/3 2@2/4",
        // of two highs without a low between them the higher counts
        "fractal 2  | 5 4 1 4 5 9 7 8 10 8 7 6 2 3 4 | 1@2/7 10@8/14",
        // the last of equal highs
        "fractal 1  | 5 1 5 5 2 3 | 1@1/4 5@3/5",
      })
  void seesTheSwingsOfATable(String detector, String prices, String expected) {
    String[] words = detector.split(" +");
    SwingDetector made = SwingKind.of(words[0]).detector(Double.parseDouble(words[1]));
    List<String> seen = new ArrayList<>();
    for (String price : prices.strip().split(" ")) {
      double value = Double.parseDouble(price);
      if (made.update(value, value, value)) {
        Swing swing = made.swings().get(0);
        seen.add(number(swing.price()) + "@" + swing.bar() + "/" + swing.knownBar());
      }
    }
    assertThat(String.join(" ", seen)).isEqualTo(expected == null ? "" : expected.strip());
  }

  private static String number(double price) {
    return price == Math.rint(price) ? String.valueOf((long) price) : String.valueOf(price);
  }

  /** A leg whose average true range has grown ends when it falls below the low before it. */
  @Test
  void aSwingThatIsBrokenEndsTheLeg() {
    SwingDetector zigzag = ZigZag.ofAtr(4, 1);
    double[][] bars = {{10, 10}, {10, 9}, {9, 5}, {10, 9.9}, {15, 8}, {14, 4.9}};
    List<Swing> seen = feed(zigzag, bars);
    assertThat(seen)
        .containsExactly(
            new Swing(1, 10, true, 2), new Swing(2, 5, false, 4), new Swing(4, 15, true, 5));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void knowsNothingEarlyAndTakesNothingBack(Kind kind) {
    for (long seed = 0; seed < SEEDS; seed++) {
      double[][] bars = bars(seed, BARS);
      List<Swing> all = feed(kind.maker().get(), bars);
      assertThat(all).as("seed %d", seed).hasSizeGreaterThan(5);
      for (int cut : new SplittableRandom(seed).ints(20, 1, BARS).toArray()) {
        double[][] first = Arrays.copyOf(bars, cut);
        List<Swing> known = all.stream().filter(swing -> swing.knownBar() < cut).toList();
        assertThat(feed(kind.maker().get(), first))
            .as("%s, seed %d, cut at %d", kind, seed, cut)
            .isEqualTo(known);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void swingsAreExtremesInTurn(Kind kind) {
    for (long seed = 0; seed < SEEDS; seed++) {
      double[][] bars = bars(seed, BARS);
      List<Swing> all = feed(kind.maker().get(), bars);
      for (int i = 1; i < all.size(); i++) {
        Swing before = all.get(i - 1);
        Swing swing = all.get(i);
        String name = kind + ", seed " + seed + ", " + swing;
        assertThat(swing.high()).as(name).isNotEqualTo(before.high());
        assertThat(swing.bar()).as(name).isGreaterThan(before.bar());
        assertThat(swing.knownBar()).as(name).isGreaterThan(before.knownBar());
        assertThat(swing.bar()).as(name).isLessThan(swing.knownBar());
        assertThat(swing.price() > before.price()).as(name).isEqualTo(swing.high());
        int last = (int) swing.knownBar() - kind.lag();
        double extreme = Double.NEGATIVE_INFINITY;
        for (int bar = (int) before.bar() + 1; bar <= last; bar++) {
          extreme = Math.max(extreme, swing.high() ? bars[bar][0] : -bars[bar][1]);
        }
        assertThat(swing.high() ? swing.price() : -swing.price()).as(name).isEqualTo(extreme);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void swingsByFractalsAreFractals(int side) {
    for (long seed = 0; seed < 20; seed++) {
      double[][] bars = bars(seed, BARS);
      for (Swing swing : feed(new Fractals(side), bars)) {
        int at = (int) swing.bar();
        for (int bar = at - side; bar <= at + side; bar++) {
          double other = swing.high() ? bars[bar][0] : -bars[bar][1];
          double own = swing.high() ? swing.price() : -swing.price();
          assertThat(other)
              .as("seed %d, %s, bar %d", seed, swing, bar)
              .isLessThanOrEqualTo(bar > at ? Math.nextDown(own) : own);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void goesOnFromASnapshot(Kind kind) {
    double[][] bars = bars(11, BARS);
    for (int cut : new SplittableRandom(12).ints(20, 0, BARS).toArray()) {
      SwingDetector original = kind.maker().get();
      feed(original, Arrays.copyOf(bars, cut));
      StateWriter out = new StateWriter();
      original.save(out);
      SwingDetector restored = kind.maker().get();
      feed(restored, bars(13, 100));
      restored.load(new StateReader(out.toByteArray()));
      double[][] future = Arrays.copyOfRange(bars, cut, BARS);
      assertThat(feed(restored, future)).as("cut at %d", cut).isEqualTo(feed(original, future));
      original.reset();
      assertThat(feed(original, bars)).isEqualTo(feed(kind.maker().get(), bars));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNaNIsRemembered(Kind kind) {
    SwingDetector detector = kind.maker().get();
    feed(detector, bars(1, 100));
    assertThat(detector.isSound()).isTrue();
    detector.update(Double.NaN, 1, 1);
    feed(detector, bars(1, 100));
    assertThat(detector.isSound()).isFalse();
    detector.reset();
    assertThat(detector.isSound()).isTrue();
  }

  @Test
  void keepsTheLastSwingsOnly() {
    SwingDetector detector = ZigZag.ofPercent(1);
    List<Swing> all = feed(detector, bars(3, BARS));
    Swings swings = detector.swings();
    assertThat(swings.size()).isEqualTo(Swings.CAPACITY);
    for (int ago = 0; ago < swings.size(); ago++) {
      assertThat(swings.get(ago)).isEqualTo(all.get(all.size() - 1 - ago));
    }
    assertThatThrownBy(() -> swings.price(Swings.CAPACITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16");
  }

  @ParameterizedTest
  @CsvSource({"percent, 0", "percent, 100", "atr, 0", "fractal, 0", "fractal, 1.5"})
  void refusesSizesThatAreNone(String kind, double size) {
    assertThatThrownBy(() -> SwingKind.of(kind).detector(size))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Swing> feed(SwingDetector detector, double[][] bars) {
    List<Swing> seen = new ArrayList<>();
    for (double[] bar : bars) {
      if (detector.update(bar[0], bar[1], (bar[0] + bar[1]) / 2)) {
        seen.add(detector.swings().get(0));
        assertThat(detector.swings().isNew()).isTrue();
        assertThat(detector.swings().knownBar(0)).isEqualTo(detector.swings().now());
      } else {
        assertThat(detector.swings().isNew()).isFalse();
      }
    }
    return seen;
  }

  /** Highs and lows of a random walk in steps, so that many are equal. */
  private static double[][] bars(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] bars = new double[count][];
    int price = 1000;
    for (int i = 0; i < count; i++) {
      price = Math.max(500, price + random.nextInt(-10, 11));
      bars[i] = new double[] {price + random.nextInt(8), price - random.nextInt(8)};
    }
    return bars;
  }
}
