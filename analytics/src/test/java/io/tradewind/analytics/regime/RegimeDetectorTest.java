package io.tradewind.analytics.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.data.GoldenFile;
import io.tradewind.analytics.data.RealData;
import io.tradewind.analytics.indicator.Candles;
import io.tradewind.analytics.indicator.trend.Adx;
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
          {StrictMath.log(0.0005), StrictMath.log(20)},
          {StrictMath.log(0.004), StrictMath.log(18)},
          {StrictMath.log(0.004), StrictMath.log(45)},
          {StrictMath.log(0.03), StrictMath.log(25)}
        },
        new double[][] {{0.3, 0.2}, {0.1, 0.2}, {0.1, 0.1}, {0.3, 0.2}});
  }

  /** A market that ranges for 400 bars, now narrow, now wide, and is then of one kind. */
  private static Regime after(
      RegimeDetector detector, long seed, int bars, double spread, double drift) {
    SplittableRandom random = new SplittableRandom(seed);
    double middle = 100;
    for (int i = 0; i < 400 + bars; i++) {
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
        assertThat(after(make.get(), seed, 30, 0.05, 0))
            .as("seed %d", seed)
            .isEqualTo(Regime.VOLATILE);
        assertThat(after(make.get(), seed, 30, 0.0003, 0))
            .as("seed %d", seed)
            .isEqualTo(Regime.QUIET);
        assertThat(after(make.get(), seed, 60, 0.004, 0))
            .as("seed %d", seed)
            .isEqualTo(Regime.RANGING);
        assertThat(after(make.get(), seed, 60, 0.0025, 0.004))
            .as("seed %d", seed)
            .isEqualTo(Regime.TRENDING);
      }
    }
  }

  @Test
  void membershipsSumToOneFromTheWarmUpOn() {
    for (RegimeDetector detector : List.of(rules(), markov())) {
      Candles candles = random(1, 600);
      for (int i = 0; i < 600; i++) {
        assertThat(detector.isReady()).isEqualTo(i >= detector.warmup());
        assertThat(Double.isNaN(sum(detector))).isEqualTo(i < detector.warmup());
        RegimeLabels.feed(detector, candles, i);
      }
      assertThat(sum(detector)).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void rulesWeighTheMeasures() {
    Candles candles = random(3, 3000);
    RuleBasedRegime detector = new RuleBasedRegime(SMALL);
    double[] adx =
        new Adx(10)
            .batch(
                candles.open(), candles.high(), candles.low(), candles.close(), candles.volume())[
            0];
    double[] rank = new VolatilityPercentile(12, 200).batch(candles.close())[0];
    double[] hurst = new HurstExponent(64).batch(candles.close())[0];
    for (int i = 0; i < candles.bars(); i++) {
      RegimeLabels.feed(detector, candles, i);
      double trend = (share((adx[i] - 15) / 20) + share((hurst[i] - 0.4) / 0.2)) / 2;
      double wild = share((rank[i] - 0.7) / 0.2);
      double calm = share((0.3 - rank[i]) / 0.2);
      double tame = 1 - wild;
      double[] expected = {
        tame * trend, tame * (1 - trend) * (1 - calm), wild, tame * (1 - trend) * calm
      };
      for (Regime regime : Regime.values()) {
        double wanted = i < detector.warmup() - 1 ? Double.NaN : expected[regime.ordinal()];
        GoldenFile.assertClose(regime + " at " + i, detector.membership(regime), wanted, 1e-9, 1);
      }
    }
  }

  private static double share(double x) {
    return Math.min(1, Math.max(0, x));
  }

  @Test
  void whereAMeasureIsMissingTheRegimeIsHeldAndItsNumberIsNot() {
    RuleBasedRegime detector = new RuleBasedRegime(SMALL);
    Candles candles = random(4, 400);
    for (int i = 0; i < 400; i++) {
      RegimeLabels.feed(detector, candles, i);
    }
    Regime held = detector.regime();
    assertThat(detector.value()).isEqualTo(held.ordinal());
    assertThat(detector.update(1, 1, 1, Double.NaN, 1)).isNaN();
    assertThat(detector.regime()).isEqualTo(held);
    assertThat(detector.membership(held)).isNaN();
  }

  private static double sum(RegimeDetector detector) {
    double sum = 0;
    for (Regime regime : Regime.values()) {
      sum += detector.membership(regime);
    }
    return sum;
  }

  private static Candles random(long seed, int bars) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] price = new double[bars + 1];
    price[0] = 100;
    for (int i = 0; i < bars; i++) {
      price[i + 1] = price[i] * (1 + 0.01 * random.nextGaussian());
    }
    double[] open = Arrays.copyOf(price, bars);
    double[] close = Arrays.copyOfRange(price, 1, bars + 1);
    double[] high = new double[bars];
    double[] low = new double[bars];
    Arrays.setAll(high, i -> Math.max(open[i], close[i]) * 1.001);
    Arrays.setAll(low, i -> Math.min(open[i], close[i]) * 0.999);
    return new Candles(open, high, low, close, new double[bars]);
  }

  @Test
  void doNotFlickerOnRealCandles() throws IOException {
    Candles candles = RealData.orSkip("spot/BTC_USDT-1h.csv.gz");
    HiddenMarkov model = RegimeLabels.fit(candles, candles.bars() / 2);
    for (int minimumBars : new int[] {1, 6, 12}) {
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
            candles.bars());
        assertThat(held).isBetween(20, flicker - 1);
      }
    }
  }

  private static int changes(Candles candles, RegimeDetector detector, boolean isRaw) {
    int changes = -1;
    int before = -1;
    for (int i = 0; i < candles.bars(); i++) {
      RegimeLabels.feed(detector, candles, i);
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
