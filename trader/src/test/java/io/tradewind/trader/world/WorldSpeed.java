package io.tradewind.trader.world;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * How fast worlds go: virtual seconds for each second of one processor, in storms of ten minutes,
 * after others that warm up. Not a test; run it by hand.
 */
final class WorldSpeed {
  private static final long LENGTH_NS = 600 * Utc.SECOND_NS;
  private static final int WARM_UP = 15;
  private static final int MEASURED = 15;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private WorldSpeed() {}

  /** Who lives in a world. */
  private interface Life {
    World.Cycle in(World world, long seed);
  }

  /** Without words. */
  public static void main(String[] words) {
    measure("nobody", (world, seed) -> () -> 0);
    for (Market market : new Market[] {Market.SPOT, Market.PERP}) {
      for (boolean overSocket : new boolean[] {false, true}) {
        Station.Setting setting = new Station.Setting(market, overSocket, 7, Utc.SECOND_NS);
        measure(
            market + (overSocket ? " by socket" : " by REST"),
            (world, seed) -> new Station(world, setting, seed));
      }
    }
  }

  private static void measure(String what, Life life) {
    long cpuNs = 0;
    for (long seed = 1; seed <= WARM_UP + MEASURED; seed++) {
      long beforeNs = THREADS.getCurrentThreadCpuTime();
      Weather storm = Weather.storm(seed, World.START_NS, LENGTH_NS);
      World world = new World(World.Terms.usual(seed, storm));
      world.run(LENGTH_NS, life.in(world, seed));
      cpuNs += seed <= WARM_UP ? 0 : THREADS.getCurrentThreadCpuTime() - beforeNs;
    }
    double seconds = (double) cpuNs / Utc.SECOND_NS / MEASURED;
    System.out.printf(
        Locale.ROOT,
        "%-15s %5.0f virtual seconds a second, %.3f s for ten minutes%n",
        what,
        LENGTH_NS / (double) Utc.SECOND_NS / seconds,
        seconds);
  }
}
