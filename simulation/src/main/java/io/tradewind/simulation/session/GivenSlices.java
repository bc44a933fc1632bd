package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Candles that the venue tells. A slice ends when the candles of all instruments are here, or a
 * grace after the first of them; who is late then is no longer waited for until its next candle
 * comes. Without any candle time stands still: after an outage those that were missed are played in
 * their order.
 */
public final class GivenSlices implements Slices {
  private static final int COLUMNS = 7;

  private final List<Instrument> instruments;
  private final long graceNs;
  private final List<Deque<Candle>> waiting;
  private final boolean[] expected;
  private final boolean[] delivered;
  private long lastEndNs = Long.MIN_VALUE;
  private long late;

  /** One row, and when it came. */
  private record Candle(CandleColumns row, long timeNs) {
    long closeNs() {
      return row.closeTimeNs(0);
    }
  }

  /**
   * None has come.
   *
   * @param graceNs how long a slice waits for candles after its first, at least 0
   */
  public GivenSlices(List<Instrument> instruments, long graceNs) {
    Check.argument(graceNs >= 0, "graceNs must be >= 0, was %s", graceNs);
    this.instruments = List.copyOf(instruments);
    this.graceNs = graceNs;
    this.waiting = instruments.stream().<Deque<Candle>>map(i -> new ArrayDeque<>()).toList();
    this.expected = new boolean[instruments.size()];
    this.delivered = new boolean[instruments.size()];
    Arrays.fill(expected, true);
  }

  @Override
  public void onCandle(int instrument, CandleColumns rows, int row, long timeNs) {
    Deque<Candle> mine = waiting.get(instrument);
    long afterNs = mine.isEmpty() ? lastEndNs : mine.getLast().closeNs();
    if (rows.closeTimeNs(row) <= afterNs) {
      late++;
      return;
    }
    expected[instrument] = true;
    mine.add(new Candle(rows.slice(row, row + 1), timeNs));
  }

  @Override
  public long endNs(long engineDueNs) {
    long end = NEVER;
    for (Deque<Candle> each : waiting) {
      end = each.isEmpty() ? end : Math.min(end, each.getFirst().closeNs());
    }
    return end == NEVER ? NEVER : Math.min(end, engineDueNs);
  }

  @Override
  public long dueNs(long engineDueNs) {
    long first = NEVER;
    long last = Long.MIN_VALUE;
    boolean complete = true;
    for (int i = 0; i < expected.length; i++) {
      Candle head = waiting.get(i).peekFirst();
      if (head != null) {
        first = Math.min(first, head.timeNs());
        last = Math.max(last, head.timeNs());
      } else if (expected[i]) {
        complete = false;
      }
    }
    if (first == NEVER) {
      return NEVER;
    }
    return complete ? last : first + graceNs;
  }

  @Override
  public @Nullable CandleColumns take(int instrument, long endNs) {
    Candle head = waiting.get(instrument).peekFirst();
    if (head == null || head.closeNs() != endNs) {
      return null;
    }
    delivered[instrument] = true;
    waiting.get(instrument).removeFirst();
    return head.row();
  }

  @Override
  public void ended(long endNs) {
    boolean any = false;
    for (boolean each : delivered) {
      any |= each;
    }
    for (int i = 0; any && i < expected.length; i++) {
      expected[i] &= delivered[i] || !waiting.get(i).isEmpty();
    }
    Arrays.fill(delivered, false);
    lastEndNs = endNs;
  }

  /** Whether the candles of an instrument are waited for. */
  public boolean isExpected(int instrument) {
    return expected[instrument];
  }

  @Override
  public boolean onTrade(int instrument, TradeColumns rows, int row) {
    return false;
  }

  @Override
  public long late() {
    return late;
  }

  @Override
  public void save(StateWriter out) {
    out.section("given-slices", 1).writeLong(lastEndNs).writeLong(late);
    for (int i = 0; i < expected.length; i++) {
      out.writeBoolean(expected[i]).writeInt(waiting.get(i).size());
      for (Candle each : waiting.get(i)) {
        CandleColumns row = each.row();
        out.writeLong(each.timeNs())
            .writeLongs(
                new long[] {
                  row.openTimeNs(0),
                  row.closeTimeNs(0),
                  row.open(0),
                  row.high(0),
                  row.low(0),
                  row.close(0),
                  row.volume(0)
                });
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("given-slices", 1);
    lastEndNs = in.readLong();
    late = in.readLong();
    for (int i = 0; i < expected.length; i++) {
      expected[i] = in.readBoolean();
      waiting.get(i).clear();
      for (int left = in.readInt(); left > 0; left--) {
        long timeNs = in.readLong();
        waiting.get(i).add(new Candle(row(instruments.get(i), in.readLongs()), timeNs));
      }
    }
  }

  private static CandleColumns row(Instrument instrument, long[] cells) {
    long[][] columns = new long[COLUMNS][];
    Arrays.setAll(columns, column -> new long[] {cells[column]});
    return CandleColumns.of(instrument.priceScale(), instrument.qtyScale(), columns);
  }
}
