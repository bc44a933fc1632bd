package io.tradewind.gateway.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.tradewind.core.status.StatusPort;
import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.metrics.SessionMetrics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Listens on loopback: tells how a session stands, and takes what people ask of it. */
public final class ControlServer implements AutoCloseable {
  /** Which way of talking this is; both sides have to have the same. */
  public static final int API = 1;

  /** The header of every answer that names {@link #API}. */
  public static final String API_HEADER = "Tradewind-Api";

  /** More than these wait to be let in: who opens many must not take the files of a trader. */
  private static final int MOST_CONNECTIONS = 2048;

  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.HEAD,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.OPTIONS,
          HandlerType.TRACE);

  /** No page may show, read, run or keep anything of an answer. */
  private static final Map<String, String> HEADERS =
      Map.of(
          API_HEADER,
          Integer.toString(API),
          "Cache-Control",
          "no-store",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  private final Javalin javalin;
  private final SessionMetrics metrics;

  private ControlServer(Javalin javalin, SessionMetrics metrics) {
    this.javalin = javalin;
    this.metrics = metrics;
  }

  /**
   * Listens until it is closed.
   *
   * @param token what who asks for something has to have
   * @param nowNs epoch nanoseconds, by the session's clock
   * @throws PortTakenException if another program listens there
   * @throws IOException if it can't listen for another reason
   */
  public static ControlServer start(
      ServerSettings settings, Door door, Token token, LongSupplier nowNs) throws IOException {
    StatusPort status = new FreshStatus(door.status(), settings.staleAfter(), nowNs);
    SessionMetrics metrics = new SessionMetrics(status.status());
    Answers answers =
        new Answers(
            new Pages(status, metrics),
            new Controls(door, settings.patience()),
            new Gatekeeper(token, settings.penalty()));
    Javalin javalin = Javalin.create(config -> set(config, settings.port(), answers));
    try {
      return new ControlServer(javalin.start(), metrics);
    } catch (JavalinBindException e) {
      javalin.stop();
      metrics.close();
      throw PortTakenException.of(settings.port(), e);
    }
  }

  private static void set(JavalinConfig config, int port, Answers answers) {
    config.startup.showJavalinBanner = false;
    config.jetty.addConnector((server, http) -> connector(server, http, port));
    config.concurrency.useVirtualThreads = true;
    config.http.maxRequestSize = Answers.LONGEST_BODY;
    config.jetty.modifyHttpConfiguration(ControlServer::set);
    config.jetty.modifyServer(server -> server.setErrorHandler(new PlainErrors()));
    for (HandlerType method : METHODS) {
      config.routes.addHttpHandler(method, "/*", context -> answer(context, answers));
    }
    // Methods that nobody knows.
    config.routes.exception(HttpResponseException.class, (_, context) -> answer(context, answers));
  }

  private static ServerConnector connector(Server server, HttpConfiguration http, int port) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(MOST_CONNECTIONS);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    return connector;
  }

  private static void set(HttpConfiguration http) {
    // The cache takes a token that differs by case for the one that the connection sent before.
    http.setHeaderCacheSize(0);
  }

  private static void answer(Context context, Answers answers) {
    Answers.Answer answer = answers.answer(new Asked(context));
    Reply reply = answer.reply();
    HEADERS.forEach(context::header);
    reply.headers().forEach(context::header);
    context.status(reply.status()).contentType(reply.type()).result(reply.body());
    answer
        .then()
        .ifPresent(then ->
            Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()),
                _ -> Thread.ofVirtual().name("gateway-stop").start(then)));
  }

  /** Where it listens. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
    metrics.close();
  }
}
