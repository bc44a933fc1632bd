package io.tradewind.bench.heap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Live heap of a {@link HeapSession}, hour by hour. */
public final class HeapRun {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final int HOUR_S = 3_600;
  private static final int COLLECTIONS = 3;

  private HeapRun() {}

  /** Bytes that are reached, after what is not was collected. */
  public static long liveBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      MEMORY.gc();
      least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  /** Words {@code symbols=}, {@code days=}, {@code every=} (hours), {@code dir=}, {@code svg=}. */
  public static void main(String[] words) throws IOException {
    int symbols = 50;
    int days = 7;
    int every = 1;
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Path svg = Path.of("heap.svg");
    for (String word : words) {
      String value = word.substring(word.indexOf('=') + 1);
      switch (word.substring(0, word.indexOf('='))) {
        case "symbols" -> symbols = Integer.parseInt(value);
        case "days" -> days = Integer.parseInt(value);
        case "every" -> every = Integer.parseInt(value);
        case "dir" -> folder = Path.of(value);
        case "svg" -> svg = Path.of(value);
        default -> throw new IllegalArgumentException("unknown word: " + word);
      }
    }
    long beganMs = System.currentTimeMillis();
    List<Double> megabytes = new ArrayList<>();
    Path place = Files.createTempDirectory(folder, "heap-");
    try (HeapSession session = new HeapSession(symbols, place)) {
      for (int hour = 0; hour < days * 24; hour += every) {
        session.run((long) every * HOUR_S);
        megabytes.add(liveBytes() / 1e6);
        System.out.printf(
            Locale.ROOT,
            "hour %4d  live %7.2f MB  %d events, %d orders, %d fills, %d s%n",
            hour + every,
            megabytes.getLast(),
            session.events(),
            session.orders(),
            session.fills(),
            (System.currentTimeMillis() - beganMs) / 1_000);
        Files.writeString(svg, HeapCurve.svg(megabytes, every));
      }
    }
  }
}
