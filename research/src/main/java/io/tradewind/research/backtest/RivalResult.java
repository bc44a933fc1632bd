package io.tradewind.research.backtest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.allocation.Rivalry;
import io.tradewind.core.allocation.RivalrySettings;

/**
 * A challenger that was traded beside a run, on an account of its own.
 *
 * @param name of the challenger
 * @param result what it came to
 * @param rivalry its days against those of the run
 */
public record RivalResult(String name, BacktestResult result, Rivalry rivalry) {

  /** Compares a challenger with a run over the same candles. */
  static RivalResult of(BacktestResult live, BacktestResult challenger, RivalrySettings settings) {
    EquityCurve one = live.daily();
    EquityCurve other = challenger.daily();
    Check.argument(
        one.size() == other.size(), "days must be the same: %s, %s", one.size(), other.size());
    for (int i = 0; i < one.size(); i++) {
      Check.argument(one.timeNs(i) == other.timeNs(i), "days must be the same, day %s is not", i);
    }
    return new RivalResult(
        challenger.run().strategy(),
        challenger,
        Rivalry.between(one.returns(), other.returns(), settings));
  }
}
