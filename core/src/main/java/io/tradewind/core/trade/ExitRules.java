package io.tradewind.core.trade;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Exits that hold for every position of a run, beside the stop and targets of its signal; of two
 * stops the nearer one holds. Ratios are of the average entry price.
 *
 * @param stopLoss distance of a fixed stop, 0.1 being ten percent
 * @param trailing distance of a stop that follows the best price
 * @param trailingOffset profit from which the trailing stop follows; from the entry on where empty
 * @param roi minimum returns by age, rising in age; each holds from its age on
 * @param maxHoldNs age at which a position is closed
 */
public record ExitRules(
    OptionalDouble stopLoss,
    OptionalDouble trailing,
    OptionalDouble trailingOffset,
    List<RoiStep> roi,
    OptionalLong maxHoldNs) {

  /** The smallest distance of a stop: orders carry distances in millionths. */
  public static final double LEAST = 0.000001;

  /** The largest distance of a stop. */
  public static final double MOST = 0.999999;

  /** None. */
  public static final ExitRules NONE =
      new ExitRules(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of(),
          OptionalLong.empty());

  /** From an age on a position is closed at this return. */
  public record RoiStep(long ageNs, double ratio) {
    /** Checks the ranges. */
    public RoiStep {
      Check.argument(ageNs >= 0, "an age must be >= 0, was %s", ageNs);
      Check.argument(ratio > -1 && ratio < 1000, "a return must be > -100 %%, was %s", ratio);
    }
  }

  /** Checks the ranges. */
  public ExitRules {
    checkRatio(stopLoss, "stop-loss");
    checkRatio(trailing, "trailing");
    Check.argument(
        trailingOffset.isEmpty() || trailing.isPresent(),
        "trailing-offset needs trailing, was alone");
    Check.argument(
        trailingOffset.isEmpty() || trailingOffset.getAsDouble() >= 0,
        "trailing-offset must be >= 0, was %s",
        trailingOffset);
    roi = List.copyOf(roi);
    for (int i = 1; i < roi.size(); i++) {
      Check.argument(
          roi.get(i - 1).ageNs() < roi.get(i).ageNs(), "ages of roi must rise, step %s", i);
    }
    Check.argument(
        maxHoldNs.isEmpty() || maxHoldNs.getAsLong() > 0,
        "max-hold must be > 0, was %s",
        maxHoldNs);
  }

  private static void checkRatio(OptionalDouble ratio, String name) {
    Check.argument(
        ratio.isEmpty() || (ratio.getAsDouble() >= LEAST && ratio.getAsDouble() <= MOST),
        "%s must be from 0.0001 %% to 99.9999 %%, was %s",
        name,
        ratio);
  }
}
