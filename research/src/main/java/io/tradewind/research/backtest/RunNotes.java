package io.tradewind.research.backtest;

import java.util.List;
import java.util.Map;

/**
 * What is kept of a run and told beside its results.
 *
 * @param candleEquity whether equity is kept at every close
 * @param charts whether the candles are kept for the report
 * @param data what was read, for the description
 * @param settings what else decided the result, for the description
 * @param notices for the user, added to those of the run
 */
public record RunNotes(
    boolean candleEquity,
    boolean charts,
    List<RunDescription.DataSpan> data,
    Map<String, String> settings,
    List<String> notices) {
  /** Nothing beside the results. */
  public static final RunNotes NONE = new RunNotes(false, false, List.of(), Map.of(), List.of());

  /** Copies the lists. */
  public RunNotes {
    data = List.copyOf(data);
    notices = List.copyOf(notices);
  }
}
