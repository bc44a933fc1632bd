package io.tradewind.core.order;

import io.tradewind.analytics.check.Check;
import java.util.OptionalLong;

/** The kind of an order with the prices that belong to it, all in price scale. */
public sealed interface OrderTerms {

  /** At once, at what the market gives. */
  record Market() implements OrderTerms {}

  /** At this price or better; post-only is refused where it would take liquidity. */
  record Limit(long priceScaled, boolean postOnly) implements OrderTerms {
    /** Checks the range. */
    public Limit {
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    }
  }

  /** A market order once the price has gone against us to the trigger. */
  record Stop(long triggerScaled) implements OrderTerms {
    /** Checks the range. */
    public Stop {
      Check.argument(triggerScaled > 0, "triggerScaled must be > 0, was %s", triggerScaled);
    }
  }

  /** A limit order once the price has gone against us to the trigger. */
  record StopLimit(long triggerScaled, long limitScaled) implements OrderTerms {
    /** Checks the range. */
    public StopLimit {
      Check.argument(triggerScaled > 0, "triggerScaled must be > 0, was %s", triggerScaled);
      Check.argument(limitScaled > 0, "limitScaled must be > 0, was %s", limitScaled);
    }
  }

  /** A market order once the price has come our way to the trigger. */
  record TakeProfit(long triggerScaled) implements OrderTerms {
    /** Checks the range. */
    public TakeProfit {
      Check.argument(triggerScaled > 0, "triggerScaled must be > 0, was %s", triggerScaled);
    }
  }

  /**
   * A stop that follows the best price at a distance once the price has reached the activation, and
   * never goes back.
   *
   * @param stopScaled where it stands before it follows, empty where it does not stand yet
   * @param trailPpm distance from the best price, millionths of it
   * @param activationScaled the price from which it follows
   */
  record TrailingStop(OptionalLong stopScaled, long trailPpm, long activationScaled)
      implements OrderTerms {
    /** Checks the ranges. */
    public TrailingStop {
      Check.argument(
          stopScaled.isEmpty() || stopScaled.getAsLong() > 0,
          "stopScaled must be > 0, was %s",
          stopScaled);
      Check.argument(
          trailPpm > 0 && trailPpm < 1_000_000,
          "trailPpm must be within 0 and 1, was %s",
          trailPpm);
      Check.argument(
          activationScaled > 0, "activationScaled must be > 0, was %s", activationScaled);
    }
  }

  /** A target and a stop of which one cancels the other. */
  record Oco(long targetScaled, long stopScaled) implements OrderTerms {}

  /** An entry that brings its target and its stop with it. */
  record Bracket(OrderTerms entry, long targetScaled, long stopScaled) implements OrderTerms {}

  /** A limit order that shows a part of its quantity. */
  record Iceberg(long priceScaled, long visibleQtyScaled) implements OrderTerms {}
}
