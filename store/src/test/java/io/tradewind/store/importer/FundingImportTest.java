package io.tradewind.store.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.store.importer.ImportRefused.Reason;
import io.tradewind.store.series.FundingRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Funding rates in the shapes in which people have them. */
final class FundingImportTest {
  private static final String READ =
      "2024-01-01T00:00:00Z 0.0001|2024-01-01T08:00:00.007Z -0.00012";
  private static final String BINANCE =
      """
      [{'symbol':'BTCUSDT','fundingTime':1704067200000,'fundingRate':'0.00010000','markPrice':''},
      {'symbol':'BTCUSDT','fundingTime':1704096000007,'fundingRate':'-0.00012000','markPrice':'42000'}]\
      """
          .replace('\'', '"');
  private static final String VISION =
      """
      calc_time,funding_interval_hours,last_funding_rate
      1704067200000,8,0.00010000
      1704096000007,8,-0.00012000
      """;
  private static final String FREQTRADE =
      """
      date,open,high,low,close,volume
      1704067200000,0.0001,0,0,0,0
      1704096000007,-1.2e-4,0,0,0,0
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BTC_USDT-8h-funding_rate.csv | date,open,high,low,close,volume/1704067200000,0.0001,0,0,0,0/1704096000007,-1.2e-4,0,0,0,0",
        "BTC_USDT-8h-funding_rate.csv | 1704067200000,0.0001,0,0,0,0/1704096000007,-0.00012,0,0,0,0",
        "BTC_USDT_USDT-8h-funding_rate.json | [[1704067200000,0.0001,0.0,0.0,0.0,0.0],[1704096000007,-0.00012,0.0,0.0,0.0,0.0]]",
        "BTCUSDT-fundingRate-2024-01.csv | calc_time,funding_interval_hours,last_funding_rate/1704067200000,8,0.00010000/1704096000007,8,-0.00012000",
        "a.csv | calc_time,funding_interval_hours,last_funding_rate/1704067200000,8,0.00010000/1704096000007,8,-0.00012000",
        "BTCUSDT-fundingRate-2024-01.csv | 1704067200000,8,0.00010000/1704096000007,8,-0.00012000",
        "BTCUSDT-funding.csv | 1704067200000,0.00010000/1704096000007,-0.00012000",
        "a.json | [{\"symbol\":\"BTCUSDT\",\"fundingTime\":1704067200000,\"fundingRate\":\"0.00010000\",\"markPrice\":\"\"},{\"symbol\":\"BTCUSDT\",\"fundingTime\":1704096000007,\"fundingRate\":\"-0.00012000\",\"markPrice\":\"42000.1\"}]",
        "a.json | [{\"instId\":\"BTC-USDT-SWAP\",\"realizedRate\":\"1\",\"fundingRate\":\"0.0001\",\"fundingTime\":\"1704067200000\"},{\"fundingTime\":\"1704096000007\",\"fundingRate\":\"-0.00012\",\"instId\":\"BTC-USDT-SWAP\"}]",
        "a.json | [{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.0001\",\"fundingRateTimestamp\":\"1704067200000\"},{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"-0.00012\",\"fundingRateTimestamp\":\"1704096000007\"}]",
        "ADA_USDT-funding.csv | date,open,high,low,close,volume/1704067200000,0.0001,0.0001,0.0001,0.0001,0/1704096000007,-1.2e-4,-0.00012,0,0,0",
        "a.csv | time,high,funding_rate/1704067200000,9,0.0001/1704096000007,9,-0.00012",
        "a.csv | time,rate/2024-01-01T00:00:00Z,0.0001/2024-01-01T08:00:00.007Z,-0.00012",
        "a.csv | rate;time/-0.00012;1704096000.007/0.0001;1704067200",
        "a.csv | time,rate/1704067200000,0.0001/1704067200003,0.0001/1704096000007,-0.00012",
      })
  void shapesOfOneFile(String name, String content) throws IOException {
    ImportedFunding read = funding(file(name, content.replace('/', '\n')), ImportOptions.DEFAULT);
    // The earlier booking of a minute gives way to the later one, which is the same funding.
    assertThat(text(read.rows())).isEqualTo(READ.replace("00:00Z", kept(read.rows())));
    assertThat(read.notes().brokenCount()).isZero();
  }

  private static String kept(FundingRows rows) {
    return rows.timeNs(0) % Utc.SECOND_NS == 0 ? "00:00Z" : "00:00.003Z";
  }

  @Test
  void archives() throws IOException {
    Path zip = folder.resolve("BTCUSDT-fundingRate-2024-01.zip");
    Files.write(zip, zip("BTCUSDT-fundingRate-2024-01.csv", VISION));
    assertThat(text(funding(zip, ImportOptions.DEFAULT).rows())).isEqualTo(READ);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1704070000000,x | 'x' is no number",
        "1704070000000 | there are 1 columns, and rate is missing",
        "1704070000000,NaN | 'NaN' is no number",
        "1704070000000, | '' is no number",
        "tomorrow,0.1 | 'tomorrow' is no time",
        "7,0.1 | '7' is no time: too small for a count since 1970",
        "2250-01-01,0.1 | 2250-01-01T00:00:00Z is not within the years 1700 to 2199",
        "1704070000000,1.5 | the rate 1.5 is more than the position itself; a rate is a share of it, 0.01 % is 0.0001",
        "1704070000000,-42000 | the rate -42000 is more than the position itself; a rate is a share of it, 0.01 % is 0.0001",
        "1704070000000,1e-19 | '1E-19' has more than 18 decimals",
        "1704067200500,0.0002 | line 3 says otherwise for the same; the later one stands",
      })
  void aBrokenLineIsNamedAndTheRestKept(String line, String reason) throws IOException {
    boolean same = reason.contains("otherwise");
    String head = same ? "" : "1704067200000,0.0001\n";
    String content =
        head + line + "\n" + (same ? "1704067200000,0.0001\n" : "") + "1704096000007,-0.00012\n";
    ImportedFunding read = funding(file("a.csv", "time,rate\n" + content), ImportOptions.DEFAULT);
    assertThat(text(read.rows())).isEqualTo(READ);
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly("a.csv:" + (same ? 2 : 3) + ": " + reason);
  }

  @Test
  void rowsOfAnotherSymbolAreNotMixedIn() throws IOException {
    String eth = "{'symbol':'ETHUSDT','fundingTime':1704067200000,'fundingRate':'0.5'},\n";
    String two = BINANCE.replace("},\n", "},\n" + eth.replace('\'', '"'));
    Path file = file("a.json", two);
    ImportedFunding read = funding(file, ImportOptions.DEFAULT);
    assertThat(text(read.rows())).isEqualTo(READ);
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly("a.json:2: it is of 'ETHUSDT', and not of BTCUSDT");
    assertThat(text(funding(file, of("BTC", "USDT")).rows())).isEqualTo(READ);
    assertThat(text(funding(file, of("ETH", "USDT")).rows())).isEqualTo("2024-01-01T00:00:00Z 0.5");
    ImportRefused none = (ImportRefused) Importer.read(file, of("BTC", "USD"));
    assertThat(none.message())
        .endsWith(
            "a.json: no line could be read, line 1: it is of 'BTCUSDT', and not of BTC/USD:USD");
  }

  @ParameterizedTest
  @CsvSource({
    "BTCUSDT, true", "BTC-USDT-SWAP, true", "BTC/USDT:USDT, true", "btc_usdt_perp, true",
    "BTC/USDT, true", "BTCUSD, false", "BTCUSDC, false", "1000BTCUSDT, false",
    "BTCUSDT_240628, false"
  })
  void namesOfASymbol(String name, boolean own) {
    SymbolFilter filter = new SymbolFilter(of("BTC", "USDT").symbol());
    assertThat(filter.problem(name).isEmpty()).isEqualTo(own);
  }

  @Test
  void whatAFileHoldsCanBeSaid() throws IOException {
    Path file = file("a.csv", FREQTRADE);
    ImportOptions funding = ImportOptions.DEFAULT.withKind(DataKind.FUNDING);
    assertThat(text(funding(file, funding).rows())).isEqualTo(READ);
    assertThat(text(((ImportedFunding) Importer.funding(file, ImportOptions.DEFAULT)).rows()))
        .isEqualTo(READ);
    ImportOptions columns =
        ImportOptions.DEFAULT.withMapping(ColumnMapping.parse("time=date,rate=open"));
    assertThat(text(funding(file, columns).rows())).isEqualTo(READ);
    ImportOptions numbers = ImportOptions.DEFAULT.withMapping(ColumnMapping.parse("time=0,rate=1"));
    assertThat(text(funding(file, numbers).rows())).isEqualTo(READ);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time,rate/1704067200,0.1 | CANDLES | WRONG_KIND | holds funding rates, and candles are wanted",
        "time,rate/1704067200,0.1 | AGG_TRADES | WRONG_KIND | holds funding rates, and agg-trades are wanted",
        "time,open,high,low,close,volume/1704067200,1,1,1,1,1/1704067500,1,1,1,1,1 | TRADES | WRONG_KIND | holds candles, and trades are wanted",
        "time,price,qty/1704067200,1,1 | FUNDING | UNKNOWN_SHAPE | the columns are not known, it begins with 'time,price,qty'; say which column is which, such as --columns time=0,rate=1",
        "time,price,qty/1704067200,1,1 | CANDLES | WRONG_KIND | holds trades, and candles are wanted",
        "time,rate/1704067200,x | FUNDING | NO_ROWS | no line could be read, line 2: 'x' is no number",
        "date,open,high,low,close,volume/1704067200000,0.93,0.95,0.9,0.92,1000 | FUNDING | NO_ROWS | no line could be read, line 2: this is a candle and no funding, whose high is 0 or its rate",
        "1704067200000,0.93,0.95,0.9,0.92,1000 | FUNDING | NO_ROWS | no line could be read, line 1: this is a candle and no funding, whose high is 0 or its rate",
        "time,rate | FUNDING | NO_ROWS | has a heading but no rows",
      })
  void refusals(String content, DataKind kind, Reason reason, String message) throws IOException {
    ImportRefused refused =
        (ImportRefused)
            Importer.read(
                file("a.csv", content.replace('/', '\n')), ImportOptions.DEFAULT.withKind(kind));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).endsWith(message);
  }

  @Test
  void aStrangeObjectBreaksNoOther() throws IOException {
    String json =
        "[5,{},{\"a\":1},\n"
            + BINANCE
                .replace('\'', '"')
                .substring(1)
                .replace("]", ",\n[1,2],{\"fundingTime\":{}}]");
    ImportedFunding read = funding(file("a.json", json), ImportOptions.DEFAULT);
    assertThat(text(read.rows())).isEqualTo(READ);
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly(
            "a.json:1: row 1 of the array is neither an array nor an object",
            "a.json:1: its fields are not known",
            "a.json:1: its fields are not known",
            "a.json:4: its columns are not known",
            "a.json:4: its fields are not known");
  }

  /** A result or a refusal for everything, and of what is whole never a wrong number. */
  @Test
  void everyCutAndEveryDamageIsAnswered() throws IOException {
    long seed = 20_240_607;
    Random random = new Random(seed);
    for (String whole : new String[] {VISION, FREQTRADE, BINANCE}) {
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        byte[] damaged = bytes.clone();
        damaged[i] = (byte) "{[\",:-\n\u00009".charAt(random.nextInt(9));
        for (byte[] content : new byte[][] {java.util.Arrays.copyOf(bytes, i), damaged}) {
          Path file = Files.write(folder.resolve("BTCUSDT-funding.csv"), content);
          ImportResult result = Importer.read(file, ImportOptions.DEFAULT);
          if (result instanceof ImportedFunding read) {
            assertThat(read.rows().size()).as("seed %s, at %s", seed, i).isBetween(1, 2);
            assertThat(read.rows().toColumns(Long.MIN_VALUE, Long.MAX_VALUE).size()).isPositive();
          } else {
            assertThat(result).as("seed %s, at %s", seed, i).isInstanceOf(ImportRefused.class);
          }
        }
      }
    }
  }

  @Test
  void aCutFileKeepsWhatCameBefore() throws IOException {
    String cut = BINANCE.substring(0, BINANCE.indexOf("-0.0"));
    ImportedFunding read = funding(file("a.json", cut), ImportOptions.DEFAULT);
    assertThat(text(read.rows())).isEqualTo("2024-01-01T00:00:00Z 0.0001");
    assertThat(read.notes().truncated()).isTrue();
  }

  private static String text(FundingRows rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> Utc.format(rows.timeNs(i)) + " " + rows.rateValue(i).toPlainString())
        .collect(Collectors.joining("|"));
  }

  private static ImportOptions of(String base, String quote) {
    return ImportOptions.DEFAULT.withSymbol(new InstrumentId("binance", base, quote, Market.PERP));
  }

  private static ImportedFunding funding(Path file, ImportOptions options) {
    ImportResult result = Importer.read(file, options);
    assertThat(result).isInstanceOf(ImportedFunding.class);
    return (ImportedFunding) result;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] zip(String entry, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
