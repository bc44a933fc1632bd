package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.risk.sizing.TradeRecord;
import java.util.Arrays;

/** Profit ratios of a strategy's last hundred trades. */
final class RecentTrades implements Stateful {
  private static final int MOST = 100;

  private final double[] ratios = new double[MOST];
  private int size;
  private int next;

  void add(double ratio) {
    ratios[next] = ratio;
    next = (next + 1) % MOST;
    size = Math.min(size + 1, MOST);
  }

  TradeRecord record() {
    return TradeRecord.of(Arrays.copyOf(ratios, size));
  }

  @Override
  public void save(StateWriter out) {
    out.section("recent-trades", 1).writeInt(size).writeInt(next).writeDoubles(ratios);
  }

  @Override
  public void load(StateReader in) {
    in.section("recent-trades", 1);
    size = in.readCount(MOST);
    next = in.readCount(MOST - 1);
    in.readDoubles(ratios);
  }
}
