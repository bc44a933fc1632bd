package io.tradewind.simulation.crowd;

import static io.tradewind.simulation.crowd.Exchange.ONE;
import static io.tradewind.simulation.crowd.Exchange.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Recorded books happen again. A step of a script takes a second: {@code book} begins a whole book,
 * {@code set} changes levels, {@code lost} says that it is not known, {@code buy} and {@code sell}
 * are recorded trades, {@code user buy} and the like a user's limit orders; {@code see} is the
 * depth then, {@code printed} what was traded since the last, {@code left} what the user has open.
 */
class BookReplayTest {
  private static final long START_NS = Crowds.START_NS;

  /** The recording of a script. */
  static final class Tape {
    private final List<long[]> rows = new ArrayList<>();
    private final List<long[]> trades = new ArrayList<>();

    void add(long ns, String[] words) {
      switch (words[0]) {
        case "book", "set" -> {
          for (int i = 1; i < words.length; i++) {
            boolean begins = i == 1 && words[0].equals("book");
            byte mark = BookColumns.flags(words[i].startsWith("b"), begins, i == words.length - 1);
            String[] level = words[i].substring(1).split(":", -1);
            rows.add(new long[] {ns, Long.parseLong(level[0]), Long.parseLong(level[1]), mark});
          }
        }
        case "lost" -> rows.add(new long[] {ns, 0, 0, BookColumns.flags(true, true, true)});
        case "buy", "sell" -> {
          for (int i = 1; i < words.length; i++) {
            String[] trade = words[i].split(":", -1);
            trades.add(
                new long[] {
                  ns,
                  Long.parseLong(trade[0]),
                  Long.parseLong(trade[1]),
                  words[0].equals("buy") ? 1 : 0
                });
          }
        }
        default -> {}
      }
    }

    Market market(MarketPort port) {
      return new Market(List.of(new Feed.Book(book(), trades(), port, Exchange.CROWD)));
    }

    private static long[] column(List<long[]> rows, int index) {
      return rows.stream().mapToLong(row -> row[index]).toArray();
    }

    BookColumns book() {
      byte[] flags = new byte[rows.size()];
      for (int i = 0; i < flags.length; i++) {
        flags[i] = (byte) rows.get(i)[3];
      }
      long[] timeNs = column(rows, 0);
      return new BookColumns(0, 0, timeNs, timeNs, column(rows, 1), column(rows, 2), flags);
    }

