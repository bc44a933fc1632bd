package io.tradewind.gateway;

import io.tradewind.gateway.auth.Token;
import io.tradewind.gateway.server.ControlServer;
import io.tradewind.gateway.server.Door;
import io.tradewind.gateway.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server in front of a {@link TestSession}, with a client. */
public final class OpenServer implements AutoCloseable {
  /** Nobody waits, any port. */
  public static final ServerSettings SETTINGS =
      new ServerSettings(0, Duration.ofMillis(20), Duration.ZERO, Duration.ofSeconds(30));

  public final TestSession session = new TestSession();
  public final Token token = Token.random();
  private final ControlServer server;
  private final HttpClient http =
      HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build();
  private volatile long nowNs = Sample.NOW_NS;

  public OpenServer() {
    this(SETTINGS);
  }

  public OpenServer(ServerSettings settings) {
    try {
      server =
          ControlServer.start(
              settings, new Door(session, session, session::stop), token, () -> nowNs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void setNow(long nowNs) {
    this.nowNs = nowNs;
  }

  public int port() {
    return server.port();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send(request(path));
  }

  /** Asks for something as who has the token. */
  public HttpResponse<String> ask(String control, String body) {
    return send(allowed(control).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A request with all that is needed. */
  public HttpRequest.Builder allowed(String control) {
    return request("/control/" + control)
        .header("Authorization", token.header())
        .header("Content-Type", "application/json");
  }

  /** Sends lines as they are, for what no client would send; gives all that comes back. */
  public String raw(String text) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
