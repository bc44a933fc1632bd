package io.tradewind.store.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kinds of files: what they say, and what is said of those that say it wrong. */
final class FilterBookTest {
  /** In the shape of an answer to GET /api/v3/exchangeInfo. */
  private static final String SPOT =
      """
      {"timezone":"UTC","serverTime":1714521600000,
       "rateLimits":[{"rateLimitType":"ORDERS","interval":"SECOND","intervalNum":10,"limit":100}],
       "exchangeFilters":[],
       "symbols":[
        {"symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,
         "quoteAsset":"USDT","quotePrecision":8,"orderTypes":["LIMIT","MARKET"],"isSpotTradingAllowed":true,
         "filters":[
          {"filterType":"PRICE_FILTER","minPrice":"0.01000000","maxPrice":"1000000.00000000","tickSize":"0.01000000"},
          {"filterType":"LOT_SIZE","minQty":"0.00001000","maxQty":"9000.00000000","stepSize":"0.00001000"},
          {"filterType":"ICEBERG_PARTS","limit":10},
          {"filterType":"MARKET_LOT_SIZE","minQty":"0.00000000","maxQty":"119.98803000","stepSize":"0.00000000"},
          {"filterType":"NOTIONAL","minNotional":"5.00000000","applyMinToMarket":true,
           "maxNotional":"9000000.00000000","applyMaxToMarket":false,"avgPriceMins":5}],
         "permissions":[],"permissionSets":[["SPOT","MARGIN"]]},
        {"symbol":"币安人生USDT","status":"TRADING","baseAsset":"币安人生","quoteAsset":"USDT","filters":[]}]}
      """;

  /** In the shape of an answer to GET /fapi/v1/exchangeInfo. */
  private static final String PERP =
      """
      {"exchangeFilters":[],"assets":[{"asset":"USDT","marginAvailable":true}],
       "symbols":[
        {"symbol":"BTCUSDT","pair":"BTCUSDT","contractType":"PERPETUAL","deliveryDate":4133404800000,
         "baseAsset":"BTC","quoteAsset":"USDT","marginAsset":"USDT","pricePrecision":2,"quantityPrecision":3,
         "liquidationFee":"0.012500",
         "filters":[
          {"filterType":"PRICE_FILTER","minPrice":"556.80","maxPrice":"4529764","tickSize":"0.10"},
          {"filterType":"LOT_SIZE","minQty":"0.001","maxQty":"1000","stepSize":"0.001"},
          {"filterType":"MARKET_LOT_SIZE","minQty":"0.002","maxQty":"120","stepSize":"0.002"},
          {"filterType":"MIN_NOTIONAL","notional":"100"},
          {"filterType":"PERCENT_PRICE","multiplierUp":"1.0500","multiplierDown":"0.9500"}]},
        {"symbol":"BTCUSDT_240628","contractType":"CURRENT_QUARTER","baseAsset":"BTC","quoteAsset":"USDT",
         "marginAsset":"USDT","filters":[{"filterType":"PRICE_FILTER","tickSize":"7"}]},
        {"symbol":"ETHUSD_PERP","contractType":"PERPETUAL","baseAsset":"ETH","quoteAsset":"USD",
         "marginAsset":"ETH","filters":[{"filterType":"PRICE_FILTER","tickSize":"7"}]}]}
      """;

  private static final String OWN =
      """
      # as they were announced
      binance:BTC/USDT:
        - tick: 0.01
          lot: "0.00001"
          min-qty: 1e-5
          min-notional: 10
          maker-fee-bps: -0.5
          taker-fee-bps: 7.5
        - from: 2023-04-12
          min-notional: 5
        - from: 2023-05-01T08:00:00Z
          tick: 0.1
          min-notional: 0
      btc/usdt:usdt:
        - tick: 0.10
      """;

  @TempDir private Path folder;

