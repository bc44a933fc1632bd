package io.tradewind.trader.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.testkit.TestInstruments;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted, and that a start counts on where a snapshot was, each decision once. */
class TallyTest {
  /**
   * Words: {@code sent}, {@code filled}, {@code halt}, {@code resume}, {@code day:100} of equity,
   * {@code closed:-5} for a result; {@code start} saves and loads, {@code again:3} tells the third
   * once more.
   */
  private static String counted(String words) {
    Tally tally = new Tally();
    long sequence = 0;
    for (String word : words.split(" ")) {
      if (word.equals("start")) {
        tally = reborn(tally);
      } else if (word.startsWith("again:")) {
        tally.accept(new AuditRecord.OrderSent(number(word), 0, intent()));
      } else {
        sequence++;
        tally.accept(record(word, sequence));
      }
    }
    return "%s orders, %s fills, %s, %s, %s of %s won, %s %s"
        .formatted(
            tally.traffic(0, 0).orders(),
            tally.traffic(0, 0).fills(),
            tally.isHalted() ? "halted" : "under way",
            tally.dayEquityScaled().map(String::valueOf).orElse("first day"),
            tally.performance().wins(),
            tally.performance().trades(),
            tally.performance().best().map(TallyTest::plain).orElse("-"),
            tally.performance().worst().map(TallyTest::plain).orElse("-"));
  }

  private static Tally reborn(Tally before) {
    StateWriter out = new StateWriter();
    before.save(out);
    Tally after = new Tally();
    after.load(new StateReader(out.toByteArray()));
    StateWriter again = new StateWriter();
    after.save(again);
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    return after;
  }

  private static AuditRecord record(String word, long sequence) {
    return switch (word.split(":")[0]) {
      case "sent" -> new AuditRecord.OrderSent(sequence, 0, intent());
      case "filled" ->
          new AuditRecord.OrderMoved(
              sequence,
              0,
              intent(),
              OrderState.FILLED,
              new OrderEvent.Filled(1, 0, 1, 1, 1, 0, false, 0, true));
      case "halt" -> new AuditRecord.Halted(sequence, 0, "anna");
      case "resume" -> new AuditRecord.Resumed(sequence, 0, "anna");
      case "day" -> new AuditRecord.DayClosed(sequence, 0, number(word));
      case "closed" -> new AuditRecord.TradeClosed(sequence, 0, trade(number(word)));
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static long number(String word) {
    return Long.parseLong(word.split(":")[1]);
  }

  private static ClosedTrade trade(long result) {
    Instrument instrument = TestInstruments.spot("BTC/USDT");
    long profitScaled = result * FixedPoint.pow10(instrument.cashScale());
    return new ClosedTrade(
        instrument,
        "trend",
        Direction.LONG,
        1,
        0,
        0,
        1,
        1,
        1,
        0,
        0,
        0,
        profitScaled,
        1,
        ExitReason.STOP,
        "");
  }

  private static OrderIntent intent() {
    return new OrderIntent(
        1,
        0,
        0,
        Side.BUY,
        new OrderSize.Base(1),
        new OrderTerms.Market(),
        TimeInForce.GTC,
        false,
        OrderPurpose.ENTRY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sent filled sent               | 2 orders, 1 fills, under way, first day, 0 of 0 won, - -
          sent filled start sent         | 2 orders, 1 fills, under way, first day, 0 of 0 won, - -
          sent sent start again:2 sent   | 3 orders, 0 fills, under way, first day, 0 of 0 won, - -
          halt start                     | 0 orders, 0 fills, halted, first day, 0 of 0 won, - -
          halt start resume              | 0 orders, 0 fills, under way, first day, 0 of 0 won, - -
          day:100 start                  | 0 orders, 0 fills, under way, 100, 0 of 0 won, - -
          closed:7 closed:-5 start       | 0 orders, 0 fills, under way, first day, 1 of 2 won, 7 -5
          closed:-5 start closed:-3      | 0 orders, 0 fills, under way, first day, 0 of 2 won, -3 -5
          """)
  void countsOn(String words, String expected) {
    assertThat(counted(words)).isEqualTo(expected);
  }
}
