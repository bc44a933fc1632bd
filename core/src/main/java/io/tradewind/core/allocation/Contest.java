package io.tradewind.core.allocation;

import io.tradewind.analytics.random.Deviates;
import java.util.Arrays;
import java.util.List;

/** Draws how good strategies may be, and counts which is the best; see {@link AllocationRule}. */
final class Contest {
  private final AllocationRule.Bandit rule;
  private final Deviates deviates;

  Contest(AllocationRule.Bandit rule, Deviates deviates) {
    this.rule = rule;
    this.deviates = deviates;
  }

  /** The chance of each to have the highest ratio of mean to deviation; they sum to 1. */
  double[] chances(List<Track> tracks) {
    double[] chances = new double[tracks.size()];
    double squared = meanSquare(tracks);
    if (tracks.size() == 1 || !(squared > 0)) {
      Arrays.fill(chances, 1.0 / tracks.size());
      return chances;
    }
    Belief[] beliefs =
        tracks.stream()
            .map(track -> Belief.of(track, rule.priorPeriods(), squared))
            .toArray(Belief[]::new);
    for (int draw = 0; draw < rule.draws(); draw++) {
      chances[best(beliefs)]++;
    }
    for (int i = 0; i < chances.length; i++) {
      chances[i] /= rule.draws();
    }
    return chances;
  }

  private int best(Belief[] beliefs) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < beliefs.length; i++) {
      double ratio = beliefs[i].draw(deviates);
      if (ratio > highest) {
        highest = ratio;
        best = i;
      }
    }
    return best;
  }

  private static double meanSquare(List<Track> tracks) {
    double sum = 0;
    long count = 0;
    for (Track track : tracks) {
      sum += track.squaresAround(0);
      count += track.size();
    }
    return sum / count;
  }

  /**
   * What is known of the returns of a strategy.
   *
   * @param weight periods, the prior's among them
   * @param mean of the mean
   * @param squares of the distribution of the precision, twice its rate
   */
  private record Belief(double weight, double mean, double squares) {
    static Belief of(Track track, double prior, double priorSquare) {
      int count = track.size();
      double mean = track.mean();
      double weight = prior + count;
      double squares =
          prior * priorSquare + track.squaresAround(mean) + prior * count * mean * mean / weight;
      return new Belief(weight, count * mean / weight, squares);
    }

    /** A ratio of mean to deviation. */
    double draw(Deviates deviates) {
      double precision = deviates.gamma(weight / 2) / (squares / 2);
      return mean * Math.sqrt(precision) + deviates.normal() / Math.sqrt(weight);
    }
  }
}