  private FilterBook read(String... texts) throws IOException {
    Path[] files = new Path[texts.length];
    for (int i = 0; i < texts.length; i++) {
      files[i] = Files.writeString(folder.resolve("file" + i), texts[i]);
    }
    return FilterBook.read(List.of(files), "binance");
  }

  private static String told(FilterBook book, String symbol) {
    return book.of(InstrumentId.parse(symbol, "binance", Market.SPOT))
        .map(known ->
            known.rules().stream().map(FilterBookTest::told).collect(Collectors.joining("; ")))
        .orElse("unknown");
  }

  private static String told(FilterRule rule) {
    String values =
        rule.values().entrySet().stream()
            .map(entry -> entry.getKey().said(entry.getValue()))
            .collect(Collectors.joining(", "));
    boolean always = rule.fromNs() == Long.MIN_VALUE;
    return (always ? "" : Utc.format(rule.fromNs()) + " ") + values;
  }

  private List<String> errors(FilterBook book) {
    return book.errors().stream()
        .map(error -> error.toString().replace(folder.toString() + "/", ""))
        .toList();
  }

  @Test
  void anAnswerOfTheExchangeTellsItsFilters() throws IOException {
    FilterBook book = read(SPOT, PERP);
    assertThat(errors(book)).isEmpty();
    assertThat(told(book, "BTC/USDT"))
        .isEqualTo("tick 0.01, lot 0.00001, minimum quantity 0.00001, minimum notional 5");
    assertThat(told(book, "BTC/USDT:USDT"))
        .isEqualTo(
            "tick 0.1, lot 0.002, minimum quantity 0.002, minimum notional 100, liquidation fee 125 bps");
    assertThat(told(book, "ETH/USD:USD")).isEqualTo("unknown");
    assertThat(told(book, "ETH/USDT")).isEqualTo("unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          'PRICE_FILTER','tickSize':'0.00000100'       | tick 0.000001
          'PRICE_FILTER','tickSize':0.05               | tick 0.05
          'PRICE_FILTER','tickSize':'0.00000000'       | ~~
          'LOT_SIZE','stepSize':'1.00','minQty':'10'   | lot 1, minimum quantity 10
          'MARKET_LOT_SIZE','stepSize':'5'             | lot 5
          'MIN_NOTIONAL','minNotional':'10.00000000'   | minimum notional 10
          'MIN_NOTIONAL','notional':'5'                | minimum notional 5
          'NOTIONAL','minNotional':'5.5','minQty':'3'  | minimum notional 5.5
          'PERCENT_PRICE','tickSize':'7'               | ~~
          """)
  void aFilterOfTheExchange(String filter, String told) throws IOException {
    String json =
        ("{'symbols':[{'baseAsset':'T','quoteAsset':'U','filters':[{'filterType':"
                + filter
                + "}]}]}")
            .replace('\'', '"');
    FilterBook book = read(json);
    assertThat(errors(book)).isEmpty();
    assertThat(told(book, "T/U")).isEqualTo(told);
  }

  @Test
  void ownRulesKeepWhatTheyDoNotName() throws IOException {
    FilterBook book = read("\uFEFF" + OWN);
    assertThat(errors(book)).isEmpty();
    assertThat(told(book, "BTC/USDT"))
        .isEqualTo(
            "tick 0.01, lot 0.00001, minimum quantity 0.00001, minimum notional 10, maker fee -0.5"
                + " bps, taker fee 7.5 bps; 2023-04-12T00:00:00Z tick 0.01, lot 0.00001, minimum"
                + " quantity 0.00001, minimum notional 5, maker fee -0.5 bps, taker fee 7.5 bps;"
                + " 2023-05-01T08:00:00Z tick 0.1, lot 0.00001, minimum quantity 0.00001, minimum"
                + " notional 0, maker fee -0.5 bps, taker fee 7.5 bps");
    assertThat(told(book, "BTC/USDT:USDT")).isEqualTo("tick 0.1");
    assertThat(told(book, "kraken:BTC/USDT")).isEqualTo("unknown");
  }

  /** A text, {@code ;} for the ends of lines, and all that is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          T/U:;- tick: 0          | T/U rule 1 tick = 0 (file0 line 2): must be a number above 0, up to 1000000000, with at most 18 decimals
          T/U:;- lot: ten         | T/U rule 1 lot = ten (file0 line 2): must be a number above 0, up to 1000000000, with at most 18 decimals
          T/U:;- lot: 1e-19       | T/U rule 1 lot = 1e-19 (file0 line 2): must be a number above 0, up to 1000000000, with at most 18 decimals
          T/U:;- lot: 1e-999999999| T/U rule 1 lot = 1e-999999999 (file0 line 2): must be a number above 0, up to 1000000000, with at most 18 decimals
          T/U:;- tick: 1e999999999| T/U rule 1 tick = 1e999999999 (file0 line 2): must be a number above 0, up to 1000000000, with at most 18 decimals
          T/U:;- tick: [1]        | T/U rule 1 tick = a list or a map (file0 line 2): must be a number above 0, up to 1000000000, with at most 18 decimals
          T/U:;- min-qty: -1      | T/U rule 1 min-qty = -1 (file0 line 2): must be a number from 0 to 1000000000, with at most 18 decimals
          T/U:;- maker-fee-bps: -5000 | T/U rule 1 maker-fee-bps = -5000 (file0 line 2): must be a number from -4999 to 4999, with at most 18 decimals
          T/U:;- taker-fee-bps: -1 | T/U rule 1 taker-fee-bps = -1 (file0 line 2): must be a number from 0 to 4999, with at most 18 decimals
          T/U:;- tik: 1           | T/U rule 1 tik = 1 (file0 line 2): no such entry; there are from, tick, lot, min-qty, min-notional, maker-fee-bps, taker-fee-bps, liquidation-fee-bps, margin
          T/U:;- tick: 1;  tick: 2| T/U rule 1 tick (file0 line 3): stands twice in its rule
          T/U:;- from: 2020-01-01 | T/U rule 1 from = 2020-01-01 (file0 line 2): the first rule holds for all time before: leave it out
          T/U:;- tick: 1;- tick: 2| T/U rule 2 (file0 line 3): needs the date that it holds from: from
          T/U:;- tick: 1;- from: soon | T/U rule 2 from = soon (file0 line 3): must be a date or a time in UTC, such as 2023-04-12 or 2023-04-12T08:00:00Z
          T/U:;- tick: 1;- from: 2300-01-01 | T/U rule 2 from = 2300-01-01 (file0 line 3): must be a date or a time in UTC, such as 2023-04-12 or 2023-04-12T08:00:00Z
          T/U:;- tick: 1;- from: 2021-01-01;- from: 2021-01-01 | T/U rule 3 from = 2021-01-01 (file0 line 4): must be after that of the rule before
          T/U:;- 5                | T/U rule 1 (file0 line 2): must hold some of from, tick, lot, min-qty, min-notional, maker-fee-bps, taker-fee-bps, liquidation-fee-bps, margin
          T/U:                    | T/U (file0 line 1): must hold a list of rules, each begun by a dash
          T/U: {tick: 1}          | T/U (file0 line 1): must hold a list of rules, each begun by a dash
          T/U:;- tick: 1;binance:T/U:;- tick: 1 | binance:T/U (file0 line 3): stands twice
          TU:;- tick: 1           | TU (file0 line 1): 'TU' is no symbol: write BASE/QUOTE such as BTC/USDT, or BTC/USDT:USDT for the perpetual
          - tick: 1               | file0: must hold symbols such as BTC/USDT, each with its rules
          hello                   | file0: must hold symbols such as BTC/USDT, each with its rules
          T/U: "                  | the text (file0 line 1): is neither JSON nor valid YAML: while scanning a quoted scalar
          ~   ~                   | file0: is empty
          {"code":-1121}          | file0: is JSON, but no answer of exchangeInfo (there is no list 'symbols') nor of leverageBracket (there are no 'brackets')
          [1]                     | file0: is JSON, but no answer of exchangeInfo (there is no list 'symbols') nor of leverageBracket (there are no 'brackets')
          {"symbols":             | file0: is not valid JSON, maybe cut off: Unexpected end-of-input within/between Object entries
          {"symbols":[{"baseAsset":"T","quoteAsset":"U","filters":[{"filterType":"LOT_SIZE","stepSize":"x"}]}]} | binance:T/U LOT_SIZE stepSize = x (file0): must be a number from 0 to 1000000000, with at most 18 decimals
          {"symbols":[{"baseAsset":"T","quoteAsset":"U","contractType":"PERPETUAL","liquidationFee":"0.5"}]} | binance:T/U:U liquidationFee = 0.5 (file0): must be a share under 0.5
          {"symbols":[{"baseAsset":"T","quoteAsset":"U","contractType":"PERPETUAL","liquidationFee":{}}]} | binance:T/U:U liquidationFee = {} (file0): must be a share under 0.5
          {"symbols":[{"baseAsset":"T","quoteAsset":"U"},{"baseAsset":"T","quoteAsset":"U"}]} | binance:T/U (file0): stands twice
          """)
  void whatIsWrongIsNamed(String text, String error) throws IOException {
    assertThat(errors(read(text.replace(';', '\n')))).containsExactly(error);
  }

  @Test
  void allErrorsAreToldAtOnce() throws IOException {
    assertThat(errors(read("T/U:\n- tick: 0\n  lot: 0\nV/U: 3\n", "[]", "x/y:\n- lot: 0")))
        .extracting(error -> error.substring(0, error.indexOf(':')))
        .containsExactly(
            "T/U rule 1 tick = 0 (file0 line 2)",
            "T/U rule 1 lot = 0 (file0 line 3)",
            "V/U (file0 line 4)",
            "file1",
            "x/y rule 1 lot = 0 (file2 line 2)");
  }

  @Test
  void aSymbolStandsInOneFileOnly() throws IOException {
    assertThat(errors(read(SPOT, PERP, OWN)))
        .satisfiesExactly(
            error ->
                assertThat(error)
                    .isEqualTo("binance:BTC/USDT (file2 line 2): stands also in file0"),
            error ->
                assertThat(error)
                    .isEqualTo("binance:BTC/USDT:USDT (file2 line 14): stands also in file1"));
  }

  @Test
  void whatIsNoTextFileIsRefused() throws IOException {
    Path missing = folder.resolve("none.json");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    FilterBook book = FilterBook.read(List.of(missing, folder, binary), "binance");
    assertThat(errors(book))
        .containsExactly(
            "none.json: there is no such file",
            folder + ": can't be read (it is a folder)",
            "binary: is not a text file in UTF-8");
  }

  static Stream<String> texts() {
    return Stream.of(SPOT, PERP, OWN, MarginFilesTest.BRACKETS, MarginFilesTest.OWN);
  }

  /** A book or errors, but nothing that is thrown, and nothing of a broken file of JSON. */
  @ParameterizedTest
  @MethodSource("texts")
  void everyCutAndEveryDamageIsAnswered(String text) {
    Path file = folder.resolve("cut");
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      FilterBook cut = book(file, java.util.Arrays.copyOf(bytes, i));
      assertThat(cut.isEmpty() || !text.startsWith("{")).as("cut at %s", i).isTrue();
      byte[] damaged = bytes.clone();
      damaged[i] = (byte) "{[\":-\n\u00000".charAt(i % 8);
      assertThat(book(file, damaged).errors()).as("damaged at %s", i).isNotNull();
    }
  }

  private static FilterBook book(Path file, byte[] bytes) {
    try {
      return FilterBook.read(List.of(Files.write(file, bytes)), "binance");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
