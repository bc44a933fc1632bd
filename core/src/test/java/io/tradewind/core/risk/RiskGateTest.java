package io.tradewind.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.signal.SignalSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskGateTest {
  private static final long UNIT = 100_000_000;
  private static final RiskLimits LIMITS = new RiskLimits(0.02, 0.6, 1.0, 2);

  /** Equity is 10,000; instrument 1 may already hold 5,000. */
  @ParameterizedTest
  @CsvSource({
    "1000, 0.10, 0, 0, false, false, PASS",
    "2000, 0.10, 0, 0, false, false, PASS",
    "2001, 0.10, 0, 0, false, false, TRADE_RISK",
    "201, 1, 0, 0, false, false, TRADE_RISK",
    "6000, 0.01, 0, 0, false, false, PASS",
    "6001, 0.01, 0, 0, false, false, SYMBOL_EXPOSURE",
    "5001, 0.01, 0, 0, true, false, LEVERAGE",
    "5000, 0.01, 0, 0, true, false, PASS",
    "5000, 0.01, 5001, 1, false, false, LEVERAGE",
    "10, 0.01, 10, 2, false, false, OPEN_POSITIONS",
    "10, 0.01, 10, 1, true, false, OPEN_POSITIONS",
    "10, 0.01, 0, 0, false, true, HALTED",
  })
  void limits(
      long budget,
      double stopDistance,
      long pending,
      int pendingCount,
      boolean holds,
      boolean halted,
      String expected) {
    Portfolio books = books(10_000);
    if (holds) {
      books.book(1, Side.BUY, fill(50 * UNIT, 100));
    }
    RiskGate gate = new RiskGate(LIMITS, instruments(), books);
    GateDecision<VenueCommand.NewOrder> decision =
        gate.enter(entry(budget), stopDistance, pending * UNIT, pendingCount, halted);
    assertThat(tell(decision)).isEqualTo(expected);
  }

  /** Sizes are cut by a division and held against a product: what that loses is no breach. */
  @Test
  void aHairIsNoBreachButMoreIs() {
    RiskGate gate = new RiskGate(LIMITS, instruments(), books(10_000));
    long limit = 6_000 * UNIT;
    assertThat(tell(gate.enter(sized(new OrderSize.Budget(limit + 500)), 0.01, 0, 0, false)))
        .isEqualTo("PASS");
    assertThat(tell(gate.enter(sized(new OrderSize.Budget(limit + 700)), 0.01, 0, 0, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
  }

  /** What cannot be compared with a limit is over it. */
  @Test
  void aDistanceThatIsNoNumberIsOverTheLimit() {
    RiskGate gate = new RiskGate(LIMITS, instruments(), books(10_000));
    assertThat(tell(gate.enter(entry(1), Double.NaN, 0, 0, false))).isEqualTo("TRADE_RISK");
  }

  /** A quantity at the price it would be had for; the mark is 100, equity 10,000. */
  @Test
  void aQuantityIsHeldAgainstTheLimitsByItsPrice() {
    RiskGate gate = new RiskGate(LIMITS, instruments(), books(10_000));
    OrderSize sixty = new OrderSize.Base(60 * UNIT);
    assertThat(tell(gate.enter(sized(sixty), 0.01, 0, 0, false))).isEqualTo("PASS");
    assertThat(tell(gate.enter(priced(sixty, new OrderTerms.Limit(101, false)), 0, 0, 0, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(tell(gate.enter(priced(sixty, new OrderTerms.Limit(99, false)), 0, 0, 0, false)))
        .isEqualTo("PASS");
    assertThat(tell(gate.enter(priced(sixty, new OrderTerms.Stop(101)), 0, 0, 0, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(tell(gate.enter(priced(sixty, new OrderTerms.StopLimit(90, 101)), 0, 0, 0, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(tell(gate.enter(sized(new OrderSize.Base(60 * UNIT + 1_000)), 0, 0, 0, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(tell(gate.enter(sized(new OrderSize.Position()), 0, 0, 0, false)))
        .isNotEqualTo("PASS");
  }

  @Test
  void aReductionIsMarkedAsOne() {
    Portfolio books = books(10_000);
    books.book(1, Side.BUY, fill(UNIT, 100));
    OrderIntent unmarked =
        new OrderIntent(
            3,
            1,
            Side.SELL,
            new OrderSize.Base(UNIT),
            new OrderTerms.Market(),
            TimeInForce.GTC,
            false,
            OrderPurpose.SIGNAL_EXIT);
    RiskGate gate = new RiskGate(LIMITS, instruments(), books);
    assertThat(tell(gate.reduce(unmarked))).isEqualTo("WOULD_OPEN");
  }

  @Test
  void lossesThatTookAllLeaveNoEquity() {
    Portfolio books = books(10_000);
    books.book(
        1,
        Side.BUY,
        new OrderEvent.Filled(1, 0, UNIT, 100, 100 * UNIT, 10_000 * UNIT, false, 0, true));
    books.mark(1, 50);
    assertThat(tell(new RiskGate(LIMITS, instruments(), books).enter(entry(1), 0.01, 0, 0, false)))
        .isEqualTo("NO_EQUITY");
  }

  @Test
  void withoutEquityNothingOpens() {
    RiskGate gate = new RiskGate(LIMITS, instruments(), books(0));
    assertThat(tell(gate.enter(entry(1), 0.01, 0, 0, false))).isEqualTo("NO_EQUITY");
  }

  @Test
  void aReductionPassesOnlyIfItReduces() {
    Portfolio books = books(10_000);
    RiskGate gate = new RiskGate(LIMITS, instruments(), books);
    assertThat(tell(gate.reduce(reduction(Side.SELL)))).isEqualTo("WOULD_OPEN");
    books.book(1, Side.BUY, fill(UNIT, 100));
    assertThat(tell(gate.reduce(reduction(Side.SELL)))).isEqualTo("PASS");
    assertThat(tell(gate.reduce(reduction(Side.BUY)))).isEqualTo("WOULD_OPEN");
  }

  @Test
  void cancelsAndNewTermsOfReductionsPass() {
    RiskGate gate = new RiskGate(LIMITS, instruments(), books(0));
    VenueCommand.CancelOrder cancel = new VenueCommand.CancelOrder(1, 0);
    assertThat(gate.cancel(cancel).command()).isEqualTo(cancel);
    VenueCommand.AmendOrder amend = new VenueCommand.AmendOrder(1, 1, new OrderTerms.Stop(5));
    assertThat(tell(gate.amend(amend, reduction(Side.SELL)))).isEqualTo("PASS");
    assertThat(tell(gate.amend(amend, entry(5)))).isEqualTo("WOULD_OPEN");
  }

  @ParameterizedTest
  @CsvSource({
    "0.10, 10000, 0, 4, 2000, TRADE_RISK",
    "0.01, 10000, 0, 4, 2500, EQUAL_SHARE",
    "0.01, 10000, 0, 1, 6000, SYMBOL_EXPOSURE",
    "0.01, 10000, 9000, 1, 1000, LEVERAGE",
    "0.01, 700, 0, 1, 700, FREE_BALANCE",
    "0.01, 700, 12000, 1, 0, LEVERAGE",
  })
  void theSmallestSizeWins(
      double stop, double free, double others, int symbols, double budget, SizeRule rule) {
    Sizer.Size size =
        Sizer.size(
            SignalSize.EQUAL_SHARE,
            new Sizer.Situation(10_000, free, others, symbols, 100, stop),
            LIMITS);
    assertThat(size.budget()).isEqualTo(budget);
    assertThat(size.boundBy()).isEqualTo(rule);
  }

  @Test
  void sizesOfSignals() {
    Sizer.Situation now = new Sizer.Situation(10_000, 10_000, 0, 1, 100, 0.01);
    assertThat(Sizer.size(new SignalSize.Share(0.25), now, LIMITS).budget()).isEqualTo(2_500);
    assertThat(Sizer.size(new SignalSize.Qty(3), now, LIMITS).budget()).isEqualTo(300);
    assertThat(Sizer.size(new SignalSize.Notional(70), now, LIMITS).budget()).isEqualTo(70);
  }

  @Test
  void limitsHaveRanges() {
    assertThatThrownBy(() -> new RiskLimits(0, 1, 1, 1)).hasMessageContaining("maxTradeRisk");
    assertThatThrownBy(() -> new RiskLimits(1, 0, 1, 1)).hasMessageContaining("maxSymbolExposure");
    assertThatThrownBy(() -> new RiskLimits(1, 1, 126, 1)).hasMessageContaining("maxLeverage");
    assertThatThrownBy(() -> new RiskLimits(1, 1, 1, 0)).hasMessageContaining("maxOpenPositions");
  }

  private static String tell(GateDecision<?> decision) {
    return switch (decision) {
      case GateDecision.Pass<?> _ -> "PASS";
      case GateDecision.Deny<?> deny -> deny.refusal().name();
    };
  }

  private static OrderIntent entry(long budget) {
    return new OrderIntent(
        1,
        0,
        Side.BUY,
        new OrderSize.Budget(budget * UNIT),
        new OrderTerms.Market(),
        TimeInForce.GTC,
        false,
        OrderPurpose.ENTRY);
  }

  private static OrderIntent sized(OrderSize size) {
    return priced(size, new OrderTerms.Market());
  }

  private static OrderIntent priced(OrderSize size, OrderTerms terms) {
    return new OrderIntent(1, 0, Side.BUY, size, terms, TimeInForce.GTC, false, OrderPurpose.ENTRY);
  }

  private static OrderIntent reduction(Side side) {
    return new OrderIntent(
        2,
        1,
        side,
        new OrderSize.Position(),
        new OrderTerms.Market(),
        TimeInForce.GTC,
        true,
        OrderPurpose.SIGNAL_EXIT);
  }

  private static OrderEvent.Filled fill(long qty, long price) {
    return new OrderEvent.Filled(1, 0, qty, price, price * qty, 0, false, 0, true);
  }

  private static List<Instrument> instruments() {
    TradingRules rules = new TradingRules(0, 1, 1, 0, 0, 0, 0);
    return List.of(
        new Instrument(InstrumentId.parse("A/Q", "x", Market.SPOT), 0, 8, 8, List.of(rules)),
        new Instrument(InstrumentId.parse("B/Q", "x", Market.SPOT), 0, 8, 8, List.of(rules)));
  }

  private static Portfolio books(long cash) {
    Portfolio books = new Portfolio(instruments());
    books.deposit(cash * UNIT);
    books.mark(0, 100);
    books.mark(1, 100);
    return books;
  }
}
