package io.tradewind.trader.log;

import io.tradewind.store.audit.AuditJson;
import io.tradewind.trader.meter.BufferMeter;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.meter.SourceMeter.Source;
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
 * the key of an account's stream; of texts nothing. When something came, what waits, and how long
 * calls took is counted.
 */
public final class SocketApiLog implements SocketTransport {
  private static final Pattern ID = Pattern.compile("\"id\":\"?([^\",}]{1,64})");
  private static final Pattern METHOD = Pattern.compile("\"method\":\"([a-zA-Z._]{1,64})\"");
  private static final Pattern STATUS = Pattern.compile("\"status\":([0-9]{3})");

  /** Who asks this over the API of sockets, as on spot, hears of an account there. */
  private static final String ACCOUNT_METHODS = "userDataStream.";

  private static final int ID_WITHIN = 200;
  private static final int MOST_WAITING = 1_000;
  private static final int OK = 200;

  private final SocketTransport inner;
  private final String venue;
  private final VenueClock clock;
  private final LogFiles files;
  private final Meters meters;

  /** {@code status} is 0 where the answer does not say. */
  private record Call(String venue, String method, int status, long tookMicros) {}

  private record Asked(String method, long sentNs) {}

  /**
   * Writes what another one carries.
   *
   * @param venue its name
   */
  public SocketApiLog(
      SocketTransport inner, String venue, VenueClock clock, LogFiles files, Meters meters) {
    this.inner = inner;
    this.venue = venue;
    this.clock = clock;
    this.files = files;
    this.meters = meters;
  }

  @Override
  public Connection connect(URI uri, Events events) {
    Heard heard = new Heard(String.valueOf(uri.getHost()), source(uri), events);
    heard.isOf(heard.source);
    return new Telling(inner.connect(uri, heard), heard, meters.buffers());
  }

  /** By the path, as Binance has it on all its markets. */
  static Source source(URI uri) {
    String path = String.valueOf(uri.getPath());
    if (path.startsWith("/ws-")) {
      return Source.ORDER_LINE;
    }
    return path.endsWith("/stream") ? Source.MARKET_STREAM : Source.ACCOUNT_STREAM;
  }

  private void line(LogLevel level, String message, Optional<Call> about) {
    LogLine line = LogLine.of(LogStream.API, level, LogStream.API.key(), clock.nowNs(), message);
    files.write(about.map(call -> line.about(AuditJson.write(call))).orElse(line));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private record Telling(Connection inner, Heard heard, BufferMeter buffers) implements Connection {
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
      buffers.remove(heard);
      inner.close();
    }
  }

  /** What happens to a connection, and what was asked over it and not answered. */
  private final class Heard implements Events {
    private final String host;
    private volatile Source source;
    private final Events events;
    private final Map<String, Asked> waiting = new ConcurrentHashMap<>();

    private Heard(String host, Source source, Events events) {
      this.host = host;
      this.source = source;
      this.events = events;
    }

    private void isOf(Source named) {
      source = named;
      meters.buffers().add(this, named.text(), events::backlog);
    }

    private void asked(String text) {
      Optional<String> method = find(METHOD, text);
      if (method.orElse("").startsWith(ACCOUNT_METHODS)) {
        isOf(Source.ACCOUNT_STREAM);
      }
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
      long tookNs = clock.nowNs() - asked.sentNs();
      meters.calls().ended(asked.method(), tookNs, isWell);
      line(
          isWell ? LogLevel.INFO : LogLevel.WARNING,
          asked.method(),
          Optional.of(new Call(venue, asked.method(), status.orElse(0), tookNs / 1_000)));
    }

    @Override
    public void opened() {
      meters.sources().heard(source, clock.nowNs());
      line(LogLevel.INFO, "socket to " + host + " is open", Optional.empty());
      events.opened();
    }

    @Override
    public void text(String text) {
      meters.sources().heard(source, clock.nowNs());
      // Nearly all texts are of the market, and nothing was asked there.
      if (!waiting.isEmpty()) {
        answered(text);
      }
      events.text(text);
    }

    @Override
    public void alive() {
      meters.sources().heard(source, clock.nowNs());
      events.alive();
    }

    @Override
    public Backlog backlog() {
      return events.backlog();
    }

    @Override
    public void ended(String why) {
      meters.buffers().remove(this);
      line(LogLevel.WARNING, "socket to " + host + " has ended: " + why, Optional.empty());
      events.ended(why);
    }
  }
}
