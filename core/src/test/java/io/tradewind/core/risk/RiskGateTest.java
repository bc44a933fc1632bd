package io.tradewind.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two perpetuals, 1000 of capital, cash and prices with 2 digits, whole contracts. */
class RiskGateTest {
  private static final List<Instrument> TWO = List.of(instrument("A"), instrument("B"));
  private static final OrderTerms MARKET = new OrderTerms.Market();

  private final Portfolio portfolio = new Portfolio(TWO);
  private final RiskGate gate =
      new RiskGate(RiskSettings.only(0.1, 0.5, 0.8, 2), TWO, new Books(List.of(portfolio)));

  private static Instrument instrument(String base) {
    return new Instrument(
        new InstrumentId("x", base, "Q", Market.PERP),
        2,
        0,
        2,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
  }

  private static OrderIntent order(
      int instrument, Side side, OrderSize size, OrderTerms terms, boolean reduceOnly) {
    return new OrderIntent(
        7, 0, instrument, side, size, terms, TimeInForce.GTC, reduceOnly, OrderPurpose.ENTRY);
  }

  private static OrderIntent budget(int instrument, long quote) {
    return order(instrument, Side.BUY, new OrderSize.Budget(quote * 100), MARKET, false);
  }

  private void buy(int instrument, Side side, long qty, long price) {
    portfolio.book(
        instrument,
        side,
        new OrderEvent.Filled(1, 1, qty, price * 100, qty * price * 100, 0, false, 0, true));
    portfolio.mark(instrument, price * 100);
  }

  private static String word(GateDecision<?> decision) {
    return switch (decision) {
      case GateDecision.Pass<?> _ -> "pass";
      case GateDecision.Deny<?> deny -> deny.refusal().name();
    };
  }

  private String enter(OrderIntent intent, double stop) {
    return enter(intent, new Opening(stop, 0, 0, 0, 0, false, false));
  }

  private String enter(OrderIntent intent, Opening opening) {
    return word(gate.enter(intent, opening));
  }

  @Test
  void withoutEquityNothingOpens() {
    assertThat(enter(budget(0, 1), 0.1)).isEqualTo("NO_EQUITY");
    portfolio.deposit(-5);
    assertThat(enter(budget(0, 1), 0.1)).isEqualTo("NO_EQUITY");
  }

  @Test
  void eachLimitDeniesByItself() {
    portfolio.deposit(1_000_00);
    assertThat(enter(budget(0, 500), 0.2)).isEqualTo("pass");
    assertThat(enter(budget(0, 501), 0.1)).isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(budget(0, 500), 0.21)).isEqualTo("TRADE_RISK");
    assertThat(enter(budget(0, 101), 1)).isEqualTo("TRADE_RISK");
    assertThat(enter(budget(0, 500), new Opening(0.1, 0, 0, 300_00, 1, false, false)))
        .isEqualTo("pass");
    assertThat(enter(budget(0, 500), new Opening(0.1, 0, 0, 301_00, 1, false, false)))
        .isEqualTo("LEVERAGE");
    assertThat(enter(budget(0, 1), new Opening(0.1, 0, 0, 0, 2, false, false)))
        .isEqualTo("OPEN_POSITIONS");
    assertThat(enter(budget(0, 1), new Opening(0.1, 0, 0, 0, 0, false, true))).isEqualTo("HALTED");
    assertThat(enter(budget(0, 1), Double.NaN)).isEqualTo("TRADE_RISK");
  }

