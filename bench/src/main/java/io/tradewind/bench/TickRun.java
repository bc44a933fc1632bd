package io.tradewind.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Prints how many million rows of {@link TickBenchmark} pass in a second of processor time, which
 * on a machine that others use says more than the clock on the wall; the median of some rounds.
 */
final class TickRun {
  private static final int WARMUP = 4;
  private static final int ROUNDS = 9;

  private TickRun() {}

  /** Without arguments. */
  public static void main(String[] arguments) {
    TickBenchmark bench = new TickBenchmark();
    bench.setUp();
    print("bare loop", bench::bareLoop);
    print("book alone", bench::bookAlone);
    print("session, one symbol", bench::sessionOneSymbol);
    print("session, one symbol, quoting", bench::sessionQuoting);
    print("session, five symbols", bench::sessionFiveSymbols);
  }

  private static void print(String name, LongSupplier work) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (int i = 0; i < WARMUP; i++) {
      sum += work.getAsLong();
    }
    double[] speeds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begunNs = clock.getCurrentThreadCpuTime();
      sum += work.getAsLong();
      speeds[i] = TickBenchmark.ROWS * 1e3 / (clock.getCurrentThreadCpuTime() - begunNs);
    }
    Arrays.sort(speeds);
    System.out.printf(
        "%-30s %8.2f million rows a second of cpu (%.2f to %.2f; sum %d)%n",
        name, speeds[ROUNDS / 2], speeds[0], speeds[ROUNDS - 1], sum % 1000);
  }
}
