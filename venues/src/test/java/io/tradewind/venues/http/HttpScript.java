package io.tradewind.venues.http;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.HttpSettings.Bulkhead;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.time.Backoff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A small language for what happens to requests. {@code ask a} and {@code order a} submit, {@code
 * signed a} asks with a signature, {@code heavy a} weighs 50; {@code a<200} answers, {@code a<429
 * retry-after=7} with a header, {@code a<timeout}, {@code a<broken}, {@code a<unsent}; {@code +7}
 * lets seconds pass, one by one. The log tells what went out and what was told, with the second.
 */
final class HttpScript {
  private static final long START_NS = 1_700_000_040L * Utc.SECOND_NS; // the start of a minute
  static final Bulkhead TWO = new Bulkhead(2, 4);

  private final ManualClock clock = new ManualClock(START_NS);
  private final List<String> log = new ArrayList<>();
  private final Map<String, Consumer<Outcome>> open = new LinkedHashMap<>();
  private long venueAheadNs;
  private boolean timeAnswers = true;
  private int unansweredTimes;
  private final VenueHttp http;

  HttpScript(Bulkhead bulkhead, long patienceSeconds, RateLimit... limits) {
    HttpSettings settings =
        new HttpSettings(
            bulkhead,
            10 * Utc.SECOND_NS,
            patienceSeconds * Utc.SECOND_NS,
            3,
            CircuitBreaker.Settings.STANDARD);
    http =
        new VenueHttp(
            settings,
            new TestProtocol(),
            new VenueHttp.Line(this::send, clock),
            new Backoff(Utc.SECOND_NS, 4 * Utc.SECOND_NS, new SplitMix(1)),
            new RateBudget(RateBudget.Shares.STANDARD, List.of(limits)));
    for (int i = 0; i < 12; i++) {
      http.doWork(); // measures the clock
    }
  }

  private Transport.Call send(WireRequest wire, long timeoutNs, Consumer<Outcome> done) {
    if (wire.target().equals("/time")) {
      long venueMs = (clock.nowNs() + venueAheadNs) / 1_000_000L;
      unansweredTimes += timeAnswers ? 0 : 1;
      done.accept(
          timeAnswers
              ? new Outcome.Answered(200, Map.of(), "{" + venueMs + "}")
              : new Outcome.Unanswered(Outcome.Fault.NOT_SENT, "no time"));
      return () -> {};
    }
    String name = wire.target().substring(1).replaceAll("\\?.*", "");
    log.add("sent " + name + "@" + second());
    open.put(name, done);
    return () -> log.add("cut " + name + "@" + second());
  }

  /** How often the venue's time was asked for in vain. */
  int unansweredTimes() {
    return unansweredTimes;
  }

  private long second() {
    return (clock.nowNs() - START_NS) / Utc.SECOND_NS;
  }

  /** Runs and gives the log. */
  static String run(HttpScript script, String text) {
    for (String step : text.split(";")) {
      script.step(step.strip());
    }
    return String.join(", ", script.log);
  }

  private void step(String step) {
    if (step.startsWith("+")) {
      for (int i = Integer.parseInt(step.substring(1)); i > 0; i--) {
        clock.advance(Utc.SECOND_NS);
        work();
      }
    } else if (step.contains("<")) {
      int at = step.indexOf('<');
      Consumer<Outcome> waiting = Objects.requireNonNull(open.remove(step.substring(0, at)), step);
      waiting.accept(outcome(step.substring(at + 1)));
      work();
    } else if (step.startsWith("time ")) {
      timeAnswers = step.equals("time on");
    } else {
      String[] words = step.split(" ");
      submit(words[0], words[1]);
      work();
    }
  }

  private void work() {
    for (int i = 0; i < 8; i++) {
      http.doWork();
      http.checkInvariants();
    }
  }

  private static Outcome outcome(String text) {
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "timeout" -> new Outcome.Unanswered(Outcome.Fault.TIMEOUT, "no answer");
      case "broken" -> new Outcome.Unanswered(Outcome.Fault.BROKEN, "cut");
      case "unsent" -> new Outcome.Unanswered(Outcome.Fault.NOT_SENT, "refused");
      case "garbage" -> new Outcome.Answered(200, Map.of(), "<html>");
      default -> {
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < words.length; i++) {
          String[] pair = words[i].split("=");
          headers.put(pair[0], pair[1].replace('_', ' '));
        }
        yield new Outcome.Answered(Integer.parseInt(words[0]), headers, "{}");
      }
    };
  }

  private void submit(String kind, String name) {
    boolean order = kind.equals("order");
    Terms terms =
        new Terms(
            kind.equals("signed") ? Access.SIGNED : Access.PUBLIC,
            order ? Repeat.NEVER : Repeat.SAFE,
            kind.equals("heavy") ? 50 : kind.equals("huge") ? 90 : 10,
            order ? 1 : 0);
    Method method = order ? Method.POST : Method.GET;
    VenueRequest request = new VenueRequest(method, "/" + name, List.of(), terms);
    http.submit(request, reply -> log.add(name + " " + text(reply) + "@" + second()));
  }

  private static String text(Reply reply) {
    return switch (reply) {
      case Reply.Done _ -> "ok";
      case Reply.Failed(VenueError.Retryable e) ->
          "later(" + e.cause() + " " + (e.afterNs() + Utc.SECOND_NS / 2) / Utc.SECOND_NS + ")";
      case Reply.Failed(VenueError.Rejected e) -> "rejected(" + e.reason() + ")";
      case Reply.Failed(VenueError.Unknown _) -> "unknown";
      case Reply.Failed(VenueError.Fatal e) -> "fatal(" + e.reason() + ")";
    };
  }
}
