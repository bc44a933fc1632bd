package io.tradewind.analytics.regime;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.data.GoldenFile;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Equal to numpy, src/test/golden/regime.py, and right where the answer is known. */
class MeasuresTest {
  private static final double TOLERANCE = 1e-9;

  @Test
  void hurstEqualsTheOracle() {
    GoldenFile golden = GoldenFile.read("regime-measures.csv");
    HurstExponent longer = new HurstExponent(64);
    HurstExponent shorter = new HurstExponent(33);
    for (String[] row : golden.rows()) {
      double price = GoldenFile.number(row[0]);
      assertClose("64", longer.update(price), GoldenFile.number(row[1]), TOLERANCE, 1e-3);
      assertClose("33", shorter.update(price), GoldenFile.number(row[2]), TOLERANCE, 1e-3);
    }
    assertThat(longer.warmup()).isEqualTo(64 + 8);
    assertThat(shorter.warmup()).isEqualTo(33 + 4);
  }

  @Test
  void percentileEqualsTheOracle() {
    GoldenFile golden = GoldenFile.read("regime-measures.csv");
    VolatilityPercentile longer = new VolatilityPercentile(10, 50);
    VolatilityPercentile shorter = new VolatilityPercentile(2, 2);
    for (String[] row : golden.rows()) {
      double price = GoldenFile.number(row[0]);
      assertClose("10 of 50", longer.update(price), GoldenFile.number(row[3]), TOLERANCE, 0);
      assertClose("2 of 2", shorter.update(price), GoldenFile.number(row[4]), TOLERANCE, 0);
    }
  }

  @Test
  void aLineGoesOnAndAnAlternationComesBack() {
    HurstExponent rising = new HurstExponent(64);
    HurstExponent alternating = new HurstExponent(64);
    HurstExponent flat = new HurstExponent(64);
    for (int i = 0; i < 200; i++) {
      rising.update(100 * StrictMath.pow(1.01, i));
      alternating.update(i % 2 == 0 ? 100 : 101);
      flat.update(0.1);
    }
    assertThat(rising.value()).isCloseTo(1, within(1e-9));
    assertThat(alternating.value()).isZero();
    assertThat(flat.value()).isEqualTo(0.5);
  }

  @Test
  void aRandomWalkDoesNeither() {
    SplittableRandom random = new SplittableRandom(2);
    double sum = 0;
    double squares = 0;
    int walks = 400;
    for (int walk = 0; walk < walks; walk++) {
      HurstExponent hurst = new HurstExponent(240);
      double x = 0;
      for (int i = 0; i < hurst.warmup(); i++) {
        x += 0.01 * random.nextGaussian();
        hurst.update(StrictMath.exp(x));
      }
      sum += hurst.value();
      squares += hurst.value() * hurst.value();
    }
    double mean = sum / walks;
    double deviation = Math.sqrt(squares / walks - mean * mean);
    System.out.printf(
        "Hurst of random walks over 240: mean %.3f, deviation %.3f%n", mean, deviation);
    assertThat(mean).isBetween(0.47, 0.51);
    assertThat(deviation).isBetween(0.03, 0.1);
  }

  @Test
  void aFlatSeriesStandsInTheMiddle() {
    VolatilityPercentile flat = new VolatilityPercentile(5, 10);
    for (int i = 0; i < 30; i++) {
      flat.update(0.1);
    }
    assertThat(flat.value()).isEqualTo(0.5);
  }

  @Test
  void aNanIsForgottenWhenItIsOutOfReach() {
    HurstExponent hurst = new HurstExponent(32);
    VolatilityPercentile percentile = new VolatilityPercentile(5, 10);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      double price = i == 100 ? Double.NaN : random.nextDouble(99, 101);
      hurst.update(price);
      percentile.update(price);
      boolean isHurst = i < hurst.warmup() - 1 || (i >= 100 && i < 100 + 32 + 4);
      boolean isPercentile = i < percentile.warmup() - 1 || (i >= 100 && i < 100 + 5 + 10);
      assertThat(Double.isNaN(hurst.value())).as("Hurst at %d", i).isEqualTo(isHurst);
      assertThat(Double.isNaN(percentile.value())).as("at %d", i).isEqualTo(isPercentile);
    }
  }

  @Test
  void refuseWhatIsTooShort() {
    assertThatThrownBy(() -> new HurstExponent(31)).hasMessage("length must be >= 32, was 31");
    assertThatThrownBy(() -> new VolatilityPercentile(1, 2))
        .hasMessage("length must be >= 2, was 1");
    assertThatThrownBy(() -> new VolatilityPercentile(2, 1))
        .hasMessage("window must be >= 2, was 1");
  }
}
