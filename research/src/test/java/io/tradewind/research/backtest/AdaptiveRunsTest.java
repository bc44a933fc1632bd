package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.signal.Signal;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.testkit.CandleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strategies that adapt, with an engine that fills their orders. */
class AdaptiveRunsTest {
  private static final int CANDLES = 3_000;
  private static final Pattern ASKED =
      Pattern.compile("at least (\\S+) sure after (\\d) losses in (\\d) trades");
  private static final Map<String, String> ON = Map.of("adaptive", "on", "results", "3");
  private static final Map<String, Map<String, String>> GIVEN =
      Map.of(
          "momentum",
          ON,
          "bollinger-reversion",
          ON,
          "regime-switch",
          Map.of(
              "trend-adaptive", "on",
              "trend-results", "3",
              "reversion-adaptive", "on",
              "reversion-results", "3"));

  private static BacktestSpec spec(String name, AuditSink listener) {
    BuiltInStrategies.Entry entry =
        BuiltInStrategies.all().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    BacktestBook book =
        PlainRuns.book(
            name,
            entry.factory().get(),
            BuiltInRuns.interval(name),
            GIVEN.getOrDefault(name, Map.of()));
    return PlainRuns.spec(
            book,
            BuiltInRuns.instruments(name),
            BuiltInRuns.feeds(name, 1, CANDLES),
            CandleTable.START_NS)
        .heardBy(listener);
  }

  /** 0.7, and half of what the win rate lacks of 0.55 once there were three trades. */
  @ParameterizedTest
  @ValueSource(strings = {"momentum", "bollinger-reversion", "regime-switch"})
  void entriesAreAsSureAsResultsAsk(String name) {
    int full = 0;
    for (SignalRecord told : BacktestRun.run(spec(name, entry -> {})).signals()) {
      if (told.signal() instanceof Signal.Enter enter) {
        Matcher asked = ASKED.matcher(enter.reason());
        assertThat(asked.find()).as(enter.reason()).isTrue();
        int trades = Integer.parseInt(asked.group(3));
        double won = 1 - Double.parseDouble(asked.group(2)) / trades;
        double needed = trades < 3 ? 0.7 : Math.clamp(0.7 + 0.5 * (0.55 - won), 0.6, 0.9);
        assertThat(enter.confidence()).as(enter.reason()).isGreaterThanOrEqualTo(needed);
        full += trades == 3 ? 1 : 0;
      }
    }
    assertThat(full).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"momentum", "bollinger-reversion", "regime-switch"})
  void goesOnAfterACutAsIfThereWereNone(String name) {
    List<AuditRecord> whole = new ArrayList<>();
    BacktestResult result = BacktestRun.run(spec(name, whole::add));
    for (int cut = CANDLES / 4; cut < CANDLES; cut += CANDLES / 4) {
      List<AuditRecord> joined = new ArrayList<>();
      BacktestRun head = BacktestRun.prepare(spec(name, joined::add));
      for (int i = 0; i < cut; i++) {
        head.step();
      }
      BacktestRun tail = BacktestRun.prepare(spec(name, joined::add));
      tail.resume(head.snapshot());
      boolean more = true;
      while (more) {
        more = tail.step();
      }
      assertThat(tail.finish().stateHash()).as("cut at %s", cut).isEqualTo(result.stateHash());
      assertThat(joined).as("cut at %s", cut).isEqualTo(whole);
    }
  }
}
