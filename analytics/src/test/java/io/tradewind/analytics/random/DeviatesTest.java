package io.tradewind.analytics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.statistics.Normal;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws held against the distributions that they are said to come from; seeds are fixed. */
class DeviatesTest {
  private static final int DRAWS = 1_000_000;

  /** 0.1 % of all samples of such a size have a greater distance (Kolmogorov 1933). */
  private static final double MOST_DISTANCE = 1.95 / Math.sqrt(DRAWS);

  private static double[] sorted(DoubleSupplier draw) {
    double[] values = new double[DRAWS];
    Arrays.setAll(values, i -> draw.getAsDouble());
    Arrays.sort(values);
    return values;
  }

  @Test
  void normalsAreDistributedAsTheNormalDistribution() {
    double[] values = sorted(new Deviates(1)::normal);
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      double wanted = Normal.cumulative(values[i]);
      distance = Math.max(distance, Math.abs(wanted - (i + 0.5) / DRAWS));
    }
    assertThat(distance).isLessThan(MOST_DISTANCE);
  }

  /** Beyond the lowest block lie 0.000576 of all, which a distance in the middle would not see. */
  @Test
  void theTailsOfNormalsAreAsHeavyAsTheyShouldBe() {
    double[] values = sorted(new Deviates(2)::normal);
    for (double edge : new double[] {3, 3.442619855899, 3.8, 4.2}) {
      double wanted = DRAWS * Normal.cumulative(-edge);
      double noise = 4 * Math.sqrt(wanted);
      assertThat((double) Arrays.stream(values).filter(x -> x > edge).count())
          .as("above %s", edge)
          .isCloseTo(wanted, within(noise));
      assertThat((double) Arrays.stream(values).filter(x -> x < -edge).count())
          .as("below -%s", edge)
          .isCloseTo(wanted, within(noise));
    }
  }

  @Test
  void oneNormalSaysNothingOfTheNext() {
    Deviates deviates = new Deviates(3);
    double products = 0;
    double squares = 0;
    double before = deviates.normal();
    for (int i = 0; i < DRAWS; i++) {
      double x = deviates.normal();
      products += before * x;
      squares += (before * before - 1) * (x * x - 1) / 2;
      before = x;
    }
    assertThat(products / Math.sqrt(DRAWS)).isBetween(-4.0, 4.0);
    assertThat(squares / Math.sqrt(DRAWS)).isBetween(-4.0, 4.0);
  }

  @Test
  void exponentialsAreDistributedAsTheExponentialDistribution() {
    double[] values = sorted(new Deviates(4)::exponential);
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      distance = Math.max(distance, Math.abs(-Math.expm1(-values[i]) - (i + 0.5) / DRAWS));
    }
    assertThat(distance).isLessThan(MOST_DISTANCE);
  }

  /** Mean and variance of a gamma are its shape, its third central moment twice that. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1.5, 2.5, 10, 60})
  void gammasHaveTheMomentsOfTheGammaDistribution(double shape) {
    Deviates deviates = new Deviates(5);
    double mean = 0;
    double variance = 0;
    double third = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = deviates.gamma(shape) - shape;
      mean += x / DRAWS;
      variance += x * x / DRAWS;
      third += x * x * x / DRAWS;
    }
    double noise = 4 / Math.sqrt(DRAWS);
    assertThat(mean).isCloseTo(0, within(noise * Math.sqrt(shape)));
    assertThat(variance).isCloseTo(shape, within(noise * shape * Math.sqrt(2 + 6 / shape)));
    assertThat(third).isCloseTo(2 * shape, within(0.02 * shape * Math.sqrt(shape) + 0.03 * shape));
  }

  /** Which no moment alone would tell. */
  @Test
  void aGammaOfShapeOneIsExponential() {
    Deviates deviates = new Deviates(6);
    double[] values = sorted(() -> deviates.gamma(1));
    double distance = 0;
    for (int i = 0; i < DRAWS; i++) {
      distance = Math.max(distance, Math.abs(-Math.expm1(-values[i]) - (i + 0.5) / DRAWS));
    }
    assertThat(distance).isLessThan(MOST_DISTANCE);
  }

  @Test
  void refusesAShapeBelowOne() {
    assertThatThrownBy(() -> new Deviates(1).gamma(0.5)).hasMessage("shape must be >= 1, was 0.5");
  }

  @Test
  void goesOnFromItsState() {
    Deviates deviates = new Deviates(7);
    for (int i = 0; i < 100; i++) {
      deviates.gamma(2);
      StateWriter out = new StateWriter();
      deviates.save(out);
      Deviates copy = new Deviates(0);
      copy.load(new StateReader(out.toByteArray()));
      double[] ahead = {copy.normal(), copy.gamma(3), copy.exponential(), copy.uniform()};
      assertThat(ahead)
          .containsExactly(
              deviates.normal(), deviates.gamma(3), deviates.exponential(), deviates.uniform());
    }
  }
}
