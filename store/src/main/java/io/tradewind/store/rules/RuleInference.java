package io.tradewind.store.rules;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import java.util.List;
import java.util.Locale;

/**
 * Tick and lot out of the decimals that candles have. The tick is the step of the longest price,
 * trailing zeros trimmed; the lot is the largest decimal step on which 99 % of the volumes above
 * zero lie, since sums of lots lie on lots and the rest is noise of the source. Fewer than 100
 * values prove nothing: the step is then 1e-8, or the finest that fits.
 */
public final class RuleInference {
  /** Fewer values prove no step. */
  public static final int MIN_SAMPLE = 100;

  private static final int DEFAULT_DECIMALS = 8;
  private static final long LIMIT = 1L << 62;

  private final List<CandleColumns> series;
  private long candles;
  private long volumes;
  private int priceDecimals;
  private final long[] volumesByDecimals = new long[FixedPoint.MAX_SCALE + 1];

  private RuleInference(List<CandleColumns> series) {
    this.series = series;
  }

  /** The rules that one or several series of an instrument show. */
  public static InferredRules infer(List<CandleColumns> series) {
    RuleInference inference = new RuleInference(series);
    series.forEach(inference::look);
    return inference.rules();
  }

  private void look(CandleColumns rows) {
    candles += rows.size();
    for (int i = 0; i < rows.size(); i++) {
      int scale = rows.priceScale();
      priceDecimals = Math.max(priceDecimals, decimals(rows.open(i), scale));
      priceDecimals = Math.max(priceDecimals, decimals(rows.high(i), scale));
      priceDecimals = Math.max(priceDecimals, decimals(rows.low(i), scale));
      priceDecimals = Math.max(priceDecimals, decimals(rows.close(i), scale));
      if (rows.volume(i) > 0) {
        volumes++;
        volumesByDecimals[decimals(rows.volume(i), rows.volumeScale())]++;
      }
    }
  }

  private InferredRules rules() {
    boolean tickProven = candles >= MIN_SAMPLE;
    boolean lotProven = volumes >= MIN_SAMPLE;
    int priceScale =
        tickProven ? priceDecimals : Math.max(priceDecimals, fitting(DEFAULT_DECIMALS, true));
    int lotDecimals = lotProven ? lotDecimals() : 0;
    int qtyScale = Math.max(fitting(DEFAULT_DECIMALS, false), lotDecimals);
    int lotAt = lotProven ? lotDecimals : qtyScale;
    long lotScaled = FixedPoint.pow10(qtyScale - lotAt);
    return new InferredRules(
        priceScale,
        qtyScale,
        1,
        lotScaled,
        said("tick", priceScale, tickProven, String.format(Locale.ROOT, "%,d candles", candles)),
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

  /** The largest scale up to this at which every price, or every volume, stays below 2^62. */
  private int fitting(int wanted, boolean price) {
    int scale = wanted;
    for (CandleColumns rows : series) {
      int had = price ? rows.priceScale() : rows.volumeScale();
      for (int i = 0; i < rows.size(); i++) {
        long value = price ? rows.high(i) : rows.volume(i);
        while (scale > had && value >= LIMIT / FixedPoint.pow10(scale - had)) {
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
