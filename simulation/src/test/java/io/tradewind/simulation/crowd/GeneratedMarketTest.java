package io.tradewind.simulation.crowd;

import static io.tradewind.simulation.crowd.Exchange.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.PriceStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day of two symbols of one seed shows what was asked of it. */
class GeneratedMarketTest {
  private static final int MINUTES = 1_440;
  private static final long MINUTE_NS = 60 * SECOND;
  private static final MarketModel MODEL = Crowds.model(2, 0.03, 12);
  private static final long SEED = 8;

  /** The book looked at in the middle of each minute. */
  private static final double[][] LAST = new double[2][MINUTES + 1];

  private static final double[] FAIR = new double[MINUTES + 1];
  private static final double[] SPREAD = new double[MINUTES + 1];
  private static final double[] SHOWN = new double[MINUTES + 1];
  private static final int[] LEVELS = new int[MINUTES + 1];

  /** In base, of the first symbol. */
  private static final double[] HOURLY = new double[24];

  private static int trades;

  @BeforeAll
  static void play() {
    Exchange exchange = new Exchange();
    Market market = Crowds.generated(exchange, MODEL, SEED, Crowds.CROWD);
    PriceStream fair = new PriceStream(MODEL, SEED, Crowds.MINUTE);
    for (int minute = 0; minute <= MINUTES; minute++) {
      long ns = Crowds.START_NS + minute * MINUTE_NS + 28 * SECOND;
      market.advance(ns);
      while (fair.timeNs() + fair.stepNs() <= ns) {
        fair.next();
      }
      FAIR[minute] = fair.price(0);
      for (int i = 0; i < 2; i++) {
        LAST[i][minute] = last(exchange, Crowds.BASES.get(i));
      }
      look(exchange, minute);
      count(exchange);
    }
    exchange.spot.checkInvariants();
  }

  private static double last(Exchange exchange, String base) {
    return exchange.trades.stream()
        .filter(trade -> trade.symbol().startsWith(base))
        .reduce((_, later) -> later)
        .map(trade -> trade.priceE8() / 1e8)
        .orElseGet(() -> exchange.middle(base));
  }

  private static void look(Exchange exchange, int minute) {
    Depth depth = exchange.depth("BTC");
    LEVELS[minute] = Math.min(depth.bids().size(), depth.asks().size());
    if (LEVELS[minute] > 0) {
      long ask = depth.asks().getFirst().priceE8();
      long bid = depth.bids().getFirst().priceE8();
      SPREAD[minute] = (ask - bid) / 1e8 / exchange.middle("BTC");
      SHOWN[minute] = exchange.shown("BTC", Side.BUY) + exchange.shown("BTC", Side.SELL);
    }
  }

  private static void count(Exchange exchange) {
    for (MarketTrade trade : exchange.trades) {
      int hour = (int) ((trade.timeNs() - Crowds.START_NS) / (60 * MINUTE_NS));
      if (trade.symbol().startsWith("BTC") && hour < 24) {
        HOURLY[hour] += trade.qtyE8() / 1e8;
        trades++;
      }
    }
    exchange.trades.clear();
  }

  private static double[] returns(double[] prices, int every) {
    return IntStream.range(0, (prices.length - 1) / every)
        .mapToDouble(i -> Math.log(prices[(i + 1) * every] / prices[i * every]))
        .toArray();
  }

  private static double deviation(double[] values) {
    return Math.sqrt(covariance(values, values));
  }

