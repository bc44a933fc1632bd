package io.tradewind.bench;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.LossNotice;
import io.tradewind.core.risk.limit.StopReason;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.session.CandleSession;
import io.tradewind.simulation.venue.CostModel;
import java.util.EnumMap;
import java.util.List;

/**
 * One run under limits, and how bad its worst moments were. Somebody careless sits before it: what
 * has halted until resumed by hand is resumed at the next midnight.
 *
 * <p>A day is measured from the equity at its midnight to each close until the next. Its loss may
 * be over the limit that closes everything only from the close on at which it is seen, and then by
 * no more than <em>one candle's gap</em>: for each symbol the notional that was held at the close
 * before (with what was opened since) times the largest move between any two prices of that span,
 * from that close over the whole next candle to the open after it, at which everything is closed;
 * and the costs of the fills.
 */
final class ProofRun implements AuditSink {
  /** What is over by the last digits of its reckoning is not over. */
  private static final double HAIR = 1e-9;

  private final EngineSpec spec;
  private final List<CandleColumns> feeds;
  private final CandleSession session;
  private final double closesAt;

  /** Notional by instrument at the last close, and what was opened since. */
  private final double[] held;

  /** Equity before the entry of the trade under way, by instrument; 0 without one. */
  private final double[] entryEquity;

  private double equity;
  private double dayStart;
  private double peak;
  private double allowed;
  private double costs;
  private boolean tripped;
  private boolean waits;
  private long nextDayNs;

  private int trades;
  private int liquidations;
  private int collapses;
  private int leveraged;
  private final EnumMap<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
  private double worstTrade;
  private double worstDay;
  private double drawdown;
  private double excess;
  private double share;
  private double unexplained = Double.NEGATIVE_INFINITY;

  /** Ready to {@link #play}. */
  ProofRun(EngineSpec spec, Strategy strategy, CostModel costModel, List<CandleColumns> feeds) {
    this.spec = spec;
    this.feeds = feeds;
    this.closesAt = spec.risk().breakers().dayLoss();
    this.held = new double[feeds.size()];
    this.entryEquity = new double[feeds.size()];
    this.equity = spec.capitalScaled();
    this.dayStart = equity;
    this.peak = equity;
    this.allowed = closesAt;
    this.nextDayNs = (Utc.epochDay(spec.tradeFromNs()) + 1) * Utc.DAY_NS;
    this.session = new CandleSession(spec, strategy, costModel, feeds, this);
  }

  /** From end to end. */
  ProofOutcome play() {
    while (session.step()) {
      measure(session.timeNs());
    }
    session.end();
    double result = session.engine().equityScaled() / (double) spec.capitalScaled() - 1;
    return new ProofOutcome(
        trades,
        leveraged,
        liquidations,
        collapses,
        worstTrade,
        worstDay,
        drawdown,
        excess,
        share,
        unexplained,
        result,
        refusals);
  }

  private void measure(long timeNs) {
    equity = session.engine().equityScaled();
    peak = Math.max(peak, equity);
    drawdown = Math.max(drawdown, 1 - equity / peak);
    if (tripped) {
      collapses++;
      allowed = closesAt + gap(timeNs);
    }
    double loss = 1 - equity / dayStart;
    worstDay = Math.max(worstDay, loss);
    boolean closing = allowed > closesAt;
    double most = allowed + (closing ? costs / dayStart : 0);
    unexplained = Math.max(unexplained, loss - most);
    if (closing) {
      excess = Math.max(excess, loss - closesAt);
      share = Math.max(share, (loss - closesAt) / (most - closesAt));
    } else {
      costs = 0;
    }
    if (timeNs >= nextDayNs) {
      startDay(timeNs);
    }
    tripped = false;
    for (int i = 0; i < held.length; i++) {
      held[i] = session.engine().books().exposureScaled(i);
    }
  }

  private void startDay(long timeNs) {
    nextDayNs = (Utc.epochDay(timeNs) + 1) * Utc.DAY_NS;
    dayStart = equity;
    if (!tripped) {
      allowed = closesAt;
      if (waits) {
        waits = false;
        session.engine().onControl(new ControlEvent.Resume(timeNs, "somebody careless"));
      }
    }
  }

  /** One candle's gap, over the equity of the day's start. */
  private double gap(long closeNs) {
    double sum = 0;
    for (int i = 0; i < held.length; i++) {
      if (held[i] > 0) {
        sum += held[i] * move(feeds.get(i), feeds.get(i).firstRowFrom(closeNs));
      }
    }
    return sum / dayStart;
  }

  /** Of the candle before a row, from the close before it to the open of the row. */
  private static double move(CandleColumns rows, int next) {
    int row = next - 1;
    long high = rows.high(row);
    long low = rows.low(row);
    if (row > 0) {
      high = Math.max(high, rows.close(row - 1));
      low = Math.min(low, rows.close(row - 1));
    }
    if (next < rows.size()) {
      high = Math.max(high, rows.open(next));
      low = Math.min(low, rows.open(next));
    }
    return (high - low) / (double) low;
  }

  @Override
  public void accept(AuditRecord entry) {
    switch (entry) {
      case AuditRecord.OrderMoved moved when moved.event() instanceof OrderEvent.Filled fill ->
          follow(moved, fill);
      case AuditRecord.TradeClosed closed -> {
        trades++;
        int instrument = spec.instruments().indexOf(closed.trade().instrument());
        worstTrade = Math.max(worstTrade, -closed.trade().profitScaled() / entryEquity[instrument]);
        entryEquity[instrument] = 0;
      }
      case AuditRecord.MarginMoved margin -> {
        liquidations += margin.event() instanceof MarginEvent.Liquidated ? 1 : 0;
        leveraged +=
            margin.event() instanceof MarginEvent.Changed changed && changed.leverage() > 1 ? 1 : 0;
      }
      case AuditRecord.BreakerMoved breaker ->
          stop(
              breaker.event() instanceof BreakerEvent.Tripped trip
                  && trip.stop().reason() == StopReason.DAY_COLLAPSE);
      case AuditRecord.LossNoticed loss ->
          waits |=
              loss.notice().reason() == StopReason.DRAWDOWN
                  && loss.notice().level() == LossNotice.Level.REACHED;
      case AuditRecord.SignalRefused refused -> refusals.merge(refused.refusal(), 1, Integer::sum);
      default -> {}
    }
  }

  private void stop(boolean collapsed) {
    tripped |= collapsed;
    waits |= collapsed;
  }

  private void follow(AuditRecord.OrderMoved moved, OrderEvent.Filled fill) {
    int instrument = moved.intent().instrument();
    if (!moved.intent().reduceOnly()) {
      held[instrument] += fill.quoteScaled();
      if (entryEquity[instrument] == 0) {
        entryEquity[instrument] = equity;
      }
    }
    costs += fill.slippageScaled() + (fill.feeInBase() ? 0 : fill.feeScaled());
  }

  /** Whether a number is over another by more than a hair. */
  static boolean isOver(double value, double limit) {
    return value > limit + HAIR;
  }
}
