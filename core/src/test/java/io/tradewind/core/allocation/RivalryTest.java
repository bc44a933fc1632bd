package io.tradewind.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.core.allocation.Rivalry.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalryTest {
  private static final RivalrySettings SETTINGS = RivalrySettings.DEFAULT;

  private static double[] returns(Deviates deviates, int days, double mean, double deviation) {
    double[] returns = new double[days];
    Arrays.setAll(returns, day -> mean + deviation * deviates.normal());
    return returns;
  }

  /** With this mean and no other. */
  private static double[] exactly(double mean, double[] values) {
    double off = mean - Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(value -> value + off).toArray();
  }

  private static double[] plus(double[] one, double[] other) {
    double[] sums = new double[one.length];
    Arrays.setAll(sums, i -> one[i] + other[i]);
    return sums;
  }

  /** The challenger differs by a mean with a deviation of 1 %: an error of 0.1 % over 100 days. */
  @ParameterizedTest
  @CsvSource({
    "0.004, CHALLENGER_BETTER",
    "0, NOT_YET_KNOWN",
    "0.0002, NOT_YET_KNOWN",
    "-0.004, CHALLENGER_WORSE"
  })
  void tellsWhatTheDifferencesTell(double mean, Verdict verdict) {
    Deviates deviates = new Deviates(1);
    double[] live = returns(deviates, 100, 0.001, 0.03);
    double[] challenger = plus(live, exactly(mean, returns(deviates, 100, 0, 0.01)));
    Rivalry rivalry = Rivalry.between(live, challenger, SETTINGS);
    assertThat(rivalry.verdict()).isEqualTo(verdict);
    assertThat(rivalry.text()).startsWith(verdict.text() + ": ");
    assertThat(rivalry.meanDifference()).isBetween(rivalry.low(), rivalry.high());
    assertThat(rivalry.high() - rivalry.low()).isCloseTo(2 * 1.96 * 0.001, within(0.001));
    Rivalry turned = Rivalry.between(challenger, live, SETTINGS);
    assertThat(turned.low()).isCloseTo(-rivalry.high(), within(0.0001));
    assertThat(turned.meanDifference()).isCloseTo(-rivalry.meanDifference(), within(1e-15));
  }

  /** What both share says nothing: days that go up and down by 30 % with a difference of 0.1 %. */
  @Test
  void theDaysOfBothArePaired() {
    Deviates deviates = new Deviates(2);
    double[] live = returns(deviates, 100, 0, 0.3);
    double[] challenger = plus(live, returns(deviates, 100, 0.001, 0.0005));
    Rivalry rivalry = Rivalry.between(live, challenger, SETTINGS);
    assertThat(rivalry.verdict()).isEqualTo(Verdict.CHALLENGER_BETTER);
  }

  @Test
  void saysItInWords() {
    double[] live = new double[60];
    double[] challenger = new double[60];
    Arrays.fill(challenger, 0.001);
    assertThat(Rivalry.between(live, challenger, SETTINGS).text())
        .isEqualTo(
            "the challenger is better: +0.1000 % a day over 60 days, between +0.1000 and +0.1000"
                + " with 95.0 % confidence");
    assertThat(Rivalry.between(challenger, live, SETTINGS).verdict())
        .isEqualTo(Verdict.CHALLENGER_WORSE);
  }

  @Test
  void aRecordThatIsTooShortTellsNothing() {
    double[] live = new double[59];
    double[] challenger = new double[59];
    Arrays.fill(challenger, 0.01);
    Rivalry rivalry = Rivalry.between(live, challenger, SETTINGS);
    assertThat(rivalry.verdict()).isEqualTo(Verdict.NOT_YET_KNOWN);
    assertThat(rivalry.text())
        .isEqualTo("which is better is not yet known: 59 of 60 days that are needed");
    assertThat(rivalry.meanDifference()).isNaN();
  }

  /** Of rivals that are alike one in twenty is told apart, give or take what 400 runs show. */
  @Test
  void rivalsThatAreAlikeAreSeldomToldApart() {
    RivalrySettings fast = new RivalrySettings(60, 0.95, 1, 500, 1);
    int told = 0;
    for (long seed = 0; seed < 400; seed++) {
      Deviates deviates = new Deviates(seed);
      double[] live = returns(deviates, 120, 0.001, 0.02);
      double[] challenger = returns(deviates, 120, 0.001, 0.02);
      told += Rivalry.between(live, challenger, fast).verdict() == Verdict.NOT_YET_KNOWN ? 0 : 1;
    }
    assertThat(told).isBetween(8, 40);
  }

  /** Days that go together are drawn together, or the interval would be too narrow by half. */
  @Test
  void blocksKeepDaysTogether() {
    Deviates deviates = new Deviates(3);
    double[] differences = new double[1000];
    double level = 0;
    for (int i = 0; i < differences.length; i++) {
      level = 0.7 * level + 0.01 * deviates.normal();
      differences[i] = level;
    }
    double[] live = new double[1000];
    RivalrySettings single = new RivalrySettings(60, 0.95, 1, 2000, 1);
    RivalrySettings blocks = new RivalrySettings(60, 0.95, 30, 2000, 1);
    Rivalry narrow = Rivalry.between(live, differences, single);
    Rivalry wide = Rivalry.between(live, differences, blocks);
    double ratio = (wide.high() - wide.low()) / (narrow.high() - narrow.low());
    assertThat(ratio).isBetween(1.8, 2.6); // the root of (1 + 0.7) / (1 - 0.7) is 2.38
  }

  @Test
  void theSameSeedTellsTheSame() {
    Deviates deviates = new Deviates(4);
    double[] live = returns(deviates, 100, 0, 0.02);
    double[] challenger = returns(deviates, 100, 0, 0.02);
    Rivalry once = Rivalry.between(live, challenger, SETTINGS);
    assertThat(Rivalry.between(live, challenger, SETTINGS)).isEqualTo(once);
    RivalrySettings other = new RivalrySettings(60, 0.95, 5, 10_000, 2);
    assertThat(Rivalry.between(live, challenger, other).low()).isNotEqualTo(once.low());
  }

  @Test
  void refusesRecordsThatDoNotPair() {
    assertThatThrownBy(() -> Rivalry.between(new double[60], new double[61], SETTINGS))
        .hasMessage("records must be of the same days: 60 and 61");
    double[] broken = new double[60];
    broken[3] = Double.NaN;
    assertThatThrownBy(() -> Rivalry.between(new double[60], broken, SETTINGS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RivalrySettings(1, 0.95, 5, 1000, 1))
        .hasMessage("minDays must be >= 2, was 1");
    assertThatThrownBy(() -> new RivalrySettings(60, 1, 5, 1000, 1))
        .hasMessage("confidence must be > 0.5 and < 1, was 1.0");
    assertThatThrownBy(() -> new RivalrySettings(60, 0.95, 0.5, 1000, 1))
        .hasMessage("meanBlock must be >= 1, was 0.5");
    assertThatThrownBy(() -> new RivalrySettings(60, 0.95, 5, 99, 1))
        .hasMessage("resamples must be 100 to 10000000, was 99");
  }
}
