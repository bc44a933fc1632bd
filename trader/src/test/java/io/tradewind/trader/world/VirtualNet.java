package io.tradewind.trader.world;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.exchange.server.ExchangeServer;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Outcome.Fault;
import io.tradewind.venues.http.WireRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The net between hosts and the exchange. Single calls and messages suffer what the exchange's
 * {@link io.tradewind.simulation.fault.FaultPlan} says, the way between suffers a {@link NetPlan}.
 */
public final class VirtualNet {
  private static final String KEY_HEADER = "X-MBX-APIKEY";
  private static final long CONNECT_NS = 5_000_000_000L;

  private final VirtualTime time;
  private final VirtualExchange exchange;
  private final NetPlan plan;
  private final Trace trace;
  private int hosts;
  private long connections;
  private boolean garbles;

  /** Nothing is on its way. */
  public VirtualNet(VirtualTime time, VirtualExchange exchange, NetPlan plan, Trace trace) {
    this.time = time;
    this.exchange = exchange;
    this.plan = plan;
    this.trace = trace;
  }

  /** Another process. */
  public VirtualHost host() {
    return new VirtualHost(this, ++hosts);
  }

  /** From now on half of each text is lost on the way to hosts, or no longer is. */
  public void garbling(boolean now) {
    garbles = now;
  }

  String received(String text) {
    return garbles ? text.substring(0, text.length() / 2) : text;
  }

  VirtualTime time() {
    return time;
  }

  VirtualExchange exchange() {
    return exchange;
  }

  NetPlan plan() {
    return plan;
  }

  Trace trace() {
    return trace;
  }

  private double draw() {
    return new SplitMix(SplitMix.at(plan.seed(), connections++)).nextDouble();
  }

  /** Whether a connection that is tried now is refused. */
  boolean refuses() {
    boolean isStruck = draw() < plan.refusalRate() && time.nowNs() < plan.refusesUntilNs();
    return isStruck || !plan.isOpen(NetPlan.Kind.REFUSED, time.nowNs());
  }

  /** Carries a request there and its answer back; whoever waits is told as far as it comes. */
  void carry(WireRequest wire, Consumer<Outcome> done) {
    trace.add("request", wire.method() + " " + wire.target() + " " + wire.body());
    // Every other request finds a connection that stands and learns of no outage.
    boolean mustConnect = draw() < 0.5;
    if (refuses()) {
      time.after(plan.wireNs(), () -> done.accept(notSent("ConnectException")));
    } else if (mustConnect && !isOpenBothWays()) {
      time.after(CONNECT_NS, () -> done.accept(notSent("HttpConnectTimeoutException")));
    } else {
      RawRequest request = raw(wire);
      plan.arrivalNs(NetPlan.Kind.OUT, time.nowNs())
          .ifPresent(atNs ->
              time.at(
                  atNs, () -> exchange.front().answer(request, answer -> carryBack(answer, done))));
    }
  }

  private boolean isOpenBothWays() {
    return plan.isOpen(NetPlan.Kind.OUT, time.nowNs())
        && plan.isOpen(NetPlan.Kind.IN, time.nowNs());
  }

  private static Outcome notSent(String why) {
    return new Outcome.Unanswered(Fault.NOT_SENT, "no connection (" + why + ")");
  }

  private void carryBack(ExchangeServer.Outcome answer, Consumer<Outcome> done) {
    Outcome outcome =
        switch (answer) {
          case ExchangeServer.Outcome.Answered(Response response) ->
              new Outcome.Answered(
                  response.status(), lowerCase(response.headers()), received(response.body()));
          case ExchangeServer.Outcome.CutOff() ->
              new Outcome.Unanswered(Fault.BROKEN, "the line broke (IOException)");
        };
    plan.arrivalNs(NetPlan.Kind.IN, time.nowNs())
        .ifPresent(atNs -> time.at(atNs, () -> done.accept(outcome)));
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static RawRequest raw(WireRequest wire) {
    int mark = wire.target().indexOf('?');
    Optional<String> key =
        wire.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase(KEY_HEADER))
            .map(WireRequest.Header::value)
            .findFirst();
    return new RawRequest(
        wire.method().name(),
        mark < 0 ? wire.target() : wire.target().substring(0, mark),
        mark < 0 ? "" : wire.target().substring(mark + 1),
        wire.body(),
        key,
        VirtualHost.ADDRESS);
  }
}
