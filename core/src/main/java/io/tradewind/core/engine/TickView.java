package io.tradewind.core.engine;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureRow;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.strategy.BookContext;
import io.tradewind.core.strategy.DepthView;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.strategy.TradeContext;

/** Trades and book of one instrument as a strategy sees them; one object, event after event. */
final class TickView implements TradeContext, BookContext {
  private final int book;
  private final int index;
  private final Instrument instrument;
  private final DepthView depth;
  private final FeatureRow features;
  private final PositionView[] positions;
  private final Portfolio portfolio;
  private long timeNs;
  private long venueTimeNs;
  private long priceScaled;
  private long qtyScaled;
  private boolean buyerIsAggressor;

  TickView(
      StrategyBook owner,
      int book,
      int index,
      Instrument instrument,
      DepthView depth,
      FeatureRow features) {
    this.book = book;
    this.index = index;
    this.instrument = instrument;
    this.depth = depth;
    this.features = features;
    this.positions = owner.positions();
    this.portfolio = owner.portfolio();
  }

  /** Whose strategy looks. */
  int book() {
    return book;
  }

  /** Another trade. */
  void at(TradeColumns rows, int row) {
    timeNs = rows.receiveTimeNs(row);
    venueTimeNs = rows.timeNs(row);
    priceScaled = rows.price(row);
    qtyScaled = rows.qty(row);
    buyerIsAggressor = rows.buyerIsAggressor(row);
  }

  /** The book has changed. */
  void at(BookColumns rows, int row) {
    timeNs = rows.receiveTimeNs(row);
    venueTimeNs = rows.timeNs(row);
  }

  @Override
  public long timeNs() {
    return timeNs;
  }

  @Override
  public long venueTimeNs() {
    return venueTimeNs;
  }

  @Override
  public InstrumentId instrument() {
    return instrument.id();
  }

  @Override
  public int instrumentIndex() {
    return index;
  }

  @Override
  public DepthView depth() {
    return depth;
  }

  @Override
  public PositionView position() {
    return positions[index];
  }

  @Override
  public PositionView position(int instrumentIndex) {
    return positions[instrumentIndex];
  }

  @Override
  public double equity() {
    return Crossing.toDouble(portfolio.equityScaled(), instrument.cashScale());
  }

  @Override
  public double price() {
    return Crossing.toDouble(priceScaled, instrument.priceScale());
  }

  @Override
  public double qty() {
    return Crossing.toDouble(qtyScaled, instrument.qtyScale());
  }

  @Override
  public long priceScaled() {
    return priceScaled;
  }

  @Override
  public long qtyScaled() {
    return qtyScaled;
  }

  @Override
  public boolean buyerIsAggressor() {
    return buyerIsAggressor;
  }

  @Override
  public double value(Feature feature) {
    return features.value(feature);
  }

  @Override
  public void copy(int slot, double[] into, int at, int count) {
    features.copy(slot, into, at, count);
  }

  @Override
  public double previous(Feature feature) {
    return features.previous(feature);
  }

  @Override
  public double[] values(WindowFeature feature) {
    return features.values(feature);
  }
}
