package io.tradewind.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.margin.MarginChange;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Prices with 2 digits, coins with 3, cash with 4. */
class PortfolioTest {
  private static final Instrument SPOT = instrument("A", Market.SPOT);
  private static final Instrument PERP = instrument("B", Market.PERP);

  private static Instrument instrument(String base, Market market) {
    return new Instrument(
        new InstrumentId("x", base, "Q", market),
        2,
        3,
        4,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
  }

  private static Portfolio of(Instrument... instruments) {
    Portfolio portfolio = new Portfolio(List.of(instruments));
    portfolio.deposit(1_000_0000);
    return portfolio;
  }

  private static OrderEvent.Filled fill(
      long qty, long price, long quote, long fee, boolean inBase, long slippage) {
    return new OrderEvent.Filled(1, 1, qty, price, quote, fee, inBase, slippage, true);
  }

  @Test
  void spotChangesHands() {
    Portfolio p = of(SPOT);
    assertThat(p.book(0, Side.BUY, fill(3_000, 10_000, 300_0000, 3000, false, 1500))).isZero();
    p.mark(0, 10_000);
    p.checkInvariants();
    assertThat(p.cashScaled()).isEqualTo(1_000_0000 - 300_0000 - 4500);
    assertThat(p.equityScaled()).isEqualTo(1_000_0000 - 4500);
    assertThat(p.freeCashScaled()).isEqualTo(p.cashScaled());
    assertThat(p.exposureScaled(0)).isEqualTo(300_0000);
    assertThat(p.openPositions()).isEqualTo(1);
    assertThat(p.book(0, Side.SELL, fill(1_000, 11_000, 110_0000, 0, false, 0))).isEqualTo(10_0000);
    assertThat(p.position(0).qtyScaled()).isEqualTo(2_000);
    assertThat(p.position(0).costScaled()).isEqualTo(200_0000);
    assertThat(p.book(0, Side.SELL, fill(2_000, 9_000, 180_0000, 0, false, 0))).isEqualTo(-20_0000);
    p.checkInvariants();
    assertThat(p.position(0).isFlat()).isTrue();
    assertThat(p.equityScaled()).isEqualTo(990_0000 - 4500);
    assertThat(p.ledger().amount(0, Account.FEES)).isEqualTo(3000);
    assertThat(p.ledger().amount(0, Account.SLIPPAGE)).isEqualTo(1500);
    assertThat(p.ledger().amount(0, Account.CAPITAL)).isEqualTo(-1_000_0000);
  }

  @Test
  void ofAContractOnlyTheGainChangesHands() {
    Portfolio p = of(PERP);
    p.book(0, Side.SELL, fill(3_000, 10_000, 300_0000, 3000, false, 0));
    p.mark(0, 11_000);
    p.checkInvariants();
    assertThat(p.cashScaled()).isEqualTo(1_000_0000 - 3000);
    assertThat(p.freeCashScaled()).isEqualTo(700_0000 - 3000);
    assertThat(p.equityScaled()).isEqualTo(970_0000 - 3000);
    assertThat(p.exposureScaled(0)).isEqualTo(330_0000);
    assertThat(p.book(0, Side.BUY, fill(1_000, 8_000, 80_0000, 0, false, 0))).isEqualTo(20_0000);
    p.checkInvariants();
    assertThat(p.position(0).qtyScaled()).isEqualTo(-2_000);
    assertThat(p.position(0).costScaled()).isEqualTo(200_0000);
    assertThat(p.book(0, Side.BUY, fill(2_000, 12_000, 240_0000, 0, false, 0))).isEqualTo(-40_0000);
    p.checkInvariants();
    assertThat(p.equityScaled()).isEqualTo(980_0000 - 3000);
  }

  @Test
  void aFeeInBaseLeavesLessThanWasBoughtAndDust() {
    Portfolio p = of(SPOT);
    p.book(0, Side.BUY, fill(3_000, 10_000, 300_0000, 3, true, 0));
    p.mark(0, 10_000);
    p.checkInvariants();
    assertThat(p.position(0).qtyScaled()).isEqualTo(2_997);
    assertThat(p.position(0).costScaled()).isEqualTo(299_7000);
    assertThat(p.ledger().amount(1, Account.FEES)).isEqualTo(3);
    assertThat(p.ledger().value(Account.FEES)).isEqualTo(3000);
    p.book(0, Side.SELL, fill(2_000, 10_000, 200_0000, 0, false, 0));
    p.leaveDust(0);
    p.checkInvariants();
    assertThat(p.position(0).isFlat()).isTrue();
    assertThat(p.position(0).dustQtyScaled()).isEqualTo(997);
    assertThat(p.equityScaled()).isEqualTo(1_000_0000 - 3000);
    p.book(0, Side.BUY, fill(1_000, 10_000, 100_0000, 0, false, 0));
    p.checkInvariants();
    assertThat(p.position(0).qtyScaled()).isEqualTo(1_997);
    assertThat(p.position(0).dustQtyScaled()).isZero();
    assertThat(p.position(0).costScaled()).isEqualTo(199_7000);
  }

  @Test
  void anIsolatedMarginIsSetAsideAndFreedInProportion() {
    Portfolio p = of(PERP);
    p.setMargin(0, MarginMode.ISOLATED, 7);
    p.book(0, Side.BUY, fill(3_000, 10_000, 300_0000, 0, false, 0));
    p.mark(0, 9_500);
    p.checkInvariants();
    assertThat(p.marginScaled(0)).isEqualTo(42_8572);
    assertThat(p.ledger().amount(0, Account.MARGIN)).isEqualTo(42_8572);
    assertThat(p.cashScaled()).isEqualTo(1_000_0000);
    assertThat(p.freeCashScaled()).isEqualTo(1_000_0000 - 42_8572);
    assertThat(p.equityScaled()).isEqualTo(985_0000);
    assertThat(p.maintenanceScaled(0)).isEqualTo(1_4250);
    // (300 - 42.8572) / (3 * 0.995) = 86.1449
    assertThat(p.liquidationPrice(0, 0)).hasValue(8_615);
    assertThat(p.book(0, Side.SELL, fill(1_000, 9_500, 95_0000, 0, false, 0))).isEqualTo(-5_0000);
    p.checkInvariants();
    assertThat(p.marginScaled(0)).isEqualTo(28_5715);
    assertThat(p.freeCashScaled()).isEqualTo(1_000_0000 - 28_5715 - 5_0000);
    p.mark(0, 1);
    assertThat(p.equityScaled()).isEqualTo(1_000_0000 - 28_5715 - 5_0000);
    p.book(0, Side.SELL, fill(2_000, 9_500, 190_0000, 0, false, 0));
    assertThat(p.marginScaled(0)).isZero();
    p.checkInvariants();
  }

  @Test
  void crossPositionsLeanOnEachOther() {
    Portfolio p = of(PERP, instrument("C", Market.PERP));
    p.setMargin(0, MarginMode.CROSS, 10);
    p.setMargin(1, MarginMode.CROSS, 5);
    p.book(0, Side.BUY, fill(30_000, 10_000, 3_000_0000, 0, false, 0));
    p.book(1, Side.SELL, fill(10_000, 10_000, 1_000_0000, 0, false, 0));
    p.mark(0, 11_000);
    p.mark(1, 10_500);
    p.checkInvariants();
    assertThat(p.marginScaled(0)).isEqualTo(330_0000);
    assertThat(p.marginScaled(1)).isEqualTo(210_0000);
    assertThat(p.freeCashScaled(0)).isEqualTo(1_000_0000 + 300_0000 - 50_0000 - 540_0000);
    assertThat(p.freeCashScaled()).isEqualTo(710_0000);
    // (3000 - (1000 - 50 - 5.25)) / (30 * 0.995) = 68.8526, (1000 + 1300 - 16.5) / 10.05 = 227.21
    assertThat(p.liquidationPrice(0, 0)).hasValue(6_886);
    assertThat(p.liquidationPrice(1, 0)).hasValue(22_721);
    p.mark(0, 20_000);
    assertThat(p.freeCashScaled()).isEqualTo(1_000_0000);
    p.mark(0, 1);
    assertThat(p.equityScaled()).isZero();
    assertThatThrownBy(() -> p.setMargin(0, MarginMode.ISOLATED, 10))
        .isInstanceOf(IllegalStateException.class);
  }

  /** By the time at which a venue tells it there may be less margin than was paid, or none. */
  @Test
  void fundingIsBookedAlsoWhereThePositionIsGone() {
    Portfolio p = of(PERP);
    p.book(new MarginEvent.Changed(0, 0, 1, MarginMode.ISOLATED, 10, MarginChange.DONE));
    p.book(0, Side.BUY, fill(3_000, 10_000, 300_0000, 0, false, 0));
    p.book(0, Side.SELL, fill(2_900, 10_000, 290_0000, 0, false, 0));
    p.book(new MarginEvent.Funded(0, 0, 2, 0.01, 3_0000));
    p.checkInvariants();
    assertThat(p.position(0).marginScaled()).isZero();
    assertThat(p.cashScaled()).isEqualTo(997_0000);
    p.book(0, Side.SELL, fill(100, 10_000, 10_0000, 0, false, 0));
    p.book(new MarginEvent.Funded(0, 0, 3, 0.01, -2_0000));
    p.checkInvariants();
    assertThat(p.position(0).isFlat()).isTrue();
    assertThat(p.cashScaled()).isEqualTo(999_0000);
    assertThat(p.ledger().amount(0, Account.FUNDING)).isEqualTo(1_0000);
  }

  @Test
  void fundingAndLiquidationHaveAccountsOfTheirOwn() {
    Portfolio p = of(PERP);
    p.book(new MarginEvent.Changed(0, 0, 1, MarginMode.ISOLATED, 10, MarginChange.DONE));
    p.book(new MarginEvent.Changed(0, 0, 1, MarginMode.CROSS, 3, MarginChange.NO_CONTRACTS));
    assertThat(p.mode(0)).isEqualTo(MarginMode.ISOLATED);
    assertThat(p.leverage(0)).isEqualTo(10);
    p.book(0, Side.BUY, fill(3_000, 10_000, 300_0000, 0, false, 0));
    p.book(new MarginEvent.Funded(0, 0, 2, 0.01, 3_0000));
    p.checkInvariants();
    assertThat(p.marginScaled(0)).isEqualTo(27_0000);
    assertThat(p.ledger().amount(0, Account.FUNDING)).isEqualTo(3_0000);
    long gain = p.book(new MarginEvent.Liquidated(0, 0, 3, 3_000, 8_000, 240_0000, 0, 33_0000));
    assertThat(gain).isEqualTo(-60_0000);
    p.checkInvariants();
    assertThat(p.position(0).isFlat()).isTrue();
    assertThat(p.cashScaled()).isEqualTo(970_0000);
    assertThat(p.ledger().amount(0, Account.INSURANCE)).isEqualTo(-33_0000);
    p.ledger().move(0, Account.WALLET, Account.MARGIN, 1, 1);
    assertThatThrownBy(p::checkInvariants)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("set aside");
  }

  @Test
  void marginsComeBackFromASnapshot() {
    Portfolio p = of(PERP);
    p.setMargin(0, MarginMode.CROSS, 4);
    p.book(0, Side.SELL, fill(3_000, 10_000, 300_0000, 0, false, 0));
    StateWriter out = new StateWriter();
    p.save(out);
    Portfolio again = new Portfolio(List.of(PERP));
    again.load(new StateReader(out.toByteArray()));
    StateWriter twice = new StateWriter();
    again.save(twice);
    assertThat(twice.sha256()).isEqualTo(out.sha256());
    assertThat(again.mode(0)).isEqualTo(MarginMode.CROSS);
    assertThat(again.leverage(0)).isEqualTo(4);
  }

  @Test
  void whatCannotBeIsABrokenInvariant() {
    Portfolio p = of(SPOT, PERP);
    assertThatThrownBy(() -> p.book(0, Side.SELL, fill(1, 10_000, 1000, 0, false, 0)))
        .isInstanceOf(IllegalStateException.class);
    p.book(1, Side.BUY, fill(5, 10_000, 5000, 0, false, 0));
    assertThatThrownBy(() -> p.book(1, Side.SELL, fill(6, 10_000, 6000, 0, false, 0)))
        .isInstanceOf(IllegalStateException.class);
    p.book(0, Side.BUY, fill(5, 10_000, 5000, 0, false, 0));
    p.ledger().move(1, Account.MARKET, Account.WALLET, 1, 0);
    assertThatThrownBy(p::checkInvariants).isInstanceOf(IllegalStateException.class);
  }

  /** A contract leaves no dust: it would be worth its whole price and not what it gained. */
  @Test
  void onlyCoinsLeaveDust() {
    Portfolio p = of(PERP);
    p.book(0, Side.BUY, fill(3_000, 10_000, 300_0000, 0, false, 0));
    assertThatThrownBy(() -> p.leaveDust(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only a spot market leaves dust");
  }

  @Test
  void everythingIsQuotedInOneCurrency() {
    Instrument other =
        new Instrument(
            new InstrumentId("x", "C", "R", Market.SPOT),
            2,
            3,
            4,
            List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
    assertThatThrownBy(() -> of(SPOT, other)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyFillsAreThoseOfTheReferenceModel() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Portfolio portfolio = of(SPOT, PERP);
      Reference[] reference = {new Reference(false), new Reference(true)};
      BigDecimal cash = BigDecimal.valueOf(1_000_0000);
      for (int n = 0; n < 200; n++) {
        int i = random.nextInt(2);
        long price = random.nextLong(1, 20_000);
        boolean buys = random.nextBoolean();
        long held = reference[i].qty;
        if (i == 0 && !buys && held == 0) {
          continue;
        }
        boolean opens = held == 0 || (held > 0) == buys;
        long qty = opens ? random.nextLong(1, 500) : random.nextLong(1, Math.abs(held) + 1);
        long quote =
            BigDecimal.valueOf(price, 2)
                .multiply(BigDecimal.valueOf(qty, 3))
                .setScale(4, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
        boolean inBase = i == 0 && buys && qty > 10 && random.nextBoolean();
        long fee = inBase ? random.nextLong(3) : random.nextLong(100);
        OrderEvent.Filled fill = fill(qty, price, quote, fee, inBase, random.nextLong(50));
        long gain = portfolio.book(i, buys ? Side.BUY : Side.SELL, fill);
        long feeValue = portfolio.feeValueScaled(i, fill);
        BigDecimal expected = reference[i].book(buys ? 1 : -1, fill, feeValue);
        portfolio.mark(i, price);
        cash = cash.add(reference[i].cash(buys ? 1 : -1, fill, expected));
        portfolio.checkInvariants();
        String as = "seed " + seed + " fill " + n;
        assertThat(BigDecimal.valueOf(gain)).as(as).isEqualByComparingTo(expected);
        assertThat(portfolio.position(i).qtyScaled()).as(as).isEqualTo(reference[i].qty);
        assertThat(BigDecimal.valueOf(portfolio.position(i).costScaled()))
            .as(as)
            .isEqualByComparingTo(reference[i].cost);
        assertThat(BigDecimal.valueOf(portfolio.cashScaled())).as(as).isEqualByComparingTo(cash);
      }
      StateWriter out = new StateWriter();
      portfolio.save(out);
      Portfolio copy = new Portfolio(List.of(SPOT, PERP));
      copy.load(new StateReader(out.toByteArray()));
      copy.checkInvariants();
      assertThat(copy.equityScaled()).isEqualTo(portfolio.equityScaled());
    }
  }

  /** A position in BigDecimal: quantity and cost, a part closed takes its part of the cost. */
  private static final class Reference {
    private final boolean contract;
    private long qty;
    private BigDecimal cost = BigDecimal.ZERO;

    Reference(boolean contract) {
      this.contract = contract;
    }

    BigDecimal book(int sign, OrderEvent.Filled fill, long feeValue) {
      if (qty == 0 || Long.signum(qty) == sign) {
        qty += sign * (fill.qtyScaled() - (fill.feeInBase() ? fill.feeScaled() : 0));
        cost = cost.add(BigDecimal.valueOf(fill.quoteScaled() - (fill.feeInBase() ? feeValue : 0)));
        return BigDecimal.ZERO;
      }
      BigDecimal part =
          cost.multiply(BigDecimal.valueOf(fill.qtyScaled()))
              .divide(BigDecimal.valueOf(Math.abs(qty)), 0, RoundingMode.HALF_EVEN);
      cost = cost.subtract(part);
      qty += sign * fill.qtyScaled();
      return BigDecimal.valueOf(fill.quoteScaled())
          .subtract(part)
          .multiply(BigDecimal.valueOf(-sign));
    }

    BigDecimal cash(int sign, OrderEvent.Filled fill, BigDecimal gain) {
      BigDecimal traded = contract ? gain : BigDecimal.valueOf(-sign * fill.quoteScaled());
      long costs = fill.slippageScaled() + (fill.feeInBase() ? 0 : fill.feeScaled());
      return traded.subtract(BigDecimal.valueOf(costs));
    }
  }
}
