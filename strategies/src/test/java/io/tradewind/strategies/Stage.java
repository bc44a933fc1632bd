package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a strategy needs to speak, by hand: features and windows have the values that they are given
 * by their id, with the interval where it is not the run's ({@code ema(10) on 1d}), and what is
 * said is kept as words; of another instrument than the bar's it begins with its place.
 */
final class Stage implements Preparation, BarContext, Signals, EntrySignal {
  static final Interval HOUR = Interval.parse("1h");
  private static final int SLOTS = 10;

  private final Strategy strategy;
  private final ParameterValues parameters;
  private final List<InstrumentId> instruments;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, double[]> now = new TreeMap<>();
  private final Map<String, double[]> before = new TreeMap<>();
  private final List<String> said = new ArrayList<>();
  private final Interval interval;
  private final List<Interval> longer = new ArrayList<>();
  private final Held[] positions;
  private final double[] candle = {Double.NaN, Double.NaN, Double.NaN, 1};
  private boolean fresh = true;
  private Interval shown;
  private double fundingRate = Double.NaN;
  private int instrument;
  private int about;
  private long timeNs;
  private double close;

  /** A prepared strategy on one or more symbols, by the hour. */
  Stage(Strategy strategy, Map<String, String> given, String... symbols) {
    this(HOUR, strategy, given, symbols);
  }

  /** A prepared strategy on one or more symbols. */
  Stage(Interval interval, Strategy strategy, Map<String, String> given, String... symbols) {
    this.interval = interval;
    this.shown = interval;
    this.strategy = strategy;
    this.parameters = ParameterValues.of(strategy.parameters(), given);
    this.instruments =
        List.of(symbols).stream().map(s -> InstrumentId.parse(s, "binance", Market.SPOT)).toList();
    this.positions = new Held[symbols.length];
    Arrays.setAll(positions, i -> new Held(0, Double.NaN, 0));
    strategy.prepare(this);
  }

  /** A position: base, average entry price, time of the first fill. */
  record Held(double qty, double entryPrice, long entryTimeNs) implements PositionView {
    @Override
    public boolean isFlat() {
      return qty == 0;
    }

    @Override
    public boolean isLong() {
      return qty > 0;
    }

    @Override
    public boolean isShort() {
      return qty < 0;
    }
  }

  /** A fill, after which the position is what was said before. */
  record Fill(int instrumentIndex, OrderPurpose purpose, double price, Stage stage)
      implements FillContext {
    @Override
    public long timeNs() {
      return stage.timeNs;
    }

    @Override
    public InstrumentId instrument() {
      return stage.instruments.get(instrumentIndex);
    }

    @Override
    public Side side() {
      return Side.BUY;
    }

    @Override
    public double qty() {
      return 1;
    }

    @Override
    public PositionView position() {
      return stage.positions[instrumentIndex];
    }
  }

  Stage feature(String id, double... outputs) {
    before.put(id, now.getOrDefault(id, outputs));
    now.put(id, outputs);
    return this;
  }

  Stage holding(double base) {
    return holding(0, base, base == 0 ? Double.NaN : close);
  }

  Stage holding(int place, double base, double entryPrice) {
    positions[place] = new Held(base, entryPrice, timeNs);
    return this;
  }

  void fill(OrderPurpose purpose, double price) {
    strategy.onFill(new Fill(0, purpose, price, this));
  }

  /** The rest of the candles from now on; without it they are all close, with a volume of 1. */
  Stage candle(double open, double high, double low, double volume) {
    candle[0] = open;
    candle[1] = high;
    candle[2] = low;
    candle[3] = volume;
    return this;
  }

  /** Whether a candle of the longer intervals closes with each bar from now on. */
  Stage fresh(boolean closes) {
    fresh = closes;
    return this;
  }

  Stage funding(double rate) {
    fundingRate = rate;
    return this;
  }

  Stage at(long atNs) {
    timeNs = atNs;
    return this;
  }

  /** The strategy's memory, in bytes. */
  byte[] saved() {
    StateWriter out = new StateWriter();
    strategy.save(out);
    return out.toByteArray();
  }

  void load(byte[] saved) {
    strategy.load(new StateReader(saved));
  }

  /** Shows a candle of a longer interval that closes now, which the strategy has asked for. */
  List<String> longer(Interval of, double price) {
    Check.argument(longer.contains(of), "the strategy asks for no candles of %s", of);
    shown = of;
    List<String> words = bar(0, timeNs, price);
    shown = interval;
    return words;
  }

  /** Shows a candle and returns what the strategy said about it. */
  List<String> bar(int place, long atNs, double price) {
    instrument = place;
    about = place;
    timeNs = atNs;
    close = price;
    said.clear();
    strategy.onBar(this, this);
    return List.copyOf(said);
  }

  List<String> bar(double price) {
    return bar(0, timeNs + interval.durationNs(), price);
  }

  @Override
  public <T> T get(Parameter<T> parameter) {
    return parameters.get(parameter);
  }