    TradeColumns trades() {
      boolean[] buys = new boolean[trades.size()];
      for (int i = 0; i < buys.length; i++) {
        buys[i] = trades.get(i)[3] == 1;
      }
      return new TradeColumns(0, 0, column(trades, 0), column(trades, 1), column(trades, 2), buys);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          what is told stands                     | book b99:5 b98:3 a101:4 a102:6; set b99:2 a101:0 a103:1; see b99:2 b98:3 a102:6 a103:1
          the whole book moves through itself     | book b99:5 a101:4; set b99:0 a101:0 b104:2 a105:3; see b104:2 a105:3; printed
          another book takes its place            | book b99:5 a101:4; book b90:1 a91:1; see b90:1 a91:1
          a trade takes what stands there         | book b99:5 a101:4; buy 101:3; see b99:5 a101:1; printed 101:3
          and the next message says what stands   | book b99:5 a101:4; buy 101:3; set b99:6; see b99:6 a101:4; printed 101:3
          more is traded than stands              | book b99:5 a101:4; buy 101:9; see b99:5; printed 101:4 101:5
          a trade beyond the best                 | book b99:5 a101:4 a102:6; buy 102:2; see b99:5 a102:4; set b99:6; see b99:6 a101:4 a102:6; printed 102:2
          a trade where nobody stands             | book b99:5 a101:4; sell 100:2; see b99:5 a101:4; printed 100:2
          a trade where the other side stands     | book b99:5 b98:1 a101:4; buy 99:2; see b98:1 a101:4; set b98:2; see b99:5 b98:2 a101:4; printed 99:2
          trades without a book                   | lost; buy 100:2; sell 99:1; see; printed 100:2 99:1
          the book is lost and comes back         | book b99:5 a101:4; lost; see; book b98:1 a99:1; see b98:1 a99:1
          at the end it stays                     | book b99:5 a101:4; lost; see b99:5 a101:4
          a book that crosses itself              | book b99:5 a101:4; set b101:2; see b101:2 b99:5; set a101:0 a102:1; see b101:2 b99:5 a102:1; printed
          what the latest pushed away waits       | book b99:5 a101:4; set b101:2; set b90:1; see b101:2 b99:5 b90:1
          a user takes, which stays away          | book b99:5 a101:4; user buy 101:3; set b99:6; see b99:6 a101:1; printed 101:3
          until the level is told again           | book b99:5 a101:4; user buy 101:3; set a101:5; see b99:5 a101:5
          what was taken is not there for takers  | book b99:5 a101:4; user buy 101:3; buy 101:3; see b99:5; printed 101:3 101:1
          a user's order stands with the makers   | book b99:5 a101:4; user sell 101:2; see b99:5 a101:6; set a101:7; see b99:5 a101:9; set a101:0; see b99:5 a101:2
          in the order in which they came         | book b99:5 a101:4; user sell 101:2; buy 101:5; left a101:1; see b99:5 a101:1
          what comes after him stands behind him  | book b99:5 a101:1; user sell 101:2; set a101:4; buy 101:3; left
          what goes, goes behind him first        | book b99:5 a101:1; user sell 101:2; set a101:4; set a101:1; buy 101:2; left a101:1
          what gets smaller keeps its place       | book b99:5 a101:4; user sell 101:2; set a101:3; buy 101:3; left a101:2; printed 101:3
          a better price is taken first           | book b99:5 a102:4; user sell 101:2; buy 102:3; left; printed 101:2 102:1; see b99:5 a102:3
          a recorded bid crosses a user's sale    | book b99:5 a103:4; user sell 101:2; set b101:5; printed 101:2; left; see b101:3 b99:5 a103:4
          a recorded sale crosses a user's bid    | book b99:5 a103:4; user buy 101:2; set a100:1; printed 101:1; left b101:1; see b101:1 b99:5 a103:4
          his order in the way of a trade         | book b99:5 a103:4; user buy 102:2; buy 101:3; left; printed 102:2 101:1
          """)
  void theBookIsWhatWasTold(String name, String script) {
    List<String[]> steps = new ArrayList<>();
    Tape tape = new Tape();
    for (String step : script.split(";", -1)) {
      String[] words = step.strip().split(" +", -1);
      steps.add(words);
      tape.add(START_NS + steps.size() * SECOND, words);
    }
    Exchange exchange = new Exchange();
    Market market = tape.market(exchange.list("BTC", "1", "1", "50"));
    for (int i = 0; i < steps.size(); i++) {
      long ns = START_NS + (i + 1) * SECOND;
      market.advance(ns);
      String[] words = steps.get(i);
      List<String> wanted = List.of(words).subList(1, words.length);
      String where = name + ", step " + (i + 1);
      switch (words[0]) {
        case "see" -> assertThat(text(exchange.depth("BTC"))).as(where).isEqualTo(wanted);
        case "printed" -> {
          assertThat(exchange.trades.stream().map(BookReplayTest::text).toList())
              .as(where)
              .isEqualTo(wanted);
          exchange.trades.clear();
        }
        case "left" -> assertThat(left(exchange)).as(where).isEqualTo(wanted);
        case "user" -> {
          String[] order = words[2].split(":", -1);
          OrderTerms terms =
              new OrderTerms.Limit(
                  Long.parseLong(order[1]) * ONE, Long.parseLong(order[0]) * ONE, TimeInForce.GTC);
          exchange.order("BTC", words[1].equals("buy") ? Side.BUY : Side.SELL, terms, ns);
        }
        default -> {}
      }
      exchange.spot.checkInvariants();
    }
  }

  private static List<String> text(Depth depth) {
    List<String> text = new ArrayList<>();
    depth.bids().forEach(it -> text.add("b" + it.priceE8() / ONE + ":" + it.qtyE8() / ONE));
    depth.asks().forEach(it -> text.add("a" + it.priceE8() / ONE + ":" + it.qtyE8() / ONE));
    return text;
  }

  private static String text(MarketTrade trade) {
    return trade.priceE8() / ONE + ":" + trade.qtyE8() / ONE;
  }

  private static List<String> left(Exchange exchange) {
    return exchange.open().stream()
        .map(it ->
            (it.order().side() == Side.BUY ? "b" : "a")
                + it.order().terms().limitPriceE8().orElseThrow() / ONE
                + ":"
                + it.quantities().openE8() / ONE)
        .toList();
  }

  @Test
  void whatAHaltLeftOutStandsAfterIt() {
    Tape tape = new Tape();
    tape.add(START_NS, new String[] {"book", "b99:5", "a101:4"});
    tape.add(START_NS + SECOND, new String[] {"set", "b99:3", "b100:2", "a101:0"});
    tape.add(START_NS + 2 * SECOND, new String[] {"set", "a105:1"});
    Exchange exchange = new Exchange();
    Market market = tape.market(exchange.list("BTC", "1", "1", "50"));
    market.advance(START_NS);
    exchange.spot.setStatus("BTCUSDT", ListingStatus.HALT);
    market.advance(START_NS + SECOND);
    exchange.spot.setStatus("BTCUSDT", ListingStatus.TRADING);
    market.advance(START_NS + 2 * SECOND);
    assertThat(text(exchange.depth("BTC"))).containsExactly("b100:2", "b99:3", "a105:1");
  }

  /** A book of changes by lot, which never crosses itself, and trades between them. */
  private static Tape random(SplitMix random, int messages) {
    Tape tape = new Tape();
    long middle = 1_000;
    for (int i = 0; i < messages; i++) {
      long ns = START_NS + i * SECOND / 10;
      List<String> words = new ArrayList<>();
      words.add(i == 0 || random.nextInt(100) == 0 ? "book" : "set");
      long before = middle;
      middle += random.nextInt(7) - 3L;
      for (long price = Math.min(before, middle); price <= Math.max(before, middle); price++) {
        words.add("b" + price + ":" + (price < middle ? 1 + random.nextInt(50) : 0));
        words.add("a" + price + ":" + (price > middle ? 1 + random.nextInt(50) : 0));
      }
      for (int k = 0; k < 6; k++) {
        int away = 1 + random.nextInt(20);
        words.add("b" + (middle - away) + ":" + Math.max(0, random.nextInt(60) - 10));
        words.add("a" + (middle + away) + ":" + Math.max(0, random.nextInt(60) - 10));
      }
      tape.add(ns, words.toArray(String[]::new));
      for (int k = random.nextInt(3); k > 0; k--) {
        String trade = (middle + random.nextInt(9) - 4) + ":" + (1 + random.nextInt(30));
        tape.add(ns + 1, new String[] {random.nextInt(2) == 0 ? "buy" : "sell", trade});
      }
    }
    return tape;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void withoutAUserTheDepthIsTheRecordedBookAndTradesAreTheRecordedOnes(long seed) {
    Tape tape = random(new SplitMix(seed), 600);
    Exchange exchange = new Exchange();
    Market market = tape.market(exchange.list("BTC", "1", "1", "50"));
    BookColumns book = tape.book();
    LevelBook told = new LevelBook();
    for (int row = 0; row < book.size(); row++) {
      told.apply(book, row);
      if (book.ends(row)) {
        market.advance(book.timeNs(row));
        assertThat(text(exchange.depth("BTC"))).as("seed %s", seed).isEqualTo(text(told));
      }
    }
    market.advance(START_NS + 600 * SECOND);
    TradeColumns trades = tape.trades();
    long[] printed = new long[trades.size()];
    int at = 0;
    for (MarketTrade trade : exchange.trades) {
      assertThat(trade.priceE8()).isEqualTo(trades.price(at) * ONE);
      assertThat(trade.timeNs()).isEqualTo(trades.timeNs(at));
      assertThat(trade.parties().buyerIsMaker()).isEqualTo(!trades.buyerIsAggressor(at));
      printed[at] += trade.qtyE8() / ONE;
      at += printed[at] == trades.qty(at) ? 1 : 0;
    }
    assertThat(at).as("seed %s", seed).isEqualTo(trades.size());
  }

  private static List<String> text(LevelBook book) {
    List<String> text = new ArrayList<>();
    for (Side side : Side.values()) {
      for (int i = 0; i < book.levels(side); i++) {
        String letter = side == Side.BUY ? "b" : "a";
        text.add(letter + book.priceScaled(side, i) + ":" + book.qtyScaled(side, i));
      }
    }
    return text;
  }

  /** Whatever a user did: when his orders are gone and all is told anew, the book is as told. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aUserLeavesNoTrace(long seed) {
    SplitMix random = new SplitMix(seed);
    Tape tape = random(random, 400);
    long endNs = START_NS + 60 * SECOND;
    tape.add(endNs, new String[] {"book", "b999:5", "a1001:4"});
    Exchange exchange = new Exchange();
    Market market = tape.market(exchange.list("BTC", "1", "1", "50"));
    for (long ns = START_NS; ns < endNs - SECOND; ns += random.nextInt(300) * 1_000_000L) {
      market.advance(ns);
      Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
      long priceE8 = (1_000 + random.nextInt(61) - 30) * ONE;
      OrderTerms terms =
          new OrderTerms.Limit((1 + random.nextInt(80)) * ONE, priceE8, TimeInForce.GTC);
      if (random.nextInt(6) == 0) {
        exchange.cancelAll("BTC", ns);
      } else {
        exchange.order("BTC", side, terms, ns);
      }
      exchange.spot.checkInvariants();
    }
    exchange.cancelAll("BTC", endNs - SECOND);
    market.advance(endNs);
    assertThat(text(exchange.depth("BTC")))
        .as("seed %s", seed)
        .containsExactly("b999:5", "a1001:4");
  }
}
