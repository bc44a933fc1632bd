package io.tradewind.exchange.server;

import io.tradewind.exchange.admin.Operator;
import io.tradewind.exchange.api.Liveness;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.FaultyLine;
import io.tradewind.exchange.fault.Socket;
import io.tradewind.exchange.fault.Timer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Puts between each socket and the exchange what goes wrong there. */
final class FaultySockets implements ExchangeServer.Sockets {
  private static final int GOING_AWAY = 1001;

  private final FaultDesk desk;
  private final Exchange exchange;
  private final Timer timer;

  /** In the order in which they opened. */
  private final List<Connection> open = new CopyOnWriteArrayList<>();

  /** Who talks over sockets behind all faults. */
  interface Exchange {
    /** As {@link ExchangeServer.Sockets#open}. */
    Optional<Heard> open(String path, String query, String address, FaultyLine line);
  }

  /** Hears what one client says. */
  interface Hearer extends ExchangeServer.Ear {
    /** The exchange will go down. */
    void onShutdown();
  }

  /** Somebody is there. */
  record Heard(Hearer hearer, Liveness liveness) {}

  private record Connection(FaultyLine line, Hearer hearer) {}

  FaultySockets(FaultDesk desk, Exchange exchange, Timer timer) {
    this.desk = desk;
    this.exchange = exchange;
    this.timer = timer;
  }

  @Override
  public boolean isUp() {
    return !desk.isDown(timer.nanoTime());
  }

  @Override
  public Optional<ExchangeServer.Opened> open(
      String path, String query, String address, Socket socket) {
    FaultyLine line = new FaultyLine(socket, desk, timer);
    return exchange
        .open(path, query, address, line)
        .map(heard -> {
          Connection connection = new Connection(line, heard.hearer());
          open.add(connection);
          boolean isApi = path.startsWith("/ws-");
          ExchangeServer.Ear ear =
              isApi
                  ? new FaultyCalls(
                      desk, line, connection.hearer(), timer, new FaultyCalls.Client(path, address))
                  : new FaultyWords(desk, line, connection.hearer(), timer);
          return new ExchangeServer.Opened(leaving(ear, connection), heard.liveness());
        });
  }

  private ExchangeServer.Ear leaving(ExchangeServer.Ear ear, Connection connection) {
    AtomicBoolean hasLeft = new AtomicBoolean();
    return new ExchangeServer.Ear() {
      @Override
      public void onText(String text) {
        ear.onText(text);
      }

      @Override
      public void onClose() {
        if (!hasLeft.getAndSet(true)) {
          open.remove(connection);
          ear.onClose();
        }
      }
    };
  }

  /** All are told that the exchange will go down. */
  void announceShutdown() {
    open.forEach(each -> each.hearer().onShutdown());
  }

  /** Does something to all; how many there were. */
  int all(Operator.SocketAction action) {
    List<Connection> now = List.copyOf(open);
    for (Connection each : now) {
      switch (action) {
        case CLOSE -> each.line().close(GOING_AWAY, "closed by the operator");
        case CUT -> each.line().cut();
        case HALF_OPEN -> each.line().halfOpen();
      }
    }
    return now.size();
  }
}
