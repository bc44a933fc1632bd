package io.tradewind.trader.run;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.TraderStatus.Traffic;
import io.tradewind.core.trade.ClosedTrade;
import java.math.BigDecimal;
import java.util.Optional;

/** Counts what the engine decides, over all starts of a session. */
public final class Tally implements AuditSink, Stateful {
  private final long fromNs;
  private long lastSequence;
  private long signals;
  private long orders;
  private long fills;
  private long refusals;
  private boolean isHalted;
  private Performance performance = Performance.NONE;
  private Optional<Long> dayEquityScaled = Optional.empty();

  /** Counts everything. */
  public Tally() {
    this(Long.MIN_VALUE);
  }

  /** Counts what is decided from an instant on: signals before it only warm up. */
  public Tally(long fromNs) {
    this.fromNs = fromNs;
  }

  /** What is told again after a start counts once. */
  @Override
  public void accept(AuditRecord entry) {
    if (entry.sequence() <= lastSequence) {
      return;
    }
    lastSequence = entry.sequence();
    switch (entry) {
      case AuditRecord.SignalRaised _ -> signals += entry.timeNs() >= fromNs ? 1 : 0;
      case AuditRecord.SignalRefused _ -> refusals += entry.timeNs() >= fromNs ? 1 : 0;
      case AuditRecord.OrderSent _ -> orders++;
      case AuditRecord.OrderMoved moved ->
          fills += moved.event() instanceof OrderEvent.Filled ? 1 : 0;
      case AuditRecord.LateFilled _ -> fills++;
      case AuditRecord.TradeClosed closed -> add(closed.trade());
      case AuditRecord.DayClosed day -> dayEquityScaled = Optional.of(day.equityScaled());
      case AuditRecord.Halted _ -> isHalted = true;
      case AuditRecord.Resumed _ -> isHalted = false;
      case AuditRecord.EntrySized _,
          AuditRecord.EntryFollowed _,
          AuditRecord.OrderRefused _,
          AuditRecord.MarginMoved _,
          AuditRecord.CashMoved _,
          AuditRecord.Allocated _,
          AuditRecord.EmergencyMoved _,
          AuditRecord.EntryGuarded _,
          AuditRecord.HedgeMoved _,
          AuditRecord.HedgeRefused _,
          AuditRecord.Emulated _,
          AuditRecord.ExecutionMoved _,
          AuditRecord.LimitNear _,
          AuditRecord.LossNoticed _,
          AuditRecord.BreakerMoved _,
          AuditRecord.EntriesLocked _,
          AuditRecord.LockLifted _,
          AuditRecord.DataJudged _ -> {}
    }
  }

  private void add(ClosedTrade trade) {
    BigDecimal result = FixedPoint.toDecimal(trade.profitScaled(), trade.instrument().cashScale());
    boolean isWon = result.signum() > 0;
    performance =
        new Performance(
            performance.trades() + 1,
            performance.wins() + (isWon ? 1 : 0),
            isWon ? performance.won().add(result) : performance.won(),
            isWon ? performance.lost() : performance.lost().add(result),
            Optional.of(performance.best().map(result::max).orElse(result)),
            Optional.of(performance.worst().map(result::min).orElse(result)));
  }

  Performance performance() {
    return performance;
  }

  /** Whether somebody, or the engine, has halted trading. */
  boolean isHalted() {
    return isHalted;
  }

  /** Equity at the latest midnight, in cash scale; empty before the first. */
  Optional<Long> dayEquityScaled() {
    return dayEquityScaled;
  }

  Traffic traffic(long inputs, long errors) {
    return new Traffic(inputs, signals, orders, fills, performance.trades(), refusals, errors);
  }

  @Override
  public void save(StateWriter out) {
    out.section("tally", 1);
    out.writeLong(lastSequence).writeBoolean(isHalted);
    out.writeLong(signals).writeLong(orders).writeLong(fills).writeLong(refusals);
    out.writeBoolean(dayEquityScaled.isPresent()).writeLong(dayEquityScaled.orElse(0L));
    out.writeLong(performance.trades()).writeLong(performance.wins());
    out.writeString(performance.won().toPlainString());
    out.writeString(performance.lost().toPlainString());
    out.writeString(performance.best().map(BigDecimal::toPlainString).orElse(""));
    out.writeString(performance.worst().map(BigDecimal::toPlainString).orElse(""));
  }

  @Override
  public void load(StateReader in) {
    in.section("tally", 1);
    lastSequence = in.readLong();
    isHalted = in.readBoolean();
    signals = in.readLong();
    orders = in.readLong();
    fills = in.readLong();
    refusals = in.readLong();
    boolean isDay = in.readBoolean();
    long equityScaled = in.readLong();
    dayEquityScaled = isDay ? Optional.of(equityScaled) : Optional.empty();
    performance =
        new Performance(
            in.readLong(),
            in.readLong(),
            new BigDecimal(in.readString()),
            new BigDecimal(in.readString()),
            decimal(in.readString()),
            decimal(in.readString()));
  }

  private static Optional<BigDecimal> decimal(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }
}
