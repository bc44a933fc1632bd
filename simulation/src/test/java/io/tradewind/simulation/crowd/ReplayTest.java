package io.tradewind.simulation.crowd;

import static io.tradewind.simulation.crowd.Exchange.ONE;
import static io.tradewind.simulation.crowd.Exchange.SECOND;
import static io.tradewind.simulation.crowd.Exchange.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.matching.TimeInForce;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.PricePaths;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import io.tradewind.testkit.TestInstruments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Candles and trades happen again as they were, unless a user trades. */
class ReplayTest {
  private static final long START_NS = Crowds.START_NS;
  private static final long MINUTE_NS = 60 * SECOND;

  /** Prices in 0.01, volumes in 0.001. */
  private static CandleColumns candles(String words) {
    String[] rows = words.split(";", -1);
    long[][] columns = new long[7][rows.length];
    for (int i = 0; i < rows.length; i++) {
      String[] numbers = rows[i].strip().split(" +", -1);
      columns[0][i] = START_NS + i * MINUTE_NS;
      columns[1][i] = columns[0][i] + MINUTE_NS;
      for (int k = 0; k < 4; k++) {
        columns[2 + k][i] = Math.round(Double.parseDouble(numbers[k]) * 100);
      }
      columns[6][i] = Math.round(Double.parseDouble(numbers[4]) * 1000);
    }
    return CandleColumns.of(2, 3, columns);
  }

  @ParameterizedTest(name = "{0}: {1} trades of {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # open high low close volume | trades | the way | volume traded; lots of 0.01, 5 at least
          100 109 90 105 100     | 10 | 100 109 90 105         | 100
          100 110 90 105 100     | 10 | 100 90 110 105         | 100
          100 110 95 105 100     | 10 | 100 95 110 105         | 100
          100 110 100 105 100    | 10 | 100 110 105            | 100
          100 110 100 110 100    | 10 | 100 110                | 100
          110 110 100 110 100    | 10 | 110 100 110            | 100
          100 100 100 100 100    | 10 | 100                    | 100
          100 100 100 100 0.02   | 1  | 100                    | 0.05
          100 100 100 100 0      | 0  |                        | 0
          100 110 90 105 1.239   | 10 | 100 90 110 105         | 1.23
          100 110 90 105 0.33    | 5  | 100 90 110 105         | 0.33
          100 110 90 105 0.24    | 4  | 100 90 110 105         | 0.24
          100 110 90 105 0.1     | 4  | 100 90 110 105         | 0.24
          100 100.01 99.99 100 5 | 10 | 100 99.99 100.01 100   | 5
          """)
  void aCandleHappensAgain(String candle, int count, String way, double volume) {
    Exchange exchange = new Exchange();
    MarketPort port = exchange.list("BTC", "0.01", "0.01", "5");
    Feed feed = new Feed.Candles(candles(candle), 1, 10, port, Crowds.CROWD);
    new Market(List.of(feed)).advance(START_NS + MINUTE_NS - 1);
    List<MarketTrade> trades = exchange.trades;
    assertThat(trades).hasSize(count);
    String[] corners = way == null ? new String[0] : way.split(" ", -1);
    int at = 0;
    long traded = 0;
    for (MarketTrade trade : trades) {
      boolean corner = at < corners.length && trade.priceE8() == e8(corners[at]);
      at += corner ? 1 : 0;
      traded += trade.qtyE8();
      assertThat(trade.timeNs()).isBetween(START_NS, START_NS + MINUTE_NS - 1);
    }
    assertThat(at).as("visited of %s: %s", way, trades).isEqualTo(corners.length);
    assertThat(traded / 1e8).isEqualTo(volume);
    if (count > 0) {
      double[] last = {trades.getFirst().priceE8() / 1e8, trades.getLast().priceE8() / 1e8};
      String[] words = candle.split(" ", -1);
      assertThat(last).containsExactly(Double.parseDouble(words[0]), Double.parseDouble(words[3]));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void syntheticCandlesHappenAgain(long seed) {
    SyntheticSymbol symbol =
        new SyntheticSymbol(TestInstruments.spot("BTC/USDT"), 40_000, 1, 10_000);
    CandleColumns candles =
        PricePaths.generate(MarketModel.of(List.of(symbol)), seed, Crowds.MINUTE, 300)
            .candles()
            .getFirst();
    Exchange exchange = new Exchange();
    Replayed.check(candles, exchange, exchange.list("BTC", "0.0001", "0.00001", "5"), 20);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # file, tick, lot
          BTC_USDT-5m,  0.01,    0.00001
          DOGE_USDT-5m, 0.00001, 1
          TRX_USDT-1h,  0.00001, 0.1
          """)
  void realCandlesHappenAgain(String file, String tick, String lot) throws IOException {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
            .map(at -> at.resolve("shared/data/spot").resolve(file + ".csv.gz"))
            .filter(Files::exists)
            .findFirst();
    assumeTrue(found.isPresent(), "there is no shared/data/spot above this folder");
    CandleColumns candles =
        file.endsWith("5m") ? read(found.orElseThrow(), 150, 5) : read(found.orElseThrow(), 24, 60);
    Exchange exchange = new Exchange();
    Replayed.check(candles, exchange, exchange.list("BTC", tick, lot, "1"), 20);
  }

