package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes whose standard output takes nothing. */
class OutputTest {
  private static final String CANDLES = " --symbols BTC/USDT --candles BTC_USDT-1h.csv ";

  @TempDir private Path folder;

  @BeforeEach
  void writeCandles() throws IOException {
    new Cli(folder).file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 600));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--version",
        "indicators --json",
        "indicators rsi --csv" + CANDLES,
        "backtest --strategy ema-cross --json" + CANDLES
      })
  void aFullDiskIsTold(String line) throws Exception {
    Process process = process(line).redirectOutput(new File("/dev/full")).start();
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said()).isEqualTo("tradewind: can't write the output: No space left on device\n");
  }

  @Test
  void aReaderThatHasReadEnoughIsNot() throws Exception {
    Process process = process("indicators rsi --csv" + CANDLES).start();
    process.getInputStream().close();
    assertThat(process.waitFor()).isZero();
    assertThat(said()).isEmpty();
  }

  private ProcessBuilder process(String line) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tradewind.app.Tradewind"));
    words.addAll(List.of(line.strip().split(" +")));
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().put("TRADEWIND_HOME", folder.resolve("home").toString());
    return builder.redirectError(folder.resolve("err").toFile());
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}
