package io.tradewind.exchange.server;

import io.tradewind.exchange.admin.AdminApi;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.WallTimer;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.simulation.fault.FaultSetting;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The simulated exchange as it runs: many clients come over sockets, one at a time has the
 * exchange, and a thread of its own tells it the time. What goes wrong on purpose does so before
 * and behind this, where nobody has the exchange.
 */
public final class SimulatedExchange implements AutoCloseable {
  private static final long PULSE_MS = 10;
  private static final long LOOK_NS = 100_000_000;

  private final Markets markets;
  private final WallTimer timer = new WallTimer();
  private final Front front;
  private final Map<Long, CompletableFuture<ExchangeServer.Outcome>> waiting =
      new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final AdminApi admin;
  private final ExchangeServer server;
  private final Thread ticker;
  private final CountDownLatch stopped = new CountDownLatch(1);

  private SimulatedExchange(
      List<Api> apis, LongConsumer background, InstantSource clock, FaultDesk desk, int port) {
    this.markets =
        new Markets(
            apis, background, () -> clock.millis() + desk.plan().whole(FaultSetting.CLOCK_SKEW_MS));
    this.front = new Front(markets, desk, timer);
    this.admin = new AdminApi(desk, front);
    SocketWatch watch = new SocketWatch(desk);
    this.server =
        ExchangeServer.start(
            port,
            request ->
                AdminApi.knows(request.path())
                    ? new ExchangeServer.Outcome.Answered(admin.answer(request))
                    : answer(request),
            front,
            watch);
    timer.every(LOOK_NS, watch::look);
    this.ticker = Thread.ofPlatform().name("exchange-clock").daemon().unstarted(this::tick);
  }

  /**
   * Listens on loopback until it is closed, and nothing goes wrong unless it is told to.
   *
   * @param apis no two of which know the same path
   * @param background brings what goes on by itself to a time, epoch nanoseconds
   * @param port zero for any that is free
   */
  public static SimulatedExchange start(
      List<Api> apis, LongConsumer background, InstantSource clock, int port) {
    return start(apis, background, clock, FaultDesk.idle(), port);
  }

  /**
   * Listens on loopback until it is closed.
   *
   * @param apis no two of which know the same path
   * @param background brings what goes on by itself to a time, epoch nanoseconds
   * @param desk what goes wrong from the beginning
   * @param port zero for any that is free
   */
  public static SimulatedExchange start(
      List<Api> apis, LongConsumer background, InstantSource clock, FaultDesk desk, int port) {
    SimulatedExchange exchange = new SimulatedExchange(apis, background, clock, desk, port);
    exchange.ticker.start();
    return exchange;
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** The operator does something to one of the markets. */
  public void operate(Runnable action) {
    markets.operate(action);
  }

  /** Keeps the thread of a request waiting, which is the server's and virtual. */
  private ExchangeServer.Outcome answer(RawRequest request) {
    CompletableFuture<ExchangeServer.Outcome> end = new CompletableFuture<>();
    long number = numbers.incrementAndGet();
    waiting.put(number, end);
    try {
      front.answer(request, end::complete);
      return end.join();
    } finally {
      waiting.remove(number);
    }
  }

  private void tick() {
    try {
      do {
        markets.nowMs();
      } while (!stopped.await(PULSE_MS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopped.countDown();
    timer.close();
    waiting.values().forEach(each -> each.complete(new ExchangeServer.Outcome.CutOff()));
    server.close();
  }
}
