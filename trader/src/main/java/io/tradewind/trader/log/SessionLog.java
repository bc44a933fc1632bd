package io.tradewind.trader.log;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.store.audit.AuditException;
import io.tradewind.store.audit.AuditJson;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Incident.IncidentEnded;
import io.tradewind.store.audit.Incident.IncidentRaised;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.venue.VenueNews;

/**
 * What a session decides and what happens around it, each in its stream, in the shapes of the
 * audit.
 */
public final class SessionLog implements AuditSink {
  private final LogFiles files;
  private long lastSequence;

  /**
   * Goes on behind what was written.
   *
   * @param lastSequence of the session's audit at the start: what is told again up to there is in
   *     the files already
   */
  public SessionLog(LogFiles files, long lastSequence) {
    this.files = files;
    this.lastSequence = lastSequence;
  }

  @Override
  public void accept(AuditRecord entry) {
    if (entry.sequence() <= lastSequence) {
      return;
    }
    lastSequence = entry.sequence();
    LogStream stream = stream(entry);
    write(stream, level(entry), stream.key(), entry.timeNs(), (Record) entry);
  }

  private static LogStream stream(AuditRecord entry) {
    return switch (entry) {
      case AuditRecord.SignalRaised _,
          AuditRecord.SignalRefused _,
          AuditRecord.EntrySized _,
          AuditRecord.EntryFollowed _ ->
          LogStream.SIGNALS;
      case AuditRecord.OrderSent _,
          AuditRecord.OrderMoved _,
          AuditRecord.TradeClosed _,
          AuditRecord.LateFilled _,
          AuditRecord.MarginMoved _,
          AuditRecord.CashMoved _,
          AuditRecord.EntryGuarded _,
          AuditRecord.Emulated _,
          AuditRecord.ExecutionMoved _ ->
          LogStream.TRADES;
      case AuditRecord.DayClosed _, AuditRecord.Allocated _ -> LogStream.PERFORMANCE;
      case AuditRecord.OrderRefused _,
          AuditRecord.EmergencyMoved _,
          AuditRecord.HedgeMoved _,
          AuditRecord.HedgeRefused _,
          AuditRecord.LimitNear _,
          AuditRecord.LossNoticed _,
          AuditRecord.BreakerMoved _,
          AuditRecord.EntriesLocked _,
          AuditRecord.LockLifted _,
          AuditRecord.Resumed _,
          AuditRecord.DataJudged _,
          AuditRecord.Halted _ ->
          LogStream.RISK;
    };
  }

  private static LogLevel level(AuditRecord entry) {
    return switch (entry) {
      case AuditRecord.OrderMoved moved -> level(moved.event());
      case AuditRecord.EntrySized _, AuditRecord.ExecutionMoved _ -> LogLevel.DEBUG;
      case AuditRecord.Halted _, AuditRecord.EmergencyMoved _ -> LogLevel.CRITICAL;
      case AuditRecord.LateFilled _,
          AuditRecord.LimitNear _,
          AuditRecord.LossNoticed _,
          AuditRecord.BreakerMoved _,
          AuditRecord.EntriesLocked _,
          AuditRecord.OrderRefused _,
          AuditRecord.HedgeRefused _ ->
          LogLevel.WARNING;
      case AuditRecord.DataJudged judged -> judged.isUsable() ? LogLevel.INFO : LogLevel.WARNING;
      case AuditRecord.SignalRaised _,
          AuditRecord.SignalRefused _,
          AuditRecord.EntryFollowed _,
          AuditRecord.OrderSent _,
          AuditRecord.TradeClosed _,
          AuditRecord.MarginMoved _,
          AuditRecord.CashMoved _,
          AuditRecord.EntryGuarded _,
          AuditRecord.Emulated _,
          AuditRecord.DayClosed _,
          AuditRecord.Allocated _,
          AuditRecord.HedgeMoved _,
          AuditRecord.LockLifted _,
          AuditRecord.Resumed _ ->
          LogLevel.INFO;
    };
  }

