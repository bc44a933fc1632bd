package io.tradewind.bench;

import io.tradewind.analytics.catalog.Specification;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An indicator over a hundred thousand bars, made anew each time, as TA-Lib's functions are called:
 * nanoseconds for each bar. {@link IndicatorTable} runs it for all there are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class IndicatorBenchmark {
  static final int SIZE = 100_000;

  /** An indicator with its arguments. */
  @Param({"sma(30)"})
  public String id = "";

  private Bars bars = new Bars(0);
  private Specification specification = Specification.parse("sma");

  /** Makes the data. */
  @Setup
  public void setUp() {
    bars = new Bars(SIZE);
    specification = Specification.parse(id);
  }

  /** Over whole arrays. */
  @Benchmark
  @OperationsPerInvocation(SIZE)
  public double[][] batch() {
    return bars.batch(specification.make());
  }
}
