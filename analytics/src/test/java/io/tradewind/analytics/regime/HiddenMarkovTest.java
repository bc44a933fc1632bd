package io.tradewind.analytics.regime;

import static io.tradewind.analytics.data.GoldenFile.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.data.GoldenFile;
import io.tradewind.analytics.regime.HiddenMarkovFit.Search;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal to hmmlearn, src/test/golden/regime.py, and what Baum and Welch promise. */
class HiddenMarkovTest {
  private static final int STATES = 3;
  private static final int ITERATIONS = 12;
  private static final GoldenFile GOLDEN = GoldenFile.read("regime-observations.csv");
  private static final GoldenFile MODELS = GoldenFile.read("regime-models.csv");
  private static final double[][] OBSERVATIONS = observations();

  private static double[][] observations() {
    double[] first = GOLDEN.column("x0");
    double[] second = GOLDEN.column("x1");
    double[][] observations = new double[first.length][];
    for (int i = 0; i < first.length; i++) {
      observations[i] = new double[] {first[i], second[i]};
    }
    return observations;
  }

  private static HiddenMarkov model(String name) {
    double[][] rows =
        MODELS.rows().stream()
            .filter(row -> row[0].equals(name))
            .map(row -> Arrays.stream(row).skip(2).mapToDouble(GoldenFile::number).toArray())
            .toArray(double[][]::new);
    return new HiddenMarkov(
        Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
        cut(rows, 1, 4),
        cut(rows, 4, 6),
        cut(rows, 6, 8));
  }

  private static double[][] cut(double[][] rows, int from, int to) {
    return Arrays.stream(rows)
        .map(row -> Arrays.copyOfRange(row, from, to))
        .toArray(double[][]::new);
  }

  private static BaumWelch steps(HiddenMarkov begun) {
    return new BaumWelch(OBSERVATIONS, new double[2], begun);
  }

  @Test
  void iteratesAsHmmlearn() {
    BaumWelch steps = steps(model("begun"));
    double[] scores = scores();
    assertClose("score at first", steps.logLikelihood(), scores[0], 1e-12, 0);
    for (int i = 0; i < ITERATIONS; i++) {
      steps.improve();
    }
    assertClose("score at last", steps.logLikelihood(), scores[1], 1e-12, 0);
    assertSame(steps.model(), model("fitted"), 1e-9);
  }

  private static double[] scores() {
    String[] row = MODELS.rows().getLast();
    return new double[] {GoldenFile.number(row[2]), GoldenFile.number(row[3])};
  }

  private static void assertSame(HiddenMarkov actual, HiddenMarkov expected, double tolerance) {
    for (int i = 0; i < STATES; i++) {
      assertThat(actual.start(i)).isCloseTo(expected.start(i), within(tolerance));
      for (int j = 0; j < STATES; j++) {
        assertThat(actual.transition(i, j))
            .as("transition %d to %d", i, j)
            .isCloseTo(expected.transition(i, j), within(tolerance));
      }
      for (int feature = 0; feature < 2; feature++) {
        assertThat(actual.mean(i, feature))
            .as("mean %d of state %d", feature, i)
            .isCloseTo(expected.mean(i, feature), within(tolerance));
        assertThat(actual.variance(i, feature))
            .as("variance %d of state %d", feature, i)
            .isCloseTo(expected.variance(i, feature), within(tolerance));
      }
    }
  }

  @Test
  void labelsAsHmmlearn() {
    int[] expected = Arrays.stream(GOLDEN.column("path")).mapToInt(x -> (int) x).toArray();
    assertThat(model("fitted").mostLikelyPath(OBSERVATIONS)).containsExactly(expected);
    assertThat(model("fitted").mostLikelyPath(new double[0][])).isEmpty();
  }

  @Test
  void filtersAsHmmlearn() {
    HiddenMarkovFilter filter = new HiddenMarkovFilter(model("fitted"));
    assertThat(filter.probability(0)).isNaN();
    for (int i = 0; i < OBSERVATIONS.length; i++) {
      filter.update(OBSERVATIONS[i]);
      for (int state = 0; state < STATES; state++) {
        double expected = GoldenFile.number(GOLDEN.rows().get(i)[4 + state]);
        assertClose("p" + state + " at " + i, filter.probability(state), expected, 1e-9, 1e-3);
      }
    }
  }

