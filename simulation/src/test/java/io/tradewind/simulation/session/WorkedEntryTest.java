package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.ExecutionState;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.execution.Progress;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Utc;
import io.tradewind.testkit.TestInstruments;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries that are worked as several orders, on hours: fills, refusals, and how it ended. */
class WorkedEntryTest {
  private static final long HOUR_NS = 3600 * Utc.SECOND_NS;
  private static final String FLAT = "100 101 99 100 1000, ";

  private static ExecutionStyle style(String name) {
    return switch (name) {
      case "twap" -> new ExecutionStyle.Twap(3, 3 * HOUR_NS, 0);
      case "chase" -> new ExecutionStyle.Chase(0.01, HOUR_NS, 3 * HOUR_NS);
      case "pov" -> new ExecutionStyle.Pov(0.01, HOUR_NS, 6 * HOUR_NS);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "three parts over three hours | twap | 0 long qty 9 | 1o buy 3@100 entry; 2o buy 3@100 entry; 3o buy 3@100 entry; 7o sell 9@100 end | done 9 of 9",
        "an exit ends it | twap | 0 long qty 9, 1 exit | 1o buy 3@100 entry; 2o sell 3@100 signal-exit | cancelled 3 of 9",
        "a signal the other way ends it | twap | 0 long qty 9, 1 short qty 3 | 1o buy 3@100 entry; 2o sell 3@100 signal-exit; 2o sell 1@100 entry; 3o sell 1@100 entry; 4o sell 1@100 entry; 7o buy 3@100 end | done 3 of 3",
        "a stop protects each part and ends it | twap | 0 long qty 9 stop 99.5 | 1o buy 3@100 entry; 1 sell 3@99.5 stop | cancelled 3 of 9",
        "beside the last price, where it does not take | chase | 0 long qty 9 | 1 buy 9@99.9999 entry; 7o sell 9@100 end | done 9 of 9",
        "a share of the volume | pov | 0 long qty 25 | 2o buy 10@100 entry; 3o buy 10@100 entry; 4o buy 5@100 entry; 7o sell 25@100 end | done 25 of 25"
      })
  void isWorked(String what, String name, String script, String fills, String end) {
    Scene scene = scene(RiskSettings.RESEARCH, name);
    assertThat(scene.fills(script)).as(what).isEqualTo(fills);
    assertThat(last(scene)).isEqualTo(end);
  }

  /** What is not placed yet is on its way: of 100 there is room for 10 beside 90, or for none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 long qty 90, 0 add qty 20 limit 99 | buy 10.1@99 add",
        "0 long qty 90, 0 add qty 20 | buy 10@100 add",
        "0 long qty 100, 0 add qty 20 | no-free-cash"
      })
  void holdsItsRoom(String script, String told) {
    Scene scene = scene(RiskSettings.RESEARCH, "twap");
    assertThat(scene.fills(script) + "; " + scene.refusals()).contains(told);
    double bought =
        Arrays.stream(scene.fills().split("; "))
            .filter(fill -> fill.contains("buy"))
            .mapToDouble(fill -> Double.parseDouble(fill.split(" ")[2].split("@")[0]))
            .sum();
    assertThat(bought).isBetween(99.9, 100.11);
  }

  /** Of a price that rises the parts take what room there is: 66 for 10000, and not 99. */
  @Test
  void theRestDoesNotBarItsOwnParts() {
    Scene scene =
        scene(
            RiskSettings.RESEARCH,
            "twap",
            "100 101 99 100 1000, 100 102 100 102 1000, 102 104 102 104 1000, "
                + "104 106 104 106 1000, 106 108 106 108 1000");
    assertThat(scene.fills("0 long qty 99"))
        .isEqualTo("1o buy 33@100 entry; 2o buy 33@102 entry; 5o sell 66@108 end");
    assertThat(last(scene)).isEqualTo("expired 66 of 99");
  }

  private static Scene scene(RiskSettings risk, String name) {
    return scene(risk, name, FLAT + FLAT + FLAT + FLAT + FLAT + FLAT + "100 101 99 100 1000");
  }

  private static Scene scene(RiskSettings risk, String name, String candles) {
    return new Scene(
            TestInstruments.of(
                "T0/USDT", Market.PERP, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0)))
        .limits(risk)
        .execution(style(name))
        .candles(candles);
  }

  private static String last(Scene scene) {
    Progress progress =
        scene.audit.stream()
            .filter(AuditRecord.ExecutionMoved.class::isInstance)
            .map(entry -> ((AuditRecord.ExecutionMoved) entry).progress())
            .filter(each -> each.state().isFinal())
            .reduce((first, second) -> second)
            .orElseThrow();
    assertThat(progress.state() == ExecutionState.DONE)
        .isEqualTo(progress.filledScaled() == progress.askedScaled());
    return progress.state().name().toLowerCase(Locale.ROOT)
        + " "
        + progress.filledScaled() / 100_000_000
        + " of "
        + progress.askedScaled() / 100_000_000;
  }
}
