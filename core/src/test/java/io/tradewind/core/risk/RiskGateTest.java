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
import io.tradewind.core.risk.limit.Allowance;
import io.tradewind.core.risk.limit.ExposureLimit;
import io.tradewind.core.risk.limit.Holding;
import io.tradewind.core.risk.limit.Holdings;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LockReason;
import io.tradewind.core.risk.limit.MarketRisk;
import io.tradewind.core.risk.limit.Sectors;
import io.tradewind.core.risk.limit.Stance;
import io.tradewind.core.risk.limit.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two perpetuals, 1000 of capital, cash and prices with 2 digits, whole contracts. */
class RiskGateTest {
  private static final List<Instrument> TWO = List.of(instrument("A"), instrument("B"));
  private static final OrderTerms MARKET = new OrderTerms.Market();

  private final Portfolio portfolio = new Portfolio(TWO);
  private final RiskGate gate =
      new RiskGate(
          RiskSettings.only(0.1, 0.5, 0.8, 2).exposure(),
          new Sectors(new TreeMap<>(), TWO.stream().map(Instrument::id).toList()),
          new MarketRisk(2),
          TWO,
          new Books(List.of(portfolio)));

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
    return enter(intent, around(stop));
  }

  private String enter(OrderIntent intent, Surroundings around) {
    return word(gate.enter(intent, around));
  }

  /** With what is held, risked at the same distance, and what is on its way besides. */
  private Surroundings around(double stop, Holding... pending) {
    List<Holding> all = new ArrayList<>(List.of(pending));
    for (int i = 0; i < TWO.size(); i++) {
      double notional = portfolio.exposureScaled(i) / 100.0;
      if (notional > 0) {
        double signed = portfolio.position(i).isLong() ? notional : -notional;
        all.add(new Holding(0, i, signed, Double.isNaN(stop) ? 0 : notional * stop));
      }
    }
    return new Surroundings(
        new Holdings(portfolio.equityScaled() / 100.0, all),
        stop,
        Stance.OPEN,
        Optional.empty(),
        new Allowance(Double.POSITIVE_INFINITY, ExposureLimit.ORDER_RATE),
        false);
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
    assertThat(enter(budget(0, 500), around(0.1, new Holding(0, 1, 300, 30)))).isEqualTo("pass");
    assertThat(enter(budget(0, 500), around(0.1, new Holding(0, 1, -301, 30))))
        .isEqualTo("LEVERAGE");
    assertThat(enter(budget(0, 1), around(0.1, new Holding(0, 1, 1, 0), new Holding(1, 1, 1, 0))))
        .isEqualTo("OPEN_POSITIONS");
    assertThat(enter(budget(0, 1), Double.NaN)).isEqualTo("TRADE_RISK");
  }

  /** What is held and on its way in the same symbol counts. */
  @Test
  void whatAddsIsJudgedWithWhatThereIs() {
    portfolio.deposit(1_000_00);
    buy(0, Side.BUY, 30, 10);
    assertThat(enter(budget(0, 200), 0.1)).isEqualTo("pass");
    assertThat(enter(budget(0, 201), 0.1)).isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(budget(0, 200), 0.21)).isEqualTo("TRADE_RISK");
    assertThat(enter(budget(0, 100), around(0.1, new Holding(0, 0, 101, 1))))
        .isEqualTo("SYMBOL_EXPOSURE");
    assertThat(enter(budget(0, 100), around(0.1, new Holding(1, 0, 101, 1))))
        .isEqualTo("SYMBOL_EXPOSURE");
    buy(1, Side.BUY, 1, 10);
    assertThat(enter(budget(0, 100), 0.1)).isEqualTo("pass");
  }

  /** Each says no by itself, whatever the figures are. */
  @Test
  void haltsLocksStancesAndTheRateOfOrdersDeny() {
    portfolio.deposit(1_000_00);
    Surroundings free = around(0.1);
    Lock lock = new Lock(LockReason.COOL_DOWN, OptionalInt.empty(), Optional.empty(), 0, 9);
    Allowance none = new Allowance(0, ExposureLimit.ORDER_RATE);
    assertThat(
            Stream.of(
                    free,
                    new Surroundings(
                        free.held(), 0.1, Stance.OPEN, free.lock(), free.orderRate(), true),
                    new Surroundings(
                        free.held(), 0.1, Stance.OPEN, Optional.of(lock), free.orderRate(), false),
                    new Surroundings(free.held(), 0.1, Stance.OPEN, free.lock(), none, false),
                    stance(new Stance.NoEntries(StopReason.WEEK_LOSS, OptionalLong.of(9))),
                    stance(new Stance.NoEntries(StopReason.FLASH_CRASH, OptionalLong.of(9))),
                    stance(new Stance.CloseAll(StopReason.DAY_COLLAPSE)),
                    stance(new Stance.NoEntries(StopReason.EMERGENCY_STOP, OptionalLong.empty())))
                .map(around -> enter(budget(0, 1), around)))
        .containsExactly(
            "pass",
            "HALTED",
            "LOCKED",
            "ORDER_RATE",
            "LOSS_LIMIT",
            "BREAKER",
            "BREAKER",
            "EMERGENCY_STOP");
  }

  private Surroundings stance(Stance stance) {
    Surroundings free = around(0.1);
    return new Surroundings(free.held(), 0.1, stance, free.lock(), free.orderRate(), false);
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
        .isEqualTo("SYMBOL_EXPOSURE");
  }

  @Test
  void aQuantityWithoutAPriceIsTooMuch() {
    portfolio.deposit(1_000_00);
    OrderSize one = new OrderSize.Base(1);
    assertThat(enter(order(0, Side.BUY, one, MARKET, false), 0.1)).isEqualTo("SYMBOL_EXPOSURE");
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
