package io.tradewind.venues.binance.rest;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.MarketRow;
import io.tradewind.venues.binance.parse.MarketRowParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Questions for market data of one of Binance's markets, spot or USD-M futures. Each is a request
 * and the reading of its answer; those for a time come in {@link Pages}. Weights are those of the
 * venue. Source: developers.binance.com, "Market data endpoints" of both markets.
 */
public final class MarketQueries {
  /** Rows of a page: the most that spot gives, and the most at futures' second price. */
  private static final int ROWS = 1_000;

  private static final long MS_NS = 1_000_000L;

  private final Market market;
  private final MarketRowParser rows;
  private final RestParser answers;

  /** Reads with these parsers. */
  public MarketQueries(Market market, MarketRowParser rows, RestParser answers) {
    this.market = market;
    this.rows = rows;
    this.answers = answers;
  }

  /**
   * Candles that open within a time, oldest first; the last of all may not have closed yet.
   *
   * @param interval one that the venue has
   */
  public Pages<MarketRow.Kline> klines(Instrument instrument, Interval interval, TimeRange range) {
    return klinesFrom(instrument, interval, range, range.firstMs());
  }

  private Pages<MarketRow.Kline> klinesFrom(
      Instrument instrument, Interval interval, TimeRange range, long fromMs) {
    VenueRequest request =
        get(
            "klines",
            isSpot() ? 2 : 5,
            symbol(instrument),
            new Parameter("interval", interval.toString()),
            number("startTime", fromMs),
            number("endTime", range.lastMs()),
            number("limit", ROWS));
    return byTime(
        request,
        body -> rows.klines(instrument, body),
        new Timing<>(range, MarketRow.Kline::openTimeNs),
        last -> last.closeTimeNs() / MS_NS,
        nextMs -> klinesFrom(instrument, interval, range, nextMs));
  }

  /** Fundings of a perpetual within a time, oldest first. */
  public Pages<MarketRow.Funding> fundings(Instrument instrument, TimeRange range) {
    Check.argument(!isSpot(), "spot has no funding, asked for that of %s", instrument.id());
    return fundingsFrom(instrument, range, range.firstMs());
  }

  private Pages<MarketRow.Funding> fundingsFrom(
      Instrument instrument, TimeRange range, long fromMs) {
    VenueRequest request =
        get(
            "fundingRate",
            // It is counted apart, 500 within 5 minutes; so much of the other keeps it below.
            24,
            symbol(instrument),
            number("startTime", fromMs),
            number("endTime", range.lastMs()),
            number("limit", ROWS));
    return byTime(
        request,
        rows::fundings,
        new Timing<>(range, MarketRow.Funding::timeNs),
        last -> last.timeNs() / MS_NS + 1,
        nextMs -> fundingsFrom(instrument, range, nextMs));
  }

  /** The range that is asked for, and when a row is. */
  private record Timing<R>(TimeRange range, ToLongFunction<R> timeNs) {}

  private static <R> Pages<R> byTime(
      VenueRequest request,
      Function<String, Optional<List<R>>> reading,
      Timing<R> timing,
      ToLongFunction<R> nextMs,
      LongFunction<Pages<R>> next) {
    return new Pages<>(
        request,
        body ->
            reading
                .apply(body)
                .map(page -> {
                  boolean isLast = page.size() < ROWS;
                  long goesOnMs = isLast ? 0 : nextMs.applyAsLong(page.getLast());
                  return new Pages.Page<>(
                      within(page, timing),
                      isLast || goesOnMs > timing.range().lastMs()
                          ? Optional.empty()
                          : Optional.of(next.apply(goesOnMs)));
                }));
  }

  private static <R> List<R> within(List<R> page, Timing<R> timing) {
    return page.stream()
        .filter(row -> timing.range().holds(timing.timeNs().applyAsLong(row)))
        .toList();
  }

  /** Trades as takers made them within a time, oldest first. */
  public Pages<MarketRow.AggTrade> aggTrades(Instrument instrument, TimeRange range) {
    return aggTrades(instrument, range, number("startTime", range.firstMs()));
  }

  /** Trades as takers made them, from the venue's number of one on, to the end of a time. */
  public Pages<MarketRow.AggTrade> aggTradesFrom(
      Instrument instrument, long fromId, TimeRange range) {
    return aggTrades(instrument, range, number("fromId", fromId));
  }

  private Pages<MarketRow.AggTrade> aggTrades(
      Instrument instrument, TimeRange range, Parameter from) {
    VenueRequest request =
        get("aggTrades", isSpot() ? 4 : 20, symbol(instrument), from, number("limit", ROWS));
    return byId(
        request,
        body -> rows.aggTrades(instrument, body),
        new Timing<>(range, MarketRow.AggTrade::timeNs),
        last -> aggTradesFrom(instrument, last.id() + 1, range));
  }

