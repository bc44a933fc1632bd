package io.tradewind.bench;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.catalog.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link IndicatorBenchmark} for the indicators that are named, or for all with their
 * defaults, and prints a table. With {@code --bars FILE} it writes the bars for the peer instead.
 */
public final class IndicatorTable {
  private IndicatorTable() {}

  /** The indicators, or {@code --bars FILE}. */
  public static void main(String[] arguments) throws RunnerException, IOException {
    if (arguments.length == 2 && arguments[0].equals("--bars")) {
      Bars.write(Path.of(arguments[1]), IndicatorBenchmark.SIZE);
      return;
    }
    String[] ids =
        arguments.length > 0
            ? arguments
            : Indicators.all().stream().map(d -> Specification.of(d).id()).toArray(String[]::new);
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(IndicatorBenchmark.class.getSimpleName())
                    .param("id", ids)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Double> nanoseconds = new TreeMap<>();
    results.forEach(result ->
        nanoseconds.put(
            result.getParams().getParam("id"),
            result.getPrimaryResult().getStatistics().getPercentile(50)));
    System.out.println("| indicator | ns a bar |\n| --- | ---: |");
    nanoseconds.forEach(
        (id, ns) -> System.out.println(String.format(Locale.ROOT, "| `%s` | %.1f |", id, ns)));
  }
}
