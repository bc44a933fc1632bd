package io.tradewind.app.session;

import io.tradewind.app.terminal.Terminal;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.trader.guard.Pulse;
import io.tradewind.trader.guard.StuckWatch;
import io.tradewind.venues.time.WallClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches from a thread of its own that the one which trades goes round. Where it does not, that is
 * in the log with its stack, on the terminal and in the health; where it does not come back the
 * process ends at once, as if killed, for which every start is made: it could not end in good
 * order. It goes by the wall's clock, also where the session's is a faster one.
 */
final class StuckThread implements AutoCloseable {
  /** What the process answers to its shell then. */
  static final int EXIT = 70;

  private static final String NAME = "engine";
  private static final long LOOK_MS = 1_000;

  private final Thread watched = Thread.currentThread();
  private final Pulse pulse = new Pulse();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final StuckWatch watch;

  private StuckThread(Logs logs, Terminal terminal, StuckWatch.Patience patience) {
    this.watch =
        new StuckWatch(
            new StuckWatch.Part(NAME, pulse, () -> Runtime.getRuntime().halt(EXIT)),
            patience,
            new WallClock(),
            new Ear(logs, terminal));
  }

  /** Watches the thread that calls it, from its first {@link #beat} on. */
  static StuckThread start(Logs logs, Terminal terminal, StuckWatch.Patience patience) {
    StuckThread started = new StuckThread(logs, terminal, patience);
    Thread.ofPlatform().name("stuck watch").daemon().start(started::run);
    return started;
  }

  /** Once more around. */
  void beat() {
    pulse.beat();
  }

  /** The same, with that it hangs where it does. */
  TraderStatus over(StatusPort status) {
    return watch.over(status.status());
  }

  private void run() {
    try {
      while (!stop.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
        watch.doWork();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks no more: it ends in good order, which may take its time. */
  void release() {
    stop.countDown();
  }

  @Override
  public void close() {
    release();
  }

  /** Goes past the thread that hangs. */
  private final class Ear implements StuckWatch.Ear {
    private final Logs logs;
    private final Terminal terminal;

    private Ear(Logs logs, Terminal terminal) {
      this.logs = logs;
      this.terminal = terminal;
    }

    @Override
    public void stuck(String name, String why, long nowNs) {
      tell(name + ": " + why);
    }

    @Override
    public void goesOn(String name, String why, long nowNs) {
      say(name + ": " + why);
    }

    @Override
    public void recovers(String name, String why, long nowNs) {
      tell(name + ": " + why + "; the process ends, and the next start goes on from its journal");
    }

    private void tell(String text) {
      Stuck stuck = new Stuck(text);
      stuck.setStackTrace(watched.getStackTrace());
      logs.thrown(stuck);
      say(text);
    }

    /** From another thread: the terminal may be what hangs. */
    private void say(String text) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            terminal.err().println(text);
            terminal.err().flush();
          });
    }
  }

  /** Where the thread was; never thrown. */
  private static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Stuck(String text) {
      super(text);
    }
  }
}
