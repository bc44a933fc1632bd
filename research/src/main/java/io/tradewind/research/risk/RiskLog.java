package io.tradewind.research.risk;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.sizing.SizeRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Gathers what a run risked: the audit tells stops, limits, sizes, funding and liquidations, and
 * the books at each close what was held. Heat is reckoned as the gate does it.
 */
public final class RiskLog implements AuditSink {
  private final List<Instrument> instruments;
  private final long fromNs;
  private final Map<Long, Stop> stops = new TreeMap<>();
  private final List<HeldDay> days = new ArrayList<>();
  private final List<RiskEvent> events = new ArrayList<>();
  private final Map<SizeRule, Integer> sizes = new EnumMap<>(SizeRule.class);
  private final List<RiskRecord.Liquidation> liquidations = new ArrayList<>();
  private final DayUnderWay day;
  private final EventWords words;
  private long paidScaled;
  private long receivedScaled;

  /** The book of the hedge, which uses no limit, once it has ordered; before, no book. */
  private int hedgeBook = -1;

  /** A stop that stands. */
  private record Stop(int book, int instrument, OptionalLong levelScaled) {}

  /**
   * Of a run.
   *
   * @param fromNs what closes until then only warms up
   */
  public RiskLog(List<Instrument> instruments, long fromNs) {
    this.instruments = List.copyOf(instruments);
    this.fromNs = fromNs;
    this.day = new DayUnderWay(instruments.size());
    this.words = new EventWords(instruments);
  }

  @Override
  public void accept(AuditRecord entry) {
    switch (entry) {
      case AuditRecord.OrderSent sent -> place(sent.intent());
      case AuditRecord.OrderMoved moved -> move(moved);
      case AuditRecord.EntrySized sized -> sizes.merge(sized.boundBy(), 1, Integer::sum);
      case AuditRecord.MarginMoved moved -> margin(moved.event());
      case AuditRecord.LossNoticed noticed ->
          events.add(words.of(noticed.timeNs(), noticed.notice()));
      case AuditRecord.LimitNear near -> events.add(words.of(near));
      case AuditRecord.BreakerMoved moved -> events.add(words.of(moved.event()));
      case AuditRecord.EntriesLocked locked -> events.add(words.of(locked.timeNs(), locked.lock()));
      case AuditRecord.LockLifted lifted -> events.add(words.of(lifted));
      case AuditRecord.Resumed resumed ->
          events.add(
              new RiskEvent(
                  resumed.timeNs(), RiskEvent.Kind.RESUMED, "resumed", "by " + resumed.by()));
      case AuditRecord.Halted halted ->
          events.add(
              new RiskEvent(halted.timeNs(), RiskEvent.Kind.HALTED, "halted", halted.reason()));
      case AuditRecord.EntryGuarded guarded -> events.add(words.of(guarded));
      case AuditRecord.HedgeMoved moved -> events.add(words.of(moved));
      case AuditRecord.HedgeRefused refused -> events.add(words.of(refused));
      case AuditRecord.SignalRaised _,
          AuditRecord.SignalRefused _,
          AuditRecord.EntryFollowed _,
          AuditRecord.OrderRefused _,
          AuditRecord.TradeClosed _,
          AuditRecord.DayClosed _,
          AuditRecord.Allocated _,
          AuditRecord.Emulated _,
          AuditRecord.ExecutionMoved _,
          AuditRecord.EmergencyMoved _,
          AuditRecord.LateFilled _,
          AuditRecord.DataJudged _,
          AuditRecord.CashMoved _ -> {}
    }
  }

  private void place(OrderIntent intent) {
    if (intent.purpose() == OrderPurpose.HEDGE) {
      hedgeBook = intent.book();
    }
    if (intent.purpose() == OrderPurpose.STOP) {
      stops.put(
          intent.orderId(),
          new Stop(intent.book(), intent.instrument(), intent.terms().stopLevelScaled()));
    }
  }

