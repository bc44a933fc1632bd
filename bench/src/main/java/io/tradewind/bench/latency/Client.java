package io.tradewind.bench.latency;

import com.sun.management.OperatingSystemMXBean;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.stream.JdkSocketTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The process that is measured: Tradewind, or a bare echo. What it is told on its standard input is
 * {@code mark}, from where processor time is counted, and {@code stop}.
 */
final class Client {
  /** Where nothing comes timers are looked at so often. */
  private static final long NAP_NS = 1_000_000L;

  private final Setting setting;
  private volatile boolean isOver;
  private volatile boolean isMarked;
  private volatile long markCpuNs = cpuNs();
  private volatile long markNs = System.nanoTime();

  /**
   * What is measured.
   *
   * @param kind bare, socket or rest
   * @param file where orders are written down first; empty where they are not
   * @param spins whether its thread looks again and again rather than sleeps
   */
  record Setting(String kind, int port, int symbols, Optional<Path> file, boolean spins) {
    static Setting parse(String[] words) {
      return new Setting(
          words[0],
          Integer.parseInt(words[1]),
          Integer.parseInt(words[2]),
          words[3].equals("-") ? Optional.empty() : Optional.of(Path.of(words[3])),
          Boolean.parseBoolean(words[4]));
    }

    java.util.List<String> words() {
      return java.util.List.of(
          kind,
          Integer.toString(port),
          Integer.toString(symbols),
          file.map(Path::toString).orElse("-"),
          Boolean.toString(spins));
    }
  }

  private Client(Setting setting) {
    this.setting = setting;
  }

  /** By the words of a setting. */
  public static void main(String[] words) throws IOException {
    Client client = new Client(Setting.parse(words));
    Thread listener = Thread.ofPlatform().name("bench-told").daemon().start(client::listen);
    if (client.setting.kind().equals("bare")) {
      client.echo();
    } else {
      client.trade();
    }
    listener.interrupt();
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null && !isOver; line = in.readLine()) {
        if (line.equals("mark")) {
          markCpuNs = cpuNs();
          markNs = System.nanoTime();
          isMarked = true;
        } else {
          isOver = true;
        }
      }
    } catch (IOException over) {
      isOver = true;
    }
    isOver = true;
  }

  private void echo() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.newWebSocketBuilder()
          .buildAsync(URI.create("ws://127.0.0.1:" + setting.port() + "/echo"), new Echo())
          .join();
      while (!isOver) {
        LockSupport.parkNanos(NAP_NS);
      }
      report("");
      http.shutdownNow();
    }
  }

  /** Sends back what tells of a whole coin. */
  private static final class Echo implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      socket.request(1);
      String all = text.toString();
      return all.contains("\"q\":\"1.0") ? socket.sendText(all, true) : null;
    }
  }

  private void trade() throws IOException {
    Thread driver = Thread.currentThread();
    URI base = URI.create("http://127.0.0.1:" + setting.port());
    Optional<OrderFile> file =
        setting.file().isPresent()
            ? Optional.of(new OrderFile(setting.file().get()))
            : Optional.empty();
    try (JdkTransport requests = new JdkTransport("bench", base);
        JdkSocketTransport sockets = new JdkSocketTransport(1 << 20)) {
      Runnable wake = setting.spins() ? () -> {} : () -> LockSupport.unpark(driver);
      Trader trader =
          new Trader(
              new Trader.Wiring(base, setting.symbols(), setting.kind().equals("rest"), file, wake),
              requests,
              sockets);
      boolean marked = false;
      while (!isOver) {
        if (!trader.step()) {
          rest();
        }
        if (isMarked && !marked) {
          marked = true;
          trader.mark();
        }
      }
      report(trader.told());
    }
  }

  private void rest() {
    if (setting.spins()) {
      Thread.onSpinWait();
    } else {
      LockSupport.parkNanos(this, NAP_NS);
    }
  }

  private static long cpuNs() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private void report(String told) {
    double share = (cpuNs() - markCpuNs) * 100.0 / (System.nanoTime() - markNs);
    long pauses = 0;
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      pauses += each.getCollectionTime();
    }
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(
        Locale.ROOT,
        "    %s, %.1f %% of a core, %d ms in collections, %.1f MB live%n",
        told,
        share,
        pauses,
        heap / 1e6);
  }
}
