package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.command.Commands;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a long command is, on a terminal whose clock is the test's. */
class ProgressTest {
  private static final long SECOND_NS = 1_000_000_000;

  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);
  private long nowNs = -5 * SECOND_NS;

  @BeforeEach
  void writeCandles() throws IOException {
    new Cli(folder).file("BTC_USDT-1h.csv", Cli.candles("2024-01-01T00:00:00Z", 4000));
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theLineComesAfterASecondChangesNowAndThenAndGoes() {
    ProgressLine line = ProgressLine.on(err, () -> nowNs);
    line.begin("backtest");
    nowNs += SECOND_NS - 1;
    line.at(0.1);
    assertThat(shown()).isEmpty();
    nowNs += 1;
    line.at(0.25);
    assertThat(shown()).isEqualTo("\rbacktest  25 %, 1 s gone, 3 s left");
    nowNs += SECOND_NS / 10;
    line.at(0.3);
    assertThat(shown()).doesNotContain("30 %");
    nowNs += 99 * SECOND_NS;
    line.at(0.5);
    assertThat(shown()).endsWith("\rbacktest  50 %, 1:40 min gone, 1:40 min left");
    nowNs += SECOND_NS;
    line.at(1);
    assertThat(shown()).endsWith("\rbacktest 100 %, 1:41 min gone, 0 s left     ");
    line.wipe();
    assertThat(shown()).endsWith("\r" + " ".repeat(39) + "\r");
    int length = shown().length();
    line.wipe();
    assertThat(shown()).hasSize(length);
  }

  @Test
  void nothingIsGuessedAtTheVeryBeginningAndAnotherTaskStartsAnew() {
    ProgressLine line = ProgressLine.on(err, () -> nowNs);
    line.begin("one");
    nowNs += 2 * SECOND_NS;
    line.at(0.001);
    assertThat(shown()).isEqualTo("\rone   0 %, 2 s gone");
    line.begin("two");
    nowNs += SECOND_NS / 2;
    line.at(0.5);
    assertThat(shown()).doesNotContain("two");
  }

  @Test
  void nobodyIsToldWhereNobodyWatches() {
    ProgressLine line = ProgressLine.none();
    line.begin("backtest");
    line.at(0.5);
    line.wipe();
    assertThat(shown()).isEmpty();
  }

  @Test
  void aBacktestAndAnImportTellHowFarTheyAre() {
    assertThat(run("data import @/BTC_USDT-1h.csv")).isZero();
    assertThat(percents("import")).isNotEmpty().isSorted().allMatch(p -> p >= 0 && p <= 100);
    assertThat(percents("import")).anyMatch(percent -> percent > 50);
    shown.reset();
    assertThat(run("backtest --strategy ema-cross --symbols BTC/USDT")).isZero();
    assertThat(percents("backtest")).hasSizeGreaterThan(5).isSorted().contains(6, 96);
    assertThat(shown()).endsWith("\r");
  }

  @Test
  void machinesAreNotTold() {
    assertThat(run("data import @/BTC_USDT-1h.csv --json")).isZero();
    assertThat(run("backtest --strategy ema-cross --symbols BTC/USDT --json")).isZero();
    assertThat(shown()).isEmpty();
  }

  /** With a clock that goes on by a second whenever it is looked at. */
  private int run(String line) {
    ProgressLine progress = ProgressLine.on(err, () -> nowNs += SECOND_NS);
    PrintStream out = new PrintStream(PrintStream.nullOutputStream());
    return Commands.run(
        Arrays.asList(line.replace("@", folder.toString()).split(" ")),
        Map.of("TRADEWIND_HOME", folder.resolve("home").toString()),
        new Terminal(out, err, InputStream.nullInputStream(), false, progress));
  }

  private List<Integer> percents(String task) {
    List<Integer> percents = new ArrayList<>();
    for (String part : shown().split("\r")) {
      if (part.startsWith(task)) {
        percents.add(Integer.parseInt(part.substring(task.length(), part.indexOf('%')).strip()));
      }
    }
    return percents;
  }
}
