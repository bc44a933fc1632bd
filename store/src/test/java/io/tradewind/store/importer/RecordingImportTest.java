package io.tradewind.store.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.store.importer.ImportRefused.Reason;
import io.tradewind.store.series.BookRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Books of recorded streams. A line of a case is {@code u FIRST-LAST LEVELS} for an update of spot,
 * {@code p FIRST-LAST<BEFORE LEVELS} for one of a perpetual, {@code s LAST LEVELS} for a snapshot;
 * of what comes out, brackets hold a whole book, {@code ?} is an unknown one.
 */
final class RecordingImportTest {
  private static final long START_NS = 1_723_161_600_000_000_000L;
  private static final InstrumentId SPOT = InstrumentId.parse("BTC/USDT", "binance", Market.SPOT);
  private static final InstrumentId PERP =
      InstrumentId.parse("BTC/USDT:USDT", "binance", Market.PERP);

  @TempDir Path folder;

  private static String line(int second, String message) {
    String[] words = message.strip().split(" ");
    String levels = levels(words);
    String body =
        switch (words[0]) {
          case "u", "p" ->
              "{\"stream\":\"btcusdt@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":"
                  + (START_NS / 1_000_000 + second * 1_000L)
                  + ",\"s\":\"BTCUSDT\","
                  + ids(words[1])
                  + levels.replace("bids", "b").replace("asks", "a")
                  + "}}";
          case "s" -> "{\"lastUpdateId\":" + words[1] + "," + levels + "}";
          default -> message.strip();
        };
    return START_NS + second * 1_000_000_000L + 7 + " " + body + "\n";
  }

  private static String ids(String text) {
    String[] parts = text.split("[-<]");
    String before = parts.length == 3 ? "\"pu\":" + parts[2] + "," : "";
    return "\"U\":" + parts[0] + ",\"u\":" + parts[1] + "," + before;
  }

  private static String levels(String[] words) {
    List<String> bids = new ArrayList<>();
    List<String> asks = new ArrayList<>();
    for (int i = 2; i < words.length; i++) {
      String[] level = words[i].substring(1).split(":");
      String text = "[\"" + level[0] + "\",\"" + level[1] + "\"]";
      (words[i].startsWith("b") ? bids : asks).add(text);
    }
    return "\"bids\":[" + String.join(",", bids) + "],\"asks\":[" + String.join(",", asks) + "]";
  }

  private Path recording(String messages) throws IOException {
    StringBuilder text = new StringBuilder();
    int second = 0;
    for (String message : messages.split("/")) {
      text.append(line(second++, message));
    }
    return Files.writeString(folder.resolve("r.jsonl"), text);
  }

