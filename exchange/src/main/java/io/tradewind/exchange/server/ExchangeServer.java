package io.tradewind.exchange.server;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsHandlerType;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Listens on loopback and hands what comes to the exchange. */
public final class ExchangeServer implements AutoCloseable {
  private static final String JSON = "application/json;charset=UTF-8";
  private static final List<HandlerType> METHODS =
      List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.DELETE);

  private static final String EAR = "ear";
  private static final int NOTHING_THERE = 1008;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int PING_SECONDS = 20;

  private final Javalin javalin;

  /** Who answers requests; it is called by many threads at once. */
  public interface Answers {
    /** Answers one. */
    Response answer(RawRequest request);
  }

  /** Who talks over sockets; it is called by many threads at once. */
  public interface Sockets {
    /**
     * A client connects.
     *
     * @param path as it was encoded
     * @param query as it was encoded, empty if there is none
     * @param address where it came from
     * @return who hears it; empty if nobody is there
     */
    Optional<Ear> open(String path, String query, String address, Line line);
  }

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
  public static ExchangeServer start(int port, Answers answers, Sockets sockets) {
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.jetty.host = "127.0.0.1";
          config.concurrency.useVirtualThreads = true;
          for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, "/*", context -> answer(context, answers));
          }
          config.routes.addWsHandler(
              WsHandlerType.WEBSOCKET, "/*", socket -> listen(socket, sockets));
        });
    return new ExchangeServer(javalin.start(port));
  }

  private static void answer(Context context, Answers answers) {
    Response response = answers.answer(request(context));
    response.headers().forEach(context::header);
    context.status(response.status()).contentType(JSON).result(response.body());
  }

  private static RawRequest request(Context context) {
    String type = Optional.ofNullable(context.contentType()).orElse("");
    return new RawRequest(
        context.method().name(),
        context.path(),
        Optional.ofNullable(context.queryString()).orElse(""),
        type.contains("json") ? "" : context.body(),
        Optional.ofNullable(context.header("X-MBX-APIKEY")),
        context.ip());
  }

  private static void listen(WsConfig socket, Sockets sockets) {
    socket.onConnect(context -> open(context, sockets));
    socket.onMessage(context -> {
      Ear ear = context.attribute(EAR);
      if (ear != null) {
        ear.onText(context.message());
      }
    });
    socket.onClose(context -> {
      Ear ear = context.attribute(EAR);
      if (ear != null) {
        ear.onClose();
      }
    });
  }

  private static void open(WsConnectContext context, Sockets sockets) {
    URI uri = context.session.getUpgradeRequest().getRequestURI();
    SocketLine line = new SocketLine(context.session);
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    Optional<Ear> ear = sockets.open(uri.getRawPath(), query, address(context), line);
    if (ear.isEmpty()) {
      line.close(NOTHING_THERE, "nothing is there");
      return;
    }
    context.session.setMaxTextMessageSize(LONGEST_TEXT);
    context.enableAutomaticPings(PING_SECONDS, TimeUnit.SECONDS);
    context.attribute(EAR, ear.get());
  }

  private static String address(WsConnectContext context) {
    return context.session.getRemoteSocketAddress() instanceof InetSocketAddress internet
        ? internet.getAddress().getHostAddress()
        : "";
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
