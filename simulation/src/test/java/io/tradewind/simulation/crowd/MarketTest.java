package io.tradewind.simulation.crowd;

import static io.tradewind.simulation.crowd.Exchange.ONE;
import static io.tradewind.simulation.crowd.Exchange.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.matching.TimeInForce;
import io.tradewind.simulation.synthetic.PricePaths;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several feeds on an exchange: determinism, and books that hold whatever a user does. */
class MarketTest {
  private static final long START_NS = Crowds.START_NS;

  /** Two symbols that are made, and one that happens again. */
  private static Market market(Exchange exchange, long seed) {
    List<MarketPort> ports =
        List.of(
            exchange.list("BTC", "0.01", "0.0001", "5"), exchange.list("ETH", "0.5", "0.01", "5"));
    MarketPort replayed = exchange.list("SOL", "0.01", "0.001", "5");
    CandleColumns candles =
        PricePaths.generate(Crowds.model(1, 0.05, 12), seed + 1, Crowds.MINUTE, 60)
            .candles()
            .getFirst();
    return new Market(
        List.of(
            new Feed.Generated(Crowds.model(2, 0.05, 20), seed, Crowds.MINUTE, ports, Crowds.CROWD),
            new Feed.Candles(candles, seed, 15, replayed, Crowds.CROWD)));
  }

  private static List<MarketTrade> play(long seed, long stepNs, long untilNs) {
    Exchange exchange = new Exchange();
    Market market = market(exchange, seed);
    for (long ns = START_NS; ns < untilNs; ns += stepNs) {
      market.advance(ns);
    }
    market.advance(untilNs);
    return exchange.trades;
  }

  @Test
  void theStepsInWhichItIsAdvancedDoNotMatter() {
    long untilNs = START_NS + 1_200 * SECOND;
    List<MarketTrade> once = play(5, 3_600 * SECOND, untilNs);
    assertThat(once.size()).isGreaterThan(1_000);
    assertThat(play(5, 3_600 * SECOND, untilNs)).isEqualTo(once);
    assertThat(play(5, 777_777_777, untilNs)).isEqualTo(once);
    assertThat(play(6, 3_600 * SECOND, untilNs)).isNotEqualTo(once);
  }

  @Test
  void nextDueIsWhenSomethingHappens() {
    Exchange exchange = new Exchange();
    Market market = market(exchange, 1);
    assertThat(market.nextDueNs()).isEqualTo(START_NS);
    market.advance(START_NS - 1);
    assertThat(exchange.depth("BTC").bids()).isEmpty();
    List<Long> due = new ArrayList<>();
    while (market.nextDueNs() < START_NS + 60 * SECOND) {
      due.add(market.nextDueNs());
      market.advance(market.nextDueNs());
    }
    assertThat(due).isSorted().doesNotHaveDuplicates();
    assertThat(due).contains(START_NS + 3 * SECOND, START_NS + 57 * SECOND);
    assertThat(due).containsAll(exchange.trades.stream().map(MarketTrade::timeNs).toList());
    assertThatThrownBy(() -> market.advance(START_NS)).hasMessageContaining("must not go back");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void booksHoldWhateverAUserDoes(long seed) {
    Exchange exchange = new Exchange();
    Market market = market(exchange, seed);
    SplitMix random = new SplitMix(seed);
    long ns = START_NS;
    for (int round = 0; round < 400; round++) {
      ns += random.nextInt(3) * (long) random.nextInt(4_000_000) * 1_000;
      market.advance(ns);
      String base = Crowds.BASES.get(random.nextInt(3));
      if (random.nextInt(5) == 0) {
        exchange.cancelAll(base, ns);
      } else {
        Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
        exchange.order(base, side, terms(exchange, base, random), ns);
      }
      exchange.spot.checkInvariants();
      for (String each : Crowds.BASES) {
        check(exchange.depth(each), "seed " + seed + ", round " + round + ", " + each);
      }
    }
    for (String base : Crowds.BASES) {
      exchange.cancelAll(base, ns);
    }
    market.advance(ns + 600 * SECOND);
    for (String each : Crowds.BASES) {
      assertThat(exchange.depth(each).bids()).as("seed %s", seed).hasSizeGreaterThan(10);
      assertThat(exchange.depth(each).asks()).as("seed %s", seed).hasSizeGreaterThan(10);
    }
  }

  private static OrderTerms terms(Exchange exchange, String base, SplitMix random) {
    long qty = (1 + random.nextInt(random.nextInt(10) == 0 ? 30_000 : 300)) * (ONE / 100);
    Depth depth = exchange.depth(base);
    boolean bids = random.nextInt(2) == 0 && !depth.bids().isEmpty();
    List<Depth.DepthLevel> levels = bids ? depth.bids() : depth.asks();
    if (levels.isEmpty() || random.nextInt(4) == 0) {
      return new OrderTerms.Market(qty);
    }
    long near = levels.get(random.nextInt(levels.size())).priceE8();
    long priceE8 = near + (random.nextInt(21) - 10) * (ONE / 2);
    priceE8 -= priceE8 % (ONE / 2);
    return new OrderTerms.Limit(
        qty, priceE8, random.nextInt(5) == 0 ? TimeInForce.IOC : TimeInForce.GTC);
  }

  private static void check(Depth depth, String where) {
    if (!depth.bids().isEmpty() && !depth.asks().isEmpty()) {
      assertThat(depth.bids().getFirst().priceE8())
          .as(where)
          .isLessThan(depth.asks().getFirst().priceE8());
    }
  }
}
