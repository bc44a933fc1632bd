package io.tradewind.venues.binance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.Listed;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.MarketRow;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.MarketRowParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for, and how pages follow each other. */
class MarketQueriesTest {
  private static final long MS = 1_000_000L;
  private static final long START_MS = 1_700_000_040_000L;
  private static final long MINUTE_MS = 60_000;

  private final FaultLog faults = new FaultLog(new ManualClock(0), report -> {});
  private final MarketQueries spot = queries(Market.SPOT);
  private final MarketQueries futures = queries(Market.PERP);

  private MarketQueries queries(Market market) {
    return new MarketQueries(market, new MarketRowParser(faults), new RestParser(faults));
  }

  private static TimeRange minutes(long from, long to) {
    return new TimeRange((START_MS + from * MINUTE_MS) * MS, (START_MS + to * MINUTE_MS) * MS);
  }

  private static String text(VenueRequest request) {
    return request.path()
        + request.parameters().stream()
            .map(p -> p.name() + "=" + p.value())
            .collect(Collectors.joining("&", "?", ""))
        + " "
        + request.terms().weight();
  }

  private static String kline(long openMs) {
    return "["
        + openMs
        + ",\"100.10\",\"100.30\",\"100.00\",\"100.20\",\"2.50000\","
        + (openMs + MINUTE_MS - 1)
        + ",\"250.25000000\",12,\"1.00000\",\"100.10\",\"0\"]";
  }

  /** Follows the pages, each answered by what the venue would say to its request. */
  private static <R> List<R> all(
      Pages<R> first, List<String> asked, Function<VenueRequest, String> venue) {
    List<R> rows = new ArrayList<>();
    Optional<Pages<R>> at = Optional.of(first);
    while (at.isPresent()) {
      VenueRequest request = at.orElseThrow().request();
      asked.add(text(request));
      Pages.Page<R> page = at.orElseThrow().read(venue.apply(request)).orElseThrow();
      rows.addAll(page.rows());
      at = page.next();
    }
    return rows;
  }

  private static long parameter(VenueRequest request, String name) {
    return request.parameters().stream()
        .filter(p -> p.name().equals(name))
        .mapToLong(p -> Long.parseLong(p.value()))
        .findFirst()
        .orElseThrow();
  }

  private static String klines(VenueRequest request) {
    List<String> rows = new ArrayList<>();
    for (long at = parameter(request, "startTime");
        at <= parameter(request, "endTime") && rows.size() < 1_000;
        at += 1) {
      at = Math.ceilDiv(at, MINUTE_MS) * MINUTE_MS;
      if (at <= parameter(request, "endTime")) {
        rows.add(kline(at));
      }
    }
    return "[" + String.join(",", rows) + "]";
  }

