package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.feature.BarSeries;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureBoard;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Parameter;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Lets a strategy look and speak: gives it the context of a bar and gathers its signals. */
final class StrategyDesk {
  private final EngineSpec spec;
  private final Strategy strategy;
  private final FeatureBoard features;
  private final TreeSet<Interval> featureIntervals = new TreeSet<>();
  private final TreeSet<Interval> barIntervals = new TreeSet<>();
  private final Portfolio portfolio;
  private final OpenTrade[] trades;
  private final Bar bar;
  private final Gathered gathered;

  StrategyDesk(EngineSpec spec, Strategy strategy, Portfolio portfolio, OpenTrade[] trades) {
    this.spec = spec;
    this.strategy = strategy;
    this.portfolio = portfolio;
    this.trades = trades;
    this.features = new FeatureBoard(spec.instruments().size());
    this.bar = new Bar(new BarSeries(spec.interval(), 0, 0));
    this.gathered = new Gathered();
    barIntervals.add(spec.interval());
    strategy.prepare(new Asked());
    features.build();
    featureIntervals.addAll(barIntervals);
  }

  /** Everything that the strategy asked for. */
  FeatureBoard features() {
    return features;
  }

  /** Intervals that are needed, longest first. */
  List<Interval> intervals() {
    return List.copyOf(featureIntervals.descendingSet());
  }

  /** Whether the strategy is told of bars of this interval. */
  boolean wantsBars(Interval interval) {
    return barIntervals.contains(interval);
  }

  /** Shows a bar and returns what the strategy says, valid until the next call. */
  List<Signal> onBar(int instrument, BarSeries series, long timeNs) {
    gathered.signals.clear();
    bar.instrument = instrument;
    bar.series = series;
    bar.timeNs = timeNs;
    strategy.onBar(bar, gathered);
    if (gathered.drafting) {
      gathered.flush();
    }
    return gathered.signals;
  }

  void onFill(OrderIntent intent, OrderEvent.Filled fill) {
    bar.instrument = intent.instrument();
    strategy.onFill(new Fill(intent, fill));
  }

  private Instrument instrument(int index) {
    return spec.instruments().get(index);
  }

  /** What a strategy asks for before the first candle. */
  private final class Asked implements Preparation {
    @Override
    public <T> T get(Parameter<T> parameter) {
      return spec.parameters().get(parameter);
    }

    @Override
    public Interval interval() {
      return spec.interval();
    }

    @Override
    public List<InstrumentId> instruments() {
      return spec.instruments().stream().map(Instrument::id).toList();
    }

    @Override
    public Feature feature(Interval interval, FeatureSpec feature) {
      checkMultiple(interval);
      featureIntervals.add(interval);
      return features.request(interval, feature);
    }

    @Override
    public void bars(Interval interval) {
      checkMultiple(interval);
      barIntervals.add(interval);
    }

    private void checkMultiple(Interval interval) {
      Check.argument(
          interval.isMultipleOf(spec.interval()),
          "the strategy asks for %s candles, which are no multiple of the run's %s",
          interval,
          spec.interval());
    }
  }

  /** The bar that is shown; one object, moved from bar to bar. */
  private final class Bar implements BarContext, PositionView {
    private int instrument;
    private BarSeries series;
    private long timeNs;

    Bar(BarSeries series) {
      this.series = series;
    }

    @Override
    public long timeNs() {
      return timeNs;
    }

    @Override
    public InstrumentId instrument() {
      return StrategyDesk.this.instrument(instrument).id();
    }

    @Override
    public int instrumentIndex() {
      return instrument;
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
      return features.value(instrument, feature);
    }

    @Override
    public double previous(Feature feature) {
      return features.previous(instrument, feature);
    }

    @Override
    public PositionView position() {
      return this;
    }

    @Override
    public double equity() {
      return Crossing.toDouble(
          portfolio.equityScaled(), StrategyDesk.this.instrument(instrument).cashScale());
    }

    @Override
    public boolean isFlat() {
      return portfolio.position(instrument).isFlat();
    }

    @Override
    public boolean isLong() {
      return portfolio.position(instrument).isLong();
    }

