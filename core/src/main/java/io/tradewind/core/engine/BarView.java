package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.feature.BarSeries;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureRow;
import io.tradewind.core.feature.InstrumentBars;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.time.Interval;
import java.util.Arrays;

/**
 * The candles of one instrument and interval as a strategy sees them; one object, bar after bar.
 */
final class BarView implements BarContext, Stateful {
  private final int book;
  private final int index;
  private final Instrument instrument;
  private final InstrumentBars candles;
  private final BarSeries series;
  private final FeatureRow features;
  private final PositionView[] positions;
  private final Portfolio portfolio;

  /** The latest by instrument. */
  private final double[] fundingRates;

  /** What stood at the latest bar, where features may move on between two of them. */
  private final double[] shown;

  private long timeNs;

  BarView(
      int book,
      int index,
      Instrument instrument,
      Interval interval,
      InstrumentBars candles,
      PositionView[] positions,
      Portfolio portfolio,
      double[] fundingRates) {
    this.book = book;
    this.index = index;
    this.instrument = instrument;
    this.candles = candles;
    this.series = candles.of(interval);
    this.features = candles.features();
    this.positions = positions;
    this.portfolio = portfolio;
    this.fundingRates = fundingRates;
    this.shown = new double[candles.isShortest(interval) ? 0 : features.width()];
    Arrays.fill(shown, Double.NaN);
  }

  /** Whose strategy looks. */
  int book() {
    return book;
  }

  /** Time goes on. */
  void at(long now) {
    timeNs = now;
  }

  @Override
  public long timeNs() {
    return timeNs;
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
  public Interval interval() {
    return series.interval();
  }

  @Override
  public double open() {
    return series.open();
  }

  @Override
  public double high() {
    return series.high();
  }

  @Override
  public double low() {
    return series.low();
  }

  @Override
  public double close() {
    return series.close();
  }

  @Override
  public double volume() {
    return series.volume();
  }

  @Override
  public long closeScaled() {
    return series.closeScaled();
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
  public boolean isNew(Feature feature) {
    return candles.of(feature).closeTimeNs() > series.previousCloseTimeNs();
  }

  @Override
  public double before(Feature feature) {
    if (candles.of(feature).interval().durationNs() < series.interval().durationNs()) {
      return shown[feature.slot()];
    }
    return isNew(feature) ? features.previous(feature) : features.value(feature);
  }

  /** The strategy has seen this bar. */
  void wasShown() {
    if (shown.length > 0) {
      features.copy(0, shown, 0, shown.length);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.writeDoubles(shown);
  }

  @Override
  public void load(StateReader in) {
    in.readDoubles(shown);
  }

  @Override
  public double[] values(WindowFeature feature) {
    return features.values(feature);
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
  public double fundingRate() {
    return fundingRates[index];
  }

  @Override
  public double equity() {
    return Crossing.toDouble(portfolio.equityScaled(), instrument.cashScale());
  }
}