  /** What is held and on its way in the same symbol counts, unless it is on its way out. */
  @Test
  void whatAddsIsJudgedWithWhatThereIs() {
    portfolio.deposit(1_000_00);
    buy(0, Side.BUY, 30, 10);
    assertThat(enter(budget(0, 200), new Opening(0.1, 0, 0, 0, 0, false, false))).isEqualTo("pass");
    assertThat(enter(budget(0, 201), new Opening(0.1, 0, 0, 0, 0, false, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(budget(0, 200), new Opening(0.21, 0, 0, 0, 0, false, false)))
        .isEqualTo("TRADE_RISK");
    assertThat(enter(budget(0, 500), new Opening(0.2, 0, 0, 0, 0, true, false))).isEqualTo("pass");
    assertThat(enter(budget(0, 100), new Opening(0.1, 101_00, 0, 0, 0, false, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(budget(0, 100), new Opening(0.1, 0, 101_00, 0, 0, false, false)))
        .isEqualTo("SYMBOL_EXPOSURE");
    buy(1, Side.BUY, 1, 10);
    assertThat(enter(budget(0, 100), new Opening(0.1, 0, 0, 0, 0, false, false))).isEqualTo("pass");
    assertThat(enter(budget(0, 100), new Opening(0.1, 0, 0, 0, 1, false, false)))
        .isEqualTo("OPEN_POSITIONS");
  }

  @Test
  void otherPositionsCountAtTheLatestPrice() {
    portfolio.deposit(1_000_00);
    buy(1, Side.SELL, 30, 10);
    assertThat(enter(budget(0, 500), 0.1)).isEqualTo("pass");
    portfolio.mark(1, 10_50);
    assertThat(portfolio.equityScaled()).isEqualTo(985_00);
    assertThat(enter(budget(0, 490), 0.1)).isEqualTo("LEVERAGE");
    assertThat(enter(budget(0, 473), 0.1)).isEqualTo("pass");
  }

  @Test
  void quantitiesCountAtTheirPrice() {
    portfolio.deposit(1_000_00);
    portfolio.mark(0, 10_00);
    OrderSize fifty = new OrderSize.Base(50);
    assertThat(enter(order(0, Side.BUY, fifty, MARKET, false), 0.1)).isEqualTo("pass");
    assertThat(enter(order(0, Side.BUY, fifty, new OrderTerms.Limit(10_01, false), false), 0.1))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(order(0, Side.BUY, fifty, new OrderTerms.Stop(10_01), false), 0.1))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(order(0, Side.BUY, new OrderSize.Position(), MARKET, false), 0.1))
        .isEqualTo("TRADE_RISK");
  }

  @Test
  void aQuantityWithoutAPriceIsTooMuch() {
    portfolio.deposit(1_000_00);
    OrderSize one = new OrderSize.Base(1);
    assertThat(enter(order(0, Side.BUY, one, MARKET, false), 0.1)).isEqualTo("TRADE_RISK");
    assertThat(enter(order(0, Side.BUY, one, new OrderTerms.Limit(10_00, false), false), 0.1))
        .isEqualTo("pass");
  }

  @Test
  void reductionsAlwaysPassAndOnlyReductions() {
    portfolio.deposit(1);
    OrderSize all = new OrderSize.Position();
    OrderIntent sale = order(0, Side.SELL, all, MARKET, true);
    OrderIntent purchase = order(0, Side.BUY, all, MARKET, true);
    assertThat(word(gate.reduce(sale))).isEqualTo("WOULD_OPEN");
    buy(0, Side.BUY, 500, 10);
    portfolio.mark(0, 1);
    assertThat(portfolio.equityScaled()).isNegative();
    assertThat(word(gate.reduce(sale))).isEqualTo("pass");
    assertThat(word(gate.reduce(purchase))).isEqualTo("WOULD_OPEN");
    assertThat(word(gate.reduce(order(0, Side.SELL, all, MARKET, false)))).isEqualTo("WOULD_OPEN");
    buy(0, Side.SELL, 500, 10);
    buy(0, Side.SELL, 5, 10);
    assertThat(word(gate.reduce(purchase))).isEqualTo("pass");
    assertThat(word(gate.reduce(sale))).isEqualTo("WOULD_OPEN");
  }

  @Test
  void cancelsAlwaysPassAndAmendsOfReductionsToo() {
    VenueCommand.CancelOrder cancel = new VenueCommand.CancelOrder(7, 0);
    assertThat(gate.cancel(cancel).command()).isEqualTo(cancel);
    VenueCommand.AmendOrder amend = new VenueCommand.AmendOrder(7, 0, new OrderTerms.Stop(5));
    OrderSize all = new OrderSize.Position();
    assertThat(word(gate.amend(amend, order(0, Side.SELL, all, MARKET, true)))).isEqualTo("pass");
    assertThat(word(gate.amend(amend, budget(0, 1)))).isEqualTo("WOULD_OPEN");
  }
}
