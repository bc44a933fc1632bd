package io.tradewind.research.backtest;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.quality.QualityReport;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.sizing.SizeRule;
import io.tradewind.core.trade.ClosedTrade;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers from the audit what a result tells. */
final class RunLog implements AuditSink {
  private final BacktestSpec spec;
  private final int cashScale;
  private final List<ClosedTrade> trades = new ArrayList<>();
  private final List<SignalRecord> signals = new ArrayList<>();
  private final Map<SizeRule, Integer> sizedBy = new EnumMap<>(SizeRule.class);

  /** Places of the signals behind the entries that stand, by order. */
  private final Map<Long, Integer> entries = new TreeMap<>();

  private final CostLog costs;
  private final QualityLog quality;
  private final ExecutionLog executions;
  private final CapitalLog capital;
  private final List<String> names;
  private final List<InstrumentId> instruments;
  private final Points daily = new Points();

  /** Of each book. */
  private final List<BookCurve> books = new ArrayList<>();

  private final Points candles = new Points();
  private long outside;
  private int rejected;
  private String firstRejection = "";

  RunLog(BacktestSpec spec) {
    this.spec = spec;
    this.cashScale = spec.market().instruments().getFirst().cashScale();
    this.costs = new CostLog(spec);
    this.quality = new QualityLog(spec);
    this.names = spec.books().stream().map(BacktestBook::name).toList();
    this.executions = new ExecutionLog(spec);
    this.capital = new CapitalLog(names);
    this.instruments = spec.market().instruments().stream().map(Instrument::id).toList();
    daily.add(spec.fromNs(), spec.capitalScaled());
    for (BacktestBook book : spec.books()) {
      books.add(new BookCurve(spec.fromNs(), book.capitalScaled()));
    }
  }

  @Override
  public void accept(AuditRecord entry) {
    switch (entry) {
      case AuditRecord.TradeClosed closed -> close(closed.trade());
      case AuditRecord.DayClosed day -> daily.add(day.timeNs(), day.equityScaled());
      case AuditRecord.SignalRaised raised -> {
        signals.add(new SignalRecord(raised.signal(), Optional.empty(), ""));
        quality.onSignal(
            names.indexOf(raised.strategy()),
            instruments.indexOf(raised.signal().instrument()),
            raised.signal());
      }
      case AuditRecord.SignalRefused refused -> refuse(refused);
      case AuditRecord.EntrySized sized -> sizedBy.merge(sized.boundBy(), 1, Integer::sum);
      case AuditRecord.OrderSent sent -> note(sent.intent());
      case AuditRecord.OrderMoved moved -> move(moved);
      case AuditRecord.EntryFollowed followed -> quality.onFollowed(followed);
      case AuditRecord.MarginMoved moved -> costs.onMargin(moved.event());
      case AuditRecord.ExecutionMoved moved -> executions.onMoved(moved);
      case AuditRecord.Allocated allocated -> capital.onAllocated(allocated.allocation());
      case AuditRecord.CashMoved moved -> transfer(moved.event());
      case AuditRecord.OrderRefused _,
          AuditRecord.LossNoticed _,
          AuditRecord.LimitNear _,
          AuditRecord.EntryGuarded _,
          AuditRecord.Emulated _,
          AuditRecord.HedgeMoved _,
          AuditRecord.HedgeRefused _,
          AuditRecord.EmergencyMoved _,
          AuditRecord.BreakerMoved _,
          AuditRecord.EntriesLocked _,
          AuditRecord.LockLifted _,
          AuditRecord.DataJudged _,
          AuditRecord.LateFilled _,
          AuditRecord.Resumed _,
          AuditRecord.Halted _ -> {}
    }
    spec.listener().accept(entry);
  }

  void addCandle(long timeNs, long equityScaled) {
    candles.add(timeNs, equityScaled);
  }

  /** Equity of each book as a day ends. */
  void addDay(long timeNs, Books all) {
    for (int i = 0; i < books.size(); i++) {
      books.get(i).add(timeNs, all.of(i).equityScaled());
    }
  }

