package io.tradewind.testkit;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import java.util.List;

/** Instruments without costs and with fine steps: prices to 4 digits, quantities and cash to 8. */
public final class TestInstruments {
  /** Scale of prices. */
  public static final int PRICE_SCALE = 4;

  /** Scale of quantities. */
  public static final int QTY_SCALE = 8;

  /** Scale of cash. */
  public static final int CASH_SCALE = 8;

  private TestInstruments() {}

  /** A spot instrument such as {@code TEST/USDT}, without fees. */
  public static Instrument spot(String symbol) {
    return of(symbol, Market.SPOT, new TradingRules(0, 1, 1, 0, 0, 0, 0));
  }

  /** A perpetual such as {@code TEST/USDT}, without fees. */
  public static Instrument perp(String symbol) {
    return of(symbol, Market.PERP, new TradingRules(0, 1, 1, 0, 0, 0, 0));
  }

  /** With rules of its own. */
  public static Instrument of(String symbol, Market market, TradingRules... rules) {
    return new Instrument(
        InstrumentId.parse(symbol, "test", market),
        PRICE_SCALE,
        QTY_SCALE,
        CASH_SCALE,
        List.of(rules));
  }
}
