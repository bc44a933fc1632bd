package io.tradewind.trader.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When new entries go to paper, as tables. */
class LiveFailuresTest {
  private final List<LiveFailures.Fallback> told = new ArrayList<>();
  private LiveFailures failures = new LiveFailures(LiveFailures.MOST, told::add);
  private long sequence;

  /**
   * Words: {@code lost 3} of order 3, {@code accepted 3}, {@code not_sent 3} and other reasons,
   * {@code exit-not_sent 3} of an exit, {@code resume}.
   */
  private void hear(String words) {
    for (String each : words.split(",")) {
      String[] word = each.strip().split(" ");
      sequence++;
      if (word[0].equals("resume")) {
        failures.accept(new AuditRecord.Resumed(sequence, sequence, "anna"));
      } else if (!word[0].isEmpty()) {
        boolean isExit = word[0].startsWith("exit-");
        long id = Long.parseLong(word[1]);
        moved(id, isExit ? OrderPurpose.STOP : OrderPurpose.ENTRY, word[0].replace("exit-", ""));
      }
    }
  }

  private void moved(long id, OrderPurpose purpose, String what) {
    OrderIntent intent =
        new OrderIntent(
            id,
            0,
            0,
            Side.BUY,
            new OrderSize.Base(1),
            new OrderTerms.Market(),
            TimeInForce.GTC,
            false,
            purpose);
    OrderEvent event =
        switch (what) {
          case "sent" -> new OrderEvent.Sent(id, sequence);
          case "accepted" -> new OrderEvent.Accepted(id, sequence);
          case "lost" -> new OrderEvent.Lost(id, sequence);
          case "cancelled" -> new OrderEvent.Cancelled(id, sequence);
          case "expired" -> new OrderEvent.Expired(id, sequence);
          case "filled" -> new OrderEvent.Filled(id, sequence, 1, 1, 1, 0, false, 0, true);
          default ->
              new OrderEvent.Rejected(
                  id, sequence, RejectReason.valueOf(what.toUpperCase(Locale.ROOT)));
        };
    failures.accept(new AuditRecord.OrderMoved(sequence, sequence, intent, OrderState.SENT, event));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lost 1, lost 2, lost 3, lost 4                                            | false | 4
          lost 1, lost 2, lost 3, lost 4, lost 5                                    | true  | 5
          lost 1, not_sent 2, other 3, venue_blocked 4, duplicate 5                 | true  | 5
          lost 1, lost 2, lost 3, lost 4, accepted 4, lost 5                        | false | 1
          lost 1, lost 2, lost 3, lost 4, filled 4, lost 5                          | false | 1
          lost 1, lost 2, lost 3, lost 4, insufficient_balance 5                    | false | 4
          lost 1, lost 2, lost 3, lost 4, insufficient_balance 5, lost 6            | true  | 5
          qty_off_lot 1, price_off_tick 2, would_take 3, market_closed 4, not_fillable 5 | false | 0
          lost 1, other 1, lost 1, lost 1, lost 1, lost 1                           | false | 1
          exit-lost 1, exit-lost 2, exit-not_sent 3, exit-lost 4, exit-lost 5       | false | 0
          lost 1, lost 2, lost 3, lost 4, exit-accepted 9, lost 5                   | true  | 5
          lost 1, lost 2, sent 3, cancelled 3, expired 4, lost 5, lost 6            | false | 4
          lost 1, lost 2, lost 3, lost 4, lost 5, accepted 5, lost 6                | true  | 5
          lost 1, lost 2, lost 3, lost 4, lost 5, resume                            | false | 0
          lost 1, lost 2, lost 3, lost 4, resume, lost 5                            | false | 1
          """)
  void inARow(String words, boolean isOnPaper, int inARow) {
    hear(words);
    assertThat(failures.isOnPaper()).isEqualTo(isOnPaper);
    assertThat(failures.inARow()).isEqualTo(inARow);
  }

  @Test
  void itIsToldOnceAndTakenBackByName() {
    hear("lost 1, lost 2, lost 3, lost 4, not_sent 5, lost 6, resume, resume");
    assertThat(told)
        .containsExactly(
            new LiveFailures.Fallback(
                5,
                true,
                "5 live entries failed in a row, the last, order 5, because it did not reach the"
                    + " venue: new entries go to paper, live positions stay managed; resume to"
                    + " trade live again"),
            new LiveFailures.Fallback(7, false, "anna resumed: new entries go to the venue again"));
  }

  @ParameterizedTest
  @EnumSource(OrderPurpose.class)
  void onlyWhatOpensCounts(OrderPurpose purpose) {
    sequence = 1;
    moved(1, purpose, "lost");
    assertThat(failures.inARow()).isEqualTo(purpose.opens() ? 1 : 0);
  }

  /** After a start the engine says again what it said: that counts once. */
  @Test
  void aReplayCountsOnceAndARestartRemembers() {
    hear("lost 1, lost 2, lost 3");
    sequence = 0;
    hear("lost 1, lost 2, lost 3");
    assertThat(failures.inARow()).isEqualTo(3);
    hear("lost 4, resume, lost 6");
    sequence = 0;
    hear("lost 1, lost 2, lost 3, lost 4, lost 5, lost 7");
    assertThat(failures.inARow()).isEqualTo(1);
    hear("lost 8, lost 9");
    StateWriter out = new StateWriter();
    failures.save(out);
    LiveFailures again = new LiveFailures(LiveFailures.MOST, told::add);
    again.load(new StateReader(out.toByteArray()));
    failures = again;
    hear("lost 10, lost 11");
    assertThat(failures.isOnPaper()).isTrue();
    StateWriter later = new StateWriter();
    failures.save(later);
    LiveFailures third = new LiveFailures(LiveFailures.MOST, told::add);
    third.load(new StateReader(later.toByteArray()));
    assertThat(third.isOnPaper()).isTrue();
    assertThat(told).hasSize(1);
  }
}
