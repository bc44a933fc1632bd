package io.tradewind.strategies;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.PositionView;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what a file of signals says: at each close of a candle those whose time lies after the close
 * before and not after this one, in the order of time and, within one time, of the file. The first
 * candle opens at the close before it: what is older is not said, because it would be acted upon
 * long after it was meant. {@link #unused} tells what was not said.
 */
public final class SignalFileStrategy implements Strategy {
  private static final int NOT_BEGUN = -1;

  private final List<TimedSignal> signals;
  private final List<List<TimedSignal>> byInstrument = new ArrayList<>();
  private final List<String> strangers = new ArrayList<>();
  private List<InstrumentId> instruments = List.of();
  private int[] next = {};
  private int[] tooEarly = {};

  /** Of signals in any order. */
  public SignalFileStrategy(List<TimedSignal> signals) {
    this.signals = signals.stream().sorted(Comparator.comparingLong(TimedSignal::timeNs)).toList();
  }

  @Override
  public void prepare(Preparation preparation) {
    instruments = preparation.instruments();
    byInstrument.clear();
    strangers.clear();
    instruments.forEach(instrument -> byInstrument.add(new ArrayList<>()));
    next = new int[instruments.size()];
    tooEarly = new int[instruments.size()];
    Arrays.fill(tooEarly, NOT_BEGUN);
    Map<String, List<Integer>> placesOf = new TreeMap<>();
    Map<String, List<TimedSignal>> without = new TreeMap<>();
    for (TimedSignal signal : signals) {
      String symbol = signal.symbol();
      List<Integer> places =
          placesOf.computeIfAbsent(symbol, name -> SymbolName.places(name, instruments));
      if (places.size() == 1) {
        byInstrument.get(places.getFirst()).add(signal);
      } else {
        without.computeIfAbsent(symbol, name -> new ArrayList<>()).add(signal);
      }
    }
    without.forEach((symbol, list) -> strangers.add(stranger(symbol, list, placesOf)));
  }

  private String stranger(
      String symbol, List<TimedSignal> list, Map<String, List<Integer>> placesOf) {
    List<InstrumentId> candidates =
        placesOf.getOrDefault(symbol, List.of()).stream().map(instruments::get).toList();
    String told = told(list) + (symbol.isEmpty() ? " without a symbol" : " of " + symbol);
    return candidates.isEmpty()
        ? told + ": the run has no such symbol"
        : told + ": may mean any of " + candidates;
  }

  @Override
  public void onBar(BarContext bar, Signals out) {
    int index = bar.instrumentIndex();
    List<TimedSignal> mine = byInstrument.get(index);
    if (tooEarly[index] == NOT_BEGUN) {
      long openNs = bar.timeNs() - bar.interval().durationNs();
      while (next[index] < mine.size() && mine.get(next[index]).timeNs() <= openNs) {
        next[index]++;
      }
      tooEarly[index] = next[index];
    }
    while (next[index] < mine.size() && mine.get(next[index]).timeNs() <= bar.timeNs()) {
      say(mine.get(next[index]++), bar, out);
    }
  }

  /**
   * What no candle has brought up so far, a sentence each: symbols that the run does not have or
   * that may mean several of its instruments, times before the first candle, times after the last.
   */
  public List<String> unused() {
    List<String> unused = new ArrayList<>(strangers);
    for (int i = 0; i < next.length; i++) {
      List<TimedSignal> mine = byInstrument.get(i);
      List<TimedSignal> early = mine.subList(0, Math.max(0, tooEarly[i]));
      List<TimedSignal> late = mine.subList(next[i], mine.size());
      if (!early.isEmpty()) {
        unused.add(told(early) + " of " + instruments.get(i) + ": before the first candle closed");
      }
      if (!late.isEmpty()) {
        unused.add(told(late) + " of " + instruments.get(i) + ": after the last candle");
      }
    }
    return unused;
  }

  /** How many of how many {@link #unused} tells of, and its sentences; empty if all were said. */
  public Optional<String> unusedNotice() {
    int said = 0;
    for (int i = 0; i < next.length; i++) {
      said += next[i] - Math.max(0, tooEarly[i]);
    }
    int count = signals.size() - said;
    return count == 0
        ? Optional.empty()
        : Optional.of(
            count
                + " of "
                + signals.size()
                + (signals.size() == 1 ? " signal was" : " signals were")
                + " not used: "
                + String.join("; ", unused()));
  }

  private static String told(List<TimedSignal> list) {
    String first = Utc.format(list.getFirst().timeNs());
    return list.size() == 1
        ? "1 signal, at " + first + ","
        : list.size() + " signals, " + first + " to " + Utc.format(list.getLast().timeNs()) + ",";
  }

  private static void say(TimedSignal signal, BarContext bar, Signals out) {
    if (signal.entry().isEmpty()) {
      if (isMeant(signal, bar.position())) {
        out.exit(signal.reason());
      }
      return;
    }
    TimedSignal.Entry entry = signal.entry().get();
    int sign = entry.direction().sign();
    EntrySignal said =
        entry.direction() == Direction.LONG
            ? out.enterLong(signal.reason())
            : out.enterShort(signal.reason());
    said.size(entry.size());
    entry.stop().ifPresent(stop -> said.stop(stop.price(bar.close(), -sign)));
    entry.targets().forEach(target -> said.target(target.price(bar.close(), sign)));
  }

  /** While flat an exit counts, too: it may withdraw an entry that is not filled yet. */
  private static boolean isMeant(TimedSignal exit, PositionView position) {
    return exit.closes().isEmpty()
        || position.isFlat()
        || position.isLong() == (exit.closes().get() == Direction.LONG);
  }

  @Override
  public void save(StateWriter out) {
    out.section("signal-file", 2).writeInt(signals.size()).writeInts(next).writeInts(tooEarly);
  }

  @Override
  public void load(StateReader in) {
    in.section("signal-file", 2);
    int count = in.readInt();
    int[] places = in.readInts();
    int[] early = in.readInts();
    if (count != signals.size() || places.length != next.length || early.length != next.length) {
      throw new StateException(
          "the state is of a file of "
              + count
              + " signals for "
              + places.length
              + " instruments, this one has "
              + signals.size()
              + " for "
              + next.length);
    }
    next = places;
    tooEarly = early;
  }
}
