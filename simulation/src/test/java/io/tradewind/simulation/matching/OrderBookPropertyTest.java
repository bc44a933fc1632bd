package io.tradewind.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book against a naive one, event by event and order by order after every command. */
class OrderBookPropertyTest {
  private static final int COMMANDS = 1_000;

  /** Seeds by bands of prices: few levels and long queues, or many levels and short ones. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12, 60, 400})
  void doesWhatTheNaiveBookDoes(int band) {
    for (int i = 0; i < 60; i++) {
      new Duel(1_000L * band + i, band).run(COMMANDS);
    }
  }

  /** A generator that never came to a rule would prove nothing of it. */
  @Test
  void everyKindOfEventHasHappened() {
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < 20; i++) {
      Duel duel = new Duel(i, 8);
      duel.run(COMMANDS);
      duel.seen.forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
    }
    List<String> wanted =
        new ArrayList<>(
            List.of(
                "trade",
                "rest",
                "level",
                "refresh",
                "level beside the book",
                "retail takes",
                "retail fills or kills"));
    for (DoneReason reason : DoneReason.values()) {
      wanted.add("done " + reason);
    }
    for (SelfTradeMode mode : SelfTradeMode.values()) {
      if (mode != SelfTradeMode.NONE) {
        wanted.add("prevented " + mode);
        wanted.add("prevented by quote " + mode);
        wanted.add("filled or killed " + mode);
      }
    }
    for (String kind : wanted) {
      assertThat(seen.getOrDefault(kind, 0)).as("%s of %s", kind, seen).isGreaterThan(20);
    }
  }

  /** Two books under the same commands of one seed. */
  private static final class Duel {
    final Map<String, Integer> seen = new TreeMap<>();
    private final long seed;
    private final int band;
    private final SplitMix random;
    private final EventTape tape = new EventTape();
    private final long quoteUnit;
    private final NaiveBook naive;
    private OrderBook book;
    private long lastId;

    Duel(long seed, int band) {
      this.seed = seed;
      this.band = band;
      this.random = new SplitMix(seed);
      this.quoteUnit = List.of(1L, 3L, 10L).get(random.nextInt(3));
      this.naive = new NaiveBook(quoteUnit);
      this.book = new OrderBook(quoteUnit, tape);
    }

    void run(int commands) {
      for (int i = 0; i < commands; i++) {
        BookCommand command = command();
        List<String> expected = naive.apply(command);
        command.apply(book);
        List<String> got = tape.take();
        String at = "seed " + seed + ", band " + band + ", command " + i + ": " + command;
        assertThat(got).as(at).isEqualTo(expected);
        compareOrders(at);
        book.checkInvariants();
        count(command, got);
        if (random.nextInt(100) == 0) {
          cut(at);
        }
      }
    }

    private void compareOrders(String at) {
      for (Side side : Side.values()) {
        List<String> expected = new ArrayList<>();
        List<String> all = new ArrayList<>();
        Map<Long, Long> levels = new TreeMap<>();
        Map<Long, Long> beside = new TreeMap<>();
        for (NaiveBook.Resting order : naive.queue(side)) {
          String text = order.price + " " + order + " by " + order.terms.owner();
          all.add(text);
          if (!order.rpi()) {
            expected.add(text);
          }
          (order.rpi() ? beside : levels).merge(order.price, order.shown, Long::sum);
        }
        List<String> orders = new ArrayList<>();
        book.forEach(side, order -> orders.add(text(order)));
        assertThat(orders).as(at).isEqualTo(expected);
        List<String> ofRetail = new ArrayList<>();
        book.forEachForRetail(side, order -> ofRetail.add(text(order)));
        assertThat(ofRetail).as(at).isEqualTo(all);
        Map<Long, Long> depth = new TreeMap<>();
        book.depth(side, Integer.MAX_VALUE, (s, price, qty) -> depth.put(price, qty));
        assertThat(depth).as(at).isEqualTo(levels);
        Map<Long, Long> rpi = new TreeMap<>();
        book.rpiDepth(side, Integer.MAX_VALUE, (s, price, qty) -> rpi.put(price, qty));
        assertThat(rpi).as(at).isEqualTo(beside);
        long price = price();
        assertThat(book.visibleQtyScaled(side, price))
            .as(at)
            .isEqualTo(naive.visible(side, price, false));
      }
    }

    private static String text(BookOrder o) {
      assertThat(o.tag()).isEqualTo(7 * o.orderId());
      return o.priceScaled()
          + " "
          + o.orderId()
          + ":"
          + o.qtyScaled()
          + "="
          + o.filledQtyScaled()
          + "+"
          + o.preventedQtyScaled()
          + "+"
          + o.openQtyScaled()
          + "/"
          + o.shownQtyScaled()
          + " by "
          + o.owner();
    }

    /** Goes on in another book, from what this one saved. */
    private void cut(String at) {
      byte[] saved = saved(book);
      OrderBook other = new OrderBook(quoteUnit, tape);
      // What was in the book before must leave no trace.
      other.submit(BookOrder.limit(5, 1, Side.BUY, 50, 10));
      other.submit(BookOrder.limit(6, 1, Side.SELL, 150, 10));
      other.submit(BookOrder.limit(7, 1, Side.SELL, 160, 10).timeInForce(TimeInForce.RPI));
      tape.take();
      other.load(new StateReader(saved));
      assertThat(saved(other)).as(at).isEqualTo(saved);
      assertThat(tape.take()).isEmpty();
      other.checkInvariants();
      book = other;
    }

    private static byte[] saved(OrderBook book) {
      StateWriter out = new StateWriter();
      book.save(out);
      return out.toByteArray();
    }

    private BookCommand command() {
      List<NaiveBook.Resting> resting = naive.orders();
      int kind = random.nextInt(100);
      boolean full = resting.size() > 40;
      if (resting.isEmpty() || (kind < 60 && !full)) {
        return order();
      }
      NaiveBook.Resting order = resting.get(random.nextInt(resting.size()));
      long id = order.terms.id();
      if (kind >= 85 || full) {
        return BookCommand.of("cancel", random.nextInt(20) == 0 ? 1_000_000 : id, 0, 0);
      }
      if (kind < 70 && order.open > 1) {
        long less = order.qty - 1 - random.nextInt((int) order.open - 1);
        return BookCommand.of("reduce", id, 0, less);
      }
      long qty = order.qty - order.open + 1 + random.nextInt((int) order.open + 10);
      return BookCommand.of("replace", id, random.nextInt(3) == 0 ? order.price : price(), qty);
    }

    private BookCommand order() {
      SelfTradeMode[] modes = SelfTradeMode.values();
      BookCommand command =
          BookCommand.of(random.nextInt(2) == 0 ? "buy" : "sell", ++lastId, 0, qty())
              .time(TimeInForce.IOC)
              .by(random.nextInt(3), modes[random.nextInt(modes.length)])
              .ofRetail(random.nextInt(3) == 0);
      int kind = random.nextInt(20);
      if (kind == 0) {
        return command;
      }
      if (kind <= 2) {
        return command.quote(1L + random.nextInt(kind == 1 ? 300 : 6_000), 1L + random.nextInt(4));
      }
      TimeInForce time =
          switch (kind) {
            case 3 -> TimeInForce.IOC;
            case 4, 5 -> TimeInForce.FOK;
            case 6, 7 -> TimeInForce.POST_ONLY;
            case 8, 9, 10 -> TimeInForce.RPI;
            default -> TimeInForce.GTC;
          };
      BookCommand limit =
          BookCommand.of(command.verb(), command.id(), price(), command.qty())
              .time(time)
              .by(command.owner(), command.mode())
              .ofRetail(command.retail() && time != TimeInForce.RPI);
      boolean rests = time != TimeInForce.IOC && time != TimeInForce.FOK;
      return rests && random.nextInt(4) == 0 ? limit.show(1L + random.nextInt(9)) : limit;
    }

    private long price() {
      return 100L + random.nextInt(band);
    }

    private long qty() {
      int most = random.nextInt(4) == 0 ? 60 : 12;
      return 1L + random.nextInt(most);
    }

    private void count(BookCommand command, List<String> events) {
      for (String event : events) {
        if (event.startsWith("done") || event.startsWith("rest")) {
          see(event.replaceAll(" \\d+", ""));
        } else if (event.contains("~")) {
          see("prevented " + (command.budget() > 0 ? "by quote " : "") + command.mode());
        } else if (event.startsWith("RPI")) {
          see("level beside the book");
        } else {
          see(event.contains("x") ? "trade" : "level");
        }
      }
      long trades = events.stream().filter(e -> e.contains("x")).map(e -> e.split(" ")[0]).count();
      long pairs =
          events.stream().filter(e -> e.contains("x")).map(e -> e.split(" ")[0]).distinct().count();
      if (pairs < trades) {
        see("refresh");
      }
      if (command.isOrder() && command.time() == TimeInForce.FOK) {
        see("filled or killed " + command.mode());
      }
      if (trades > 0 && events.stream().anyMatch(e -> e.startsWith("RPI"))) {
        see(command.time() == TimeInForce.FOK ? "retail fills or kills" : "retail takes");
      }
    }

    private void see(String kind) {
      seen.merge(kind, 1, Integer::sum);
    }
  }
}
