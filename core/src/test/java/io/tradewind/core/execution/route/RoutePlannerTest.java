package io.tradewind.core.execution.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.tradewind.core.execution.slippage.Level;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutePlannerTest {
  private static final long RICH = 1_000_000 * Venues.CASH;
  private static final OptionalLong ANY = OptionalLong.empty();

  private static RouteRequest request(Side side, long qty, OptionalLong limit) {
    return new RouteRequest(Venues.INSTRUMENT, side, qty, limit, 0.04);
  }

  private static String text(RoutePlan plan) {
    StringBuilder text = new StringBuilder();
    for (RoutePlan.Part part : plan.parts()) {
      text.append(part.venue())
          .append(':')
          .append(part.qtyScaled())
          .append('@')
          .append(part.limitScaled() / 100.0)
          .append(' ');
    }
    return text.append("left ").append(plan.leftScaled()).toString();
  }

  /** Two venues; fee in millionths, least quantity, least notional, balance, latency in ms. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the cheaper one,      BUY,  5, 9x100 9x101, 0 0 0 9999 0,    9x100.5,      0 0 0 9999 0,    0:5@100.0 left 0",
    "level by level,       BUY,  7, 3x100 9x102, 0 0 0 9999 0,    3x101 9x103,  0 0 0 9999 0,    0:4@102.0 1:3@101.0 left 0",
    "the fee decides,      BUY,  5, 9x100,       10000 0 0 9999 0, 9x100.5,     0 0 0 9999 0,    1:5@100.5 left 0",
    "waiting decides,      BUY,  5, 9x100,       0 0 0 9999 60000, 9x100.1,     0 0 0 9999 0,    1:5@100.1 left 0",
    "balance is over,      BUY,  5, 9x100,       0 0 0 200 0,     9x101,        0 0 0 9999 0,    0:2@100.0 1:3@101.0 left 0",
    "fees need balance,    BUY,  5, 9x100,       10000 0 0 500 0, 9x105,        0 0 0 0 0,       0:4@100.0 left 1",
    "all books are empty,  BUY,  9, 2x100,       0 0 0 9999 0,    3x101,        0 0 0 9999 0,    0:2@100.0 1:3@101.0 left 4",
    "a minimum kept,       BUY,  5, 4x100,       0 0 0 9999 0,    9x101,        0 3 0 9999 0,    0:2@100.0 1:3@101.0 left 0",
    "a minimum not worth,  BUY,  4, 3x100 9x100.5, 0 0 0 9999 0,  9x100.2,      0 3 0 9999 0,    0:4@100.5 left 0",
    "notional kept,        BUY,  3, 9x100,       0 0 400 9999 0,  9x101,        0 0 0 9999 0,    1:3@101.0 left 0",
    "notional at the best, BUY,  5, 3x100 9x200, 0 0 700 9999 0,  9x101,        0 0 0 0 0,       left 5",
    "notional at the worst, SELL, 5, 3x100 9x50, 0 0 400 9999 0,  9x49,         0 0 0 0 0,       left 5",
    "a sale,               SELL, 7, 3x102 9x100, 0 0 0 9999 0,    3x101 9x99,   0 0 0 9999 0,    0:4@100.0 1:3@101.0 left 0",
    "coins are over,       SELL, 7, 9x102,       0 0 0 2 0,       9x101,        0 0 0 3 0,       0:2@102.0 1:3@101.0 left 2"
  })
  void splits(
      String what,
      Side side,
      long qty,
      String first,
      String terms0,
      String second,
      String terms1,
      String expected) {
    RoutePlan plan =
        RoutePlanner.plan(
            RoutePolicy.DEFAULT,
            request(side, qty, ANY),
            List.of(venue(0, side, first, terms0), venue(1, side, second, terms1)));
    assertThat(text(plan)).as(what).isEqualTo(expected);
  }

  private static VenueBook venue(int venue, Side side, String levels, String terms) {
    String[] t = terms.strip().split(" ", -1);
    TradingRules rules =
        Venues.rules(1, Long.parseLong(t[1]), Long.parseLong(t[2]), Long.parseLong(t[0]));
    long balance = Long.parseLong(t[3]) * (side == Side.BUY ? Venues.CASH : 1);
    return new VenueBook(
        venue, Venues.levels(levels), rules, balance, Long.parseLong(t[4]) * 1_000_000);
  }

  @Test
  void nothingIsBoughtOverTheLimit() {
    List<VenueBook> books =
        List.of(new VenueBook(3, Venues.levels("2x100 5x101"), Venues.FREE, RICH, 0));
    RoutePlan plan =
        RoutePlanner.plan(
            RoutePolicy.DEFAULT, request(Side.BUY, 5, OptionalLong.of(10_050)), books);
    assertThat(text(plan)).isEqualTo("3:2@100.0 left 3");
  }

  /** Venue 0 has the coarse lot, and what is under it goes to the other. */
  @Test
  void eachVenueGetsItsLot() {
    List<VenueBook> books =
        List.of(
            new VenueBook(0, Venues.levels("50x100"), Venues.rules(10, 0, 0, 0), RICH, 0),
            new VenueBook(1, Venues.levels("50x101"), Venues.FREE, RICH, 0));
    RoutePlan plan = RoutePlanner.plan(RoutePolicy.DEFAULT, request(Side.BUY, 37, ANY), books);
    assertThat(text(plan)).isEqualTo("0:30@100.0 1:7@101.0 left 0");
    assertThat(plan.cost()).isCloseTo(3707, offset(1e-9));
    assertThat(plan.parts().getFirst().quoteScaled()).isEqualTo(3000 * Venues.CASH);
  }

  @Test
  void venuesAreFewEnoughToTryAllSets() {
    VenueBook book = new VenueBook(0, List.of(), Venues.FREE, 0, 0);
    assertThatThrownBy(() ->
            RoutePlanner.plan(
                new RoutePolicy(1, 2, 1, 1), request(Side.BUY, 1, ANY), List.of(book, book, book)))
        .hasMessage("at most 2 venues are considered, these are 3");
  }

  /** The most that can be had, and that as cheaply as can be, against every possible split. */
  @Test
  void noOtherSplitIsBetter() {
    int partly = 0;
    int split = 0;
    for (long seed = 0; seed < 4000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      List<VenueBook> books = new ArrayList<>();
      for (int venue = 0; venue < 3; venue++) {
        books.add(Venues.draw(random, venue, side));
      }
      RouteRequest request = request(side, random.nextLong(1, 15), ANY);
      RoutePlan plan = RoutePlanner.plan(RoutePolicy.DEFAULT, request, books);
      Best best = new Best(request, books);
      long total = request.qtyScaled() - plan.leftScaled();
      assertThat(total).as("seed %s: %s", seed, plan).isEqualTo(best.total);
      assertThat(plan.cost()).as("seed %s: %s", seed, plan).isCloseTo(best.cost, offset(1e-7));
      assertThat(plan.parts().stream().mapToLong(RoutePlan.Part::qtyScaled).sum()).isEqualTo(total);
      for (RoutePlan.Part part : plan.parts()) {
        checkPart(request, books.get(part.venue()), part, seed);
      }
      partly += plan.leftScaled() > 0 ? 1 : 0;
      split += plan.parts().size() > 1 ? 1 : 0;
    }
    assertThat(partly).isBetween(500, 3500);
    assertThat(split).isGreaterThan(1000);
  }

  private static void checkPart(
      RouteRequest request, VenueBook book, RoutePlan.Part part, long seed) {
    assertThat(part.qtyScaled()).isGreaterThanOrEqualTo(book.rules().minQtyScaled());
    assertThat(part.qtyScaled() * part.limitScaled() * 1_000_000)
        .as("seed %s", seed)
        .isGreaterThanOrEqualTo(book.rules().minNotionalScaled());
    long needed =
        request.side() == Side.BUY ? part.quoteScaled() + part.feeScaled() : part.qtyScaled();
    assertThat(needed).as("seed %s", seed).isLessThanOrEqualTo(book.balanceScaled());
  }

  /** Every split there is, lot by lot. */
  private static final class Best {
    private final RouteRequest request;
    private final List<VenueBook> books;
    private long total;
    private double cost;

    Best(RouteRequest request, List<VenueBook> books) {
      this.request = request;
      this.books = books;
      search(0, 0, 0);
    }

    private void search(int venue, long taken, double spent) {
      if (venue == books.size()) {
        if (taken > total || (taken == total && spent < cost)) {
          total = taken;
          cost = spent;
        }
        return;
      }
      for (long qty = 0; taken + qty <= request.qtyScaled(); qty++) {
        if (qty == 0 || isPossible(books.get(venue), qty)) {
          search(venue + 1, taken + qty, spent + (qty == 0 ? 0 : cost(books.get(venue), qty)));
        }
      }
    }

    private boolean isPossible(VenueBook book, long qty) {
      List<Long> prices = prices(book);
      if (qty > prices.size() || qty < book.rules().minQtyScaled()) {
        return false;
      }
      boolean isBuy = request.side() == Side.BUY;
      int considered = (int) Math.min(prices.size(), request.qtyScaled());
      long low = isBuy ? prices.getFirst() : prices.get(considered - 1);
      if (qty * low * 1_000_000 < book.rules().minNotionalScaled()) {
        return false;
      }
      long quote = prices.stream().limit(qty).mapToLong(Long::longValue).sum();
      long exact = quote * (1_000_000 + book.rules().takerFeePpm());
      return (isBuy ? exact : qty) <= book.balanceScaled();
    }

    private static List<Long> prices(VenueBook book) {
      List<Long> prices = new ArrayList<>();
      for (Level level : book.levels()) {
        for (int i = 0; i < level.qtyScaled(); i++) {
          prices.add(level.priceScaled());
        }
      }
      return prices;
    }

    private double cost(VenueBook book, long qty) {
      int sign = request.side().sign();
      double risk = 0.04 * Math.sqrt((double) book.latencyNs() / Utc.DAY_NS);
      double rate = book.rules().takerFeePpm() / 1e6 + risk;
      double quote = prices(book).stream().limit(qty).mapToLong(Long::longValue).sum() / 100.0;
      return sign * quote * (1 + sign * rate);
    }
  }
}