  private void move(AuditRecord.OrderMoved moved) {
    OrderIntent intent = moved.intent();
    if (moved.state().isFinal()) {
      stops.remove(intent.orderId());
    } else if (moved.event() instanceof OrderEvent.Amended amended
        && intent.purpose() == OrderPurpose.STOP) {
      stops.put(
          intent.orderId(),
          new Stop(intent.book(), intent.instrument(), amended.terms().stopLevelScaled()));
    }
  }

  private void margin(MarginEvent event) {
    switch (event) {
      case MarginEvent.Funded funded -> {
        paidScaled += Math.max(0, funded.amountScaled());
        receivedScaled += Math.max(0, -funded.amountScaled());
      }
      case MarginEvent.Liquidated liquidated -> liquidations.add(liquidation(liquidated));
      case MarginEvent.Changed _, MarginEvent.ClosedOutside _ -> {}
    }
  }

  private RiskRecord.Liquidation liquidation(MarginEvent.Liquidated event) {
    Instrument instrument = instruments.get(event.instrument());
    return new RiskRecord.Liquidation(
        event.timeNs(),
        instrument.id().symbol(),
        FixedPoint.toDecimal(event.qtyScaled(), instrument.qtyScale()),
        FixedPoint.toDecimal(event.priceScaled(), instrument.priceScale()),
        FixedPoint.toDecimal(event.feeScaled(), instrument.cashScale()),
        FixedPoint.toDecimal(event.coveredScaled(), instrument.cashScale()));
  }

  /** Looks at the books when all closes of an instant are known. */
  public void observe(long timeNs, Books books) {
    double equity = money(books.equityScaled());
    if (timeNs <= fromNs || !(equity > 0)) {
      return;
    }
    day.begin(timeNs).ifPresent(days::add);
    double heat = 0;
    double leverage = 0;
    double net = 0;
    int positions = 0;
    for (int i = 0; i < instruments.size(); i++) {
      double gross = 0;
      double hedged = 0;
      for (int book = 0; book < books.size(); book++) {
        Position position = books.of(book).position(i);
        if (!position.isFlat()) {
          double notional = money(books.of(book).exposureScaled(i)) / equity;
          net += position.isLong() ? notional : -notional;
          if (book == hedgeBook) {
            hedged = notional;
          } else {
            positions++;
            gross += notional;
            heat += notional * lossAtStop(book, i, position.isLong(), books.markScaled(i));
          }
        }
      }
      leverage += gross;
      day.symbol(i, gross + hedged, price(i, books.markScaled(i)));
    }
    day.sample(heat, leverage, net, positions);
  }

  private double lossAtStop(int book, int instrument, boolean isLong, long markScaled) {
    for (Stop stop : stops.values()) {
      if (stop.book() == book
          && stop.instrument() == instrument
          && stop.levelScaled().isPresent()
          && markScaled > 0) {
        double away = (double) (markScaled - stop.levelScaled().getAsLong()) / markScaled;
        return Math.max(0, isLong ? away : -away);
      }
    }
    return 1;
  }

  private double price(int instrument, long markScaled) {
    return markScaled == 0
        ? Double.NaN
        : Crossing.toDouble(markScaled, instruments.get(instrument).priceScale());
  }

  private double money(long scaled) {
    return Crossing.toDouble(scaled, instruments.getFirst().cashScale());
  }

  /** All that was heard, the day under way among it. */
  public RiskRecord record() {
    List<HeldDay> all = new ArrayList<>(days);
    day.soFar().ifPresent(all::add);
    int cashScale = instruments.getFirst().cashScale();
    return new RiskRecord(
        instruments.stream().map(instrument -> instrument.id().symbol()).toList(),
        all,
        events,
        sizes,
        FixedPoint.toDecimal(paidScaled, cashScale),
        FixedPoint.toDecimal(receivedScaled, cashScale),
        liquidations);
  }
}
