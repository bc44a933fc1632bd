package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a strategy needs to speak, by hand: features have the values that they are given by their
 * id, and what is said is kept as words.
 */
final class Stage implements Preparation, BarContext, PositionView, Signals, EntrySignal {
  static final Interval HOUR = Interval.parse("1h");

  private final Strategy strategy;
  private final ParameterValues parameters;
  private final List<InstrumentId> instruments;
  private final List<String> ids = new ArrayList<>();
  private final Map<String, double[]> now = new TreeMap<>();
  private final Map<String, double[]> before = new TreeMap<>();
  private final List<String> said = new ArrayList<>();
  private int instrument;
  private long timeNs;
  private double close;
  private double qty;

  /** A prepared strategy on one or more symbols. */
  Stage(Strategy strategy, Map<String, String> given, String... symbols) {
    this.strategy = strategy;
    this.parameters = ParameterValues.of(strategy.parameters(), given);
    this.instruments =
        List.of(symbols).stream().map(s -> InstrumentId.parse(s, "binance", Market.SPOT)).toList();
    strategy.prepare(this);
  }

  Stage feature(String id, double... outputs) {
    before.put(id, now.getOrDefault(id, outputs));
    now.put(id, outputs);
    return this;
  }

  Stage holding(double base) {
    qty = base;
    return this;
  }

  /** Shows a candle and returns what the strategy said about it. */
  List<String> bar(int place, long atNs, double price) {
    instrument = place;
    timeNs = atNs;
    close = price;
    said.clear();
    strategy.onBar(this, this);
    return List.copyOf(said);
  }

  List<String> bar(double price) {
    return bar(0, timeNs + HOUR.durationNs(), price);
  }

  @Override
  public <T> T get(Parameter<T> parameter) {
    return parameters.get(parameter);
  }

  @Override
  public Interval interval() {
    return HOUR;
  }

  @Override
  public List<InstrumentId> instruments() {
    return instruments;
  }

  @Override
  public Feature feature(Interval interval, FeatureSpec spec) {
    ids.add(spec.id());
    return new Feature((ids.size() - 1) * 10, spec.outputs(), spec.id());
  }

  @Override
  public WindowFeature feature(Interval interval, WindowSpec spec) {
    throw new UnsupportedOperationException("no built-in strategy asks for windows");
  }

  @Override
  public double[] values(WindowFeature feature) {
    throw new UnsupportedOperationException("no built-in strategy asks for windows");
  }

  @Override
  public void bars(Interval interval) {
    throw new UnsupportedOperationException("no built-in strategy asks for longer bars");
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
    return close;
  }

  @Override
  public double high() {
    return close;
  }

  @Override
  public double low() {
    return close;
  }

  @Override
  public double close() {
    return close;
  }

  @Override
  public double volume() {
    return 1;
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
    throw new UnsupportedOperationException("no strategy here has a frame");
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
    return true;
  }

  private static double of(Map<String, double[]> values, Feature feature) {
    double[] outputs = values.get(feature.id());
    if (outputs == null) {
      throw new IllegalArgumentException("the test gives no value to " + feature.id());
    }
    return outputs[feature.slot() % 10];
  }

  @Override
  public PositionView position() {
    return this;
  }

  @Override
  public PositionView position(int instrumentIndex) {
    return this;
  }

  @Override
  public double fundingRate() {
    return Double.NaN;
  }

  @Override
  public double equity() {
    return 10_000;
  }

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

  @Override
  public double qty() {
    return qty;
  }

  @Override
  public double entryPrice() {
    return qty == 0 ? Double.NaN : close;
  }

  @Override
  public long entryTimeNs() {
    return 0;
  }

  @Override
  public EntrySignal enterLong(String reason) {
    said.add("long: " + reason);
    return this;
  }

  @Override
  public EntrySignal enterShort(String reason) {
    said.add("short: " + reason);
    return this;
  }

  @Override
  public void exit(String reason) {
    said.add("exit: " + reason);
  }

  @Override
  public void reduce(double share, String reason) {
    said.add("reduce " + Words.figure(share) + ": " + reason);
  }

  @Override
  public void reduce(double share, double limit, String reason) {
    said.add("reduce " + Words.figure(share) + " at " + Words.figure(limit) + ": " + reason);
  }

  @Override
  public Signals on(int instrumentIndex) {
    said.add("on " + instrumentIndex);
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
