package io.tradewind.simulation.crowd;

import static io.tradewind.simulation.crowd.Exchange.ONE;
import static io.tradewind.simulation.crowd.Exchange.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.OrderView;
import io.tradewind.simulation.exchange.futures.Result;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The place of a user's order among makers of a recorded book on futures, where an order that is
 * changed loses its place unless it is theirs. Scripts are those of {@link BookReplayTest}.
 */
class FuturesQueueTest {
  private static final long START_NS = Crowds.START_NS;
  private static final String SYMBOL = "BTCUSDT";

  private final FuturesExchange exchange = new FuturesExchange(new Unheard(), 0);
  private int names;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          makers who stood first are first        | book b99:5 a101:4; user sell 101:2; buy 101:5; left a101:1; see b99:5 a101:1
          less of them, who keep their place      | book b99:5 a101:4; user sell 101:2; set a101:3; buy 101:3; left a101:2; see b99:5 a101:2
          who is behind them gains                | book b99:5 a101:4; user sell 101:2; set a101:1; buy 101:2; left a101:1
          again and again                         | book b99:5 a101:9; user sell 101:2; set a101:7; set a101:4; set a101:1; buy 101:1; left a101:2; buy 101:1; left a101:1
          also of what is filled in part          | book b99:5 a101:4; user sell 101:2; buy 101:1; set a101:2; buy 101:3; left a101:1
          what comes after him stands behind him  | book b99:5 a101:1; user sell 101:2; set a101:4; buy 101:3; left; see b99:5 a101:3
          what goes, goes behind him first        | book b99:5 a101:1; user sell 101:2; set a101:4; set a101:1; buy 101:2; left a101:1
          less of those behind, who keep theirs   | book b99:5 a101:1; user sell 101:2; set a101:4; user sell 101:5; set a101:2; buy 101:4; left a101:5; see b99:5 a101:5
          and so it is with bids                  | book b99:4 a101:5; user buy 99:2; set b99:3; sell 99:4; left b99:1
          none of them is left before him         | book b99:4 a101:5; user buy 99:2; set b99:0; sell 99:1; left b99:1; see b99:1 a101:5
          """)
  void aUserKeepsOrGainsHisPlace(String name, String script) {
    exchange.openAccount(Exchange.CROWD.makerId(), Account.Terms.UNLIMITED);
    exchange.openAccount(Exchange.CROWD.takerId(), Account.Terms.UNLIMITED);
    exchange.openAccount(Exchange.USER, Account.Terms.PLAIN);
    exchange.list(FuturesMarketTest.listing(SYMBOL), 100 * ONE);
    exchange.deposit(Exchange.USER, "USDT", 1_000_000 * ONE, 0);
    List<String[]> steps =
        Stream.of(script.split(";")).map(step -> step.strip().split(" +", -1)).toList();
    BookReplayTest.Tape tape = new BookReplayTest.Tape();
    for (int i = 0; i < steps.size(); i++) {
      tape.add(START_NS + i * SECOND, steps.get(i));
    }
    Market market = tape.market(new FuturesPort(exchange, SYMBOL));
    for (int i = 0; i < steps.size(); i++) {
      long ns = START_NS + i * SECOND;
      market.advance(ns);
      String[] words = steps.get(i);
      List<String> wanted = List.of(words).subList(1, words.length);
      switch (words[0]) {
        case "see" -> assertThat(seen()).as("step %s", i).isEqualTo(wanted);
        case "left" -> assertThat(left()).as("step %s", i).isEqualTo(wanted);
        case "user" -> order(words[1].equals("buy") ? Side.BUY : Side.SELL, words[2], ns);
        default -> {}
      }
      exchange.checkInvariants();
    }
  }

  private void order(Side side, String text, long ns) {
    String[] order = text.split(":", -1);
    OrderTerms terms =
        new OrderTerms.Limit(
            Long.parseLong(order[1]) * ONE,
            Long.parseLong(order[0]) * ONE,
            TimeInForce.GTC,
            OptionalLong.empty());
    NewOrder placed = new NewOrder(SYMBOL, "u" + ++names, side, terms, false);
    assertThat(exchange.place(Exchange.USER, placed, ns)).isInstanceOf(Result.Done.class);
  }

  private List<String> seen() {
    List<String> text = new ArrayList<>();
    if (exchange.depth(SYMBOL, 100) instanceof Result.Done<Depth>(Depth depth)) {
      depth.bids().forEach(it -> text.add("b" + it.priceE8() / ONE + ":" + it.qtyE8() / ONE));
      depth.asks().forEach(it -> text.add("a" + it.priceE8() / ONE + ":" + it.qtyE8() / ONE));
    }
    return text;
  }

  private List<String> left() {
    return switch (exchange.openOrders(Exchange.USER)) {
      case Result.Done<List<OrderView>>(List<OrderView> open) ->
          open.stream().map(FuturesQueueTest::text).toList();
      case Result.Refused<List<OrderView>> refused -> throw new AssertionError(refused);
    };
  }

  private static String text(OrderView view) {
    long openE8 = view.quantities().origE8() - view.quantities().executedE8();
    return (view.order().side() == Side.BUY ? "b" : "a")
        + view.order().terms().limitPriceE8().orElseThrow() / ONE
        + ":"
        + openE8 / ONE;
  }
}
