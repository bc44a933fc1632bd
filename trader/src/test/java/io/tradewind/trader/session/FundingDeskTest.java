package io.tradewind.trader.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a payment is, which of them are known, and from when on others may be missing. */
class FundingDeskTest {
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;
  private static final long EIGHT_NS = 8 * HOUR_NS;
  private static final long DAY_NS = Utc.DAY_NS;
  private static final Instrument PERP = TestInstruments.perp("T0/USDT");

  private final Books books = new Books(List.of(portfolio(), portfolio()));
  private final FundingDesk desk = new FundingDesk(() -> books, 1);

  private static Portfolio portfolio() {
    Portfolio portfolio = new Portfolio(List.of(PERP));
    portfolio.deposit(1_000_000_0000L);
    return portfolio;
  }

  /**
   * Fills of two books, as {@code book+qty@second} of the venue's clock from eight o'clock on, told
   * five seconds later; what was paid at eight, by book.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # who held at eight bears it
          0+4@-60                   | 1000  | 0: 1000
          1-4@-60                   | -1000 | 1: -1000
          0+3@-60 1+1@-60           | 1000  | 0: 750, 1: 250
          # one that stands against the other is paid for it
          0+3@-60 1-1@-60           | 1000  | 0: 1500, 1: -500
          0-3@-60 1+1@-60           | -1000 | 0: -1500, 1: 500
          # to the last piece
          0+2@-60 1+1@-60           | 1000  | 0: 667, 1: 333
          # what happened after eight changes nothing
          0+4@-60 0-4@2             | 1000  | 0: 1000
          0+4@-60 0-4@2 1+9@3       | 1000  | 0: 1000
          # what happened before it and was told after it counts
          1+4@-2                    | 1000  | 1: 1000
          0+4@-60 1+4@-2 0-4@1      | 1000  | 0: 500, 1: 500
          # nobody held any as far as is known: who holds now, or else the first
          1+4@2                     | 1000  | 1: 1000
          0+4@-60 0-4@-2            | 1000  | 0: 1000
          """)
  void aPaymentIsPartedByWhatWasHeld(String fills, long paid, String parts) {
    desk.onTime(EIGHT_NS - 100 * Utc.SECOND_NS);
    for (String each : fills.split(" ")) {
      fill(each);
    }
    desk.onTime(EIGHT_NS + 20 * Utc.SECOND_NS);
    String told =
        desk.parts(new FundingPaid(0, 7, EIGHT_NS, paid)).stream()
            .map(part -> part.book() + ": " + part.amountScaled())
            .collect(Collectors.joining(", "));
    assertThat(told).isEqualTo(parts);
  }

  private void fill(String text) {
    int book = text.charAt(0) - '0';
    Side side = text.charAt(1) == '+' ? Side.BUY : Side.SELL;
    long qty = (long) text.charAt(2) - '0';
    long timeNs = EIGHT_NS + Long.parseLong(text.substring(text.indexOf('@') + 1)) * Utc.SECOND_NS;
    desk.onTime(timeNs + 5 * Utc.SECOND_NS);
    OrderEvent.Filled fill =
        new OrderEvent.Filled(1, timeNs, qty * 1_000, 10_000, qty * 100_0000, 0, false, 0, true);
    OrderIntent intent =
        new OrderIntent(
            1,
            book,
            0,
            side,
            new OrderSize.Base(qty * 1_000),
            new OrderTerms.Market(),
            TimeInForce.GTC,
            false,
            OrderPurpose.ENTRY);
    desk.onFill(intent, fill);
    books.of(book).book(0, side, fill);
  }

  @Test
  void aPaymentIsKnownByItsNumber() {
    FundingPaid first = new FundingPaid(0, 7, EIGHT_NS, 1000);
    assertThat(desk.has(first)).isFalse();
    assertThat(desk.add(first)).isTrue();
    assertThat(desk.add(first)).isFalse();
    assertThat(desk.has(first)).isTrue();
    // The next one of the same time, and the same number at another time.
    assertThat(desk.add(new FundingPaid(0, 8, EIGHT_NS, 1000))).isTrue();
    assertThat(desk.add(new FundingPaid(0, 7, 2 * EIGHT_NS, 1000))).isTrue();
  }

  @Test
  void whatIsAskedForAgainIsKnown() {
    assertThat(desk.missingFromNs()).isEmpty();
    desk.onTime(EIGHT_NS);
    fill("0+4@60");
    long filledNs = EIGHT_NS + 60 * Utc.SECOND_NS;
    assertThat(desk.missingFromNs()).hasValue(filledNs);
    for (int i = 2; i < 30; i++) {
      desk.add(new FundingPaid(0, i, i * EIGHT_NS, 1000));
    }
    OptionalLong fromNs = desk.missingFromNs();
    assertThat(fromNs).hasValue(29 * EIGHT_NS - DAY_NS);
    for (int i = 2; i < 30; i++) {
      boolean isAsked = i * EIGHT_NS >= fromNs.getAsLong();
      assertThat(desk.has(new FundingPaid(0, i, i * EIGHT_NS, 1000))).isEqualTo(isAsked);
    }
  }

  @Test
  void itIsTheSameAfterAStart() {
    desk.onTime(EIGHT_NS - 100 * Utc.SECOND_NS);
    fill("0+3@-60");
    desk.onTime(EIGHT_NS + Utc.SECOND_NS);
    fill("1+1@2");
    desk.add(new FundingPaid(0, 6, EIGHT_NS, 1000));
    FundingDesk second = new FundingDesk(() -> books, 1);
    second.load(new StateReader(saved(desk)));
    assertThat(saved(second)).isEqualTo(saved(desk));
    FundingPaid next = new FundingPaid(0, 7, EIGHT_NS, 1000);
    assertThat(second.has(new FundingPaid(0, 6, EIGHT_NS, 1000))).isTrue();
    assertThat(second.parts(next)).isEqualTo(desk.parts(next)).hasSize(1);
    assertThat(second.missingFromNs()).isEqualTo(desk.missingFromNs());
  }

  private static byte[] saved(FundingDesk desk) {
    StateWriter out = new StateWriter();
    desk.save(out);
    return out.toByteArray();
  }
}
