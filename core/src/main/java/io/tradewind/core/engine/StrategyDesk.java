package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureBoard;
import io.tradewind.core.feature.FeatureRow;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.Features;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lets a strategy look and speak: gives it the context of a bar and gathers its signals. */
final class StrategyDesk {
  private final List<Instrument> instruments;
  private final BookSpec spec;
  private final Strategy strategy;
  private final FeatureBoard features;
  private final List<Feature> asked = new ArrayList<>();
  private final List<WindowFeature> askedWindows = new ArrayList<>();
  private final TreeSet<Interval> featureIntervals = new TreeSet<>();
  private final TreeSet<Interval> barIntervals = new TreeSet<>();
  private final HeldPosition[] positions;
  private final Optional<Feature> atr;
  private boolean askedForRanges;
  private boolean askedForTrades;
  private boolean askedForBook;
  private final boolean[] ready;
  private final Said said;

  /**
   * The strategy is prepared here: it asks for its features.
   *
   * @param needsAtr whether {@link #atr} will be asked for
   */
  StrategyDesk(
      List<Instrument> instruments,
      BookSpec spec,
      Strategy strategy,
      FeatureBoard features,
      HeldPosition[] positions,
      boolean needsAtr) {
    this.instruments = instruments;
    this.spec = spec;
    this.strategy = strategy;
    this.features = features;
    this.positions = positions;
    this.ready = new boolean[instruments.size()];
    this.said = new Said(instruments.stream().map(Instrument::id).toList());
    barIntervals.add(spec.interval());
    strategy.prepare(new Asked());
    featureIntervals.addAll(barIntervals);
    atr =
        needsAtr || askedForRanges
            ? Optional.of(features.request(spec.interval(), Features.atr(spec.exits().atrBars())))
            : Optional.empty();
  }

  /** Intervals that are needed. */
  Collection<Interval> intervals() {
    return featureIntervals;
  }

  /** Whether everything that the strategy asked for has a value of this instrument. */
  boolean isReady(int instrument) {
    if (!ready[instrument]) {
      ready[instrument] = areReady(features.of(instrument));
    }
    return ready[instrument];
  }

  /** The average true range of the strategy's candles, NaN until there are enough. */
  double atr(int instrument) {
    return atr.isEmpty() ? Double.NaN : features.of(instrument).value(atr.get().slot());
  }

  /** What the strategy sees of an instrument now. */
  List<AuditRecord.FeatureSeen> seen(int instrument) {
    FeatureRow row = features.of(instrument);
    List<AuditRecord.FeatureSeen> seen = new ArrayList<>();
    for (Feature feature : asked) {
      List<String> outputs = feature.outputs();
      for (int i = 0; i < outputs.size(); i++) {
        String name = outputs.size() == 1 ? feature.id() : feature.id() + ' ' + outputs.get(i);
        seen.add(new AuditRecord.FeatureSeen(name, row.value(feature.slot() + i)));
      }
    }
    return seen;
  }

  /** After a restore readiness is asked for again. */
  void forget() {
    Arrays.fill(ready, false);
  }

  private boolean areReady(FeatureRow row) {
    return asked.stream().allMatch(row::isReady) && askedWindows.stream().allMatch(row::isReady);
  }

  /** Whether the strategy is told of bars of this interval. */
  boolean wantsBars(Interval interval) {
    return barIntervals.contains(interval);
  }

  /** Shows a bar and returns what the strategy says, valid until the next call. */
  Said onBar(BarView bar, long timeNs) {
    bar.at(timeNs);
    strategy.onBar(bar, said.begin(bar.instrumentIndex(), timeNs));
    return said;
  }

  /** Whether the strategy is told of trades. */
  boolean wantsTrades() {
    return askedForTrades;
  }

  /** Whether the strategy is told of changes of order books. */
  boolean wantsBook() {
    return askedForBook;
  }

  /** Shows a trade, as {@link #onBar}. */
  Said onTrade(TickView trade) {
    strategy.onTrade(trade, said.begin(trade.instrumentIndex(), trade.timeNs()));
    return said;
  }

  /** Shows a changed order book, as {@link #onBar}. */
  Said onBook(TickView book) {
    strategy.onBook(book, said.begin(book.instrumentIndex(), book.timeNs()));
    return said;
  }

  void onFill(OrderIntent intent, OrderEvent.Filled fill) {
    strategy.onFill(new Fill(intent, fill));
  }

  private Instrument instrument(int index) {
    return instruments.get(index);
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
      return instruments.stream().map(Instrument::id).toList();
    }

    @Override
    public Feature feature(Interval interval, FeatureSpec feature) {
      checkMultiple(interval);
      featureIntervals.add(interval);
      asked.add(features.request(interval, feature));
      return asked.getLast();
    }

    @Override
    public WindowFeature feature(Interval interval, WindowSpec feature) {
      checkMultiple(interval);
      featureIntervals.add(interval);
      askedWindows.add(features.request(interval, feature));
      return askedWindows.getLast();
    }

    @Override
    public void ranges() {
      askedForRanges = true;
    }

    @Override
    public void bars(Interval interval) {
      checkMultiple(interval);
      barIntervals.add(interval);
    }

    @Override
    public void trades() {
      askedForTrades = true;
    }

    @Override
    public void book() {
      askedForBook = true;
    }

    private void checkMultiple(Interval interval) {
      Check.argument(
          interval.isMultipleOf(spec.interval()),
          "the strategy asks for %s candles, which are no multiple of the run's %s",
          interval,
          spec.interval());
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
      return positions[intent.instrument()];
    }
  }
}
