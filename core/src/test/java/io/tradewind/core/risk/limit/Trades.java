package io.tradewind.core.risk.limit;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.util.List;

/** Closed trades of 1000 at the entry, cash with 2 digits. */
public final class Trades {
  private static final Instrument INSTRUMENT =
      new Instrument(
          new InstrumentId("x", "A", "Q", Market.PERP),
          2,
          0,
          2,
          List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));

  private Trades() {}

  /** With a profit in whole units of cash. */
  public static ClosedTrade of(
      long entryNs, long exitNs, Direction direction, long profit, ExitReason reason) {
    return new ClosedTrade(
        INSTRUMENT,
        "s",
        direction,
        10,
        entryNs,
        exitNs,
        1000_00,
        10,
        1000_00 + profit * 100,
        0,
        0,
        0,
        profit * 100,
        0,
        reason,
        "why");
  }

  static ClosedTrade of(Direction direction, long profit, ExitReason reason) {
    return of(0, 1, direction, profit, reason);
  }
}
