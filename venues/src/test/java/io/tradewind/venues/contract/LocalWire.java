package io.tradewind.venues.contract;

import io.tradewind.core.time.Utc;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.stream.SocketTransport;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The simulated exchange without sockets, on a clock that is turned by hand, with a line to it that
 * may be cut: what was sent and has not come may come later, or never.
 */
final class LocalWire implements Transport, SocketTransport {
  private static final long MILLI_NS = 1_000_000L;
  private static final long TICK_MS = 100;

  /** Names of orders that a request places, those of lists left out. */
  private static final Pattern PLACED =
      Pattern.compile(
          "[?&](?:clientAlgoId|(?!cancelOrig)[a-zA-Z]+ClientOrderId)=(tw\\w+_[ots]\\w+)");

  private final ManualClock clock;
  private final Api api;
  private final WireMarket market;
  private final Deque<Flight> requests = new ArrayDeque<>();
  private final Deque<Runnable> answers = new ArrayDeque<>();
  private final List<Ear> ears = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();
  private final Set<String> placed = new HashSet<>();
  private long tickedMs;
  private long process;
  private long cutNs;
  private int free = Integer.MAX_VALUE;

  private record Flight(WireRequest request, Consumer<Outcome> done) {}

  private record Late(WireRequest request, long dueNs) {}

  LocalWire(ManualClock clock, WireMarket market) {
    this.clock = clock;
    this.api = market.api();
    this.market = market;
    this.tickedMs = nowMs() / TICK_MS * TICK_MS;
  }

  private long nowMs() {
    return clock.nowNs() / MILLI_NS;
  }

  @Override
  public Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    if (clock.nowNs() < cutNs) {
      answers.add(() -> done.accept(new Outcome.Unanswered(Outcome.Fault.NOT_SENT, "cut")));
    } else {
      requests.add(new Flight(request, done));
    }
    return () -> {};
  }

  /** From now on only so many requests that change something get through. */
  void hold(int count) {
    free = count;
  }

  /** Nothing gets through until then. */
  void cut(long untilNs) {
    cutNs = untilNs;
  }

  /** Brings the exchange to now, and whatever is on its way to where it goes. */
  int doWork() {
    int work = 0;
    for (long ms = tickedMs + TICK_MS; ms <= nowMs(); ms += TICK_MS) {
      tickedMs = ms;
      market.onTime(ms * MILLI_NS);
      api.tick(ms);
    }
    market.onTime(clock.nowNs());
    for (Late each : List.copyOf(late)) {
      if (each.dueNs <= clock.nowNs()) {
        late.remove(each);
        take(each.request);
        work++;
      }
    }
    for (Flight next : List.copyOf(requests)) {
      if (next.request.method() == Method.GET || free > 0) {
        free -= next.request.method() == Method.GET ? 0 : 1;
        requests.remove(next);
        Outcome outcome = take(next.request);
        answers.add(() -> next.done.accept(outcome));
        work++;
      }
    }
    api.flush(nowMs());
    for (Runnable next = answers.poll(); next != null; next = answers.poll()) {
      next.run();
      work++;
    }
    return work;
  }

  /** Nothing that places arrives twice. */
  private void once(WireRequest wire) {
    Matcher matcher = PLACED.matcher(wire.target());
    while (wire.method() == Method.POST && matcher.find()) {
      if (!placed.add(matcher.group(1))) {
        throw new AssertionError(matcher.group(1) + " was sent twice");
      }
    }
  }

  private Outcome take(WireRequest wire) {
    once(wire);
    int mark = wire.target().indexOf('?');
    String path = mark < 0 ? wire.target() : wire.target().substring(0, mark);
    String query = mark < 0 ? "" : wire.target().substring(mark + 1);
    Optional<String> key =
        wire.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("X-MBX-APIKEY"))
            .map(WireRequest.Header::value)
            .findFirst();
    Response response =
        api.answer(
            new RawRequest(wire.method().name(), path, query, wire.body(), key, "local"), nowMs());
    Map<String, String> headers = new TreeMap<>();
    response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new Outcome.Answered(response.status(), headers, response.body());
  }

  /**
   * The process at this end dies.
   *
   * @param fate of what it has sent last: {@code lost}, {@code taken}, or so many seconds until it
   *     comes
   */
  void kill(String fate) {
    process++;
    for (Flight each : List.copyOf(requests)) {
      switch (fate) {
        case "lost" -> {}
        case "taken" -> take(each.request);
        default ->
            late.add(new Late(each.request, clock.nowNs() + Long.parseLong(fate) * Utc.SECOND_NS));
      }
    }
    requests.clear();
    answers.clear();
    ears.forEach(Ear::close);
    ears.clear();
    free = Integer.MAX_VALUE;
  }

  @Override
  public Connection connect(URI uri, Events events) {
    long mine = process;
    Line line =
        new Line() {
          @Override
          public void send(String text) {
            answers.add(() -> {
              if (mine == process) {
                events.text(text);
              }
            });
          }

          @Override
          public void close(int code, String reason) {
            answers.add(() -> {
              if (mine == process) {
                events.ended(reason);
              }
            });
          }
        };
    String query = Objects.requireNonNullElse(uri.getRawQuery(), "");
    @Nullable Ear ear = api.open(uri.getRawPath(), query, "local", line, nowMs()).orElse(null);
    if (ear != null) {
      ears.add(ear);
    }
    answers.add(() -> {
      if (mine == process) {
        events.opened();
      }
    });
    return new Connection() {
      @Override
      public void send(String text) {
        if (ear != null && mine == process) {
          ear.onText(text, nowMs());
        }
      }

      @Override
      public void ping() {
        answers.add(events::alive);
      }

      @Override
      public void more() {}

      @Override
      public void close() {
        if (ear != null && ears.remove(ear)) {
          ear.close();
        }
      }
    };
  }
}
