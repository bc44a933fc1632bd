package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What an exchange brings about that no engine expects: fills after an order's end, positions that
 * somebody else closes, market data that cannot be relied on.
 */
class OutsideTest {
  private static final long ONE = 100_000_000;
  private static final String CANDLES = "100 101 99 100, ".repeat(7) + "100 101 99 100";

  private final List<AuditRecord> audit = new ArrayList<>();
  private final List<VenueCommand> commands = new ArrayList<>();
  private final CandleColumns candles = CandleTable.parse(CANDLES, Scene.HOUR);
  private String script = "";
  private Instrument instrument = TestInstruments.perp("T0/USDT");
  private Engine engine = engine();
  private long timeNs;
  private int row;

  private Engine engine() {
    return new Engine(
        Scene.spec(instrument),
        new ScriptedStrategy(script),
        command -> commands.add(command.command()),
        audit::add);
  }

  /**
   * {@code refused 2}: it never reached the venue; {@code timer 900ms}: so much later the engine is
   * asked for what is due.
   *
   * <p>What stands in the end, and how many orders there were.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # A stop is placed again after a second.
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2                                             | ""      | 2
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, timer 900ms                                | ""      | 2
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, timer 1000ms                               | stop 90 | 3
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, cut, timer 1000ms                          | stop 90 | 3
          # And again after two, four, ...
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, timer 1000ms, refused 3, timer 1900ms      | ""      | 3
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, timer 1000ms, refused 3, timer 2000ms      | stop 90 | 4
          # After a quiet minute from one second on.
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, timer 1000ms, refused 3, timer 70s, refused 4, timer 1000ms | stop 90 | 5
          # Who holds nothing any more needs none.
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, refused 2, outside 10 @98, timer 2000ms               | ""      | 2
          # What closes all goes out again, for the same reason.
          0 long qty 10 stop 90, 1 exit | candle, fill 1 10/10 @100, candle, refused 3, timer 1000ms                       | stop 90, market | 4
          # What was taken back stays so.
          0 long qty 10 stop 90         | candle, fill 1 10/10 @100, cancelled 2, timer 2000ms                             | stop 90 | 3
          """)
  void whatDidNotReachTheVenueGoesAgain(String said, String story, String stands, long orders) {
    script = said;
    engine = engine();
    for (String step : story.split("\\s*,\\s*")) {
      act(step.split("\\s+"));
      engine.checkInvariants();
    }
    assertThat(engine.standing().stream().map(OutsideTest::tell).collect(Collectors.joining(", ")))
        .isEqualTo(stands);
    assertThat(commands.stream().filter(VenueCommand.NewOrder.class::isInstance))
        .hasSize((int) orders);
  }

  /**
   * {@code candle}; {@code fill 1 10/4 @100}: four of ten of the first order; {@code cancelled 1};
   * {@code late 1 4 @99}; {@code outside 4 @98}; {@code bad} and {@code good} data; {@code cut}:
   * saved, and gone on with in another engine.
   *
   * <p>What is held, what stands, how trades ended, and what else was told.
   */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # Fills after the end.
          perp | 0 long qty 10 stop 90 | candle, fill 1 4/10 @100, cancelled 1, late 1 6 @99    | 10 | stop 90 | ""       | ""
          spot | 0 long qty 10 stop 90 | candle, fill 1 4/10 @100, cancelled 1, late 1 6 @99    | 10 | stop 90 | ""       | ""
          perp | 0 long qty 10 stop 90 | candle, cancelled 1, late 1 6 @99, candle              | 6  | stop 90 | ""       | ""
          perp | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, cancelled 2, late 2 10 @90  | 0  | ""      | stop     | ""
          perp | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, cancelled 2, late 2 4 @90   | 6  | ""      | ""       | ""
          perp | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, cancelled 2, late 2 12 @90  | 0  | ""      | stop     | halted
          perp | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, fill 2 10/10 @90, late 2 1 @90 | 0 | ""   | stop     | halted
          spot | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, fill 2 10/10 @90, late 2 1 @90 | 0 | ""   | stop     | halted
          # Somebody else closes.
          perp | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, outside 10 @98              | 0  | going stop 90 | outside | ""
          spot | 0 long qty 10 stop 90 | candle, fill 1 10/10 @100, outside 10 @98              | 0  | going stop 90 | outside | ""
          perp | 0 short qty 10 stop 110 | candle, fill 1 10/10 @100, outside 4 @98, cut        | -6 | stop 110 | ""      | ""
          # Data.
          perp | 0 long qty 10 limit 95 stop 90 | candle, bad                                   | 0  | going limit 95 | "" | data
          perp | 1 long qty 10          | candle, bad, candle                                    | 0  | ""      | ""       | data refused data
          perp | 1 long qty 10          | candle, bad, good, candle, fill 1 10/10 @100           | 10 | ""      | ""       | data data
          perp | 1 long qty 10          | candle, bad, cut, candle                               | 0  | ""      | ""       | data refused data
          perp | 0 long qty 10 stop 90, 1 exit | candle, fill 1 10/10 @100, bad, candle, fill 3 10/10 @100 | 0 | going stop 90 | signal | data
          """)
  void isBooked(
      String market,
      String said,
      String story,
      long held,
      String stands,
      String ended,
      String told) {
    script = said;
    if (market.equals("spot")) {
      instrument = TestInstruments.spot("T0/USDT");
    }
    engine = engine();
    for (String step : story.split("\\s*,\\s*")) {
      act(step.split("\\s+"));
      engine.checkInvariants();
    }
    assertThat(engine.portfolio().position(0).qtyScaled()).isEqualTo(held * ONE);
    assertThat(engine.standing().stream().map(OutsideTest::tell).collect(Collectors.joining(", ")))
        .isEqualTo(stands);
    assertThat(told(AuditRecord.TradeClosed.class)).isEqualTo(ended);
    assertThat(told(AuditRecord.class)).isEqualTo(told);
  }

  /**
   * A venue tells fundings later: {@code funded 3 @2} was paid at the close of the second candle.
   *
   * <p>What the trades bore, and what went out of the cash.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 long qty 10 stop 90 | candle, fill 1 10/10 @100, candle, funded 3 @2, fill 2 10/10 @100  | 3    | 3
          0 long qty 10 stop 90 | candle, fill 1 10/10 @100, candle, funded -3 @2, cut, fill 2 10/10 @100 | -3 | -3
          0 long qty 10 stop 90 | candle, fill 1 10/10 @100, candle, fill 2 10/10 @100, funded 3 @2  | 0    | 3
          0 long qty 10 stop 90, 2 long qty 10 stop 90 | candle, fill 1 10/10 @100, candle, fill 2 10/10 @100, candle, fill 3 10/10 @100, funded 3 @2, fill 4 10/10 @100 | 0 0 | 3
          0 long qty 10 stop 90, 2 long qty 10 stop 90 | candle, fill 1 10/10 @100, candle, fill 2 10/10 @100, candle, fill 3 10/10 @100, candle, funded 3 @4, fill 4 10/10 @100 | 0 3 | 3
          """)
  void fundingIsOfTheTradeThatWasOpen(String said, String story, String borne, long paid) {
    script = said;
    engine = engine();
    long before = engine.portfolio().cashScaled();
    for (String step : story.split("\\s*,\\s*")) {
      act(step.split("\\s+"));
      engine.checkInvariants();
    }
    long cash = pow10(TestInstruments.CASH_SCALE);
    assertThat(before - engine.portfolio().cashScaled()).isEqualTo(paid * cash);
    String trades =
        audit.stream()
            .filter(AuditRecord.TradeClosed.class::isInstance)
            .map(entry -> ((AuditRecord.TradeClosed) entry).trade().fundingScaled() / cash)
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    assertThat(trades).isEqualTo(borne);
  }

  private void act(String[] words) {
    switch (words[0]) {
      case "candle" -> {
        engine.onCandle(0, candles, row);
        timeNs = candles.closeTimeNs(row++);
        engine.onSliceEnd(timeNs);
      }
      case "fill" -> {
        long id = Long.parseLong(words[1]);
        String[] parts = words[2].split("/");
        engine.onOrder(new OrderEvent.Accepted(id, timeNs));
        engine.onOrder(fill(id, parts[0], words[3], parts[0].equals(parts[1])));
      }
      case "cancelled" -> {
        long id = Long.parseLong(words[1]);
        engine.onOrder(new OrderEvent.Cancelled(id, timeNs));
      }
      case "refused" ->
          engine.onOrder(
              new OrderEvent.Rejected(Long.parseLong(words[1]), timeNs, RejectReason.NOT_SENT));
      case "timer" -> {
        boolean seconds = !words[1].endsWith("ms");
        long length = Long.parseLong(words[1].replaceAll("m?s", ""));
        timeNs += length * (seconds ? 1_000_000_000L : 1_000_000L);
        if (engine.nextTimerNs() <= timeNs) {
          engine.onTimer(timeNs);
        }
      }
      case "late" ->
          engine.onLateFill(
              intent(Long.parseLong(words[1])),
              fill(Long.parseLong(words[1]), words[2], words[3], false));
      case "outside" -> {
        OrderEvent.Filled as = fill(0, words[1], words[2], true);
        engine.onMargin(
            new MarginEvent.ClosedOutside(
                0, 0, timeNs, as.qtyScaled(), as.priceScaled(), as.quoteScaled(), 0));
      }
      case "funded" -> {
        long paid = Long.parseLong(words[1]) * pow10(TestInstruments.CASH_SCALE);
        int closed = Integer.parseInt(words[2].substring(1));
        long atNs = candles.closeTimeNs(closed - 1);
        engine.onMargin(new MarginEvent.Funded(0, 0, atNs, 0.001, paid));
      }
      case "bad", "good" ->
          engine.onControl(
              new ControlEvent.DataJudged(timeNs, 0, words[0].equals("good"), "so it is"));
      case "cut" -> {
        StateWriter out = new StateWriter();
        engine.save(out);
        engine = engine();
        engine.load(new StateReader(out.toByteArray()));
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private OrderEvent.Filled fill(long id, String qty, String price, boolean isLast) {
    long qtyScaled = Long.parseLong(qty) * ONE;
    long each = Long.parseLong(price.substring(1));
    return new OrderEvent.Filled(
        id,
        timeNs,
        qtyScaled,
        each * pow10(TestInstruments.PRICE_SCALE),
        qtyScaled / ONE * each * pow10(TestInstruments.CASH_SCALE),
        0,
        false,
        0,
        isLast);
  }

  private static long pow10(int scale) {
    long pow = 1;
    for (int i = 0; i < scale; i++) {
      pow *= 10;
    }
    return pow;
  }

  private OrderIntent intent(long id) {
    return commands.stream()
        .filter(VenueCommand.NewOrder.class::isInstance)
        .map(command -> ((VenueCommand.NewOrder) command).intent())
        .filter(each -> each.orderId() == id)
        .findFirst()
        .orElseThrow();
  }

  private static String tell(StandingOrder order) {
    String going = order.isCancelAsked() ? "going " : "";
    return going
        + switch (order.terms()) {
          case OrderTerms.Stop stop ->
              "stop " + stop.triggerScaled() / pow10(TestInstruments.PRICE_SCALE);
          case OrderTerms.Limit limit ->
              "limit " + limit.priceScaled() / pow10(TestInstruments.PRICE_SCALE);
          case OrderTerms.Market _ -> "market";
          default -> order.terms().toString();
        };
  }

  private String told(Class<? extends AuditRecord> kind) {
    return audit.stream()
        .filter(kind::isInstance)
        .flatMap(entry -> word(entry, kind != AuditRecord.class).stream())
        .collect(Collectors.joining(" "));
  }

  private static Optional<String> word(AuditRecord entry, boolean trades) {
    return switch (entry) {
      case AuditRecord.TradeClosed closed when trades ->
          Optional.of(closed.trade().reason().label());
      case AuditRecord.Halted _ -> Optional.of("halted");
      case AuditRecord.DataJudged _ -> Optional.of("data");
      case AuditRecord.SignalRefused refused ->
          Optional.of("refused " + Told.word(refused.refusal()));
      default -> Optional.empty();
    };
  }
}