  /** Each candle of the range once, however the pages are cut. */
  @ParameterizedTest
  @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "2000, 2", "2500, 3"})
  void candlesOfARangeComeOnce(int minutes, int pages) {
    List<String> asked = new ArrayList<>();
    List<MarketRow.Kline> rows =
        all(
            spot.klines(Listed.BTC, Interval.parse("1m"), minutes(0, minutes)),
            asked,
            MarketQueriesTest::klines);
    assertThat(rows).hasSize(minutes);
    for (int i = 0; i < minutes; i++) {
      assertThat(rows.get(i).openTimeNs()).isEqualTo((START_MS + i * MINUTE_MS) * MS);
    }
    assertThat(asked).hasSize(pages);
    assertThat(asked.getFirst())
        .isEqualTo(
            "/api/v3/klines?symbol=BTCUSDT&interval=1m&startTime="
                + START_MS
                + "&endTime="
                + (START_MS + minutes * MINUTE_MS - 1)
                + "&limit=1000 2");
    assertThat(faults.total()).isZero();
  }

  @Test
  void aCandleIsReadExactly() {
    Pages<MarketRow.Kline> pages =
        futures.klines(Listed.BTC_PERP, Interval.parse("1h"), minutes(0, 60));
    assertThat(pages.read("[" + kline(START_MS) + "]").orElseThrow().rows())
        .hasToString(
            "[Kline[openTimeNs=1700000040000000000, closeTimeNs=1700000100000000000,"
                + " openScaled=1001, highScaled=1003, lowScaled=1000, closeScaled=1002,"
                + " volumeScaled=2500, quoteVolume=250.25000000, trades=12, takerBuyScaled=1000]]");
    assertThat(text(pages.request())).startsWith("/fapi/v1/klines?").endsWith(" 5");
  }

  /** Rows that do not belong to the range are left out, and end it. */
  @Test
  void tradesGoOnById() {
    List<String> asked = new ArrayList<>();
    List<MarketRow.AggTrade> rows =
        all(
            spot.aggTrades(Listed.BTC, minutes(0, 1)),
            asked,
            request -> {
              boolean first = text(request).contains("startTime");
              return first
                  ? "[" + agg(7, START_MS) + "," + agg(8, START_MS) + "]"
                  : "[" + agg(9, START_MS + 59_999) + "," + agg(10, START_MS + 60_000) + "]";
            });
    assertThat(rows).extracting(MarketRow.AggTrade::id).containsExactly(7L, 8L, 9L);
    assertThat(asked)
        .containsExactly(
            "/api/v3/aggTrades?symbol=BTCUSDT&startTime=" + START_MS + "&limit=1000 4",
            "/api/v3/aggTrades?symbol=BTCUSDT&fromId=9&limit=1000 4");
    assertThat(rows.getFirst())
        .hasToString(
            "AggTrade[id=7, timeNs=1700000040000000000, priceScaled=6000001, qtyScaled=1000,"
                + " firstTradeId=70, lastTradeId=71, buyerIsAggressor=false]");
  }

  private static String agg(long id, long timeMs) {
    return "{\"a\":"
        + id
        + ",\"p\":\"60000.01\",\"q\":\"0.01000000\",\"f\":70,\"l\":71,\"T\":"
        + timeMs
        + ",\"m\":true,\"M\":true}";
  }

  @Test
  void anEmptyPageIsTheLast() {
    List<String> asked = new ArrayList<>();
    assertThat(all(futures.aggTrades(Listed.BTC_PERP, minutes(0, 9)), asked, request -> "[]"))
        .isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void singleTradesNeedAKeyOnFutures() {
    String rows =
        "[{\"id\":28,\"price\":\"4.1\",\"qty\":\"12.000\",\"quoteQty\":\"48\",\"time\":"
            + START_MS
            + ",\"isBuyerMaker\":false}]";
    Pages<MarketRow.Trade> pages = futures.tradesFrom(Listed.BTC_PERP, 28, minutes(0, 1));
    assertThat(pages.request().terms().access()).isEqualTo(Access.KEYED);
    assertThat(text(pages.request()))
        .isEqualTo("/fapi/v1/historicalTrades?symbol=BTCUSDT&fromId=28&limit=500 200");
    assertThat(pages.read(rows).orElseThrow().rows())
        .hasToString(
            "[Trade[id=28, timeNs=1700000040000000000, priceScaled=41, qtyScaled=12000,"
                + " buyerIsAggressor=true]]");
    assertThat(spot.tradesFrom(Listed.BTC, 28, minutes(0, 1)).request().terms().access())
        .isEqualTo(Access.PUBLIC);
  }

  @Test
  void fundingsMayLackTheirPrice() {
    Pages<MarketRow.Funding> pages = futures.fundings(Listed.BTC_PERP, minutes(0, 480));
    String body =
        "[{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"-0.00010000\",\"fundingTime\":"
            + START_MS
            + ",\"markPrice\":\"\"},{\"symbol\":\"BTCUSDT\",\"fundingRate\":\"0.0001\","
            + "\"fundingTime\":"
            + (START_MS + 5)
            + ",\"markPrice\":\"34287.54619963\",\"rateType\":\"Regular\"}]";
    assertThat(pages.read(body).orElseThrow().rows())
        .hasToString(
            "[Funding[timeNs=1700000040000000000, rate=-0.00010000, markPrice=Optional.empty],"
                + " Funding[timeNs=1700000040005000000, rate=0.0001,"
                + " markPrice=Optional[34287.54619963]]]");
  }

  @ParameterizedTest
  @CsvSource({"SPOT,100,5", "SPOT,500,25", "SPOT,5000,250", "PERP,50,2", "PERP,1000,20"})
  void aBookWeighsByItsLevels(Market market, int levels, int weight) {
    Query<?> query =
        market == Market.SPOT
            ? spot.depth(Listed.BTC, levels)
            : futures.depth(Listed.BTC_PERP, levels);
    assertThat(query.request().terms().weight()).isEqualTo(weight);
    assertThat(
            query.read("{\"lastUpdateId\":7,\"bids\":[[\"1.0\",\"2\"]],\"asks\":[]}").isPresent())
        .isTrue();
  }

  @Test
  void tickersOfOneAndOfAll() {
    String day =
        "{\"symbol\":\"BTCUSDT\",\"lastPrice\":\"4.00\",\"highPrice\":\"5\",\"lowPrice\":\"3\","
            + "\"volume\":\"8\",\"quoteVolume\":\"32\",\"closeTime\":1499869899040,\"count\":76}";
    String best =
        "{\"symbol\":\"BTCUSDT\",\"bidPrice\":\"4.0\",\"bidQty\":\"431\",\"askPrice\":\"0\","
            + "\"askQty\":\"0\"}";
    assertThat(spot.day(Listed.BTC).read(day).orElseThrow().trades()).isEqualTo(76);
    assertThat(futures.days().read("[" + day + "," + day + "]").orElseThrow()).hasSize(2);
    assertThat(spot.best(Listed.BTC).read(best).orElseThrow().bid()).hasToString("4.0");
    assertThat(futures.best().read("[" + best + "]").orElseThrow()).hasSize(1);
    assertThat(spot.latestTrades(Listed.BTC).read("[]").orElseThrow()).isEmpty();
  }

  /** A page with one bad row is no page: a hole in history would go unseen. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          "100.30"      | "99.00"     | BAD_VALUE
          "100.30"      | "100.301"   | INEXACT
          "2.50000"     | "-2.5"      | BAD_VALUE
          "2.50000"     | null        | WRONG_TYPE
          "2.50000"     | {}          | WRONG_TYPE
          "2.50000"     | 1e5         | BAD_NUMBER
          ,12,          | ,"x",       | BAD_NUMBER
          ,"0"]         | ,"0"        | NOT_JSON
          ,"1.00000","100.10","0"] | ] | MISSING_FIELD
          """)
  void aBadCandleSpoilsThePage(String good, String bad, InputFault expected) {
    String row = kline(START_MS);
    assertThat(row).contains(good);
    String body = "[" + row + "," + row.replace(good, bad) + "]";
    assertThat(spot.klines(Listed.BTC, Interval.parse("1m"), minutes(0, 9)).read(body)).isEmpty();
    assertThat(faults.count(expected)).isEqualTo(1);
    assertThat(faults.total()).isEqualTo(1);
  }
}
