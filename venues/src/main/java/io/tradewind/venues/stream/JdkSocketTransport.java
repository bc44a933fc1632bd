package io.tradewind.venues.stream;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Connections over {@link WebSocket}, which answers pings by itself. A text larger than allowed
 * ends the connection.
 *
 * <p>What stands is carried by threads of its own. To open one, the JDK (25) needs a thread of the
 * common pool for a moment, whichever executor it is given; where all of these are blocked, a
 * connection waits for them, and is tried again.
 */
public final class JdkSocketTransport implements SocketTransport, AutoCloseable {
  private final AtomicLong count = new AtomicLong();
  private final ExecutorService threads;
  private final HttpClient client;
  private final int largestChars;

  /**
   * Connects to nothing yet.
   *
   * @param largestChars of a text
   */
  public JdkSocketTransport(int largestChars) {
    this.largestChars = largestChars;
    this.threads = Executors.newCachedThreadPool(this::thread);
    this.client = HttpClient.newBuilder().executor(threads).build();
  }

  private Thread thread(Runnable task) {
    return Thread.ofPlatform()
        .daemon()
        .name("venue-socket-" + count.incrementAndGet())
        .unstarted(task);
  }

  @Override
  public Connection connect(URI uri, Events events) {
    Socket socket = new Socket(events, largestChars);
    CompletableFuture<?> _ =
        client
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .buildAsync(uri, socket)
            .whenComplete((webSocket, failure) -> {
              if (failure != null) {
                // The type alone: the text may hold the address with its key.
                Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                socket.end("no connection (" + cause.getClass().getSimpleName() + ")");
              }
            });
    return socket;
  }

  private static final class Socket implements Connection, WebSocket.Listener {
    private final Events events;
    private final TextAssembly assembly;
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable WebSocket webSocket;
    private CompletableFuture<?> sends = CompletableFuture.completedFuture(null);

    private Socket(Events events, int largestChars) {
      this.events = events;
      this.assembly = new TextAssembly(largestChars);
    }

    @Override
    public void onOpen(WebSocket opened) {
      boolean late;
      synchronized (this) {
        webSocket = opened;
        late = over.get();
      }
      if (late) {
        opened.abort();
      } else {
        events.opened();
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      if (assembly.isTooLarge(part)) {
        end("a text larger than allowed");
        socket.abort();
        return null;
      }
      assembly.add(part, last).ifPresentOrElse(this::tell, () -> socket.request(1));
      return null;
    }

    private void tell(String text) {
      if (!over.get()) {
        events.text(text);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      return heard(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
      return heard(socket);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      return heard(socket);
    }

    private @Nullable CompletionStage<?> heard(WebSocket socket) {
      events.alive();
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end("closed by the venue, code " + code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end("the line broke (" + error.getClass().getSimpleName() + ")");
    }

    private void end(String why) {
      if (over.compareAndSet(false, true)) {
        events.ended(why);
      }
    }

    @Override
    public synchronized void send(String text) {
      WebSocket socket = webSocket;
      if (socket != null) {
        sends = sends.thenCompose(_ -> socket.sendText(text, true)).exceptionally(this::failed);
      }
    }

    @Override
    public synchronized void ping() {
      WebSocket socket = webSocket;
      if (socket != null) {
        sends =
            sends
                .thenCompose(_ -> socket.sendPing(ByteBuffer.allocate(0)))
                .exceptionally(this::failed);
      }
    }

    private @Nullable WebSocket failed(Throwable error) {
      end("cannot send (" + error.getClass().getSimpleName() + ")");
      return null;
    }

    @Override
    public synchronized void more() {
      if (webSocket != null) {
        webSocket.request(1);
      }
    }

    @Override
    public synchronized void close() {
      over.set(true);
      WebSocket socket = webSocket;
      if (socket != null) {
        // Not a handshake, for which a dead other side would let us wait.
        CompletableFuture<?> _ =
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> socket.abort());
      }
    }
  }

  /** Ends what is open. */
  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdown();
  }
}
