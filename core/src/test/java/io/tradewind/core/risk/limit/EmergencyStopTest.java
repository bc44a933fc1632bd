package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.risk.limit.EmergencyStop.Release;
import io.tradewind.core.risk.limit.Remaining.Place;
import io.tradewind.core.risk.limit.StopProgress.Deadline;
import io.tradewind.core.risk.limit.StopProgress.Phase;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyStopTest {
  private static final long MS = 1_000_000;

  /** A book with orders and positions, at a venue that does what it is told to, or does not. */
  private static final class Venue implements StopPort {
    private final List<Long> orders = new ArrayList<>();
    private final List<Place> positions = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    Venue(int orders, int positions) {
      for (int i = 0; i < orders; i++) {
        this.orders.add(100L + i);
      }
      for (int i = 0; i < positions; i++) {
        this.positions.add(new Place(i % 2, i));
      }
    }

    @Override
    public void cancel(long orderId) {
      asked.add("cancel " + orderId);
    }

    @Override
    public void close(int book, int instrument) {
      asked.add("close " + book + "/" + instrument);
    }

    Remaining remaining() {
      return new Remaining(orders, positions);
    }

    List<String> take() {
      List<String> taken = List.copyOf(asked);
      asked.clear();
      return taken;
    }
  }

  private final EmergencyStop stop = new EmergencyStop(StopPlan.SHIPPED);

  private StopProgress step(long ms, Venue venue) {
    return stop.step(ms * MS, venue.remaining(), venue);
  }

  @Test
  void nothingHappensUntilItIsStarted() {
    Venue venue = new Venue(2, 2);
    assertThat(step(0, venue).phase()).isEqualTo(Phase.IDLE);
    assertThat(venue.take()).isEmpty();
    assertThat(stop.stance()).isEqualTo(Stance.OPEN);
    assertThat(stop.active()).isEmpty();
    assertThat(stop.release()).isEqualTo(Release.NOT_STOPPED);
  }

  @Test
  void cancelsFirstThenCloses() {
    Venue venue = new Venue(2, 2);
    stop.start(0);
    StopProgress first = step(0, venue);
    assertThat(venue.take()).containsExactly("cancel 100", "cancel 101");
    assertThat(first.nextNs()).hasValue(500 * MS);
    venue.orders.remove(100L);
    step(10, venue);
    assertThat(venue.take()).isEmpty();
    venue.orders.clear();
    step(20, venue);
    assertThat(venue.take()).containsExactly("close 0/0", "close 1/1");
    assertThat(stop.release()).isEqualTo(Release.NOT_FLAT);
    venue.positions.clear();
    StopProgress done = step(4000, venue);
    assertThat(done)
        .isEqualTo(
            new StopProgress(
                Phase.DONE, 0, 0, 4000 * MS, 4, Deadline.MET, java.util.OptionalLong.empty()));
    assertThat(step(9000, venue)).isEqualTo(done);
    assertThat(stop.stance()).isEqualTo(new Stance.CloseAll(StopReason.EMERGENCY_STOP));
    assertThat(stop.release()).isEqualTo(Release.RELEASED);
    assertThat(stop.stance()).isEqualTo(Stance.OPEN);
  }

  @Test
  void cancelsThatAreNotAnsweredHoldUpNoCloseForLong() {
    Venue venue = new Venue(1, 1);
    stop.start(0);
    step(0, venue);
    assertThat(step(600, venue).nextNs()).hasValue(1000 * MS);
    assertThat(venue.take()).containsExactly("cancel 100", "cancel 100");
    step(999, venue);
    assertThat(venue.take()).isEmpty();
    step(1000, venue);
    assertThat(venue.take()).containsExactly("close 0/0");
  }

  @Test
  void pausesGrowToTheLongest() {
    Venue venue = new Venue(0, 1);
    stop.start(0);
    List<Long> at = new ArrayList<>();
    StopProgress progress = step(0, venue);
    for (int i = 0; i < 10; i++) {
      at.add(progress.nextNs().orElseThrow() / MS);
      progress = stop.step(progress.nextNs().orElseThrow(), venue.remaining(), venue);
    }
    assertThat(at)
        .containsExactly(
            500L, 1500L, 3500L, 7500L, 15_500L, 31_500L, 61_500L, 91_500L, 121_500L, 151_500L);
    assertThat(progress.attempts()).isEqualTo(11);
    assertThat(venue.take()).hasSize(11);
  }

  @ParameterizedTest
  @CsvSource({"5000, WORKING, AHEAD, MET", "5001, WORKING, MISSED, MISSED"})
  void theDeadline(long ms, Phase phase, Deadline before, Deadline after) {
    Venue venue = new Venue(0, 1);
    stop.start(0);
    step(0, venue);
    StopProgress late = step(ms, venue);
    assertThat(late.phase()).isEqualTo(phase);
    assertThat(late.deadline()).isEqualTo(before);
    venue.positions.clear();
    assertThat(step(ms, venue).deadline()).isEqualTo(after);
  }

  @Test
  void aSecondStartChangesNothing() {
    Venue venue = new Venue(1, 0);
    stop.start(0);
    step(0, venue);
    byte[] before = Cut.bytes(stop);
    stop.start(0);
    assertThat(Cut.bytes(stop)).isEqualTo(before);
    stop.start(300 * MS);
    assertThat(step(400, venue).elapsedNs()).isEqualTo(400 * MS);
    assertThat(venue.take()).hasSize(1);
  }

  /** The fill of an order that was thought gone. */
  @Test
  void whatTurnsUpLaterIsClosedToo() {
    Venue venue = new Venue(0, 0);
    stop.start(0);
    assertThat(step(0, venue).phase()).isEqualTo(Phase.DONE);
    venue.positions.add(new Place(1, 7));
    StopProgress again = step(2000, venue);
    assertThat(again.phase()).isEqualTo(Phase.WORKING);
    assertThat(venue.take()).containsExactly("close 1/7");
    venue.positions.clear();
    assertThat(step(2500, venue).elapsedNs()).isEqualTo(2500 * MS);
  }

  @Test
  void afterAReleaseItBeginsAnew() {
    Venue venue = new Venue(1, 0);
    stop.start(0);
    step(0, venue);
    venue.orders.clear();
    step(7000, venue);
    stop.release();
    venue.orders.add(100L);
    assertThat(step(8000, venue).phase()).isEqualTo(Phase.IDLE);
    venue.take();
    stop.start(9000 * MS);
    StopProgress again = step(9000, venue);
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.elapsedNs()).isZero();
    assertThat(venue.take()).containsExactly("cancel 100");
    assertThat(stop.active().getFirst().sinceNs()).isEqualTo(9000 * MS);
  }

  @Test
  void whatWasSavedHasTheSameFuture() {
    Venue venue = new Venue(2, 2);
    stop.start(3000 * MS);
    step(3000, venue);
    step(4200, venue);
    venue.orders.clear();
    EmergencyStop copy = Cut.into(new EmergencyStop(StopPlan.SHIPPED), stop);
    for (long ms = 4300; ms < 20_000; ms += 300) {
      venue.take();
      StopProgress progress = step(ms, venue);
      List<String> asked = venue.take();
      assertThat(copy.step(ms * MS, venue.remaining(), venue)).isEqualTo(progress);
      assertThat(venue.take()).isEqualTo(asked);
    }
    assertThat(Cut.bytes(copy)).isEqualTo(Cut.bytes(stop));
  }

  /**
   * A venue that rejects or swallows nine of ten requests and fills orders that are being cancelled
   * still ends flat, with a copy from a snapshot taking over at any time; nothing is asked for that
   * does not remain.
   */
  @Test
  void aSickVenueEndsFlat() {
    int missed = 0;
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Venue venue = new Venue(random.nextInt(6), random.nextInt(6));
      int late = random.nextInt(3);
      EmergencyStop any = new EmergencyStop(StopPlan.SHIPPED);
      any.start(0);
      StopProgress progress = any.step(0, venue.remaining(), venue);
      long nowNs = 0;
      int steps = 0;
      while (progress.phase() != Phase.DONE) {
        assertThat(steps++).as("seed %s", seed).isLessThan(2000);
        for (String asked : venue.take()) {
          late -= answer(asked, venue, random, late);
        }
        any = random.nextInt(5) == 0 ? Cut.into(new EmergencyStop(StopPlan.SHIPPED), any) : any;
        nowNs =
            random.nextBoolean()
                ? Math.max(nowNs, progress.nextNs().orElseThrow())
                : nowNs + random.nextLong(100 * MS);
        progress = any.step(nowNs, venue.remaining(), venue);
        assertThat(any.stance()).isNotEqualTo(Stance.OPEN);
      }
      assertThat(venue.remaining().isNothing()).as("seed %s", seed).isTrue();
      assertThat(progress.deadline() == Deadline.MISSED)
          .as("seed %s", seed)
          .isEqualTo(progress.elapsedNs() > 5 * Utc.SECOND_NS);
      missed += progress.deadline() == Deadline.MISSED ? 1 : 0;
    }
    assertThat(missed).isBetween(20, 199);
  }

  /** One of ten is done; some orders are filled first and leave a position. */
  private static int answer(String asked, Venue venue, SplittableRandom random, int late) {
    String[] words = asked.split("[ /]", -1);
    if (words[0].equals("cancel")) {
      long id = Long.parseLong(words[1]);
      assertThat(venue.orders).contains(id);
      if (random.nextInt(10) == 0) {
        venue.orders.remove(id);
        if (late > 0) {
          venue.positions.add(new Place(9, (int) id));
          return 1;
        }
      }
    } else {
      Place place = new Place(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      assertThat(venue.positions).contains(place);
      if (random.nextInt(10) == 0) {
        venue.positions.remove(place);
      }
    }
    return 0;
  }

  /** All that works within one venue's answer of 50 ms is flat in 100 ms. */
  @Test
  void aHealthyVenueIsFlatInTime() {
    Venue venue = new Venue(50, 20);
    stop.start(0);
    step(0, venue);
    venue.orders.clear();
    step(50, venue);
    venue.positions.clear();
    StopProgress done = step(100, venue);
    assertThat(done.deadline()).isEqualTo(Deadline.MET);
    assertThat(done.attempts()).isEqualTo(70);
  }

  @Test
  void plansAreChecked() {
    assertThatThrownBy(() -> new StopPlan(-1, 1, 1, 1, 1)).hasMessageContaining("cancelWaitNs");
    assertThatThrownBy(() -> new StopPlan(0, 0, 1, 1, 1)).hasMessageContaining("firstPauseNs");
    assertThatThrownBy(() -> new StopPlan(0, 1, 0.9, 1, 1)).hasMessageContaining("growth");
    assertThatThrownBy(() -> new StopPlan(0, 2, 1, 1, 1)).hasMessageContaining("longestPauseNs");
    assertThatThrownBy(() -> new StopPlan(0, 1, 1, 1, 0)).hasMessageContaining("deadlineNs");
  }
}
