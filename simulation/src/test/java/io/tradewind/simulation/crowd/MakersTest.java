package io.tradewind.simulation.crowd;

import static io.tradewind.simulation.crowd.Exchange.ONE;
import static io.tradewind.simulation.crowd.Exchange.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Makers around a price that stands still: 20 levels and 1000 BTC on each side of 40,000, quiet
 * enough that sigma is at its least.
 */
class MakersTest {
  private static final double SIGMA = 0.03 / Math.sqrt(86_400) / 5;

  /** How far the centre goes if all 1000 are taken: what the model says of its levels. */
  private static final double IMPACT = 0.5 * SIGMA * MakerModel.DEFAULT.impactOfSide();

  private final Exchange exchange = new Exchange();
  private final Market market = Crowds.still(exchange, "0.01");
  private long nowNs = Crowds.START_NS;

  MakersTest() {
    pass(600);
  }

  private void pass(int seconds) {
    nowNs += seconds * SECOND;
    market.advance(nowNs);
  }

  private long buy(int qty) {
    return exchange.order("BTC", Side.BUY, new OrderTerms.Market(qty * ONE), nowNs);
  }

  private long sell(int qty) {
    return exchange.order("BTC", Side.SELL, new OrderTerms.Market(qty * ONE), nowNs);
  }

  @ParameterizedTest(name = "level {0}")
  @CsvSource(
      textBlock =
          """
          # level, bid, ask, qty: 40,000 times 1 -/+ 0.5 sigma 1.3^level, in proportion to the root
          0,  39999.59, 40000.41, 10.9633
          1,  39999.46, 40000.54, 12.5001
          2,  39999.31, 40000.69, 14.2523
          5,  39998.48, 40001.52, 21.1251
          10, 39994.37, 40005.63, 40.7052
          19, 39940.33, 40059.67, 132.5574
          """)
  void levelsSpreadAndGrow(int level, double bid, double ask, double qty) {
    Depth depth = exchange.depth("BTC");
    assertThat(depth.bids()).hasSize(20);
    assertThat(depth.asks()).hasSize(20);
    // A quote that is well enough where it is stays: up to a fifth of its distance.
    double slack = 0.01 + 0.2 * (40_000 - bid);
    assertThat(depth.bids().get(level).priceE8() / 1e8).isCloseTo(bid, within(slack));
    assertThat(depth.asks().get(level).priceE8() / 1e8).isCloseTo(ask, within(slack));
    assertThat(depth.bids().get(level).qtyE8() / 1e8).isCloseTo(qty, within(1e-3));
    assertThat(depth.asks().get(level).qtyE8() / 1e8).isCloseTo(qty, within(1e-3));
  }

  @Test
  void whereTicksAreCoarseEachLevelIsATickFurther() {
    Exchange coarse = new Exchange();
    Crowds.still(coarse, "10").advance(nowNs);
    Depth depth = coarse.depth("BTC");
    for (int level = 0; level < 12; level++) {
      assertThat(depth.bids().get(level).priceE8()).isEqualTo((39_990 - 10 * level) * ONE);
      assertThat(depth.asks().get(level).priceE8()).isEqualTo((40_010 + 10 * level) * ONE);
    }
  }

  @ParameterizedTest(name = "{0} BTC, {1} s after")
  @CsvSource(
      textBlock =
          """
          # bought, seconds after: half of it comes back in 5 seconds, the last fifth by bits
          500,  1
          500,  3
          500,  5
          500,  10
          500,  20
          900,  1
          900,  5
          900,  10
          900,  40
          1000, 1
          1000, 5
          1000, 40
          """)
  void whatIsEatenComesBack(int qty, int seconds) {
    assertThat(buy(qty)).isGreaterThan(qty * ONE - ONE);
    assertThat(exchange.shown("BTC", Side.SELL)).isCloseTo(1000 - qty, within(0.01));
    pass(seconds);
    double back = 1000 - qty * Math.pow(0.5, seconds / 5.0);
    assertThat(exchange.shown("BTC", Side.SELL)).isBetween(back - 200, back + 1);
    assertThat(exchange.shown("BTC", Side.BUY)).isCloseTo(1000, within(0.01));
  }

  @ParameterizedTest(name = "{0} BTC, {1} s after")
  @CsvSource(
      textBlock =
          """
          # bought or sold, seconds after: back by halves in 30 seconds
          200,  1
          500,  1
          900,  1
          900,  16
          900,  31
          900,  61
          900,  200
          -900, 1
          -900, 31
          -200, 1
          -200, 31
          """)
  void aLargeOrderMovesTheMarketAndItRecovers(int qty, int seconds) {
    double before = exchange.middle("BTC");
    assertThat(before).isEqualTo(40_000);
    long traded = qty > 0 ? buy(qty) : sell(-qty);
    assertThat(traded).isEqualTo(Math.abs(qty) * ONE);
    double last = exchange.trades.getLast().priceE8() / 1e8;
    assertThat((last - before) * Math.signum(qty)).isGreaterThan(1);
    pass(seconds);
    double moved = IMPACT * qty / 1000 * Math.pow(0.5, (seconds - 1) / 30.0);
    // The first quotes after a sweep are small; those that were near enough stayed.
    double spread = seconds < 10 ? 0.75 : 0.25;
    assertThat(exchange.middle("BTC") - 40_000).isCloseTo(40_000 * moved, within(spread));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # levels, ratio, impact of a side in distances of the first level
          1, 2, 2
          2, 4, 6
          2, 9, 8
          3, 4, 14
          """)
  void nothingIsGainedByPushing(int levels, double ratio, double most) {
    MakerModel model = new MakerModel(levels, 0.5, ratio, 0.01, 1, 1, 1);
    assertThat(model.impactOfSide()).isCloseTo(most, within(1e-4));
  }

  @Test
  void aBoughtCoinIsSoldAtALoss() {
    for (int qty : List.of(1, 10, 100, 500)) {
      for (int parts : List.of(1, 5, 20)) {
        double spent = 0;
        int from = exchange.trades.size();
        for (int part = 0; part < parts; part++) {
          long wanted = qty * ONE / parts;
          exchange.order("BTC", Side.BUY, new OrderTerms.Market(wanted), nowNs);
          pass(1);
        }
        exchange.order("BTC", Side.SELL, new OrderTerms.Market(qty * ONE), nowNs);
        for (var trade : exchange.trades.subList(from, exchange.trades.size())) {
          double quote = trade.priceE8() / 1e8 * trade.qtyE8() / 1e8;
          spent += trade.parties().buyerIsMaker() ? -quote : quote;
        }
        assertThat(spent).as("%s BTC in %s parts", qty, parts).isGreaterThan(0);
        pass(600);
      }
    }
  }

  @Test
  void anOfferOfTheUserBelowTheMarketIsBoughtByMakers() {
    sell(900);
    pass(1);
    OrderTerms terms = new OrderTerms.Limit(ONE, 39_998 * ONE, TimeInForce.GTC);
    assertThat(exchange.order("BTC", Side.SELL, terms, nowNs)).isZero();
    assertThat(exchange.open()).hasSize(1);
    pass(300);
    assertThat(exchange.open()).isEmpty();
    assertThat(exchange.trades.getLast().priceE8()).isEqualTo(39_998 * ONE);
  }
}
