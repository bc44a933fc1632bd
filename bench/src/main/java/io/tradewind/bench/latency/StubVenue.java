package io.tradewind.bench.latency;

import io.tradewind.bench.latency.Wire.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spot of Binance as far as an order needs it, by the one thread that calls {@link #poll}: it takes
 * every order and fills it at once, and tells when and at what price it came. A socket at {@code
 * /echo} gets nothing but market messages, and what it sends back counts as an order.
 */
final class StubVenue implements AutoCloseable {
  private static final Pattern JSON = Pattern.compile("\"(\\w+)\":\"?([^\",}]*)");
  private static final Pattern QUERY = Pattern.compile("(\\w+)=([^&]*)");

  private final ServerSocketChannel server;
  private final List<Wire> wires = new ArrayList<>();
  private final Arrivals arrivals;
  private final List<MarketTexts> markets;
  private @Nullable Wire market;
  private @Nullable Wire account;
  private boolean isEcho;
  private long orders;

  /** Who is told of orders. */
  interface Arrivals {
    /** One came, at a price as it was written. */
    void order(String price, long arrivedNs);
  }

  StubVenue(List<MarketTexts> markets, Arrivals arrivals) throws IOException {
    this.markets = markets;
    this.arrivals = arrivals;
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
  }

  int port() throws IOException {
    return ((InetSocketAddress) server.getLocalAddress()).getPort();
  }

  /** Whether somebody hears the market, and orders of his can be told. */
  boolean isReady() {
    return market != null && (isEcho || account != null);
  }

  /** Whether whoever heard the market has gone. */
  boolean isLeft() {
    return market != null && market.isOver();
  }

  /** Sends a message of the market. */
  void send(byte[] text) {
    Wire to = market;
    if (to != null) {
      to.text(text);
    }
  }

  /** Takes in what came and answers it. */
  void poll() {
    for (int i = 0; i < wires.size(); i++) {
      Wire wire = wires.get(i);
      if (wire.read()) {
        for (Optional<Said> said = wire.next(); said.isPresent(); said = wire.next()) {
          on(wire, said.orElseThrow());
        }
      }
    }
  }

  /** Takes in who connects, which costs more than to look at those who are here. */
  void accept() throws IOException {
    for (SocketChannel next = server.accept(); next != null; next = server.accept()) {
      wires.add(new Wire(next));
    }
  }

  private void on(Wire wire, Said said) {
    switch (said) {
      case Said.Text(String text) -> onText(wire, text);
      case Said.Request(String method, String target, Optional<String> key) -> {
        if (key.isPresent()) {
          wire.upgrade(key.orElseThrow());
          isEcho |= target.startsWith("/echo");
          market = isEcho || target.startsWith("/stream") ? wire : market;
        } else if (method.equals("GET")) {
          wire.answer(question(target));
        } else {
          order(wire, QUERY.matcher(target), "");
        }
      }
    }
  }

  private String question(String target) {
    if (target.contains("/time")) {
      return "{\"serverTime\":" + System.currentTimeMillis() + "}";
    }
    if (target.contains("/depth")) {
      for (int i = 0; i < markets.size(); i++) {
        if (target.contains("symbol=" + Sheet.symbol(i))) {
          return markets.get(i).snapshot();
        }
      }
    }
    return target.contains("/account")
        ? "{\"balances\":[{\"asset\":\"S00\",\"free\":\"1.0\",\"locked\":\"0\"}]}"
        : "[]";
  }

  private void onText(Wire wire, String text) {
    if (isEcho) {
      Matcher matcher = Pattern.compile("\"p\":\"([^\"]*)").matcher(text);
      if (matcher.find()) {
        arrivals.order(matcher.group(1), wire.arrivedNs());
      }
    } else if (text.contains("userDataStream.subscribe")) {
      account = wire;
      wire.text(bytes("{\"id\":\"1\",\"status\":200,\"result\":{\"subscriptionId\":0}}"));
    } else {
      order(wire, JSON.matcher(text), "{\"id\":\"%s\",\"status\":200,\"result\":%s}");
    }
  }

  /** What of an order its reports repeat. */
  private static final class Order {
    private String id = "";
    private String symbol = "";
    private String name = "";
    private String side = "";
    private String price = "";
    private String quantity = "";

    private Order(Matcher fields) {
      while (fields.find()) {
        String value = fields.group(2);
        switch (fields.group(1)) {
          case "id" -> id = value;
          case "symbol" -> symbol = value;
          case "newClientOrderId" -> name = value;
          case "side" -> side = value;
          case "price" -> price = value;
          case "quantity" -> quantity = value;
          default -> {}
        }
      }
    }
  }

  private void order(Wire wire, Matcher fields, String envelope) {
    long arrivedNs = wire.arrivedNs();
    Order order = new Order(fields);
    arrivals.order(order.price, arrivedNs);
    orders++;
    long nowMs = System.currentTimeMillis();
    String answer =
        "{\"symbol\":\"%s\",\"orderId\":%d,\"clientOrderId\":\"%s\",\"transactTime\":%d,\"origQty\":\"%s\",\"executedQty\":\"0\",\"status\":\"NEW\"}"
            .formatted(order.symbol, orders, order.name, nowMs, order.quantity);
    if (envelope.isEmpty()) {
      wire.answer(answer);
    } else {
      wire.text(bytes(envelope.formatted(order.id, answer)));
    }
    Wire to = account;
    if (to != null) {
      to.text(bytes(report(order, "NEW", "NEW", "0", nowMs)));
      to.text(bytes(report(order, "TRADE", "FILLED", order.quantity, nowMs)));
    }
  }

  private String report(Order order, String execution, String status, String filled, long nowMs) {
    return ("{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\","
            + "\"E\":%d,\"s\":\"%s\",\"c\":\"%s\",\"S\":\"%s\","
            + "\"o\":\"LIMIT\",\"q\":\"%s\",\"p\":\"%s\",\"P\":\"0\",\"C\":\"\","
            + "\"x\":\"%s\",\"X\":\"%s\",\"r\":\"NONE\","
            + "\"i\":%d,\"l\":\"%s\",\"z\":\"%s\",\"L\":\"%s\","
            + "\"n\":\"0\",\"N\":\"USDT\",\"t\":%d,\"w\":true,\"m\":false,\"T\":%d}}")
        .formatted(
            nowMs,
            order.symbol,
            order.name,
            order.side,
            order.quantity,
            order.price,
            execution,
            status,
            orders,
            filled,
            filled,
            order.price,
            filled.equals("0") ? -1 : orders,
            nowMs);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    wires.forEach(Wire::close);
    server.close();
  }
}
