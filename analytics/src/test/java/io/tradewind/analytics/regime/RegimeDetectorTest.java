package io.tradewind.analytics.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.data.RealCandles;
import io.tradewind.analytics.regime.RuleBasedRegime.Rules;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Both detectors on markets that are made to be of one kind, and on real ones. */
class RegimeDetectorTest {
  private static final Rules SMALL = new Rules(10, 12, 200, 64, 0.6, 0.4, 4);

  static RegimeDetector rules() {
    return new RuleBasedRegime(SMALL);
  }

  static RegimeDetector markov() {
    return new HiddenMarkovRegime(model(), new RegimeFeatures(10, 12), new Hysteresis(0.6, 0.4, 4));
  }

  /** By hand: quiet, ranging, trending, volatile in the order of their volatilities. */
  static HiddenMarkov model() {
    double[][] transition = new double[4][4];
    for (int i = 0; i < 4; i++) {
      Arrays.fill(transition[i], 0.02);
      transition[i][i] = 0.94;
    }
    return new HiddenMarkov(
        new double[] {0.25, 0.25, 0.25, 0.25},
        transition,
        new double[][] {
          {StrictMath.log(0.0005), 20},
          {StrictMath.log(0.004), 18},
          {StrictMath.log(0.004), 45},
          {StrictMath.log(0.03), 25}
        },
        new double[][] {{0.3, 90}, {0.1, 60}, {0.1, 120}, {0.3, 100}});
  }

  /** A market that ranges for 400 bars, now narrow, now wide, and is then of one kind for 60. */
  private static Regime after(RegimeDetector detector, long seed, double spread, double drift) {
    SplittableRandom random = new SplittableRandom(seed);
    double middle = 100;
    for (int i = 0; i < 460; i++) {
      boolean ranges = i < 400;
      double usual = i / 50 % 2 == 0 ? 0.002 : 0.008;
      double open = middle * (1 + (ranges ? usual : spread) * random.nextGaussian());
      middle *= 1 + (ranges ? 0 : drift);
      double close = middle * (1 + (ranges ? usual : spread) * random.nextGaussian());
      double high = Math.max(open, close) * (1 + 0.2 * spread);
      double low = Math.min(open, close) * (1 - 0.2 * spread);
      detector.update(open, high, low, close, 1);
    }
    return detector.regime();
  }

  @Test
  void marketsOfOneKindAreToldAsThat() {
    for (Supplier<RegimeDetector> make :
        List.<Supplier<RegimeDetector>>of(RegimeDetectorTest::rules, RegimeDetectorTest::markov)) {
      for (long seed = 0; seed < 20; seed++) {
        assertThat(after(make.get(), seed, 0.03, 0)).as("seed %d", seed).isEqualTo(Regime.VOLATILE);
        assertThat(after(make.get(), seed, 0.0003, 0)).as("seed %d", seed).isEqualTo(Regime.QUIET);
        assertThat(after(make.get(), seed, 0.004, 0)).as("seed %d", seed).isEqualTo(Regime.RANGING);
        assertThat(after(make.get(), seed, 0.0025, 0.004))
            .as("seed %d", seed)
            .isEqualTo(Regime.TRENDING);
      }
    }
  }

  @Test
  void membershipsSumToOneFromTheWarmUpOn() {
    for (RegimeDetector detector : List.of(rules(), markov())) {
      RealCandles candles = random(1, 600);
      for (int i = 0; i < 600; i++) {
        assertThat(detector.isReady()).isEqualTo(i >= detector.warmup());
        assertThat(Double.isNaN(sum(detector))).isEqualTo(i < detector.warmup());
        feed(detector, candles.rows().get(i));
      }
      assertThat(sum(detector)).isCloseTo(1, within(1e-12));
    }
  }

  private static double sum(RegimeDetector detector) {
    double sum = 0;
    for (Regime regime : Regime.values()) {
      sum += detector.membership(regime);
    }
    return sum;
  }

  private static RealCandles random(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] rows = new double[bars][];
    double price = 100;
    for (int i = 0; i < bars; i++) {
      double open = price;
      price *= 1 + 0.01 * random.nextGaussian();
      double high = Math.max(open, price) * 1.001;
      rows[i] = new double[] {i * 3_600_000.0, open, high, Math.min(open, price) * 0.999, price, 1};
    }
    return new RealCandles(List.of(rows));
  }

  static void feed(RegimeDetector detector, double[] row) {
    detector.update(row[1], row[2], row[3], row[4], row[5]);
  }

  @Test
  void doNotFlickerOnRealCandles() throws IOException {
    RealCandles candles = RealCandles.orSkip("spot/BTC_USDT-1h.csv.gz");
    HiddenMarkov model = RegimeLabels.fit(candles, candles.rows().size() / 2);
    for (int minimumBars : new int[] {1, 6}) {
      RegimeDetector byRules =
          new RuleBasedRegime(new Rules(14, 24, 720, 240, 0.6, 0.4, minimumBars));
      RegimeDetector byModel =
          new HiddenMarkovRegime(
              model, new RegimeFeatures(14, 24), new Hysteresis(0.6, 0.4, minimumBars));
      for (RegimeDetector detector : List.of(byRules, byModel)) {
        int flicker = changes(candles, detector, true);
        detector.reset();
        int held = changes(candles, detector, false);
        System.out.printf(
            Locale.ROOT,
            "BTC/USDT 1h, %s, %d bars: %d changes, %d of the greatest membership, in %d bars%n",
            detector.getClass().getSimpleName(),
            minimumBars,
            held,
            flicker,
            candles.rows().size());
        assertThat(held).isBetween(20, flicker - 1);
      }
    }
  }

  private static int changes(RealCandles candles, RegimeDetector detector, boolean isRaw) {
    int changes = -1;
    int before = -1;
    for (double[] row : candles.rows()) {
      feed(detector, row);
      int now = !detector.isReady() ? -1 : isRaw ? greatest(detector) : detector.regime().ordinal();
      changes += now != before ? 1 : 0;
      before = now;
    }
    return changes;
  }

  private static int greatest(RegimeDetector detector) {
    Regime greatest = Regime.TRENDING;
    for (Regime regime : Regime.values()) {
      greatest = detector.membership(regime) > detector.membership(greatest) ? regime : greatest;
    }
    return greatest.ordinal();
  }

  @Test
  void refusesAModelOfOtherStatesAndNoRegimeYet() {
    HiddenMarkov single =
        new HiddenMarkov(
            new double[] {1},
            new double[][] {{1}},
            new double[][] {{0, 0}},
            new double[][] {{1, 1}});
    assertThatThrownBy(() ->
            new HiddenMarkovRegime(single, new RegimeFeatures(10, 12), new Hysteresis(0.6, 0.4, 4)))
        .hasMessage("states must be 4, were 1");
    assertThatThrownBy(() -> rules().regime()).hasMessage("a state must have been entered, was -1");
  }
}