  @Override
  public Interval interval() {
    return shown;
  }

  @Override
  public List<InstrumentId> instruments() {
    return instruments;
  }

  @Override
  public Feature feature(Interval of, FeatureSpec spec) {
    int place = place(of, spec.id());
    return new Feature(place * SLOTS, spec.outputs(), ids.get(place));
  }

  @Override
  public WindowFeature feature(Interval of, WindowSpec spec) {
    int place = place(of, spec.id());
    return new WindowFeature(place, ids.get(place));
  }

  @Override
  public double[] values(WindowFeature feature) {
    return of(now, feature.id()).clone();
  }

  @Override
  public void ranges() {}

  @Override
  public void bars(Interval of) {
    longer.add(of);
  }

  @Override
  public long timeNs() {
    return timeNs;
  }

  @Override
  public InstrumentId instrument() {
    return instruments.get(instrument);
  }

  @Override
  public int instrumentIndex() {
    return instrument;
  }

  @Override
  public double open() {
    return Double.isNaN(candle[0]) ? close : candle[0];
  }

  @Override
  public double high() {
    return Double.isNaN(candle[1]) ? close : candle[1];
  }

  @Override
  public double low() {
    return Double.isNaN(candle[2]) ? close : candle[2];
  }

  @Override
  public double close() {
    return close;
  }

  @Override
  public double volume() {
    return candle[3];
  }

  @Override
  public long closeScaled() {
    return StrictMath.round(close * 100);
  }

  @Override
  public double value(Feature feature) {
    return of(now, feature);
  }

  @Override
  public void copy(int slot, double[] into, int at, int count) {
    for (int i = 0; i < count; i++) {
      into[at + i] = of(now, ids.get((slot + i) / SLOTS))[(slot + i) % SLOTS];
    }
  }

  @Override
  public double previous(Feature feature) {
    return of(before, feature);
  }

  @Override
  public double before(Feature feature) {
    return previous(feature);
  }

  @Override
  public boolean isNew(Feature feature) {
    return fresh;
  }

  /** Where a feature's values lie; asked for twice it is one. */
  private int place(Interval of, String feature) {
    String id = of.equals(interval) ? feature : feature + " on " + of;
    if (!ids.contains(id)) {
      ids.add(id);
    }
    return ids.indexOf(id);
  }

  private static double of(Map<String, double[]> values, Feature feature) {
    return of(values, feature.id())[feature.slot() % SLOTS];
  }

  private static double[] of(Map<String, double[]> values, String id) {
    double[] outputs = values.get(id);
    if (outputs == null) {
      throw new IllegalArgumentException("the test gives no value to " + id);
    }
    return outputs;
  }

  @Override
  public PositionView position() {
    return positions[instrument];
  }

  @Override
  public PositionView position(int instrumentIndex) {
    return positions[instrumentIndex];
  }

  @Override
  public double fundingRate() {
    return fundingRate;
  }

  @Override
  public double equity() {
    return 10_000;
  }

  @Override
  public EntrySignal enterLong(String reason) {
    return say("long: " + reason);
  }

  @Override
  public EntrySignal enterShort(String reason) {
    return say("short: " + reason);
  }

  @Override
  public void exit(String reason) {
    say("exit: " + reason);
  }

  @Override
  public void reduce(double share, String reason) {
    say("reduce " + Words.figure(share) + ": " + reason);
  }

  @Override
  public void reduce(double share, double limit, String reason) {
    say("reduce " + Words.figure(share) + " at " + Words.figure(limit) + ": " + reason);
  }

  @Override
  public Signals on(int instrumentIndex) {
    about = instrumentIndex;
    return this;
  }

  private EntrySignal say(String words) {
    said.add((about == instrument ? "" : "on " + about + ", ") + words);
    about = instrument;
    return this;
  }

  @Override
  public EntrySignal confidence(double confidence) {
    return and("confidence " + Words.figure(confidence));
  }

  @Override
  public EntrySignal limit(double price) {
    return and("limit " + Words.figure(price));
  }

  @Override
  public EntrySignal stop(double price) {
    return and("stop " + Words.figure(price));
  }

  @Override
  public EntrySignal target(double price) {
    return and("target " + Words.figure(price));
  }

  @Override
  public EntrySignal horizon(Duration horizon) {
    return and("horizon " + horizon);
  }

  @Override
  public EntrySignal leverage(double leverage) {
    return and("leverage " + Words.figure(leverage));
  }

  @Override
  public EntrySignal size(SignalSize size) {
    return size.equals(SignalSize.EQUAL_SHARE) ? this : and(size.toString());
  }

  @Override
  public EntrySignal adds() {
    return and("adds");
  }

  @Override
  public EntrySignal exits(ExitRules exits) {
    return and(exits.toString());
  }

  private EntrySignal and(String detail) {
    said.set(said.size() - 1, said.getLast() + "; " + detail);
    return this;
  }
}
