package io.tradewind.research.risk;

import io.tradewind.core.time.Utc;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The samples of a UTC day, as they come. */
final class DayUnderWay {
  private final double[] maxExposures;
  private final double[] closes;
  private long epochDay = Long.MIN_VALUE;
  private int samples;
  private double heat;
  private double maxHeat;
  private double heats;
  private double leverage;
  private double maxLeverage;
  private double leverages;
  private double net;
  private int maxPositions;

  DayUnderWay(int symbols) {
    this.maxExposures = new double[symbols];
    this.closes = new double[symbols];
    Arrays.fill(closes, Double.NaN);
  }

  /** Begins the day that a close belongs to, and gives the one before where it is over. */
  Optional<HeldDay> begin(long timeNs) {
    long today = Utc.epochDay(timeNs - 1); // a close at midnight ends its day
    if (today == epochDay) {
      return Optional.empty();
    }
    Optional<HeldDay> over = soFar();
    epochDay = today;
    samples = 0;
    maxHeat = 0;
    heats = 0;
    maxLeverage = 0;
    leverages = 0;
    maxPositions = 0;
    Arrays.fill(maxExposures, 0);
    return over;
  }

  void symbol(int symbol, double exposure, double close) {
    maxExposures[symbol] = Math.max(maxExposures[symbol], exposure);
    closes[symbol] = close;
  }

  void sample(double nowHeat, double nowLeverage, double nowNet, int positions) {
    samples++;
    heat = nowHeat;
    maxHeat = Math.max(maxHeat, nowHeat);
    heats += nowHeat;
    leverage = nowLeverage;
    maxLeverage = Math.max(maxLeverage, nowLeverage);
    leverages += nowLeverage;
    net = nowNet;
    maxPositions = Math.max(maxPositions, positions);
  }

  /** What the day is until now; empty before its first sample. */
  Optional<HeldDay> soFar() {
    return samples == 0
        ? Optional.empty()
        : Optional.of(
            new HeldDay(
                epochDay,
                samples,
                heat,
                maxHeat,
                heats / samples,
                leverage,
                maxLeverage,
                leverages / samples,
                net,
                maxPositions,
                list(maxExposures),
                list(closes)));
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
