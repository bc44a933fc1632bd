package io.tradewind.core.execution.slippage;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import java.util.List;

/** What is known of the liquidity that an order can take. */
public sealed interface Liquidity {
  /** By this part, the last bits of doubles may be off: that much over a limit is no breach. */
  double HAIR = 1e-9;

  /** In price scale, above 0. */
  long midScaled();

  /** What an order of a quantity is expected to lose. */
  ExpectedSlippage expected(Side side, long qtyScaled);

  /** The largest quantity that is expected to lose no more than a ratio, 0 where there is none. */
  long largestWithin(Side side, double maxRatio);

  /** What is traded in a day, in quantity scale; 0 where that is not known. */
  long dailyVolumeScaled();

  /**
   * The levels of a book that would be taken.
   *
   * @param levels best first: rising asks for a purchase, falling bids for a sale
   * @param dailyVolumeScaled 0 where that is not known
   */
  record Book(long midScaled, List<Level> levels, long dailyVolumeScaled) implements Liquidity {
    /** Checks the ranges. */
    public Book {
      levels = List.copyOf(levels);
      checkMarket(midScaled, dailyVolumeScaled);
    }

    @Override
    public ExpectedSlippage expected(Side side, long qtyScaled) {
      double quote = 0;
      long left = qtyScaled;
      for (Level level : levels) {
        long taken = Math.min(left, level.qtyScaled());
        quote += (double) taken * level.priceScaled();
        left -= taken;
      }
      if (left == qtyScaled) {
        return new ExpectedSlippage(0, 0, false);
      }
      double average = quote / (qtyScaled - left);
      double touch = levels.getFirst().priceScaled();
      return new ExpectedSlippage(
          Math.max(0, side.sign() * (touch / midScaled - 1)),
          Math.max(0, side.sign() * (average - touch) / midScaled),
          left == 0);
    }

    /** Takes levels as long as the average stays within; of the first that breaks it, a part. */
    @Override
    public long largestWithin(Side side, double maxRatio) {
      double room = 0;
      long qty = 0;
      for (Level level : levels) {
        double loss = side.sign() * ((double) level.priceScaled() / midScaled - 1) - maxRatio;
        double needed = loss * level.qtyScaled();
        if (needed > room) {
          return qty + (long) (room / loss * (1 + HAIR));
        }
        room -= needed;
        qty += level.qtyScaled();
      }
      return qty;
    }
  }

  /**
   * No book: half the spread, and the impact that such a quantity is known to have.
   *
   * @param spreadRatio from bid to ask, as a ratio of the mid
   * @param dailyVolatility standard deviation of a day's return
   * @param dailyVolumeScaled in quantity scale; 0 where it is not known, and then nothing fits
   */
  record Model(
      long midScaled,
      double spreadRatio,
      double dailyVolatility,
      long dailyVolumeScaled,
      SquareRootImpact impact)
      implements Liquidity {
    /** Checks the ranges. */
    public Model {
      checkMarket(midScaled, dailyVolumeScaled);
      checkRatio("spreadRatio", spreadRatio);
      checkRatio("dailyVolatility", dailyVolatility);
    }

    @Override
    public ExpectedSlippage expected(Side side, long qtyScaled) {
      return dailyVolumeScaled == 0
          ? new ExpectedSlippage(spreadRatio / 2, 0, false)
          : new ExpectedSlippage(
              spreadRatio / 2,
              impact.ratio(dailyVolatility, (double) qtyScaled, (double) dailyVolumeScaled),
              true);
    }

    @Override
    public long largestWithin(Side side, double maxRatio) {
      double room = maxRatio - spreadRatio / 2;
      if (dailyVolumeScaled == 0 || room < 0) {
        return 0;
      }
      return dailyVolatility == 0
          ? Long.MAX_VALUE
          : (long) (impact.qty(room, dailyVolatility, (double) dailyVolumeScaled) * (1 + HAIR));
    }
  }

  private static void checkMarket(long midScaled, long dailyVolumeScaled) {
    Check.argument(midScaled > 0, "midScaled must be > 0, was %s", midScaled);
    Check.argument(
        dailyVolumeScaled >= 0, "dailyVolumeScaled must be >= 0, was %s", dailyVolumeScaled);
  }

  private static void checkRatio(String name, double ratio) {
    Check.argument(
        ratio >= 0 && Double.isFinite(ratio), "%s must be finite and >= 0, was %s", name, ratio);
  }
}
