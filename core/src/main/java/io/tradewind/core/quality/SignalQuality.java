package io.tradewind.core.quality;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.statistics.Trades;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good the signals of one strategy or model are: hit rate, calibration and expectancy of its
 * last trades, and what came of its signals after some bars. A trade that was only advised counts
 * as one that was made. Its memory has a fixed size; an update allocates nothing, and a report
 * reckons everything anew from what is kept, so nothing drifts.
 */
public final class SignalQuality implements Stateful {
  private final String strategy;
  private final QualitySettings settings;
  private final Recent confidences;
  private final Recent profits;

  /** NaN of a trade without a stop. */
  private final Recent multiples;

  private final List<SignalTrack> tracks = new ArrayList<>();

  /** By horizon. */
  private final List<Recent> returns = new ArrayList<>();

  /**
   * Of a strategy that has said nothing yet.
   *
   * @param instruments how many it may speak of
   */
  public SignalQuality(String strategy, int instruments, QualitySettings settings) {
    Check.argument(instruments >= 1, "instruments must be >= 1, was %s", instruments);
    this.strategy = strategy;
    this.settings = settings;
    confidences = new Recent(settings.window());
    profits = new Recent(settings.window());
    multiples = new Recent(settings.window());
    for (int i = 0; i < instruments; i++) {
      tracks.add(new SignalTrack(settings.furthest()));
    }
    for (int i = 0; i < settings.horizons().size(); i++) {
      returns.add(new Recent(settings.window()));
    }
  }

  /** Whose signals. */
  public String strategy() {
    return strategy;
  }

  /**
   * A bar of an instrument has closed, before the strategy says what it thinks of it. Horizons
   * count bars; one that is missing is not counted.
   */
  public void onBar(int instrument, double close) {
    Check.argument(close > 0, "close must be > 0, was %s", close);
    SignalTrack track = tracks.get(instrument);
    track.onBar(close);
    for (int i = 0; i < returns.size(); i++) {
      int bars = settings.horizons().get(i);
      if (track.hasSignal(bars)) {
        returns.get(i).add(track.signedReturn(bars));
      }
    }
  }

  /** The strategy would enter at the last close of an instrument; of two the latter counts. */
  public void onSignal(int instrument, Direction direction) {
    tracks.get(instrument).onSignal(direction.sign());
  }

  /**
   * A trade has ended.
   *
   * @param confidence of its entry signal
   */
  public void onTrade(ClosedTrade trade, double confidence) {
    onTrade(confidence, trade.profitRatio(), trade.r());
  }

  /**
   * A trade has ended, or a call that was only advised.
   *
   * @param confidence of its entry signal, 0 to 1
   * @param profit after costs as a ratio of what was paid at the entry, finite
   * @param r the same in units of what the stop would have lost, empty where there was none
   */
  public void onTrade(double confidence, double profit, OptionalDouble r) {
    Check.argument(
        confidence >= 0 && confidence <= 1, "confidence must be in [0, 1], was %s", confidence);
    Check.argument(Double.isFinite(profit), "profit must be finite, was %s", profit);
    confidences.add(confidence);
    profits.add(profit);
    multiples.add(r.orElse(Double.NaN));
  }

  /** Profits of the last trades as ratios, {@code [trades]}, the oldest first. */
  public double[] profits() {
    return profits.values();
  }

  /** All that can be said now. */
  public QualityReport report() {
    double[] sure = confidences.values();
    double[] earned = profits.values();
    List<QualityReport.Bucket> buckets = buckets(sure, earned);
    return new QualityReport(
        strategy,
        earned.length,
        Trades.winRate(earned),
        brier(sure, earned),
        calibrationError(buckets, earned.length),
        Trades.expectancy(earned),
        Trades.expectancy(withStop()),
        orNothing(Trades.averageWin(earned)),
        orNothing(-Trades.averageLoss(earned)),
        buckets,
        horizons());
  }

  private double[] withStop() {
    return Arrays.stream(multiples.values()).filter(r -> !Double.isNaN(r)).toArray();
  }

  private static double orNothing(double mean) {
    return Double.isNaN(mean) ? 0 : mean;
  }

  private static double brier(double[] sure, double[] earned) {
    double sum = 0;
    for (int i = 0; i < sure.length; i++) {
      double miss = sure[i] - hit(earned[i]);
      sum += miss * miss;
    }
    return sum / sure.length;
  }

  private static int hit(double profit) {
    return profit > 0 ? 1 : 0;
  }

  private List<QualityReport.Bucket> buckets(double[] sure, double[] earned) {
    int count = settings.buckets();
    int[] trades = new int[count];
    int[] hits = new int[count];
    double[] sums = new double[count];
    for (int i = 0; i < sure.length; i++) {
      int bucket = Math.min(count - 1, (int) (sure[i] * count));
      trades[bucket]++;
      hits[bucket] += hit(earned[i]);
      sums[bucket] += sure[i];
    }
    List<QualityReport.Bucket> buckets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      buckets.add(
          new QualityReport.Bucket(
              (double) i / count,
              (i + 1.0) / count,
              trades[i],
              sums[i] / trades[i],
              (double) hits[i] / trades[i]));
    }
    return buckets;
  }

  private static double calibrationError(List<QualityReport.Bucket> buckets, int trades) {
    double sum = 0;
    for (QualityReport.Bucket bucket : buckets) {
      if (bucket.trades() > 0) {
        sum += bucket.trades() * Math.abs(bucket.confidence() - bucket.hitRate());
      }
    }
    return sum / trades;
  }

  private List<QualityReport.Horizon> horizons() {
    List<QualityReport.Horizon> horizons = new ArrayList<>();
    for (int i = 0; i < returns.size(); i++) {
      double[] values = returns.get(i).values();
      horizons.add(
          new QualityReport.Horizon(
              settings.horizons().get(i),
              values.length,
              Trades.expectancy(values),
              Trades.winRate(values)));
    }
    return horizons;
  }

  @Override
  public void save(StateWriter out) {
    out.section("signal-quality", 1);
    confidences.save(out);
    profits.save(out);
    multiples.save(out);
    tracks.forEach(track -> track.save(out));
    returns.forEach(kept -> kept.save(out));
  }

  @Override
  public void load(StateReader in) {
    in.section("signal-quality", 1);
    confidences.load(in);
    profits.load(in);
    multiples.load(in);
    tracks.forEach(track -> track.load(in));
    returns.forEach(kept -> kept.load(in));
  }
}
