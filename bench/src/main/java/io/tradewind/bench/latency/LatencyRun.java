package io.tradewind.bench.latency;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/**
 * Prints how long it takes from a message of the market to an order, over sockets on loopback, from
 * the time at which the message was meant to be sent, so that what waits behind something slow is
 * counted ("coordinated omission", G. Tene, "How NOT to Measure Latency", 2013). The server is in
 * this process, what is measured in one of its own.
 */
final class LatencyRun {
  private static final String ONE_SYMBOL = "DQTDX";
  private static final String MANY_SYMBOLS =
      "TDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQTDQCCCCC";

  private static final long FIRST_PRICE = 4_900_000;
  private static final int PRICES = 100_000;
  private static final long SPIN_NS = 300_000L;
  private static final long PATIENCE_NS = 100_000_000L;
  private static final long WARM_UP_NS = 60_000_000_000L;
  private static final long ORDER_NS = 2_000_000L;
  private static final long MESSAGE_NS = 50_000L;
  private static final long SETTLE_NS = 10_000_000_000L;
  private static final long START_NS = 20_000_000_000L;

  private final Map<String, String> options;
  private final long[] meantNs = new long[PRICES];
  private final Histogram histogram = new Histogram(60_000_000_000L, 3);
  private boolean measures;
  private int triggers;
  private int outstanding;
  private int arrived;
  private long latestNs;

  private LatencyRun(Map<String, String> options) {
    this.options = options;
  }

  /** Names and values as {@code rate=500}: see the README. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> options = new TreeMap<>();
    for (String argument : arguments) {
      int at = argument.indexOf('=');
      options.put(argument.substring(0, at), argument.substring(at + 1));
    }
    boolean load = options.getOrDefault("mode", "latency").equals("load");
    Path file = Files.createTempFile(Path.of(options.getOrDefault("dir", "/tmp")), "orders", "");
    try {
      if (load) {
        for (String scale : options.getOrDefault("scales", "1,2,4,8,16").split(",")) {
          new LatencyRun(options).load(Double.parseDouble(scale));
        }
      } else {
        System.out.println(
            "microseconds                     p50      p90      p99    p99.9      max  orders");
        for (String kind :
            options.getOrDefault("kinds", "bare,socket,socket+,rest,rest+").split(",")) {
          new LatencyRun(options).latency(kind, file);
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
  }

  private boolean spins() {
    return Boolean.parseBoolean(options.getOrDefault("spin", "false"));
  }

  private void latency(String kind, Path file) throws IOException, InterruptedException {
    boolean durable = kind.endsWith("+");
    Client.Setting setting =
        new Client.Setting(
            kind.replace("+", ""), 0, 1, durable ? Optional.of(file) : Optional.empty(), spins());
    run(setting, ONE_SYMBOL, number("rate", 1_000));
    print(kind);
  }

  private void load(double scale) throws IOException, InterruptedException {
    int symbols = number("symbols", 100);
    // Ten trades, ten changes of the book and ten best prices a second, five candles in two.
    int rate = (int) (symbols * 32.5 * scale);
    System.out.printf(Locale.ROOT, "%d symbols, %d messages a second%n", symbols, rate);
    run(new Client.Setting("socket", 0, symbols, Optional.empty(), spins()), MANY_SYMBOLS, rate);
    print("x" + scale);
  }

  private void run(Client.Setting setting, String pattern, int rate)
      throws IOException, InterruptedException {
    List<MarketTexts> markets =
        IntStream.range(0, setting.symbols()).mapToObj(MarketTexts::new).toList();
    try (StubVenue venue = new StubVenue(markets, this::onOrder)) {
      Client.Setting known =
          new Client.Setting(
              setting.kind(), venue.port(), setting.symbols(), setting.file(), setting.spins());
      Process client = start(known);
      try (Writer orders = client.outputWriter(StandardCharsets.UTF_8)) {
        awaitStart(venue, client);
        Schedule schedule = new Schedule(venue, markets, pattern);
        schedule.warmUp(number("warmup", 20_000));
        settle(venue);
        schedule.run(2, rate);
        tell(orders, "mark");
        measures = true;
        schedule.run(number("seconds", 20), rate);
        measures = false;
        tell(orders, "stop");
        // It may still ask something before it goes.
        while (client.isAlive()) {
          venue.poll();
          LockSupport.parkNanos(SPIN_NS);
        }
      }
    }
  }

  /** What was sent faster than it was read is read. */
  private static void settle(StubVenue venue) throws IOException {
    long untilNs = System.nanoTime() + SETTLE_NS;
    while (System.nanoTime() < untilNs) {
      venue.accept();
      venue.poll();
      LockSupport.parkNanos(SPIN_NS);
    }
  }

  private static void tell(Writer orders, String word) throws IOException {
    orders.write(word + "\n");
    orders.flush();
  }

