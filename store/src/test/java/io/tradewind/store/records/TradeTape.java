package io.tradewind.store.records;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.ExecutionState;
import io.tradewind.core.execution.Progress;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What an engine might tell of two strategies that trade two instruments, in any order. */
final class TradeTape {
  static final List<String> BOOKS = List.of("it's a \"trend\"", "b'; DROP TABLE trade; --");
  static final List<Instrument> INSTRUMENTS =
      List.of(TestInstruments.spot("T0/USDT"), TestInstruments.perp("T1/USDT"));
  static final long START_NS = 1_700_000_000_000_000_000L;

  private final SplitMix random;
  final List<AuditRecord> records = new ArrayList<>();
  private final List<List<OrderIntent>> standing = new ArrayList<>();
  private long orderId;

  TradeTape(long seed) {
    random = new SplitMix(seed);
    for (int page = 0; page < 4; page++) {
      standing.add(new ArrayList<>());
      follow(page / 2, page % 2, random.nextInt(2) == 0);
    }
  }

  private long next() {
    return records.size() + 1L;
  }

  private long now() {
    return START_NS + 1_000 * next();
  }

  TradeTape steps(int count) {
    for (int i = 0; i < count; i++) {
      int book = random.nextInt(2);
      int instrument = random.nextInt(2);
      switch (random.nextInt(8)) {
        case 0 -> follow(book, instrument, false);
        case 1 -> follow(book, instrument, true);
        case 2 -> sayExit(book, instrument);
        case 3 -> close(book, instrument);
        case 4 -> endWorked(book, instrument);
        case 5 -> end(book, instrument);
        default -> fill(book, instrument);
      }
    }
    return this;
  }

  private Signal.Enter signal(int instrument) {
    return new Signal.Enter(
        now(),
        INSTRUMENTS.get(instrument).id(),
        Direction.LONG,
        random.nextDouble(),
        SignalSize.EQUAL_SHARE,
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(random.nextDouble()),
        List.of(1.5, 0.1),
        1,
        random.nextInt(2) == 0,
        Optional.empty(),
        "idea " + next());
  }

  private OrderIntent intent(int book, int instrument, OrderPurpose purpose) {
    orderId++;
    return new OrderIntent(
        orderId,
        book,
        instrument,
        purpose.opens() ? Side.BUY : Side.SELL,
        new OrderSize.Base(10),
        new OrderTerms.Market(),
        TimeInForce.GTC,
        false,
        purpose);
  }

  private void follow(int book, int instrument, boolean worked) {
    OrderPurpose purpose = worked || random.nextInt(2) == 0 ? OrderPurpose.ENTRY : OrderPurpose.ADD;
    OrderIntent intent = intent(book, instrument, purpose);
    records.add(
        new AuditRecord.EntryFollowed(
            next(),
            now(),
            BOOKS.get(book),
            book,
            instrument,
            worked ? 0 : intent.orderId(),
            signal(instrument),
            List.of(
                new AuditRecord.FeatureSeen("rsi(14) on 1h", random.nextDouble()),
                new AuditRecord.FeatureSeen("none", Double.NaN))));
    records.add(new AuditRecord.OrderSent(next(), now(), intent));
    standing(book, instrument).add(intent);
  }

  private List<OrderIntent> standing(int book, int instrument) {
    return standing.get(2 * book + instrument);
  }

  private void fill(int book, int instrument) {
    List<OrderIntent> orders = standing(book, instrument);
    if (!orders.isEmpty()) {
      int at = random.nextInt(orders.size());
      boolean isLast = random.nextInt(2) == 0;
      moveBy(orders.get(at), isLast);
      if (isLast) {
        orders.remove(at);
      }
    }
  }

  private void moveBy(OrderIntent intent, boolean isLast) {
    records.add(
        new AuditRecord.OrderMoved(
            next(),
            now(),
            intent,
            isLast ? OrderState.FILLED : OrderState.PARTLY_FILLED,
            new OrderEvent.Filled(
                intent.orderId(), now(), 1 + random.nextInt(9), 100, 500, 1, false, 2, isLast)));
  }

  private void end(int book, int instrument) {
    List<OrderIntent> orders = standing(book, instrument);
    if (!orders.isEmpty()) {
      OrderIntent intent = orders.removeFirst();
      records.add(
          new AuditRecord.OrderMoved(
              next(),
              now(),
              intent,
              OrderState.CANCELLED,
              new OrderEvent.Cancelled(intent.orderId(), now())));
    }
  }

  private void endWorked(int book, int instrument) {
    Progress progress =
        new Progress(
            ExecutionState.DONE,
            Optional.empty(),
            1,
            1,
            0,
            1,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    records.add(
        new AuditRecord.ExecutionMoved(
            next(), now(), book, instrument, progress, Optional.empty()));
  }

  private void sayExit(int book, int instrument) {
    Signal exit =
        new Signal.Exit(now(), INSTRUMENTS.get(instrument).id(), "because it's " + next());
    records.add(new AuditRecord.SignalRaised(next(), now(), BOOKS.get(book), exit));
  }

  private void close(int book, int instrument) {
    moveBy(intent(book, instrument, OrderPurpose.SIGNAL_EXIT), true);
    ClosedTrade trade =
        new ClosedTrade(
            INSTRUMENTS.get(instrument),
            BOOKS.get(book),
            Direction.LONG,
            Long.MAX_VALUE,
            now(),
            now(),
            (1L << 53) + 1,
            3,
            4,
            5,
            6,
            7,
            -next(),
            9,
            random.nextInt(2) == 0 ? ExitReason.SIGNAL : ExitReason.STOP,
            "Ω it's \"so\"");
    records.add(new AuditRecord.TradeClosed(next(), now(), trade));
  }
}
