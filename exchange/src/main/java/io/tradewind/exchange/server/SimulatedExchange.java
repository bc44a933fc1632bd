package io.tradewind.exchange.server;

import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The simulated exchange as it runs: many clients come over sockets, one at a time has the
 * exchange, and a thread of its own tells it the time ten times a second.
 */
public final class SimulatedExchange implements AutoCloseable {
  private static final long TICK_MS = 100;
  private static final long PULSE_MS = 10;
  private static final long MILLI_NS = 1_000_000;

  private final List<Api> apis;
  private final LongConsumer background;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopped = lock.newCondition();
  private final Thread ticker;
  private final ExchangeServer server;
  private boolean isStopped;
  private long lastMs;
  private long lastTickMs;

  private SimulatedExchange(
      List<Api> apis, LongConsumer background, InstantSource clock, int port) {
    this.apis = List.copyOf(apis);
    this.background = background;
    this.clock = clock;
    this.lastMs = clock.millis();
    this.lastTickMs = lastMs - lastMs % TICK_MS;
    this.ticker = Thread.ofPlatform().name("exchange-clock").daemon().unstarted(this::tick);
    this.server = ExchangeServer.start(port, this::answer, this::open);
  }

  /**
   * Listens on loopback until it is closed.
   *
   * @param apis no two of which know the same path
   * @param background brings what goes on by itself to a time, epoch nanoseconds
   * @param port zero for any that is free
   */
  public static SimulatedExchange start(
      List<Api> apis, LongConsumer background, InstantSource clock, int port) {
    SimulatedExchange exchange = new SimulatedExchange(apis, background, clock, port);
    exchange.ticker.start();
    return exchange;
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** The operator does something to one of the markets. */
  public void operate(Runnable action) {
    locked(() -> {
      action.run();
      flush();
      return true;
    });
  }

  /**
   * The exchange's time, epoch milliseconds, to which all has been brought that goes on by itself;
   * it never falls, whatever the clock does.
   */
  private long nowMs() {
    long now = clock.millis();
    if (now > lastMs) {
      lastMs = now;
      background.accept(lastMs * MILLI_NS);
      flush();
    }
    return lastMs;
  }

  private void flush() {
    apis.forEach(each -> each.flush(lastMs));
  }

  private Response answer(RawRequest request) {
    return apis.stream()
        .filter(each -> each.knows(request.path()))
        .findFirst()
        .map(each -> locked(() -> each.answer(request, nowMs())))
        .orElse(new Response(404, Map.of(), ""));
  }

  private Optional<ExchangeServer.Ear> open(String path, String query, String address, Line line) {
    return locked(() ->
        apis.stream()
            .flatMap(each -> each.open(path, query, address, line, nowMs()).stream())
            .findFirst()
            .map(this::locking));
  }

  private ExchangeServer.Ear locking(Ear ear) {
    return new ExchangeServer.Ear() {
      @Override
      public void onText(String text) {
        locked(() -> {
          ear.onText(text, nowMs());
          flush();
          return true;
        });
      }

      @Override
      public void onClose() {
        locked(() -> {
          ear.close();
          return true;
        });
      }
    };
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private void tick() {
    lock.lock();
    try {
      while (!isStopped) {
        for (long due = lastTickMs + TICK_MS; due <= nowMs(); due += TICK_MS) {
          lastTickMs = due;
          long dueMs = due;
          apis.forEach(each -> each.tick(dueMs));
        }
        if (stopped.await(PULSE_MS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    locked(() -> {
      isStopped = true;
      stopped.signalAll();
      return true;
    });
    server.close();
  }
}
