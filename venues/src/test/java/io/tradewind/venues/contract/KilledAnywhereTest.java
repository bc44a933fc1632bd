package io.tradewind.venues.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a process does and wherever it dies: in the end what was told is what the exchange has.
 */
class KilledAnywhereTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 60);
  private static final int STEPS = 30;

  @ParameterizedTest
  @ValueSource(strings = {"spot", "futures"})
  void whatWasToldIsWhatTheExchangeHas(String market) {
    long first = Long.getLong("seed", 1);
    for (long seed = first; seed < first + ROUNDS; seed++) {
      List<String> story = new ArrayList<>();
      try (LocalFloor floor =
          new LocalFloor(market.equals("spot") ? new SpotWire() : new FuturesWire())) {
        try {
          new Life(floor, seed, story).live();
          assertAlike(floor);
        } catch (AssertionError | RuntimeException e) {
          fail(
              "%s, seed %s: %s%n%s%n%s%s%nexchange: %s, %s"
                  .formatted(
                      market,
                      seed,
                      e,
                      story,
                      floor.journal().text(),
                      floor.journal().news(),
                      floor.standing(),
                      floor.trades()),
              e);
        }
      }
    }
  }

  /** Fills by their numbers, and what stands, of each part one. */
  private static void assertAlike(LocalFloor floor) {
    assertThat(floor.journal().tradeIds()).isEqualTo(floor.trades());
    assertThat(floor.journal().wrong()).isEmpty();
    TreeMap<Long, List<String>> standing = new TreeMap<>();
    for (String name : floor.standing()) {
      String[] parts = name.split("_");
      long orderId = Long.parseLong(parts[1], 36);
      standing.computeIfAbsent(orderId, id -> new ArrayList<>()).add(parts[2].substring(0, 1));
    }
    standing.keySet().removeAll(floor.journal().waitingExits());
    assertThat(List.copyOf(standing.keySet())).as("open").isEqualTo(floor.journal().open());
    standing.values().forEach(parts -> assertThat(parts).doesNotHaveDuplicates());
    floor
        .journal()
        .pairs()
        .forEach(orderId -> assertThat(standing.get(orderId)).as("pair " + orderId).hasSize(2));
  }

  /** Orders, amendments and cancels, a market that moves, and deaths. */
  private static final class Life {
    private final LocalFloor floor;
    private final SplitMix random;
    private final List<String> story;
    private final long one;
    private final Kind kind;
    private long orderId;
    private long price = 10_000;

    /** What there is beside limits and stops. */
    private enum Kind {
      PLAIN,
      TRAILING,
      BRACKETS
    }

    private Life(LocalFloor floor, long seed, List<String> story) {
      this.kind = Kind.values()[(int) (seed % Kind.values().length)];
      this.floor = floor;
      this.random = new SplitMix(seed);
      this.story = story;
      this.one = floor.instrument().qtyScale() == 8 ? 100_000_000 : 1_000;
    }

    private void live() {
      for (int i = 0; i < STEPS; i++) {
        act();
      }
      if (!floor.isAlive()) {
        floor.resume(true);
      }
      floor.untilInStep();
      floor.pass(150);
    }

    private void act() {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> order();
        case 3, 4 -> amend();
        case 5 -> cancel();
        case 6 -> market();
        case 7 -> floor.pass(random.nextInt(30));
        case 8 -> floor.steps(random.nextInt(4));
        default -> death();
      }
      // Not all of it, as often as not.
      floor.steps(random.nextInt(3));
    }

    private void say(String text) {
      story.add(text);
    }

    private void death() {
      if (!floor.isAlive()) {
        say("resume");
        floor.resume(true);
        floor.pass(random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(200));
        return;
      }
      String fate = List.of("lost", "taken", "2", "4").get(random.nextInt(4));
      say("kill " + fate);
      floor.kill(fate);
    }

    private void market() {
      price = 9_000 + 100L * random.nextInt(21);
      if (random.nextInt(2) == 0) {
        say("price " + price);
        floor.priceOnly(price);
      } else {
        say("trade " + price);
        floor.tradeOnly(price, one / 2);
      }
    }

    private void submit(VenueCommand command) {
      if (floor.isAlive()) {
        say(command.toString());
        floor.submitOnly(command);
      }
    }

    private void order() {
      orderId++;
      boolean buys = random.nextInt(3) == 0;
      OrderTerms terms = buys ? entry() : exit(random.nextInt(5));
      submit(
          new VenueCommand.NewOrder(
              new OrderIntent(
                  orderId,
                  0,
                  0,
                  buys ? Side.BUY : Side.SELL,
                  new OrderSize.Base(one / 2),
                  terms,
                  TimeInForce.GTC,
                  !buys,
                  buys ? OrderPurpose.ENTRY : OrderPurpose.STOP)));
    }

    private OrderTerms entry() {
      OrderTerms limit = new OrderTerms.Limit(bid(), false);
      return kind == Kind.BRACKETS
          ? new OrderTerms.Bracket(limit, above(), below(), ++orderId + 1_000)
          : limit;
    }

    private long below() {
      return 8_500 + 100L * random.nextInt(6);
    }

    /** Some are met by stops of the same account. */
    private long bid() {
      return 8_700 + 100L * random.nextInt(10);
    }

    private long above() {
      return 10_900 + 100L * random.nextInt(6);
    }

    private OrderTerms exit(int which) {
      return switch (which) {
        case 0, 1 -> new OrderTerms.Stop(below());
        case 2 -> new OrderTerms.Limit(above(), false);
        case 3 ->
            kind == Kind.TRAILING
                ? new OrderTerms.TrailingStop(OptionalLong.empty(), 10_000, above())
                : new OrderTerms.Stop(below());
        default -> new OrderTerms.Oco(above(), below());
      };
    }

    private void amend() {
      List<Long> open = floor.journal().open();
      if (open.isEmpty()) {
        return;
      }
      long id = open.get(random.nextInt(open.size()));
      switch (floor.journal().termsOf(id)) {
        case OrderTerms.Stop _ -> amend(id, new OrderTerms.Stop(below()));
        case OrderTerms.Limit limit ->
            amend(id, new OrderTerms.Limit(limit.priceScaled() < 10_000 ? bid() : above(), false));
        case OrderTerms.Oco _ -> amend(id, new OrderTerms.Oco(above(), below()));
        case OrderTerms _ -> {}
      }
    }

    private void amend(long id, OrderTerms terms) {
      submit(new VenueCommand.AmendOrder(id, 0, terms));
    }

    private void cancel() {
      List<Long> open = floor.journal().open();
      if (!open.isEmpty()) {
        submit(new VenueCommand.CancelOrder(open.get(random.nextInt(open.size())), 0));
      }
    }
  }
}
