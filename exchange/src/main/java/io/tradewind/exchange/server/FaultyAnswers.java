package io.tradewind.exchange.server;

import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.Count;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.FaultTexts;
import io.tradewind.exchange.fault.Timer;
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
import java.util.function.Consumer;
import java.util.function.Function;

/** Carries out over HTTP what is decided about calls. What waits here holds no lock. */
final class FaultyAnswers {
  /** How the paths end that show a book. */
  private static final List<String> BOOKS = List.of("/depth", "/rpiDepth", "/ticker/bookTicker");

  private static final long MILLI_NS = 1_000_000;

  private final FaultDesk desk;
  private final Function<RawRequest, Response> exchange;
  private final Timer timer;
  private final Map<String, Response> books = new ConcurrentHashMap<>();
  private volatile SortedSet<String> staleBefore = Collections.emptySortedSet();

  /** Before an exchange that answers every call. */
  FaultyAnswers(FaultDesk desk, Function<RawRequest, Response> exchange, Timer timer) {
    this.desk = desk;
    this.exchange = exchange;
    this.timer = timer;
  }

  /** Answers, or not, after the time that it takes. */
  void answer(RawRequest request, Consumer<Outcome> done) {
    desk.count(Count.CALLS);
    CallFate fate = desk.call(!request.method().equals("GET"));
    after(fate.requestDelayNs(), () -> arrive(request, fate, done));
  }

  private void arrive(RawRequest request, CallFate fate, Consumer<Outcome> done) {
    Outcome outcome;
    try {
      outcome = outcome(request, fate);
    } catch (RuntimeException bug) {
      // Whoever waits must not wait for ever.
      done.accept(new Outcome.CutOff());
      throw bug;
    }
    boolean isDone =
        outcome instanceof Outcome.Answered(Response response) && response.status() == 200;
    desk.count(isDone ? Count.SUCCESSES : Count.FAILURES);
    long delayNs =
        switch (outcome) {
          case Outcome.Answered _ -> fate.answerDelayNs();
          case Outcome.CutOff _ when fate.kind() == CallFate.Kind.TIMED_OUT ->
              desk.plan().whole(FaultSetting.TIMEOUT_MS) * MILLI_NS;
          case Outcome.CutOff _ -> 0;
        };
    after(delayNs, () -> done.accept(outcome));
  }

  private void after(long delayNs, Runnable action) {
    if (delayNs <= 0) {
      action.run();
    } else {
      timer.after(delayNs, action);
    }
  }

  private Outcome outcome(RawRequest request, CallFate fate) {
    if (desk.isDown(timer.nanoTime())) {
      desk.count(Count.MAINTENANCE);
      return new Outcome.Answered(FaultTexts.response(FaultTexts.down()));
    }
    boolean isStruck = fate.kind() == CallFate.Kind.THROTTLED;
    return switch (desk.look(request.address(), isStruck, timer.wallMs())) {
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
        yield never(request, fate);
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
}
