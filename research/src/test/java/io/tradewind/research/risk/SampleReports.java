package io.tradewind.research.risk;

import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Utc;
import io.tradewind.testkit.CandleTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Reports with everything, next to nothing, and a loss of all. */
final class SampleReports {
  private SampleReports() {}

  /** Of 130 days of two symbols that move together. */
  static RiskReport rich() {
    SplittableRandom random = new SplittableRandom(3);
    double[] one = new double[260];
    double[] other = new double[260];
    double price = 100;
    for (int i = 0; i < one.length; i++) {
      price *= 1 + 0.02 * random.nextGaussian();
      one[i] = Math.round(price * 100) / 100.0;
      other[i] = Math.round(price * (1 + 0.005 * random.nextGaussian()) * 100) / 100.0;
    }
    RiskRuns.Heard run =
        RiskRuns.run(
            "0@0 long share 0.6 stop 50, 90@0 exit, 120@0 short share 0.3, 4@1 long share 0.4,"
                + " 5@1 exit, 6@1 exit",
            RiskSettings.RESEARCH,
            RiskRuns.closes(one),
            RiskRuns.closes(other));
    RiskRecord heard = run.record();
    long at = CandleTable.START_NS + 2 * Utc.DAY_NS;
    List<RiskEvent> events =
        List.of(
            new RiskEvent(at, RiskEvent.Kind.LIMIT, "loss of a day", "2.10 % lost, limit 2.00 %"),
            new RiskEvent(at, RiskEvent.Kind.WARNED, "drawdown", "5.10 % lost, limit 20.00 %"),
            locked(at - 1),
            locked(at),
            locked(at),
            new RiskEvent(at - 1, RiskEvent.Kind.HALTED, "halted", "<b>words</b> of somebody"));
    RiskRecord more =
        new RiskRecord(
            heard.symbols(),
            heard.days(),
            events,
            heard.sizes(),
            new BigDecimal("12.50"),
            BigDecimal.ONE,
            List.of(
                new RiskRecord.Liquidation(
                    at,
                    "T0/USDT:USDT",
                    new BigDecimal("0.25"),
                    new BigDecimal("90.1"),
                    new BigDecimal("0.30"),
                    BigDecimal.ZERO)));
    return RiskAnalysis.of(run.result(), more, run.limits());
  }

  private static RiskEvent locked(long timeNs) {
    return new RiskEvent(
        timeNs, RiskEvent.Kind.LOCKED, "cool-down after an exit", "T0/USDT:USDT: entries");
  }

  /** Of 130 days on which nothing was held. */
  static RiskReport idle() {
    double[] closes = new double[260];
    Arrays.fill(closes, 100);
    return RiskRuns.run("", RiskSettings.RESEARCH, RiskRuns.closes(closes)).report();
  }

  /** Of a day on which nothing happened. */
  static RiskReport poor() {
    return RiskRuns.run("", RiskSettings.RESEARCH, RiskRuns.closes(100, 100)).report();
  }

  /** Of a short that cost more than there was. */
  static RiskReport ruined() {
    return RiskRuns.run(
            "0 short share 1", RiskSettings.RESEARCH, RiskRuns.closes(100, 100, 180, 260, 300, 90))
        .report();
  }
}
