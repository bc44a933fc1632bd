package io.tradewind.core.execution.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.execution.ChildEnd;
import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final long RICH = 1_000_000 * Venues.CASH;

  private static RouteRequest request(Side side, long qty) {
    return new RouteRequest(Venues.INSTRUMENT, side, qty, OptionalLong.empty(), 0.04);
  }

  private static List<VenueBook> books(String first, String second) {
    return List.of(
        new VenueBook(0, Venues.levels(first), Venues.FREE, RICH, 0),
        new VenueBook(1, Venues.levels(second), Venues.FREE, RICH, 0));
  }

  /** Parts as they are placed; their handles count from 1. */
  private static final class Sent implements RouteOrders {
    private final List<String> parts = new ArrayList<>();

    @Override
    public OptionalLong place(int venue, long limitScaled, long qtyScaled) {
      parts.add(qtyScaled + " to " + venue + " at " + limitScaled / 100);
      return OptionalLong.of(parts.size());
    }
  }

  @Test
  void whatAVenueRefusesGoesToTheOther() {
    Sent sent = new Sent();
    Router router = new Router(RoutePolicy.DEFAULT, request(Side.BUY, 10), 2, sent);
    router.onBooks(books("4x100 9x103", "6x101 9x102"));
    assertThat(sent.parts).containsExactly("4 to 0 at 100", "6 to 1 at 101");
    assertThat(router.wantsBooks()).isFalse();
    router.onFill(2, 5, 505 * Venues.CASH);
    router.onEnd(2, ChildEnd.EXPIRED);
    router.onEnd(1, ChildEnd.REJECTED);
    assertThat(router.wantsBooks()).isTrue();
    router.onBooks(books("9x100", "9x102"));
    assertThat(sent.parts).last().isEqualTo("5 to 1 at 102");
    router.onFill(3, 5, 510 * Venues.CASH);
    router.checkInvariants();
    assertThat(router.progress().end()).isEqualTo(Optional.of(RouteEnd.FILLED));
    assertThat(router.progress().averagePrice()).hasValue(101.5);
  }

  @Test
  void whatIsUnknownIsNotSentAgainUntilItIsResolved() {
    Sent sent = new Sent();
    Router router = new Router(RoutePolicy.DEFAULT, request(Side.SELL, 10), 2, sent);
    router.onBooks(books("6x101", "4x100 9x99"));
    assertThat(sent.parts).containsExactly("6 to 0 at 101", "4 to 1 at 100");
    router.onVenueDark(0);
    router.onFill(2, 1, 100 * Venues.CASH);
    router.onEnd(2, ChildEnd.EXPIRED);
    assertThat(router.progress().unknownScaled()).isEqualTo(6);
    router.onBooks(books("9x101", "9x99"));
    assertThat(sent.parts).last().isEqualTo("3 to 1 at 99");
    router.onFill(3, 3, 297 * Venues.CASH);
    assertThat(router.wantsBooks()).isFalse();
    assertThat(router.progress().end()).isEmpty();
    router.onVenueBack(0);
    assertThat(router.progress().unknownScaled()).isEqualTo(6);
    router.onFill(1, 2, 202 * Venues.CASH);
    assertThat(router.progress().unknownScaled()).isEqualTo(4);
    router.onEnd(1, ChildEnd.EXPIRED);
    router.onBooks(books("9x101", "9x99"));
    assertThat(sent.parts).last().isEqualTo("4 to 0 at 101");
    router.onUnknown(4);
    router.stop();
    assertThat(router.progress().end()).isEmpty();
    assertThat(router.progress().unknownScaled()).isEqualTo(4);
    router.onEnd(4, ChildEnd.EXPIRED);
    assertThat(router.progress().end()).isEqualTo(Optional.of(RouteEnd.STOPPED));
    assertThat(router.progress().leftScaled()).isEqualTo(4);
  }

  @Test
  void whatDidNotEvenLeaveCountsAsRefused() {
    List<Integer> asked = new ArrayList<>();
    RouteOrders gate =
        (venue, limitScaled, qtyScaled) -> {
          asked.add(venue);
          return venue == 0 ? OptionalLong.empty() : OptionalLong.of(asked.size());
        };
    Router router = new Router(RoutePolicy.DEFAULT, request(Side.BUY, 10), 2, gate);
    router.onBooks(books("20x100", "20x101"));
    router.onBooks(books("20x100", "20x101"));
    assertThat(asked).containsExactly(0, 1);
    assertThat(router.progress().openScaled()).isEqualTo(10);
  }

  @Test
  void stoppedItRoutesNothingMoreWhateverComesBack() {
    Sent sent = new Sent();
    Router router = new Router(RoutePolicy.DEFAULT, request(Side.BUY, 10), 2, sent);
    router.onBooks(books("4x100", "6x101"));
    router.stop();
    router.onEnd(1, ChildEnd.EXPIRED);
    assertThat(router.wantsBooks()).isFalse();
    router.onBooks(books("9x100", "9x101"));
    assertThat(sent.parts).hasSize(2);
    router.onFill(2, 6, 606 * Venues.CASH);
    assertThat(router.progress().end()).isEqualTo(Optional.of(RouteEnd.STOPPED));
  }

  @Test
  void itIsRoutedSoOftenAndNoMore() {
    Sent sent = new Sent();
    Router router = new Router(new RoutePolicy(1, 2, 2, 9), request(Side.BUY, 10), 2, sent);
    for (int round = 1; round <= 2; round++) {
      assertThat(router.wantsBooks()).isTrue();
      router.onBooks(books("20x100", "20x101"));
      router.onEnd(round, ChildEnd.EXPIRED);
    }
    assertThat(router.wantsBooks()).isFalse();
    assertThat(router.progress().end()).isEqualTo(Optional.of(RouteEnd.ROUNDS_OVER));
    assertThat(sent.parts).hasSize(2);
  }

  /** Venues that fill, refuse, fall silent and come back, as a seed has it. */
  private static final class World implements RouteOrders {
    private final SplittableRandom random;
    private final RouteRequest request;
    private final List<long[]> parts = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private Router router;

    World(long seed) {
      this.random = new SplittableRandom(seed);
      this.request = request(random.nextBoolean() ? Side.BUY : Side.SELL, random.nextLong(1, 30));
      this.router = fresh();
    }

    private Router fresh() {
      return new Router(new RoutePolicy(1, 3, 12, 3), request, 3, this);
    }

    RouterProgress play(int cutAt) {
      for (int event = 0; event < 120; event++) {
        if (event == cutAt) {
          StateWriter out = new StateWriter();
          router.save(out);
          router = fresh();
          StateReader in = new StateReader(out.toByteArray());
          router.load(in);
          assertThat(in.isAtEnd()).isTrue();
        }
        happen(event);
        check();
      }
      while (parts.stream().anyMatch(part -> part[3] == 0)) {
        end(parts.stream().filter(part -> part[3] == 0).findFirst().orElseThrow());
        check();
      }
      return router.progress();
    }

    private void happen(int event) {
      List<long[]> open = parts.stream().filter(part -> part[3] == 0).toList();
      long[] part = open.isEmpty() ? null : open.get(random.nextInt(open.size()));
      switch (random.nextInt(8)) {
        case 0 -> router.onVenueDark(random.nextInt(3));
        case 1, 2 -> router.onVenueBack(random.nextInt(3));
        case 3 -> {
          if (part != null) {
            router.onUnknown(parts.indexOf(part) + 1);
          }
        }
        case 4, 5 -> {
          if (part != null) {
            fill(part, random.nextLong(1, part[1] - part[2] + 1));
          }
        }
        case 6 -> {
          if (part != null) {
            end(part);
          }
        }
        default -> {
          if (event == 8) {
            router.stop();
          }
        }
      }
      router.onBooks(
          List.of(
              Venues.draw(random, 0, request.side()),
              Venues.draw(random, 1, request.side()),
              Venues.draw(random, 2, request.side())));
    }

    private void fill(long[] part, long qty) {
      part[2] += qty;
      part[3] = part[2] == part[1] ? 1 : 0;
      router.onFill(parts.indexOf(part) + 1, qty, qty * 100 * Venues.CASH);
    }

    private void end(long[] part) {
      part[3] = 1;
      router.onEnd(
          parts.indexOf(part) + 1, random.nextInt(4) == 0 ? ChildEnd.REJECTED : ChildEnd.EXPIRED);
    }

    private void check() {
      router.checkInvariants();
      assertThat(router.progress().filledScaled()).isEqualTo(filled());
      assertThat(router.progress().openScaled()).isEqualTo(open());
      assertThat(filled() + open()).isLessThanOrEqualTo(request.qtyScaled());
    }

    private long filled() {
      return parts.stream().mapToLong(part -> part[2]).sum();
    }

    private long open() {
      return parts.stream().filter(p -> p[3] == 0).mapToLong(p -> p[1] - p[2]).sum();
    }

    @Override
    public OptionalLong place(int venue, long limitScaled, long qtyScaled) {
      assertThat(filled() + open() + qtyScaled).isLessThanOrEqualTo(request.qtyScaled());
      log.add(venue + " " + limitScaled + " " + qtyScaled);
      if (random.nextInt(10) == 0) {
        return OptionalLong.empty();
      }
      parts.add(new long[] {venue, qtyScaled, 0, 0});
      return OptionalLong.of(parts.size());
    }
  }

  @Test
  void neverMoreThanAskedAndTheSameFutureAfterACut() {
    Set<RouteEnd> ends = EnumSet.noneOf(RouteEnd.class);
    for (long seed = 0; seed < 500; seed++) {
      World whole = new World(seed);
      World parts = new World(seed);
      RouterProgress end = whole.play(-1);
      int cut = new SplittableRandom(-seed).nextInt(60);
      assertThat(parts.play(cut)).as("seed %s", seed).isEqualTo(end);
      assertThat(parts.log).as("seed %s", seed).isEqualTo(whole.log);
      end.end().ifPresent(ends::add);
    }
    assertThat(ends).containsExactlyInAnyOrder(RouteEnd.values());
  }
}
