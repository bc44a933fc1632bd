package io.tradewind.trader.log;

import io.tradewind.store.audit.AuditJson;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.meter.SourceMeter.Source;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.time.VenueClock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A line for each call of a venue that goes over a transport: method, path, parameters but those
 * that sign, how it was answered, what the venue says was used of its limits, how long it took. Of
 * headers and bodies nothing is written, but what an error says. How long it took is counted.
 */
public final class ApiLog implements Transport {
  private static final String USED_WEIGHT = "x-mbx-used-weight-1m";
  private static final Set<String> UNTOLD =
      Set.of("signature", "listenkey", "apikey", "timestamp", "recvwindow");
  private static final int OK = 200;
  private static final int SHOWN_CHARS = 300;

  private final Transport inner;
  private final String venue;
  private final VenueClock clock;
  private final LogFiles files;
  private final Meters meters;

  /** {@code status} is 0 where no answer came, {@code weight} -1 where the venue does not say. */
  private record Call(
      String venue,
      String method,
      String path,
      String query,
      int status,
      long weight,
      long tookMicros,
      Optional<String> error) {}

  /**
   * Writes what another one carries.
   *
   * @param venue its name
   */
  public ApiLog(Transport inner, String venue, VenueClock clock, LogFiles files, Meters meters) {
    this.inner = inner;
    this.venue = venue;
    this.clock = clock;
    this.files = files;
    this.meters = meters;
  }

  @Override
  public Transport.Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    long sentNs = clock.nowNs();
    return inner.send(
        request,
        timeoutNs,
        outcome -> {
          long nowNs = clock.nowNs();
          count(request, outcome, nowNs - sentNs, nowNs);
          tell(request, outcome, nowNs, nowNs - sentNs);
          done.accept(outcome);
        });
  }

  private void count(WireRequest request, Outcome outcome, long tookNs, long nowNs) {
    boolean isWell = level(outcome) == LogLevel.INFO;
    meters.calls().ended(request.method() + " " + path(request), tookNs, isWell);
    if (isWell) {
      meters.sources().heard(Source.CALLS, nowNs);
    }
  }

  private static String path(WireRequest request) {
    int mark = request.target().indexOf('?');
    return mark < 0 ? request.target() : request.target().substring(0, mark);
  }

  private void tell(WireRequest request, Outcome outcome, long nowNs, long tookNs) {
    LogLevel level = level(outcome);
    if (!files.takes(LogStream.API.key(), level)) {
      return;
    }
    Call call = call(request, outcome, tookNs / 1_000);
    LogLine line = LogLine.of(LogStream.API, level, LogStream.API.key(), nowNs, request.toString());
    files.write(line.about(AuditJson.write(call)));
  }

  private Call call(WireRequest request, Outcome outcome, long tookMicros) {
    int mark = request.target().indexOf('?');
    String path = path(request);
    String query = mark < 0 ? "" : told(request.target().substring(mark + 1));
    String method = request.method().name();
    return switch (outcome) {
      case Outcome.Answered(int status, Map<String, String> headers, String body) ->
          new Call(
              venue,
              method,
              path,
              query,
              status,
              weight(headers),
              tookMicros,
              status == OK ? Optional.empty() : Optional.of(beginning(body)));
      case Outcome.Unanswered(_, String text) ->
          new Call(venue, method, path, query, 0, -1, tookMicros, Optional.of(text));
    };
  }

  private static String told(String query) {
    return Arrays.stream(query.split("&"))
        .filter(each -> !UNTOLD.contains(each.replaceFirst("=.*", "").toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining("&"));
  }

  private static long weight(Map<String, String> headers) {
    String text = headers.getOrDefault(USED_WEIGHT, "");
    return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
  }

  private static String beginning(String body) {
    return body.substring(0, Math.min(SHOWN_CHARS, body.length()));
  }

  private static LogLevel level(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(int status, _, _) when status == OK -> LogLevel.INFO;
      case Outcome.Answered _, Outcome.Unanswered _ -> LogLevel.WARNING;
    };
  }
}
