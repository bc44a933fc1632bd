package io.tradewind.research.backtest;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.quality.QualityBook;
import io.tradewind.core.quality.QualityReport;
import io.tradewind.core.quality.QualitySettings;
import io.tradewind.core.quality.SignalQuality;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.store.series.Resample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gathers from the audit how good signals were. A trade counts with the confidence of the signal
 * whose order opened it; what came of signals after some candles is reckoned at the end, over the
 * candles of the strategy's interval.
 */
final class QualityLog {
  private final BacktestSpec spec;
  private final QualityBook qualities;

  /** Entry signals within the span, by book. */
  private final List<List<Said>> said = new ArrayList<>();

  /** Of entries that stand, by order. */
  private final Map<Long, Double> standing = new TreeMap<>();

  /** Of the open trade, {@code [book][instrument]}; NaN where there is none. */
  private final double[][] confidences;

  /** Of the latest entry that is worked by many orders, alike. */
  private final double[][] worked;

  /** An entry that a strategy asked for at a close. */
  private record Said(long timeNs, int instrument, Direction direction) {}

  QualityLog(BacktestSpec spec) {
    this.spec = spec;
    this.qualities =
        new QualityBook(
            spec.books().stream().map(BacktestBook::name).toList(),
            spec.market().instruments().size(),
            QualitySettings.SHIPPED);
    this.confidences = new double[spec.books().size()][spec.market().instruments().size()];
    this.worked = new double[confidences.length][spec.market().instruments().size()];
    for (int i = 0; i < confidences.length; i++) {
      Arrays.fill(confidences[i], Double.NaN);
      Arrays.fill(worked[i], Double.NaN);
      said.add(new ArrayList<>());
    }
  }

  /** A strategy said something. */
  void onSignal(int book, int instrument, Signal signal) {
    if (signal instanceof Signal.Enter enter
        && enter.timeNs() >= spec.fromNs()
        && enter.timeNs() < spec.toNs()) {
      said.get(book).add(new Said(enter.timeNs(), instrument, enter.direction()));
    }
  }

  /** An order stands for a signal. */
  void onFollowed(AuditRecord.EntryFollowed followed) {
    if (followed.signal() instanceof Signal.Enter enter) {
      if (followed.isWorked()) {
        worked[followed.book()][followed.instrument()] = enter.confidence();
      } else {
        standing.put(followed.orderId(), enter.confidence());
      }
    }
  }

  /** An order has moved; the first fill of an entry begins a trade. */
  void onOrder(AuditRecord.OrderMoved moved) {
    long order = moved.intent().orderId();
    double[] book = confidences[moved.intent().book()];
    int instrument = moved.intent().instrument();
    if (moved.event() instanceof OrderEvent.Filled
        && moved.intent().purpose().opens()
        && Double.isNaN(book[instrument])) {
      double ofParts = worked[moved.intent().book()][instrument];
      book[instrument] = standing.getOrDefault(order, Double.isNaN(ofParts) ? 1.0 : ofParts);
    }
    if (moved.state().isFinal()) {
      standing.remove(order);
    }
  }

  /** A trade is over; those of a hedge say nothing of signals. */
  void onTrade(int book, int instrument, ClosedTrade trade) {
    if (spec.books().get(book).hedge().isPresent()) {
      return;
    }
    double confidence = confidences[book][instrument];
    qualities.get(book).onTrade(trade, Double.isNaN(confidence) ? 1 : confidence);
    confidences[book][instrument] = Double.NaN;
  }

  /** Of all strategies; call once, at the end. */
  List<QualityReport> reports() {
    for (int book = 0; book < said.size(); book++) {
      replay(spec.books().get(book), qualities.get(book), said.get(book));
    }
    return qualities.reports();
  }

  /** At each instant first the closes, then what was said at them. */
  private void replay(BacktestBook book, SignalQuality quality, List<Said> signals) {
    if (signals.isEmpty()) {
      return;
    }
    long firstNs = signals.getFirst().timeNs() - book.interval().durationNs();
    List<CandleColumns> bars =
        spec.market().feeds().stream()
            .map(feed -> feed.slice(feed.firstRowFrom(book.interval().floor(firstNs)), feed.size()))
            .map(feed -> Resample.candles(feed, book.interval()))
            .toList();
    int[] rows = new int[bars.size()];
    int next = 0;
    long now = nextClose(bars, rows);
    while (now <= spec.toNs() && now != Long.MAX_VALUE) {
      while (next < signals.size() && signals.get(next).timeNs() < now) {
        tell(quality, signals.get(next++));
      }
      for (int i = 0; i < rows.length; i++) {
        CandleColumns feed = bars.get(i);
        while (rows[i] < feed.size() && feed.closeTimeNs(rows[i]) == now) {
          quality.onBar(i, Crossing.toDouble(feed.close(rows[i]++), feed.priceScale()));
        }
      }
      now = nextClose(bars, rows);
    }
  }

  private static void tell(SignalQuality quality, Said signal) {
    quality.onSignal(signal.instrument(), signal.direction());
  }

  private static long nextClose(List<CandleColumns> bars, int[] rows) {
    long next = Long.MAX_VALUE;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < bars.get(i).size()) {
        next = Math.min(next, bars.get(i).closeTimeNs(rows[i]));
      }
    }
    return next;
  }
}
