package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A long is asked for, taken back for a short, and filled before the cancel arrives: the short's
 * fill then closes it and opens the rest, as it does at the venue.
 */
class TurnedAroundTest {
  private static final long ONE = 100_000_000;

  private final Instrument instrument = TestInstruments.perp("T0/USDT");
  private final CandleColumns candles =
      CandleTable.parse("100 100 100 100, 100 100 100 100", Scene.HOUR);
  private final List<String> asked = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final Engine engine = engine();
  private long timeNs;

  private Engine engine() {
    return new Engine(
        new EngineSpec(
            List.of(instrument),
            Scene.HOUR,
            "scripted",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            ExitRules.NONE,
            10_000_00000000L,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2),
        new ScriptedStrategy("0 long qty 4 limit 100 stop 90, 1 short qty 10 stop 120"),
        new Venue(),
        this::hear);
  }

  private final class Venue implements VenuePort {
    @Override
    public void submit(Approved<? extends VenueCommand> command) {
      switch (command.command()) {
        case VenueCommand.NewOrder order ->
            asked.add(
                order.intent().orderId()
                    + " "
                    + Told.word(order.intent().side())
                    + (order.intent().terms() instanceof OrderTerms.Stop ? " stop" : ""));
        case VenueCommand.CancelOrder cancel -> asked.add("cancel " + cancel.orderId());
        case VenueCommand.AmendOrder amend -> asked.add("amend " + amend.orderId());
        case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> {}
      }
    }

    @Override
    public Set<Ability> abilities() {
      return EnumSet.of(Ability.STOP, Ability.AMEND, Ability.SEVERAL_EXITS);
    }
  }

  private void hear(AuditRecord entry) {
    if (entry instanceof AuditRecord.TradeClosed each) {
      closed.add(each.trade().direction().toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # The long's fill, the short's, what is held, what has ended, and its stop.
          4  | 10     | -6 | LONG | 4 buy stop
          4  | 4, 6   | -6 | LONG | 4 buy stop
          4  | 1, 9   | -6 | LONG | 4 buy stop
          4  | 4      | 0  | LONG | cancel 3
          """)
  void aFillTurnsItAround(long first, String then, long held, String ended, String last) {
    candle(0);
    engine.onOrder(new OrderEvent.Accepted(1, timeNs));
    candle(1);
    assertThat(asked).contains("cancel 1", "2 sell");
    fill(1, first, true);
    engine.onOrder(new OrderEvent.Accepted(2, timeNs));
    List<String> parts = List.of(then.split(", "));
    for (int i = 0; i < parts.size(); i++) {
      fill(2, Long.parseLong(parts.get(i)), i == parts.size() - 1);
      engine.checkInvariants();
    }
    assertThat(engine.portfolio().position(0).qtyScaled()).isEqualTo(held * ONE);
    assertThat(closed).containsExactly(ended);
    assertThat(asked).last().isEqualTo(last);
  }

  private void candle(int row) {
    engine.onCandle(0, candles, row);
    timeNs = candles.closeTimeNs(row);
    engine.onSliceEnd(timeNs);
  }

  private void fill(long id, long qty, boolean isLast) {
    engine.onOrder(
        new OrderEvent.Filled(
            id,
            timeNs,
            qty * ONE,
            100 * FixedPoint.pow10(TestInstruments.PRICE_SCALE),
            100 * qty * FixedPoint.pow10(TestInstruments.CASH_SCALE),
            0,
            false,
            0,
            isLast));
  }
}
