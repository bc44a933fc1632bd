package io.tradewind.exchange.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.simulation.crowd.MarketPort;
import io.tradewind.simulation.crowd.SpotPort;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A maker's order of whole coins at 100, of which a share is shown, and a user's behind it. {@code
 * rest 10} is the maker's, {@code user 3} the user's, {@code reduce 6} makes the maker's smaller,
 * {@code take 4} is a taker's. {@code believes} is what the maker takes for open, {@code shown}
 * what stands there with the user's, {@code left} what the user still has.
 */
class ThinPortTest {
  private static final long ONE = 100_000_000;
  private static final long PRICE_E8 = 100 * ONE;
  private static final long MAKER = 2;
  private static final long TAKER = 3;
  private static final long USER = 4;

  private double share;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          share 0.5; rest 10; shown 5; believes 10
          share 0.5; rest 10; user 3; reduce 6; believes 6; shown 6; take 4; left 2; believes 0
          share 0.5; rest 10; user 3; reduce 6; take 2; believes 4; left 3; take 1; left 3; believes 0
          share 0.5; rest 10; user 3; reduce 8; shown 7; reduce 4; shown 5; reduce 2; shown 4; take 1; left 3
          share 0.5; rest 10; user 3; take 4; believes 6; reduce 2; believes 2; shown 4; take 2; left 2
          share 0.5; rest 10; user 3; take 5; believes 0; take 1; left 2
          share 1; rest 10; user 3; reduce 6; shown 9; take 7; left 2
          share 1; rest 10; user 3; share 0.1; reduce 6; shown 9; take 6; left 3
          share 0.5; rest 10; user 3; share 1; reduce 6; believes 6; shown 8; take 5; left 3; take 1; left 2
          share 0.5; rest 10; user 3; reduce 2; believes 2; shown 4; take 2; left 2
          share 0.5; rest 10; user 3; take 5; reducing fails; believes 0
          share 0.5; rest 10; user 3; cancel 10; shown 3; believes 0; reducing fails
          """)
  void whoStandsBehindKeepsHisPlace(String script) {
    SpotExchange exchange = new SpotApi(new Gatekeeper(List.of()), 7).exchange();
    TradedSymbol symbol = TradedSymbol.of("XYZ/USDT");
    exchange.list(symbol.listing());
    for (long account : new long[] {MAKER, TAKER, USER}) {
      exchange.openAccount(account, Account.Terms.UNLIMITED);
    }
    MarketPort port = new SpotPort(exchange, symbol.name());
    MarketPort thin = new ThinPort(port, () -> share);
    List<Long> ids = new ArrayList<>();
    for (String step : script.split(";")) {
      String[] words = step.strip().split(" ", -1);
      if (words[0].equals("share")) {
        share = Double.parseDouble(words[1]);
        continue;
      }
      if (words[0].equals("reducing")) {
        assertThat(thin.reduce(MAKER, ids.getFirst(), ONE, 1)).isFalse();
        continue;
      }
      long qtyE8 = Long.parseLong(words[1]) * ONE;
      switch (words[0]) {
        case "rest" -> ids.add(thin.rest(MAKER, Side.SELL, qtyE8, PRICE_E8, 1).orElseThrow());
        case "user" -> ids.add(port.rest(USER, Side.SELL, qtyE8, PRICE_E8, 1).orElseThrow());
        case "reduce" -> assertThat(thin.reduce(MAKER, ids.getFirst(), qtyE8, 1)).as(step).isTrue();
        case "cancel" ->
            assertThat(thin.cancel(MAKER, ids.getFirst(), 1)).as(step).isEqualTo(qtyE8);
        case "take" -> thin.take(TAKER, Side.BUY, qtyE8, PRICE_E8, 1);
        case "believes" -> assertThat(thin.openE8(MAKER, ids.getFirst())).as(step).isEqualTo(qtyE8);
        case "left" -> assertThat(port.openE8(USER, ids.getLast())).as(step).isEqualTo(qtyE8);
        case "shown" -> assertThat(shownE8(exchange, symbol)).as(step).isEqualTo(qtyE8);
        default -> throw new IllegalArgumentException(step);
      }
    }
  }

  private static long shownE8(SpotExchange exchange, TradedSymbol symbol) {
    return switch (exchange.depth(symbol.name(), 10)) {
      case Result.Done<Depth>(Depth depth) ->
          depth.asks().stream().mapToLong(Depth.DepthLevel::qtyE8).sum();
      case Result.Refused<Depth> refused -> throw new AssertionError(refused);
    };
  }
}
