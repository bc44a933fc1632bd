package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loading DuckDB takes longer than most backtests. Which classes a process of its own has loaded is
 * told by its JVM.
 */
class DuckDbIsLeftAloneTest {
  @TempDir private Path folder;

  @BeforeEach
  void importCandles() throws IOException {
    Cli cli = new Cli(folder);
    cli.file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 1000));
    assertThat(cli.line("data import @/BTC_USDT-1h.csv").exitCode()).isZero();
  }

  @Test
  void whatWasImportedIsListedWithoutIt() throws Exception {
    assertThat(loads("data", "list")).isFalse();
  }

  @Test
  void whatWasImportedIsTradedWithoutIt() throws Exception {
    assertThat(loads("backtest", "--strategy", "ema-cross", "--symbols", "BTC/USDT", "--json"))
        .isFalse();
  }

  @Test
  void tradesInTheStoreDoNotChangeThat() throws Exception {
    Cli cli = new Cli(folder);
    cli.file("BTC_USDT-trades.csv", "time,price,qty\n2024-01-01T00:00:00Z,100,1\n");
    assertThat(cli.line("data import @/BTC_USDT-trades.csv --symbol BTC/USDT").exitCode()).isZero();
    assertThat(loads("backtest", "--strategy", "ema-cross", "--symbols", "BTC/USDT")).isFalse();
  }

  @Test
  void itIsLoadedForAResultInParquet() throws Exception {
    String target = folder.resolve("out").toString();
    assertThat(
            loads(
                "backtest",
                "--strategy",
                "ema-cross",
                "--symbols",
                "BTC/USDT",
                "--parquet",
                target))
        .isTrue();
  }

  /** Runs a command and tells whether it loaded DuckDB. */
  private boolean loads(String... arguments) throws Exception {
    Path log = folder.resolve("classes.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                "io.tradewind.app.Tradewind",
                "--home",
                folder.resolve("home").toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("out.txt"))).isZero();
    String classes = Files.readString(log);
    assertThat(classes).contains("io.tradewind.app.Tradewind ");
    return classes.contains("org.duckdb.");
  }
}
