package io.tradewind.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Side;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits for a price, rule by rule, and against a plain list. */
class TriggerBookTest {
  private TriggerBook book = new TriggerBook();

  /** A line is what waits, the prices one after the other, and what each of them triggers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a stop: purchases as the price rises, sales as it falls; equality triggers
          1 stop buy 100            | 99 100 101      | -; 1; -
          1 stop sell 100           | 101 100 99      | -; 1; -
          1 stop buy 100            | 99 105          | -; 1
          1 stop sell 100           | 101 95          | -; 1
          # take profit: the other way round
          1 profit sell 100         | 99 100 101      | -; 1; -
          1 profit buy 100          | 101 100 99      | -; 1; -
          1 profit sell 100         | 99 105          | -; 1
          1 profit buy 100          | 101 95          | -; 1
          # what stands beyond its level when it comes is triggered by the next price
          1 stop buy 100            | 120             | 1
          # one price: by arrival, wherever the levels are
          1 stop sell 90, 2 stop sell 95, 3 profit buy 92, 4 stop buy 110 | 100 85 | -; 1 2 3
          1 profit sell 103, 2 stop buy 101, 3 stop buy 110 | 100 105 120 | -; 1 2; 3
          # trailing from the first price on: equality triggers
          1 trail sell 700          | 40000 42000 39500 45500 42316 42315 | -; -; -; -; -; 1
          1 trail buy 1000          | 1000 900 989 990 | -; -; -; 1
          1 trail sell 100          | 100 99           | -; 1
          # from a price that was before
          1 trail sell 100 since=200 | 199 198         | -; 1
          # with a level: nothing counts before it is reached (scenarios A to D of Binance's FAQ)
          1 stop buy 44000 500      | 40000 37000 43999 44000 46000 42000 44099 44100 | -; -; -; -; -; -; -; 1
          1 stop sell 39000 1000    | 40000 41500 39000 37000 41000 36901 36900 | -; -; -; -; -; -; 1
          1 profit buy 38000 850    | 40000 42000 38000 37000 39000 38000 40144 40145 | -; -; -; -; -; -; -; 1
          1 profit sell 42000 750   | 40000 41500 39000 42000 45000 44000 46500 43013 43012 | -; -; -; -; -; -; -; -; 1
          # a gap beyond the level is where it begins
          1 profit sell 100 1000    | 90 150 136 135   | -; -; -; 1
          # trailing and levels together: by arrival
          1 trail sell 100, 2 stop sell 99, 3 trail sell 50 | 100 99 | -; 1 2 3
          1 stop sell 99, 2 trail sell 100, 3 stop sell 98 | 100 98 | -; 1 2 3
          """)
  void triggers(String waiting, String prices, String triggered) {
    for (String line : waiting.split(",")) {
      book.add(parse(line));
    }
    List<String> got = new ArrayList<>();
    for (String price : prices.split(" ")) {
      book.onPrice(Long.parseLong(price));
      book.checkInvariants();
      got.add(fetched());
    }
    assertThat(String.join("; ", got)).isEqualTo(triggered);
  }

  private static Trigger parse(String line) {
    String[] words = line.trim().split(" +");
    long id = Long.parseLong(words[0]);
    Side side = Side.valueOf(words[2].toUpperCase(Locale.ROOT));
    long number = Long.parseLong(words[3]);
    Trigger trigger =
        switch (words[1]) {
          case "stop" -> Trigger.stop(id, side, number);
          case "profit" -> Trigger.takeProfit(id, side, number);
          default -> Trigger.trailing(id, side, (int) number);
        };
    if (words.length == 4) {
      return trigger;
    }
    return words[4].startsWith("since=")
        ? trigger.trailingSince(Long.parseLong(words[4].substring(6)))
        : trigger.thenTrailing(Integer.parseInt(words[4]));
  }

  private String fetched() {
    List<String> ids = new ArrayList<>();
    while (book.hasTriggered()) {
      ids.add(Long.toString(book.next().id()));
    }
    return ids.isEmpty() ? "-" : String.join(" ", ids);
  }

  @Test
  void whatTriggeredWaitsToBeFetchedAndMayStillBeCancelled() {
    book.add(parse("1 stop sell 90"));
    book.add(parse("2 stop sell 95"));
    book.add(parse("3 stop sell 80"));
    book.add(parse("4 stop sell 95"));
    book.onPrice(95);
    book.onPrice(90);
    assertThat(book.size()).isEqualTo(4);
    assertThat(book.cancel(4)).isTrue();
    assertThat(book.cancel(4)).isFalse();
    book.checkInvariants();
    assertThat(fetched()).isEqualTo("2 1");
    assertThat(book.size()).isEqualTo(1);
    assertThat(book.cancel(3)).isTrue();
    book.onPrice(1);
    assertThat(fetched()).isEqualTo("-");
    assertThatIllegalStateException()
        .isThrownBy(() -> book.next())
        .withMessage("nothing has triggered");
  }

  @Test
  void aTriggerTellsWhatItWaitsFor() {
    Trigger trigger = Trigger.takeProfit(1, Side.SELL, 100).thenTrailing(50).tag(9);
    book.add(trigger);
    assertThat(trigger.isReachedBy(99)).isFalse();
    assertThat(trigger.isReachedBy(100)).isTrue();
    assertThat(trigger.extremeScaled()).isZero();
    book.onPrice(99);
    assertThat(trigger.extremeScaled()).isZero();
    book.onPrice(120);
    assertThat(trigger.extremeScaled()).isEqualTo(120);
    assertThat(trigger.side()).isEqualTo(Side.SELL);
    assertThat(trigger.levelScaled()).isEqualTo(100);
    assertThat(trigger.trailBps()).isEqualTo(50);
    assertThat(book.find(1).orElseThrow().tag()).isEqualTo(9);
  }

  @Test
  void pricesMayBeAsLargeAsALong() {
    book.add(Trigger.trailing(1, Side.BUY, 9_999));
    book.add(Trigger.trailing(2, Side.SELL, 1));
    book.add(Trigger.stop(3, Side.BUY, Long.MAX_VALUE));
    book.onPrice(Long.MAX_VALUE - 1);
    book.onPrice(Long.MAX_VALUE / 10_000 * 9_999);
    assertThat(fetched()).isEqualTo("2");
    book.onPrice(Long.MAX_VALUE);
    assertThat(fetched()).isEqualTo("3");
    book.onPrice(1);
    book.onPrice(2);
    assertThat(fetched()).isEqualTo("1");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    refused("levelScaled must be > 0, was 0", () -> Trigger.stop(1, Side.BUY, 0));
    refused("levelScaled must be > 0, was -1", () -> Trigger.takeProfit(1, Side.BUY, -1));
    refused("bps must be within 1..9999, was 0", () -> Trigger.trailing(1, Side.BUY, 0));
    refused(
        "bps must be within 1..9999, was 10000",
        () -> Trigger.stop(1, Side.SELL, 5).thenTrailing(10_000));
    refused("trigger 1 does not trail", () -> Trigger.stop(1, Side.SELL, 5).trailingSince(100));
    refused(
        "priceScaled must be > 0, was 0", () -> Trigger.trailing(1, Side.SELL, 5).trailingSince(0));
    refused("priceScaled must be > 0, was 0", () -> book.onPrice(0));
    Trigger trigger = Trigger.stop(1, Side.BUY, 5);
    book.add(trigger);
    refused("trigger 1 is in a book already", () -> book.add(trigger));
    refused("trigger 1 is in a book already", () -> new TriggerBook().add(trigger));
    refused("trigger 1 is in a book already", () -> book.add(Trigger.stop(1, Side.SELL, 6)));
    byte[] twice = twice(trigger);
    assertThatThrownBy(() -> book.load(new StateReader(twice)))
        .isInstanceOf(StateException.class)
        .hasMessage("trigger 1 stands twice in the book");
  }

  private static byte[] twice(Trigger trigger) {
    StateWriter out = new StateWriter().section("trigger-book", 1).writeLong(0).writeInt(2);
    trigger.save(out);
    trigger.save(out);
    return out.toByteArray();
  }

  private static void refused(String why, Runnable what) {
    assertThatIllegalArgumentException().isThrownBy(what::run).withMessage(why);
  }

  /** Random triggers, prices and cancels; saved and loaded on the way. */
  @Test
  void doesWhatAPlainListDoes() {
    int fetched = 0;
    for (long seed = 0; seed < 300; seed++) {
      fetched += duel(seed);
    }
    assertThat(fetched).isGreaterThan(20_000);
  }

