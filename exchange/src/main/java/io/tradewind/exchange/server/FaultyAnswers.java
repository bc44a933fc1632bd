package io.tradewind.exchange.server;

import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.Count;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.FaultTexts;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.exchange.server.ExchangeServer.Outcome;
import io.tradewind.simulation.fault.CallFate;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.simulation.fault.SymbolFault;
import io.tradewind.simulation.fault.Throttle;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carries out over HTTP what is decided about calls. Who waits here holds no lock. */
final class FaultyAnswers {
  /** How the paths end that show a book. */
  private static final List<String> BOOKS = List.of("/depth", "/rpiDepth", "/ticker/bookTicker");

  private static final long MILLI_NS = 1_000_000;

  private final FaultDesk desk;
  private final Function<RawRequest, Response> exchange;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, Response> books = new ConcurrentHashMap<>();
  private volatile SortedSet<String> staleBefore = Collections.emptySortedSet();

  /** Before an exchange that answers every call. */
  FaultyAnswers(FaultDesk desk, Function<RawRequest, Response> exchange) {
    this.desk = desk;
    this.exchange = exchange;
  }

  /** Answers, or not, after the time that it takes. */
  Outcome answer(RawRequest request) {
    desk.count(Count.CALLS);
    CallFate fate = desk.call(!request.method().equals("GET"));
    pause(fate.requestDelayNs());
    Outcome outcome = outcome(request, fate);
    boolean isDone =
        outcome instanceof Outcome.Answered(Response response) && response.status() == 200;
    desk.count(isDone ? Count.SUCCESSES : Count.FAILURES);
    if (outcome instanceof Outcome.Answered) {
      pause(fate.answerDelayNs());
    }
    return outcome;
  }

  private Outcome outcome(RawRequest request, CallFate fate) {
    if (desk.isDown(System.nanoTime())) {
      desk.count(Count.MAINTENANCE);
      return new Outcome.Answered(FaultTexts.response(FaultTexts.down()));
    }
    boolean isStruck = fate.kind() == CallFate.Kind.THROTTLED;
    return switch (desk.look(request.address(), isStruck, System.currentTimeMillis())) {
      case Throttle.Verdict.Free() -> let(request, fate);
      case Throttle.Verdict.Wait wait -> {
        desk.count(Count.THROTTLED);
        yield new Outcome.Answered(
            FaultTexts.response(FaultTexts.of(wait, request.path()), wait.seconds()));
      }
      case Throttle.Verdict.Banned banned -> {
        desk.count(Count.BANNED);
        yield new Outcome.Answered(
            FaultTexts.response(FaultTexts.of(banned, request.path()), banned.seconds()));
      }
    };
  }

  private Outcome let(RawRequest request, CallFate fate) {
    return switch (fate.kind()) {
      case ANSWERED, THROTTLED -> new Outcome.Answered(book(request));
      case FAILED -> {
        desk.count(Count.FAILED);
        yield new Outcome.Answered(FaultTexts.response(FaultTexts.failed(request.path())));
      }
      case ANSWER_LOST -> new Outcome.Answered(lost(request));
      case DROPPED -> {
        desk.count(Count.DROPPED);
        yield never(request, fate);
      }
      case TIMED_OUT -> {
        desk.count(Count.TIMED_OUT);
        Outcome cut = never(request, fate);
        pause(desk.plan().whole(FaultSetting.TIMEOUT_MS) * MILLI_NS);
        yield cut;
      }
    };
  }

  private Outcome never(RawRequest request, CallFate fate) {
    if (fate.isCarriedOut()) {
      Response _ = exchange.apply(request);
    }
    return new Outcome.CutOff();
  }

  /** A refusal is told as it is: only of what was done it may be unknown whether it was. */
  private Response lost(RawRequest request) {
    Response response = exchange.apply(request);
    if (response.status() != 200) {
      return response;
    }
    desk.count(Count.ANSWERS_LOST);
    return FaultTexts.response(FaultTexts.unknown(request.path()));
  }

  /** The book of a symbol that is stale stays as it was when it was first asked for since. */
  private Response book(RawRequest request) {
    SortedSet<String> stale = desk.plan().symbols(SymbolFault.STALE);
    if (!stale.equals(staleBefore)) {
      books.clear();
      staleBefore = stale;
    }
    boolean isBook = BOOKS.stream().anyMatch(request.path()::endsWith);
    if (!isBook || stale.stream().noneMatch(symbol -> isOf(symbol, request.query()))) {
      return exchange.apply(request);
    }
    return books.computeIfAbsent(
        request.path() + "?" + request.query(), key -> exchange.apply(request));
  }

  private static boolean isOf(String symbol, String query) {
    return ("&" + query.toUpperCase(Locale.ROOT) + "&").contains("&SYMBOL=" + symbol + "&");
  }

  private void pause(long ns) {
    if (ns <= 0) {
      return;
    }
    try {
      boolean _ = end.await(ns, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody waits any longer. */
  void close() {
    end.countDown();
  }
}