  /**
   * Single trades from the venue's number of one on, to the end of a time; by time they cannot be
   * found. The public part of a key is needed on futures.
   */
  public Pages<MarketRow.Trade> tradesFrom(Instrument instrument, long fromId, TimeRange range) {
    int limit = isSpot() ? ROWS : ROWS / 2;
    VenueRequest request =
        get(
            "historicalTrades",
            isSpot() ? 25 : 200,
            symbol(instrument),
            number("fromId", fromId),
            number("limit", limit));
    Terms keyed = new Terms(Access.KEYED, Repeat.SAFE, request.terms().weight(), 0);
    return byId(
        isSpot()
            ? request
            : new VenueRequest(Method.GET, request.path(), request.parameters(), keyed),
        body -> rows.trades(instrument, body),
        new Timing<>(range, MarketRow.Trade::timeNs),
        last -> tradesFrom(instrument, last.id() + 1, range));
  }

  /** An empty page is the last, and one that reaches the end of the time. */
  private static <R> Pages<R> byId(
      VenueRequest request,
      Function<String, Optional<List<R>>> reading,
      Timing<R> timing,
      Function<R, Pages<R>> next) {
    return new Pages<>(
        request,
        body ->
            reading
                .apply(body)
                .map(page -> {
                  boolean isLast =
                      page.isEmpty()
                          || timing.timeNs().applyAsLong(page.getLast()) >= timing.range().toNs();
                  return new Pages.Page<>(
                      within(page, timing),
                      isLast ? Optional.empty() : Optional.of(next.apply(page.getLast())));
                }));
  }

  /**
   * The whole book of an instrument, for {@code BookKeeper}.
   *
   * @param levels of each side: 5, 10, 20, 50, 100, 500, 1000, and 5000 on spot
   */
  public Query<DepthSnapshot> depth(Instrument instrument, int levels) {
    VenueRequest request =
        get("depth", depthWeight(levels), symbol(instrument), number("limit", levels));
    return new Query<>(request, body -> answers.depth(instrument, body));
  }

  private int depthWeight(int levels) {
    if (isSpot()) {
      return levels <= 100 ? 5 : levels <= 500 ? 25 : levels <= 1_000 ? 50 : 250;
    }
    return levels <= 50 ? 2 : levels <= 100 ? 5 : levels <= 500 ? 10 : 20;
  }

  /** The latest trades of an instrument, at most 1000, oldest first. */
  public Query<List<MarketRow.Trade>> latestTrades(Instrument instrument) {
    VenueRequest request =
        get("trades", isSpot() ? 25 : 5, symbol(instrument), number("limit", ROWS));
    return new Query<>(request, body -> rows.trades(instrument, body));
  }

  /** The last 24 hours of all symbols. */
  public Query<List<MarketRow.Day>> days() {
    return new Query<>(get("ticker/24hr", isSpot() ? 80 : 40), rows::days);
  }

  /** The last 24 hours of one. */
  public Query<MarketRow.Day> day(Instrument instrument) {
    VenueRequest request = get("ticker/24hr", isSpot() ? 2 : 1, symbol(instrument));
    return new Query<>(request, body -> rows.days(body).flatMap(MarketQueries::one));
  }

  /** The best prices of all symbols. */
  public Query<List<MarketRow.Best>> best() {
    return new Query<>(get("ticker/bookTicker", isSpot() ? 4 : 5), rows::best);
  }

  /** The best prices of one. */
  public Query<MarketRow.Best> best(Instrument instrument) {
    VenueRequest request = get("ticker/bookTicker", 2, symbol(instrument));
    return new Query<>(request, body -> rows.best(body).flatMap(MarketQueries::one));
  }

  private static <R> Optional<R> one(List<R> all) {
    return all.stream().findFirst();
  }

  private boolean isSpot() {
    return market == Market.SPOT;
  }

  private VenueRequest get(String name, int weight, Parameter... parameters) {
    String path = (isSpot() ? "/api/v3/" : "/fapi/v1/") + name;
    return VenueRequest.get(path, weight, parameters);
  }

  private Parameter symbol(Instrument instrument) {
    Check.argument(instrument.id().market() == market, "%s is of another market", instrument.id());
    return new Parameter("symbol", instrument.id().base() + instrument.id().quote());
  }

  private static Parameter number(String name, long value) {
    return new Parameter(name, Long.toString(value));
  }
}