  @Test
  void findsThePlantedModel() {
    HiddenMarkovFit fit = HiddenMarkovFit.of(OBSERVATIONS, STATES, Search.seeded(1));
    assertThat(fit.converged()).isTrue();
    assertThat(fit.logLikelihood()).isGreaterThan(scores()[1] - 0.01);
    HiddenMarkov planted = model("planted");
    HiddenMarkov anyStart =
        new HiddenMarkov(
            new double[] {fit.model().start(0), fit.model().start(1), fit.model().start(2)},
            table((i, j) -> planted.transition(i, j), STATES),
            table((i, j) -> planted.mean(i, j), 2),
            table((i, j) -> planted.variance(i, j), 2));
    assertSame(fit.model(), anyStart, 0.12);
    int[] path = fit.model().mostLikelyPath(OBSERVATIONS);
    double[] truth = GOLDEN.column("planted");
    int right = 0;
    for (int i = 0; i < path.length; i++) {
      right += path[i] == (int) truth[i] ? 1 : 0;
    }
    assertThat(right).isGreaterThan(970);
  }

  private static double[][] table(ToDoubleBiFunction<Integer, Integer> cell, int columns) {
    double[][] table = new double[STATES][columns];
    for (int i = 0; i < STATES; i++) {
      for (int j = 0; j < columns; j++) {
        table[i][j] = cell.applyAsDouble(i, j);
      }
    }
    return table;
  }

  /** States that differ in their spread alone, as calm and wild returns do. */
  @Test
  void tellsVariancesApart() {
    SplittableRandom random = new SplittableRandom(11);
    double[][] returns = new double[3000][1];
    for (int i = 0; i < returns.length; i++) {
      double spread = i / 300 % 2 == 0 ? 0.002 : 0.02;
      returns[i][0] = spread * random.nextGaussian();
    }
    HiddenMarkov model = HiddenMarkovFit.of(returns, 2, Search.seeded(5)).model();
    assertThat(Math.sqrt(model.variance(0, 0))).isCloseTo(0.002, within(0.0002));
    assertThat(Math.sqrt(model.variance(1, 0))).isCloseTo(0.02, within(0.002));
    assertThat(model.transition(0, 0)).isGreaterThan(0.98);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noStepMakesItLessLikely(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] observations = new double[150][2];
    for (double[] row : observations) {
      row[0] = random.nextGaussian() * (random.nextInt(4) == 0 ? 100 : 1);
      row[1] = random.nextInt(3);
    }
    double[][] flat = {{0.25, 0.25, 0.25, 0.25}};
    double[][] transition = {flat[0], flat[0], flat[0], flat[0]};
    double[][] means =
        random.doubles(4).mapToObj(x -> new double[] {x, 3 * x}).toArray(double[][]::new);
    double[][] variances = {{1, 1}, {1, 1}, {50, 1}, {9, 9}};
    BaumWelch steps =
        new BaumWelch(
            observations,
            new double[] {1e-3, 1e-6},
            new HiddenMarkov(flat[0], transition, means, variances));
    for (int i = 0; i < 200; i++) {
      double before = steps.logLikelihood();
      steps.improve();
      assertThat(steps.logLikelihood())
          .as("iteration %d, seed %d", i, seed)
          .isGreaterThanOrEqualTo(before - 1e-9 * Math.abs(before));
    }
  }

