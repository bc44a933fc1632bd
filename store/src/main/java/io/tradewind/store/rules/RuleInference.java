package io.tradewind.store.rules;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToLongFunction;

/**
 * Tick and lot out of the decimals that candles, or trades and a book, have. The tick is the step
 * of the longest price, trailing zeros trimmed; the lot is the largest decimal step on which 99 %
 * of the volumes above zero lie, since sums of lots lie on lots and the rest is noise of the
 * source. Fewer than 100 values prove nothing: the step is then 1e-8, or the finest that fits.
 */
public final class RuleInference {
  /** Fewer values prove no step. */
  public static final int MIN_SAMPLE = 100;

  private static final int DEFAULT_DECIMALS = 8;
  private static final long LIMIT = 1L << 62;

  private final String samples;
  private final boolean tickProven;
  private final List<Column> prices;
  private final List<Column> quantities;
  private long volumes;
  private int priceDecimals;
  private final long[] volumesByDecimals = new long[FixedPoint.MAX_SCALE + 1];

  /** Values in a scale. */
  private record Column(int size, int scale, IntToLongFunction values) {
    long value(int row) {
      return values.applyAsLong(row);
    }
  }

  private RuleInference(long count, String what, List<Column> prices, List<Column> quantities) {
    this.samples = String.format(Locale.ROOT, "%,d %s", count, what);
    this.tickProven = count >= MIN_SAMPLE;
    this.prices = prices;
    this.quantities = quantities;
  }

  /** The rules that one or several series of an instrument show. */
  public static InferredRules infer(List<CandleColumns> series) {
    List<Column> prices = new ArrayList<>();
    List<Column> volumes = new ArrayList<>();
    for (CandleColumns rows : series) {
      int scale = rows.priceScale();
      prices.add(new Column(rows.size(), scale, rows::open));
      prices.add(new Column(rows.size(), scale, rows::high));
      prices.add(new Column(rows.size(), scale, rows::low));
      prices.add(new Column(rows.size(), scale, rows::close));
      volumes.add(new Column(rows.size(), rows.volumeScale(), rows::volume));
    }
    long candles = series.stream().mapToLong(CandleColumns::size).sum();
    return new RuleInference(candles, "candles", prices, volumes).rules();
  }

  /** The rules that trades and an order book of an instrument show; the lot is that of trades. */
  public static InferredRules infer(TradeColumns trades, BookColumns book) {
    List<Column> prices =
        List.of(
            new Column(trades.size(), trades.priceScale(), trades::price),
            new Column(book.size(), book.priceScale(), book::price));
    List<Column> quantities = List.of(new Column(trades.size(), trades.qtyScale(), trades::qty));
    return new RuleInference(
            (long) trades.size() + book.size(), "trades and levels", prices, quantities)
        .rules();
  }

  private void look() {
    for (Column column : prices) {
      for (int i = 0; i < column.size(); i++) {
        priceDecimals = Math.max(priceDecimals, decimals(column.value(i), column.scale()));
      }
    }
    for (Column column : quantities) {
      for (int i = 0; i < column.size(); i++) {
        if (column.value(i) > 0) {
          volumes++;
          volumesByDecimals[decimals(column.value(i), column.scale())]++;
        }
      }
    }
  }

  private InferredRules rules() {
    look();
    boolean lotProven = volumes >= MIN_SAMPLE;
    int priceScale = tickProven ? priceDecimals : Math.max(priceDecimals, fitting(prices));
    int lotDecimals = lotProven ? lotDecimals() : 0;
    int qtyScale = Math.max(fitting(quantities), lotDecimals);
    int lotAt = lotProven ? lotDecimals : qtyScale;
    long lotScaled = FixedPoint.pow10(qtyScale - lotAt);
    return new InferredRules(
        priceScale,
        qtyScale,
        1,
        lotScaled,
        said("tick", priceScale, tickProven, samples),
        said("lot", lotAt, lotProven, String.format(Locale.ROOT, "%,d volumes", volumes)));
  }

  private static String said(String what, int decimals, boolean proven, String sample) {
    String step = FixedPoint.format(1, decimals);
    return proven
        ? String.format(Locale.ROOT, "%s %s inferred from %s", what, step, sample)
        : String.format(
            Locale.ROOT, "%s %s assumed (%s prove none, %d would)", what, step, sample, MIN_SAMPLE);
  }

  /** The fewest decimals that 99 % of the volumes do with. */
  private int lotDecimals() {
    long seen = 0;
    for (int i = 0; i < volumesByDecimals.length; i++) {
      seen += volumesByDecimals[i];
      if (seen * 100 >= volumes * 99) {
        return i;
      }
    }
    return FixedPoint.MAX_SCALE;
  }

  /** The most of the usual decimals with which every value stays below 2^62. */
  private static int fitting(List<Column> columns) {
    int scale = DEFAULT_DECIMALS;
    for (Column column : columns) {
      for (int i = 0; i < column.size(); i++) {
        while (scale > column.scale()
            && column.value(i) >= LIMIT / FixedPoint.pow10(scale - column.scale())) {
          scale--;
        }
      }
    }
    return scale;
  }

  private static int decimals(long scaled, int scale) {
    long value = scaled;
    int decimals = scale;
    while (decimals > 0 && value % 10 == 0) {
      value /= 10;
      decimals--;
    }
    return decimals;
  }
}
