package io.tradewind.store.quality;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at candles one by one in the order in which they come, and says what is wrong.
 *
 * <p>The score is {@code 1 - bad / (rows + missing)}, not below 0, and 0 without rows. A candle
 * that is missing, stands twice, out of order, breaks its range, jumps or is frozen adds 1 to
 * {@code bad}; one of low volume adds 1/2, for it is true but hard to trade. A candle adds no more
 * than 1. So 0.8 says that a fifth of the time cannot be trusted.
 */
public final class QualityCheck {
  private final Interval interval;
  private final int priceScale;
  private final int volumeScale;
  private final QualityThresholds limits;
  private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
  private final List<Finding> findings = new ArrayList<>();
  private long rows;
  private long missing;
  private long badHalves;
  private long lastOpenNs;
  private long lastClose;
  private long frozenFromNs;
  private int frozen;
  private long frozenHalves;

  /** A check of candles whose prices and volumes come in these scales. */
  public QualityCheck(
      Interval interval, int priceScale, int volumeScale, QualityThresholds limits) {
    this.interval = interval;
    this.priceScale = priceScale;
    this.volumeScale = volumeScale;
    this.limits = limits;
  }

  /** The quality of a history. */
  public static QualityReport of(
      CandleColumns candles, Interval interval, QualityThresholds limits) {
    QualityCheck check =
        new QualityCheck(interval, candles.priceScale(), candles.volumeScale(), limits);
    for (int i = 0; i < candles.size(); i++) {
      check.add(
          candles.openTimeNs(i),
          candles.open(i),
          candles.high(i),
          candles.low(i),
          candles.close(i),
          candles.volume(i));
    }
    return check.report();
  }

  /** Takes the next candle, which may be as wrong as it likes. */
  public void add(long openNs, long open, long high, long low, long close, long volume) {
    boolean first = rows++ == 0;
    boolean broken = low <= 0 || low > Math.min(open, close) || high < Math.max(open, close);
    if (broken) {
      find(Finding.Kind.BROKEN_RANGE, openNs, BigDecimal.valueOf(low, priceScale));
    }
    boolean misplaced = !first && isMisplaced(openNs);
    if (!first && !misplaced) {
      gap(openNs);
    }
    boolean jumped = !first && !broken && !misplaced && jumps(openNs, close);
    boolean thin = isThin(openNs, close, volume);
    boolean unsound = broken || misplaced || jumped;
    badHalves += unsound ? 2 : thin ? 1 : 0;
    boolean still = !first && !misplaced && high == low && close == lastClose;
    freeze(openNs, still, unsound, thin);
    if (!misplaced) {
      lastOpenNs = openNs;
      lastClose = close;
    }
  }

  /** What was found so far. */
  public QualityReport report() {
    Map<Finding.Kind, Long> all = new EnumMap<>(Finding.Kind.class);
    all.putAll(counts);
    List<Finding> listed = new ArrayList<>(findings);
    if (isFrozen()) {
      all.merge(Finding.Kind.FROZEN, 1L, Long::sum);
      if (listed.size() < limits.maxFindings()) {
        listed.add(frozenFinding());
      }
    }
    double bad = badHalves / 2.0;
    double score = rows == 0 ? 0 : Math.max(0, 1 - bad / (rows + missing));
    return new QualityReport(rows, missing, all, listed, score);
  }

  private boolean isMisplaced(long openNs) {
    if (openNs > lastOpenNs) {
      return false;
    }
    find(
        openNs == lastOpenNs ? Finding.Kind.DUPLICATE : Finding.Kind.OUT_OF_ORDER,
        openNs,
        BigDecimal.ONE);
    return true;
  }

  private void gap(long openNs) {
    long stepNs = openNs - lastOpenNs;
    long lengthNs = interval.durationNs();
    if (stepNs <= lengthNs || stepNs <= limits.maxGapNs()) {
      return;
    }
    long lost = (stepNs - 1) / lengthNs;
    missing += lost;
    badHalves += 2 * lost;
    note(new Finding(Finding.Kind.GAP, lastOpenNs + lengthNs, openNs, BigDecimal.valueOf(lost)));
  }

  private boolean jumps(long openNs, long close) {
    if (lastClose <= 0) {
      return false;
    }
    BigDecimal change =
        BigDecimal.valueOf(close)
            .subtract(BigDecimal.valueOf(lastClose))
            .divide(BigDecimal.valueOf(lastClose), 12, RoundingMode.HALF_EVEN);
    if (change.abs().compareTo(limits.maxJump()) <= 0) {
      return false;
    }
    find(Finding.Kind.JUMP, openNs, change.stripTrailingZeros());
    return true;
  }

  private boolean isThin(long openNs, long close, long volume) {
    BigDecimal quote =
        new BigDecimal(
            BigInteger.valueOf(close).multiply(BigInteger.valueOf(volume)),
            priceScale + volumeScale);
    if (quote.compareTo(limits.minQuoteVolume()) >= 0) {
      return false;
    }
    find(Finding.Kind.LOW_VOLUME, openNs, quote);
    return true;
  }

  /** Candles of a run become bad together, once the run is long enough. */
  private void freeze(long openNs, boolean still, boolean unsound, boolean thin) {
    if (!still) {
      if (isFrozen()) {
        note(frozenFinding());
      }
      frozen = 0;
      frozenHalves = 0;
      return;
    }
    if (frozen++ == 0) {
      frozenFromNs = openNs;
    }
    frozenHalves += unsound ? 0 : thin ? 1 : 2;
    if (isFrozen()) {
      badHalves += frozenHalves;
      frozenHalves = 0;
    }
  }

  private boolean isFrozen() {
    return frozen >= limits.frozenCandles();
  }

  private Finding frozenFinding() {
    long endNs = lastOpenNs + interval.durationNs();
    return new Finding(Finding.Kind.FROZEN, frozenFromNs, endNs, BigDecimal.valueOf(frozen));
  }

  private void find(Finding.Kind kind, long openNs, BigDecimal value) {
    note(new Finding(kind, openNs, openNs + interval.durationNs(), value));
  }

  private void note(Finding finding) {
    counts.merge(finding.kind(), 1L, Long::sum);
    if (findings.size() < limits.maxFindings()) {
      findings.add(finding);
    }
  }
}