  void end(long timeNs, Books all) {
    long equityScaled = all.equityScaled();
    daily.replaceOrAdd(timeNs, equityScaled);
    for (int i = 0; i < books.size(); i++) {
      books.get(i).end(timeNs, all.of(i).equityScaled());
    }
    if (spec.notes().candleEquity()) {
      candles.replaceOrAdd(timeNs, equityScaled);
    }
  }

  List<ClosedTrade> trades() {
    return trades;
  }

  List<SignalRecord> signals() {
    return signals;
  }

  EquityCurve daily() {
    return daily.curve(cashScale);
  }

  CostReport costs() {
    return costs.report();
  }

  ExecutionReport executions() {
    return executions.report();
  }

  CapitalReport capital() {
    return capital.report();
  }

  /** What came of each strategy; call once, at the end. */
  List<StrategyResult> strategies() {
    List<QualityReport> qualities = quality.reports();
    List<StrategyResult> results = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      BacktestBook book = spec.books().get(i);
      results.add(
          new StrategyResult(
              book.name(),
              book.parameters().asText(),
              book.interval().toString(),
              books.get(i).curve(cashScale),
              costs.of(i),
              qualities.get(i)));
    }
    return results;
  }

  EquityCurve candles() {
    return candles.curve(cashScale);
  }

  List<String> notices() {
    List<String> notices = new ArrayList<>();
    sizedBy.forEach((rule, count) -> {
      if (rule.isLimit()) {
        notices.add(counted(count, "entry was", "entries were") + " cut down by " + rule.text());
      }
    });
    if (rejected > 0) {
      notices.add(
          "the venue refused " + counted(rejected, "entry", "entries") + ": " + firstRejection);
    }
    if (outside > 0) {
      notices.add(counted(outside, "signal", "signals") + " outside of the span, not followed");
    }
    return notices;
  }

  private static String counted(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private void transfer(Transferred event) {
    capital.onTransfer(event);
    books.get(event.fromBook()).move(-event.amountScaled());
    books.get(event.toBook()).move(event.amountScaled());
  }

  private void close(ClosedTrade trade) {
    int book = names.indexOf(trade.strategy());
    int instrument = instruments.indexOf(trade.instrument().id());
    trades.add(trade);
    costs.onTrade(book, instrument, trade);
    quality.onTrade(book, instrument, trade);
  }

  private void move(AuditRecord.OrderMoved moved) {
    if (moved.event() instanceof OrderEvent.Filled fill) {
      costs.onFill(moved, fill);
    }
    quality.onOrder(moved);
    notice(moved);
  }

  private void refuse(AuditRecord.SignalRefused refused) {
    signals.removeLast();
    if (refused.refusal() == Refusal.OUTSIDE_SPAN) {
      outside++;
    } else {
      signals.add(
          new SignalRecord(refused.signal(), Optional.of(refused.refusal()), refused.detail()));
    }
  }

  /**
   * An entry's order goes out while its signal is the latest, but for those of an entry that is
   * worked: when one of these is refused, another follows. A hedge has no signal.
   */
  private void note(OrderIntent intent) {
    BacktestBook book = spec.books().get(intent.book());
    boolean isPlain = book.execution().isEmpty() && book.hedge().isEmpty();
    if (intent.purpose().opens() && isPlain) {
      entries.put(intent.orderId(), signals.size() - 1);
    }
  }

  /** What the venue would not have was not followed. */
  private void notice(AuditRecord.OrderMoved moved) {
    if (!moved.intent().purpose().opens() || !moved.state().isFinal()) {
      return;
    }
    Optional<Integer> signal = Optional.ofNullable(entries.remove(moved.intent().orderId()));
    if (signal.isPresent() && moved.event() instanceof OrderEvent.Rejected event) {
      String reason = event.reason().text();
      int at = signal.get();
      rejected++;
      firstRejection = firstRejection.isEmpty() ? reason : firstRejection;
      signals.set(
          at, new SignalRecord(signals.get(at).signal(), Optional.of(Refusal.REJECTED), reason));
    }
  }
}
