package io.tradewind.simulation.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Utc;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window of thirty days. */
class TradedVolumeTest {

  /** Trades as day:amount, and what the days before a day come to. */
  @ParameterizedTest
  @CsvSource({
    "'', 0, 0",
    "5:10, 5, 0",
    "5:10, 6, 10",
    "5:10 5:7, 6, 17",
    "5:10 6:7, 6, 10",
    "5:10, 35, 10",
    "5:10, 36, 0",
    "5:10 6:7, 36, 7",
    "5:10 36:7, 36, 0",
    "5:10 36:7, 37, 7",
    "5:10, 5000, 0",
    "-40:10 -20:7, -10, 17",
    "-40:10 -20:7, -9, 7",
    "5:9223372036854775807 6:1, 7, 9223372036854775807",
    "5:9223372036854775807 5:9 7:3, 36, 3"
  })
  void theThirtyDaysBeforeCount(String trades, long day, long before) {
    TradedVolume volume = new TradedVolume();
    Stream.of(trades.split(" "))
        .filter(trade -> !trade.isEmpty())
        .map(trade -> trade.split(":"))
        .forEach(trade -> volume.add(noon(Long.parseLong(trade[0])), Long.parseLong(trade[1])));
    assertThat(volume.before(noon(day))).isEqualTo(before);
  }

  private static long noon(long day) {
    return day * Utc.DAY_NS + Utc.DAY_NS / 2;
  }

  @Test
  void aDayBeginsAtMidnight() {
    TradedVolume volume = new TradedVolume();
    volume.add(6 * Utc.DAY_NS - 1, 10);
    assertThat(volume.before(6 * Utc.DAY_NS - 1)).isZero();
    assertThat(volume.before(6 * Utc.DAY_NS)).isEqualTo(10);
    assertThat(volume.before(36 * Utc.DAY_NS - 1)).isEqualTo(10);
    assertThat(volume.before(36 * Utc.DAY_NS)).isZero();
  }

  @Test
  void equalsASumOverAllTradesAlsoAfterARestore() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      TreeMap<Long, Long> model = new TreeMap<>();
      TradedVolume volume = new TradedVolume();
      long day = 19_000;
      for (int i = 0; i < 300; i++) {
        day += random.nextInt(8) == 0 ? random.nextInt(40) : random.nextInt(2);
        long amount = random.nextLong(1_000_000_000_000L);
        volume.add(noon(day), amount);
        model.merge(day, amount, Long::sum);
        long expected =
            model.subMap(day - 30, day).values().stream().mapToLong(Long::longValue).sum();
        volume = random.nextBoolean() ? volume : restored(volume);
        assertThat(volume.before(noon(day))).as("seed %s day %s", seed, day).isEqualTo(expected);
      }
    }
  }

  private static TradedVolume restored(TradedVolume volume) {
    StateWriter out = new StateWriter();
    volume.save(out);
    TradedVolume copy = new TradedVolume();
    copy.load(new StateReader(out.toByteArray()));
    return copy;
  }
}
