package io.tradewind.core.engine;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.strategy.PositionView;

/** The position in an instrument as its strategy sees it, now. */
final class HeldPosition implements PositionView {
  private final Instrument instrument;
  private final Position position;
  private final OpenTrade trade;

  HeldPosition(Instrument instrument, Position position, OpenTrade trade) {
    this.instrument = instrument;
    this.position = position;
    this.trade = trade;
  }

  @Override
  public boolean isFlat() {
    return position.isFlat();
  }

  @Override
  public boolean isLong() {
    return position.isLong();
  }

  @Override
  public boolean isShort() {
    return !position.isFlat() && !position.isLong();
  }

  @Override
  public double qty() {
    return Crossing.toDouble(position.qtyScaled(), instrument.qtyScale());
  }

  @Override
  public double entryPrice() {
    return isFlat() ? Double.NaN : trade.entryPrice();
  }

  @Override
  public long entryTimeNs() {
    return trade.entryTimeNs();
  }
}
