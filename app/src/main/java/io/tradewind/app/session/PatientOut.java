package io.tradewind.app.session;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes to a stream from a thread of its own, so that a terminal that is held (Ctrl-S), or a pipe
 * that nobody reads, never holds up who trades. What is too much is left out, and said.
 */
final class PatientOut implements AutoCloseable {
  private static final int MOST = 1_000;
  private static final Duration LAST = Duration.ofSeconds(2);

  private final PrintStream out;

  /** An empty one is the last. */
  private final BlockingQueue<Optional<String>> texts = new ArrayBlockingQueue<>(MOST);

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger leftOut = new AtomicInteger();
  private final Thread thread;

  PatientOut(PrintStream out) {
    this.out = out;
    this.thread = Thread.ofPlatform().name("terminal").daemon().start(this::run);
  }

  /** Some time soon. */
  void print(String text) {
    waiting.incrementAndGet();
    if (!texts.offer(Optional.of(text))) {
      waiting.decrementAndGet();
      leftOut.incrementAndGet();
    }
  }

  /** Whether all was written. */
  boolean isIdle() {
    return waiting.get() == 0;
  }

  private void run() {
    try {
      for (var text = texts.take(); text.isPresent(); text = texts.take()) {
        int missing = leftOut.getAndSet(0);
        if (missing > 0) {
          out.println("(%s more were not shown)".formatted(missing));
        }
        out.print(text.get());
        out.flush();
        waiting.decrementAndGet();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits a little for what is to be written. */
  @Override
  public void close() {
    boolean _ = texts.offer(Optional.empty());
    try {
      thread.join(LAST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
