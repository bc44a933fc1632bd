package io.tradewind.exchange.stream;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Brings what is told under a name to all who listen to it. Any name may be listened to, also one
 * that nobody ever tells of. It belongs to the exchange's one thread.
 */
public final class StreamHub {
  private final Map<String, Set<Listener>> listeners = new LinkedHashMap<>();

  /** Whether anybody listens. */
  public boolean isHeard(String name) {
    return listeners.containsKey(name);
  }

  /** Tells all who listen; the text is only made if somebody does. */
  public void tell(String name, Supplier<String> json) {
    Set<Listener> all = listeners.get(name);
    if (all == null) {
      return;
    }
    String text = json.get();
    for (Listener each : all) {
      each.tell(name, text);
    }
  }

  void add(String name, Listener listener) {
    listeners.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(listener);
  }

  void remove(String name, Listener listener) {
    listeners.computeIfPresent(
        name,
        (key, all) -> {
          all.remove(listener);
          return all.isEmpty() ? null : all;
        });
  }
}
