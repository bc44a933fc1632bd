package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a venue did not take: it is asked for again after 1, 2, 4, 8 and then every 16 seconds, and
 * after a quiet minute from 1 on.
 */
final class ExitRetries implements Stateful {
  private static final int MOST_DOUBLINGS = 4;
  private static final long QUIET_NS = 60 * Utc.SECOND_NS;
  private static final long NEVER = Long.MAX_VALUE;

  private final long[] dueNs;
  private final long[] lostNs;
  private final int[] tries;

  /** What closes all of the position; empty where it is its stop. */
  private final List<Optional<OrderPurpose>> closes = new ArrayList<>();

  private long nextNs = NEVER;

  ExitRetries(int instruments) {
    this.dueNs = new long[instruments];
    this.lostNs = new long[instruments];
    this.tries = new int[instruments];
    Arrays.fill(dueNs, NEVER);
    Arrays.fill(lostNs, Long.MIN_VALUE);
    for (int i = 0; i < instruments; i++) {
      closes.add(Optional.empty());
    }
  }

  /** An exit ended unfilled. */
  void lost(int instrument, long timeNs, Optional<OrderPurpose> close) {
    boolean isQuiet =
        lostNs[instrument] == Long.MIN_VALUE || timeNs - lostNs[instrument] > QUIET_NS;
    tries[instrument] = isQuiet ? 0 : tries[instrument] + 1;
    lostNs[instrument] = timeNs;
    long dueAtNs = timeNs + (Utc.SECOND_NS << Math.min(tries[instrument], MOST_DOUBLINGS));
    dueNs[instrument] = Math.min(dueNs[instrument], dueAtNs);
    if (close.isPresent()) {
      closes.set(instrument, close);
    }
    nextNs = Math.min(nextNs, dueNs[instrument]);
  }

  /** The position is flat. */
  void clear(int instrument) {
    dueNs[instrument] = NEVER;
    closes.set(instrument, Optional.empty());
    find();
  }

  /** When the first is due; {@link Long#MAX_VALUE} where none is. */
  long nextNs() {
    return nextNs;
  }

  /** Whether an instrument's is due later than this. */
  boolean isDueAfter(int instrument, long timeNs) {
    return dueNs[instrument] != NEVER && dueNs[instrument] > timeNs;
  }

  /** Whether an instrument's is due, which it is no more then. */
  boolean take(int instrument, long timeNs) {
    if (dueNs[instrument] > timeNs) {
      return false;
    }
    dueNs[instrument] = NEVER;
    find();
    return true;
  }

  /** What closes all of the position; empty where it is its stop that was lost. */
  Optional<OrderPurpose> takeClose(int instrument) {
    return closes.set(instrument, Optional.empty());
  }

  private void find() {
    nextNs = NEVER;
    for (long due : dueNs) {
      nextNs = Math.min(nextNs, due);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("exit-retries", 1).writeLongs(dueNs).writeLongs(lostNs).writeInts(tries);
    for (Optional<OrderPurpose> close : closes) {
      out.writeInt(close.map(OrderPurpose::ordinal).orElse(-1));
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("exit-retries", 1);
    in.readLongs(dueNs);
    in.readLongs(lostNs);
    System.arraycopy(in.readInts(), 0, tries, 0, tries.length);
    for (int i = 0; i < tries.length; i++) {
      int purpose = in.readInt();
      closes.set(i, purpose < 0 ? Optional.empty() : Optional.of(OrderPurpose.values()[purpose]));
    }
    find();
  }
}
