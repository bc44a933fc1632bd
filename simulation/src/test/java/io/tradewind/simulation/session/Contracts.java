package io.tradewind.simulation.session;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.List;

/**
 * Contracts that need 4 % of maintenance margin, may have leverage 20, and pay 1 % when they are
 * liquidated: 10 of them, bought at 100 with leverage 10, are liquidated at (1000 - 100) / 9.6 =
 * 93.75, or sold so at 1100 / 10.4 = 105.7692. And lines about them.
 */
final class Contracts {
  static final Instrument PERP = contracts(0, 0);
  static final Instrument TIERS = TestInstruments.perp("T0/USDT");
  static final String LONG = "0 margin isolated 10, 1 buy 10 market";
  static final String SHORT = "0 margin isolated 10, 1 sell 10 market";
  static final String IN = "0o margin done; 1o #1 10@100";

  private Contracts() {}

  static Instrument contracts(long makerPpm, long takerPpm) {
    MarginTier tier = new MarginTier(0, Long.MAX_VALUE, 40_000, 0, 20);
    return new Instrument(
        InstrumentId.parse("T0/USDT", "test", Market.PERP),
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        TestInstruments.CASH_SCALE,
        List.of(new TradingRules(0, 1, 1, 0, 0, makerPpm, takerPpm)),
        new MarginTable(List.of(tier), 10_000));
  }

  /** One book of 10,000 with the usual contracts. */
  static VenueLine one(int rule, String what, String candles, String orders, String told) {
    return with(rule, what, PERP, 10_000, candles, orders, told);
  }

  /** One book with so much cash, and one instrument. */
  static VenueLine with(
      int rule,
      String what,
      Instrument instrument,
      long cash,
      String candles,
      String orders,
      String told) {
    return new VenueLine(
        rule,
        what,
        CostModel.NONE,
        List.of(instrument),
        List.of(cash),
        List.of(candles),
        orders,
        told);
  }
}