  private static LogLevel level(OrderEvent event) {
    return switch (event) {
      case OrderEvent.Rejected _, OrderEvent.Lost _ -> LogLevel.WARNING;
      case OrderEvent.Sent _,
          OrderEvent.Accepted _,
          OrderEvent.Triggered _,
          OrderEvent.Filled _,
          OrderEvent.Amended _,
          OrderEvent.Cancelled _,
          OrderEvent.Expired _ ->
          LogLevel.INFO;
    };
  }

  /** What is no decision of the engine. */
  public void note(AuditNote note) {
    switch (note) {
      case AuditNote.Session session -> write(LogStream.MAIN, LogLevel.INFO, "session", session);
      case Reconciliation seen ->
          write(
              LogStream.MAIN,
              seen.differences().isEmpty() ? LogLevel.INFO : LogLevel.WARNING,
              "reconciliation",
              seen);
      case IncidentRaised raised ->
          write(LogStream.ERRORS, level(raised), raised.component(), raised);
      case IncidentEnded ended -> write(LogStream.ERRORS, LogLevel.INFO, ended.component(), ended);
    }
  }

  private static LogLevel level(IncidentRaised raised) {
    return switch (raised.severity()) {
      case INFO -> LogLevel.INFO;
      case WARNING -> LogLevel.WARNING;
      case CRITICAL -> LogLevel.CRITICAL;
    };
  }

  /** A part of the trader stands otherwise than before. */
  public void state(ComponentStatus status, long nowNs) {
    LogLevel level =
        switch (status.level()) {
          case UP -> LogLevel.INFO;
          case DEGRADED -> LogLevel.WARNING;
          case DOWN -> status.isNeeded() ? LogLevel.CRITICAL : LogLevel.ERROR;
        };
    LogStream stream = level == LogLevel.INFO ? LogStream.MAIN : LogStream.ERRORS;
    write(stream, level, status.name(), nowNs, status);
  }

  /** What the venue says beside what happens to orders. */
  public void news(VenueNews news, long nowNs) {
    LogLevel level =
        switch (news) {
          case VenueNews.Blocked _, VenueNews.Uncovered _ -> LogLevel.CRITICAL;
          case VenueNews.Contradiction _, VenueNews.Forgotten _ -> LogLevel.ERROR;
          case VenueNews.StreamLost _,
              VenueNews.Refused _,
              VenueNews.LateFill _,
              VenueNews.Guarding _,
              VenueNews.GuardFill _,
              VenueNews.Unsupported _ ->
              LogLevel.WARNING;
          case VenueNews.Account _, VenueNews.Stranger _ -> LogLevel.DEBUG;
          case VenueNews.InStep _,
              VenueNews.FeeElsewhere _,
              VenueNews.Funding _,
              VenueNews.StrangerFill _,
              VenueNews.MarginSet _,
              VenueNews.Guard _ ->
              LogLevel.INFO;
        };
    LogStream stream = level.compareTo(LogLevel.WARNING) < 0 ? LogStream.MAIN : LogStream.ERRORS;
    files.write(LogLine.of(stream, level, "venue", nowNs, news.toString()));
  }

  /** A text of a venue could not be read. */
  public void fault(FaultLog.Report report, long nowNs) {
    write(LogStream.ERRORS, LogLevel.WARNING, "venue", nowNs, report);
  }

  private void write(LogStream stream, LogLevel level, String component, AuditNote note) {
    write(stream, level, component, note.timeNs(), (Record) note);
  }

  private void write(
      LogStream stream, LogLevel level, String component, long timeNs, Record entry) {
    if (!files.takes(component, level)) {
      return;
    }
    LogLine line = LogLine.of(stream, level, component, timeNs, AuditJson.key(entry.getClass()));
    try {
      files.write(line.about(AuditJson.write(entry)));
    } catch (AuditException e) {
      // Its words at least, for a log must not fail what it tells of.
      files.write(LogLine.of(stream, level, component, timeNs, entry.toString()));
    }
  }
}