  private static double covariance(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).average().orElse(0);
  }

  @ParameterizedTest(name = "over {0} minutes")
  @CsvSource({"1, 0.06", "5, 0.03", "15, 0.02"})
  void volatilityIsThatOfTheFairPrice(int minutes, double within) {
    double traded = deviation(returns(LAST[0], minutes));
    double fair = deviation(returns(FAIR, minutes));
    assertThat(traded / fair).isCloseTo(1, within(within));
    // A day of clustered, fat-tailed minutes is a small sample.
    assertThat(traded * Math.sqrt(1_440.0 / minutes) / 0.03).isCloseTo(1, within(0.2));
  }

  @ParameterizedTest(name = "over {0} minutes")
  @CsvSource({"1, 0.08", "5, 0.12"})
  void symbolsGoTogether(int minutes, double within) {
    double[] one = returns(LAST[0], minutes);
    double[] other = returns(LAST[1], minutes);
    double correlation = covariance(one, other) / deviation(one) / deviation(other);
    assertThat(correlation).isCloseTo(0.6, within(within));
  }

  @Test
  void tailsAreFat() {
    double[] returns = returns(LAST[0], 1);
    double fourth =
        IntStream.range(0, returns.length)
            .mapToDouble(i -> Math.pow(returns[i], 4))
            .average()
            .orElse(0);
    assertThat(fourth / Math.pow(deviation(returns), 4)).isBetween(4.0, 20.0);
  }

  @Test
  void tradedPricesFollowTheFairPrice() {
    double[] off =
        IntStream.rangeClosed(0, MINUTES)
            .mapToDouble(i -> Math.log(LAST[0][i] / FAIR[i]))
            .toArray();
    double minute = 0.03 / Math.sqrt(1_440);
    assertThat(deviation(off)).isLessThan(0.3 * minute);
    assertThat(IntStream.range(0, off.length).mapToDouble(i -> off[i]).average().orElse(1))
        .isCloseTo(0, within(0.02 * minute));
  }

  @Test
  void volumeHasTheShapeOfTheDay() {
    PriceStream stream = new PriceStream(MODEL, SEED, Crowds.MINUTE);
    double[] expected = new double[24];
    for (int hour = 0; hour < 24; hour++) {
      for (int step = 0; step < 60 * MODEL.stepsPerCandle(); step++) {
        expected[hour] += stream.volume(0);
        stream.next();
      }
      assertThat(HOURLY[hour] / expected[hour]).as("hour %s", hour).isBetween(0.8, 1.25);
    }
    double busy = HOURLY[13] + HOURLY[14] + HOURLY[15] + HOURLY[16];
    double calm = HOURLY[20] + HOURLY[21] + HOURLY[22] + HOURLY[23];
    assertThat(busy / calm).isGreaterThan(1.4);
    double all = IntStream.range(0, 24).mapToDouble(hour -> HOURLY[hour]).sum();
    assertThat(all).isBetween(8_000.0, 12_000.0);
    assertThat(trades / 100_000.0).isBetween(0.8, 1.25);
  }

  @Test
  void booksAreSane() {
    assertThat(IntStream.of(LEVELS)).allMatch(levels -> levels >= 10);
    double perSecond = 0.03 / Math.sqrt(86_400);
    assertThat(DoubleStream.of(SPREAD)).allMatch(spread -> spread > 0 && spread < 20 * perSecond);
    assertThat(IntStream.rangeClosed(0, MINUTES).mapToDouble(i -> SPREAD[i]).average().orElse(0))
        .isBetween(0.7 * perSecond, 1.5 * perSecond);
    assertThat(DoubleStream.of(SHOWN)).allMatch(shown -> shown > 120 && shown < 201);
    assertThat(IntStream.rangeClosed(0, MINUTES).mapToDouble(i -> SHOWN[i]).average().orElse(0))
        .isBetween(185.0, 200.0);
  }

  @ParameterizedTest(name = "{0} a day")
  @CsvSource(
      textBlock =
          """
          # daily volatility, spread in deviations of a second
          0.01, 1
          0.03, 1
          0.10, 1
          """)
  void spreadsAreOfTheVolatility(double daily, double deviations) {
    Exchange exchange = new Exchange();
    Market market = Crowds.generated(exchange, Crowds.model(1, daily, 20), 4, Crowds.CROWD);
    double sum = 0;
    for (int i = 1; i <= 200; i++) {
      market.advance(Crowds.START_NS + 600 * SECOND + i * 9L * SECOND);
      Depth depth = exchange.depth("BTC");
      sum += depth.asks().getFirst().priceE8() - depth.bids().getFirst().priceE8();
    }
    double spread = sum / 200 / 1e8 / 40_000 / (daily / Math.sqrt(86_400));
    assertThat(spread).isCloseTo(deviations, within(0.35));
  }

  @ParameterizedTest
  @CsvSource({"BUY", "SELL"})
  void aUsersOrderMovesTheMarketWhichComesBack(Side side) {
    MarketModel model = Crowds.model(1, 0.0001, 20);
    Exchange alone = new Exchange();
    Exchange visited = new Exchange();
    Market without = Crowds.generated(alone, model, 9, Crowds.CROWD);
    Market with = Crowds.generated(visited, model, 9, Crowds.CROWD);
    long ns = Crowds.START_NS + 300 * SECOND;
    without.advance(ns);
    with.advance(ns);
    visited.order("BTC", side, new OrderTerms.Market(90 * Exchange.ONE), ns);
    double[] moved = new double[4];
    int[] after = {3, 33, 63, 303};
    for (int i = 0; i < 4; i++) {
      without.advance(ns + after[i] * SECOND);
      with.advance(ns + after[i] * SECOND);
      moved[i] = side.sign() * (visited.middle("BTC") - alone.middle("BTC"));
    }
    assertThat(moved[0]).isGreaterThan(4);
    assertThat(moved[1] / moved[0]).isCloseTo(0.5, within(0.25));
    assertThat(moved[2] / moved[0]).isCloseTo(0.25, within(0.25));
    assertThat(moved[3]).isCloseTo(0, within(1.5));
  }
}
