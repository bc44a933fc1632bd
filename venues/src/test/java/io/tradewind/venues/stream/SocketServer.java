package io.tradewind.venues.stream;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of WebSockets (RFC 6455), no more of it than a test needs. */
final class SocketServer implements AutoCloseable {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();

  SocketServer() throws IOException {
    server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/ws");
  }

  /** The next one that connected. */
  Peer next() throws InterruptedException {
    return peers.take();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Peer peer = new Peer(server.accept());
        peer.shakeHands();
        peers.add(peer);
        Thread.ofVirtual().start(peer::read);
      } catch (IOException over) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** The server's end of one connection. */
  static final class Peer {
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private volatile boolean mute;
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final AtomicInteger pongs = new AtomicInteger();

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new DataInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    private void shakeHands() throws IOException {
      String key = "";
      for (String line = line(); !line.isEmpty(); line = line()) {
        if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
          key = line.substring(18).strip();
        }
      }
      out.write(
          ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  + "Sec-WebSocket-Accept: "
                  + accept(key)
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
    }

    private static String accept(String key) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-1")
                .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
      return line.toString().strip();
    }

    private void read() {
      try {
        while (true) {
          int opcode = in.readUnsignedByte() & 15;
          byte[] payload = payload();
          if (opcode == 9 && !mute) {
            frame(0x8A, payload);
          } else if (opcode == 10) {
            pongs.incrementAndGet();
          } else if (opcode == 1) {
            heard.add(new String(payload, StandardCharsets.UTF_8));
          }
        }
      } catch (IOException | UncheckedIOException over) {
        // the client went away, which is what tests do
        heard.add("gone");
      }
    }

    private byte[] payload() throws IOException {
      int length = in.readUnsignedByte() & 127;
      length = length == 126 ? in.readUnsignedShort() : length;
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return payload;
    }

    private synchronized void frame(int head, byte[] payload) {
      try {
        out.write(head);
        if (payload.length < 126) {
          out.write(payload.length);
        } else {
          out.write(new byte[] {126, (byte) (payload.length >> 8), (byte) payload.length});
        }
        out.write(payload);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void text(String text) {
      frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    /** In two frames with a ping between them. */
    void parts(String first, String second) {
      frame(0x01, first.getBytes(StandardCharsets.UTF_8));
      ping();
      frame(0x80, second.getBytes(StandardCharsets.UTF_8));
    }

    void ping() {
      frame(0x89, "are you there".getBytes(StandardCharsets.US_ASCII));
    }

    void sayGoodbye() {
      frame(0x88, new byte[] {3, (byte) 0xE8});
    }

    /** From now on pings stay without an answer, as when a line is dead in one direction. */
    void fallSilent() {
      mute = true;
    }

    /** The line is cut. */
    void drop() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
