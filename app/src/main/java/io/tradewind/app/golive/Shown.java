package io.tradewind.app.golive;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.app.session.SessionDescription;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.golive.Evidence;
import io.tradewind.core.golive.Stage;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.store.audit.AuditEntry;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.FolderView;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What the sessions of a strategy have shown, out of their audits: trades and equity of a stage,
 * and every stop that was triggered.
 */
final class Shown {
  private static final int LINES = 500;

  private final String strategy;
  private final Stage stage;
  private final List<ClosedTrade> trades = new ArrayList<>();
  private final Map<Long, Double> equity = new TreeMap<>();
  private final Map<StopReason, Long> triggered = new TreeMap<>();
  private OptionalLong firstNs = OptionalLong.empty();
  private long lines;
  private long lastLineNs;

  /** Of a strategy in a stage. */
  Shown(String strategy, Stage stage) {
    this.strategy = strategy;
    this.stage = stage;
  }

  /** Takes what a session has shown, if it is one of the strategy. */
  void add(SessionFolder folder) {
    SessionDescription session = SessionDescription.read(folder.description());
    boolean isOurs =
        session.settings().getOrDefault(Catalogue.STRATEGY.path(), "").equals(strategy);
    if (!isOurs || !Files.isDirectory(folder.audit())) {
      return;
    }
    boolean isOfStage = stageOf(session) == stage || (isReal(stage) && isReal(stageOf(session)));
    if (isOfStage) {
      firstNs = OptionalLong.of(Math.min(firstNs.orElse(Long.MAX_VALUE), session.createdNs()));
    }
    AuditReader reader = new AuditReader(new FolderView(folder.audit()));
    long last = reader.lastLine();
    for (long at = 0; at < last; ) {
      List<AuditLine> some = reader.read(at, last, LINES);
      some.forEach(line -> add(line, isOfStage));
      at = some.getLast().number();
    }
  }

  private void add(AuditLine line, boolean isOfStage) {
    lines++;
    if (line.entry() instanceof AuditEntry.Decision(AuditRecord decision)) {
      lastLineNs = Math.max(lastLineNs, decision.timeNs());
      switch (decision) {
        case AuditRecord.TradeClosed closed when isOfStage -> trades.add(closed.trade());
        case AuditRecord.DayClosed day when isOfStage ->
            equity.put(day.timeNs(), Crossing.toDouble(day.equityScaled(), 8));
        case AuditRecord.BreakerMoved(_, long timeNs, BreakerEvent.Tripped tripped) ->
            triggered.putIfAbsent(tripped.stop().reason(), timeNs);
        case AuditRecord.LossNoticed notice ->
            triggered.putIfAbsent(notice.notice().reason(), notice.timeNs());
        case AuditRecord.EmergencyMoved moved ->
            triggered.putIfAbsent(StopReason.EMERGENCY_STOP, moved.timeNs());
        case AuditRecord.DataJudged judged when !judged.isUsable() ->
            triggered.putIfAbsent(StopReason.DATA, judged.timeNs());
        default -> {}
      }
    }
  }

  private static boolean isReal(Stage stage) {
    return stage.ordinal() >= Stage.MICRO.ordinal();
  }

  /** On play prices paper shows what the simulated exchange does. */
  static Stage stageOf(SessionDescription session) {
    String network = session.settings().getOrDefault(SessionCatalogue.NETWORK.path(), "main");
    if (session.mode() == TraderStatus.Mode.LIVE) {
      return Stage.MICRO;
    }
    if (session.mode() == TraderStatus.Mode.TESTNET && network.equals("testnet")) {
      return Stage.TESTNET;
    }
    return network.equals("main") ? Stage.PAPER : Stage.SIMULATED;
  }

  /** When the first session of the stage began; empty without one. */
  OptionalLong firstNs() {
    return firstNs;
  }

  List<ClosedTrade> trades() {
    return trades;
  }

  /** Equity at the ends of days, oldest first, since an instant. */
  List<Double> equity(long sinceNs) {
    return equity.entrySet().stream()
        .filter(entry -> entry.getKey() >= sinceNs)
        .map(Map.Entry::getValue)
        .toList();
  }

  /** What the audits prove by themselves. */
  List<Evidence> evidence() {
    List<Evidence> evidence = new ArrayList<>();
    triggered.forEach((reason, timeNs) -> evidence.add(new Evidence.Triggered(timeNs, reason)));
    if (lines > 0) {
      evidence.add(new Evidence.Tables(lastLineNs, lines + " lines of the audit were read back"));
    }
    return evidence;
  }
}
