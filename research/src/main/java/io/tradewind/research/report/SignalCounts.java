package io.tradewind.research.report;

import io.tradewind.core.risk.Refusal;
import io.tradewind.research.backtest.SignalRecord;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the signals.
 *
 * @param raised all of them
 * @param followed those that were not refused
 * @param refused how many by reason, in the order of the reasons; only those that occurred
 */
record SignalCounts(int raised, int followed, Map<Refusal, Integer> refused) {

  static SignalCounts of(List<SignalRecord> signals) {
    Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    int followed = 0;
    for (SignalRecord signal : signals) {
      if (signal.refusal().isPresent()) {
        refused.merge(signal.refusal().get(), 1, Integer::sum);
      } else {
        followed++;
      }
    }
    return new SignalCounts(signals.size(), followed, refused);
  }
}
