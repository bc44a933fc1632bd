package io.tradewind.core.order;

import io.tradewind.analytics.check.Check;
import java.util.OptionalLong;

/** The kind of an order with the prices that belong to it, all in price scale. */
public sealed interface OrderTerms {

  /** Where it closes what went wrong; empty where it does not, or does not stand yet. */
  default OptionalLong stopLevelScaled() {
    return switch (this) {
      case Stop stop -> OptionalLong.of(stop.triggerScaled());
      case StopLimit stop -> OptionalLong.of(stop.triggerScaled());
      case TrailingStop stop -> stop.stopScaled();
      case Oco oco -> OptionalLong.of(oco.stopScaled());
      case Market _, Limit _, TakeProfit _, Bracket _, Iceberg _ -> OptionalLong.empty();
    };
  }

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

  /** A limit and a stop on its other side, of which one cancels the other. */
  record Oco(long targetScaled, long stopScaled) implements OrderTerms {
    /** Checks the ranges. */
    public Oco {
      Check.argument(targetScaled > 0, "targetScaled must be > 0, was %s", targetScaled);
      Check.argument(stopScaled > 0, "stopScaled must be > 0, was %s", stopScaled);
    }
  }

  /**
   * An entry that brings its target and its stop with it: what of it is filled is closed by an
   * {@link Oco} of its own id, which only reduces.
   *
   * @param entry terms of the entry
   * @param targetScaled limit of the exit
   * @param stopScaled stop of the exit
   * @param exitOrderId our id of the exit, above 0
   */
  record Bracket(OrderTerms entry, long targetScaled, long stopScaled, long exitOrderId)
      implements OrderTerms {
    /** Checks the ranges. */
    public Bracket {
      Check.argument(targetScaled > 0, "targetScaled must be > 0, was %s", targetScaled);
      Check.argument(stopScaled > 0, "stopScaled must be > 0, was %s", stopScaled);
      Check.argument(exitOrderId > 0, "exitOrderId must be > 0, was %s", exitOrderId);
    }
  }

  /** A limit order that shows a part of its quantity. */
  record Iceberg(long priceScaled, long visibleQtyScaled) implements OrderTerms {
    /** Checks the ranges. */
    public Iceberg {
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
      Check.argument(
          visibleQtyScaled > 0, "visibleQtyScaled must be > 0, was %s", visibleQtyScaled);
    }
  }
}
