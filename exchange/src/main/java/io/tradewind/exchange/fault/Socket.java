package io.tradewind.exchange.fault;

import io.tradewind.exchange.api.Line;

/** A line that can also end as no protocol says. */
public interface Socket extends Line {
  /** Ends at once, without a word. */
  void cut();

  /** Nothing is sent any more and nothing read, pings and farewells neither; it stays open. */
  void halfOpen();
}
