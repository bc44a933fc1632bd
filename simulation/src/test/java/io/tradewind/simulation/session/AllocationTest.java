package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capital that is moved between two strategies at the ends of days, 5,000 each at first. */
class AllocationTest {
  private static final long CASH = 100_000_000;
  private static final String DAY = "100 101 99 100, ".repeat(24);

  private final List<AuditRecord> audit = new ArrayList<>();

  /** Weights in percent, scripts, then the cash of each at the end of four days. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "to what was chosen | 30 | '' | '' | 3000 7000",
        "no more than is free | 30 | 0 long qty 45 | '' | 4500 5500",
        "what is free of it | 30 | 0 long qty 40 | '' | 4000 6000",
        "halves stay | 50 | '' | '' | 5000 5000"
      })
  void goesWhereItBelongs(String what, long first, String one, String other, String cash) {
    CandleSession session = session(first, one, other);
    while (session.step()) {
      session.engine().checkInvariants();
      for (int book = 0; book < 2; book++) {
        assertThat(session.venue().account(book).cashScaled())
            .isEqualTo(session.engine().books().of(book).cashScaled());
      }
      assertThat(session.engine().equityScaled()).isEqualTo(10_000 * CASH);
    }
    assertThat(
            List.of(0, 1).stream()
                .map(book -> session.engine().books().of(book).cashScaled() / CASH)
                .map(String::valueOf)
                .collect(Collectors.joining(" ")))
        .as(what)
        .isEqualTo(cash);
    assertThat(audit.stream().filter(AuditRecord.Allocated.class::isInstance)).hasSize(4);
  }

  /** A book trades with its share alone, also where it still has more. */
  @ParameterizedTest
  @CsvSource({"30, 30", "50, 50", "70, 50"})
  void aBookTradesWithItsShare(long first, long qty) {
    CandleSession session = session(first, "0 long qty 45, 30 exit, 60 long share 1", "");
    while (session.step()) {
      session.engine().checkInvariants();
    }
    long held = session.engine().books().of(0).position(0).qtyScaled();
    assertThat(held / CASH).isGreaterThanOrEqualTo(qty == 50 ? 50 : 30);
    assertThat(held).isLessThanOrEqualTo(first * CASH);
  }

  private CandleSession session(long first, String one, String other) {
    AllocationSettings settings =
        new AllocationSettings(
            new AllocationRule.Fixed(List.of(first * 10_000, (100 - first) * 10_000)),
            Interval.ONE_DAY,
            2,
            2,
            0,
            0,
            1_000_000,
            1_000_000,
            0,
            1);
    EngineSpec spec =
        new EngineSpec(
            List.of(TestInstruments.perp("T0/USDT")),
            List.of(book("one"), book("other")),
            RiskSettings.RESEARCH,
            Optional.of(settings),
            7,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2);
    String candles = DAY + DAY + DAY + DAY;
    return new CandleSession(
        spec,
        List.of(new ScriptedStrategy(one), new ScriptedStrategy(other)),
        CostModel.NONE,
        History.of(
            List.of(CandleTable.parse(candles.substring(0, candles.length() - 2), Scene.HOUR))),
        audit::add);
  }

  private static BookSpec book(String name) {
    return new BookSpec(
        name,
        Scene.HOUR,
        ParameterValues.of(List.of(), Map.of()),
        ExitRules.NONE,
        MarginMode.ISOLATED,
        5_000 * CASH);
  }
}
