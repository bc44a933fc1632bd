package io.tradewind.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
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

  /**
   * Two instruments, fees in base and in cash, slippage, dust: 5,000 fills beside a reference that
   * knows cash and goods alone, and rounds nothing.
   */
  @Test
  void agreesWithAReferenceThroughFeesInBaseAndDust() {
    for (long seed = 1; seed <= 10; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Market market = seed % 2 == 0 ? Market.SPOT : Market.PERP;
      Portfolio books = new Portfolio(List.of(instrument("A", market), instrument("C", market)));
      books.deposit(1_000_000_00000L);
      Reference reference = new Reference();
      for (int i = 0; i < 500; i++) {
        int at = random.nextInt(2);
        long price = random.nextLong(50_00, 150_00);
        step(books, reference, random, market, at, price);
        books.mark(at, price);
        reference.mark(at, price);
        books.checkInvariants();
        assertThat(BigDecimal.valueOf(books.equityScaled(), 5))
            .as("seed %s, fill %s", seed, i)
            .isEqualByComparingTo(reference.equity());
        if (i == 250) {
          books = copy(books, market);
        }
      }
    }
  }

  private static void step(
      Portfolio books,
      Reference reference,
      SplittableRandom random,
      Market market,
      int at,
      long price) {
    long open = books.position(at).qtyScaled();
    if (market == Market.SPOT && open > 0 && open < 200) {
      books.leaveDust(at);
      open = 0;
    }
    Side side = side(random, market, open);
    boolean reduces = open != 0 && Long.signum(open) != side.sign();
    long qty = reduces ? random.nextLong(1, Math.abs(open) + 1) : random.nextLong(10, 5_000);
    boolean inBase = market == Market.SPOT && side == Side.BUY && random.nextBoolean();
    long fee = inBase ? random.nextLong(0, 10) : random.nextLong(0, 1_00000);
    long slippage = random.nextLong(0, 50000);
    books.book(
        at,
        side,
        new OrderEvent.Filled(1, 0, qty, price, price * qty, fee, inBase, slippage, true));
    reference.fill(at, side.sign(), qty, price, inBase ? 0 : fee, slippage, inBase ? fee : 0);
  }

  private static Portfolio copy(Portfolio books, Market market) {
    StateWriter out = new StateWriter();
    books.save(out);
    Portfolio copy = new Portfolio(List.of(instrument("A", market), instrument("C", market)));
    copy.load(new StateReader(out.toByteArray()));
    return copy;
  }

  /** What flowed and what is held, in decimals. */
  private static final class Reference {
    private final BigDecimal[] held = {BigDecimal.ZERO, BigDecimal.ZERO};
    private final BigDecimal[] price = {BigDecimal.ZERO, BigDecimal.ZERO};
    private BigDecimal cash = BigDecimal.valueOf(1_000_000);

    void fill(
        int at, int sign, long qty, long priceScaled, long fee, long slippage, long feeInBase) {
      BigDecimal base = BigDecimal.valueOf(sign * qty, 3);
      cash = cash.subtract(base.multiply(BigDecimal.valueOf(priceScaled, 2)));
      cash = cash.subtract(BigDecimal.valueOf(fee, 5)).subtract(BigDecimal.valueOf(slippage, 5));
      held[at] = held[at].add(base).subtract(BigDecimal.valueOf(feeInBase, 3));
    }

    void mark(int at, long priceScaled) {
      price[at] = BigDecimal.valueOf(priceScaled, 2);
    }

    BigDecimal equity() {
      return cash.add(held[0].multiply(price[0])).add(held[1].multiply(price[1]));
    }
  }

  /** Bought 10 at 100, 10 at 130; a sale gives up its share of the cost, the last one the rest. */
  @Test
  void aPartThatIsClosedTakesItsShareOfTheCost() {
    for (Market market : Market.values()) {
      Portfolio books = portfolio(market, 100_000_00000L);
      books.book(0, Side.BUY, fill(10_000, 100_00, 0, false));
      books.book(0, Side.BUY, fill(10_000, 130_00, 0, false));
      assertThat(books.position(0).costScaled()).isEqualTo(2_300_00000L);
      assertThat(books.book(0, Side.SELL, fill(5_000, 120_00, 0, false))).isEqualTo(25_00000);
      assertThat(books.position(0).costScaled()).isEqualTo(1_725_00000L);
      assertThat(books.book(0, Side.SELL, fill(15_000, 110_00, 0, false))).isEqualTo(-75_00000);
      assertThat(books.position(0).costScaled()).isZero();
      assertThat(books.cashScaled()).isEqualTo(99_950_00000L);
      assertThat(books.ledger().value(Account.MARKET)).isEqualTo(50_00000);
      books.checkInvariants();
    }
  }

  /** Sold 10 at 100, bought back 4 at 130 (a loss) and 6 at 80 (a gain). */
  @Test
  void aShortGainsFromFallingPrices() {
    Portfolio books = portfolio(Market.PERP, 100_000_00000L);
    books.book(0, Side.SELL, fill(10_000, 100_00, 2_00000, false));
    assertThat(books.position(0).qtyScaled()).isEqualTo(-10_000);
    assertThat(books.position(0).isLong()).isFalse();
    books.mark(0, 130_00);
    assertThat(books.equityScaled()).isEqualTo(99_698_00000L);
    assertThat(books.exposureScaled(0)).isEqualTo(1_300_00000L);
    assertThat(books.book(0, Side.BUY, fill(4_000, 130_00, 0, false))).isEqualTo(-120_00000);
    assertThat(books.freeCashScaled()).isEqualTo(99_278_00000L);
    assertThat(books.book(0, Side.BUY, fill(6_000, 80_00, 0, false))).isEqualTo(120_00000);
    assertThat(books.cashScaled()).isEqualTo(99_998_00000L);
    books.checkInvariants();
  }

  @Test
  void slippageIsPaidInCash() {
    Portfolio books = portfolio(Market.SPOT, 100_000_00000L);
    books.book(0, Side.BUY, new OrderEvent.Filled(1, 0, 1_000, 1_00, 1_00000, 0, false, 7, true));
    assertThat(books.cashScaled()).isEqualTo(100_000_00000L - 1_00000 - 7);
    assertThat(books.ledger().value(Account.SLIPPAGE)).isEqualTo(7);
    assertThat(books.ledger().value(Account.FEES)).isZero();
  }

  /** A contract leaves no dust: it would be worth its whole price and not what it gained. */
  @Test
  void onlyCoinsLeaveDust() {
    Portfolio books = portfolio(Market.PERP, 100_000_00000L);
    books.book(0, Side.BUY, fill(10_000, 100_00, 0, false));
    assertThatThrownBy(() -> books.leaveDust(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("only a spot market leaves dust");
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
    Portfolio books = new Portfolio(List.of(instrument("A", market)));
    books.deposit(cash);
    return books;
  }

  private static Instrument instrument(String base, Market market) {
    return new Instrument(
        InstrumentId.parse(base + "/B", "x", market),
        2,
        3,
        5,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
  }
}
