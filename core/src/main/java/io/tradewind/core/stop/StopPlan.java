package io.tradewind.core.stop;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * All that ends one position but a signal: the run's or the strategy's exits with what the signal
 * said.
 *
 * @param stops the nearest holds, of equals the first; at most one that the venue keeps
 * @param ladder returns at which parts are closed, rising
 * @param roi minimum returns by age, rising in age
 * @param maxHoldNs age at which it is closed
 */
public record StopPlan(
    List<StopRule> stops,
    List<ExitRules.LadderStep> ladder,
    List<ExitRules.RoiStep> roi,
    OptionalLong maxHoldNs) {
  /** Nothing. */
  public static final StopPlan NONE = of(ExitRules.NONE, OptionalDouble.empty());

  /** Keeps copies. */
  public StopPlan {
    stops = List.copyOf(stops);
    ladder = List.copyOf(ladder);
    roi = List.copyOf(roi);
    int kept = 0;
    for (StopRule stop : stops) {
      kept += stop.isKeptByVenue() ? 1 : 0;
    }
    Check.argument(
        kept <= 1, "a venue keeps one trailing stop of a position, was asked for %s", kept);
  }

  /**
   * Of exits and the price that the signal named.
   *
   * @param signal the stop's price in quote
   */
  public static StopPlan of(ExitRules exits, OptionalDouble signal) {
    List<StopRule> stops = new ArrayList<>();
    signal.ifPresent(price -> stops.add(new StopRule.SignalPrice(price)));
    exits.stopLoss().ifPresent(distance -> stops.add(new StopRule.Fixed(distance)));
    exits.volatilityStop().ifPresent(multiple -> stops.add(new StopRule.Volatility(multiple)));
    exits
        .trailing()
        .ifPresent(distance ->
            stops.add(new StopRule.TrailingPercent(distance, exits.trailingOffset().orElse(0))));
    exits.trailingAtr().ifPresent(multiple -> stops.add(new StopRule.TrailingAtr(multiple)));
    exits
        .chandelier()
        .ifPresent(rule -> stops.add(new StopRule.Chandelier(rule.bars(), rule.multiple())));
    exits.breakEven().ifPresent(after -> stops.add(new StopRule.BreakEven(after)));
    return new StopPlan(stops, exits.ladder(), exits.roi(), exits.maxHoldNs());
  }

  /**
   * Where the stop will stand right after an entry, which is what its size is reckoned from; empty
   * where nothing stands then.
   *
   * @param entry price in quote
   * @param atr average true range in quote, NaN where it is not known
   */
  public Optional<StopLevel> first(Direction direction, double entry, double atr) {
    StopState state = new StopState();
    state.open(this, direction, 0, 0);
    state.onEntry(entry, atr);
    return state.level();
  }

  /** Whether any stop moves with the bars. */
  boolean followsBars() {
    for (StopRule stop : stops) {
      if (stop.followsBars()) {
        return true;
      }
    }
    return false;
  }

  /** The stop that a venue's trailing order keeps. */
  public Optional<StopRule.TrailingPercent> trailing() {
    for (StopRule stop : stops) {
      if (stop instanceof StopRule.TrailingPercent trailing) {
        return Optional.of(trailing);
      }
    }
    return Optional.empty();
  }

  /** The return that a position of this age is closed at, empty where there is none yet. */
  public OptionalDouble roi(long ageNs) {
    OptionalDouble ratio = OptionalDouble.empty();
    for (ExitRules.RoiStep step : roi) {
      if (step.ageNs() <= ageNs) {
        ratio = OptionalDouble.of(step.ratio());
      }
    }
    return ratio;
  }
}
