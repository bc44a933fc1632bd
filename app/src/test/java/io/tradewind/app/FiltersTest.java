package io.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.app.Cli.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Filters and tiers of fees that a user gives, and what becomes of orders under them. */
class FiltersTest {
  private static final String EXCHANGE_INFO =
      """
      {"timezone":"UTC","symbols":[{"symbol":"TESTUSDT","status":"TRADING","baseAsset":"TEST","quoteAsset":"USDT",
        "filters":[
         {"filterType":"PRICE_FILTER","minPrice":"0.01","maxPrice":"1000000.00","tickSize":"0.50000000"},
         {"filterType":"LOT_SIZE","minQty":"3.00","maxQty":"9000","stepSize":"3.00"},
         {"filterType":"NOTIONAL","minNotional":"5.00000000","applyMinToMarket":true}]}]}
      """;

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() throws IOException {
    cli = new Cli(folder);
    cli.file("t.csv", candles(24 * 35, "100,101,99,100.2,1000.125"));
    cli.file("signals.csv", "time,symbol,action,side,size\n" + signals("7 USDT"));
  }

  /** Hours from 2024-01-01 on, all alike. */
  private static String candles(int hours, String row) {
    StringBuilder text = new StringBuilder("timestamp,open,high,low,close,volume\n");
    List<String> rows = Collections.nCopies(hours, row);
    for (int i = 0; i < hours; i++) {
      text.append(1_704_067_200L + i * 3600L).append(',').append(rows.get(i)).append('\n');
    }
    return text.toString();
  }

  /** In at 05:00 and out at 09:00, on the first three days. */
  private static String signals(String size) {
    StringBuilder text = new StringBuilder();
    for (int day = 1; day <= 3; day++) {
      text.append("2024-01-0%d 05:00,TEST/USDT,enter,long,%s\n".formatted(day, size));
      text.append("2024-01-0%d 09:00,TEST/USDT,exit,,\n".formatted(day));
    }
    return text.toString();
  }

