package io.tradewind.trader.run;

import io.tradewind.core.engine.ControlEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/**
 * What people ask, from any thread. It is taken by the thread of the session, and acknowledged when
 * it is on disk.
 */
public final class ControlInbox {
  private static final int MOST = 256;

  private final ArrayBlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(MOST);

  /** A wish, which gets its time when it is taken, and who waits for it. */
  record Asked(LongFunction<ControlEvent> wish, CompletableFuture<Long> done) {}

  /**
   * Asks for something.
   *
   * @param wish made of the time at which it is taken, epoch nanoseconds
   * @return ends with that time when it is on disk; empty where too many wait
   */
  public Optional<CompletableFuture<Long>> ask(LongFunction<ControlEvent> wish) {
    CompletableFuture<Long> done = new CompletableFuture<>();
    return waiting.offer(new Asked(wish, done)) ? Optional.of(done) : Optional.empty();
  }

  /** All that was asked so far. */
  List<Asked> take() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Asked> all = new ArrayList<>();
    waiting.drainTo(all);
    return all;
  }
}
