package io.tradewind.core.engine;

import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.trade.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a strategy says of one instrument during one bar. */
final class Said implements Signals, EntrySignal {
  private static final Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

  private final BarContext bar;
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

  Said(BarContext bar) {
    this.bar = bar;
  }

  /** Forgets what was said before. */
  void clear() {
    signals.clear();
  }

  /** All of it, valid until it is {@linkplain #clear cleared}. */
  List<Signal> signals() {
    if (drafting) {
      flush();
    }
    return signals;
  }

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
    signals.add(new Signal.Exit(bar.timeNs(), bar.instrument(), words));
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

  private void flush() {
    if (drafting) {
      drafting = false;
      signals.add(
          new Signal.Enter(
              bar.timeNs(),
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
    horizonNs =
        OptionalLong.of(horizon.compareTo(ENDLESS) < 0 ? horizon.toNanos() : Long.MAX_VALUE);
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
