package io.tradewind.venues.stream;

import io.tradewind.analytics.check.Check;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has come and has not been looked at, bounded. When a market's inbox is full, an older text
 * of the same thing makes room (a newer best price replaces an older one), or else the oldest of
 * all that is no more than data does; both are counted. An account's inbox drops nothing: it says
 * that it is full, and the venue is held back.
 */
final class StreamInbox {
  private final StreamKind kind;
  private final int capacity;
  private final Function<String, Optional<String>> conflation;
  private final Deque<StreamText> texts = new ArrayDeque<>();
  private long conflated;
  private long dropped;

  /** Conflation gives what a text is the latest state of; empty if each text counts. */
  StreamInbox(StreamKind kind, int capacity, Function<String, Optional<String>> conflation) {
    Check.argument(capacity >= 1, "capacity must be >= 1, was %s", capacity);
    this.kind = kind;
    this.capacity = capacity;
    this.conflation = conflation;
  }

  /**
   * Lays a text down.
   *
   * @return whether another may come
   */
  synchronized boolean put(StreamText text) {
    if (texts.size() >= capacity && kind == StreamKind.MARKET) {
      makeRoom(text);
    }
    texts.add(text);
    return kind == StreamKind.MARKET || texts.size() < capacity;
  }

  private void makeRoom(StreamText next) {
    Optional<String> key = conflation.apply(next.text());
    if (key.isPresent()) {
      for (Iterator<StreamText> it = texts.iterator(); it.hasNext(); ) {
        if (conflation.apply(it.next().text()).equals(key)) {
          it.remove();
          conflated++;
          return;
        }
      }
    }
    texts.remove();
    dropped++;
  }

  synchronized @Nullable StreamText poll() {
    return texts.poll();
  }

  synchronized SocketTransport.Backlog backlog() {
    return new SocketTransport.Backlog(texts.size(), capacity);
  }

  synchronized boolean hasRoom() {
    return texts.size() < capacity;
  }

  synchronized long conflated() {
    return conflated;
  }

  synchronized long dropped() {
    return dropped;
  }
}
