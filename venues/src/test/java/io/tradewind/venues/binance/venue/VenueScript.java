package io.tradewind.venues.binance.venue;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.order.Sheets;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Binance without a wire, on a clock that is turned by hand: requests wait until the test answers
 * them, in their order, and the account's stream says what the test says. Questions for time,
 * account, open orders and listen keys are answered by themselves.
 */
final class VenueScript implements BinanceListener {
  static final String ORDER =
      "{\"symbol\":\"BTCUSDT\",\"orderId\":42,\"clientOrderId\":\"tw5_1_o0\",\"transactTime\":"
          + "1700000041000,\"origQty\":\"1.0\",\"executedQty\":\"%s\",\"status\":\"%s\"}";

  private static final URI NOWHERE = URI.create("http://localhost:1");

  private final ManualClock clock = new ManualClock(1_700_000_040L * Utc.SECOND_NS);
  private final List<String> log = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> amounts = new ArrayList<>();
  private final Instrument instrument;
  private final Deque<Consumer<Outcome>> waiting = new ArrayDeque<>();
  private SocketTransport.@Nullable Events stream;
  private boolean streams = true;
  private boolean keys = true;
  private final BinanceVenue venue;

  /** Of spot. */
  VenueScript() {
    this(Market.SPOT);
  }

