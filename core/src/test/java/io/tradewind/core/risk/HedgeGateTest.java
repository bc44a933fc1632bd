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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A hedge by B, at 10 a contract, of what is held of A, under limits that allow no entry at all.
 */
class HedgeGateTest {
  private static final List<Instrument> TWO = List.of(instrument("A"), instrument("B"));

  private final Portfolio hedge = new Portfolio(TWO);
  private final Books books = new Books(List.of(new Portfolio(TWO), hedge));
  private final RiskGate gate =
      new RiskGate(
          RiskSettings.only(0.0001, 0.0001, 0.0001, 1).exposure(),
          new Sectors(new TreeMap<>(), TWO.stream().map(Instrument::id).toList()),
          new MarketRisk(2),
          TWO,
          books);

  private static Instrument instrument(String base) {
    return new Instrument(
        new InstrumentId("x", base, "Q", Market.PERP),
        2,
        0,
        2,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
  }

  /** Notional of A, contracts of B that are held, those that are ordered, what the gate says. */
  @ParameterizedTest
  @CsvSource({
    "500, 0, -50, pass",
    "500, 0, -51, OVER_HEDGED",
    "500, 0, 1, OVER_HEDGED",
    "500, -20, -30, pass",
    "500, -20, -31, OVER_HEDGED",
    "500, 20, -70, pass",
    "-500, 0, 50, pass",
    "-500, 0, -1, OVER_HEDGED",
    "0, 0, -1, OVER_HEDGED"
  })
  void coversAndNoMore(double held, long hedged, long ordered, String wanted) {
    assertThat(decide(hedged, ordered, around(held, Stance.OPEN, false, false))).isEqualTo(wanted);
  }

  /** What bars entries does not bar it; what ends everything does. */
  @ParameterizedTest
  @CsvSource({
    "open, false, false, 1000, pass",
    "open, false, true, 1000, pass",
    "no entries, false, false, 1000, pass",
    "close all, false, false, 1000, BREAKER",
    "open, true, false, 1000, HALTED",
    "open, false, false, 0, NO_EQUITY"
  })
  void mayBeBarred(String stance, boolean halted, boolean locked, double equity, String wanted) {
    Stance now =
        switch (stance) {
          case "no entries" -> new Stance.NoEntries(StopReason.DAY_LOSS, OptionalLong.empty());
          case "close all" -> new Stance.CloseAll(StopReason.DAY_COLLAPSE);
          default -> Stance.OPEN;
        };
    Surroundings around = around(500, now, halted, locked);
    Surroundings poorer =
        new Surroundings(
            new Holdings(equity, around.held().all()),
            1,
            now,
            around.lock(),
            around.orderRate(),
            halted);
    assertThat(decide(0, -10, poorer)).isEqualTo(wanted);
  }

  private String decide(long hedged, long ordered, Surroundings around) {
    books.mark(1, 1_000);
    if (hedged != 0) {
      long qty = Math.abs(hedged);
      hedge.book(
          1,
          hedged > 0 ? Side.BUY : Side.SELL,
          new OrderEvent.Filled(1, 1, qty, 1_000, qty * 1_000, 0, false, 0, true));
    }
    OrderIntent intent =
        new OrderIntent(
            7,
            1,
            1,
            ordered > 0 ? Side.BUY : Side.SELL,
            new OrderSize.Base(Math.abs(ordered)),
            new OrderTerms.Market(),
            TimeInForce.GTC,
            false,
            OrderPurpose.HEDGE);
    return switch (gate.hedge(intent, around)) {
      case GateDecision.Pass<?> _ -> "pass";
      case GateDecision.Deny<?> deny -> deny.refusal().name();
    };
  }

  private static Surroundings around(double held, Stance stance, boolean halted, boolean locked) {
    return new Surroundings(
        new Holdings(1_000, held == 0 ? List.of() : List.of(new Holding(0, 0, held, 0))),
        1,
        stance,
        locked
            ? Optional.of(
                new Lock(LockReason.COOL_DOWN, OptionalInt.empty(), Optional.empty(), 0, 100))
            : Optional.empty(),
        new Allowance(Double.POSITIVE_INFINITY, ExposureLimit.ORDER_RATE),
        halted);
  }
}
