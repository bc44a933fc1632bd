package io.tradewind.gateway.session;

import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.gateway.control.Control;
import io.tradewind.gateway.control.Outcome;
import io.tradewind.gateway.json.JsonReading;
import io.tradewind.gateway.json.JsonText;
import io.tradewind.gateway.json.StatusReading;
import io.tradewind.gateway.server.ControlServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Talks to the session that runs in a folder, for commands. */
public final class SessionClient implements AutoCloseable {
  private static final int OK = 200;

  private final Path folder;
  private final Duration timeout;
  private final HttpClient http;

  /**
   * A client of the session in a folder; none has to run yet.
   *
   * @param timeout of each call; more than the session lets one wait for its disk
   */
  public SessionClient(Path folder, Duration timeout) {
    this.folder = folder;
    this.timeout = timeout;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /** Everything about it. */
  public Answer<TraderStatus> status() {
    return get("/status", StatusReading::status);
  }

  /** What it answers at a path that can be looked at, such as {@code /status}. */
  public Answer<String> text(String path) {
    return get(path, body -> body);
  }

  /** Its open positions. */
  public Answer<List<PositionStatus>> positions() {
    return get("/positions", StatusReading::positions);
  }

  /** Its orders that have not ended. */
  public Answer<List<OrderStatus>> orders() {
    return get("/orders", StatusReading::orders);
  }

  /** Nothing opens any more. */
  public Answer<Outcome> pause(String by, String reason) {
    return ask(Control.PAUSE, by, reason);
  }

  /** Takes back what paused it. */
  public Answer<Outcome> resume(String by, String reason) {
    return ask(Control.RESUME, by, reason);
  }

  /** The process ends in good order. */
  public Answer<Outcome> stop(String by, String reason) {
    return ask(Control.STOP, by, reason);
  }

  /** Cancels and closes all. */
  public Answer<Outcome> emergencyStop(String by, String reason) {
    return ask(Control.EMERGENCY_STOP, by, reason);
  }

  /** Cancels and closes all: the session ends. */
  public Answer<Outcome> closeAll(String by, String reason) {
    return ask(Control.CLOSE_ALL, by, reason);
  }

  private <T> Answer<T> get(String path, Function<String, T> read) {
    return send(
        path,
        (request, _) -> request.GET(),
        response ->
            response.statusCode() == OK
                ? new Answer.Got<>(read.apply(response.body()))
                : new Answer.Failed<>(refusal(response)));
  }

  private Answer<Outcome> ask(Control control, String by, String reason) {
    String body =
        JsonText.object(json -> {
          json.writeStringProperty("by", by);
          json.writeStringProperty("reason", reason);
        });
    return send(
        control.path(),
        (request, entry) ->
            request
                .header("Authorization", entry.token().header())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)),
        SessionClient::outcome);
  }

  /** Adds to a request what it is about. */
  private interface Filling {
    HttpRequest.Builder fill(HttpRequest.Builder request, SessionEntry entry);
  }

  private <T> Answer<T> send(
      String path, Filling filling, Function<HttpResponse<String>, Answer<T>> read) {
    return switch (SessionFile.read(folder)) {
      case SessionFile.Found.Running(SessionEntry entry) -> send(entry, path, filling, read);
      case SessionFile.Found.Stale(SessionEntry entry) ->
          new Answer.Failed<>(new Problem.Gone(entry.session(), entry.process().pid()));
      case SessionFile.Found.OtherVersion(String version) ->
          new Answer.Failed<>(new Problem.OtherVersion(version));
      case SessionFile.Found.Nothing() -> new Answer.Failed<>(new Problem.NoSession(folder));
      case SessionFile.Found.Unreadable(String why) ->
          new Answer.Failed<>(new Problem.Unreadable(folder, why));
    };
  }

  private <T> Answer<T> send(
      SessionEntry entry,
      String path,
      Filling filling,
      Function<HttpResponse<String>, Answer<T>> read) {
    URI uri = URI.create("http://127.0.0.1:" + entry.port() + path);
    HttpRequest request = filling.fill(HttpRequest.newBuilder(uri).timeout(timeout), entry).build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return isOurs(response)
          ? understood(entry, response, read)
          : new Answer.Failed<>(silent(entry, "another program listens on port " + entry.port()));
    } catch (IOException e) {
      return new Answer.Failed<>(silent(entry, e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(silent(entry, e.toString()));
    }
  }

  private static boolean isOurs(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue(ControlServer.API_HEADER)
        .filter(Integer.toString(ControlServer.API)::equals)
        .isPresent();
  }

  private static Problem silent(SessionEntry entry, String why) {
    return new Problem.NotAnswering(entry.session(), entry.process().pid(), why);
  }

  private static <T> Answer<T> understood(
      SessionEntry entry,
      HttpResponse<String> response,
      Function<HttpResponse<String>, Answer<T>> read) {
    if (response.statusCode() == 401) {
      return new Answer.Failed<>(new Problem.TokenRefused(entry.session()));
    }
    try {
      return read.apply(response);
    } catch (IllegalArgumentException e) {
      return new Answer.Failed<>(new Problem.NotUnderstood(String.valueOf(e.getMessage())));
    }
  }

  private static Answer<Outcome> outcome(HttpResponse<String> response) {
    JsonNode json = JsonReading.object(response.body());
    return switch (response.statusCode()) {
      case OK -> new Answer.Got<>(new Outcome.Taken(JsonReading.time(json, "time")));
      case 202 ->
          new Answer.Got<>(
              JsonReading.text(json, "state").equals("ending")
                  ? new Outcome.Ending()
                  : new Outcome.Waiting());
      case 429 -> new Answer.Got<>(new Outcome.TooMany());
      case 503 -> new Answer.Got<>(new Outcome.Failed());
      default -> new Answer.Failed<>(refusal(response));
    };
  }

  private static Problem refusal(HttpResponse<String> response) {
    JsonNode json = JsonReading.object(response.body());
    return new Problem.Refused(response.statusCode(), JsonReading.text(json, "message"));
  }

  @Override
  public void close() {
    http.close();
  }
}