  private int duel(long seed) {
    book = new TriggerBook();
    SplitMix random = new SplitMix(seed);
    List<Plain> plain = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    long price = 1_000;
    int count = 0;
    for (int i = 0; i < 1_000; i++) {
      String at = "seed " + seed + ", step " + i;
      int kind = random.nextInt(10);
      if (kind < 3) {
        Plain one = Plain.of(i, random, price);
        plain.add(one);
        book.add(one.trigger());
      } else if (kind < 4) {
        long id = random.nextInt(i + 1);
        boolean waits = plain.removeIf(p -> p.id == id);
        boolean waited = expected.remove(Long.toString(id));
        assertThat(book.cancel(id)).as(at).isEqualTo(waits || waited);
      } else {
        int step = random.nextInt(20) == 0 ? 60 : 4;
        price = Math.max(10, price + random.nextInt(2 * step + 1) - step);
        long now = price;
        book.onPrice(now);
        plain.stream().filter(p -> p.see(now)).forEach(p -> expected.add(Long.toString(p.id)));
        plain.removeIf(p -> p.triggered);
      }
      book.checkInvariants();
      if (random.nextInt(3) == 0) {
        count += expected.size();
        assertThat(fetched()).as(at).isEqualTo(expected.isEmpty() ? "-" : joined(expected));
        expected.clear();
      }
      assertThat(book.size()).as(at).isEqualTo(plain.size() + expected.size());
      if (random.nextInt(50) == 0) {
        cut(at);
      }
    }
    return count;
  }

