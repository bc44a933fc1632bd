package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.random.Deviates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which regime holds in each candle: a Markov chain in continuous time, looked at at opens. */
final class RegimeClock {
  /** Enough for any chain that is not made of parts which hardly ever meet. */
  private static final int ROUNDS = 10_000;

  private final List<VolatilityRegime> regimes;
  private final double candleDays;
  private final Deviates deviates;
  private final List<RegimeChange> changes = new ArrayList<>();
  private int now;
  private double daysLeft;

  /** Begins in a regime as likely as it is at any time. */
  RegimeClock(List<VolatilityRegime> regimes, double candleDays, Deviates deviates) {
    this.regimes = regimes;
    this.candleDays = candleDays;
    this.deviates = deviates;
    this.now = choose(timeShares(regimes));
    this.daysLeft = length();
    changes.add(new RegimeChange(0, now));
  }

  /** The regime of a candle, asked for each in turn. */
  VolatilityRegime at(int candle) {
    if (daysLeft <= 0) {
      change(candle);
    }
    daysLeft -= candleDays;
    return regimes.get(now);
  }

  private void change(int candle) {
    int before = now;
    while (daysLeft <= 0) {
      List<Double> next = regimes.get(now).next();
      if (regimes.size() > 1) {
        now = choose(next.stream().mapToDouble(weight -> weight).toArray());
      }
      daysLeft += length();
    }
    if (now != before) {
      changes.add(new RegimeChange(candle, now));
    }
  }

  List<RegimeChange> changes() {
    return changes;
  }

  private double length() {
    return deviates.exponential() * regimes.get(now).meanDays();
  }

  private int choose(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = deviates.uniform() * sum;
    int chosen = -1;
    for (int i = 0; i < weights.length && left >= 0; i++) {
      if (weights[i] > 0) {
        chosen = i;
        left -= weights[i];
      }
    }
    return chosen;
  }

  /** The part of all time that each regime holds, in the long run. */
  static double[] timeShares(List<VolatilityRegime> regimes) {
    double[] visits = new double[regimes.size()];
    visits[0] = 1;
    double[] before = {};
    for (int round = 0; round < ROUNDS && !Arrays.equals(before, visits); round++) {
      before = visits;
      visits = regimes.size() > 1 ? stepHalf(regimes, visits) : visits;
    }
    double sum = 0;
    for (int i = 0; i < visits.length; i++) {
      visits[i] *= regimes.get(i).meanDays();
      sum += visits[i];
    }
    for (int i = 0; i < visits.length; i++) {
      visits[i] /= sum;
    }
    return visits;
  }

  /** Half stay, so that a chain that goes to and fro settles, too. */
  private static double[] stepHalf(List<VolatilityRegime> regimes, double[] visits) {
    double[] after = new double[visits.length];
    for (int from = 0; from < visits.length; from++) {
      List<Double> next = regimes.get(from).next();
      double sum = next.stream().mapToDouble(weight -> weight).sum();
      after[from] += 0.5 * visits[from];
      for (int to = 0; to < visits.length; to++) {
        after[to] += 0.5 * visits[from] * next.get(to) / sum;
      }
    }
    return after;
  }
}
