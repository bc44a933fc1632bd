package io.tradewind.store.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.importer.ImportRefused.Reason;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImporterTest {
  private static final Interval M5 = Interval.parse("5m");
  private static final String ROW = "1704067200000,10.50,11,10,10.7,3";
  private static final String NEXT = "1704067500000,10.7,11,10,10.8,4";
  private static final String READ =
      "2024-01-01T00:00:00Z 10.5 11 10 10.7 3|2024-01-01T00:05:00Z 10.7 11 10 10.8 4";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "no header ~ 1704067200000,10.50,11,10,10.7,3/1704067500000,10.7,11,10,10.8,4",
        "header ~"
            + " date,open,high,low,close,volume/1704067200,10.5,11,10,10.7,3/1704067500,10.7,11,10,10.8,4",
        "names in another order ~ Close;Vol;Open"
            + " Time;High;Low;Open/10.7;3;1704067200000000;11;10;10.5/10.8;4;1704067500000000;11;10;10.7",
        "nanoseconds ~ 1704067200000000000,10.5,11,10,10.7,3/1704067500000000000,10.7,11,10,10.8,4",
        "ISO with zone ~"
            + " time,open,high,low,close,volume/2024-01-01T00:00:00Z,10.5,11,10,10.7,3/2024-01-01"
            + " 01:05:00+01:00,10.7,11,10,10.8,4",
        "ISO without zone ~ time,open,high,low,close,volume/2024-01-01,10.5,11,10,10.7,3/2024-01-01"
            + " 00:05:00,10.7,11,10,10.8,4",
        "quotes, blank lines, spaces ~ \"1704067200000\",\"10.5\", 11 ,10,10.7,3// "
            + " /1704067500000,10.7,11,10,10.8,4/",
        "exponents and zeros ~"
            + " 1704067200000,1.05e1,11.000,1E1,10.70,3/1704067500000,107e-1,11,10,10.8,4.0000",
        "out of order ~ 1704067500000,10.7,11,10,10.8,4/1704067200000,10.5,11,10,10.7,3",
        "repeated ~"
            + " 1704067200000,10.5,11,10,10.7,3/1704067500000,10.7,11,10,10.8,4/1704067500000,10.7,11,10,10.8,4.0",
        "JSON numbers ~ [[1704067200000,10.50,11,10,10.7,3],[1704067500000,10.7,11,10,10.8,4]]",
        "JSON of objects ~"
            + " [{\"time\":1704067200000,\"open\":10.50,\"high\":11,\"low\":10,\"close\":10.7,\"volume\":3},{\"x\":[1],\"volume\":\"4\",\"close\":10.8,\"low\":10,\"high\":11,\"open\":10.7,\"time\":1704067500000}]",
        "JSON of Binance ~"
            + " [[1704067200000,\"10.50\",\"11\",\"10\",\"10.7\",\"3\",1704067499999],[1704067500000,\"10.7\",\"11\",\"10\",\"10.8\",\"4\",1704067799999]]",
        "a line before the header ~ Data by"
            + " someone/date,open,high,low,close,volume/1704067200000,10.5,11,10,10.7,3/1704067500000,10.7,11,10,10.8,4",
      })
  void shapesOfOneFile(String rule, String content) throws IOException {
    ImportedCandles read = candles(file("a.csv", content.strip().replace('/', '\n')));
    assertThat(text(read.rows())).as(rule).isEqualTo(READ);
    assertThat(read.interval()).isEqualTo(M5);
  }

  @Test
  void carriageReturnsAndByteOrderMark() throws IOException {
    assertThat(text(candles(file("a.csv", "\uFEFF" + ROW + "\r\n" + NEXT + "\r\n")).rows()))
        .isEqualTo(READ);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "1704067800000,10,9,8,9 ~ there are 5 columns, and volume is missing",
        "1704067800000,10,9,8,9,1 ~ the high 9 is below open or close",
        "1704067800000,10,12,11,12,1 ~ the low 11 is above open or close",
        "1704067800000,0,12,0,12,1 ~ a price must be above 0",
        "1704067800000,10,12,-1,12,1 ~ a price must be above 0",
        "1704067800000,10,12,9,12,-1 ~ the volume must not be below 0",
        "1704067800000,10,12,9,x,1 ~ 'x' is no number",
        "1704067800000,10,12,9,NaN,1 ~ 'NaN' is no number",
        "17040,10,12,9,10,1 ~ '17040' is no time: too small for a count since 1970",
        "2024-13-01,10,12,9,10,1 ~ '2024-13-01' is no time",
        "1704067800000,10,1e400,9,10,1 ~ '1E+400' is too large",
        "1704067800000,10,1e999999999,9,10,1 ~ '1E+999999999' is too large",
        "1704067800000,10,12,1e-19,10,1 ~ '1E-19' has more than 18 decimals",
        "1704067800000,10,1234567890.1234567891,9,10,1 ~ '1234567890.1234567891' has more than 18"
            + " digits",
        "1704067801000,10,12,9,10,1 ~ 2024-01-01T00:10:01Z is not the start of a candle of 5m in"
            + " UTC",
      })
  void aBrokenLineIsNamedAndTheRestKept(String line, String reason) throws IOException {
    ImportedCandles read = candles(file("a.csv", ROW + "\n" + line + "\n" + NEXT + "\n"), M5);
    assertThat(text(read.rows())).isEqualTo(READ);
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly("a.csv:2: " + reason);
  }

  @Test
  void ofConflictingRowsTheLastStands() throws IOException {
    ImportedCandles read =
        candles(file("a.csv", ROW + "\n1704067500000,9,11,9,9,1\n" + NEXT + "\n"), M5);
    assertThat(text(read.rows())).isEqualTo(READ);
    assertThat(read.notes().conflicts()).isEqualTo(1);
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly("a.csv:2: line 3 says otherwise for the same; the later one stands");
  }

  @Test
  void brokenLinesAreAllCountedAndTheFirstListed() throws IOException {
    Path file = file("a.csv", ROW + "\n" + "x\n".repeat(50) + NEXT + "\n");
    ImportOptions options =
        new ImportOptions(
            Optional.of(M5), Optional.empty(), Optional.empty(), Optional.empty(), false, 3);
    ImportedCandles read = (ImportedCandles) Importer.candles(file, options);
    assertThat(read.notes().brokenCount()).isEqualTo(50);
    assertThat(read.notes().broken()).extracting(BrokenLine::line).containsExactly(2L, 3L, 4L);
  }

  @Test
  void duplicatesAndDisorderAreCounted() throws IOException {
    ImportedCandles read = candles(file("a.csv", NEXT + "\n" + ROW + "\n" + ROW + "\n"), M5);
    assertThat(read.notes().duplicates()).isEqualTo(1);
    assertThat(read.notes().outOfOrder()).isEqualTo(2);
    assertThat(read.notes().brokenCount()).isZero();
  }

  @Test
  void archives() throws IOException {
    byte[] csv = (ROW + "\n" + NEXT + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(text(candles(bytes("a.csv.gz", gzip(csv))).rows())).isEqualTo(READ);
    assertThat(text(candles(bytes("a.zip", zip("a.csv", csv))).rows())).isEqualTo(READ);
    assertThat(refused(bytes("b.zip", zip("a.exe", csv)))).isEqualTo(Reason.UNKNOWN_SHAPE);
  }

  @Test
  void aTruncatedArchiveKeepsEveryWholeLineAndNoHalfOne() throws IOException {
    StringBuilder csv = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      csv.append(1704067200000L + i * 300_000L)
          .append(",10.5,11,10,10.7,")
          .append(i * 7919L)
          .append('\n');
    }
    String whole = csv.toString();
    byte[] gzip = gzip(whole.getBytes(StandardCharsets.UTF_8));
    byte[] zip = zip("a.csv", whole.getBytes(StandardCharsets.UTF_8));
    for (int cut : new int[] {gzip.length / 3, gzip.length / 2, gzip.length - 9}) {
      for (byte[] archive : new byte[][] {gzip, zip}) {
        byte[] part = Arrays.copyOf(archive, Math.min(cut, archive.length - 200));
        ImportedCandles read = candles(bytes("a.csv.gz", part), M5);
        assertThat(read.notes().truncated()).isTrue();
        assertThat(read.notes().brokenCount()).isEqualTo(1);
        assertThat(read.rows().size()).isBetween(1, 4_999);
        for (int i = 0; i < read.rows().size(); i++) {
          assertThat(read.rows().volume(i).longValueExact()).isEqualTo(i * 7919L);
        }
      }
    }
  }

  @Test
  void truncatedJsonKeepsWhatCameBefore() throws IOException {
    ImportedCandles read = candles(file("a.json", "[[" + ROW + "],[" + NEXT + "],[17040"), M5);
    assertThat(text(read.rows())).isEqualTo(READ);
    assertThat(read.notes().truncated()).isTrue();
  }

  @Test
  void everyCutOfATextGivesAResultAndNoException() throws IOException {
    String text = "date,open,high,low,close,volume\n" + ROW + "\n" + NEXT + "\n";
    for (String whole : new String[] {text, "[[" + ROW + "],[" + NEXT + "]]"}) {
      for (int i = 0; i < whole.length(); i++) {
        ImportResult result =
            Importer.read(file("cut.csv", whole.substring(0, i)), ImportOptions.DEFAULT);
        assertThat(result).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a.csv ~ '' ~ EMPTY",
        "a.csv ~ one;two;three/1;2;3 ~ UNKNOWN_SHAPE",
        "a.json ~ {\"a\":1} ~ UNKNOWN_SHAPE",
        "a.csv ~ date,open,high,low,close,volume/x,1,1,1,1,1 ~ NO_ROWS",
        "a.csv ~ 1704067200000,10,11,10,10,3 ~ NO_INTERVAL",
        "BTC_USDT-8h-mark.csv ~ 1704067200000,10,11,10,10,3 ~ UNSUPPORTED_KIND",
        "BTC_USDT-exchange_rate.csv ~ 1704067200000,10,11,10,10,3 ~ UNSUPPORTED_KIND",
        "BTC_USDT-funding.csv ~ 1704067200,0.1 ~ WRONG_KIND",
        "a.csv ~ time,price,amount/1704067200,1,1 ~ WRONG_KIND",
        "BTC_USDT-1h.csv ~ 1704067200,1,1,1,1,1/1704067500,1,1,1,1,1/1704067800,1,1,1,1,1 ~"
            + " WRONG_INTERVAL",
      })
  void refusals(String name, String content, Reason reason) throws IOException {
    assertThat(refused(file(name, content.replace('/', '\n')))).isEqualTo(reason);
  }

  @Test
  void aMissingFileAFolderAndAPictureAreRefused() throws IOException {
    assertThat(refused(folder.resolve("none.csv"))).isEqualTo(Reason.NOT_FOUND);
    assertThat(refused(folder)).isEqualTo(Reason.NOT_READABLE);
    assertThat(refused(bytes("a.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2})))
        .isEqualTo(Reason.UNKNOWN_SHAPE);
    assertThat(refused(bytes("a.gz", new byte[] {0x1f, (byte) 0x8b, 8})))
        .isEqualTo(Reason.UNKNOWN_SHAPE);
  }

  @Test
  void aMappingByNumberAndByName() throws IOException {
    String head = "when,ignored,first,top,bottom,last,traded\n";
    String rows = "1704067200000,0,10.5,11,10,10.7,3\n1704067500000,0,10.7,11,10,10.8,4\n";
    for (String mapping :
        new String[] {
          "time=0,open=2,high=3,low=4,close=5,volume=6",
          "time=When,open=first,high=top,low=bottom,close=last,volume=traded"
        }) {
      ImportOptions options = ImportOptions.DEFAULT.withMapping(ColumnMapping.parse(mapping));
      ImportedCandles read =
          (ImportedCandles) Importer.candles(file("a.csv", head + rows), options);
      assertThat(text(read.rows())).isEqualTo(READ);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1385337600,800.010000000000,0.500000000000 ~ TRADES ~ 2013-11-25T00:00:00Z 800.01 0.5 -"
            + " UNKNOWN",
        "7,10.5,2,21,1704067200000,True,True ~ TRADES ~ 2024-01-01T00:00:00Z 10.5 2 7 SELLER",
        "7,10.5,2,21,1704067200000,false ~ TRADES ~ 2024-01-01T00:00:00Z 10.5 2 7 BUYER",
        "7,10.5,2,70,71,1704067200000000,False,True ~ AGG_TRADES ~ 2024-01-01T00:00:00Z 10.5 2 7"
            + " BUYER",
        "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker/7,10.5,2,1,2,1704067200000,true"
            + " ~ AGG_TRADES ~ 2024-01-01T00:00:00Z 10.5 2 7 SELLER",
        "timestamp,price,amount,side/1704067200.5,10.5,2,buy ~ TRADES ~ 2024-01-01T00:00:00.500Z"
            + " 10.5 2 - BUYER",
      })
  void shapesOfTrades(String content, TradeKind kind, String read) throws IOException {
    ImportedTrades trades =
        (ImportedTrades)
            Importer.trades(file("t.csv", content.replace('/', '\n')), ImportOptions.DEFAULT);
    assertThat(trades.kind()).isEqualTo(kind);
    TradeRows rows = trades.rows();
    String id = rows.tag(0).id().isPresent() ? Long.toString(rows.tag(0).id().getAsLong()) : "-";
    assertThat(
            Utc.format(rows.timeNs(0))
                + " "
                + rows.priceValue(0).toPlainString()
                + " "
                + rows.qtyValue(0).toPlainString()
                + " "
                + id
                + " "
                + rows.tag(0).aggressor())
        .isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "BTC_USDT-5m.csv.gz, x:BTC/USDT, 5m, -",
        "BTCUSDT-1m-2024-01.zip, x:BTC/USDT, 1m, -",
        "BTC_USDT_USDT-1h-futures.json, x:BTC/USDT:USDT, 1h, -",
        "Coinbase_BTC-USD-4h.csv.gz, coinbase:BTC/USD, 4h, -",
        "ETHBTC-aggTrades-2024-01-02.zip, x:ETH/BTC, -, AGG_TRADES",
        "1000SHIBUSDC-trades-2024-01.csv, x:1000SHIB/USDC, -, TRADES",
        "BTC_USDT-8h-funding_rate.csv.gz, x:BTC/USDT:USDT, 8h, FUNDING",
        "BTC_USDT_USDT-8h-funding_rate.json, x:BTC/USDT:USDT, 8h, FUNDING",
        "BTCUSDT-fundingRate-2024-01.zip, x:BTC/USDT:USDT, -, FUNDING",
        "okx_ETH-USDT-funding.csv, okx:ETH/USDT:USDT, -, FUNDING",
        "my-candles.csv, -, -, -",
        "candles.csv, -, -, -",
      })
  void whatANameGivesAway(String name, String id, String interval, DataKind kind) {
    FileNameGuess guess = FileNameGuess.of(name);
    assertThat(guess.instrument("x").map(Object::toString).orElse(null)).isEqualTo(id);
    assertThat(guess.interval().map(Interval::toString).orElse(null)).isEqualTo(interval);
    assertThat(guess.kind().orElse(null)).isEqualTo(kind);
  }

  private static String text(CandleRows rows) {
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(i ->
            Utc.format(rows.openTimeNs(i))
                + " "
                + java.util.stream.Stream.of(
                        rows.open(i), rows.high(i), rows.low(i), rows.close(i), rows.volume(i))
                    .map(java.math.BigDecimal::toPlainString)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("|"));
  }

  private static ImportedCandles candles(Path file) {
    return (ImportedCandles) Importer.candles(file, ImportOptions.DEFAULT);
  }

  private static ImportedCandles candles(Path file, Interval interval) {
    return (ImportedCandles) CandleFile.load(file, interval);
  }

  private static Reason refused(Path file) {
    return ((ImportRefused) Importer.candles(file, ImportOptions.DEFAULT)).reason();
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
