package io.tradewind.core.stop;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.trade.ExitRules;

/**
 * One way to say where a stop stands. Several hold at once: the nearest to the price is the stop.
 */
public sealed interface StopRule {

  /** In words. */
  String text();

  /** Whether a venue's order follows the price by itself, so that nothing is amended for it. */
  default boolean isKeptByVenue() {
    return false;
  }

  /** Whether its level moves as bars close. */
  default boolean followsBars() {
    return true;
  }

  /** At a ratio from the average entry price. */
  record Fixed(double distance) implements StopRule {
    /** Checks the range. */
    public Fixed {
      checkDistance(distance);
    }

    @Override
    public boolean followsBars() {
      return false;
    }

    @Override
    public String text() {
      return "fixed";
    }
  }

  /** At the price that the signal named. */
  record SignalPrice(double price) implements StopRule {
    /** Checks the range. */
    public SignalPrice {
      Check.argument(price > 0 && price < 1e18, "price must be > 0, was %s", price);
    }

    @Override
    public boolean followsBars() {
      return false;
    }

    @Override
    public String text() {
      return "the signal's";
    }
  }

  /**
   * So many average true ranges from the average entry price, by the range of the entry, which is
   * the first that is known.
   */
  record Volatility(double multiple) implements StopRule {
    /** Two ranges. */
    public static final Volatility DEFAULT = new Volatility(2);

    /** Checks the range. */
    public Volatility {
      checkMultiple(multiple);
    }

    @Override
    public boolean followsBars() {
      return false;
    }

    @Override
    public String text() {
      return "volatility";
    }
  }

  /**
   * At a ratio from the best price since the entry, from a profit on. A venue can hold it as a
   * trailing order, which also moves within a candle.
   *
   * @param distance ratio of the best price
   * @param offset profit from which it follows, 0 from the entry on
   */
  record TrailingPercent(double distance, double offset) implements StopRule {
    /** Checks the ranges. */
    public TrailingPercent {
      checkDistance(distance);
      Check.argument(offset >= 0 && offset < 1000, "offset must be >= 0, was %s", offset);
    }

    @Override
    public String text() {
      return "trailing";
    }

    @Override
    public boolean isKeptByVenue() {
      return true;
    }
  }

  /** So many average true ranges, as they are now, from the best price since the entry. */
  record TrailingAtr(double multiple) implements StopRule {
    /** Three ranges. */
    public static final TrailingAtr DEFAULT = new TrailingAtr(3);

    /** Checks the range. */
    public TrailingAtr {
      checkMultiple(multiple);
    }

    @Override
    public String text() {
      return "trailing by range";
    }
  }

  /**
   * So many average true ranges, as they are now, from the highest high (of a short the lowest low)
   * of the last bars, none before the entry. Source: C. LeBeau, in A. Elder (2002), "Come Into My
   * Trading Room"; he takes all bars since the entry.
   */
  record Chandelier(int bars, double multiple) implements StopRule {
    /** Three ranges and 22 bars. */
    public static final Chandelier DEFAULT = new Chandelier(22, 3);

    /** Checks the ranges. */
    public Chandelier {
      Check.argument(bars >= 1 && bars <= 10_000, "bars must be in [1, 10000], was %s", bars);
      checkMultiple(multiple);
    }

    @Override
    public String text() {
      return "chandelier";
    }
  }

  /** At the average entry price and the costs of both ways, once the profit has been this. */
  record BreakEven(double after) implements StopRule {
    /** Two percent. */
    public static final BreakEven DEFAULT = new BreakEven(0.02);

    /** Checks the range. */
    public BreakEven {
      Check.argument(after > 0 && after < 1000, "after must be > 0, was %s", after);
    }

    @Override
    public String text() {
      return "break-even";
    }
  }

  private static void checkDistance(double distance) {
    Check.argument(
        distance >= ExitRules.LEAST && distance <= ExitRules.MOST,
        "distance must be within 0 and 1, was %s",
        distance);
  }

  private static void checkMultiple(double multiple) {
    Check.argument(
        multiple > 0 && multiple <= 1000, "multiple must be in (0, 1000], was %s", multiple);
  }
}
