package io.tradewind.research.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.risk.Exceedances;
import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.analytics.risk.ValueAtRisk;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.research.risk.RiskReport.Model;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskAnalysisTest {
  private static final RiskLevel LEVEL = RiskLevel.DEFAULT;

  /** Two closes a day, the second as the first. */
  private static double[] walk(long seed, int days, double deviation) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] closes = new double[2 * days];
    double price = 100;
    for (int day = 0; day < days; day++) {
      price *= 1 + deviation * random.nextGaussian();
      closes[2 * day] = Math.round(price * 1e4) / 1e4;
      closes[2 * day + 1] = closes[2 * day];
    }
    return closes;
  }

  private static RiskReport longRun(int days) {
    return RiskRuns.run(
            "0 long share 1", RiskSettings.RESEARCH, RiskRuns.closes(walk(7, days, 0.03)))
        .report();
  }

  @ParameterizedTest
  @CsvSource({"79, 0", "80, 60", "199, 60", "200, 100", "499, 100", "500, 250", "3000, 250"})
  void theWindowGrowsWithTheRun(int days, int window) {
    assertThat(RiskAnalysis.window(days)).isEqualTo(window);
  }

  @Test
  void eachModelIsJudgedByItsOwnPast() {
    RiskReport report = longRun(140);
    double[] changes = report.days().stream().mapToDouble(RiskReport.Day::change).toArray();
    List<RiskReport.Method> methods = report.valueAtRisk().methods();
    assertThat(report.valueAtRisk().window()).isEqualTo(60);
    assertThat(methods).extracting(RiskReport.Method::model).containsExactly(Model.values());
    assertThat(methods.get(0).judged())
        .isEqualTo(
            Exceedances.rolling(
                changes, 60, 0.95, past -> ValueAtRisk.historical(past, LEVEL).loss()));
    assertThat(methods.get(1).judged())
        .isEqualTo(
            Exceedances.rolling(
                changes, 60, 0.95, past -> ValueAtRisk.parametric(past, LEVEL, 0.94).loss()));
    assertThat(methods.get(0).judged().exceedances()).isPositive();
    assertThat(methods.get(2).judged().days()).isEqualTo(80);
    double[] last = java.util.Arrays.copyOfRange(changes, changes.length - 60, changes.length);
    assertThat(methods.get(0).loss()).isEqualTo(ValueAtRisk.historical(last, LEVEL).loss());
    for (RiskReport.Method method : methods) {
      assertThat(method.shortfall()).isGreaterThanOrEqualTo(method.loss());
      assertThat(method.losses()).hasSize(140);
      assertThat(method.losses().subList(0, 60)).containsOnly(Double.NaN);
    }
  }

  @Test
  void aShortRunIsToldNoValueAtRisk() {
    assertThat(longRun(79).valueAtRisk().methods()).isEmpty();
  }

  @Test
  void ofNothingHeldNoValueAtRiskIsTold() {
    RiskReport report =
        RiskRuns.run("", RiskSettings.RESEARCH, RiskRuns.closes(walk(7, 90, 0.03))).report();
    assertThat(report.heldNothing()).isTrue();
    assertThat(report.valueAtRisk().window()).isZero();
    assertThat(report.valueAtRisk().methods()).isEmpty();
    assertThat(longRun(90).heldNothing()).isFalse();
  }

  /** Bought on day 71 at its only price, so that day 72 is the first of which the past tells. */
  @Test
  void daysOfNothingAreNotJudged() {
    RiskReport report =
        RiskRuns.run("141 long share 1", RiskSettings.RESEARCH, RiskRuns.closes(walk(7, 90, 0.03)))
            .report();
    for (RiskReport.Method method : report.valueAtRisk().methods().subList(0, 2)) {
      assertThat(method.judged().days()).as("%s", method.model()).isEqualTo(90 - 73);
    }
  }

  @Test
  void theFallIsThatOfDailyEquity() {
    RiskReport report =
        RiskRuns.run(
                "0 long share 1",
                RiskSettings.RESEARCH,
                RiskRuns.closes(100, 100, 120, 120, 90, 90, 96, 96, 130, 130))
            .report();
    assertThat(report.drawdown().max()).isCloseTo(0.25, within(1e-9));
    assertThat(report.drawdown().longestDays()).isEqualTo(2);
    assertThat(report.drawdown().last()).isZero();
    assertThat(report.days()).hasSize(5);
    assertThat(report.days().get(2).change()).isCloseTo(-0.25, within(1e-9));
  }

  @Test
  void useIsHeldAgainstItsLimit() {
    RiskSettings limits =
        RiskSettings.RESEARCH.with(
            new PortfolioLimits(
                9, 1, 1, 1, 1, 0.06, 9, 9, LEVEL, 1, io.tradewind.core.risk.limit.Rate.NEVER));
    RiskReport report =
        RiskRuns.run(
                "0 long share 0.5 stop 90",
                limits,
                RiskRuns.closes(100, 100, 110, 110, 100, 100, 110, 100))
            .report();
    RiskReport.Use heat = report.heat();
    assertThat(heat.limit()).hasValue(0.06);
    assertThat(heat.max()).isCloseTo(1000 / 10_500.0, within(1e-9));
    assertThat(heat.daysOver()).isEqualTo(2);
    assertThat(heat.days()).isEqualTo(4);
    assertThat(heat.maxTimeNs()).isEqualTo(report.days().get(1).endNs());
    assertThat(report.symbols().getFirst().daysHeld()).isEqualTo(4);
  }

  @Test
  void correlationsAreOfDailyReturns() {
    double[] one = walk(1, 60, 0.02);
    double[] same = java.util.Arrays.stream(one).map(price -> 2 * price).toArray();
    double[] other = walk(2, 60, 0.02);
    RiskReport.Correlations found =
        RiskRuns.run(
                "",
                RiskSettings.RESEARCH,
                RiskRuns.closes(one),
                RiskRuns.closes(same),
                RiskRuns.closes(other))
            .report()
            .correlations();
    assertThat(found.isLimited()).isFalse();
    assertThat(found.limit()).isEqualTo(0.7);
    assertThat(found.pairs()).hasSize(3);
    assertThat(found.pairs().getFirst().correlation()).isCloseTo(1, within(1e-9));
    assertThat(found.pairs().getFirst().days()).isEqualTo(59);
    assertThat(Math.abs(found.pairs().get(1).correlation())).isLessThan(0.4);
  }

  @Test
  void twentyCommonDaysAreNeeded() {
    assertThat(correlation(20)).isNaN();
    assertThat(correlation(21)).isCloseTo(1, within(1e-9));
  }

  private static double correlation(int days) {
    String closes = RiskRuns.closes(walk(1, days, 0.02));
    return RiskRuns.run("", RiskSettings.RESEARCH, closes, closes)
        .report()
        .correlations()
        .pairs()
        .getFirst()
        .correlation();
  }

  @Test
  void signalsAndTradesAreSorted() {
    RiskReport report =
        RiskRuns.run(
                "0 exit, 1 long share 0.1, 2 exit, 3 long share 0.1, 4 exit, 5 exit",
                RiskSettings.RESEARCH,
                RiskRuns.closes(100, 100, 110, 100, 100, 80, 80, 80))
            .report();
    assertThat(report.signals().raised()).isEqualTo(6);
    assertThat(report.signals().followed()).isEqualTo(4);
    assertThat(report.signals().refused()).containsEntry(Refusal.NO_POSITION, 2);
    assertThat(report.worst())
        .hasSize(2)
        .isSortedAccordingTo(
            java.util.Comparator.comparing(io.tradewind.core.trade.ClosedTrade::profit));
  }
}
