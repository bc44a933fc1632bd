package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.risk.limit.EmergencyStop;
import io.tradewind.core.risk.limit.Remaining;
import io.tradewind.core.risk.limit.StopPort;
import io.tradewind.core.risk.limit.StopProgress;
import java.util.ArrayList;
import java.util.List;

/** Carries out an emergency stop: asks again for what is left until everything is flat. */
final class EmergencyDesk implements Stateful {
  private final EmergencyStop stop;
  private final StrategyBook[] books;
  private final OpenOrders open;
  private final AuditTrail audit;
  private final int instruments;
  private int ordersTold = -1;
  private int positionsTold = -1;
  private long nextNs = Long.MAX_VALUE;

  EmergencyDesk(
      EmergencyStop stop,
      StrategyBook[] books,
      OpenOrders open,
      AuditTrail audit,
      int instruments) {
    this.stop = stop;
    this.books = books;
    this.open = open;
    this.audit = audit;
    this.instruments = instruments;
  }

  void start(long timeNs, String by) {
    stop.start(timeNs);
    for (StrategyBook book : books) {
      book.giveUpExits(OrderPurpose.EMERGENCY);
    }
    ordersTold = -1;
    step(timeNs, by);
  }

  /** When it is to be stepped at the latest; {@link Long#MAX_VALUE} where nothing is left. */
  long nextNs() {
    return stop.active().isEmpty() ? Long.MAX_VALUE : nextNs;
  }

  /** Something has changed, or time has passed. */
  void step(long timeNs) {
    if (!stop.active().isEmpty()) {
      step(timeNs, "");
    }
  }

  private void step(long timeNs, String by) {
    StopProgress progress = stop.step(timeNs, remaining(), new Port(timeNs));
    boolean news = progress.ordersLeft() != ordersTold || progress.positionsLeft() != positionsTold;
    ordersTold = progress.ordersLeft();
    positionsTold = progress.positionsLeft();
    nextNs = progress.nextNs().orElse(Long.MAX_VALUE);
    if (news) {
      audit.write(new AuditRecord.EmergencyMoved(audit.next(), timeNs, progress, by));
    }
  }

  private Remaining remaining() {
    List<Long> orders = new ArrayList<>();
    List<Remaining.Place> positions = new ArrayList<>();
    for (int book = 0; book < books.length; book++) {
      for (int i = 0; i < instruments; i++) {
        for (Order order : open.of(book, i)) {
          if (order.intent().purpose() != OrderPurpose.EMERGENCY) {
            orders.add(order.intent().orderId());
          }
        }
        if (!books[book].portfolio().position(i).isFlat()) {
          positions.add(new Remaining.Place(book, i));
        }
      }
    }
    return new Remaining(orders, positions);
  }

  @Override
  public void save(StateWriter out) {
    out.section("emergency-desk", 1).writeInt(ordersTold).writeInt(positionsTold);
    out.writeLong(nextNs);
  }

  @Override
  public void load(StateReader in) {
    in.section("emergency-desk", 1);
    ordersTold = in.readInt();
    positionsTold = in.readInt();
    nextNs = in.readLong();
  }

  /** Where the stop asks, at a time. */
  private final class Port implements StopPort {
    private final long timeNs;

    Port(long timeNs) {
      this.timeNs = timeNs;
    }

    @Override
    public void cancel(long orderId) {
      Order order = open.get(orderId);
      books[order.intent().book()].cancelAgain(order);
    }

    @Override
    public void close(int book, int instrument) {
      books[book].closeAgain(instrument, timeNs);
    }
  }
}
