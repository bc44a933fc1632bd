package io.tradewind.exchange.server;

import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.exchange.socket.SocketSession;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.exchange.stream.Line;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/**
 * The simulated exchange as it runs: many clients come over sockets, one at a time has the
 * exchange, and a thread of its own tells it the time ten times a second.
 */
public final class SimulatedExchange implements AutoCloseable {
  private static final long TICK_MS = 100;
  private static final long PULSE_MS = 10;
  private static final long MILLI_NS = 1_000_000;

  private final SpotApi spot;
  private final LongConsumer background;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopped = lock.newCondition();
  private final Thread ticker;
  private final ExchangeServer server;
  private boolean isStopped;
  private long lastMs;
  private long lastTickMs;

  private SimulatedExchange(SpotApi spot, LongConsumer background, InstantSource clock, int port) {
    this.spot = spot;
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
   * @param background brings what goes on by itself to a time, epoch nanoseconds
   * @param port zero for any that is free
   */
  public static SimulatedExchange start(
      SpotApi spot, LongConsumer background, InstantSource clock, int port) {
    SimulatedExchange exchange = new SimulatedExchange(spot, background, clock, port);
    exchange.ticker.start();
    return exchange;
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** The operator does something to the spot exchange. */
  public void operate(Consumer<SpotExchange> action) {
    locked(() -> {
      action.accept(spot.exchange());
      spot.flush(nowMs());
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
      spot.flush(lastMs);
    }
    return lastMs;
  }

  private Response answer(RawRequest request) {
    if (!spot.knows(request.path())) {
      return new Response(404, Map.of(), "");
    }
    return locked(() -> spot.answer(request, nowMs()));
  }

  private Optional<ExchangeServer.Ear> open(String path, String query, String address, Line line) {
    return locked(() -> {
      Optional<SocketSession> session = spot.talk(path, query, line, address, nowMs());
      return session.isPresent()
          ? session.map(each -> ear(each::onText, each::close))
          : spot.listen(path, query, line).map(each -> ear(each::onText, each::close));
    });
  }

  private ExchangeServer.Ear ear(ObjLongConsumer<String> onText, Runnable onClose) {
    return new ExchangeServer.Ear() {
      @Override
      public void onText(String text) {
        locked(() -> {
          onText.accept(text, nowMs());
          spot.flush(nowMs());
          return true;
        });
      }

      @Override
      public void onClose() {
        locked(() -> {
          onClose.run();
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
          spot.tick(due);
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
