package io.tradewind.core.execution.route;

import io.tradewind.core.execution.Lots;
import io.tradewind.core.execution.slippage.Level;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** One venue's book as far as a request may go into it: what a quantity costs there. Pure. */
final class VenueWalk {
  private static final long PPM = 1_000_000;

  private final VenueBook book;
  private final Instrument instrument;
  private final Side side;
  private final List<Level> levels = new ArrayList<>();
  private final double rate;
  private final long smallestScaled;
  private final long largestScaled;

  VenueWalk(RoutePolicy policy, RouteRequest request, VenueBook book) {
    this.book = book;
    this.instrument = request.instrument();
    this.side = request.side();
    long depth = 0;
    for (Level level : book.levels()) {
      if (isWithin(request, level.priceScaled()) && depth < request.qtyScaled()) {
        levels.add(level);
        depth = Math.addExact(depth, level.qtyScaled());
      }
    }
    double days = (double) book.latencyNs() / Utc.DAY_NS;
    double risk = policy.latencyAversion() * request.dailyVolatility() * Math.sqrt(days);
    this.rate = (double) book.rules().takerFeePpm() / PPM + risk;
    Lots lots = new Lots(instrument, book.rules(), 0);
    this.smallestScaled = levels.isEmpty() ? Long.MAX_VALUE : lots.smallest(lowScaled());
    this.largestScaled = affordable(lots.down(Math.min(depth, request.qtyScaled())));
  }

  private static boolean isWithin(RouteRequest request, long priceScaled) {
    int sign = request.side().sign();
    return request.limitScaled().isEmpty()
        || sign * priceScaled <= sign * request.limitScaled().getAsLong();
  }

  /** No order that it may get has a lower price, which is what minimum notional is held against. */
  private long lowScaled() {
    return (side == Side.BUY ? levels.getFirst() : levels.getLast()).priceScaled();
  }

  /** The largest quantity on the lot, up to this one, that the balance there is enough for. */
  private long affordable(long mostScaled) {
    long lot = book.rules().lotScaled();
    if (side == Side.SELL) {
      return FixedPoint.toStep(Math.min(mostScaled, book.balanceScaled()), lot, RoundingMode.FLOOR);
    }
    long low = 0;
    long high = mostScaled / lot;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      long quote = quoteScaled(middle * lot);
      if (Math.addExact(quote, feeScaled(quote)) <= book.balanceScaled()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low * lot;
  }

  VenueBook book() {
    return book;
  }

  long lotScaled() {
    return book.rules().lotScaled();
  }

  /** The smallest quantity that it takes. */
  long smallestScaled() {
    return smallestScaled;
  }

  /** The largest quantity that there is and that can be paid for. */
  long largestScaled() {
    return largestScaled;
  }

  /** Price times quantity of the first that stand there, rounded against us. */
  long quoteScaled(long qtyScaled) {
    RoundingMode against = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
    long quote = 0;
    long left = qtyScaled;
    for (Level level : levels) {
      long taken = Math.min(left, level.qtyScaled());
      quote =
          Math.addExact(
              quote,
              FixedPoint.multiply(
                  level.priceScaled(),
                  instrument.priceScale(),
                  taken,
                  instrument.qtyScale(),
                  instrument.cashScale(),
                  against));
      left -= taken;
    }
    return quote;
  }

  long feeScaled(long quoteScaled) {
    return FixedPoint.mulDiv(quoteScaled, book.rules().takerFeePpm(), PPM, RoundingMode.CEILING);
  }

  /** The price of the last that is reached. */
  long worstScaled(long qtyScaled) {
    int level = levelAt(qtyScaled - 1);
    return levels.get(level).priceScaled();
  }

  private int levelAt(long qtyScaled) {
    int level = 0;
    long before = 0;
    while (before + levels.get(level).qtyScaled() <= qtyScaled) {
      before += levels.get(level).qtyScaled();
      level++;
    }
    return level;
  }

  /** How much more than this there is at the price of the next, whole lots; 0 if less than one. */
  long lotsAtLevel(long qtyScaled) {
    long before = 0;
    for (int i = 0; i <= levelAt(qtyScaled); i++) {
      before += levels.get(i).qtyScaled();
    }
    return (before - qtyScaled) / lotScaled();
  }

  /** What from one quantity to another costs with fee and risk, in units of both scales. */
  double cost(long fromScaled, long toScaled) {
    double quote = 0;
    long before = 0;
    for (Level level : levels) {
      long end = before + level.qtyScaled();
      long taken = Math.min(end, toScaled) - Math.max(before, fromScaled);
      quote += Math.max(0, taken) * (double) level.priceScaled();
      before = end;
    }
    return side.sign() * quote * (1 + side.sign() * rate);
  }
}
