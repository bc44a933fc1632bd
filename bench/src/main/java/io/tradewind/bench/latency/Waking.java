package io.tradewind.bench.latency;

import io.tradewind.venues.http.Transport;
import io.tradewind.venues.stream.SocketTransport;

/** Wakes the thread that drives a connection when something has come; notes when texts go out. */
final class Waking {
  private Waking() {}

  static Transport http(Transport inner, Runnable wake, Stages stages) {
    return (request, timeoutNs, done) -> {
      stages.written(System.nanoTime());
      Transport.Call call =
          inner.send(
              request,
              timeoutNs,
              outcome -> {
                done.accept(outcome);
                wake.run();
              });
      stages.sent(System.nanoTime());
      return call;
    };
  }

  static SocketTransport sockets(SocketTransport inner, Runnable wake, Stages stages) {
    return (uri, events) -> new Connection(inner.connect(uri, new Events(events, wake)), stages);
  }

  private record Connection(SocketTransport.Connection inner, Stages stages)
      implements SocketTransport.Connection {
    @Override
    public void send(String text) {
      stages.written(System.nanoTime());
      inner.send(text);
      stages.sent(System.nanoTime());
    }

    @Override
    public void ping() {
      inner.ping();
    }

    @Override
    public void more() {
      inner.more();
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private record Events(SocketTransport.Events inner, Runnable wake)
      implements SocketTransport.Events {
    @Override
    public void opened() {
      inner.opened();
      wake.run();
    }

    @Override
    public void text(String text) {
      inner.text(text);
      wake.run();
    }

    @Override
    public void alive() {
      inner.alive();
    }

    @Override
    public void ended(String why) {
      inner.ended(why);
      wake.run();
    }
  }
}
