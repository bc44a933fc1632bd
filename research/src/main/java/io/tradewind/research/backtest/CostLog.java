package io.tradewind.research.backtest;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.cost.CostBreakdown;
import io.tradewind.core.execution.cost.CostLedger;
import io.tradewind.core.execution.cost.NetResult;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.trade.ClosedTrade;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Gathers from the audit what trading cost. */
final class CostLog {
  private static final int NONE = -1;

  private final BacktestSpec spec;
  private final CostLedger ledger;

  /** The number of the open trade, {@code [book][instrument]}. */
  private final long[][] open;

  private final List<NetResult> trades = new ArrayList<>();
  private long nextTrade;

  CostLog(BacktestSpec spec) {
    this.spec = spec;
    this.ledger = new CostLedger(spec.books().size());
    this.open = new long[spec.books().size()][spec.market().instruments().size()];
    for (long[] book : open) {
      Arrays.fill(book, NONE);
    }
  }

  /** An order of a book was filled. */
  void onFill(AuditRecord.OrderMoved moved, OrderEvent.Filled fill) {
    int book = moved.intent().book();
    int instrument = moved.intent().instrument();
    if (open[book][instrument] == NONE) {
      open[book][instrument] = nextTrade++;
    }
    CostBreakdown costs =
        new CostBreakdown(feeValue(instrument, fill), 0, 0, 0, 0, 0, 0, 0)
            .plus(spec.rules().costs().split(fill.quoteScaled(), fill.slippageScaled()));
    add(book, instrument, fill.timeNs(), costs);
  }

  /** The venue did something to an account without an order. */
  void onMargin(MarginEvent event) {
    switch (event) {
      case MarginEvent.Funded funded ->
          add(event, new CostBreakdown(0, 0, 0, 0, funded.amountScaled(), 0, 0, 0));
      case MarginEvent.Liquidated liquidated ->
          add(event, new CostBreakdown(liquidated.feeScaled(), 0, 0, 0, 0, 0, 0, 0));
      case MarginEvent.ClosedOutside closed ->
          add(event, new CostBreakdown(closed.feeScaled(), 0, 0, 0, 0, 0, 0, 0));
      case MarginEvent.Changed _ -> {}
    }
  }

  /** A trade is over: what it gained before costs is known. */
  void onTrade(int book, int instrument, ClosedTrade trade) {
    long gross =
        Math.addExact(
            trade.profitScaled(),
            Math.addExact(
                trade.feesScaled(), Math.addExact(trade.slippageScaled(), trade.fundingScaled())));
    long number = open[book][instrument];
    NetResult gained = new NetResult(gross, CostBreakdown.NONE);
    ledger.add(book, OptionalLong.of(number), trade.exitTimeNs(), gained);
    trades.add(ledger.closeTrade(number));
    open[book][instrument] = NONE;
  }

  CostReport report() {
    List<CostReport.Day> days = new ArrayList<>();
    for (long day : ledger.epochDays()) {
      for (int book = 0; book < spec.books().size(); book++) {
        NetResult result = ledger.day(day, book);
        if (!result.equals(NetResult.NONE)) {
          days.add(new CostReport.Day(day, spec.books().get(book).name(), result));
        }
      }
    }
    return new CostReport(trades, days);
  }

  NetResult of(int book) {
    return ledger.strategy(book);
  }

  private void add(MarginEvent event, CostBreakdown costs) {
    add(event.book(), event.instrument(), event.timeNs(), costs);
  }

  private void add(int book, int instrument, long timeNs, CostBreakdown costs) {
    long trade = open[book][instrument];
    ledger.add(
        book,
        trade == NONE ? OptionalLong.empty() : OptionalLong.of(trade),
        timeNs,
        new NetResult(0, costs));
  }

  /** A fee in base at the price of its fill, as the books have it. */
  private long feeValue(int instrument, OrderEvent.Filled fill) {
    Instrument i = spec.market().instruments().get(instrument);
    return fill.feeInBase()
        ? FixedPoint.multiply(
            fill.priceScaled(),
            i.priceScale(),
            fill.feeScaled(),
            i.qtyScale(),
            i.cashScale(),
            RoundingMode.HALF_EVEN)
        : fill.feeScaled();
  }
}
