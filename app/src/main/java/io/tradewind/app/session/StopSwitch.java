package io.tradewind.app.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a run in good order. The JVM answers SIGINT and SIGTERM by running its shutdown
 * hooks beside the main thread, and is gone when they return; so the hook asks the run to stop,
 * waits until it has said its last word, and then ends the process with success.
 */
public final class StopSwitch implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  private StopSwitch() {
    this.hook = new Thread(this::stopAndWait, "tradewind-stop");
  }

  /** Listens from now on until it is closed. */
  public static StopSwitch listening() {
    StopSwitch stopSwitch = new StopSwitch();
    Runtime.getRuntime().addShutdownHook(stopSwitch.hook);
    return stopSwitch;
  }

  /** Waits; true if the run is to stop. */
  public boolean isStoppedWithin(long ns) {
    try {
      return stop.await(Math.max(0, ns), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** The run has said its last word. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is going down already, and the hook is at work: it ends the process.
      stop.countDown();
    }
  }

  private void stopAndWait() {
    stop.countDown();
    try {
      if (done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
