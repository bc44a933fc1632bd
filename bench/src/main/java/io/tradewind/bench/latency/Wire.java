package io.tradewind.bench.latency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The server's end of one connection, HTTP/1.1 first and WebSocket (RFC 6455) once it was asked
 * for; no more of either than the JDK's client needs. It never blocks while it reads.
 */
final class Wire {
  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;

  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(1 << 16);
  private boolean isSocket;
  private boolean isOver;
  private long arrivedNs;

  /** What came, whole. */
  sealed interface Said {
    /** A request; method, target and key of a socket that is asked for, or empty. */
    record Request(String method, String target, Optional<String> socketKey) implements Said {}

    /** A text. */
    record Text(String text) implements Said {}
  }

  /** Takes over a connection. */
  Wire(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Reads what is there; whether something was. */
  boolean read() {
    if (isOver) {
      return false;
    }
    try {
      int count = channel.read(in);
      if (count > 0) {
        arrivedNs = System.nanoTime();
      }
      isOver = count < 0;
      return count > 0;
    } catch (IOException gone) {
      isOver = true;
      return false;
    }
  }

  /** When the last bytes came, by {@link System#nanoTime}. */
  long arrivedNs() {
    return arrivedNs;
  }

  boolean isOver() {
    return isOver;
  }

  /** The next that is whole. */
  Optional<Said> next() {
    in.flip();
    Optional<Said> said = isSocket ? frame() : request();
    in.compact();
    return said;
  }

  private Optional<Said> request() {
    String all = new String(in.array(), 0, in.limit(), StandardCharsets.ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      return Optional.empty();
    }
    in.position(end + 4);
    String[] lines = all.substring(0, end).split("\r\n");
    String[] first = lines[0].split(" ");
    Optional<String> key = Optional.empty();
    for (String line : lines) {
      if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
        key = Optional.of(line.substring(18).strip());
      }
    }
    return Optional.of(new Said.Request(first[0], first[1], key));
  }

  private Optional<Said> frame() {
    if (in.remaining() < 6) {
      return Optional.empty();
    }
    int opcode = in.get(0) & 15;
    int length = in.get(1) & 127;
    int head = 2;
    if (length == 126) {
      length = in.getShort(2) & 0xFFFF;
      head = 4;
    }
    if (in.remaining() < head + 4 + length) {
      return Optional.empty();
    }
    byte[] payload = new byte[length];
    for (int i = 0; i < length; i++) {
      payload[i] = (byte) (in.get(head + 4 + i) ^ in.get(head + i % 4));
    }
    in.position(head + 4 + length);
    if (opcode == PING) {
      send(0x8A, payload);
    }
    isOver |= opcode == CLOSE;
    return opcode == TEXT
        ? Optional.of(new Said.Text(new String(payload, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  /** From now on it is a WebSocket. */
  void upgrade(String key) {
    write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(key)
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    isSocket = true;
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** Answers a request. */
  void answer(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(bytes);
    write(all.toByteArray());
  }

  /** Sends a text. */
  void text(byte[] text) {
    send(0x80 | TEXT, text);
  }

  private void send(int head, byte[] payload) {
    int length = payload.length;
    ByteBuffer out = ByteBuffer.allocate(length + 4);
    out.put((byte) head);
    if (length < 126) {
      out.put((byte) length);
    } else {
      out.put((byte) 126).putShort((short) length);
    }
    write(java.util.Arrays.copyOf(out.put(payload).array(), out.position()));
  }

  private void write(byte[] bytes) {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    try {
      while (out.hasRemaining() && !isOver) {
        channel.write(out);
      }
    } catch (IOException gone) {
      isOver = true;
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      isOver = true;
    }
  }
}
