package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ExitWords;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exits on a venue that takes one at a time: what the engine asks of it, as it answers. */
class OneExitTest {
  private static final long ONE = 100_000_000;
  private static final long SECOND_NS = 1_000_000_000;

  private final List<String> asked = new ArrayList<>();
  private final Instrument instrument = TestInstruments.spot("T0/USDT");
  private CandleColumns candles = CandleTable.parse("1 1 1 1", Scene.HOUR);
  private String script = "";
  private String exits = "";
  private Engine engine = engine();
  private long timeNs;
  private int row;

  private Engine engine() {
    return new Engine(
        new EngineSpec(
            List.of(instrument),
            Scene.HOUR,
            "scripted",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            ExitWords.parse(exits),
            10_000_00000000L,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2),
        new ScriptedStrategy(script),
        new Venue(),
        entry -> {});
  }

  private final class Venue implements VenuePort {
    @Override
    public void submit(Approved<? extends VenueCommand> command) {
      asked.add(tell(command.command()));
    }

    @Override
    public Set<Ability> abilities() {
      return EnumSet.of(Ability.STOP, Ability.AMEND);
    }
  }

  /**
   * Every story begins with a candle at 100, an entry of ten that is filled there, and its stop.
   *
   * <p>{@code candle P}, {@code trade P}; {@code fill 3 5 @110} to the end, {@code part} not;
   * {@code cancelled 2}, {@code refused 3 not-sent}, {@code lost 3}; {@code wait 5} seconds; {@code
   * emergency} and {@code end} by somebody.
   */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          # Targets, at trades and at closes.
          stop 90 target 110 target 120 | trade 109, trade 110 | cancel 2 | 10
          stop 90 target 110 target 120 | trade 110, cancelled 2 | cancel 2, 3 sell 5 market target | 10
          stop 90 target 110 target 120 | trade 110, cancelled 2, fill 3 5 @110 | cancel 2, 3 sell 5 market target, 4 sell all stop 90 | 5
          stop 90 target 110 target 120 | trade 110, cancelled 2, fill 3 5 @110, trade 119, trade 121, cancelled 4, fill 5 5 @120 | cancel 2, 3 sell 5 market target, 4 sell all stop 90, cancel 4, 5 sell all market target | 0
          stop 90 target 110 target 120 | candle 111, cancelled 2, fill 3 5 @110 | cancel 2, 3 sell 5 market target, 4 sell all stop 90 | 5
          stop 90 target 110 target 120 | trade 121, cancelled 2, fill 3 10 @121 | cancel 2, 3 sell all market target | 0
          stop 90 target 110 target 120 | trade 110, trade 121, cancelled 2, fill 3 5 @110, fill 4 5 @121 | cancel 2, 3 sell 5 market target, 4 sell all market target | 0
          stop 90 target 110 target 120 | trade 110, cancelled 2, part 3 2 @110, fill 3 3 @111 | cancel 2, 3 sell 5 market target, 4 sell all stop 90 | 5
          target 110 target 120 | trade 110, fill 2 5 @110, trade 121, fill 3 5 @121 | 2 sell 5 market target, 3 sell all market target | 0
          # The stop fills in that moment.
          stop 90 target 110 target 120 | trade 110, fill 2 10 @90 | cancel 2 | 0
          stop 90 target 110 target 120 | trade 110, part 2 4 @90, cancelled 2 | cancel 2, 3 sell 5 market target | 6
          stop 90 target 110 target 120 | trade 110, part 2 7 @90, cancelled 2, fill 3 3 @90 | cancel 2, 3 sell all market target | 0
          stop 90 target 110 | part 2 4 @90, trade 110, fill 2 6 @90 | "" | 0
          stop 90 | fill 2 4 @90, fill 3 6 @89 | 3 sell all market stop | 0
          # The strategy's exits.
          stop 90 / 1 exit | candle 100, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market signal-exit | 0
          stop 90 / 1 exit, 2 exit | candle 100, candle 100, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market signal-exit | 0
          stop 90 / 1 reduce 0.4 | candle 100, cancelled 2, fill 3 4 @100 | cancel 2, 3 sell 4 market reduce, 4 sell all stop 90 | 6
          stop 90 / 1 reduce 0.4, 2 exit | candle 100, candle 100, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market signal-exit | 0
          stop 90 / 1 reduce 0.4, 2 reduce 0.2 | candle 100, candle 100, cancelled 2, fill 3 6 @100 | cancel 2, 3 sell 6 market reduce, 4 sell all stop 90 | 4
          stop 90 / 1 reduce 0.4, 2 exit | candle 100, cancelled 2, candle 100, fill 3 4 @100, fill 4 6 @100 | cancel 2, 3 sell 4 market reduce, 4 sell all market signal-exit | 0
          stop 90 / 1 reduce 0.4 limit 105 | candle 100, trade 104, trade 105, cancelled 2, fill 3 4 @105 | cancel 2, 3 sell 4 market reduce, 4 sell all stop 90 | 6
          stop 90 / 1 reduce 1 limit 105 | candle 100, trade 105, cancelled 2, fill 3 10 @105 | cancel 2, 3 sell all market reduce | 0
          # Nothing opens while the exit of what there is waits: it would be sold with it.
          stop 90 / 1 exit, 1 long qty 3 | candle 100, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market signal-exit | 0
          stop 90 / 1 exit, 2 long qty 3 | candle 100, cancelled 2, fill 3 10 @100, candle 100, fill 4 3 @100 | cancel 2, 3 sell all market signal-exit, 4 buy 3 market entry | 3
          # Return by age, and age.
          stop 90 [roi 0:0.1] | trade 109, trade 110, cancelled 2, fill 3 10 @110 | cancel 2, 3 sell all market roi | 0
          stop 90 [hold 1h] | candle 100, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market time-exit | 0
          # More is bought while a part is sold: each target takes its part of all.
          stop 90 target 110 target 120 / 1 add qty 4 | candle 100, trade 110, cancelled 2, fill 3 4 @105, fill 4 5 @110, trade 111 | 3 buy 4 market add, cancel 2, 4 sell 5 market target, 5 sell 2 market target | 9
          # The sale fails: the stop stands again, and what was to be sold is asked for again.
          stop 90 target 110 target 120 | trade 110, cancelled 2, refused 3 notional-too-small | cancel 2, 3 sell 5 market target, 4 sell all stop 90 | 10
          stop 90 target 110 target 120 | trade 110, cancelled 2, refused 3 not-sent, trade 109, wait 2, cancelled 4, fill 5 5 @109 | cancel 2, 3 sell 5 market target, 4 sell all stop 90, cancel 4, 5 sell 5 market target, 6 sell all stop 90 | 5
          stop 90 / 1 exit | candle 100, cancelled 2, refused 3 not-sent, wait 2, cancelled 4, fill 5 10 @100 | cancel 2, 3 sell all market signal-exit, 4 sell all stop 90, cancel 4, 5 sell all market signal-exit | 0
          stop 90 / 1 exit | candle 100, cancelled 2, part 3 4 @100, expired 3 | cancel 2, 3 sell all market signal-exit, 4 sell all stop 90 | 6
          stop 90 | refused 2 not-sent, wait 2 | 3 sell all stop 90 | 10
          # No answer to the cancel: it is asked for again, and again.
          stop 90 / 1 exit | candle 100, wait 1, wait 1, wait 1, wait 1 | cancel 2, cancel 2, cancel 2 | 10
          stop 90 / 1 exit | candle 100, wait 1, cancelled 2, wait 60, fill 3 10 @100 | cancel 2, cancel 2, 3 sell all market signal-exit | 0
          # Beyond the stop, and nothing stands there: all of it goes.
          stop 90 target 110 target 120 | trade 110, trade 89, candle 89, cancelled 2, fill 3 10 @89 | cancel 2, 3 sell all market stop | 0
          # Somebody ends it.
          stop 90 target 110 | end, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market end | 0
          stop 90 target 110 | trade 110, end, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market end | 0
          stop 90 target 110 target 120 | emergency, cancelled 2, fill 3 10 @100 | cancel 2, 3 sell all market emergency | 0
          stop 90 target 110 target 120 | trade 110, emergency, trade 121, cancelled 2, fill 3 10 @100 | cancel 2, cancel 2, 3 sell all market emergency | 0
          stop 90 target 110 | emergency, wait 1, refused 3 nothing-to-reduce, cancelled 2, wait 1, fill 4 10 @100 | cancel 2, cancel 2, 3 sell all market emergency, 4 sell all market emergency | 0
          """)
  void isAsked(String said, String story, String expected, long held) {
    List<String> steps = new ArrayList<>(List.of(story.split("\\s*,\\s*")));
    assertThat(play(said, steps)).isEqualTo(expected);
    assertThat(engine.portfolio().position(0).qtyScaled()).isEqualTo(held * ONE);
    for (int at = 0; at < steps.size(); at++) {
      List<String> cut = new ArrayList<>(steps);
      cut.add(at, "cut");
      assertThat(play(said, cut)).as("cut before step %s", at).isEqualTo(expected);
    }
  }

  private String play(String said, List<String> steps) {
    String[] words = said.split("\\s*/\\s*");
    int bracket = words[0].indexOf('[');
    exits = bracket < 0 ? "" : words[0].substring(bracket + 1, words[0].indexOf(']'));
    String entry = bracket < 0 ? words[0] : words[0].substring(0, bracket);
    script = "0 long qty 10 " + entry.strip() + (words.length > 1 ? ", " + words[1] : "");
    StringBuilder table = new StringBuilder("100 100 100 100");
    steps.stream()
        .map(step -> step.split(" "))
        .filter(step -> step[0].equals("candle"))
        .forEach(step -> table.append(", ").append((step[1] + " ").repeat(4).strip()));
    candles = CandleTable.parse(table.toString(), Scene.HOUR);
    row = 0;
    engine = engine();
    candle();
    fill(1, "10", "@100", true);
    boolean hasStop = entry.contains("stop");
    assertThat(asked).hasSize(hasStop ? 2 : 1);
    asked.clear();
    for (String step : steps) {
      act(step.split(" "));
      engine.checkInvariants();
    }
    String told = String.join(", ", asked);
    asked.clear();
    return told;
  }

  private void act(String[] words) {
    switch (words[0]) {
      case "candle" -> candle();
      case "trade" -> trade(price(words[1]));
      case "fill", "part" ->
          fill(Long.parseLong(words[1]), words[2], words[3], words[0].equals("fill"));
      case "cancelled" -> engine.onOrder(new OrderEvent.Cancelled(id(words), timeNs));
      case "expired" -> engine.onOrder(new OrderEvent.Expired(id(words), timeNs));
      case "lost" -> engine.onOrder(new OrderEvent.Lost(id(words), timeNs));
      case "refused" ->
          engine.onOrder(
              new OrderEvent.Rejected(
                  id(words),
                  timeNs,
                  RejectReason.valueOf(words[2].toUpperCase(Locale.ROOT).replace('-', '_'))));
      case "wait" -> pass(Long.parseLong(words[1]) * SECOND_NS);
      case "emergency" -> engine.onControl(new ControlEvent.EmergencyStop(timeNs, "me"));
      case "end" -> engine.onControl(new ControlEvent.CloseAll(timeNs));
      case "cut" -> {
        StateWriter out = new StateWriter();
        engine.save(out);
        engine = engine();
        StateReader in = new StateReader(out.toByteArray());
        engine.load(in);
        assertThat(in.isAtEnd()).isTrue();
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  private static long id(String[] words) {
    return Long.parseLong(words[1]);
  }

  private void candle() {
    engine.onCandle(0, candles, row);
    timeNs = candles.closeTimeNs(row++);
    engine.onSliceEnd(timeNs);
  }

  private void trade(long priceScaled) {
    timeNs++;
    engine.onTrade(
        0,
        new TradeColumns(
            TestInstruments.PRICE_SCALE,
            TestInstruments.QTY_SCALE,
            new long[] {timeNs},
            new long[] {priceScaled},
            new long[] {ONE},
            new boolean[] {true}),
        0);
  }

  private void pass(long forNs) {
    long endNs = timeNs + forNs;
    while (engine.nextTimerNs() <= endNs) {
      timeNs = Math.max(timeNs, engine.nextTimerNs());
      engine.onTimer(timeNs);
    }
    timeNs = endNs;
  }

  private void fill(long id, String qty, String price, boolean isLast) {
    long qtyScaled = Long.parseLong(qty) * ONE;
    long priceScaled = price(price.substring(1));
    StandingOrder order = engine.standing(id);
    if (order.state() == OrderState.SENT) {
      engine.onOrder(new OrderEvent.Accepted(id, timeNs));
    }
    long quote = qtyScaled / ONE * priceScaled * pow10(TestInstruments.CASH_SCALE);
    engine.onOrder(
        new OrderEvent.Filled(
            id,
            timeNs,
            qtyScaled,
            priceScaled,
            quote / pow10(TestInstruments.PRICE_SCALE),
            0,
            false,
            0,
            isLast));
  }

  private static long price(String text) {
    return Long.parseLong(text) * pow10(TestInstruments.PRICE_SCALE);
  }

  private static long pow10(int scale) {
    long pow = 1;
    for (int i = 0; i < scale; i++) {
      pow *= 10;
    }
    return pow;
  }

  private static String tell(VenueCommand command) {
    return switch (command) {
      case VenueCommand.NewOrder order -> tell(order.intent());
      case VenueCommand.CancelOrder cancel -> "cancel " + cancel.orderId();
      case VenueCommand.AmendOrder amend -> "amend " + amend.orderId() + " " + tell(amend.terms());
      case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> command.toString();
    };
  }

  private static String tell(OrderIntent intent) {
    String size =
        switch (intent.size()) {
          case OrderSize.Base base -> Long.toString(base.qtyScaled() / ONE);
          case OrderSize.Position _ -> "all";
          case OrderSize.Budget _ -> "budget";
        };
    String what = intent.orderId() + " " + Told.word(intent.side()) + " " + size + " ";
    return intent.terms() instanceof OrderTerms.Market
        ? what + "market " + Told.word(intent.purpose())
        : what + tell(intent.terms());
  }

  private static String tell(OrderTerms terms) {
    return terms instanceof OrderTerms.Stop stop
        ? "stop " + stop.triggerScaled() / pow10(TestInstruments.PRICE_SCALE)
        : terms.toString();
  }
}
