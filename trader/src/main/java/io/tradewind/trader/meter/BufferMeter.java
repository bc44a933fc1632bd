package io.tradewind.trader.meter;

import io.tradewind.core.status.BufferStatus;
import io.tradewind.venues.stream.SocketTransport.Backlog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What waits where; buffers come and go by any thread. Those of one name count together. */
public final class BufferMeter {
  private final Map<Object, Buffer> buffers = new LinkedHashMap<>();

  private record Buffer(String name, Supplier<Backlog> backlog) {}

  /** None is there. */
  public BufferMeter() {}

  /**
   * A buffer is there.
   *
   * @param owner by which it is taken away
   */
  public synchronized void add(Object owner, String name, Supplier<Backlog> backlog) {
    buffers.put(owner, new Buffer(name, backlog));
  }

  /** Its buffer is there no more. */
  public synchronized void remove(Object owner) {
    buffers.remove(owner);
  }

  private synchronized List<Buffer> now() {
    return new ArrayList<>(buffers.values());
  }

  /** All, by name. */
  List<BufferStatus> all() {
    Map<String, BufferStatus> byName = new TreeMap<>();
    for (Buffer each : now()) {
      Backlog backlog = each.backlog().get();
      byName.merge(
          each.name(),
          new BufferStatus(each.name(), backlog.waiting(), backlog.capacity()),
          (a, b) ->
              new BufferStatus(a.name(), a.waiting() + b.waiting(), a.capacity() + b.capacity()));
    }
    return List.copyOf(byName.values());
  }
}
