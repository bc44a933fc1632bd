package io.tradewind.core.execution.slippage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyVolumeTest {
  private static final long HOUR_NS = Utc.DAY_NS / 24;

  /** Candles as {@code openHour-closeHour volume}. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing yet,                      '',                            0",
    "one hour,                         '0-1 7',                       7",
    "an hour is added to,              '0-0.5 3;0.5-1 4',             7",
    "two hours,                        '0-1 7;1-2 8',                 15",
    "the 24th is still in,             '0-1 7;23-24 1',               8",
    "the 25th pushes the first out,    '0-1 7;24-25 1',               1",
    "a gap of days forgets all,        '0-1 7;1-2 8;200-201 3',       3",
    "a day at once,                    '0-24 50',                     50",
    "the next day replaces it,         '0-24 50;24-48 60',            60",
    "a third of three days,            '0-72 60',                     20",
    "before the epoch,                 '-2--1 5;-1-0 6',              11",
  })
  void isOfTheLastDay(String what, String candles, long volume) {
    assertThat(of(candles).scaled()).as(what).isEqualTo(volume);
  }

  private static DailyVolume of(String candles) {
    DailyVolume volume = new DailyVolume();
    for (String candle : candles.isEmpty() ? new String[0] : candles.split(";")) {
      String[] words = candle.split(" ");
      int dash = words[0].indexOf('-', 1);
      volume.onCandle(
          hours(words[0].substring(0, dash)),
          hours(words[0].substring(dash + 1)),
          Long.parseLong(words[1]));
    }
    return volume;
  }

  private static long hours(String text) {
    return (long) (Double.parseDouble(text) * HOUR_NS);
  }

  @Test
  void goesOnAfterACut() {
    StateWriter out = new StateWriter();
    of("0-1 7;5-6 8").save(out);
    DailyVolume restored = of("3-4 100");
    restored.load(new StateReader(out.toByteArray()));
    restored.onCandle(24 * HOUR_NS, 25 * HOUR_NS, 1);
    assertThat(restored.scaled()).isEqualTo(9);
  }

  @Test
  void badInput() {
    assertThatThrownBy(() -> of("0-1 -1")).hasMessageContaining("volumeScaled must be >= 0");
    assertThatThrownBy(() -> of("4-5 1;0-1 1")).hasMessageContaining("must not go back");
  }
}