  private Process start(Client.Setting setting) throws IOException {
    List<String> command = new ArrayList<>();
    if (options.containsKey("prefix")) {
      command.addAll(List.of(options.getOrDefault("prefix", "").split(" ")));
    }
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(options.getOrDefault("jvm", "-Xmx512m -XX:+UseSerialGC").split(" ")));
    command.add(Client.class.getName());
    command.addAll(setting.words());
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void awaitStart(StubVenue venue, Process client) throws IOException {
    long begunNs = System.nanoTime();
    while (!venue.isReady()) {
      venue.accept();
      venue.poll();
      LockSupport.parkNanos(SPIN_NS);
      if (System.nanoTime() - begunNs > START_NS || !client.isAlive()) {
        throw new IOException("nobody came");
      }
    }
  }

  private void onOrder(String price, long arrivedNs) {
    int at = (int) (Math.round(Double.parseDouble(price) * 100) - FIRST_PRICE);
    if (at >= 0 && at < PRICES && meantNs[at] != 0) {
      if (measures) {
        histogram.recordValue(arrivedNs - meantNs[at]);
      }
      meantNs[at] = 0;
      outstanding = 0;
      arrived++;
    }
  }

  /** Messages at a fixed rate, whatever becomes of them. */
  private final class Schedule {
    private final StubVenue venue;
    private final List<MarketTexts> markets;
    private final String pattern;
    private final int[] candles;
    private long count;

    private Schedule(StubVenue venue, List<MarketTexts> markets, String pattern) {
      this.venue = venue;
      this.markets = markets;
      this.pattern = pattern;
      this.candles = new int[markets.size()];
    }

    /** As fast as orders come, until there were so many: code that is cold is compiled by then. */
    private void warmUp(int orders) throws IOException {
      long untilNs = System.nanoTime() + WARM_UP_NS;
      while (arrived < orders && System.nanoTime() < untilNs) {
        venue.accept();
        venue.send(text(System.nanoTime()));
        long nextNs = System.nanoTime() + (outstanding > 0 ? ORDER_NS : MESSAGE_NS);
        int before = arrived;
        while (System.nanoTime() < nextNs && arrived == before) {
          venue.poll();
        }
      }
    }

    private void run(int seconds, int rate) throws IOException {
      long everyNs = 1_000_000_000L / rate;
      long startNs = System.nanoTime();
      long messages = seconds * 1_000_000_000L / everyNs;
      for (long i = 0; i < messages; i++) {
        long sendNs = startNs + i * everyNs;
        byte[] text = text(sendNs);
        if (sendNs - System.nanoTime() > 0) {
          venue.accept();
        }
        await(sendNs);
        venue.send(text);
        venue.poll();
      }
      await(System.nanoTime() + PATIENCE_NS);
    }

    private void await(long untilNs) {
      for (long leftNs = untilNs - System.nanoTime();
          leftNs > 0;
          leftNs = untilNs - System.nanoTime()) {
        venue.poll();
        if (leftNs > 2 * SPIN_NS
            && (outstanding <= 0 || System.nanoTime() - latestNs > PATIENCE_NS)) {
          LockSupport.parkNanos(leftNs - SPIN_NS);
        }
      }
    }

    private byte[] text(long sendNs) {
      long nowMs = System.currentTimeMillis();
      int symbol = (int) (count % markets.size());
      int at = (int) ((count / markets.size() + symbol) % pattern.length());
      count++;
      MarketTexts market = markets.get(symbol);
      char kind = pattern.charAt(at);
      boolean triggers = kind == 'X' || (kind == 'T' && markets.size() > 1 && symbol == 0);
      if (triggers) {
        int price = triggers() % PRICES;
        outstanding++;
        meantNs[price] = sendNs;
        latestNs = sendNs;
        return market.trade(FIRST_PRICE + price, true, nowMs);
      }
      return switch (kind) {
        case 'T' -> market.trade(nowMs);
        case 'D' -> market.depth(nowMs);
        case 'Q' -> market.quote();
        default -> market.candle(candles[symbol]++ % 5, nowMs);
      };
    }

    private int triggers() {
      triggers++;
      sentWhileMeasuring += measures ? 1 : 0;
      return triggers;
    }
  }

  private int sentWhileMeasuring;

  private void print(String name) {
    System.out.printf(
        Locale.ROOT,
        "%-26s %9.1f%9.1f%9.1f%9.1f%9.1f %5d of %d%n",
        name,
        histogram.getValueAtPercentile(50) / 1e3,
        histogram.getValueAtPercentile(90) / 1e3,
        histogram.getValueAtPercentile(99) / 1e3,
        histogram.getValueAtPercentile(99.9) / 1e3,
        histogram.getMaxValue() / 1e3,
        histogram.getTotalCount(),
        sentWhileMeasuring);
  }
}
