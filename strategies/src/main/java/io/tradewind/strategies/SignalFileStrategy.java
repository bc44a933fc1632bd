package io.tradewind.strategies;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.EntrySignal;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says what a file of signals says: at each close of a candle those whose time lies after the close
 * before and not after this one, in the order of time and, within one time, of the file.
 */
public final class SignalFileStrategy implements Strategy {
  private final List<TimedSignal> signals;
  private final List<List<TimedSignal>> bySymbol = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private int[] next = {};

  /** Of signals in any order. */
  public SignalFileStrategy(List<TimedSignal> signals) {
    this.signals = signals.stream().sorted(Comparator.comparingLong(TimedSignal::timeNs)).toList();
  }

  @Override
  public void prepare(Preparation preparation) {
    List<InstrumentId> instruments = preparation.instruments();
    next = new int[instruments.size()];
    for (InstrumentId instrument : instruments) {
      bySymbol.add(
          signals.stream().filter(signal -> isOf(instrument, signal, instruments.size())).toList());
    }
    signals.stream()
        .filter(signal -> instruments.stream().noneMatch(i -> isOf(i, signal, instruments.size())))
        .map(signal -> signal.symbol().isEmpty() ? "(none)" : signal.symbol())
        .distinct()
        .forEach(unknown::add);
  }

  @Override
  public void onBar(BarContext bar, Signals out) {
    int index = bar.instrumentIndex();
    List<TimedSignal> mine = bySymbol.get(index);
    while (next[index] < mine.size() && mine.get(next[index]).timeNs() <= bar.timeNs()) {
      say(mine.get(next[index]++), bar.close(), out);
    }
  }

  /** Symbols of signals that are not part of the run; known once it has been prepared. */
  public List<String> unknownSymbols() {
    return List.copyOf(unknown);
  }

  /** How many signals of the run's symbols no candle has reached yet. */
  public int unreached() {
    int count = 0;
    for (int i = 0; i < next.length; i++) {
      count += bySymbol.get(i).size() - next[i];
    }
    return count;
  }

  private static void say(TimedSignal signal, double close, Signals out) {
    if (signal.entry().isEmpty()) {
      out.exit(signal.reason());
      return;
    }
    TimedSignal.Entry entry = signal.entry().get();
    int sign = entry.direction().sign();
    EntrySignal said =
        entry.direction() == Direction.LONG
            ? out.enterLong(signal.reason())
            : out.enterShort(signal.reason());
    said.size(entry.size());
    entry.stop().ifPresent(stop -> said.stop(stop.price(close, -sign)));
    entry.targets().forEach(target -> said.target(target.price(close, sign)));
  }

  /** A signal without a symbol is of the only one that the run has. */
  private static boolean isOf(InstrumentId instrument, TimedSignal signal, int symbols) {
    String name = signal.symbol();
    return (name.isEmpty() && symbols == 1)
        || name.equals(instrument.symbol())
        || name.equals(instrument.base() + "/" + instrument.quote())
        || name.equals(instrument.base() + instrument.quote());
  }

  @Override
  public void save(StateWriter out) {
    out.section("signal-file", 1).writeInts(next);
  }

  @Override
  public void load(StateReader in) {
    in.section("signal-file", 1);
    next = in.readInts();
  }
}
