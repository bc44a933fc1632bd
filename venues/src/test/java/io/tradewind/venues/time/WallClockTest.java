package io.tradewind.venues.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {
  private static final long MS_NS = 1_000_000;

  private long monotonicNs = 5;
  private long machineNs = 1_000 * MS_NS;

  /** In milliseconds, after the clock was made at 1,000. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1000, 1000,    2000, both go on
          1000, 1900,    2000, the machine is a little ahead
          1000, 3700000, 3701000, the machine slept for an hour
          1000, -500000, 2000, somebody set the time back
          400,  3700000, 1400, it was looked at shortly before
          """)
  void goesOn(long monotonicMs, long machineMs, long wantedMs, String why) {
    WallClock clock = new WallClock(() -> monotonicNs, () -> machineNs);
    assertThat(clock.nowNs()).isEqualTo(1_000 * MS_NS);
    monotonicNs += monotonicMs * MS_NS;
    machineNs += machineMs * MS_NS;
    assertThat(clock.nowNs()).as(why).isEqualTo(wantedMs * MS_NS);
  }

  @ParameterizedTest
  @CsvSource({"3600000", "100"})
  void neverGoesBack(long sleptMs) {
    WallClock clock = new WallClock(() -> monotonicNs, () -> machineNs);
    monotonicNs += 1_000 * MS_NS;
    machineNs += (1_000 + sleptMs) * MS_NS;
    long beforeNs = clock.nowNs();
    machineNs -= 10 * sleptMs * MS_NS;
    monotonicNs += 1_000 * MS_NS;
    assertThat(clock.nowNs()).isEqualTo(beforeNs + 1_000 * MS_NS);
  }
}
