package io.tradewind.core.execution.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CostTest {
  private static final OptionalLong NO_TRADE = OptionalLong.empty();

  /** Prices have 2 digits, quantities 1, cash 2. */
  private static final Instrument INSTRUMENT =
      new Instrument(
          new InstrumentId("x", "A", "Q", Market.SPOT),
          2,
          1,
          2,
          List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));

  @ParameterizedTest
  @EnumSource(CostKind.class)
  void aKindHasItsPlace(CostKind kind) {
    CostBreakdown one = CostBreakdown.of(kind, 7);
    assertThat(one.amountScaled(kind)).isEqualTo(7);
    assertThat(one.totalScaled()).isEqualTo(7);
    CostBreakdown others = new CostBreakdown(1, 20, 300, 4000, 50_000, -600_000, 7, 8);
    assertThat(others.plus(one).amountScaled(kind)).isEqualTo(others.amountScaled(kind) + 7);
    assertThat(others.plus(one).totalScaled()).isEqualTo(others.totalScaled() + 7);
  }

  @Test
  void profitIsWhatIsLeftAfterEverything() {
    CostBreakdown costs = new CostBreakdown(1, 2, 3, 4, -5, 6, 7, 8);
    assertThat(new NetResult(100, costs).netScaled()).isEqualTo(100 - 26);
    assertThat(new NetResult(100, costs).plus(new NetResult(-30, costs)).netScaled())
        .isEqualTo(70 - 52);
  }

  @Test
  void aCostIsItsTradesItsStrategysAndItsDays() {
    CostLedger ledger = new CostLedger(2);
    long day = Utc.DAY_NS;
    ledger.onCost(0, OptionalLong.of(11), 5 * day - 1, CostKind.FEE, 10);
    ledger.onCost(0, OptionalLong.of(11), 5 * day, CostKind.FUNDING, -4);
    ledger.onCost(1, OptionalLong.of(12), 5 * day, CostKind.FEE, 100);
    ledger.onCost(0, NO_TRADE, 5 * day, CostKind.MODEL, 1000);
    ledger.add(0, OptionalLong.of(11), 5 * day, new NetResult(5000, CostBreakdown.NONE));
    assertThat(ledger.trade(11).netScaled()).isEqualTo(5000 - 6);
    assertThat(ledger.strategy(0).netScaled()).isEqualTo(5000 - 6 - 1000);
    assertThat(ledger.strategy(1).costs()).isEqualTo(CostBreakdown.of(CostKind.FEE, 100));
    assertThat(ledger.day(4).costs()).isEqualTo(CostBreakdown.of(CostKind.FEE, 10));
    assertThat(ledger.day(5, 0).netScaled()).isEqualTo(5000 + 4 - 1000);
    assertThat(ledger.day(5).netScaled()).isEqualTo(5000 + 4 - 1000 - 100);
    assertThat(ledger.day(6)).isEqualTo(NetResult.NONE);
    assertThat(ledger.total().netScaled()).isEqualTo(5000 - 6 - 1000 - 100);
    assertThat(ledger.epochDays()).containsExactly(4L, 5L);
    assertThat(ledger.closeTrade(11).netScaled()).isEqualTo(5000 - 6);
    assertThat(ledger.closeTrade(11)).isEqualTo(NetResult.NONE);
    assertThat(ledger.strategy(0).netScaled()).isEqualTo(5000 - 6 - 1000);
    ledger.checkInvariants();
  }

  @Test
  void restoredItGoesOnAsBefore() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      CostLedger ledger = new CostLedger(3);
      CostLedger copy = new CostLedger(3);
      copy.onCost(0, OptionalLong.of(99), 99 * Utc.DAY_NS, CostKind.GAS, 9);
      int cut = random.nextInt(100);
      for (int i = 0; i < 100; i++) {
        if (i == cut) {
          StateReader in = new StateReader(bytes(ledger));
          copy.load(in);
          assertThat(in.isAtEnd()).isTrue();
        }
        int strategy = random.nextInt(3);
        OptionalLong trade = random.nextBoolean() ? OptionalLong.of(random.nextInt(9)) : NO_TRADE;
        long timeNs = random.nextLong(-3 * Utc.DAY_NS, 5 * Utc.DAY_NS);
        CostKind kind = CostKind.values()[random.nextInt(8)];
        long amount = random.nextLong(-100, 1000);
        NetResult result = new NetResult(amount / 3, CostBreakdown.of(kind, amount));
        ledger.add(strategy, trade, timeNs, result);
        copy.add(strategy, trade, timeNs, result);
        ledger.checkInvariants();
      }
      assertThat(bytes(copy)).as("seed %s", seed).isEqualTo(bytes(ledger));
    }
  }

  private static byte[] bytes(CostLedger ledger) {
    StateWriter out = new StateWriter();
    ledger.save(out);
    return out.toByteArray();
  }

  /** Decided at 100; delay, spread, impact, fee, opportunity, all in hundredths. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "all at the touch,    BUY,  10, 10, 1011.00, 1.5, 101,   101.1, 999, 1000, 100, 0, 150, 0",
    "with impact,         BUY,  10, 10, 1015.00, 0,   101,   101.1, 999, 1000, 100, 400, 0, 0",
    "the market came,     BUY,  10, 10, 985.00,  0,   98,    98.1,  999, -2000, 100, 400, 0, 0",
    "a sale,              SELL, 10, 10, 985.00,  2,   99,    98.9,  999, 1000, 100, 400, 200, 0",
    "half was filled,     BUY,  10, 5,  507.00,  0,   101,   101.1, 103, 500, 50, 150, 0, 1500",
    "a sale not filled,   SELL, 10, 0,  0,       0,   99,    98.9,  97,  0, 0, 0, 0, 3000",
    "a better price,      BUY,  10, 10, 1009.00, 0,   101,   101.1, 999, 1000, 100, -200, 0, 0"
  })
  void shortfallIsSplitUp(
      String what,
      Side side,
      long asked,
      long filled,
      BigDecimal quote,
      BigDecimal fee,
      BigDecimal arrival,
      BigDecimal touch,
      BigDecimal end,
      long delay,
      long spread,
      long impact,
      long feeScaled,
      long opportunity) {
    Shortfall got =
        Shortfall.of(
            INSTRUMENT,
            new Shortfall.Filled(side, asked * 10, filled * 10, cents(quote), cents(fee)),
            new Shortfall.Prices(100_00, cents(arrival), cents(touch), cents(end)));
    assertThat(got)
        .as(what)
        .isEqualTo(new Shortfall(delay, spread, impact, feeScaled, opportunity));
    assertThat(got.costs().totalScaled()).isEqualTo(got.totalScaled() - opportunity);
  }

  private static long cents(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }

  /** However the parts round, together they are what was paid over the decision's price. */
  @Test
  void thePartsAddUp() {
    for (long seed = 0; seed < 1000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long filled = random.nextLong(1, 9999);
      long decision = 10 * random.nextLong(1, 2000);
      long quote = random.nextLong(1, 1_000_000_000);
      Shortfall got =
          Shortfall.of(
              INSTRUMENT,
              new Shortfall.Filled(side, filled, filled, quote, 17),
              new Shortfall.Prices(
                  decision, random.nextLong(1, 20_000), random.nextLong(1, 20_000), 1));
      assertThat(got.totalScaled())
          .as("seed %s", seed)
          .isEqualTo(side.sign() * (quote - decision / 10 * filled) + 17);
    }
  }
}
