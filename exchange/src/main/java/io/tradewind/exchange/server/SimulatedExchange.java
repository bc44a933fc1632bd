package io.tradewind.exchange.server;

import io.tradewind.exchange.admin.AdminApi;
import io.tradewind.exchange.admin.Operator;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.FaultyLine;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * The simulated exchange as it runs: many clients come over sockets, one at a time has the
 * exchange, and a thread of its own tells it the time ten times a second. What goes wrong on
 * purpose does so before and behind this, where nobody has the exchange.
 */
public final class SimulatedExchange implements AutoCloseable {
  private static final long TICK_MS = 100;
  private static final long PULSE_MS = 10;
  private static final long LOOK_MS = 100;
  private static final long MILLI_NS = 1_000_000;
  private static final int TIMERS = 2;

  private final List<Api> apis;
  private final LongConsumer background;
  private final InstantSource clock;
  private final FaultDesk desk;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopped = lock.newCondition();
  private final Thread ticker;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          TIMERS, Thread.ofPlatform().name("exchange-wire-", 0).daemon().factory());
  private final FaultyAnswers answers;
  private final FaultySockets sockets;
  private final AdminApi admin;
  private final ExchangeServer server;
  private boolean isStopped;
  private long lastMs;
  private long lastTickMs;

  private SimulatedExchange(
      List<Api> apis, LongConsumer background, InstantSource clock, FaultDesk desk, int port) {
    this.apis = List.copyOf(apis);
    this.background = background;
    this.clock = clock;
    this.desk = desk;
    this.lastMs = clockMs();
    this.lastTickMs = lastMs - lastMs % TICK_MS;
    this.ticker = Thread.ofPlatform().name("exchange-clock").daemon().unstarted(this::tick);
    this.answers = new FaultyAnswers(desk, this::answer);
    this.sockets = new FaultySockets(desk, this::open, timer);
    this.admin = new AdminApi(desk, new Operating());
    SocketWatch watch = new SocketWatch(desk);
    this.server =
        ExchangeServer.start(
            port,
            request ->
                AdminApi.knows(request.path())
                    ? new ExchangeServer.Outcome.Answered(admin.answer(request))
                    : answers.answer(request),
            sockets,
            watch);
    var _ = timer.scheduleWithFixedDelay(watch::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
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
    exchange.operate(() -> desk.begin(exchange.nowMs() * MILLI_NS, System.nanoTime()));
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

  private long clockMs() {
    return clock.millis() + desk.plan().whole(FaultSetting.CLOCK_SKEW_MS);
  }

  /**
   * The exchange's time, epoch milliseconds, to which all has been brought that goes on by itself,
   * each tenth of a second by the way; it never falls, whatever the clock does.
   */
  private long nowMs() {
    long now = clockMs();
    for (long due = lastTickMs + TICK_MS; due <= now; due += TICK_MS) {
      lastTickMs = due;
      long dueMs = due;
      bring(due);
      apis.forEach(each -> each.tick(dueMs));
    }
    bring(now);
    return lastMs;
  }

  private void bring(long toMs) {
    if (toMs > lastMs) {
      lastMs = toMs;
      background.accept(lastMs * MILLI_NS);
      flush();
    }
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

  private Optional<FaultySockets.Heard> open(
      String path, String query, String address, FaultyLine line) {
    return locked(() ->
        apis.stream()
            .flatMap(api ->
                api
                    .open(path, query, address, line, nowMs())
                    .map(ear -> new FaultySockets.Heard(locking(ear), api.liveness()))
                    .stream())
            .findFirst());
  }

  private FaultySockets.Hearer locking(Ear ear) {
    return new FaultySockets.Hearer() {
      @Override
      public void onText(String text) {
        locked(() -> {
          ear.onText(text, nowMs());
          flush();
          return true;
        });
      }

      @Override
      public void onShutdown() {
        locked(() -> {
          ear.onShutdown(nowMs());
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
        nowMs();
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
    answers.close();
    timer.shutdownNow();
    server.close();
  }

  /** Does what is asked of the operator. */
  private final class Operating implements Operator {
    @Override
    public void change(FaultPlan plan) {
      boolean goesDown = plan.maintenance() && !desk.plan().maintenance();
      operate(() -> desk.carryOut(plan, nowMs() * MILLI_NS, System.nanoTime()));
      if (goesDown) {
        sockets.announceShutdown();
        var _ =
            timer.schedule(
                this::goDown, plan.whole(FaultSetting.SHUTDOWN_NOTICE_MS), TimeUnit.MILLISECONDS);
      }
    }

    /** Unless it was called off meanwhile, or announced anew for later. */
    private void goDown() {
      if (desk.isDown(System.nanoTime())) {
        sockets.all(SocketAction.CLOSE);
      }
    }

    @Override
    public long ban(long seconds) {
      long untilMs = System.currentTimeMillis() + seconds * 1_000;
      if (seconds == 0) {
        desk.forgive();
      } else {
        desk.banAll(untilMs);
      }
      return untilMs;
    }

    @Override
    public int sockets(SocketAction action) {
      return sockets.all(action);
    }

    @Override
    public long orders() {
      return locked(() -> apis.stream().mapToLong(Api::orders).sum());
    }
  }
}
