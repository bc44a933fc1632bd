package io.tradewind.analytics.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Right where the answer is known. */
class MeasuresTest {
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
}