  private JsonNode run(String flags) {
    Answer answer =
        cli.line(
            "backtest --signals @/signals.csv --candles @/t.csv --symbols TEST/USDT --json "
                + flags);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  private static String each(JsonNode result, String field) {
    return StreamSupport.stream(result.get("trades").spliterator(), false)
        .map(trade -> trade.get(field).asString())
        .collect(Collectors.joining(", "));
  }

  private String notices(JsonNode result) {
    return StreamSupport.stream(result.get("run").get("notices").spliterator(), false)
        .map(notice -> notice.asString().replace(folder + "/", ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void anOrderUnderTheSmallestNotionalIsRefusedUntilTheRuleChanges() throws IOException {
    cli.file(
        "f.yaml",
        """
        TEST/USDT:
          - tick: 0.01
            lot: 0.001
            min-notional: 10
          - from: 2024-01-02
            min-notional: 5
        """);
    JsonNode result = run("--filters @/f.yaml");
    assertThat(each(result, "entryTime")).isEqualTo("2024-01-02T05:00:00Z, 2024-01-03T05:00:00Z");
    assertThat(result.get("signals").get("refused").toString())
        .isEqualTo("{\"no-position\":1,\"size-too-small\":1}");
    assertThat(notices(result))
        .isEqualTo(
            "binance:TEST/USDT: Filters of f.yaml: tick 0.01, lot 0.001, minimum notional 10; from"
                + " 2024-01-02T00:00:00Z minimum notional 5.");
    assertThat(result.get("run").get("settings").get("data.filters").asString())
        .isEqualTo(folder + "/f.yaml");
    assertThat(each(run(""), "entryTime")).startsWith("2024-01-01T05:00:00Z, ");
  }

  @Test
  void theExchangesOwnFiltersRoundPricesAndQuantities() throws IOException {
    cli.file("info.txt", EXCHANGE_INFO);
    cli.file("t.csv", candles(24, "100,101,95,100,1000.5"));
    cli.file(
        "signals.csv",
        "time,symbol,action,side,size,stop\n2024-01-01 05:00,TEST/USDT,enter,long,10 TEST,97.8\n");
    JsonNode result = run("--filters @/info.txt --fee-bps 0");
    assertThat(each(result, "quantity")).isEqualTo("9");
    assertThat(each(result, "exitPrice")).isEqualTo("98");
    assertThat(notices(result))
        .isEqualTo(
            "binance:TEST/USDT: Filters of info.txt: tick 0.5, lot 3, minimum quantity 3, minimum"
                + " notional 5.");
    JsonNode inferred = run("--fee-bps 0");
    assertThat(each(inferred, "quantity")).isEqualTo("10");
    assertThat(each(inferred, "exitPrice")).isEqualTo("97.8");
    assertThat(inferred.get("run").get("settings").has("data.filters")).isFalse();
  }

  @Test
  void candlesFinerThanTheTickAreTradedAsTheyAre() throws IOException {
    cli.file("f.yaml", "TEST/USDT:\n- tick: 0.5\n");
    JsonNode result = run("--filters @/f.yaml");
    assertThat(notices(result))
        .isEqualTo(
            "binance:TEST/USDT: Filters of f.yaml: tick 0.5; lot 0.001 inferred from 840 volumes, no"
                + " minimum notional.\n"
                + "binance:TEST/USDT: 840 of 3,360 prices of the candles are off the tick; fills"
                + " take them as they are, orders keep to the tick");
    cli.file("t.csv", candles(240, "100.2,101,99,100.2,1000.125"));
    cli.file("signals.csv", "time,symbol,action,side,size\n" + signals("1 TEST"));
    assertThat(each(run("--filters @/f.yaml"), "entryPrice")).isEqualTo("100.2, 100.2, 100.2");
  }

  @Test
  void aFileForAnotherMarketSaysNothingOfThisOne() throws IOException {
    cli.file("info.json", EXCHANGE_INFO);
    assertThat(notices(run("--filters @/info.json --market perp")))
        .contains("TEST/USDT:USDT: Filters are not known, no file of filters names it; tick");
  }

  @Test
  void feesOfAFileStandOverThoseOfTheConfigurationFromTheirDateOn() throws IOException {
    cli.file(
        "f.yaml",
        """
        TEST/USDT:
          - tick: 0.1
          - {from: 2024-01-02, taker-fee-bps: 5}
          - {from: 2024-01-03, taker-fee-bps: 0}
        """);
    cli.file("t.csv", candles(240, "100,101,99,100,1000.125"));
    cli.file("signals.csv", "time,symbol,action,side,size\n" + signals("10 TEST"));
    assertThat(each(run("--filters @/f.yaml --fee-bps 20"), "fees")).isEqualTo("4, 1, 0");
    assertThat(each(run("--filters @/f.yaml --fee-tiers 0:10/20"), "fees")).isEqualTo("4, 4, 4");
  }

  @Test
  void tiersOfFeesAreThoseOfTheDaysBefore() throws IOException {
    cli.file("t.csv", candles(240, "100,101,99,100,1000.125"));
    cli.file("signals.csv", "time,symbol,action,side,size\n" + signals("10 TEST"));
    JsonNode result = run("--fee-tiers 0:10/20,2000:5/10 --fee-tiers 4000:0/5");
    assertThat(each(result, "fees")).isEqualTo("4, 2, 1");
    assertThat(result.get("run").get("settings").get("costs.fee-tiers").asString())
        .isEqualTo("0:10/20,2000:5/10,4000:0/5");
    cli.file("c.yaml", "costs:\n  fee-tiers: {0: 10/20, 2000: 5/10}\n");
    assertThat(each(run("--config @/c.yaml"), "fees")).isEqualTo("4, 2, 2");
  }

  private static Optional<Path> realCandles() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(folder -> folder.resolve("shared/data/spot/BTC_USDT-1h.csv.gz"))
        .filter(Files::exists)
        .findFirst();
  }

  @Test
  void realCandlesUnderTheExchangesFilters() throws IOException {
    Optional<Path> real = realCandles();
    assumeTrue(real.isPresent(), "there is no shared/data/spot above this folder");
    cli.file("info.json", EXCHANGE_INFO.replace("TEST", "BTC").replace("3.00", "0.00001"));
    Answer answer =
        cli.line(
            "backtest --strategy momentum --symbols BTC/USDT --json --filters @/info.json --candles "
                + real.orElseThrow());
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    JsonNode result = JsonMapper.shared().readTree(answer.out());
    assertThat(result.get("trades").size()).isPositive();
    assertThat(notices(result)).contains("prices of the candles are off the tick");
    result
        .get("trades")
        .forEach(trade -> {
          BigDecimal quantity = trade.get("quantity").decimalValue();
          assertThat(quantity.remainder(new BigDecimal("0.00001"))).isZero();
        });
  }
}
