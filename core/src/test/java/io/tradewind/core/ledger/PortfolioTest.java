package io.tradewind.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Prices to 2 digits, quantities to 3, cash to 5: every product is exact. */
class PortfolioTest {

  @Test
  void spotBuysAndSells() {
    Portfolio books = portfolio(Market.SPOT, 100_000_00000L);
    books.mark(0, 100_00);
    assertThat(books.book(0, Side.BUY, fill(10_000, 100_00, 1_00000, false))).isZero();
    assertThat(books.cashScaled()).isEqualTo(98_999_00000L);
    assertThat(books.equityScaled()).isEqualTo(99_999_00000L);
    books.mark(0, 110_00);
    assertThat(books.equityScaled()).isEqualTo(100_099_00000L);
    assertThat(books.book(0, Side.SELL, fill(4_000, 110_00, 0, false))).isEqualTo(40_00000);
    assertThat(books.position(0).costScaled()).isEqualTo(600_00000);
    assertThat(books.ledger().value(Account.FEES)).isEqualTo(1_00000);
    books.checkInvariants();
  }

  @Test
  void aPerpetualPaysItsGainWhenItCloses() {
    Portfolio books = portfolio(Market.PERP, 100_000_00000L);
    books.mark(0, 100_00);
    books.book(0, Side.SELL, fill(10_000, 100_00, 0, false));
    assertThat(books.cashScaled()).isEqualTo(100_000_00000L);
    assertThat(books.freeCashScaled()).isEqualTo(99_000_00000L);
    books.mark(0, 90_00);
    assertThat(books.equityScaled()).isEqualTo(100_100_00000L);
    assertThat(books.book(0, Side.BUY, fill(10_000, 90_00, 0, false))).isEqualTo(100_00000);
    assertThat(books.cashScaled()).isEqualTo(100_100_00000L);
    assertThat(books.position(0).isFlat()).isTrue();
    books.checkInvariants();
  }

  @Test
  void aFeeInBaseAndDust() {
    Portfolio books = portfolio(Market.SPOT, 100_000_00000L);
    books.mark(0, 100_00);
    books.book(0, Side.BUY, fill(10_000, 100_00, 10, true));
    assertThat(books.position(0).qtyScaled()).isEqualTo(9_990);
    assertThat(books.position(0).costScaled()).isEqualTo(999_00000);
    books.book(0, Side.SELL, fill(9_000, 100_00, 0, false));
    books.leaveDust(0);
    assertThat(books.position(0).isFlat()).isTrue();
    assertThat(books.position(0).dustQtyScaled()).isEqualTo(990);
    assertThat(books.equityScaled()).isEqualTo(99_999_00000L);
    books.book(0, Side.BUY, fill(1_000, 100_00, 0, false));
    books.book(0, Side.SELL, fill(1_990, 100_00, 0, false));
    assertThat(books.position(0).dustQtyScaled()).isZero();
    books.checkInvariants();
  }

  @Test
  void nothingIsSoldThatIsNotHeld() {
    Portfolio books = portfolio(Market.SPOT, 1);
    assertThatThrownBy(() -> books.book(0, Side.SELL, fill(1, 1, 0, false)))
        .hasMessageContaining("cannot be sold short");
    books.book(0, Side.BUY, fill(5, 1, 0, false));
    assertThatThrownBy(() -> books.book(0, Side.SELL, fill(6, 1, 0, false)))
        .hasMessageContaining("cannot take 6 from a position of 5");
  }

  @Test
  void aBrokenLedgerIsSeen() {
    Ledger ledger = new Ledger(2);
    ledger.move(0, Account.CAPITAL, Account.WALLET, 5, 5);
    ledger.checkInvariants();
    assertThat(ledger.amount(0, Account.WALLET)).isEqualTo(5);
    assertThat(ledger.value(Account.CAPITAL)).isEqualTo(-5);
    assertThatThrownBy(() -> ledger.move(0, Account.CAPITAL, Account.WALLET, Long.MAX_VALUE, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  /** Random fills beside a reference in decimals: cash as it flows, and what is held. */
  @Test
  void agreesWithAReference() {
    for (long seed = 1; seed <= 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Market market = random.nextBoolean() ? Market.SPOT : Market.PERP;
      Portfolio books = portfolio(market, 1_000_000_00000L);
      BigDecimal flow = BigDecimal.ZERO;
      BigDecimal held = BigDecimal.ZERO;
      for (int i = 0; i < 500; i++) {
        long price = random.nextLong(50_00, 150_00);
        long open = books.position(0).qtyScaled();
        Side side = side(random, market, open);
        boolean reduces = open != 0 && Long.signum(open) != side.sign();
        long qty = reduces ? random.nextLong(1, Math.abs(open) + 1) : random.nextLong(1, 5_000);
        long fee = random.nextLong(0, 1_00000);
        books.book(0, side, fill(qty, price, fee, false));
        BigDecimal quote = BigDecimal.valueOf(price * qty, 5);
        flow = flow.subtract(quote.multiply(BigDecimal.valueOf(side.sign())));
        flow = flow.subtract(BigDecimal.valueOf(fee, 5));
        held = held.add(BigDecimal.valueOf(side.sign() * qty, 3));
        books.mark(0, price);
        books.checkInvariants();
        BigDecimal worth =
            flow.add(BigDecimal.valueOf(1_000_000))
                .add(held.multiply(BigDecimal.valueOf(price, 2)));
        assertThat(BigDecimal.valueOf(books.equityScaled(), 5))
            .as("seed %s, fill %s", seed, i)
            .isEqualByComparingTo(worth);
      }
    }
  }

  private static Side side(SplittableRandom random, Market market, long open) {
    if (market == Market.SPOT && open == 0) {
      return Side.BUY;
    }
    return random.nextBoolean() ? Side.BUY : Side.SELL;
  }

  private static OrderEvent.Filled fill(long qty, long price, long fee, boolean inBase) {
    return new OrderEvent.Filled(1, 0, qty, price, price * qty, fee, inBase, 0, true);
  }

  private static Portfolio portfolio(Market market, long cash) {
    Instrument instrument =
        new Instrument(
            InstrumentId.parse("A/B", "x", market),
            2,
            3,
            5,
            List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
    Portfolio books = new Portfolio(List.of(instrument));
    books.deposit(cash);
    return books;
  }
}
