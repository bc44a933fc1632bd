package io.tradewind.simulation.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import io.tradewind.simulation.exchange.futures.MarketTrade;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.Result;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A contract as a crowd sees it, and the index that comes from another book. */
class FuturesMarketTest {
  private static final long ONE = 100_000_000;
  private static final long SECOND_NS = 1_000_000_000;
  private static final long MAKER = 1;
  private static final long TAKER = 2;

  private final List<MarketTrade> trades = new ArrayList<>();
  private final FuturesExchange exchange = new FuturesExchange(new Told(), 0);

  private final class Told extends Unheard {
    @Override
    public void onTrade(MarketTrade trade) {
      trades.add(trade);
    }
  }

  FuturesMarketTest() {
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKER, Account.Terms.UNLIMITED);
    for (String symbol : List.of("PERP", "SPOT")) {
      exchange.list(listing(symbol), 100 * ONE);
    }
  }

  static FuturesListing listing(String symbol) {
    return new FuturesListing(
        symbol,
        "BTC",
        "USDT",
        ListingStatus.TRADING,
        new FuturesListing.Filters(
            new Filter.Price(1, 1_000_000 * ONE, ONE / 10),
            new Filter.Lot(ONE / 500, 1000 * ONE + 1, ONE / 1000),
            new Filter.MarketLot(ONE / 1000, 0, ONE / 1000),
            5 * ONE,
            new FuturesListing.Band(2 * ONE, 0),
            200),
        new MarginTable(List.of(new MarginTier(0, Long.MAX_VALUE, 4_000, 0, 125)), 12_500),
        FeeRates.NONE,
        new FuturesListing.Terms(28_800 * SECOND_NS, ONE / 20, 20, SelfTradeMode.EXPIRE_MAKER));
  }

  @Test
  void aPortPlacesTakesAndCancels() {
    FuturesPort port = new FuturesPort(exchange, "PERP");
    assertThat(port.rules())
        .isEqualTo(new MarketPort.Rules(ONE / 10, ONE / 1000, ONE / 500, 1000 * ONE, 5 * ONE));
    assertThat(port.bestE8(Side.SELL)).isEmpty();
    long ask = port.rest(MAKER, Side.SELL, 2 * ONE, 101 * ONE, 1).orElseThrow();
    assertThat(port.bestE8(Side.SELL)).isEqualTo(OptionalLong.of(101 * ONE));
    assertThat(port.take(TAKER, Side.BUY, ONE, 100 * ONE, 2)).isZero();
    assertThat(port.take(TAKER, Side.BUY, ONE, 101 * ONE, 3)).isEqualTo(ONE);
    assertThat(port.openE8(MAKER, ask)).isEqualTo(ONE);
    assertThat(port.rest(MAKER, Side.SELL, 1, 101 * ONE, 4)).isEmpty();
    assertThat(port.cancel(MAKER, ask, 5)).isEqualTo(ONE);
    assertThat(port.cancel(MAKER, ask, 6)).isZero();
    assertThat(port.openE8(MAKER, ask)).isZero();
    assertThat(trades)
        .extracting(MarketTrade::priceE8, MarketTrade::qtyE8, MarketTrade::takerOrderId)
        .containsExactly(tuple(101 * ONE, ONE, 3L));
  }

  /** At each step there is as much of both, and only who is no program prefers the better price. */
  @Test
  void aThirdOfTakersMeetRetailPriceImprovement() {
    FuturesPort port = new FuturesPort(exchange, "PERP");
    port.rest(MAKER, Side.SELL, 900 * ONE, 101 * ONE, 1);
    OrderTerms terms =
        new OrderTerms.Limit(900 * ONE, 100 * ONE, TimeInForce.RPI, OptionalLong.empty());
    exchange.place(MAKER, new NewOrder("PERP", "rpi", Side.SELL, terms, false), 1);
    for (int i = 0; i < 900; i++) {
      assertThat(port.take(TAKER, Side.BUY, ONE, 101 * ONE, 2)).isEqualTo(ONE);
    }
    assertThat(trades.stream().filter(it -> it.kind() == MarketTrade.Kind.RPI).count())
        .isEqualTo(trades.stream().filter(it -> it.priceE8() == 100 * ONE).count())
        .isBetween(250L, 350L);
  }

  @Test
  void theIndexIsTheMiddleOfAnotherBookOnceASecond() {
    MarketPort spot = new FuturesPort(exchange, "SPOT");
    Feed.Index feed = new Feed.Index(exchange, new TreeMap<>(Map.of("PERP", spot)), SECOND_NS);
    Market market = new Market(List.of(feed));
    market.advance(SECOND_NS);
    assertThat(prices()).isEqualTo(new MarketPrices(100 * ONE, 100 * ONE, OptionalLong.empty()));
    spot.rest(MAKER, Side.BUY, ONE, 103 * ONE, SECOND_NS);
    spot.rest(MAKER, Side.SELL, ONE, 105 * ONE, SECOND_NS);
    market.advance(2 * SECOND_NS - 1);
    assertThat(prices().indexE8()).isEqualTo(100 * ONE);
    market.advance(2 * SECOND_NS);
    assertThat(prices().indexE8()).isEqualTo(104 * ONE);
    assertThat(market.nextDueNs()).isEqualTo(3 * SECOND_NS);
  }

  private MarketPrices prices() {
    return switch (exchange.prices("PERP")) {
      case Result.Done<MarketPrices>(MarketPrices prices) -> prices;
      case Result.Refused<MarketPrices> refused -> throw new AssertionError(refused);
    };
  }
}
