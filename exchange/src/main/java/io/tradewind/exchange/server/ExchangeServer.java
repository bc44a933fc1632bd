package io.tradewind.exchange.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsHandlerType;
import io.tradewind.exchange.api.Liveness;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.fault.Socket;
import io.tradewind.exchange.request.RawRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.websocket.server.JettyServerUpgradeResponse;
import org.jspecify.annotations.Nullable;

/** Listens on loopback and hands what comes to the exchange. */
public final class ExchangeServer implements AutoCloseable {
  private static final String JSON = "application/json;charset=UTF-8";
  private static final String ADMIN = "/admin";
  private static final int DOWN = 503;
  private static final List<HandlerType> METHODS =
      List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

  private final Javalin javalin;

  /** Who answers requests; it is called by many threads at once and may keep them waiting. */
  public interface Answers {
    /** Answers one. */
    Outcome answer(RawRequest request);
  }

  /** What is done about a request. */
  public sealed interface Outcome {
    /** It is answered. */
    record Answered(Response response) implements Outcome {}

    /** Its connection is cut. */
    record CutOff() implements Outcome {}
  }

  /** Who talks over sockets; it is called by many threads at once. */
  public interface Sockets {
    /** Whether sockets may be opened at all. */
    default boolean isUp() {
      return true;
    }

    /**
     * A client connects.
     *
     * @param path as it was encoded
     * @param query as it was encoded, empty if there is none
     * @param address where it came from
     * @return who hears it; empty if nobody is there
     */
    Optional<Opened> open(String path, String query, String address, Socket line);
  }

  /** Somebody is there. */
  public record Opened(Ear ear, Liveness liveness) {}

  /** Hears what one client says. */
  public interface Ear {
    /** It says something. */
    void onText(String text);

    /** It has gone. */
    void onClose();
  }

  private ExchangeServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Listens until it is closed.
   *
   * @param port zero for any that is free
   */
  static ExchangeServer start(int port, Answers answers, Sockets sockets, SocketWatch watch) {
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.jetty.host = "127.0.0.1";
          config.concurrency.useVirtualThreads = true;
          for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, "/*", context -> answer(context, answers));
          }
          // Javalin lets sockets through to paths that it knows; what they say comes to our own
          // endpoints, for its own hear neither pings nor pongs.
          config.routes.addWsHandler(WsHandlerType.WEBSOCKET, "/*", _ -> {});
          config.jetty.modifyWebSocketServletFactory(factory ->
              factory.addMapping("/*", (asked, answer) -> endpoint(answer, sockets, watch)));
        });
    return new ExchangeServer(javalin.start(port));
  }

  private static @Nullable Object endpoint(
      JettyServerUpgradeResponse answer, Sockets sockets, SocketWatch watch) {
    if (sockets.isUp()) {
      return new SocketEndpoint(sockets, watch);
    }
    try {
      answer.sendError(DOWN, "Service Unavailable");
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return null;
  }

  private static void answer(Context context, Answers answers) {
    switch (answers.answer(request(context))) {
      case Outcome.Answered(Response response) -> {
        response.headers().forEach(context::header);
        context.status(response.status()).contentType(JSON).result(response.body());
      }
      case Outcome.CutOff() ->
          ServletContextRequest.getServletContextRequest(context.req())
              .getConnectionMetaData()
              .getConnection()
              .getEndPoint()
              .close();
    }
  }

  /** A body of JSON is read where one is meant; clients of the API send empty ones by that type. */
  private static RawRequest request(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    boolean hasBody = context.path().startsWith(ADMIN) || !type.contains("json");
    return new RawRequest(
        context.method().name(),
        context.path(),
        Optional.ofNullable(context.queryString()).orElse(""),
        hasBody ? context.body() : "",
        Optional.ofNullable(context.header("X-MBX-APIKEY")),
        context.ip());
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