  @Test
  void extremesDoNotUnderflow() {
    double[][] observations = new double[5000][1];
    for (int i = 0; i < observations.length; i++) {
      observations[i][0] = (i % 2 == 0 ? 1 : -1) * 1e-8;
    }
    observations[2500][0] = 1e9;
    observations[4000][0] = -1e9;
    HiddenMarkovFit fit = HiddenMarkovFit.of(observations, 2, Search.seeded(2));
    assertThat(fit.logLikelihood()).isFinite();
    HiddenMarkovFilter filter = new HiddenMarkovFilter(model("fitted"));
    for (double x : new double[] {0, 1e150, -1e300, 1e9, 0, Double.NaN, Double.MAX_VALUE, 0.5}) {
      filter.update(new double[] {x, -x});
      double sum = filter.probability(0) + filter.probability(1) + filter.probability(2);
      assertThat(sum).as("after %s", x).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void whatIsMissingIsLeftOut() {
    HiddenMarkovFilter filter = new HiddenMarkovFilter(model("planted"));
    filter.update(new double[] {Double.NaN, Double.NaN});
    assertThat(List.of(filter.probability(0), filter.probability(1), filter.probability(2)))
        .allSatisfy(p -> assertThat(p).isBetween(0.2 - 1e-12, 0.5 + 1e-12));
    filter.update(new double[] {Double.NaN, Double.NaN});
    assertThat(filter.probability(0))
        .isCloseTo(0.5 * 0.95 + 0.3 * 0.03 + 0.2 * 0.02, within(1e-12));
    for (double missing : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      filter.reset();
      filter.update(new double[] {missing, 2});
      assertThat(filter.probability(2)).as("without %s", missing).isGreaterThan(0.9);
    }
  }

  @Test
  void theSeedDecidesAndStatesAreInOrder() {
    Search short7 = new Search(2, 5, 0, 7);
    HiddenMarkovFit once = HiddenMarkovFit.of(OBSERVATIONS, STATES, short7);
    HiddenMarkovFit again = HiddenMarkovFit.of(OBSERVATIONS, STATES, short7);
    HiddenMarkovFit other = HiddenMarkovFit.of(OBSERVATIONS, STATES, new Search(2, 5, 0, 8));
    assertSame(again.model(), once.model(), 0);
    assertThat(again.logLikelihood()).isEqualTo(once.logLikelihood());
    assertThat(other.logLikelihood()).isNotEqualTo(once.logLikelihood());
    for (long seed = 0; seed < 5; seed++) {
      HiddenMarkov model =
          HiddenMarkovFit.of(OBSERVATIONS, STATES, new Search(1, 20, 0, seed)).model();
      for (int state = 1; state < STATES; state++) {
        assertThat(model.variance(state, 0) * model.variance(state, 1))
            .isGreaterThanOrEqualTo(model.variance(state - 1, 0) * model.variance(state - 1, 1));
      }
    }
  }

  @Test
  void theMostLikelySearchIsTaken() {
    for (long seed = 0; seed < 10; seed++) {
      HiddenMarkovFit first = HiddenMarkovFit.of(OBSERVATIONS, STATES, new Search(1, 2, 0, seed));
      HiddenMarkovFit best = HiddenMarkovFit.of(OBSERVATIONS, STATES, new Search(3, 2, 0, seed));
      assertThat(best.logLikelihood())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(first.logLikelihood());
      assertThat(best.iterations()).isEqualTo(2);
      assertThat(best.converged()).isFalse();
    }
  }

  @Test
  void oneStateIsMeanAndVariance() {
    double[][] observations = {{1}, {2}, {3}, {6}};
    HiddenMarkov model = HiddenMarkovFit.of(observations, 1, Search.seeded(1)).model();
    assertThat(model.mean(0, 0)).isCloseTo(3, within(1e-12));
    assertThat(model.variance(0, 0)).isCloseTo(3.5, within(1e-12));
    assertThat(model.transition(0, 0)).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoModel() {
    double[][] one = {{1}};
    assertThatThrownBy(() -> new HiddenMarkov(new double[] {0.9}, one, one, one))
        .hasMessage("probabilities must sum to 1, were 0.9");
    assertThatThrownBy(() -> new HiddenMarkov(new double[] {1}, one, one, new double[][] {{0}}))
        .hasMessage("a variance must be > 0, was 0.0");
    assertThatThrownBy(() -> new HiddenMarkov(new double[] {1}, one, new double[0][], one))
        .hasMessage("means must have 1 rows, had 0");
    assertThatThrownBy(() -> HiddenMarkovFit.of(new double[][] {{1}, {1}}, 1, Search.seeded(1)))
        .hasMessage("feature 0 must vary");
    assertThatThrownBy(
            () -> HiddenMarkovFit.of(new double[][] {{1}, {Double.NaN}}, 1, Search.seeded(1)))
        .hasMessage("observations must be within 1e100, one was NaN");
    assertThatThrownBy(() -> HiddenMarkovFit.of(one, 1, Search.seeded(1)))
        .hasMessage("observations must be >= 2 for each of 1 states, were 1");
    assertThatThrownBy(() -> new HiddenMarkovFilter(model("planted")).update(new double[1]))
        .hasMessage("an observation must have all features, had 1");
  }
}
