package io.tradewind.bench.heap;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.time.VenueClock;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A spot market that is made as it goes, in the texts of Binance: trades, and books of one level
 * that follow them. It answers at once, and keeps nothing but its latest prices.
 */
final class MadeMarket implements Transport, SocketTransport {
  private static final long MS_NS = 1_000_000;
  private static final double STEP = 0.0006;
  private static final int DEEP = 5;

  private final VenueClock clock;
  private final SplitMix dice;
  private final double[] prices;
  private final long[] trades;
  private final long[] updates;
  private final long[] bids;
  private final List<Line> lines = new ArrayList<>();

  /** Of so many symbols. */
  MadeMarket(VenueClock clock, int symbols, long seed) {
    this.clock = clock;
    this.dice = new SplitMix(seed);
    this.prices = new double[symbols];
    this.trades = new long[symbols];
    this.updates = new long[symbols];
    this.bids = new long[symbols];
    for (int i = 0; i < symbols; i++) {
      prices[i] = 100 + i;
      bids[i] = cents(prices[i]);
      updates[i] = 1;
    }
  }

  /** The name of a symbol. */
  static String base(int symbol) {
    return "M" + symbol;
  }

  private static String name(int symbol) {
    return base(symbol) + "USDT";
  }

  private static long cents(double price) {
    return (long) (price * 100);
  }

  private static String price(long cents) {
    return cents / 100 + "." + cents % 100 / 10 + cents % 10;
  }

  /** Something happens in a symbol: a trade, and what stands in its book after it. */
  void move(int symbol) {
    prices[symbol] *= 1 + (dice.nextDouble() - 0.5) * 2 * STEP;
    prices[symbol] = Math.clamp(prices[symbol], 10, 1_000);
    long ms = clock.nowNs() / MS_NS;
    long cents = cents(prices[symbol]);
    trades[symbol]++;
    String trade =
        ("{\"e\":\"aggTrade\",\"E\":%d,\"s\":\"%s\",\"a\":%d,\"p\":\"%s\",\"q\":\"%d.5\","
                + "\"f\":1,\"l\":1,\"T\":%d,\"m\":%s,\"M\":true}")
            .formatted(
                ms,
                name(symbol),
                trades[symbol],
                price(cents),
                1 + dice.nextInt(9),
                ms,
                dice.nextInt(2) == 0);
    tell(symbol, "aggTrade", trade);
    long old = bids[symbol];
    updates[symbol]++;
    bids[symbol] = cents;
    String gone = old == cents ? "" : ",[\"%s\",\"0\"]".formatted(price(old));
    String left = old == cents ? "" : ",[\"%s\",\"0\"]".formatted(price(old + 1));
    String book =
        ("{\"e\":\"depthUpdate\",\"E\":%d,\"s\":\"%s\",\"U\":%d,\"u\":%d,"
                + "\"b\":[[\"%s\",\"500\"]%s],\"a\":[[\"%s\",\"500\"]%s]}")
            .formatted(
                ms,
                name(symbol),
                updates[symbol],
                updates[symbol],
                price(cents),
                old == cents + 1 ? "" : gone,
                price(cents + 1),
                old + 1 == cents ? "" : left);
    tell(symbol, "depth@100ms", book);
  }

  private void tell(int symbol, String stream, String data) {
    String name = name(symbol).toLowerCase(Locale.ROOT) + "@" + stream;
    String text = "{\"stream\":\"" + name + "\",\"data\":" + data + "}";
    for (Line line : List.copyOf(lines)) {
      if (line.names.contains(name)) {
        line.offer(text);
      }
    }
  }

  @Override
  public Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    done.accept(new Outcome.Answered(200, Map.of(), answer(request.target())));
    return () -> {};
  }

  private String answer(String target) {
    if (target.contains("/time")) {
      return "{\"serverTime\":" + clock.nowNs() / MS_NS + "}";
    }
    if (target.contains("/depth")) {
      int symbol = Integer.parseInt(target.replaceAll(".*symbol=M(\\d+)USDT.*", "$1"));
      StringBuilder bidSide = new StringBuilder();
      StringBuilder askSide = new StringBuilder();
      for (int i = 0; i < DEEP; i++) {
        bidSide
            .append(i == 0 ? "" : ",")
            .append("[\"%s\",\"500\"]".formatted(price(bids[symbol] - i * 1_000L)));
        askSide
            .append(i == 0 ? "" : ",")
            .append("[\"%s\",\"500\"]".formatted(price(bids[symbol] + 1 + i * 1_000L)));
      }
      return "{\"lastUpdateId\":%d,\"bids\":[%s],\"asks\":[%s]}"
          .formatted(updates[symbol], bidSide, askSide);
    }
    return "[]";
  }

  @Override
  public Connection connect(URI uri, Events events) {
    Line line = new Line(uri, events);
    lines.add(line);
    events.opened();
    line.more();
    return line;
  }

  /** One connection, which takes no more than was asked for. */
  private final class Line implements Connection {
    private final Events events;
    private final Set<String> names;
    private final Deque<String> waiting = new ArrayDeque<>();
    private int wanted;
    private boolean tells;

    Line(URI uri, Events events) {
      this.events = events;
      String query = uri.toString();
      this.names = new HashSet<>(List.of(query.substring(query.indexOf('=') + 1).split("/")));
    }

    private void offer(String text) {
      waiting.add(text);
      pass();
    }

    private void pass() {
      if (tells) {
        return;
      }
      tells = true;
      while (wanted > 0 && !waiting.isEmpty()) {
        wanted--;
        events.text(waiting.remove());
      }
      tells = false;
    }

    @Override
    public void send(String text) {}

    @Override
    public void ping() {
      events.alive();
    }

    @Override
    public void more() {
      wanted++;
      pass();
    }

    @Override
    public void close() {
      lines.remove(this);
    }
  }
}