    @Override
    public boolean isShort() {
      return !isFlat() && !isLong();
    }

    @Override
    public double qty() {
      return Crossing.toDouble(
          portfolio.position(instrument).qtyScaled(),
          StrategyDesk.this.instrument(instrument).qtyScale());
    }

    @Override
    public double entryPrice() {
      return isFlat() ? Double.NaN : trades[instrument].entryPrice();
    }

    @Override
    public long entryTimeNs() {
      return trades[instrument].entryTimeNs();
    }
  }

  /** A fill as it is shown. */
  private final class Fill implements FillContext {
    private final OrderIntent intent;
    private final OrderEvent.Filled filled;

    Fill(OrderIntent intent, OrderEvent.Filled filled) {
      this.intent = intent;
      this.filled = filled;
    }

    @Override
    public long timeNs() {
      return filled.timeNs();
    }

    @Override
    public InstrumentId instrument() {
      return StrategyDesk.this.instrument(intent.instrument()).id();
    }

    @Override
    public int instrumentIndex() {
      return intent.instrument();
    }

    @Override
    public Side side() {
      return intent.side();
    }

    @Override
    public OrderPurpose purpose() {
      return intent.purpose();
    }

    @Override
    public double price() {
      return Crossing.toDouble(
          filled.priceScaled(), StrategyDesk.this.instrument(intent.instrument()).priceScale());
    }

    @Override
    public double qty() {
      return Crossing.toDouble(
          filled.qtyScaled(), StrategyDesk.this.instrument(intent.instrument()).qtyScale());
    }

    @Override
    public PositionView position() {
      return bar;
    }
  }

  /** What a strategy says during one bar. */
  private final class Gathered implements Signals, EntrySignal {
    private final List<Signal> signals = new ArrayList<>();
    private boolean drafting;
    private Direction direction = Direction.LONG;
    private String reason = "";
    private double confidence;
    private OptionalDouble limit = OptionalDouble.empty();
    private OptionalDouble stop = OptionalDouble.empty();
    private List<Double> targets = List.of();
    private OptionalLong horizonNs = OptionalLong.empty();
    private double leverage;
    private SignalSize size = SignalSize.EQUAL_SHARE;

    @Override
    public EntrySignal enterLong(String words) {
      return begin(Direction.LONG, words);
    }

    @Override
    public EntrySignal enterShort(String words) {
      return begin(Direction.SHORT, words);
    }

    @Override
    public void exit(String words) {
      flush();
      signals.add(new Signal.Exit(bar.timeNs, bar.instrument(), words));
    }

    private EntrySignal begin(Direction way, String words) {
      flush();
      drafting = true;
      direction = way;
      reason = words;
      confidence = 1;
      limit = OptionalDouble.empty();
      stop = OptionalDouble.empty();
      targets = List.of();
      horizonNs = OptionalLong.empty();
      leverage = 1;
      size = SignalSize.EQUAL_SHARE;
      return this;
    }

    void flush() {
      if (drafting) {
        drafting = false;
        signals.add(
            new Signal.Enter(
                bar.timeNs,
                bar.instrument(),
                direction,
                confidence,
                size,
                horizonNs,
                limit,
                stop,
                targets,
                leverage,
                reason));
      }
    }

    @Override
    public EntrySignal confidence(double value) {
      confidence = value;
      return this;
    }

    @Override
    public EntrySignal limit(double price) {
      limit = OptionalDouble.of(price);
      return this;
    }

    @Override
    public EntrySignal stop(double price) {
      stop = OptionalDouble.of(price);
      return this;
    }

    @Override
    public EntrySignal target(double price) {
      if (targets.isEmpty()) {
        targets = new ArrayList<>(2);
      }
      targets.add(price);
      return this;
    }

    @Override
    public EntrySignal horizon(Duration horizon) {
      horizonNs = OptionalLong.of(horizon.toNanos());
      return this;
    }

    @Override
    public EntrySignal leverage(double value) {
      leverage = value;
      return this;
    }

    @Override
    public EntrySignal size(SignalSize wanted) {
      size = wanted;
      return this;
    }
  }
}
