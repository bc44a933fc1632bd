package io.tradewind.research.signalfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.time.Utc;
import io.tradewind.strategies.TimedSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
        "2024-02-01 01:00:00+0000  | 2024-02-01T01:00:00Z",
        "2024-02-01 01:00:00 +02:00 | 2024-01-31T23:00:00Z",
        "2024-02-01 01:00:00 UTC   | 2024-02-01T01:00:00Z",
        "20240201                  | 2024-02-01T00:00:00Z",
        "1.7067492e9               | 2024-02-01T01:00:00Z",
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
        "close,long,,,,       | exit LONG",
        "exit,short,,,,       | exit SHORT",
        "exit,sell,,,,        | exit",
        "sell,,,,,            | exit LONG",
        "close short,,,,,     | exit SHORT",
        "Enter Short,,,,,     | SHORT EqualShare[] stop - targets -",
        "enter,long,0.5 BTC,,, | LONG Qty[base=0.5] stop - targets -",
        "enter,short,,150%,,  | SHORT EqualShare[] stop Distance[ratio=1.5] targets -",
        "enter,long,,,150%,   | LONG EqualShare[] stop - targets Distance[ratio=1.5]",
        "enter,long,,,43500 45000, | LONG EqualShare[] stop - targets Price[price=43500.0] Price[price=45000.0]",
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
        "9999-01-01,BTC/USDT,exit,,,,,   | time '9999-01-01' lies outside of 1677 to 2262",
        "99999999999,BTC/USDT,exit,,,,,  | time '99999999999' lies outside of 1677 to 2262",
        "17067492000000000000000,A/B,exit | time '17067492000000000000000' lies outside of 1677 to 2262",
        "1706749200,BTC/USDT,buy,short,,,,  | action 'buy' contradicts side 'short'",
        "1706749200,BTC/USDT,sell,short,,,, | action 'sell' contradicts side 'short'",
        "1706749200,BTC/USDT,enter,,5 EUR,,, | size '5 EUR' is in neither of the currencies of BTC/USDT",
        "1706749200,,enter,,5 EUR,,,      | size '5 EUR' needs the symbol in its row where the run has several",
        "1706749200,BTC/USDT,enter,,1d,,, | size '1d' is no number",
        "1706749200,BTC/USDT,enter,,,100%,, | stop '100%' would be a price of 0 or less; it must be under 100%",
        "1706749200,BTC/USDT,enter,short,,,100%, | target '100%' would be a price of 0 or less; it must be under 100%",
        "1706749200,BTC/USDT,enter,,,1,2,3,why | there are 9 cells for 8 columns; put several targets between double quotes",
        "1706749200,BTC/USDT,enter,,,,\"1;2, | a double quote is not closed on its line",
        "1706749200,BTC/USDT,,long,,,,    | action is missing: write enter or exit",
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

  /** One line for each row of flags: enter_long, exit_long, enter_short, exit_short. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,0,0,0       | LONG EqualShare[] stop - targets -",
        "0,1,0,0       | exit LONG",
        "0,0,1,0       | SHORT EqualShare[] stop - targets -",
        "0,0,0,1       | exit SHORT",
        "0,1,1,0       | exit LONG, SHORT EqualShare[] stop - targets -",
        "1,0,0,1       | exit SHORT, LONG EqualShare[] stop - targets -",
        "1,1,0,0       | exit LONG",
        "1,0,1,0       | ''",
        "0,0,0,0       | ''",
        "1.0,nan,,false | LONG EqualShare[] stop - targets -",
        "True,0,0,0    | LONG EqualShare[] stop - targets -",
      })
  void flagColumns(String flags, String expected) throws IOException {
    SignalFile file =
        csv("date,pair,enter_long,exit_long,enter_short,exit_short\n1706749200,BTC_USDT," + flags);
    assertThat(file.errors()).isEmpty();
    assertThat(file.signals().stream().map(SignalFileTest::tell).collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @Test
  void tagsOfFlags() throws IOException {
    SignalFile file =
        csv(
            """
            date,enter_short,exit_long,enter_tag,exit_tag
            1706749200,1,1,in,out
            1706752800,1,yes,,
            """);
    assertThat(file.signals().stream().map(TimedSignal::reason)).containsExactly("out", "in");
    assertThat(file.errors())
        .containsExactly("signals.csv:3: exit_long 'yes' is unknown: write 1 or 0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,symbol,size          | the header needs time and action; it has [time, symbol, size]",
        "symbol,action             | the header needs time and action; it has [symbol, action]",
        "time,date,action          | the header has two columns for time; keep one",
        "time,action,stop,Stop Loss | the header has two columns for stop; keep one",
      })
  void unusableHeaders(String header, String reason) throws IOException {
    SignalFile file = csv("# by hand\n\n" + header + "\n1706749200,exit,1,1\n");
    assertThat(file.errors()).containsExactly("signals.csv:3: " + reason);
    assertThat(file.signals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time;action;Stop Price;Take-Profit",
        "TIMESTAMP;event;stop_loss;tp",
        "\"date\";\"type\";\"sl\";\"target price\"",
      })
  void namesOfColumns(String header) throws IOException {
    SignalFile file = csv(header + "\n1706749200;enter;90;\"110;120,5\"\n1706749200;enter;90;110");
    assertThat(file.errors()).containsExactly("signals.csv:2: target '120,5' is no number");
    assertThat(file.notices()).isEmpty();
    assertThat(tell(file.signals().getFirst()))
        .isEqualTo("LONG EqualShare[] stop Price[price=90.0] targets Price[price=110.0]");
  }

  @Test
  void columnsThatMeanNothingAreNamed() throws IOException {
    String notice = "signals.csv: these columns mean nothing here and were left out: rsi, stopp";
    assertThat(csv("time,action,stopp,rsi\n1706749200,enter,90,30\n").notices())
        .containsExactly(notice);
    assertThat(
            csv("[{\"time\":1706749200,\"action\":\"enter\",\"stopp\":90,\"rsi\":null}]").notices())
        .containsExactly(notice);
  }

  @Test
  void aTagIsNoHeader() throws IOException {
    SignalFile file = csv("1706749200,BTC/USDT,exit,,,,,stop\n");
    assertThat(file.errors()).isEmpty();
    assertThat(file.signals().getFirst().reason()).isEqualTo("stop");
  }

  @ParameterizedTest
  @CsvSource({
    "BTC/USDT, BTC/USDT",
    "btcusdt, BTCUSDT",
    "BTC-USDT, BTC/USDT",
    "Binance:BTC_USDT, binance:BTC/USDT",
    "binance-us:BTC-USDT, binance-us:BTC/USDT",
    "kraken:BTCUSDT, kraken:BTCUSDT",
    "BTC/USDT:USDT, BTC/USDT:USDT",
    "BTCUSDT:USDT, BTCUSDT:USDT",
    "binance:BTC/USDT:USDT, binance:BTC/USDT:USDT",
    "BTC/USD:BTC, BTC/USD:BTC",
  })
  void symbols(String written, String expected) throws IOException {
    SignalFile file = csv("1706749200," + written + ",enter,long,1000 BTC\n");
    assertThat(file.errors()).isEmpty();
    assertThat(file.signals().getFirst().symbol()).isEqualTo(expected);
    assertThat(tell(file.signals().getFirst())).contains("Qty[base=1000.0]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[OK,~ 5]                      | 2: a signal must be an object; signals are written like [{`time`: `2024-02-01T01:00:00Z`, `action`: `enter`}]",
        "[OK,~{`time`:1706749200}]     | 2: action is missing: write enter or exit",
        "[OK,{`action`:`exit`}]         | 1: time is missing",
        "[{`time`:1706749200,`action`:`enter`,`stop`:{`a`:1}},OK] | 1: stop must be a text, a number or a list of them",
        "[{`time`:1706749200,`action`:`enter`,`targets`:[1,[2]]},OK] | 1: targets must be a text, a number or a list of them",
        "[{`time`:1706749200,`date`:1706749200,`action`:`exit`},OK] | 1: there are two values for time; keep one",
        "[{`time`:1706749200,`action`:`exit`,`exit_long`:1},OK] | 1: action stands beside enter_long and the like; keep one",
      })
  void brokenRowsOfJson(String text, String reason) throws IOException {
    SignalFile file = csv(json(text));
    assertThat(file.errors()).containsExactly("signals.csv:" + reason.replace('`', '"'));
    assertThat(file.signals()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[OK] x          | 1: this is no JSON, near column 39; signals are written like",
        "[OK]~[OK]      | 2: more stands after the array of signals",
        "[OK,~{`time`:17 | 2: the JSON breaks off; close what is open",
        "[OK,            | 1: the JSON breaks off; close what is open",
        "{`a`:1}         | 1: there is no array of signals; signals are written like",
        "{`signals`:1}   | 1: there is no array of signals; signals are written like",
        "{`signals`:[OK] | 1: the JSON breaks off; close what is open",
      })
  void brokenJson(String text, String reason) throws IOException {
    SignalFile file = csv(json(text));
    assertThat(file.errors()).singleElement().asString().startsWith("signals.csv:" + reason);
    assertThat(file.signals()).isEmpty();
  }

  @Test
  void aSumOfARowWithoutASymbolIsOfTheOnlyOne() throws IOException {
    Path file = folder.resolve("signals.csv");
    Files.writeString(
        file, "time,action,size\n1706749200,enter,1000 USDT\n1706749200,enter,2 btc\n");
    InstrumentId btc = new InstrumentId("binance", "BTC", "USDT", Market.SPOT);
    InstrumentId eth = new InstrumentId("binance", "ETH", "USDT", Market.SPOT);
    SignalFile one = SignalFile.read(file, List.of(btc));
    assertThat(one.errors()).isEmpty();
    assertThat(one.signals()).extracting(TimedSignal::symbol).containsOnly("");
    assertThat(one.signals())
        .extracting(signal -> signal.entry().orElseThrow().size())
        .containsExactly(new SignalSize.Notional(1000), new SignalSize.Qty(2));
    assertThat(SignalFile.read(file, List.of(btc, eth)).errors())
        .hasSize(2)
        .allMatch(error -> error.endsWith("needs the symbol in its row where the run has several"));
  }

  @Test
  void signalsInsideOfAnObject() throws IOException {
    SignalFile file = csv(json("{`by`:{`a`:[1]},`signals`:[OK,OK],`n`:[2]}"));
    assertThat(file.errors()).isEmpty();
    assertThat(file.signals()).hasSize(2);
  }

  /** Whatever is done to a good file, it is read or told, and never thrown. */
  @Test
  void survivesDamage() throws IOException {
    String good =
        """
        time,symbol,action,side,size,stop,targets,tag
        2024-02-01T01:00:00Z,BTC/USDT,enter,long,25%,41000,"43500;45000",why
        """;
    String object = json("[{`time`:`2024-02-01`,`symbol`:`A/B`,`action`:`enter`,`targets`:[1,2]}]");
    String signs = "\"',;:%-+.eE09[]{}\t\n#\0\uFFFD";
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder(i % 2 == 0 ? good : object);
      for (int change = random.nextInt(1, 4); change > 0 && !text.isEmpty(); change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
          default -> text.setLength(Math.max(1, at));
        }
      }
      SignalFile file = csv(text.toString());
      assertThat(file.errors())
          .as("change %s: %s", i, text)
          .allMatch(e -> e.startsWith("signals.csv:"));
    }
  }

  @Test
  void theExamplesOfTheDocument() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "signal-files.md"));
    Matcher example = Pattern.compile("```(?:csv|json)\n(.*?)```", Pattern.DOTALL).matcher(text);
    List<String> told = new ArrayList<>();
    while (example.find()) {
      SignalFile file = csv(example.group(1));
      assertThat(file.errors()).isEmpty();
      assertThat(file.notices()).isEmpty();
      told.add(file.signals().stream().map(SignalFileTest::tell).collect(Collectors.joining(", ")));
    }
    assertThat(told)
        .containsExactly(
            "LONG Share[ratio=0.25] stop Price[price=41000.0] targets Price[price=43500.0]"
                + " Price[price=45000.0], exit, LONG Notional[quote=1000.0] stop"
                + " Distance[ratio=0.05] targets Distance[ratio=0.08], SHORT Qty[base=12.5]"
                + " stop - targets -",
            "LONG EqualShare[] stop - targets -, exit LONG, SHORT EqualShare[] stop - targets -",
            "LONG EqualShare[] stop Price[price=41000.0] targets Price[price=43500.0]"
                + " Price[price=45000.0], exit");
  }

  /** Every name that the document gives to a column is one. */
  @Test
  void theNamesOfTheDocument() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "signal-files.md"));
    Matcher row = Pattern.compile("(?m)^\\| (\\w+) \\| .* \\| (.*?) \\|$").matcher(text);
    int rows = 0;
    while (row.find()) {
      String column = row.group(1);
      if (!column.equals("column")) {
        rows++;
        for (String name : row.group(2).replaceAll("; .*", "").split(", ")) {
          assertThat(SignalColumns.canonical(name)).as(name).isEqualTo(column);
        }
      }
    }
    assertThat(rows).isEqualTo(8);
  }

  private SignalFile csv(String text) throws IOException {
    Path file = folder.resolve("signals.csv");
    Files.writeString(file, text);
    return SignalFile.read(file);
  }

  /** Back quotes stand for double ones, ~ for a new line, OK for a row without fault. */
  private static String json(String text) {
    return text.replace("OK", "{`time`:1706749200,`action`:`exit`}")
        .replace('`', '"')
        .replace('~', '\n');
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
        .orElse("exit" + signal.closes().map(direction -> " " + direction).orElse(""));
  }

  private static String join(List<TimedSignal.Level> levels) {
    return levels.stream().map(Object::toString).collect(Collectors.joining(" "));
  }
}
