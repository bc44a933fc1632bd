package io.tradewind.core.risk.sizing;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an entry must reach to be worth its risk; a floor that is empty is off. They are looked at
 * in this order, and the first that is missed is named. Pure.
 *
 * @param stop where the stop may be; an entry without one misses it
 * @param netProfit the least that the whole position earns at the first target, in money, after the
 *     costs of both ways
 * @param rewardToRisk the least mean distance of the targets over the distance of the stop, before
 *     costs; without a stop all of the price is at risk
 * @param confidence the least of the signal
 */
public record EntryFloors(
    Optional<Band> stop,
    OptionalDouble netProfit,
    OptionalDouble rewardToRisk,
    OptionalDouble confidence) {

  /** From half a percent to ten, 3 in money, one and a half, 70 %. */
  public static final EntryFloors SHIPPED =
      new EntryFloors(
          Optional.of(new Band(0.005, 0.1)),
          OptionalDouble.of(3),
          OptionalDouble.of(1.5),
          OptionalDouble.of(0.7));

  /** All off. */
  public static final EntryFloors NONE =
      new EntryFloors(
          Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /** What stands on its floor but for the last bits of its reckoning is not under it. */
  private static final double HAIR = 1e-9;

  /** Distances of a stop from the entry as ratios of its price, both included. */
  public record Band(double least, double most) {
    /** Checks the ranges. */
    public Band {
      Check.argument(
          least >= 0 && least <= most && most < 1,
          "a band must be 0 <= least <= most < 1, was %s to %s",
          least,
          most);
    }
  }

  /**
   * What is judged. A position that runs without a target is not held to the floors of targets.
   *
   * @param price of the entry
   * @param notional in money
   * @param stop its price
   * @param targets their prices, each for an equal part, the nearest first
   * @param costs of both ways as a ratio of the notional
   * @param confidence 0 to 1
   */
  public record Entry(
      double price,
      double notional,
      OptionalDouble stop,
      List<Double> targets,
      double costs,
      double confidence) {
    /** Keeps a copy. */
    public Entry {
      targets = List.copyOf(targets);
    }

    /** Distance of the stop as a ratio of the price. */
    double risk() {
      return stop.isEmpty() ? 1 : Math.abs(price - stop.getAsDouble()) / price;
    }

    /** Distance of the first target as a ratio of the price. */
    double firstReward() {
      return Math.abs(targets.getFirst() - price) / price;
    }

    /** Mean distance of the targets as a ratio of the price. */
    double meanReward() {
      double sum = 0;
      for (double target : targets) {
        sum += Math.abs(target - price) / price;
      }
      return sum / targets.size();
    }

    /** In money, as if all of it were closed at the first target. */
    double netProfit() {
      return notional * (firstReward() - costs);
    }
  }

  /** Checks the ranges. */
  public EntryFloors {
    checkFinite(netProfit, "net profit");
    checkFinite(rewardToRisk, "reward to risk");
    Check.argument(
        confidence.isEmpty() || (confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1),
        "confidence must be in [0, 1], was %s",
        confidence);
  }

  private static void checkFinite(OptionalDouble floor, String name) {
    Check.argument(
        floor.isEmpty() || (floor.getAsDouble() >= 0 && Double.isFinite(floor.getAsDouble())),
        "%s must be >= 0, was %s",
        name,
        floor);
  }

  /** Whether an entry reaches every floor, and which it misses. What is no number misses. */
  public FloorDecision judge(Entry entry) {
    Optional<FloorDecision.Below> missed =
        stopBand(entry).or(() -> profit(entry)).or(() -> reward(entry)).or(() -> sureness(entry));
    return missed.isPresent() ? missed.get() : new FloorDecision.Pass();
  }

  private Optional<FloorDecision.Below> stopBand(Entry entry) {
    if (stop.isEmpty()) {
      return Optional.empty();
    }
    Band band = stop.get();
    if (entry.stop().isEmpty()) {
      return below(Floor.STOP_BAND, "there is no stop");
    }
    double risk = entry.risk();
    String text = "the stop is " + Figure.percent(risk) + " away, ";
    if (!reaches(risk, band.least())) {
      return below(Floor.STOP_BAND, text + "nearer than " + Figure.percent(band.least()));
    }
    return reaches(band.most(), risk)
        ? Optional.empty()
        : below(Floor.STOP_BAND, text + "further than " + Figure.percent(band.most()));
  }

  private Optional<FloorDecision.Below> profit(Entry entry) {
    if (netProfit.isEmpty() || entry.targets().isEmpty()) {
      return Optional.empty();
    }
    return atLeast(
        Floor.NET_PROFIT, "net profit at the first target", entry.netProfit(), netProfit);
  }

  private Optional<FloorDecision.Below> reward(Entry entry) {
    if (rewardToRisk.isEmpty() || entry.targets().isEmpty()) {
      return Optional.empty();
    }
    double ratio = entry.meanReward() / entry.risk();
    return atLeast(Floor.REWARD_TO_RISK, "reward to risk", ratio, rewardToRisk);
  }

  private Optional<FloorDecision.Below> sureness(Entry entry) {
    return confidence.isEmpty()
        ? Optional.empty()
        : atLeast(Floor.CONFIDENCE, "confidence", entry.confidence(), confidence);
  }

  private static Optional<FloorDecision.Below> atLeast(
      Floor floor, String name, double value, OptionalDouble least) {
    return reaches(value, least.getAsDouble())
        ? Optional.empty()
        : below(
            floor, name + " is " + Figure.of(value) + ", under " + Figure.of(least.getAsDouble()));
  }

  /** No number reaches anything. */
  private static boolean reaches(double value, double least) {
    return value >= least - HAIR * Math.abs(least);
  }

  private static Optional<FloorDecision.Below> below(Floor floor, String detail) {
    return Optional.of(new FloorDecision.Below(floor, detail));
  }
}
