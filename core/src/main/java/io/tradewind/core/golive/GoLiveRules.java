package io.tradewind.core.golive;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.List;

/**
 * What the user asks for before real money.
 *
 * @param stages the terms of each stage, in their order
 * @param changedPaperNs how long paper lasts for a strategy that was changed
 * @param trades closed trades, at least
 * @param winRate ratio of trades that won, which must be exceeded
 * @param averageResult mean profit as a ratio of what was paid, which must be exceeded
 * @param drawdown loss since the peak, as a ratio, which must not be reached
 * @param costShare running costs of 30 days as a ratio of capital, above which there is a warning
 */
public record GoLiveRules(
    List<StageTerms> stages,
    long changedPaperNs,
    int trades,
    double winRate,
    double averageResult,
    double drawdown,
    double costShare) {
  private static final long WEEK_NS = 7 * Utc.DAY_NS;
  private static final double ANY = Double.POSITIVE_INFINITY;

  /**
   * What ships. That the stages above micro last two weeks each, as micro does, is our own choice;
   * so is that capital from 100 to 200 is a small stage.
   */
  public static final GoLiveRules SHIPPED =
      new GoLiveRules(
          List.of(
              new StageTerms(false, 0, ANY, ANY, false, 0),
              new StageTerms(false, 0, ANY, ANY, false, 0),
              new StageTerms(false, 0, ANY, ANY, false, 4 * WEEK_NS),
              new StageTerms(true, 50, 100, 3, true, 2 * WEEK_NS),
              new StageTerms(true, 200, 1000, ANY, false, 2 * WEEK_NS),
              new StageTerms(true, 1000, 5000, ANY, false, 2 * WEEK_NS),
              new StageTerms(true, 0, ANY, ANY, false, 0)),
          WEEK_NS,
          30,
          0.55,
          0,
          0.20,
          0.10);

  /** Checks the ranges. */
  public GoLiveRules {
    stages = List.copyOf(stages);
    Check.argument(
        stages.size() == Stage.values().length, "stages must be 7, were %s", stages.size());
    Check.argument(changedPaperNs >= 0, "changedPaperNs must be >= 0, was %s", changedPaperNs);
    Check.argument(trades >= 1, "trades must be >= 1, was %s", trades);
    Check.argument(winRate >= 0 && winRate < 1, "winRate must be in [0, 1), was %s", winRate);
    Check.argument(
        Double.isFinite(averageResult), "averageResult must be finite, was %s", averageResult);
    Check.argument(drawdown > 0, "drawdown must be > 0, was %s", drawdown);
    Check.argument(costShare > 0, "costShare must be > 0, was %s", costShare);
  }

  /** What a stage allows. */
  public StageTerms terms(Stage stage) {
    return stages.get(stage.ordinal());
  }

  /** How long a stage lasts at least; paper of a strategy that was changed is shorter. */
  public long durationNs(Stage stage, boolean changed) {
    return stage == Stage.PAPER && changed ? changedPaperNs : terms(stage).durationNs();
  }
}
