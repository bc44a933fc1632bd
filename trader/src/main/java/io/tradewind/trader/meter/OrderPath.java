package io.tradewind.trader.meter;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.latency.LatencyStep;
import io.tradewind.core.execution.latency.StepLatencies;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.status.Timing;
import java.util.Arrays;
import java.util.List;

/**
 * How long each step from market data to a fill takes; told and asked by the thread of the session.
 * Nothing is allocated for what is told: of orders that have left and are not filled a fixed number
 * is remembered, and a newer one may take an older one's place.
 */
public final class OrderPath {
  private static final int REMEMBERED = 1 << 10;
  private static final int MOST_AT_ONCE = 1 << 8;
  private static final LatencyStep[] STEPS = LatencyStep.values();
  private static final long NO_ORDER = -1;

  private final StepLatencies steps = new StepLatencies();
  private final long[] decided = new long[MOST_AT_ONCE];
  private final long[] decidedNs = new long[MOST_AT_ONCE];
  private final long[] causeNs = new long[MOST_AT_ONCE];
  private final long[] under = new long[REMEMBERED];
  private final long[] underNs = new long[REMEMBERED];
  private final boolean[] isAnswered = new boolean[REMEMBERED];
  private int waiting;
  private long arrivedNs;
  private long takenNs;
  private long forcedNs;

  /** Nothing happened. */
  public OrderPath() {
    Arrays.fill(under, NO_ORDER);
  }

  /**
   * The session takes market data.
   *
   * @param eventNs the venue's stamp
   * @param receivedNs when it arrived, by our clock
   */
  public void took(long eventNs, long receivedNs, long nowNs) {
    steps.record(LatencyStep.FEED, eventNs, receivedNs);
    steps.record(LatencyStep.HAND_OVER, receivedNs, nowNs);
    arrivedNs = receivedNs;
    takenNs = nowNs;
  }

  /** The session does something else: what it decides now, that has caused. */
  public void looked(long nowNs) {
    arrivedNs = nowNs;
    takenNs = nowNs;
  }

  /** The engine decides. */
  public void heard(AuditRecord entry, long nowNs) {
    if (entry instanceof AuditRecord.OrderSent sent) {
      decided(sent.intent().orderId(), nowNs);
    } else if (entry instanceof AuditRecord.OrderMoved moved) {
      moved(moved.event(), nowNs);
    }
  }

  void decided(long orderId, long nowNs) {
    steps.record(LatencyStep.DECISION, takenNs, nowNs);
    if (waiting < MOST_AT_ONCE) {
      decided[waiting] = orderId;
      decidedNs[waiting] = nowNs;
      causeNs[waiting] = arrivedNs;
      waiting++;
    }
  }

  void moved(OrderEvent event, long nowNs) {
    int at = slot(event.orderId());
    if (under[at] != event.orderId()) {
      return;
    }
    switch (event) {
      case OrderEvent.Accepted _ -> answered(at, nowNs);
      case OrderEvent.Filled _ -> {
        answered(at, nowNs);
        steps.record(LatencyStep.FILL, underNs[at], nowNs);
        under[at] = NO_ORDER;
      }
      case OrderEvent.Rejected _, OrderEvent.Expired _, OrderEvent.Cancelled _ -> {
        answered(at, nowNs);
        under[at] = NO_ORDER;
      }
      case OrderEvent.Sent _, OrderEvent.Lost _, OrderEvent.Triggered _, OrderEvent.Amended _ -> {}
    }
  }

  private void answered(int at, long nowNs) {
    if (!isAnswered[at]) {
      steps.record(LatencyStep.ACK, underNs[at], nowNs);
      isAnswered[at] = true;
      underNs[at] = nowNs;
    }
  }

  private static int slot(long orderId) {
    return (int) (orderId & (REMEMBERED - 1));
  }

  /** What was decided is on disk. */
  public void forced(long nowNs) {
    for (int i = 0; i < waiting; i++) {
      steps.record(LatencyStep.JOURNAL, decidedNs[i], nowNs);
    }
    forcedNs = nowNs;
  }

  /** What is on disk was given to the line. */
  public void left(long nowNs) {
    for (int i = 0; i < waiting; i++) {
      steps.record(LatencyStep.OUT, forcedNs, nowNs);
      steps.record(LatencyStep.IN_TO_OUT, causeNs[i], nowNs);
      int at = slot(decided[i]);
      under[at] = decided[i];
      underNs[at] = nowNs;
      isAnswered[at] = false;
    }
    waiting = 0;
  }

  /** What was decided goes nowhere: there is no line. */
  public void stayed() {
    waiting = 0;
  }

  /** All steps, in their order. */
  List<Timing> all() {
    return Arrays.stream(STEPS)
        .map(each ->
            new Timing(each.text(), steps.backward(each), steps.summary(each), steps.buckets(each)))
        .toList();
  }
}
