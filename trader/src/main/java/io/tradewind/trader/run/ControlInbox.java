package io.tradewind.trader.run;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.status.ControlPort;
import io.tradewind.venues.stream.SocketTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.LongFunction;

/**
 * What people ask, from any thread. It is taken by the thread of the session, and acknowledged when
 * it is on disk.
 */
public final class ControlInbox implements ControlPort {
  private static final int MOST = 256;

  private final ArrayBlockingQueue<Asked> waiting = new ArrayBlockingQueue<>(MOST);

  /** A wish, which gets its time when it is taken, and who waits for it. */
  record Asked(LongFunction<ControlEvent> wish, Answer answer) {}

  @Override
  public boolean ask(LongFunction<ControlEvent> wish, Answer answer) {
    return waiting.offer(new Asked(wish, answer));
  }

  /** What was asked and not taken yet. */
  public SocketTransport.Backlog backlog() {
    return new SocketTransport.Backlog(waiting.size(), MOST);
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
