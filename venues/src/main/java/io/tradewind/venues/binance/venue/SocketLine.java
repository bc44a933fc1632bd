package io.tradewind.venues.binance.venue;

import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.parse.BinanceErrors;
import io.tradewind.venues.binance.parse.SocketAnswers;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Cause;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueResponse;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.stream.SocketSettings;
import io.tradewind.venues.stream.StreamKind;
import io.tradewind.venues.stream.StreamListener;
import io.tradewind.venues.stream.StreamSpec;
import io.tradewind.venues.stream.StreamState;
import io.tradewind.venues.stream.StreamText;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Orders over the WebSocket API: the same requests, each a text with a number by which its answer
 * is found. What has no method there goes by REST, and so does all while there is no connection: a
 * stop or a cancel must not wait for one, and after a rest that the venue has asked for, where one
 * request goes before the others. What was on its way when the connection went, or has no answer in
 * time, is {@link VenueError.Unknown}.
 */
public final class SocketLine implements OrderLine {
  private static final long TIMEOUT_NS = 10 * Utc.SECOND_NS;
  private static final long RECEIVE_WINDOW_MS = 5_000;
  private static final int CAPACITY = 4_096;

  private static final Map<String, String> METHODS = methods();

  private final VenueHttp http;
  private final BinanceSigner signer;
  private final VenueSocket.Line line;
  private final VenueSocket socket;
  private final Map<String, Flight> flights = new LinkedHashMap<>();
  private final Deque<Runnable> ended = new ArrayDeque<>();
  private long lastId;

  private record Flight(Consumer<Reply> handler, long sentNs) {}

  /**
   * Connects when it is first driven; what the venue's limits allow is shared with the requests.
   */
  public SocketLine(
      VenueHttp http, BinanceSigner signer, URI uri, VenueSocket.Line line, Backoff backoff) {
    this.http = http;
    this.signer = signer;
    this.line = line;
    StreamSpec spec =
        new StreamSpec(() -> uri, List.of(), StreamKind.ACCOUNT, CAPACITY, StreamSpec.Names.PLAIN);
    this.socket = new VenueSocket(spec, SocketSettings.STANDARD, line, backoff, new Answers());
  }

  private static Map<String, String> methods() {
    Map<String, String> methods = new TreeMap<>();
    methods.put("POST /api/v3/order", "order.place");
    methods.put("DELETE /api/v3/order", "order.cancel");
    methods.put("POST /api/v3/order/cancelReplace", "order.cancelReplace");
    methods.put("POST /api/v3/orderList/oco", "orderList.place.oco");
    methods.put("POST /api/v3/orderList/otoco", "orderList.place.otoco");
    methods.put("POST /fapi/v1/order", "order.place");
    methods.put("PUT /fapi/v1/order", "order.modify");
    methods.put("DELETE /fapi/v1/order", "order.cancel");
    methods.put("POST /fapi/v1/algoOrder", "algoOrder.place");
    methods.put("DELETE /fapi/v1/algoOrder", "algoOrder.cancel");
    return methods;
  }

  @Override
  public void submit(VenueRequest request, Consumer<Reply> handler) {
    String method = METHODS.get(request.method() + " " + request.path());
    if (method == null || request.method() == Method.GET) {
      http.submit(request, handler);
      return;
    }
    long nowNs = line.clock().nowNs();
    long venueNs = http.offset().venueNs(nowNs);
    long pauseNs = Math.max(pausedUntilNs(), nowNs) - nowNs;
    long waitNs = Math.max(pauseNs, http.budget().waitNs(request.terms(), true, venueNs));
    if (waitNs > 0) {
      refuse(handler, pauseNs > 0 ? Cause.RATE_LIMIT : Cause.BUDGET, waitNs);
    } else if (!http.offset().isKnown() || !socket.isLive() || http.isReturning()) {
      http.submit(request, handler);
    } else {
      String id = Long.toString(++lastId);
      http.budget().charge(request.terms(), venueNs);
      flights.put(id, new Flight(handler, nowNs));
      if (!socket.send(text(id, method, request, http.offset().venueMs(nowNs)))) {
        flights.remove(id);
        http.submit(request, handler);
      }
    }
  }

  private void refuse(Consumer<Reply> handler, Cause cause, long afterNs) {
    VenueError error = new VenueError.Retryable(cause, afterNs, "not sent: " + cause);
    ended.add(() -> handler.accept(new Reply.Failed(error)));
  }

  private String text(String id, String method, VenueRequest request, long venueMs) {
    SortedMap<String, String> parameters = new TreeMap<>();
    request.parameters().forEach(p -> parameters.put(p.name(), p.value()));
    return SocketText.signed(
        new SocketText.Call(id, method), parameters, signer, venueMs, RECEIVE_WINDOW_MS);
  }

  @Override
  public int doWork() {
    int work = http.doWork() + socket.doWork() + cutOverdue();
    for (Runnable end = ended.poll(); end != null; end = ended.poll()) {
      end.run();
      work++;
    }
    return work;
  }

  @Override
  public long pausedUntilNs() {
    return http.pausedUntilNs();
  }

  private int cutOverdue() {
    long nowNs = line.clock().nowNs();
    List<String> overdue = new ArrayList<>();
    flights.forEach((id, flight) -> {
      if (nowNs - flight.sentNs() > TIMEOUT_NS) {
        overdue.add(id);
      }
    });
    overdue.forEach(id -> end(id, new Reply.Failed(new VenueError.Unknown("no answer in time"))));
    return overdue.size();
  }

  private void end(String id, Reply reply) {
    Flight flight = flights.remove(id);
    if (flight != null) {
      ended.add(() -> flight.handler().accept(reply));
    }
  }

  private final class Answers implements StreamListener {
    @Override
    public void onText(StreamText text) {
      Optional<SocketAnswers.Envelope> envelope = SocketAnswers.envelope(text.text());
      if (envelope.isEmpty()) {
        return;
      }
      SocketAnswers.Envelope answer = envelope.orElseThrow();
      Flight flight = flights.get(answer.id());
      if (flight == null) {
        return;
      }
      long receivedNs = text.receiveTimeNs();
      if (answer.status() == 200) {
        end(
            answer.id(),
            new Reply.Done(
                new VenueResponse(200, Map.of(), text.text(), flight.sentNs(), receivedNs)));
        return;
      }
      VenueError error =
          BinanceErrors.of(answer.status(), text.text(), http.offset().venueMs(receivedNs));
      heed(error, receivedNs);
      end(answer.id(), new Reply.Failed(error));
    }

    /** As for requests: a limit stops all that follows, and a doubted clock is measured anew. */
    private void heed(VenueError error, long nowNs) {
      if (error instanceof VenueError.Retryable(Cause cause, long afterNs, String _)) {
        switch (cause) {
          case RATE_LIMIT -> http.rest(nowNs + afterNs);
          case CLOCK -> http.offset().doubt();
          case NO_CONNECTION, OVERLOADED, CIRCUIT_OPEN, QUEUE_FULL, BUDGET -> {}
        }
      }
    }

    @Override
    public void onState(StreamState state) {
      if (state instanceof StreamState.Down down) {
        List.copyOf(flights.keySet())
            .forEach(id -> end(id, new Reply.Failed(new VenueError.Unknown(down.why()))));
      }
    }
  }

  /** Whether orders can go out. */
  public boolean isLive() {
    return socket.isLive();
  }

  /** Whether nothing is on its way, or has yet to be told. */
  public boolean isIdle() {
    return flights.isEmpty() && ended.isEmpty();
  }

  /** Ends the connection. */
  public void close() {
    socket.close();
  }
}