  private static String joined(List<String> ids) {
    return String.join(" ", ids);
  }

  private void cut(String at) {
    byte[] saved = saved(book);
    TriggerBook other = new TriggerBook();
    other.add(Trigger.stop(1_000_000, Side.BUY, 1));
    other.add(Trigger.trailing(1_000_001, Side.BUY, 1));
    other.onPrice(5);
    other.load(new StateReader(saved));
    assertThat(saved(other)).as(at).isEqualTo(saved);
    other.checkInvariants();
    List<Long> ids = new ArrayList<>();
    List<Long> others = new ArrayList<>();
    book.forEach(trigger -> ids.add(trigger.id()));
    other.forEach(trigger -> others.add(trigger.id()));
    assertThat(others).as(at).isEqualTo(ids);
    book = other;
  }

  private static byte[] saved(TriggerBook book) {
    StateWriter out = new StateWriter();
    book.save(out);
    return out.toByteArray();
  }

  /** One trigger, by the words of the rules. */
  private static final class Plain {
    final long id;
    private final Side side;
    private final boolean stop;
    private final long level;
    private final int bps;
    private long extreme;
    private boolean triggered;

    Plain(long id, Side side, boolean stop, long level, int bps) {
      this.id = id;
      this.side = side;
      this.stop = stop;
      this.level = level;
      this.bps = bps;
    }

    static Plain of(long id, SplitMix random, long price) {
      int kind = random.nextInt(4);
      long level = kind == 0 ? 0 : Math.max(1, price - 30 + random.nextInt(61));
      int bps = kind >= 2 ? 0 : 1 + random.nextInt(600);
      Side side = random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
      return new Plain(id, side, random.nextInt(2) == 0, level, bps);
    }

    Trigger trigger() {
      if (level == 0) {
        return Trigger.trailing(id, side, bps);
      }
      Trigger plain = stop ? Trigger.stop(id, side, level) : Trigger.takeProfit(id, side, level);
      return bps == 0 ? plain : plain.thenTrailing(bps);
    }

    boolean see(long price) {
      boolean upwards = stop == (side == Side.BUY);
      boolean reached = level == 0 || (upwards ? price >= level : price <= level);
      if (bps == 0) {
        triggered = reached;
      } else if (extreme == 0) {
        extreme = reached ? price : 0;
      } else {
        boolean buys = side == Side.BUY;
        extreme = buys ? Math.min(extreme, price) : Math.max(extreme, price);
        BigInteger now = BigInteger.valueOf(price).multiply(BigInteger.valueOf(10_000));
        BigInteger far =
            BigInteger.valueOf(extreme)
                .multiply(BigInteger.valueOf(buys ? 10_000 + bps : 10_000 - bps));
        triggered = buys ? now.compareTo(far) >= 0 : now.compareTo(far) <= 0;
      }
      return triggered;
    }
  }
}
