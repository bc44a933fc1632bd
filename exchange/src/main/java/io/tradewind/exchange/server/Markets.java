package io.tradewind.exchange.server;

import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.FaultyLine;
import io.tradewind.exchange.request.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The markets of an exchange and what goes on there by itself, brought forward by one clock. Many
 * threads may come; one at a time has the markets.
 */
public final class Markets implements FaultySockets.Exchange {
  private static final long TICK_MS = 100;
  private static final long MILLI_NS = 1_000_000;

  private final List<Api> apis;
  private final LongConsumer background;
  private final LongSupplier clockMs;
  private final ReentrantLock lock = new ReentrantLock();
  private long lastMs;
  private long lastTickMs;

  /**
   * As they are at the clock's time.
   *
   * @param apis no two of which know the same path
   * @param background brings what goes on by itself to a time, epoch nanoseconds
   * @param clockMs the exchange's clock, epoch milliseconds
   */
  public Markets(List<Api> apis, LongConsumer background, LongSupplier clockMs) {
    this.apis = List.copyOf(apis);
    this.background = background;
    this.clockMs = clockMs;
    this.lastMs = clockMs.getAsLong();
    this.lastTickMs = lastMs - lastMs % TICK_MS;
  }

  /**
   * The exchange's time, epoch milliseconds, to which all has been brought that goes on by itself,
   * each tenth of a second by the way; it never falls, whatever the clock does.
   */
  public long nowMs() {
    return locked(this::bringToNow);
  }

  private long bringToNow() {
    long now = clockMs.getAsLong();
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

  /** The operator does something to one of them. */
  public void operate(Runnable action) {
    locked(() -> {
      action.run();
      flush();
      return true;
    });
  }

  /** Answers a request. */
  Response answer(RawRequest request) {
    return apis.stream()
        .filter(each -> each.knows(request.path()))
        .findFirst()
        .map(each -> locked(() -> each.answer(request, bringToNow())))
        .orElse(new Response(404, Map.of(), ""));
  }

  @Override
  public Optional<FaultySockets.Heard> open(
      String path, String query, String address, FaultyLine line) {
    return locked(() ->
        apis.stream()
            .flatMap(api ->
                api
                    .open(path, query, address, line, bringToNow())
                    .map(ear -> new FaultySockets.Heard(hearer(ear), api.liveness()))
                    .stream())
            .findFirst());
  }

  private FaultySockets.Hearer hearer(Ear ear) {
    return new FaultySockets.Hearer() {
      @Override
      public void onText(String text) {
        operate(() -> ear.onText(text, bringToNow()));
      }

      @Override
      public void onShutdown() {
        locked(() -> {
          ear.onShutdown(bringToNow());
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

  /** How many orders were placed. */
  long orders() {
    return locked(() -> apis.stream().mapToLong(Api::orders).sum());
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
