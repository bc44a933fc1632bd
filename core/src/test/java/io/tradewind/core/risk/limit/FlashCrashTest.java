package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlashCrashTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long WINDOW = 300 * SECOND;

  /** what, prices as {@code seconds:price}, the move of the last. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the first says nothing,     0:100, 0",
    "a fall,                     0:100 10:90, -0.1",
    "a rise,                     0:100 10:110, 0.1",
    "from the highest,           0:100 10:120 20:108, -0.1",
    "from the lowest,            0:100 10:80 20:88, -0.12",
    "the larger of the two,      0:100 10:80 20:60 30:90, 0.5",
    "at the end of the window,   0:100 300:90, -0.1",
    "a cell later it is over,    0:100 301:90, 0",
    "the next highest goes on,   0:100 1:95 301:90, -0.05263157894736842",
    "one that is hidden,         0:100 1:90 2:99 302:81, -0.18181818181818182",
    "time that goes back,        0:100 400:100 50:200 450:100, -0.5"
  })
  void ticks(String what, String prices, double move) {
    FlashCrash crash = new FlashCrash(WINDOW);
    double last = Double.NaN;
    for (String tick : prices.split(" ", -1)) {
      String[] parts = tick.split(":", -1);
      last = crash.onPrice(Long.parseLong(parts[0]) * SECOND, Double.parseDouble(parts[1]));
    }
    assertThat(last).as(what).isCloseTo(move, within(1e-12));
  }

  /** what, candles as {@code open-close:o/h/l/c} in minutes, the move that the last tells. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing,                     0-1:100/100/100/100, 0",
    "a range that closes low,     0-1:100/104/93.6/95, -0.1",
    "a range that closes high,    0-1:100/110/99/105, 0.1",
    "a rise from the open,        0-1:100/120/100/110, 0.2",
    "as long as the window,       0-5:100/100/80/90, -0.2",
    "longer: not known when,      0-6:100/100/80/90, 0",
    "longer: only its gap,        0-60:100/100/100/100 60-120:80/90/70/85, -0.2",
    "a gap after a pause,         0-1:100/100/100/100 10-11:80/80/80/80, 0",
    "a low against a high before, 0-1:100/110/100/105 1-2:105/105/99/104, -0.1",
    "five minutes back for sure,  0-1:100/110/100/104 1-5:104/104/99/104, -0.1",
    "six are not for sure,        0-1:100/110/100/104 2-6.1:104/104/99/103, -0.05454545454545454",
    "the close against a low,     0-1:100/100/80/90 1-2:90/96/90/96, 0.2",
    "an old close is still near,  0-5:100/100/100/100 5-10:100/100/88/89, -0.12"
  })
  void candles(String what, String candles, double move) {
    FlashCrash crash = new FlashCrash(WINDOW);
    double last = Double.NaN;
    for (String candle : candles.split(" ", -1)) {
      String[] n = candle.split("[-:/]", -1);
      last =
          crash.onCandle(
              (long) (Double.parseDouble(n[0]) * 60 * SECOND),
              (long) (Double.parseDouble(n[1]) * 60 * SECOND),
              Double.parseDouble(n[2]),
              Double.parseDouble(n[3]),
              Double.parseDouble(n[4]),
              Double.parseDouble(n[5]));
    }
    assertThat(last).as(what).isCloseTo(move, within(1e-12));
  }

  private record Tick(long timeNs, double price) {}

  /** The span reaches back to the beginning of the cell that lies a whole span before. */
  private static double naive(List<Tick> ticks) {
    Tick last = ticks.getLast();
    double high = 0;
    double low = Double.POSITIVE_INFINITY;
    for (Tick tick : ticks.subList(0, ticks.size() - 1)) {
      if (tick.timeNs() / SECOND >= last.timeNs() / SECOND - 300) {
        high = Math.max(high, tick.price());
        low = Math.min(low, tick.price());
      }
    }
    double fall = high == 0 ? 0 : (last.price() - high) / high;
    double rise = high == 0 ? 0 : (last.price() - low) / low;
    return Math.abs(rise) > Math.abs(fall) ? rise : fall;
  }

  @Test
  void aReferenceThatLooksAtEveryTickAgrees() {
    for (long seed = 0; seed < 40; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FlashCrash fast = new FlashCrash(WINDOW);
      FlashCrash cut = new FlashCrash(WINDOW);
      List<Tick> ticks = new ArrayList<>();
      long timeNs = 0;
      double price = 100;
      long pause = 1 + random.nextLong(random.nextBoolean() ? SECOND : 60 * SECOND);
      for (int i = 0; i < 1000; i++) {
        timeNs += random.nextInt(100) == 0 ? random.nextLong(WINDOW * 2) : random.nextLong(pause);
        price *= 1 + 0.05 * (random.nextDouble() - 0.5);
        ticks.add(new Tick(timeNs, price));
        cut = random.nextInt(20) == 0 ? Cut.into(new FlashCrash(WINDOW), cut) : cut;
        double move = fast.onPrice(timeNs, price);
        assertThat(move).as("seed %s tick %s", seed, i).isEqualTo(naive(ticks));
        assertThat(cut.onPrice(timeNs, price)).as("seed %s", seed).isEqualTo(move);
      }
    }
  }

  /**
   * A candle is made of many paths. What it tells is never more than what every one of them had,
   * each path going through the four prices.
   */
  @Test
  void aCandleTellsOnlyWhatEveryPathHas() {
    int told = 0;
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long length = (1 + random.nextInt(8)) * 60L * SECOND;
      FlashCrash candles = new FlashCrash(WINDOW);
      FlashCrash path = new FlashCrash(WINDOW);
      double most = 0;
      double price = 100;
      for (int i = 0; i < 6; i++) {
        double open = price * (1 + 0.04 * (random.nextDouble() - 0.5));
        double close = open * (1 + 0.1 * (random.nextDouble() - 0.5));
        double high = Math.max(open, close) * (1 + 0.05 * random.nextDouble());
        double low = Math.min(open, close) * (1 - 0.05 * random.nextDouble());
        long openNs = i * length;
        long firstNs = openNs + 1 + random.nextLong(length - 3);
        long secondNs = firstNs + 1 + random.nextLong(openNs + length - firstNs - 1);
        boolean highFirst = random.nextBoolean();
        most = larger(most, path.onPrice(openNs, open));
        most = larger(most, path.onPrice(firstNs, highFirst ? high : low));
        most = larger(most, path.onPrice(secondNs, highFirst ? low : high));
        most = larger(most, path.onPrice(openNs + length, close));
        double move = candles.onCandle(openNs, openNs + length, open, high, low, close);
        assertThat(Math.abs(move)).as("seed %s", seed).isLessThanOrEqualTo(most + 1e-12);
        told += Math.abs(move) > 0.05 ? 1 : 0;
        price = close;
      }
    }
    assertThat(told).isGreaterThan(1000);
  }

  private static double larger(double most, double move) {
    return Math.max(most, Math.abs(move));
  }

  @Test
  void whatIsNoPriceIsABug() {
    FlashCrash crash = new FlashCrash(WINDOW);
    assertThatThrownBy(() -> crash.onPrice(7, 0)).hasMessageContaining("> 0 and finite, at 7");
    assertThatThrownBy(() -> crash.onPrice(7, Double.NaN)).hasMessageContaining("at 7");
    assertThatThrownBy(() -> crash.onCandle(0, 9, 5, 4, 3, 4)).hasMessageContaining("the high");
    assertThatThrownBy(() -> crash.onCandle(0, 9, 5, 6, 5, 4)).hasMessageContaining("the low");
    assertThatThrownBy(() -> crash.onCandle(9, 9, 5, 6, 4, 5)).hasMessageContaining("close after");
  }
}
