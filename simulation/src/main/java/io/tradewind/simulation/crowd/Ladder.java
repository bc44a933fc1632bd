package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The makers of a symbol: quotes on both sides of a centre, as {@link MakerModel} says. Quotes that
 * stand well enough are left where they are. All others are withdrawn before the first is placed,
 * so that the makers never meet themselves; a user's order that stands in the way is traded with.
 */
final class Ladder {
  /** A quote stays while it is off by no more than this part of its distance, below 1. */
  private static final double SLACK = 0.2;

  /** A quote is made larger when this part of its full size is back. */
  private static final double TOP_UP = 0.2;

  /** The centre never strays further from the fair price, by logarithm. */
  private static final double MOST_STRAY = 0.2;

  private final MarketPort port;
  private final MarketPort.Rules rules;
  private final long accountId;
  private final MakerModel model;
  private final Sigma sigma = new Sigma();
  private final double sideE8;
  private final double impactOfSide;

  /** From the best to the worst, bids and asks by turns. */
  private final List<Quote> quotes = new ArrayList<>();

  /** How far the centre is from the fair price, by logarithm. */
  private double stray;

  private double centreE8;
  private long lastNs;

  /**
   * Before its first quotes.
   *
   * @param dailyVolumeE8 of a usual day in base
   */
  Ladder(MarketPort port, long accountId, MakerModel model, double dailyVolumeE8, long startNs) {
    this.port = port;
    this.rules = port.rules();
    this.accountId = accountId;
    this.model = model;
    this.sideE8 = model.depthDays() * dailyVolumeE8;
    this.impactOfSide = model.impactOfSide();
    this.lastNs = startNs;
    for (int level = 0; level < model.levels(); level++) {
      double fullE8 = sideE8 * model.share(level);
      quotes.add(new Quote(Side.BUY, model.distance(level), fullE8));
      quotes.add(new Quote(Side.SELL, model.distance(level), fullE8));
    }
  }

  /** Quotes around a fair price. */
  void quote(double fairE8, long timeNs) {
    follow(fairE8, timeNs);
    centreE8 = fairE8 * StrictMath.exp(stray);
    requote(timeNs);
  }

  /**
   * Quotes around the tick that is nearest to where the centre would be, and leaves that price
   * free.
   *
   * @return this price
   */
  long quoteBeside(double fairE8, long timeNs) {
    follow(fairE8, timeNs);
    double ticks = Math.rint(fairE8 * StrictMath.exp(stray) / rules.tickE8());
    long priceE8 = ((long) Math.max(1, ticks)) * rules.tickE8();
    centreE8 = priceE8;
    requote(timeNs);
    return priceE8;
  }

  /** Of the fair price over a second, by logarithm. */
  double sigma() {
    return sigma.perSecond();
  }

  private void follow(double fairE8, long timeNs) {
    double taken = settle();
    stray *= MakerModel.left(timeNs - lastNs, model.recoveryHalfLifeNs());
    stray += impactOfSide * halfSpread(fairE8) * taken / sideE8;
    stray = Math.max(-MOST_STRAY, Math.min(MOST_STRAY, stray));
    if (Math.abs(stray) * fairE8 < 0.01 * rules.tickE8()) {
      stray = 0;
    }
    double left = MakerModel.left(timeNs - lastNs, model.refillHalfLifeNs());
    quotes.forEach(quote -> quote.refill(left));
    sigma.onPrice(fairE8, timeNs);
    lastNs = timeNs;
  }

  /** What was taken of the quotes since, purchases less sales. */
  private double settle() {
    double taken = 0;
    for (Quote quote : quotes) {
      if (quote.stands) {
        taken -= quote.side.sign() * (double) quote.settle(port.openE8(accountId, quote.orderId));
      }
    }
    return taken;
  }

  private double halfSpread(double priceE8) {
    return Math.max(model.spread() * sigma.perSecond(), 0.5 * rules.tickE8() / priceE8);
  }

  private void requote(long timeNs) {
    aim();
    for (Quote quote : quotes) {
      if (quote.stands && !isGoodEnough(quote)) {
        port.cancel(accountId, quote.orderId, timeNs);
        quote.stands = false;
      }
    }
    for (Quote quote : quotes) {
      if (!quote.stands) {
        place(quote, timeNs);
      }
    }
  }

  /** Bids are below the centre and asks above it, each level at a price of its own. */
  private void aim() {
    double first = halfSpread(centreE8);
    long tickE8 = rules.tickE8();
    long bidE8 = ((long) Math.ceil(centreE8 / tickE8)) * tickE8;
    long askE8 = ((long) Math.floor(centreE8 / tickE8)) * tickE8;
    for (Quote quote : quotes) {
      double distance = first * quote.distance;
      if (quote.side == Side.BUY) {
        long ticks = (long) Math.floor(centreE8 * (1 - distance) / tickE8);
        bidE8 = Math.min(bidE8 - tickE8, ticks * tickE8);
        quote.wantedPriceE8 = Math.max(0, bidE8);
      } else {
        long ticks = (long) Math.ceil(centreE8 * (1 + distance) / tickE8);
        askE8 = Math.max(askE8 + tickE8, ticks * tickE8);
        quote.wantedPriceE8 = askE8;
      }
    }
  }

  /** One that is off by a part of its distance only is on its side of the centre. */
  private boolean isGoodEnough(Quote quote) {
    double off = Math.abs((double) quote.priceE8 - (double) quote.wantedPriceE8);
    double mayBeOff = SLACK * Math.abs((double) quote.wantedPriceE8 - centreE8);
    return off <= mayBeOff && quote.haveE8 - quote.openE8 <= TOP_UP * quote.fullE8 + rules.lotE8();
  }

  private void place(Quote quote, long timeNs) {
    double most = Math.min(quote.haveE8, (double) rules.maxQtyE8());
    long qtyE8 = ((long) (most / rules.lotE8())) * rules.lotE8();
    if (quote.wantedPriceE8 == 0 || !Sizes.isOrder(rules, qtyE8, quote.wantedPriceE8)) {
      return;
    }
    OptionalLong placed = port.rest(accountId, quote.side, qtyE8, quote.wantedPriceE8, timeNs);
    if (placed.isPresent()) {
      quote.stands = true;
      quote.orderId = placed.getAsLong();
      quote.priceE8 = quote.wantedPriceE8;
      quote.openE8 = qtyE8;
    }
  }
}
