package io.tradewind.core.engine;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a strategy says during one bar, of the bar's instrument and of others. */
final class Said implements EntrySignal {
  private static final Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);

  private final About[] abouts;
  private final List<Signal> signals = new ArrayList<>();
  private final List<About> subjects = new ArrayList<>();
  private long timeNs;
  private boolean drafting;
  private About draft;
  private Direction direction = Direction.LONG;
  private String reason = "";
  private double confidence;
  private OptionalDouble limit = OptionalDouble.empty();
  private OptionalDouble stop = OptionalDouble.empty();
  private List<Double> targets = List.of();
  private OptionalLong horizonNs = OptionalLong.empty();
  private double leverage;
  private SignalSize size = SignalSize.EQUAL_SHARE;
  private boolean adds;
  private Optional<ExitRules> exits = Optional.empty();

  /** Of these instruments. */
  Said(List<InstrumentId> instruments) {
    abouts = new About[instruments.size()];
    for (int i = 0; i < abouts.length; i++) {
      abouts[i] = new About(i, instruments.get(i));
    }
    draft = abouts[0];
  }

  /** Forgets what was said before; what is said now is said at this time of this instrument. */
  Signals begin(int instrument, long now) {
    signals.clear();
    subjects.clear();
    timeNs = now;
    return abouts[instrument];
  }

  /** All of it, valid until the next {@link #begin}. */
  List<Signal> signals() {
    flush();
    return signals;
  }

  /** The instrument that a signal is about. */
  int instrument(int signal) {
    return subjects.get(signal).index;
  }

  /** What is said of one instrument. */
  private final class About implements Signals {
    private final int index;
    private final InstrumentId id;

    About(int index, InstrumentId id) {
      this.index = index;
      this.id = id;
    }

    @Override
    public EntrySignal enterLong(String words) {
      return draft(this, Direction.LONG, words);
    }

    @Override
    public EntrySignal enterShort(String words) {
      return draft(this, Direction.SHORT, words);
    }

    @Override
    public void exit(String words) {
      exit(1, OptionalDouble.empty(), words);
    }

    @Override
    public void reduce(double share, String words) {
      exit(share, OptionalDouble.empty(), words);
    }

    @Override
    public void reduce(double share, double price, String words) {
      exit(share, OptionalDouble.of(price), words);
    }

    @Override
    public Signals on(int instrumentIndex) {
      return abouts[instrumentIndex];
    }

    private void exit(double share, OptionalDouble price, String words) {
      flush();
      keep(this, new Signal.Exit(timeNs, id, share, price, words));
    }
  }

  private EntrySignal draft(About about, Direction way, String words) {
    flush();
    drafting = true;
    draft = about;
    direction = way;
    reason = words;
    confidence = 1;
    limit = OptionalDouble.empty();
    stop = OptionalDouble.empty();
    targets = List.of();
    horizonNs = OptionalLong.empty();
    leverage = 1;
    size = SignalSize.EQUAL_SHARE;
    adds = false;
    exits = Optional.empty();
    return this;
  }

  private void flush() {
    if (drafting) {
      drafting = false;
      keep(
          draft,
          new Signal.Enter(
              timeNs,
              draft.id,
              direction,
              confidence,
              size,
              horizonNs,
              limit,
              stop,
              targets,
              leverage,
              adds,
              exits,
              reason));
    }
  }

  private void keep(About about, Signal signal) {
    subjects.add(about);
    signals.add(signal);
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

  @Override
  public EntrySignal adds() {
    adds = true;
    return this;
  }

  @Override
  public EntrySignal exits(ExitRules rules) {
    exits = Optional.of(rules);
    return this;
  }
}
