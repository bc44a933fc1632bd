package io.tradewind.exchange.setup;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.crowd.MarketPort;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/**
 * A port whose resting orders show a share of what is asked for, while those who place them believe
 * that all of it stands. Where all that stands was taken they believe that all they asked for was,
 * so that a thin book moves the more.
 */
final class ThinPort implements MarketPort {
  private final MarketPort port;
  private final DoubleSupplier share;

  /** What was asked for and not placed, by order; only of orders that are thin. */
  private final Map<Long, Long> hiddenE8 = new LinkedHashMap<>();

  ThinPort(MarketPort port, DoubleSupplier share) {
    this.port = port;
    this.share = share;
  }

  @Override
  public Rules rules() {
    return port.rules();
  }

  @Override
  public OptionalLong bestE8(Side side) {
    return port.bestE8(side);
  }

  @Override
  public OptionalLong rest(long accountId, Side side, long qtyE8, long priceE8, long timeNs) {
    double shown = share.getAsDouble();
    if (shown >= 1) {
      return port.rest(accountId, side, qtyE8, priceE8, timeNs);
    }
    long placedE8 = Math.min(qtyE8, Math.max(thinE8(qtyE8, shown), leastE8(priceE8)));
    OptionalLong id = port.rest(accountId, side, placedE8, priceE8, timeNs);
    if (id.isPresent() && placedE8 < qtyE8) {
      hiddenE8.put(id.getAsLong(), qtyE8 - placedE8);
    }
    return id;
  }

  /** Whole lots, one at least. */
  private long thinE8(long qtyE8, double shown) {
    long lotE8 = rules().lotE8();
    return Math.max(lotE8, ((long) (qtyE8 * shown)) / lotE8 * lotE8);
  }

  /** Whole lots that an order must have at least. */
  private long leastE8(long priceE8) {
    Rules rules = rules();
    double ofNotional = (double) rules.minNotionalE8() / priceE8 * 1e8;
    long lots = (long) Math.ceil(ofNotional / rules.lotE8());
    return Math.max(rules.minQtyE8(), lots * rules.lotE8());
  }

  @Override
  public long take(long accountId, Side side, long qtyE8, long priceE8, long timeNs) {
    return port.take(accountId, side, qtyE8, priceE8, timeNs);
  }

  @Override
  public long openE8(long accountId, long orderId) {
    long openE8 = port.openE8(accountId, orderId);
    if (openE8 == 0) {
      hiddenE8.remove(orderId);
      return 0;
    }
    return openE8 + hiddenE8.getOrDefault(orderId, 0L);
  }

  /** What is shown falls to its share; if it is no more than that, what is hidden falls. */
  @Override
  public boolean reduce(long accountId, long orderId, long openE8, long timeNs) {
    if (!hiddenE8.containsKey(orderId)) {
      return port.reduce(accountId, orderId, openE8, timeNs);
    }
    long placedE8 = port.openE8(accountId, orderId);
    long thinE8 = Math.min(openE8, thinE8(openE8, share.getAsDouble()));
    if (thinE8 < placedE8 && !port.reduce(accountId, orderId, thinE8, timeNs)) {
      return false;
    }
    hiddenE8.put(orderId, openE8 - Math.min(placedE8, thinE8));
    return placedE8 > 0;
  }

  @Override
  public long cancel(long accountId, long orderId, long timeNs) {
    Long hidden = hiddenE8.remove(orderId);
    long openE8 = port.cancel(accountId, orderId, timeNs);
    return openE8 == 0 || hidden == null ? openE8 : openE8 + hidden;
  }
}
