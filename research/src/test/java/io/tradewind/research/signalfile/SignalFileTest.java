package io.tradewind.research.signalfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import io.tradewind.strategies.TimedSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02-01T01:00:00Z      | 2024-02-01T01:00:00Z",
        "2024-02-01T01:00:00       | 2024-02-01T01:00:00Z",
        "2024-02-01 01:00          | 2024-02-01T01:00:00Z",
        "2024-02-01                | 2024-02-01T00:00:00Z",
        "2024-02-01T01:00:00+02:00 | 2024-01-31T23:00:00Z",
        "2024-02-01T01:00:00-05:30 | 2024-02-01T06:30:00Z",
        "1706749200                | 2024-02-01T01:00:00Z",
        "1706749200.5              | 2024-02-01T01:00:00.500Z",
        "1706749200000             | 2024-02-01T01:00:00Z",
        "1706749200000000          | 2024-02-01T01:00:00Z",
        "1706749200000000000       | 2024-02-01T01:00:00Z",
      })
  void times(String text, String expected) throws IOException {
    SignalFile file = csv("time,symbol,action\n" + text + ",BTC/USDT,exit\n");
    assertThat(file.errors()).isEmpty();
    assertThat(Utc.format(file.signals().getFirst().timeNs())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "enter,long,,,,       | LONG EqualShare[] stop - targets -",
        "enter,,,,,           | LONG EqualShare[] stop - targets -",
        "enter,short,,,,      | SHORT EqualShare[] stop - targets -",
        "buy,,,,,             | LONG EqualShare[] stop - targets -",
        "ENTER,sell,,,,       | SHORT EqualShare[] stop - targets -",
        "enter,long,25%,,,    | LONG Share[ratio=0.25] stop - targets -",
        "enter,long,0.5,,,    | LONG Qty[base=0.5] stop - targets -",
        "enter,long,1e3 USDT,,, | LONG Notional[quote=1000.0] stop - targets -",
        "enter,long,,41000,,  | LONG EqualShare[] stop Price[price=41000.0] targets -",
        "enter,long,,5%,8%;12%, | LONG EqualShare[] stop Distance[ratio=0.05] targets Distance[ratio=0.08] Distance[ratio=0.12]",
        "exit,,,,,            | exit",
        "close,long,,,,       | exit",
      })
  void actions(String cells, String expected) throws IOException {
    SignalFile file =
        csv("time,symbol,action,side,size,stop,targets,tag\n1706749200,BTC/USDT," + cells + "\n");
    assertThat(file.errors()).isEmpty();
    assertThat(tell(file.signals().getFirst())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "soon,BTC/USDT,enter,long,,,,    | time 'soon' is neither ISO 8601 nor an epoch",
        "1706749200,BTC/USDT,hold,,,,,   | action 'hold' is unknown: write enter or exit",
        "1706749200,BTC/USDT,enter,up,,,,| side 'up' is unknown: write long or short",
        "1706749200,BTC/USDT,enter,,x,,, | size 'x' is no number",
        "1706749200,BTC/USDT,enter,,-1,,,| size '-1' must be above 0",
        "1706749200,BTC/USDT,enter,,,0,, | stop '0' must be above 0",
        ",BTC/USDT,enter,,,,,            | time is missing",
      })
  void brokenLines(String line, String reason) throws IOException {
    SignalFile file =
        csv("time,symbol,action,side,size,stop,targets,tag\n" + line + "\n1706749200,A/B,exit\n");
    assertThat(file.errors()).containsExactly("signals.csv:2: " + reason);
    assertThat(file.signals()).hasSize(1);
  }

  @Test
  void shapesOfTheSameFile() throws IOException {
    String plain = "1706749200,BTC/USDT,enter,long,,90,110,why\n";
    String expected = csv(plain).signals().toString();
    assertThat(csv("\uFEFF" + plain).signals().toString()).isEqualTo(expected);
    assertThat(csv("# a comment\r\n\r\n" + plain.replace(",", ";").replace("\n", "\r\n")).signals())
        .hasToString(expected);
    assertThat(
            csv("tag\tsymbol\tdate\ttype\tstop\ttarget\nwhy\tBTC/USDT\t1706749200\tenter\t90\t\"110\"\n")
                .signals())
        .hasToString(expected);
    Path packed = folder.resolve("signals.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(plain.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(SignalFile.read(packed).signals()).hasToString(expected);
    Path json = folder.resolve("signals.json");
    Files.writeString(
        json,
        "[{\"time\":1706749200,\"symbol\":\"BTC/USDT\",\"action\":\"enter\",\"stop\":\"90\",\"targets\":[110],\"reason\":\"why\"}]");
    assertThat(SignalFile.read(json).signals()).hasToString(expected);
  }

  @Test
  void flagColumns() throws IOException {
    SignalFile file =
        csv(
            "date,pair,enter_long,exit_long,enter_short\n1706749200,BTC_USDT,1,0,0\n1706752800,BTC_USDT,0,1,1\n1706756400,BTC_USDT,0,0,0\n");
    assertThat(file.errors()).isEmpty();
    assertThat(file.signals().stream().map(SignalFileTest::tell).toList())
        .containsExactly(
            "LONG EqualShare[] stop - targets -", "exit", "SHORT EqualShare[] stop - targets -");
  }

  @Test
  void aHeaderWithoutWhatIsNeeded() throws IOException {
    assertThat(csv("time,symbol,size\n1,A/B,2\n").errors())
        .first()
        .asString()
        .isEqualTo(
            "signals.csv:1: the header needs time, symbol and action; it has [time, symbol, size]");
  }

  @Test
  void theExamplesOfTheDocument() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "signal-files.md"));
    Matcher csv = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(csv.find()).isTrue();
    SignalFile signals = csv(csv.group(1));
    assertThat(signals.errors()).isEmpty();
    assertThat(signals.signals()).hasSize(4);
    Matcher json = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(json.find()).isTrue();
    SignalFile same = csv(json.group(1));
    assertThat(same.errors()).isEmpty();
    assertThat(same.signals()).hasSize(2);
  }

  private SignalFile csv(String text) throws IOException {
    Path file = folder.resolve("signals.csv");
    Files.writeString(file, text);
    return SignalFile.read(file);
  }

  private static String tell(TimedSignal signal) {
    return signal
        .entry()
        .map(entry ->
            entry.direction()
                + " "
                + entry.size()
                + " stop "
                + entry.stop().map(Object::toString).orElse("-")
                + " targets "
                + (entry.targets().isEmpty() ? "-" : join(entry.targets())))
        .orElse("exit");
  }

  private static String join(List<TimedSignal.Level> levels) {
    return levels.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
