package io.tradewind.app.session;

import io.tradewind.app.run.RunTimes;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.store.audit.AuditEntry;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.FolderView;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says why a session does not open anything now: what bars it, and what was refused lately. */
public final class Why {
  private static final int LOOKED_AT = 2_000;
  private static final int LINES = 500;
  private static final int MOST = 5;

  private final SessionFolder folder;
  private final TraderStatus status;

  /** Of a session that runs. */
  public Why(SessionFolder folder, TraderStatus status) {
    this.folder = folder;
    this.status = status;
  }

  /** All reasons, the hardest first. */
  public List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    switch (status.activity()) {
      case STARTING -> reasons.add("it starts, and opens nothing before it is connected");
      case WARMING_UP ->
          reasons.add("it warms up: the features of its strategies need more candles");
      case PAUSED -> reasons.add("it is paused; go on with: tradewind resume");
      case STOPPING -> reasons.add("it closes everything: somebody asked for an emergency stop");
      case SCANNING, TRADING -> {}
    }
    for (ComponentStatus each : status.components()) {
      if (each.level() != ComponentStatus.Level.UP && each.isNeeded()) {
        reasons.add(
            "%s, since %s: %s".formatted(each.name(), RunTimes.second(each.sinceNs()), each.why()));
      }
    }
    for (LockStatus each : status.locks()) {
      reasons.add(
          "%s locked until %s: %s"
              .formatted(
                  each.instrument().map(id -> id + " is").orElse("all entries are"),
                  RunTimes.minute(each.lock().untilNs()),
                  each.lock().reason().text()));
    }
    if (status.account().free().compareTo(BigDecimal.ONE) < 0) {
      reasons.add(
          "no capital is free: %s %s"
              .formatted(Numbers.money(status.account().free()), status.account().currency()));
    }
    reasons.addAll(refusals());
    if (reasons.isEmpty()) {
      reasons.add(
          status.traffic().signals() == 0
              ? "nothing bars it: no strategy has given a signal since the process began"
              : "nothing bars it: %s signals so far, none was refused lately"
                  .formatted(status.traffic().signals()));
    }
    return reasons;
  }

  /** What the latest signals were refused for, counted. */
  private List<String> refusals() {
    if (!Files.isDirectory(folder.audit())) {
      return List.of();
    }
    AuditReader reader = new AuditReader(new FolderView(folder.audit()));
    long last = reader.lastLine();
    long createdNs = SessionDescription.read(folder.description()).createdNs();
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> latest = new TreeMap<>();
    for (long at = Math.max(0, last - LOOKED_AT); at < last; ) {
      List<AuditLine> some = reader.read(at, last, LINES);
      for (AuditLine line : some) {
        if (line.entry() instanceof AuditEntry.Decision(AuditRecord.SignalRefused refused)
            && refused.timeNs() >= createdNs) {
          String reason = refused.refusal().text();
          counts.merge(reason, 1, Integer::sum);
          latest.put(reason, RunTimes.minute(refused.timeNs()) + ", " + refused.detail());
        }
      }
      at = some.getLast().number();
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .map(entry ->
            "refused %s times lately: %s (last %s)"
                .formatted(entry.getValue(), entry.getKey(), latest.get(entry.getKey())))
        .toList();
  }
}
