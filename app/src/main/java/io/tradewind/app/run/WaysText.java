package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.allocation.Allocator;
import io.tradewind.core.allocation.Shift;
import io.tradewind.core.execution.EndReason;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.CapitalReport;
import io.tradewind.research.backtest.ExecutionReport;
import io.tradewind.research.backtest.WorkedEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How entries were worked and capital was moved, as it is read at the terminal. */
final class WaysText {
  /** Shifts beyond these are in the report and the JSON. */
  private static final int SHIFTS = 5;

  private static final int DATE = 10;

  private WaysText() {}

  /** How entries were worked, in a line; empty where none was. */
  static Optional<String> execution(ExecutionReport report) {
    if (report.entries().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "%s worked, %.1f %% filled%s; %s the price on arrival, %s the benchmark; %s",
            entries(report.entries().size()),
            report.filledShare().orElse(0) * 100,
            missed(report),
            against(report.arrivalSlippageBps()),
            against(report.benchmarkSlippageBps()),
            outcomes(report)));
  }

  /** How many came to nothing. */
  private static String missed(ExecutionReport report) {
    long missed =
        report.entries().stream().filter(entry -> entry.progress().filledScaled() == 0).count();
    return missed == 0 ? "" : Text.of(", nothing of %,d (docs/execution.md)", missed);
  }

  /** How many ended why, in the order of the reasons. */
  private static String outcomes(ExecutionReport report) {
    Map<EndReason, Map<String, Integer>> counts = new EnumMap<>(EndReason.class);
    for (WorkedEntry entry : report.entries()) {
      entry
          .progress()
          .reason()
          .ifPresent(reason ->
              counts
                  .computeIfAbsent(reason, _ -> new TreeMap<>())
                  .merge(entry.outcome().orElseThrow(), 1, Integer::sum));
    }
    List<String> texts = new ArrayList<>();
    counts
        .values()
        .forEach(of -> of.forEach((text, count) -> texts.add(Text.of("%s %,d", text, count))));
    return String.join(", ", texts);
  }

  private static String entries(int count) {
    return Text.of("%,d %s", count, count == 1 ? "entry" : "entries");
  }

  private static String against(OptionalDouble bps) {
    if (bps.isEmpty()) {
      return "no fill to hold against";
    }
    double value = bps.getAsDouble();
    return Text.of("%.2f bps %s than", Math.abs(value), value >= 0 ? "worse" : "better");
  }

  /** How capital was moved, in lines; none where it stayed. */
  static List<String> capital(BacktestResult result) {
    CapitalReport report = result.capital();
    if (report.last().isEmpty()) {
      return List.of();
    }
    List<String> shifts = new ArrayList<>();
    for (Allocation decision : report.decisions()) {
      decision.shifts().forEach(shift -> shifts.add(line(decision, shift)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(summary(result, shifts.size()));
    lines.add("the table tells each strategy as if nothing had been moved: it need not add up");
    int first = Math.max(0, shifts.size() - SHIFTS);
    if (first > 0) {
      lines.add(Text.of("the last %d of %,d shifts, all in --json:", SHIFTS, first + SHIFTS));
    }
    lines.addAll(shifts.subList(first, shifts.size()));
    return lines;
  }

  private static String summary(BacktestResult result, int shifts) {
    Allocation last = result.capital().last().orElseThrow();
    List<String> parts = new ArrayList<>();
    last.shares().forEach(share -> parts.add(share.name() + " " + percent(share.ppm())));
    if (last.reservePpm() > 0) {
      parts.add(Allocator.RESERVE + " " + percent(last.reservePpm()));
    }
    return Text.of(
        "%s of shares, %s %s moved to hold them; at the end %s",
        Text.count(shifts, "shift"),
        Figures.money(
            Crossing.toDouble(result.capital().movedScaled(), result.daily().cashScale())),
        result.run().currency(),
        String.join(", ", parts));
  }

  private static String line(Allocation decision, Shift shift) {
    return Text.of(
        "%s  %s from %s to %s: %s",
        Utc.format(decision.timeNs()).substring(0, DATE),
        percent(shift.ppm()),
        shift.from(),
        shift.to(),
        shift.reason());
  }

  private static String percent(long ppm) {
    return Text.of("%.1f %%", ppm / 1e4);
  }
}