  VenueScript(Market market) {
    instrument = Sheets.listing(market).instrument();
    FaultLog faults = new FaultLog(clock, report -> {});
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText("key", "secret"));
    VenueHttp http =
        new VenueHttp(
            HttpSettings.STANDARD,
            new BinanceProtocol(market, Optional.of(signer), new RestParser(faults)),
            new VenueHttp.Line(this::send, clock),
            new Backoff(1, 1, new SplitMix(1)),
            new RateBudget(RateBudget.Shares.STANDARD, List.of()));
    venue =
        new BinanceVenue(
            new BinanceVenue.Setup(
                market,
                List.of(Sheets.listing(market)),
                5,
                signer,
                BinanceAddresses.at(NOWHERE, market)),
            new BinanceVenue.Wires(
                http,
                new OrderLine.Rest(http),
                new VenueSocket.Line(this::connect, clock),
                i -> OptionalLong.of(10_000),
                faults),
            new Backoff(1, 1, new SplitMix(1)),
            this);
    work();
  }

  private Transport.Call send(WireRequest wire, long timeoutNs, Consumer<Outcome> done) {
    String target = wire.target().replaceFirst("^/fapi/v[123]/", "/api/v3/");
    if (target.startsWith("/api/v3/time")) {
      String time = "{\"serverTime\":" + clock.nowNs() / 1_000_000 + "}";
      done.accept(new Outcome.Answered(200, Map.of(), time));
    } else if (target.startsWith("/api/v3/account")) {
      done.accept(new Outcome.Answered(200, Map.of(), "{\"balances\":[]}"));
    } else if (target.matches("/api/v3/(openOrders|openAlgoOrders|positionRisk).*")) {
      done.accept(new Outcome.Answered(200, Map.of(), "[]"));
    } else if (target.startsWith("/api/v3/listenKey") && keys) {
      done.accept(new Outcome.Answered(200, Map.of(), "{\"listenKey\":\"k\"}"));
    } else if (target.startsWith("/api/v3/listenKey")) {
      done.accept(new Outcome.Unanswered(Outcome.Fault.NOT_SENT, "none"));
    } else {
      String name = target.replaceAll("^/api/v3/|\\?.*", "");
      String id =
          target.replaceAll(
              ".*[?&](newClientOrderId|origClientOrderId|clientAlgoId|orderId)=([^&]*).*", "$2");
      String all = target.contains("closePosition=true") ? " all" : "";
      String qty = parameter(target, "quantity");
      String price = parameter(target, "triggerPrice|stopPrice|price");
      String from = parameter(target, "fromId");
      String page = parameter(target, "page");
      amounts.add(
          (from.isEmpty() ? "" : "from " + from)
              + (page.isEmpty() ? "" : page + " from " + parameter(target, "startTime"))
              + (qty.isEmpty() ? "" : " " + qty)
              + (price.isEmpty() ? "" : "@" + price));
      sent.add(wire.method() + " " + name + " " + (id.equals(target) ? "" : id) + all);
      waiting.add(done);
    }
    return () -> {};
  }

  private static String parameter(String target, String names) {
    Matcher matcher = Pattern.compile("[?&](" + names + ")=([^&]*)").matcher(target);
    return matcher.find() ? matcher.group(2) : "";
  }

  private SocketTransport.Connection connect(URI uri, SocketTransport.Events events) {
    if (streams) {
      stream = events;
      events.opened();
    } else {
      events.ended("refused");
    }
    return new SocketTransport.Connection() {
      @Override
      public void send(String text) {
        events.text("{\"id\":\"1\",\"status\":200,\"result\":{\"subscriptionId\":0}}");
      }

      @Override
      public void ping() {
        events.alive();
      }

      @Override
      public void more() {}

      @Override
      public void close() {}
    };
  }

  /** Fundings may be missing from then on. */
  VenueScript fundings(OptionalLong fromNs) {
    venue.askFundings(() -> fromNs);
    return this;
  }

  /** The stream breaks, and stays away until it is let back. */
  VenueScript lose() {
    streams = false;
    Objects.requireNonNull(stream).ended("broke");
    return work();
  }

  VenueScript back() {
    streams = true;
    return work();
  }

  /** Whether listen keys are given. */
  VenueScript keys(boolean given) {
    keys = given;
    return this;
  }

  VenueScript order(long id, OrderTerms terms) {
    return order(id, terms, TimeInForce.GTC);
  }

  VenueScript order(long id, OrderTerms terms, TimeInForce time) {
    return submit(
        new VenueCommand.NewOrder(
            new OrderIntent(
                id,
                0,
                0,
                Side.BUY,
                new OrderSize.Base(100_000_000L),
                terms,
                time,
                false,
                OrderPurpose.ENTRY)));
  }

  /** Whether a request has not been answered. */
  boolean isAsked() {
    return !waiting.isEmpty();
  }

  VenueScript limit(long id) {
    return order(id, new OrderTerms.Limit(9_900, false));
  }

  VenueScript submit(VenueCommand command) {
    venue.submit(Approvals.of(command));
    return work();
  }

  /** Answers the request that has waited longest. */
  VenueScript answer(int status, String body, String... headers) {
    Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    waiting.remove().accept(new Outcome.Answered(status, all, body));
    return work();
  }

  VenueScript error(int status, int code, String text) {
    return answer(status, "{\"code\":" + code + ",\"msg\":\"" + text + "\"}");
  }

  VenueScript unanswered(Outcome.Fault fault) {
    waiting.remove().accept(new Outcome.Unanswered(fault, "none"));
    return work();
  }

  /** An execution report of order 1, of venue's number 42. */
  VenueScript report(String execution, String status, String fill) {
    String text =
        "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":1700000042000,"
            + "\"s\":\"BTCUSDT\",\"c\":\"tw5_1_o0\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"q\":\"1.0\","
            + "\"p\":\"99.00\",\"P\":\"0\",\"C\":\"\",\"x\":\""
            + execution
            + "\",\"X\":\""
            + status
            + "\",\"r\":\"NONE\",\"i\":42,"
            + fill
            + "\"w\":true,\"m\":true,\"T\":1700000042000}}";
    return say(text);
  }

  /** The fields of a fill: its number and quantity, and all that was filled with it. */
  static String fill(int tradeId, String qty, String all) {
    return "\"l\":\""
        + qty
        + "\",\"z\":\""
        + all
        + "\",\"L\":\"99.00\",\"n\":\"0.001\",\"N\":\"BTC\",\"t\":"
        + tradeId
        + ",";
  }

  static String none() {
    return "\"l\":\"0\",\"z\":\"0\",\"L\":\"0\",\"t\":-1,";
  }

  VenueScript say(String text) {
    Objects.requireNonNull(stream).text(text);
    return work();
  }

  /** Seconds, one by one. */
  VenueScript pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      clock.advance(Utc.SECOND_NS);
      if (streams) {
        Objects.requireNonNull(stream).alive();
      }
      work();
    }
    return this;
  }

  private VenueScript work() {
    for (int i = 0; i < 20; i++) {
      venue.doWork();
    }
    return this;
  }

  @Override
  public void onOrder(OrderEvent event) {
    log.add(event.orderId() + " " + text(event));
  }

  @Override
  public void onFill(OrderEvent.Filled fill, long tradeId) {
    log.add(fill.orderId() + " " + text(fill));
  }

  private static String text(OrderEvent event) {
    String text =
        switch (event) {
          case OrderEvent.Rejected rejected -> " " + rejected.reason();
          case OrderEvent.Filled filled ->
              " " + filled.qtyScaled() / 100_000_000.0 + (filled.isLast() ? " last" : "");
          case OrderEvent.Sent _,
              OrderEvent.Accepted _,
              OrderEvent.Lost _,
              OrderEvent.Triggered _,
              OrderEvent.Amended _,
              OrderEvent.Cancelled _,
              OrderEvent.Expired _ ->
              "";
        };
    return event.getClass().getSimpleName() + text;
  }

  @Override
  public void onNews(VenueNews news) {
    switch (news) {
      case VenueNews.Account _, VenueNews.Refused _ -> {}
      case VenueNews.Guard(var _, var event) -> log.add("Guard " + text(event));
      case VenueNews.GuardFill(var _, var fill, var _) -> log.add("Guard " + text(fill));
      case VenueNews.Guarding(var _, long qty, var terms) ->
          log.add("Guarding " + qty(qty) + " " + terms.getClass().getSimpleName());
      case VenueNews.Uncovered(var _, long qty) -> log.add("Uncovered " + qty(qty));
      case VenueNews.Funding(var row) ->
          log.add("Funding " + row.transactionId() + " " + row.receivedScaled());
      case VenueNews.LateFill(var _, var fill, var _) ->
          log.add("LateFill " + fill.orderId() + " " + qty(fill.qtyScaled()));
      case VenueNews other -> log.add(other.getClass().getSimpleName());
    }
  }

  private String qty(long qtyScaled) {
    return FixedPoint.format(qtyScaled, instrument.qtyScale());
  }

  /** What was told since the stream was first in step. */
  String told() {
    return String.join(", ", log).replaceFirst("^InStep,? ?", "");
  }

  /** What went out from one request on, with quantity and price. */
  String wire(int from) {
    List<String> all = new ArrayList<>();
    for (int i = from; i < sent.size(); i++) {
      all.add(sent.get(i) + amounts.get(i));
    }
    return String.join(", ", all);
  }

  /** What went out. */
  List<String> sent() {
    return sent;
  }
}
