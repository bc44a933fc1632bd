package io.tradewind.research.backtest;

import io.tradewind.core.audit.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers from the audit how entries were worked. Of a symbol a book works one at a time. */
final class ExecutionLog {
  private final BacktestSpec spec;
  private final List<WorkedEntry> ended = new ArrayList<>();
  private final Map<Integer, WorkedEntry> going = new TreeMap<>();

  ExecutionLog(BacktestSpec spec) {
    this.spec = spec;
  }

  void onMoved(AuditRecord.ExecutionMoved moved) {
    int place = moved.book() * spec.market().instruments().size() + moved.instrument();
    long beginNs =
        Optional.ofNullable(going.remove(place)).map(WorkedEntry::beginNs).orElseGet(moved::timeNs);
    WorkedEntry entry =
        new WorkedEntry(
            spec.books().get(moved.book()).name(),
            spec.market().instruments().get(moved.instrument()),
            beginNs,
            moved.timeNs(),
            moved.progress(),
            moved.cutBy());
    if (moved.progress().state().isFinal()) {
      ended.add(entry);
    } else {
      going.put(place, entry);
    }
  }

  ExecutionReport report() {
    List<WorkedEntry> all = new ArrayList<>(ended);
    all.addAll(going.values());
    return new ExecutionReport(all);
  }
}