  private static CandleColumns read(Path file, int rows, int minutes) throws IOException {
    long[][] columns = new long[7][rows];
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> some = lines.lines().skip(1).limit(rows).toList();
      for (int i = 0; i < rows; i++) {
        String[] cells = some.get(i).split(",", -1);
        columns[0][i] = Long.parseLong(cells[0]) * 1_000_000;
        columns[1][i] = columns[0][i] + minutes * MINUTE_NS;
        for (int k = 1; k <= 5; k++) {
          columns[1 + k][i] = Math.round(Double.parseDouble(cells[k]) * 1e6);
        }
      }
    }
    return CandleColumns.of(6, 6, columns);
  }

  /** Prices around 100 in steps of 0.01, quantities in 0.0001. */
  private static TradeColumns trades(int count, long seed) {
    SplitMix random = new SplitMix(seed);
    long[] timeNs = new long[count];
    long[] price = new long[count];
    long[] qty = new long[count];
    boolean[] buyer = new boolean[count];
    long ns = START_NS;
    long now = 10_000;
    for (int i = 0; i < count; i++) {
      ns += random.nextInt(3) == 0 ? 0 : random.nextInt(2_000_000_000);
      now += random.nextInt(5) - 2L;
      timeNs[i] = ns;
      price[i] = now;
      qty[i] = 600L + random.nextInt(100_000);
      buyer[i] = random.nextInt(2) == 0;
    }
    return new TradeColumns(2, 4, timeNs, price, qty, buyer);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tradesHappenAgain(long seed) {
    TradeColumns trades = trades(500, seed);
    Exchange exchange = new Exchange();
    MarketPort port = exchange.list("BTC", "0.01", "0.0001", "5");
    Market market = new Market(List.of(new Feed.Trades(trades, port, Crowds.CROWD)));
    market.advance(trades.timeNs(499) + MINUTE_NS);
    assertThat(exchange.trades).hasSize(500);
    for (int i = 0; i < 500; i++) {
      MarketTrade trade = exchange.trades.get(i);
      assertThat(trade.timeNs()).isEqualTo(trades.timeNs(i));
      assertThat(trade.priceE8()).isEqualTo(trades.price(i) * 1_000_000);
      assertThat(trade.qtyE8()).isEqualTo(trades.qty(i) * 10_000);
      assertThat(trade.parties().buyerIsMaker()).isEqualTo(!trades.buyerIsAggressor(i));
    }
    exchange.spot.checkInvariants();
  }

  @ParameterizedTest(name = "lots of {0}, {1} at least, of {2}")
  @CsvSource(
      textBlock =
          """
          # lot, least worth, quantities, what is traded
          1,   0,   2 3,           2 3
          1,   0,   0.4 0.4 0.4 2, 1 2
          1,   250, 1 1 1 1,       3
          0.1, 0,   0.25 0.25,     0.2 0.3
          1,   0,   20000000,      9000000 9000000 2000000
          """)
  void whatIsNoOrderIsCarried(String lot, String worth, String qtys, String traded) {
    List<Long> given = Stream.of(qtys.split(" ", -1)).map(Exchange::e8).toList();
    long[] timeNs = new long[given.size()];
    long[] price = new long[given.size()];
    for (int i = 0; i < given.size(); i++) {
      timeNs[i] = START_NS + i;
      price[i] = 100;
    }
    long[] qty = given.stream().mapToLong(it -> it).toArray();
    TradeColumns trades = new TradeColumns(0, 8, timeNs, price, qty, new boolean[qty.length]);
    Exchange exchange = new Exchange();
    MarketPort port = exchange.list("BTC", "0.01", lot, worth);
    new Market(List.of(new Feed.Trades(trades, port, Crowds.CROWD))).advance(START_NS + SECOND);
    List<Long> wanted = Stream.of(traded.split(" ", -1)).map(Exchange::e8).toList();
    assertThat(exchange.trades.stream().map(MarketTrade::qtyE8).toList()).isEqualTo(wanted);
  }

  @Test
  void aUserMovesTheTradesThatFollowForAWhile() {
    int count = 300;
    long[] timeNs = new long[count];
    long[] price = new long[count];
    long[] qty = new long[count];
    for (int i = 0; i < count; i++) {
      timeNs[i] = START_NS + i * SECOND;
      price[i] = 40_000;
      qty[i] = 10;
    }
    TradeColumns trades = new TradeColumns(0, 0, timeNs, price, qty, new boolean[count]);
    Exchange exchange = new Exchange();
    MarketPort port = exchange.list("BTC", "0.01", "0.0001", "5");
    Market market = new Market(List.of(new Feed.Trades(trades, port, Crowds.CROWD)));
    market.advance(START_NS + 10 * SECOND);
    OrderTerms buy = new OrderTerms.Market(5_000 * ONE);
    assertThat(exchange.order("BTC", Side.BUY, buy, START_NS + 10 * SECOND)).isEqualTo(5_000 * ONE);
    exchange.trades.clear();
    market.advance(START_NS + 299 * SECOND);
    List<Double> prices = exchange.trades.stream().map(it -> it.priceE8() / 1e8).toList();
    double moved = prices.getFirst() - 40_000;
    assertThat(moved).isGreaterThan(1);
    assertThat(prices.get(30) - 40_000).isCloseTo(moved / 2, within(0.02));
    assertThat(prices.get(60) - 40_000).isCloseTo(moved / 4, within(0.02));
    assertThat(prices.getLast()).isCloseTo(40_000, within(0.05));
  }

  @Test
  void aUserWhoWaitsAtThePriceIsServedBeforeMakers() {
    TradeColumns trades =
        new TradeColumns(
            0,
            0,
            new long[] {START_NS, START_NS + 5 * SECOND, START_NS + 9 * SECOND},
            new long[] {101, 100, 99},
            new long[] {5, 5, 5},
            new boolean[3]);
    Exchange exchange = new Exchange();
    MarketPort port = exchange.list("BTC", "0.01", "0.01", "5");
    Market market = new Market(List.of(new Feed.Trades(trades, port, Crowds.CROWD)));
    market.advance(START_NS + SECOND);
    OrderTerms bid = new OrderTerms.Limit(3 * ONE, 100 * ONE, TimeInForce.GTC);
    exchange.order("BTC", Side.BUY, bid, START_NS + SECOND);
    exchange.trades.clear();
    market.advance(START_NS + 6 * SECOND);
    assertThat(exchange.open()).isEmpty();
    List<List<Long>> told = new ArrayList<>();
    exchange.trades.forEach(it -> told.add(List.of(it.priceE8() / ONE, it.qtyE8() / ONE)));
    assertThat(told).containsExactly(List.of(100L, 3L), List.of(100L, 2L));
  }

  @Test
  void whatMakersOfferedForATradeDoesNotStay() {
    TradeColumns trades =
        new TradeColumns(
            0,
            0,
            new long[] {START_NS, START_NS + 5 * SECOND},
            new long[] {99, 100},
            new long[] {5, 5},
            new boolean[] {true, true});
    Exchange exchange = new Exchange();
    MarketPort port = exchange.list("BTC", "0.01", "0.01", "5");
    Market market = new Market(List.of(new Feed.Trades(trades, port, Crowds.CROWD)));
    market.advance(START_NS + SECOND);
    OrderTerms ask = new OrderTerms.Limit(3 * ONE, 100 * ONE, TimeInForce.GTC);
    exchange.order("BTC", Side.SELL, ask, START_NS + SECOND);
    market.advance(START_NS + 5 * SECOND);
    assertThat(exchange.open()).isEmpty();
    assertThat(exchange.depth("BTC").asks().getFirst().priceE8()).isGreaterThan(100 * ONE);
  }
}
