package io.tradewind.research.risk;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.risk.limit.ActiveStop;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.ExposureLimit;
import io.tradewind.core.risk.limit.HedgeDecision;
import io.tradewind.core.risk.limit.HedgeRule;
import io.tradewind.core.risk.limit.LimitUse;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LossNotice;
import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.time.Utc;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Limits, breakers and locks in words. */
final class EventWords {
  private final List<Instrument> instruments;

  EventWords(List<Instrument> instruments) {
    this.instruments = List.copyOf(instruments);
  }

  RiskEvent of(long timeNs, LossNotice notice) {
    boolean reached = notice.level() == LossNotice.Level.REACHED;
    return new RiskEvent(
        timeNs,
        reached ? RiskEvent.Kind.LIMIT : RiskEvent.Kind.WARNED,
        name(notice.reason()),
        percent(notice.loss())
            + " lost, limit "
            + percent(notice.limit())
            + (reached ? until(notice.untilNs()) : ""));
  }

  RiskEvent of(AuditRecord.LimitNear near) {
    LimitUse use = near.use();
    boolean isCount = use.by() == ExposureLimit.OPEN_POSITIONS;
    return new RiskEvent(
        near.timeNs(),
        RiskEvent.Kind.WARNED,
        use.by().text(),
        isCount
            ? String.format(Locale.ROOT, "%.0f held, limit %.0f", use.used(), use.limit())
            : percent(use.used()) + " used, limit " + percent(use.limit()));
  }

  RiskEvent of(BreakerEvent event) {
    return switch (event) {
      case BreakerEvent.Tripped tripped -> {
        ActiveStop stop = tripped.stop();
        yield new RiskEvent(
            tripped.timeNs(),
            stop.reason() == StopReason.EMERGENCY_STOP
                ? RiskEvent.Kind.EMERGENCY
                : RiskEvent.Kind.TRIPPED,
            name(stop.reason()),
            symbol(stop.instrument())
                + measure(stop.reason(), stop.measured())
                + ", limit "
                + measure(stop.reason(), stop.limit())
                + until(stop.untilNs()));
      }
      case BreakerEvent.Returned returned ->
          new RiskEvent(
              returned.timeNs(),
              RiskEvent.Kind.RETURNED,
              name(returned.reason()),
              symbol(returned.instrument())
                  + (returned.byHand() ? "resumed by hand" : "its time was over")
                  + ", held since "
                  + time(returned.sinceNs()));
    };
  }

  RiskEvent of(AuditRecord.EntryGuarded guarded) {
    return new RiskEvent(
        guarded.timeNs(),
        RiskEvent.Kind.GUARDED,
        "slippage",
        symbol(OptionalInt.of(guarded.instrument())) + guarded.text() + ": " + way(guarded));
  }

  RiskEvent of(AuditRecord.HedgeMoved moved) {
    HedgeRule.Situation now = moved.now();
    String change =
        switch (moved.decision()) {
          case HedgeDecision.Keep _ -> "kept";
          case HedgeDecision.Release _ -> "ended";
          case HedgeDecision.Hedge hedge ->
              side(hedge.notional())
                  + percent(Math.abs(hedge.notional()) / now.equity())
                  + " of equity for "
                  + hedge.because().text()
                  + (hedge.notional() == hedge.asked()
                      ? ""
                      : ", as much as its account carries of "
                          + percent(Math.abs(hedge.asked()) / now.equity()));
        };
    return new RiskEvent(
        moved.timeNs(),
        RiskEvent.Kind.HEDGED,
        "hedge",
        symbol(OptionalInt.of(moved.instrument()))
            + change
            + "; the strategies hold "
            + percent(now.betaNotional() / now.equity())
            + " in units of it and risk "
            + percent(now.risk() / now.equity()));
  }

  RiskEvent of(AuditRecord.HedgeRefused refused) {
    return new RiskEvent(
        refused.timeNs(),
        RiskEvent.Kind.HEDGED,
        "hedge",
        symbol(OptionalInt.of(refused.instrument()))
            + "refused by the "
            + refused.refusal().by()
            + ": "
            + refused.refusal().text());
  }

  private static String side(double notional) {
    return notional < 0 ? "short " : "long ";
  }

  private String way(AuditRecord.EntryGuarded guarded) {
    return switch (guarded.verdict()) {
      case SlippageVerdict.Split split ->
          "split into "
              + split.parts()
              + " parts over "
              + Duration.ofNanos(split.durationNs()).toMinutes()
              + " minutes";
      case SlippageVerdict.Limit limit ->
          "a limit at "
              + FixedPoint.toDecimal(
                      limit.priceScaled(), instruments.get(guarded.instrument()).priceScale())
                  .toPlainString();
      case SlippageVerdict.Pass _, SlippageVerdict.Refuse _ -> "";
    };
  }

  RiskEvent of(long timeNs, Lock lock) {
    return new RiskEvent(
        timeNs,
        RiskEvent.Kind.LOCKED,
        lock.reason().text(),
        locked(lock) + until(OptionalLong.of(lock.untilNs())));
  }

  RiskEvent of(AuditRecord.LockLifted lifted) {
    return new RiskEvent(
        lifted.timeNs(),
        RiskEvent.Kind.RESUMED,
        lifted.lock().reason().text(),
        locked(lifted.lock()) + " by " + lifted.by());
  }

  private String locked(Lock lock) {
    return (lock.instrument().isPresent() ? symbol(lock.instrument()) : "all symbols: ")
        + lock.side().map(side -> side.label() + " entries").orElse("entries");
  }

  private static String name(StopReason reason) {
    return switch (reason) {
      case DAY_LOSS -> "loss of a day";
      case WEEK_LOSS -> "loss of a week";
      case MONTH_LOSS -> "loss of a month";
      case DRAWDOWN -> "drawdown";
      case DAY_COLLAPSE -> "loss of a day that closes everything";
      case FLASH_CRASH -> "flash crash";
      case LOSING_STREAK -> "losing streak";
      case ERROR_RATE -> "rejected or lost orders";
      case SLIPPAGE -> "slippage";
      case DATA -> "market data";
      case EMERGENCY_STOP -> "emergency stop";
    };
  }

  private String symbol(OptionalInt instrument) {
    return instrument.isPresent()
        ? instruments.get(instrument.getAsInt()).id().symbol() + ": "
        : "";
  }

  private static String measure(StopReason reason, double value) {
    return switch (reason) {
      case DAY_LOSS, WEEK_LOSS, MONTH_LOSS, DRAWDOWN, DAY_COLLAPSE, FLASH_CRASH -> percent(value);
      case LOSING_STREAK, ERROR_RATE, DATA, EMERGENCY_STOP ->
          String.format(Locale.ROOT, "%.0f", value);
      case SLIPPAGE -> String.format(Locale.ROOT, "%.2f bps", value);
    };
  }

  /** Cut to the minute, as the time of the event beside it is. */
  private static String time(long ns) {
    return Utc.format(ns).substring(0, "2024-02-01T12:30".length()).replace('T', ' ');
  }

  private static String percent(double ratio) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * ratio);
  }

  private static String until(OptionalLong untilNs) {
    return untilNs.isPresent() ? ", until " + time(untilNs.getAsLong()) : ", until resumed by hand";
  }
}
