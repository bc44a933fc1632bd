package io.tradewind.trader.world;

import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.stream.SocketTransport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One process as the net sees it: what it sends and what it is told. When it dies it is told
 * nothing any more; what had left still comes to the exchange.
 */
public final class VirtualHost implements Transport, SocketTransport {
  /** Where it calls from. */
  static final String ADDRESS = "10.0.0.1";

  private final VirtualNet net;
  private final int number;
  private final List<VirtualSocket> sockets = new ArrayList<>();
  private int opened;
  private boolean isDead;

  VirtualHost(VirtualNet net, int number) {
    this.net = net;
    this.number = number;
  }

  @Override
  public Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    if (isDead) {
      return () -> {};
    }
    Waiting waiting = new Waiting(done);
    net.time()
        .after(
            timeoutNs,
            () -> waiting.tell(new Outcome.Unanswered(Outcome.Fault.TIMEOUT, "no answer in time")));
    net.carry(request, waiting::tell);
    return waiting::forget;
  }

  /** Whoever waits for an answer is told once. */
  private final class Waiting {
    private Optional<Consumer<Outcome>> done;

    private Waiting(Consumer<Outcome> done) {
      this.done = Optional.of(done);
    }

    private void tell(Outcome outcome) {
      Optional<Consumer<Outcome>> whom = done;
      done = Optional.empty();
      if (!isDead && whom.isPresent()) {
        net.trace().add("answer", outcome.toString());
        whom.get().accept(outcome);
      }
    }

    private void forget() {
      done = Optional.empty();
    }
  }

  @Override
  public Connection connect(URI uri, Events events) {
    String name = "socket " + number + "." + ++opened;
    VirtualSocket socket = new VirtualSocket(net, name, events);
    if (!isDead) {
      sockets.removeIf(VirtualSocket::isOver);
      sockets.add(socket);
      String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
      socket.connect(uri.getRawPath(), query, net.refuses());
    }
    return socket;
  }

  /** The process ends at once. */
  public void die() {
    isDead = true;
    sockets.forEach(VirtualSocket::close);
    net.trace().add("host " + number, "dead");
  }
}
