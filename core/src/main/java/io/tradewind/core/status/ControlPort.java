package io.tradewind.core.status;

import io.tradewind.core.engine.ControlEvent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** Where people ask something of a session; by any thread, at any time. */
public interface ControlPort {

  /**
   * Asks for something.
   *
   * @param wish made of the time at which it is taken, epoch nanoseconds
   * @return ends with that time when it is on disk; empty where too many wait
   */
  Optional<CompletableFuture<Long>> ask(LongFunction<ControlEvent> wish);
}
