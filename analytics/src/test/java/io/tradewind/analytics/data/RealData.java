package io.tradewind.analytics.data;

import io.tradewind.analytics.indicator.Candles;
import io.tradewind.analytics.indicator.RealCandles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/** Real candles for tests that are skipped without them. */
public final class RealData {
  private static final long DAY_NS = 86_400_000_000_000L;

  private RealData() {}

  /**
   * Of a file in shared/data beside the repository; without it the test is skipped, and says so.
   */
  public static Candles orSkip(String file) throws IOException {
    Optional<Path> found =
        RealCandles.folder().map(data -> data.resolve(file)).filter(Files::isRegularFile);
    if (found.isEmpty()) {
      System.out.println("skipped: no real candles in ../shared/data/" + file);
      return Assumptions.abort("no " + file);
    }
    return RealCandles.read(found.get());
  }

  /** The last close of each UTC day that has a candle. */
  public static double[] dailyCloses(Candles candles) {
    int last = candles.bars() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> i == last || day(candles, i) != day(candles, i + 1))
        .mapToDouble(i -> candles.close()[i])
        .toArray();
  }

  private static long day(Candles candles, int bar) {
    return candles.timeNs()[bar] / DAY_NS;
  }
}
