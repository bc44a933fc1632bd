package io.tradewind.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.SymbolFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of faults, and the table of all settings in the document. */
class FaultFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsNotNamedIsAsUsual() throws IOException {
    assertThat(read("")).isEqualTo(FaultPlan.USUAL);
    FaultPlan plan =
        read(
            """
            # a bad day
            seed: 11
            latency-ms: 80.5
            maintenance: true
            stale-symbols: [BTC/USDT, ETHUSDT]
            halted-symbols: SOLUSDT
            """);
    assertThat(plan.seed()).isEqualTo(11);
    assertThat(plan.number(FaultSetting.LATENCY_MS)).isEqualTo(80.5);
    assertThat(plan.number(FaultSetting.LATENCY_MOST_MS)).isEqualTo(5_000);
    assertThat(plan.maintenance()).isTrue();
    assertThat(plan.symbols(SymbolFault.STALE)).containsExactly("BTCUSDT", "ETHUSDT");
    assertThat(plan.symbols(SymbolFault.HALTED)).containsExactly("SOLUSDT");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          seed: 1;latncy-ms: 5            | line 2: latncy-ms is no fault; did you mean latency-ms?
          seed: 1;;failure-rate: 1.5      | line 3: failure-rate must be a number from 0 to 1 (of calls), was '1.5'
          failure-rate: 0;failure-rate: 1 | line 2: failure-rate stands twice
          failure-rate: {a: 1}            | line 1: failure-rate is a value or a list of symbols
          stale-symbols: [[A]]            | line 1: stale-symbols is a list of symbols
          - failure-rate                  | must hold settings such as latency-ms: 50
          a: b: c                         | is not valid YAML
          """)
  void whatIsWrongIsToldWithItsLine(String lines, String message) {
    assertThatThrownBy(() -> read(lines.replace(';', '\n')))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("faults.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    assertThatThrownBy(() -> FaultFile.read(folder.resolve("none.yaml")))
        .hasMessageContaining("there is no file")
        .hasMessageContaining("(--faults)");
  }

  @Test
  void everySettingIsInTheDocumentAndNoOther() throws IOException {
    Path document = Path.of("..", "docs", "exchange.md");
    assertThat(Files.readAllLines(document).stream().filter(line -> line.startsWith("| `")))
        .filteredOn(line -> !line.startsWith("| `seed`") && !line.startsWith("| `maintenance`"))
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(FaultSetting.values()).map(FaultFileTest::row),
                    Stream.of(SymbolFault.values())
                        .map(fault ->
                            "| `"
                                + fault.key()
                                + "` | none | - | symbols | "
                                + fault.summary()
                                + " |"))
                .toList());
  }

  private static String row(FaultSetting setting) {
    return "| `"
        + setting.key()
        + "` | "
        + FaultPlan.text(setting.usual())
        + " | "
        + FaultPlan.text(setting.least())
        + " to "
        + FaultPlan.text(setting.most())
        + " | "
        + (setting.unit().isEmpty() ? "-" : setting.unit())
        + " | "
        + setting.summary()
        + " |";
  }

  private FaultPlan read(String text) throws IOException {
    Path file = folder.resolve("faults.yaml");
    Files.writeString(file, text);
    return FaultFile.read(file);
  }
}
