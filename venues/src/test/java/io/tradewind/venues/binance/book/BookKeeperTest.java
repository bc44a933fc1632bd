package io.tradewind.venues.binance.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.venues.binance.Listed;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.DepthUpdate;
import io.tradewind.venues.binance.model.Levels;
import io.tradewind.venues.binance.model.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented procedure, one story a line, and the arrays against a tree. */
class BookKeeperTest {
  private final List<String> log = new ArrayList<>();
  private long nowNs;

  /**
   * {@code s10} is a snapshot up to 10; {@code 11-12} an update of spot; {@code 11-12<10} one of
   * futures that follows 10; {@code +6} six seconds later; {@code crossed 11-11} bids above asks.
   */
  private String run(Instrument instrument, String story) {
    BookKeeper keeper = new BookKeeper(instrument.id(), id -> log.add("ask"));
    for (String step : story.split(" ")) {
      if (step.startsWith("s")) {
        DepthSnapshot snapshot =
            new DepthSnapshot(
                Long.parseLong(step.substring(1)), Levels.of(100, 5), Levels.of(102, 5));
        log.add(keeper.onSnapshot(snapshot) ? "live" : "old");
      } else if (step.startsWith("+")) {
        nowNs += 1_000_000_000L * Long.parseLong(step.substring(1));
      } else if (step.equals("reset")) {
        keeper.reset();
      } else {
        log.add(keeper.onUpdate(update(instrument, step)).name());
      }
      keeper.checkInvariants();
    }
    return String.join(" ", log);
  }

  private DepthUpdate update(Instrument instrument, String step) {
    long[] ids =
        Arrays.stream(step.replace("!", "").split("[-<]")).mapToLong(Long::parseLong).toArray();
    long bid = step.startsWith("!") ? 103 : 101;
    return new DepthUpdate(
        instrument.id(),
        new Stamp(nowNs, nowNs, nowNs),
        new DepthUpdate.Ids(ids[0], ids[1], ids.length > 2 ? ids[2] : DepthUpdate.NO_PREVIOUS),
        Levels.of(bid, 1),
        Levels.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11-12 s10 13-13                    | ask WAITING live APPLIED
          11-12 13-14 15-15 s12 16-16        | ask WAITING WAITING WAITING live APPLIED
          11-12 13-14 s20 21-21              | ask WAITING WAITING live APPLIED
          11-12 13-14 s20 15-20 21-21        | ask WAITING WAITING live STALE APPLIED
          11-12 s15 14-16                    | ask WAITING live APPLIED
          11-12 s9                           | ask WAITING old
          11-12 s9 13-13 s12                 | ask WAITING old ask WAITING live
          11-12 s10 14-14 15-15 s14 16-16    | ask WAITING live ask GAP WAITING live APPLIED
          11-12 s10 14-14 s12                | ask WAITING live ask GAP old
          11-12 s10 13-13 12-13 14-14        | ask WAITING live APPLIED STALE APPLIED
          11-12 s10 !13-13 14-14             | ask WAITING live ask GAP WAITING
          11-12 12-13 +6 14-14               | ask WAITING WAITING ask WAITING
          11-12 s10 reset 20-20 s20 21-21    | ask WAITING live ask WAITING live APPLIED
          11-12 s12 s99 13-13                | ask WAITING live live APPLIED
          """)
  void followsTheProcedureOfSpot(String story, String expected) {
    assertThat(run(Listed.BTC, story)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          11-12<9 s11 15-16<12               | ask WAITING live APPLIED
          11-12<9 15-16<12 s12 18-19<16      | ask WAITING WAITING live APPLIED
          11-12<9 15-16<12 s13 18-19<16      | ask WAITING WAITING live APPLIED
          11-12<9 15-16<12 s20 18-21<16      | ask WAITING WAITING live APPLIED
          11-12<9 s8                         | ask WAITING old
          11-12<9 s11 13-16<13               | ask WAITING live ask GAP
          11-12<9 s11 11-12<9 13-16<12       | ask WAITING live STALE APPLIED
          """)
  void followsTheProcedureOfFutures(String story, String expected) {
    assertThat(run(Listed.BTC_PERP, story)).isEqualTo(expected);
  }

  /** After every change the arrays hold what a tree holds. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSideIsWhatATreeIs(long seed) {
    SplitMix random = new SplitMix(seed);
    boolean isBid = seed % 2 == 0;
    int most = seed < 3 ? 1_000 : 40;
    BookSide side = new BookSide(isBid, most);
    TreeMap<Long, Long> tree =
        new TreeMap<>(isBid ? Comparator.<Long>reverseOrder() : Comparator.<Long>naturalOrder());
    for (int i = 0; i < 20_000; i++) {
      long price = 1L + random.nextInt(500);
      long qty = random.nextInt(3);
      side.apply(Levels.of(price, qty));
      if (qty > 0) {
        tree.put(price, qty);
      } else {
        tree.remove(price);
      }
      if (tree.size() > most) {
        tree.pollLastEntry();
      }
      if (i % 16 == 0 || i < 200) {
        side.checkInvariants();
        assertThat(text(side)).as("seed %s, round %s", seed, i).isEqualTo(tree.toString());
      }
    }
  }

  private static String text(BookSide side) {
    List<String> levels = new ArrayList<>();
    for (int i = 0; i < side.size(); i++) {
      levels.add(side.priceScaled(i) + "=" + side.qtyScaled(i));
    }
    return "{" + String.join(", ", levels) + "}";
  }
}
