package io.tradewind.venues.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Requests over {@link HttpClient}: each blocks a virtual thread of its own, no redirect is
 * followed (a signed request goes to its venue alone), an answer has a largest size.
 */
public final class JdkTransport implements Transport, AutoCloseable {
  private static final long LARGEST_BODY_BYTES = 64L << 20;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final String name;
  private final URI base;
  private final HttpClient client;
  private final AtomicLong threads = new AtomicLong();

  /**
   * Connects to nothing yet.
   *
   * @param name the venue, for the names of threads
   * @param base scheme, host and port
   */
  public JdkTransport(String name, URI base) {
    this.name = name;
    this.base = base;
    this.client =
        HttpClient.newBuilder()
            .version(
                "https".equals(base.getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    AtomicBoolean told = new AtomicBoolean();
    Consumer<Outcome> once =
        outcome -> {
          if (told.compareAndSet(false, true)) {
            done.accept(outcome);
          }
        };
    Thread thread =
        Thread.ofVirtual()
            .name("venue-http-" + name + "-" + threads.incrementAndGet())
            .start(() -> once.accept(exchange(request, timeoutNs)));
    return thread::interrupt;
  }

  private Outcome exchange(WireRequest wire, long timeoutNs) {
    try {
      HttpResponse<byte[]> response =
          client.send(
              request(wire, timeoutNs),
              BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BODY_BYTES));
      String body = new String(response.body(), StandardCharsets.UTF_8);
      return new Outcome.Answered(response.statusCode(), headers(response), body);
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
      return new Outcome.Unanswered(Outcome.Fault.NOT_SENT, text("no connection", e));
    } catch (HttpTimeoutException e) {
      return new Outcome.Unanswered(Outcome.Fault.TIMEOUT, "no answer in time");
    } catch (IOException e) {
      return new Outcome.Unanswered(Outcome.Fault.BROKEN, text("the line broke", e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unanswered(Outcome.Fault.TIMEOUT, "given up");
    } catch (RuntimeException e) {
      // Whoever waits must be told, whatever the client makes of what came.
      return new Outcome.Unanswered(Outcome.Fault.BROKEN, text("no answer that can be read", e));
    }
  }

  /** The type alone where the text might repeat the request, which holds a signature. */
  private static String text(String what, Exception e) {
    return what + " (" + e.getClass().getSimpleName() + ")";
  }

  private HttpRequest request(WireRequest wire, long timeoutNs) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + wire.target()))
            .timeout(Duration.ofNanos(timeoutNs))
            .method(
                wire.method().name(),
                wire.body().isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(wire.body()));
    wire.headers().forEach(header -> builder.header(header.name(), header.value()));
    if (!wire.body().isEmpty()) {
      builder.header("Content-Type", FORM);
    }
    return builder.build();
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values.getFirst()));
    return headers;
  }

  /** Ends what is on its way. */
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
