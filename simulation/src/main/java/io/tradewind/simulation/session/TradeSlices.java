package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Candles that are made of the trades; a slice ends a grace after its candles, by the clock. */
public final class TradeSlices implements Slices {
  private final TradeCandles[] candles;
  private final long graceNs;

  /** None has begun. */
  public TradeSlices(List<Instrument> instruments, TickSettings settings) {
    this.candles = new TradeCandles[instruments.size()];
    this.graceNs = settings.graceNs();
    Arrays.setAll(candles, i -> new TradeCandles(instruments.get(i), settings));
  }

  @Override
  public long dueNs(long engineDueNs) {
    long end = endNs(engineDueNs);
    return end == NEVER ? NEVER : end + graceNs;
  }

  @Override
  public long endNs(long engineDueNs) {
    long end = engineDueNs;
    for (TradeCandles each : candles) {
      end = Math.min(end, each.closeTimeNs());
    }
    return end;
  }

  @Override
  public @Nullable CandleColumns take(int instrument, long endNs) {
    return candles[instrument].isDue(endNs) ? candles[instrument].take() : null;
  }

  @Override
  public void ended(long endNs) {}

  @Override
  public boolean onTrade(int instrument, TradeColumns rows, int row) {
    long before = candles[instrument].closeTimeNs();
    candles[instrument].add(rows, row);
    return candles[instrument].closeTimeNs() < before;
  }

  @Override
  public void onCandle(int instrument, CandleColumns rows, int row, long timeNs) {
    throw new IllegalStateException("candles are made of trades here");
  }

  @Override
  public long late() {
    return Arrays.stream(candles).mapToLong(TradeCandles::late).sum();
  }

  @Override
  public void save(StateWriter out) {
    for (TradeCandles each : candles) {
      each.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    for (TradeCandles each : candles) {
      each.load(in);
    }
  }
}
