package io.tradewind.trader.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of a cycle that hangs, told and done. */
class StuckWatchTest {
  private static final long SECOND = Utc.SECOND_NS;

  private final VirtualTime time = new VirtualTime(World.START_NS);
  private final List<String> log = new ArrayList<>();
  private final Pulse pulse = new Pulse();

  private String at(String what, String name) {
    return "%s %s@%s".formatted(name, what, (time.nowNs() - World.START_NS) / SECOND);
  }

  private final class Ear implements StuckWatch.Ear {
    @Override
    public void stuck(String name, String why, long nowNs) {
      log.add(at("stuck", name));
    }

    @Override
    public void goesOn(String name, String why, long nowNs) {
      log.add(at("goes on", name));
    }

    @Override
    public void recovers(String name, String why, long nowNs) {
      log.add(at("recovers", name));
    }
  }

  /**
   * Told after 10 seconds without a turn, recovered after 25, once. {@code 9 turns}: goes round
   * once a second; {@code 9 hangs}: does not; {@code 9 sleeps}: neither it nor who watches.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          99 turns                               | ''                                              | UP
          9 hangs, 1 turns, 9 hangs              | ''                                              | UP
          3 turns, 10 hangs                      | engine stuck@13                                 | DOWN
          3 turns, 24 hangs                      | engine stuck@13                                 | DOWN
          3 turns, 24 hangs, 1 turns             | engine stuck@13, engine goes on@28              | UP
          3 turns, 99 hangs                      | engine stuck@13, engine recovers@28, engine recovered@28 | DOWN
          1 turns, 29 hangs, 1 turns, 25 hangs   | engine stuck@11, engine recovers@26, engine recovered@26, engine goes on@31, engine stuck@41, engine recovers@56, engine recovered@56 | DOWN
          1 turns, 3600 sleeps, 9 hangs          | ''                                              | UP
          1 turns, 9 hangs, 3600 sleeps, 9 turns | ''                                              | UP
          1 turns, 9 hangs, 60 sleeps, 10 hangs  | engine stuck@80                                 | DOWN
          99 hangs                               | ''                                              | UP
          """)
  void isToldAndRecovered(String story, String told, Level health) {
    StuckWatch watch =
        new StuckWatch(
            new StuckWatch.Part("engine", pulse, () -> log.add(at("recovered", "engine"))),
            StuckWatch.PATIENCE,
            time,
            new Ear());
    for (String step : story.split(",")) {
      String[] words = step.strip().split(" ");
      int seconds = Integer.parseInt(words[0]);
      if (words[1].equals("sleeps")) {
        time.run(time.nowNs() + seconds * SECOND);
        watch.doWork();
        continue;
      }
      for (int i = 0; i < seconds; i++) {
        if (words[1].equals("turns")) {
          pulse.beat();
        }
        time.run(time.nowNs() + SECOND);
        watch.doWork();
      }
    }
    assertThat(String.join(", ", log)).isEqualTo(told);
    assertThat(watch.over(status()).health()).isEqualTo(health);
  }

  private static TraderStatus status() {
    BigDecimal none = BigDecimal.ZERO;
    return new TraderStatus(
        World.START_NS,
        "a session",
        TraderStatus.Mode.PAPER,
        World.START_NS,
        TraderStatus.Activity.SCANNING,
        new TraderStatus.Money("USDT", none, none, none, none),
        List.of(),
        List.of(),
        List.of(),
        List.of(new ComponentStatus("orders", Level.UP, World.START_NS, "", true)),
        TraderStatus.Traffic.NONE,
        Performance.NONE,
        Vitals.NONE);
  }
}