  private static String text(BookRows rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.isUnknown(i)) {
        text.append(i == 0 ? "?" : " ?");
        continue;
      }
      text.append(
          i == 0 || rows.begins(i) ? (i == 0 ? "" : " ") + (rows.begins(i) ? "[" : "") : " ");
      text.append(rows.isBid(i) ? "b" : "a").append(rows.priceValue(i).toPlainString());
      text.append(":").append(rows.qtyValue(i).toPlainString());
      text.append(rows.ends(i) ? "|" : "");
    }
    return text.toString();
  }

  private static ImportOptions of(String message) {
    return ImportOptions.DEFAULT.withSymbol(message.contains("<") ? PERP : SPOT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "snapshot, then what follows ~ s 5 b10:1 a12:2 / u 6-7 b11:3 / u 8-8 b10:0 a12:4 ~ [b10:1 a12:2| b11:3| b10:0 a12:4| ? ~ 0 0",
        "the first update reaches over the snapshot ~ s 5 b10:1 a12:2 / u 4-7 b11:3 ~ [b10:1 a12:2| b11:3| ? ~ 0 0",
        "updates before the snapshot: the older go, the newer are applied ~ u 3-4 b9:9 / u 5-6 b11:3 / s 5 b10:1 a12:2 / u 7-7 a12:0 ~ [b10:1 a12:2| b11:3| a12:0| ? ~ 1 0",
        "the snapshot is too old for what waits ~ u 7-8 b11:3 / s 5 b10:1 a12:2 / s 8 b8:1 a9:1 ~ [b8:1 a9:1| ? ~ 1 0",
        "a gap, and a snapshot after it ~ s 5 b10:1 a12:2 / u 7-8 b11:3 / u 9-9 b8:1 / s 9 b10:5 a12:5 / u 10-10 b10:6 ~ [b10:1 a12:2| ? [b10:5 a12:5| b10:6| ? ~ 2 1",
        "a repeated update is told once ~ s 5 b10:1 a12:2 / u 6-7 b11:3 / u 6-7 b11:3 ~ [b10:1 a12:2| b11:3| ? ~ 0 0",
        "a later snapshot that is older than the book ~ s 5 b10:1 a12:2 / u 6-7 b11:3 / s 6 b1:1 a2:1 / u 8-8 b11:4 ~ [b10:1 a12:2| b11:3| b11:4| ? ~ 0 0",
        "a newer snapshot begins anew ~ s 5 b10:1 a12:2 / s 9 b9:1 a13:1 / u 10-10 b9:2 ~ [b10:1 a12:2| [b9:1 a13:1| b9:2| ? ~ 0 0",
        "a level of a snapshot without quantity is none ~ s 5 b10:1 b9:0 a12:2 ~ [b10:1 a12:2| ? ~ 0 0",
        "perpetual: the one before must be the last ~ s 5 b10:1 a12:2 / p 3-7<2 b11:3 / p 9-9<7 b11:4 / p 11-11<10 b1:1 ~ [b10:1 a12:2| b11:3| b11:4| ? ~ 1 1",
        "perpetual: the first lies about the snapshot ~ p 3-4<2 b9:1 / p 6-9<4 b11:3 / s 5 b10:1 a12:2 ~ [b10:1 a12:2| b11:3| ? ~ 1 0",
        "perpetual: an update of the snapshot's own number is applied ~ s 5 b10:1 a12:2 / p 3-5<2 b10:1 / p 6-7<5 b11:1 ~ [b10:1 a12:2| b10:1| b11:1| ? ~ 0 0",
        "perpetual: the first begins behind the snapshot ~ s 5 b10:1 a12:2 / p 8-9<6 b10:1 ~ [b10:1 a12:2| ? ~ 1 1",
      })
  void aBookIsMadeAsDocumented(String rule, String messages, String book, String unusedAndGaps)
      throws IOException {
    ImportedTicks read = (ImportedTicks) Importer.read(recording(messages), of(messages));
    assertThat(text(read.book())).as(rule).isEqualTo(book);
    assertThat(read.bookNotes().unused() + " " + read.bookNotes().gaps())
        .as(rule)
        .isEqualTo(unusedAndGaps);
    assertThat(read.notes().brokenCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "u 3-4 b9:9 / u 5-6 b11:3 a12:1 ~ [b9:9| b11:3 a12:1| ?",
        "u 3-4 b9:9 / u 6-6 b11:3 ~ [b9:9| ? [b11:3| ?",
        "u 3-4 b9:0 / u 5-6 b11:3 b9:0 ~ [b11:3| ?",
        "u 3-4 b9:9 / u 5-6 b11:3 / s 4 b8:1 a12:1 / u 7-7 b8:2 ~ [b9:9| b11:3| [b8:1 a12:1| b11:3| b8:2| ?",
      })
  void aBookMayBeginWithUpdates(String messages, String book) throws IOException {
    ImportedTicks read =
        (ImportedTicks) Importer.read(recording(messages), of(messages).withBookFromUpdates());
    assertThat(text(read.book())).isEqualTo(book);
    assertThat(read.bookNotes().unused()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"e\":\"depthUpdate\",\"E\":1723161601000,\"s\":\"BTCUSDT\",\"u\":6,\"b\":[],\"a\":[]} ~ the field U: it is missing",
        "{\"e\":\"depthUpdate\",\"E\":1723161601000,\"s\":\"BTCUSDT\",\"U\":6,\"u\":\"x\"} ~ the field u: x is no whole number",
        "{\"e\":\"depthUpdate\",\"U\":6,\"u\":6,\"b\":[[\"1\",\"2\"]]} ~ the field E is missing",
        "{\"e\":\"depthUpdate\",\"E\":1723161601000,\"U\":6,\"u\":6,\"b\":[[\"1\"]]} ~ a level needs a price and a quantity",
        "{\"e\":\"depthUpdate\",\"E\":1723161601000,\"U\":6,\"u\":6,\"b\":[[\"-1\",\"1\"]]} ~ a price must be above 0, and a quantity not below it",
        "{\"e\":\"trade\",\"T\":1723161601000,\"t\":1,\"p\":\"1\",\"q\":\"0\",\"m\":true} ~ price and quantity must be above 0",
        "{\"e\":\"trade\",\"T\":1723161601000,\"t\":1,\"q\":\"1\",\"m\":true} ~ the field p is missing",
        "{\"e\":\"trade\",\"T\":1723161601000,\"t\":1,\"p\":\"1e ~ the JSON is cut off or damaged",
        "{\"e\":\"depthUpdate\",\"E\":1723161601000,\"s\":\"ETHUSDT\",\"U\":6,\"u\":6,\"b\":[]} ~ it is of 'ETHUSDT', and not of BTC/USDT",
        "[1] ~ the message is no JSON object",
        " ~ there is no time of receipt with a space behind it",
      })
  void aBrokenLineIsNamedAndTheRestKept(String message, String reason) throws IOException {
    String messages = "s 5 b10:1 a12:2 / X / u 6-6 b10:3";
    Path file = recording(messages);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(1, message == null ? "xyz" : (START_NS + 1_000_000_000L) + " " + message.strip());
    Files.write(file, lines);
    ImportedTicks read = (ImportedTicks) Importer.read(file, of(messages));
    assertThat(text(read.book())).isEqualTo("[b10:1 a12:2| b10:3| ?");
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly("r.jsonl:2: " + reason);
  }

  @Test
  void tradesKeepWhenTheyWereReceived() throws IOException {
    String trade =
        "{\"e\":\"trade\",\"E\":1723161599001,\"T\":1723161599000,\"s\":\"BTCUSDT\",\"t\":%d,"
            + "\"p\":\"61000.10\",\"q\":\"0.5\",\"X\":\"%s\",\"m\":%b}";
    String agg =
        "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"T\":1723161599000,\"a\":3,"
            + "\"p\":\"61000\",\"q\":\"1\",\"f\":1,\"l\":2,\"m\":false}}";
    String all =
        String.join(
            "/",
            trade.formatted(1, "MARKET", true),
            trade.formatted(2, "MARKET", false),
            trade.formatted(2, "NA", false),
            agg,
            "{\"result\":null,\"id\":1}");
    ImportedTicks read = (ImportedTicks) Importer.read(recording(all), of(""));
    assertThat(read.passedBy()).isEqualTo(2);
    assertThat(read.trades())
        .extracting(some -> some.kind().folder())
        .containsExactly("trades", "agg-trades");
    var rows = read.trades().getFirst().rows();
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.timeNs(1)).isEqualTo(1_723_161_599_000_000_000L);
    assertThat(rows.tag(0).receiveTimeNs()).hasValue(START_NS + 7);
    assertThat(rows.tag(1).toString()).contains("BUYER", "[2]");
    var columns = read.trades().getFirst().columns();
    assertThat(columns.receiveTimeNs(1)).isEqualTo(START_NS + 1_000_000_007L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "u 1-2 b9:1 ~ BTC/USDT ~ NO_ROWS ~ --book-from-updates",
        "s 1 b1:1 a2:1 / u 2-2 b9:1 ~ BTC/USDT:USDT ~ WRONG_MARKET ~ --market spot --symbol BTC/USDT",
        "s 1 b1:1 a2:1 / p 2-2<1 b9:1 ~ BTC/USDT ~ WRONG_MARKET ~ --symbol BTC/USDT:USDT",
      })
  void whatIsNoBookIsRefused(String messages, String symbol, Reason reason, String wayOut)
      throws IOException {
    InstrumentId id = InstrumentId.parse(symbol, "binance", Market.SPOT);
    ImportRefused refused =
        (ImportRefused) Importer.read(recording(messages), ImportOptions.DEFAULT.withSymbol(id));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(wayOut);
  }

  @ParameterizedTest
  @CsvSource({"book, 0, 3", "trades, 1, 0"})
  void oneKindMayBeAskedFor(String kind, int trades, int rows) throws IOException {
    String trade =
        "{\"e\":\"trade\",\"T\":1723161599000,\"t\":1,\"p\":\"1\",\"q\":\"1\",\"m\":false}";
    ImportOptions options = of("").withKind(DataKind.named(kind).orElseThrow());
    ImportedTicks read =
        (ImportedTicks) Importer.read(recording("s 5 b10:1 a12:2 /" + trade), options);
    assertThat(read.trades()).hasSize(trades);
    assertThat(read.book().size()).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "usdm_btcusdt_20240808.jsonl.gz, BTC/USDT:USDT",
    "spot_ethusdt_20240809.jsonl.gz, ETH/USDT",
    "spot_usdt.csv, SPOT/USDT",
    "BTCUSDT-20240809.jsonl, BTC/USDT",
  })
  void namesOfRecordingsAreUnderstood(String name, String symbol) {
    assertThat(FileNameGuess.of(name).instrument("binance").map(InstrumentId::symbol))
        .isEqualTo(Optional.of(symbol).filter(text -> !text.isEmpty()));
  }
}
