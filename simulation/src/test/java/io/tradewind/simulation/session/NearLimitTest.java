package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.testkit.TestInstruments;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held is told when it comes near a limit: at 80 % of it, once a UTC day. */
class NearLimitTest {
  private static final String FLAT = "100 101 99 100, ".repeat(5) + "100 101 99 100";
  private static final String RISING =
      "100 101 99 100, 100 101 99 100, 100 101 99 100, 100 116 99 115, 115 116 114 115,"
          + " 115 116 114 115";

  /** Limits, candles, the script, and what is told at the ends of hours. */
  @ParameterizedTest(name = "{0}, {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          symbol 50% | flat | 0 long qty 39 | ''
          symbol 50% | flat | 0 long qty 40 | 2 SYMBOL 0.4
          symbol 50% | flat | 0 short qty 40 | 2 SYMBOL 0.4
          symbol 50% | flat | 0 long qty 30, 2 add qty 10 | 4 SYMBOL 0.4
          symbol 50% | rising | 0 long qty 37 | 4 SYMBOL 0.4031
          all 50% | rising | 0 long qty 37 | 4 LEVERAGE 0.4031
          heat 10% | flat | 0 long qty 40 stop 80 | 2 HEAT 0.08
          heat 10% symbol 50% | flat | 0 long qty 40 stop 80 | 2 SYMBOL 0.4; 2 HEAT 0.08
          positions 1 | flat | 0 long qty 1 | 2 OPEN_POSITIONS 1.0
          symbol 50% | flat | 0 long qty 45, 1 exit, 2 long qty 45 | 2 SYMBOL 0.45
          """)
  void isTold(String limits, String way, String script, String wanted) {
    Scene scene =
        new Scene(TestInstruments.perp("T0/USDT"))
            .limits(RiskWords.of(limits).settings())
            .candles(way.equals("rising") ? RISING : FLAT);
    scene.play(script);
    assertThat(told(scene)).isEqualTo(wanted.equals("''") ? "" : wanted);
  }

  @Test
  void theNextDayTellsAgain() {
    Scene scene =
        new Scene(TestInstruments.perp("T0/USDT"))
            .limits(RiskWords.of("symbol 50%").settings())
            .candles("100 101 99 100, ".repeat(29) + "100 101 99 100");
    scene.play("0 long qty 45");
    assertThat(told(scene)).isEqualTo("2 SYMBOL 0.45; 25 SYMBOL 0.45");
  }

  private static String told(Scene scene) {
    return scene.audit.stream()
        .filter(AuditRecord.LimitNear.class::isInstance)
        .map(AuditRecord.LimitNear.class::cast)
        .map(near ->
            Told.HOURS.when(near.timeNs()).replace("o", "")
                + " "
                + near.use().by()
                + " "
                + Math.round(near.use().used() * 1e4) / 1e4)
        .collect(Collectors.joining("; "));
  }
}
