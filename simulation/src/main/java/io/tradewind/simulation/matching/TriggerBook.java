package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Orders that wait for a price. It is told one price after the other, of trades or marks (each
 * source has a book of its own), and keeps what they trigger until it is fetched, so that it may be
 * told prices out of the midst of a match. What one price triggers comes in order of arrival,
 * whatever the levels: Binance does not say, and any other order would favour somebody. Of several
 * prices, what the earlier triggered comes first.
 *
 * <p>A price between the nearest levels costs nothing, but for what trails, which is looked at each
 * time; a price beyond one of them costs a look at all that waits.
 */
public final class TriggerBook implements Stateful {
  private final TriggerQueue levels = new TriggerQueue();
  private final TriggerQueue trailing = new TriggerQueue();
  private final TriggerQueue triggered = new TriggerQueue();
  private final LongIndex<Trigger> triggers = new LongIndex<>();
  private long nextSequence;

  /** No level lies nearer; after a cancel it may be that none lies there any more. */
  private long nearestAbove = Long.MAX_VALUE;

  private long nearestBelow = Long.MIN_VALUE;

  /** An empty book. */
  public TriggerBook() {}

  /** From the next price on. */
  public void add(Trigger trigger) {
    Check.argument(
        trigger.queue == null && triggers.get(trigger.id) == null,
        "trigger %s is in a book already",
        trigger.id);
    trigger.sequence = nextSequence++;
    triggers.put(trigger.id, trigger);
    queue(trigger);
  }

  private void queue(Trigger trigger) {
    if (trigger.trails()) {
      trailing.append(trigger);
    } else {
      levels.append(trigger);
      expect(trigger);
    }
  }

  private void expect(Trigger trigger) {
    if (trigger.rises()) {
      nearestAbove = Math.min(nearestAbove, trigger.levelScaled());
    } else {
      nearestBelow = Math.max(nearestBelow, trigger.levelScaled());
    }
  }

  /** Takes one out that waits, or that has triggered and was not fetched, if it is there. */
  public boolean cancel(long id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      return false;
    }
    drop(trigger);
    return true;
  }

  /**
   * The price has come to be this.
   *
   * @param priceScaled above 0
   */
  public void onPrice(long priceScaled) {
    Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    Trigger level = null;
    if (priceScaled >= nearestAbove || priceScaled <= nearestBelow) {
      level = levels.first;
      nearestAbove = Long.MAX_VALUE;
      nearestBelow = Long.MIN_VALUE;
    }
    Trigger trail = trailing.first;
    Trigger now = earlier(level, trail);
    while (now != null) {
      if (now == level) {
        level = now.next;
      } else {
        trail = now.next;
      }
      see(now, priceScaled);
      now = earlier(level, trail);
    }
  }

  private static @Nullable Trigger earlier(@Nullable Trigger a, @Nullable Trigger b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.sequence < b.sequence ? a : b;
  }

  private void see(Trigger trigger, long priceScaled) {
    if (trigger.onPrice(priceScaled)) {
      (trigger.trails() ? trailing : levels).remove(trigger);
      triggered.append(trigger);
    } else if (!trigger.trails()) {
      expect(trigger);
    }
  }

  /** Whether there is one to be fetched. */
  public boolean hasTriggered() {
    return triggered.first != null;
  }

  /** The next that has triggered, which is then no more in the book; there must be one. */
  public Trigger next() {
    Trigger trigger = triggered.first;
    if (trigger == null) {
      throw new IllegalStateException("nothing has triggered");
    }
    drop(trigger);
    return trigger;
  }

  private void drop(Trigger trigger) {
    TriggerQueue queue = trigger.queue;
    if (queue != null) {
      queue.remove(trigger);
    }
    triggers.remove(trigger.id);
  }

  /** How many wait or are to be fetched. */
  public int size() {
    return triggers.size();
  }

  /** The trigger with this id, if it waits or is to be fetched. */
  public Optional<Trigger> find(long id) {
    return Optional.ofNullable(triggers.get(id));
  }

  /** What waits: first those with a level only, then those that trail; each by arrival. */
  public void forEach(Consumer<Trigger> action) {
    for (Trigger trigger = levels.first; trigger != null; trigger = trigger.next) {
      action.accept(trigger);
    }
    for (Trigger trigger = trailing.first; trigger != null; trigger = trigger.next) {
      action.accept(trigger);
    }
  }

  /** Throws {@link IllegalStateException} if the book contradicts itself. */
  public void checkInvariants() {
    levels.checkInvariants(true);
    trailing.checkInvariants(true);
    triggered.checkInvariants(false);
    int count = levels.size() + trailing.size() + triggered.size();
    Check.invariant(count == triggers.size(), "%s are queued, %s known", count, triggers.size());
    for (Trigger trigger = levels.first; trigger != null; trigger = trigger.next) {
      Check.invariant(
          trigger.rises()
              ? trigger.levelScaled() >= nearestAbove
              : trigger.levelScaled() <= nearestBelow,
          "trigger %s lies nearer than the nearest",
          trigger.id);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("trigger-book", 1).writeLong(nextSequence);
    levels.save(out);
    trailing.save(out);
    triggered.save(out);
  }

  /** The triggers are new objects, to be found by their ids. */
  @Override
  public void load(StateReader in) {
    in.section("trigger-book", 1);
    nextSequence = in.readLong();
    nearestAbove = Long.MAX_VALUE;
    nearestBelow = Long.MIN_VALUE;
    triggers.clear();
    load(levels, in);
    load(trailing, in);
    load(triggered, in);
    for (Trigger trigger = levels.first; trigger != null; trigger = trigger.next) {
      expect(trigger);
    }
  }

  private void load(TriggerQueue queue, StateReader in) {
    queue.clear();
    int count = in.readCount(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      Trigger trigger = Trigger.load(in);
      if (triggers.get(trigger.id) != null) {
        throw new StateException("trigger " + trigger.id + " stands twice in the book");
      }
      triggers.put(trigger.id, trigger);
      queue.append(trigger);
    }
  }
}
