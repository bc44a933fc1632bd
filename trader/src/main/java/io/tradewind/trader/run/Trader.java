package io.tradewind.trader.run;

import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.journal.JournalWriter;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.feed.MarketFeed;
import io.tradewind.trader.session.SessionRecorder;
import io.tradewind.venues.time.VenueClock;
import java.util.List;
import java.util.function.Consumer;

/**
 * A session under way, as a duty cycle: people first, then the market, then word of orders, then
 * what is due by time. What the engine has said goes out when it is on disk. One thread drives it.
 *
 * @param <V> the venue of the session
 */
public final class Trader<V extends SessionVenue> {
  private static final long TELL_NS = Utc.SECOND_NS / 2;
  private static final long SNAPSHOT_AGAIN_NS = 10 * Utc.SECOND_NS;

  private final TraderSettings settings;
  private final VenueClock clock;
  private final SessionRecorder<V> recorder;
  private final Keeping keeping;
  private final MarketFeed feed;
  private final OrderSide orders;
  private final ControlInbox controls;
  private final Inputs inputs;
  private final Reconciler reconciler;
  private final DiskWatch disk;
  private final DataWatch data;
  private final Boards boards;
  private long nextTellNs;
  private long nextFlushNs;
  private long nextForceNs;
  private long nextSnapshotNs;

  /**
   * Where its memory is kept.
   *
   * @param snapshots beside the journal
   * @param code version of the program
   * @param beforeSnapshot makes durable what must not be behind a snapshot
   * @param memory what hears decisions and counts on over a start, always in this order
   */
  public record Keeping(
      SnapshotFiles snapshots,
      String code,
      Runnable beforeSnapshot,
      List<? extends Stateful> memory) {
    /** Copies the list. */
    public Keeping {
      memory = List.copyOf(memory);
    }
  }

  /**
   * What it is made of, beside the session itself.
   *
   * @param notes hears what is no decision of the engine
   */
  public record Parts(
      VenueClock clock,
      Keeping keeping,
      ControlInbox controls,
      Consumer<AuditNote> notes,
      Boards boards,
      TraderSettings settings) {}

  /**
   * Where it is told how the session stands.
   *
   * @param tally hears what the engine decides
   */
  public record Boards(StatusBoard status, ComponentBoard components, Tally tally) {}

  /** A session that has begun, and what tells it of the world. */
  public Trader(
      SessionRecorder<V> recorder, Parts parts, Inputs inputs, MarketFeed feed, OrderSide orders) {
    this.settings = parts.settings();
    this.clock = parts.clock();
    this.recorder = recorder;
    this.keeping = parts.keeping();
    this.controls = parts.controls();
    this.feed = feed;
    this.orders = orders;
    this.inputs = inputs;
    this.reconciler =
        new Reconciler(
            settings.reconcile(),
            inputs,
            recorder.player().session().engine(),
            orders,
            parts.notes());
    this.disk = new DiskWatch(recorder.journal(), keeping.snapshots());
    this.data =
        new DataWatch(
            new DataWatch.Sources(feed, orders, reconciler, disk::wrong),
            inputs,
            settings.staleNs());
    this.boards = parts.boards();
    this.nextSnapshotNs = clock.nowNs() + settings.snapshotNs();
  }

  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    int work = takeControls();
    work += feed.doWork();
    send();
    work += orders.doWork();
    work += reconciler.step(clock.nowNs()) ? 1 : 0;
    disk.step(clock.nowNs());
    work += data.step(clock.nowNs());
    inputs.time();
    send();
    keep();
    tell();
    return work;
  }

  private void tell() {
    long nowNs = clock.nowNs();
    if (nowNs < nextTellNs) {
      return;
    }
    nextTellNs = nowNs + TELL_NS;
    ComponentBoard components = boards.components();
    boolean isInStep = orders.isInStep();
    components.set("orders", isInStep ? Level.UP : Level.DOWN, orders.why(), nowNs);
    data.tell(components, nowNs);
    disk.tell(components, nowNs);
    Engine engine = recorder.player().session().engine();
    boards
        .status()
        .write(
            nowNs,
            engine,
            boards.tally(),
            components.all(),
            new StatusBoard.Progress(
                feed.isCatchingUp(),
                boards
                    .tally()
                    .traffic(
                        inputs.marketInputs(), feed.lost() + feed.unread() + orders.errors())));
  }

  /** What the engine has said so far is forced to disk and goes out. */
  private void send() {
    if (orders.isWaiting()) {
      recorder.force();
      orders.release();
    }
  }

  private int takeControls() {
    List<ControlInbox.Asked> all = controls.take();
    for (ControlInbox.Asked asked : all) {
      long timeNs = inputs.control(asked.wish());
      recorder.force();
      asked.answer().written(timeNs);
    }
    send();
    return all.size();
  }

  private void keep() {
    long nowNs = clock.nowNs();
    JournalWriter journal = recorder.journal();
    if (nowNs >= nextForceNs) {
      nextForceNs = nowNs + settings.forceNs();
      recorder.force();
    } else if (nowNs >= nextFlushNs) {
      nextFlushNs = nowNs + settings.flushNs();
      journal.flush();
    }
    if (nowNs >= nextSnapshotNs) {
      snapshot();
    }
  }

  private void snapshot() {
    recorder.force();
    keeping.beforeSnapshot().run();
    StateWriter out = new StateWriter();
    recorder.player().save(out);
    keeping.memory().forEach(each -> each.save(out));
    boolean isWritten =
        disk.write(new Snapshot(recorder.journal().sequence(), keeping.code(), out.toByteArray()));
    nextSnapshotNs =
        clock.nowNs()
            + (isWritten
                ? settings.snapshotNs()
                : Math.min(SNAPSHOT_AGAIN_NS, settings.snapshotNs()));
  }

  /**
   * The process ends soon: nothing opens any more, and what would is taken back, for nobody would
   * be there to place its stop. To be stepped on until {@link #isSettled}.
   */
  public void end() {
    data.end("the session ends");
  }

  /** Whether no order stands that opens, and each other one is known to stand. */
  public boolean isSettled() {
    return !orders.isWaiting()
        && recorder.player().session().engine().standing().stream()
            .allMatch(
                order -> order.state() == OrderState.OPEN && !order.intent().purpose().opens());
  }

  /** Ends in good order: all is on disk, and the next start begins with a snapshot, if it fits. */
  public void close() {
    feed.close();
    orders.close();
    snapshot();
    recorder.journal().close();
  }
}
