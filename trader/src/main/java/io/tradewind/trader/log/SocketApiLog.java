package io.tradewind.trader.log;

import io.tradewind.store.audit.AuditJson;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.time.VenueClock;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line for each connection that begins and ends, and for each call over one: its method, how it
 * was answered and how long it took. Of an address only the host is written, since the rest may be
 * the key of an account's stream; of texts nothing.
 */
public final class SocketApiLog implements SocketTransport {
  private static final Pattern ID = Pattern.compile("\"id\":\"?([^\",}]{1,64})");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([a-zA-Z._]{1,64})\"");
  private static final Pattern STATUS = Pattern.compile("\"status\":([0-9]{3})");
  private static final int ID_WITHIN = 200;
  private static final int MOST_WAITING = 1_000;
  private static final int OK = 200;

  private final SocketTransport inner;
  private final String venue;
  private final VenueClock clock;
  private final LogFiles files;

  /** {@code status} is 0 where the answer does not say. */
  private record Call(String venue, String method, int status, long tookMicros) {}

  private record Asked(String method, long sentNs) {}

  /**
   * Writes what another one carries.
   *
   * @param venue its name
   */
  public SocketApiLog(SocketTransport inner, String venue, VenueClock clock, LogFiles files) {
    this.inner = inner;
    this.venue = venue;
    this.clock = clock;
    this.files = files;
  }

  @Override
  public Connection connect(URI uri, Events events) {
    Heard heard = new Heard(String.valueOf(uri.getHost()), events);
    return new Telling(inner.connect(uri, heard), heard);
  }

  private void line(LogLevel level, String message, Optional<Call> about) {
    LogLine line = LogLine.of(LogStream.API, level, LogStream.API.key(), clock.nowNs(), message);
    files.write(about.map(call -> line.about(AuditJson.write(call))).orElse(line));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private record Telling(Connection inner, Heard heard) implements Connection {
    @Override
    public void send(String text) {
      heard.asked(text);
      inner.send(text);
    }

    @Override
    public void ping() {
      inner.ping();
    }

    @Override
    public void more() {
      inner.more();
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  /** What happens to a connection, and what was asked over it and not answered. */
  private final class Heard implements Events {
    private final String host;
    private final Events events;
    private final Map<String, Asked> waiting = new ConcurrentHashMap<>();

    private Heard(String host, Events events) {
      this.host = host;
      this.events = events;
    }

    private void asked(String text) {
      Optional<String> method = find(METHOD, text);
      Optional<String> id = find(ID, text);
      if (method.isPresent() && id.isPresent() && waiting.size() < MOST_WAITING) {
        waiting.put(id.orElseThrow(), new Asked(method.orElseThrow(), clock.nowNs()));
      }
    }

    private void answered(String text) {
      String beginning = text.substring(0, Math.min(ID_WITHIN, text.length()));
      find(ID, beginning)
          .flatMap(id -> Optional.ofNullable(waiting.remove(id)))
          .ifPresent(asked -> tell(asked, find(STATUS, beginning).map(Integer::parseInt)));
    }

    private void tell(Asked asked, Optional<Integer> status) {
      boolean isWell = status.isEmpty() || status.orElseThrow() == OK;
      long tookMicros = (clock.nowNs() - asked.sentNs()) / 1_000;
      line(
          isWell ? LogLevel.INFO : LogLevel.WARNING,
          asked.method(),
          Optional.of(new Call(venue, asked.method(), status.orElse(0), tookMicros)));
    }

    @Override
    public void opened() {
      line(LogLevel.INFO, "socket to " + host + " is open", Optional.empty());
      events.opened();
    }

    @Override
    public void text(String text) {
      // Nearly all texts are of the market, and nothing was asked there.
      if (!waiting.isEmpty()) {
        answered(text);
      }
      events.text(text);
    }

    @Override
    public void alive() {
      events.alive();
    }

    @Override
    public void ended(String why) {
      line(LogLevel.WARNING, "socket to " + host + " has ended: " + why, Optional.empty());
      events.ended(why);
    }
  }
}
