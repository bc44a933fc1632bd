package io.tradewind.analytics.indicator.volume;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes by the time of day: missing bars, days entered midway, bars that do not fit a day. */
class RelativeVolumeAtTimeTest {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long DAY_MINUTES = 1440;

  /** A bar. */
  private record Bar(long minute, double volume) {
    long day() {
      return minute / DAY_MINUTES;
    }

    long time() {
      return minute % DAY_MINUTES;
    }
  }

  private static double update(RelativeVolumeAtTime indicator, Bar bar) {
    return indicator.update(bar.minute * MINUTE_NS, 1, 1, 1, 1, bar.volume);
  }

  /** {@code hour:volume} of each bar, hours counted from the first midnight. */
  private static List<Bar> bars(String text) {
    List<Bar> bars = new ArrayList<>();
    for (String bar : text.split(" ")) {
      String[] parts = bar.split(":");
      bars.add(new Bar(Long.parseLong(parts[0]) * 60, Double.parseDouble(parts[1])));
    }
    return bars;
  }

  @ParameterizedTest
  @CsvSource({
    // what it is, days, cumulative, regular, of the newest of which bars
    "'at midnight', 1, 0.5, 0.5, 0:10 12:30 24:5",
    "'the day so far, or one bar', 1, 0.5625, 0.25, 0:10 12:30 24:15 36:7.5",
    "'no bar at noon: the one before', 1, 3.5, 0.5, 0:10 18:30 24:30 36:5",
    "'a time not met before', 1, 2, 0.5, 0:10 24:15 25:5",
    "'no bar before: left out', 2, 3, 3, 0:10 36:40 48:30",
    "'no bar before on any day', 1, NaN, NaN, 0:10 36:40 48:30",
    "'the mean of two days', 2, 1.5, 1.5, 0:10 24:30 48:30",
    "'too few days', 3, NaN, NaN, 0:10 24:30 48:30",
    "'only the last of them', 1, 1, 1, 0:10 24:30 48:30",
    "'entered midway', 1, NaN, NaN, 6:10 12:30 24:10",
    "'entered midway, a day later', 1, 2, 2, 6:10 12:30 24:10 48:20",
    "'days without bars are none', 1, 2, 2, 0:10 240:20",
    "'no volume by then', 1, NaN, NaN, 0:0 12:30 24:5",
    "'no volume but later', 1, 1, 0.5, 0:0 12:30 24:15 36:15",
  })
  void comparesWithTheDaysBefore(
      String what, int length, double cumulative, double regular, String text) {
    for (boolean isCumulative : new boolean[] {true, false}) {
      RelativeVolumeAtTime indicator = new RelativeVolumeAtTime(length, isCumulative);
      double value = Double.NaN;
      for (Bar bar : bars(text)) {
        value = update(indicator, bar);
      }
      assertThat(Double.valueOf(value))
          .as("%s, %s", what, isCumulative)
          .isEqualTo(Double.valueOf(isCumulative ? cumulative : regular));
    }
  }

  @Test
  void barsOfOneMinuteAreOne() {
    RelativeVolumeAtTime regular = new RelativeVolumeAtTime(1, false);
    long second = 1_000_000_000L;
    long day = DAY_MINUTES * MINUTE_NS;
    regular.update(0, 1, 1, 1, 1, 4);
    regular.update(20 * second, 1, 1, 1, 1, 6);
    assertThat(regular.update(day, 1, 1, 1, 1, 1)).isEqualTo(0.1);
    assertThat(regular.update(day + 59 * second, 1, 1, 1, 1, 4)).isEqualTo(0.5);
    assertThat(regular.update(day + 60 * second, 1, 1, 1, 1, 4)).isEqualTo(0.4);
  }

  @Test
  void aNaNIsSeenToTheEndOfItsDayAndAtItsTimeInTheDaysAfter() {
    RelativeVolumeAtTime indicator = new RelativeVolumeAtTime(1, true);
    List<Double> values = new ArrayList<>();
    for (Bar bar : bars("0:1 12:1 24:1 36:NaN 42:1 48:1 60:1 72:1 84:1")) {
      values.add(update(indicator, bar));
    }
    assertThat(values)
        .containsExactly(
            Double.NaN, Double.NaN, 1.0, Double.NaN, Double.NaN, 1.0, Double.NaN, 1.0, 1.0);
  }

  /** Bars of 7 minutes do not divide a day, nor do those of 61; 2000 are more than one. */
  @ParameterizedTest
  @CsvSource({
    "1, 7, 4, true",
    "2, 7, 4, false",
    "3, 60, 10, true",
    "4, 61, 3, false",
    "5, 2000, 2, true",
  })
  void equalsItsModelOnBarsWithGaps(long seed, int minutes, int length, boolean cumulative) {
    SplittableRandom random = new SplittableRandom(seed);
    RelativeVolumeAtTime indicator = new RelativeVolumeAtTime(length, cumulative);
    List<List<Bar>> days = new ArrayList<>();
    int known = 0;
    long minute = 0;
    for (int i = 0; i < 6000; i++) {
      minute += minutes * (random.nextInt(50) == 0 ? 1 + random.nextInt(300) : 1L);
      Bar bar = new Bar(minute, random.nextInt(5) == 0 ? 0 : random.nextInt(1000) / 8.0);
      if (days.isEmpty() || days.getLast().getLast().day() != bar.day()) {
        days.add(new ArrayList<>());
      }
      days.getLast().add(bar);
      if (random.nextInt(100) == 0) {
        indicator = restored(indicator, new RelativeVolumeAtTime(length, cumulative));
      }
      double actual = update(indicator, bar);
      double expected = model(days, length, cumulative);
      known += Double.isNaN(expected) ? 0 : 1;
      assertThat(Double.valueOf(actual))
          .as("seed %d, bar %d", seed, i)
          .isEqualTo(Double.valueOf(expected));
    }
    assertThat(known).isGreaterThan(1000);
  }

  private static RelativeVolumeAtTime restored(
      RelativeVolumeAtTime from, RelativeVolumeAtTime into) {
    StateWriter state = new StateWriter();
    from.save(state);
    into.load(new StateReader(state.toByteArray()));
    return into;
  }

  /** From all bars anew; the first is never at midnight, so its day does not count. */
  private static double model(List<List<Bar>> days, int length, boolean cumulative) {
    int today = days.size() - 1;
    if (today - length < 1) {
      return Double.NaN;
    }
    long time = days.getLast().getLast().time();
    double mean =
        days.subList(today - length, today).stream()
            .map(day -> volume(day, time, cumulative))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::orElseThrow)
            .average()
            .orElse(0);
    double volume = volume(days.getLast(), time, cumulative).orElseThrow();
    return mean == 0 ? Double.NaN : volume / mean;
  }

  /** Eighths, which add up exactly. */
  private static OptionalDouble volume(List<Bar> day, long time, boolean cumulative) {
    double[] volumes =
        day.stream().filter(bar -> bar.time() <= time).mapToDouble(Bar::volume).toArray();
    if (volumes.length == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        cumulative ? Arrays.stream(volumes).sum() : volumes[volumes.length - 1]);
  }
}
