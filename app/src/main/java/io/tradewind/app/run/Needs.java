package io.tradewind.app.run;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.FeatureBoard;
import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a strategy's features need: how many candles of each length before it is told of one. */
public final class Needs implements Preparation {
  private final Interval interval;
  private final ParameterValues parameters;
  private final List<InstrumentId> instruments;
  private final FeatureBoard board;
  private final Map<Interval, Integer> needed = new TreeMap<>();
  private boolean book;

  private Needs(Interval interval, ParameterValues parameters, List<InstrumentId> instruments) {
    this.interval = interval;
    this.parameters = parameters;
    this.instruments = instruments;
    this.board = new FeatureBoard(instruments.size());
  }

  /** Listens to what a strategy asks for, which is not to be run afterwards. */
  public static Needs of(
      Strategy strategy,
      ParameterValues parameters,
      Interval interval,
      List<InstrumentId> instruments) {
    Needs heard = new Needs(interval, parameters, instruments);
    strategy.prepare(heard);
    return heard;
  }

  /** Whether the strategy asks for the order book. */
  public boolean wantsBook() {
    return book;
  }

  /** How long the candles last that are needed, 0 where none are. */
  public long lengthNs() {
    long longestNs = 0;
    for (Map.Entry<Interval, Integer> need : needed.entrySet()) {
      longestNs =
          Math.max(longestNs, Math.multiplyExact(need.getValue(), need.getKey().durationNs()));
    }
    return longestNs;
  }

  /** A sentence where there are too few candles until the end, empty where there are enough. */
  Optional<String> shortage(InstrumentId id, CandleColumns feed, long endNs) {
    for (Map.Entry<Interval, Integer> need : needed.entrySet()) {
      int there = count(need.getKey(), feed, endNs);
      if (there < need.getValue()) {
        return Optional.of(
            Text.of(
                "%s: no signal can come, for the warm-up needs %,d candles of %s, and there are"
                    + " %,d; import more, or give a later --to or a longer --warm-up",
                id, need.getValue(), need.getKey(), there));
      }
    }
    return Optional.empty();
  }

  /** How many candles of a length have closed until an instant, the last of the feed's at most. */
  static int count(Interval length, CandleColumns feed, long endNs) {
    int begun = 0;
    long beginNs = Long.MIN_VALUE;
    long lastNs = Long.MIN_VALUE;
    for (int row = 0; row < feed.size() && feed.closeTimeNs(row) <= endNs; row++) {
      long floorNs = length.floor(feed.openTimeNs(row));
      begun += floorNs > beginNs ? 1 : 0;
      beginNs = floorNs;
      lastNs = feed.closeTimeNs(row);
    }
    return begun > 0 && beginNs + length.durationNs() > lastNs ? begun - 1 : begun;
  }

  @Override
  public <T> T get(Parameter<T> parameter) {
    return parameters.get(parameter);
  }

  @Override
  public Interval interval() {
    return interval;
  }

  @Override
  public List<InstrumentId> instruments() {
    return instruments;
  }

  @Override
  public Feature feature(Interval length, FeatureSpec spec) {
    needed.merge(length, spec.warmup(), Math::max);
    return board.request(length, spec);
  }

  @Override
  public WindowFeature feature(Interval length, WindowSpec spec) {
    needed.merge(length, spec.candles(), Math::max);
    return board.request(length, spec);
  }

  @Override
  public void ranges() {}

  @Override
  public void bars(Interval length) {
    needed.merge(length, 1, Math::max);
  }

  @Override
  public void book() {
    book = true;
  }
}
