package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** Triggers in the order in which they came, as a list through the triggers themselves. */
final class TriggerQueue {
  @Nullable Trigger first;
  private @Nullable Trigger last;
  private int size;

  int size() {
    return size;
  }

  void append(Trigger trigger) {
    Trigger before = last;
    trigger.previous = before;
    trigger.next = null;
    if (before == null) {
      first = trigger;
    } else {
      before.next = trigger;
    }
    last = trigger;
    trigger.queue = this;
    size++;
  }

  void remove(Trigger trigger) {
    Trigger before = trigger.previous;
    Trigger after = trigger.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    trigger.previous = null;
    trigger.next = null;
    trigger.queue = null;
    size--;
  }

  void clear() {
    first = null;
    last = null;
    size = 0;
  }

  void save(StateWriter out) {
    out.writeInt(size);
    for (Trigger trigger = first; trigger != null; trigger = trigger.next) {
      trigger.save(out);
    }
  }

  /** A queue by arrival has rising sequences; that of what has triggered need not. */
  void checkInvariants(boolean byArrival) {
    int count = 0;
    Trigger before = null;
    for (Trigger trigger = first; trigger != null; trigger = trigger.next) {
      Check.invariant(trigger.queue == this, "trigger %s stands elsewhere", trigger.id);
      Check.invariant(trigger.previous == before, "trigger %s has a broken link", trigger.id);
      Check.invariant(
          !byArrival || before == null || before.sequence < trigger.sequence,
          "trigger %s is out of order",
          trigger.id);
      before = trigger;
      count++;
    }
    Check.invariant(count == size && last == before, "%s are queued, counted %s", size, count);
  }
}
