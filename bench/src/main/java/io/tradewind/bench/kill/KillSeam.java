package io.tradewind.bench.kill;

import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskFile;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.stream.SocketTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Stands between a process and its disk and its lines, and has it die at a point: at once, or by
 * the hand of the process that started it, for which it says so and waits.
 */
final class KillSeam {
  private static final int EXIT = 137;

  private final Path folder;
  private KillPoint point = KillPoint.BEFORE_FORCE;
  private boolean halts;
  private long left;

  /** Nothing happens; snapshots are of a folder. */
  KillSeam(Path folder) {
    this.folder = folder;
  }

  /**
   * From now on it dies at a point.
   *
   * @param times the how manyth time it comes there
   * @param halts whether at once
   */
  synchronized void arm(KillPoint where, long times, boolean halts) {
    this.point = where;
    this.left = times;
    this.halts = halts;
  }

  private boolean isHere(KillPoint where) {
    synchronized (this) {
      return left > 0 && point == where && --left == 0;
    }
  }

  private void come(KillPoint where) {
    if (isHere(where)) {
      die();
    }
  }

  private void die() {
    if (halts) {
      Runtime.getRuntime().halt(EXIT);
    }
    System.out.println("here");
    while (true) {
      LockSupport.park();
    }
  }

  /** A disk with points. */
  Disk disk(Disk real) {
    return new Disk() {
      @Override
      public List<String> names() {
        return real.names();
      }

      @Override
      public DiskFile create(String name, long bytes) {
        DiskFile file = file(real.create(name, bytes));
        come(KillPoint.AFTER_CREATE);
        return file;
      }

      @Override
      public DiskFile open(String name) {
        return file(real.open(name));
      }

      @Override
      public byte[] read(String name) {
        return real.read(name);
      }

      @Override
      public byte[] read(String name, long position, int bytes) {
        return real.read(name, position, bytes);
      }

      @Override
      public long bytes(String name) {
        return real.bytes(name);
      }

      @Override
      public void replace(String name, byte[] content) {
        if (isHere(KillPoint.IN_SNAPSHOT)) {
          writeHalf(folder.resolve("." + name + ".tmp"), content);
          die();
        }
        real.replace(name, content);
        come(KillPoint.AFTER_SNAPSHOT);
      }

      @Override
      public void rename(String name, String to) {
        real.rename(name, to);
      }

      @Override
      public void delete(String name) {
        real.delete(name);
      }

      @Override
      public long freeBytes() {
        return real.freeBytes();
      }
    };
  }

  private static void writeHalf(Path file, byte[] content) {
    try {
      Files.write(file, Arrays.copyOf(content, content.length / 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DiskFile file(DiskFile real) {
    return new DiskFile() {
      @Override
      public long bytes() {
        return real.bytes();
      }

      @Override
      public void write(long position, ByteBuffer content) {
        if (isHere(KillPoint.IN_WRITE)) {
          ByteBuffer half = content.duplicate();
          real.write(position, half.limit(half.position() + half.remaining() / 2));
          die();
        }
        real.write(position, content);
      }

      @Override
      public void force() {
        come(KillPoint.BEFORE_FORCE);
        real.force();
        come(KillPoint.AFTER_FORCE);
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  /** A line for requests with points at those that change something. */
  Transport requests(Transport real) {
    return (request, timeoutNs, done) ->
        changes(request)
            ? send(real, request, timeoutNs, done)
            : real.send(request, timeoutNs, done);
  }

  /** Keys of the account's stream are no orders. */
  private static boolean changes(WireRequest request) {
    return request.method() != VenueRequest.Method.GET && request.target().contains("rder");
  }

  private Transport.Call send(
      Transport real, WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    come(KillPoint.BEFORE_SEND);
    Transport.Call call =
        real.send(
            request,
            timeoutNs,
            outcome -> {
              come(KillPoint.ON_ANSWER);
              done.accept(outcome);
            });
    come(KillPoint.AFTER_SEND);
    return call;
  }

  /** Sockets with points at orders and their answers. */
  SocketTransport sockets(SocketTransport real) {
    return new SocketTransport() {
      @Override
      public Connection connect(URI uri, Events events) {
        return connection(real.connect(uri, hearing(events)));
      }
    };
  }

  private SocketTransport.Events hearing(SocketTransport.Events events) {
    return new SocketTransport.Events() {
      @Override
      public void opened() {
        events.opened();
      }

      @Override
      public void text(String text) {
        if (text.contains("\"rateLimits\"") && text.contains("rderId")) {
          come(KillPoint.ON_ANSWER);
        }
        events.text(text);
      }

      @Override
      public void alive() {
        events.alive();
      }

      @Override
      public void ended(String why) {
        events.ended(why);
      }
    };
  }

  private SocketTransport.Connection connection(SocketTransport.Connection real) {
    return new SocketTransport.Connection() {
      @Override
      public void send(String text) {
        boolean orders = text.contains("\"method\":\"order");
        if (orders) {
          come(KillPoint.BEFORE_SEND);
        }
        real.send(text);
        if (orders) {
          come(KillPoint.AFTER_SEND);
        }
      }

      @Override
      public void ping() {
        real.ping();
      }

      @Override
      public void more() {
        real.more();
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }
}
