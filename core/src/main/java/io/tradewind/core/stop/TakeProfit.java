package io.tradewind.core.stop;

import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A price at which a part of the position is closed.
 *
 * @param price in quote
 * @param share of all that was bought
 */
public record TakeProfit(double price, double share) {
  private static final long MILLION = 1_000_000;

  /** The prices of a ladder; a step that a short cannot reach, at or under 0, is left out. */
  static List<TakeProfit> of(List<ExitRules.LadderStep> ladder, Direction direction, double entry) {
    List<TakeProfit> targets = new ArrayList<>();
    for (ExitRules.LadderStep step : ladder) {
      double price = entry * (1 + direction.sign() * step.ratio());
      if (price > 0) {
        targets.add(new TakeProfit(price, step.share()));
      }
    }
    return targets;
  }

  /**
   * What a step still has to take, so that each takes its share of all that was bought, also where
   * some of it is bought after the first steps have been reached. Shares count to the millionth.
   *
   * @param targets the nearest first
   * @param index of the step
   * @param heldScaled what is held now, in quantity scale, at least 0
   * @param closedScaled what was closed already
   * @param lotScaled quantities are multiples of it
   */
  public static long partScaled(
      List<TakeProfit> targets, int index, long heldScaled, long closedScaled, long lotScaled) {
    long all = Math.addExact(heldScaled, closedScaled);
    long before = 0;
    for (int i = 0; i < index; i++) {
      before += wholeScaled(targets.get(i), all, lotScaled);
    }
    long whole = wholeScaled(targets.get(index), all, lotScaled);
    long part = Math.clamp(before + whole - closedScaled, 0, whole);
    return FixedPoint.toStep(part, lotScaled, RoundingMode.DOWN);
  }

  private static long wholeScaled(TakeProfit target, long all, long lotScaled) {
    long part = FixedPoint.mulDiv(all, Crossing.ppm(target.share()), MILLION, RoundingMode.DOWN);
    return FixedPoint.toStep(part, lotScaled, RoundingMode.DOWN);
  }
}
