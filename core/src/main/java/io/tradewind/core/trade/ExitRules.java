package io.tradewind.core.trade;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Exits that hold for every position of a run, beside the stop and targets of its signal; of
 * several stops the nearest one holds, and none goes back. Ratios are of the average entry price,
 * multiples of the average true range over {@code atrBars}.
 *
 * @param stopLoss distance of a fixed stop, 0.1 being ten percent
 * @param trailing distance of a stop that follows the best price
 * @param trailingOffset profit from which the trailing stop follows; from the entry on where empty
 * @param roi minimum returns by age, rising in age; each holds from its age on
 * @param maxHoldNs age at which a position is closed
 * @param volatilityStop distance of a fixed stop, in ranges as of the entry
 * @param trailingAtr distance of a stop that follows the best price, in ranges
 * @param chandelier a stop under the highest of the last bars
 * @param breakEven profit from which the stop stands at the entry price and its costs
 * @param ladder returns at which parts are closed, rising; what is left runs
 * @param atrBars how many bars the average true range is over
 */
public record ExitRules(
    OptionalDouble stopLoss,
    OptionalDouble trailing,
    OptionalDouble trailingOffset,
    List<RoiStep> roi,
    OptionalLong maxHoldNs,
    OptionalDouble volatilityStop,
    OptionalDouble trailingAtr,
    Optional<Chandelier> chandelier,
    OptionalDouble breakEven,
    List<LadderStep> ladder,
    int atrBars) {

  /** The smallest distance of a stop: orders carry distances in millionths. */
  public static final double LEAST = 0.000001;

  /** How many bars the average true range is over where nothing is said. */
  public static final int ATR_BARS = 14;

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

  /** A part of the position, of what was bought in all, is closed at this return. */
  public record LadderStep(double ratio, double share) {
    /** Checks the ranges. */
    public LadderStep {
      Check.argument(ratio > 0 && ratio < 1000, "a return must be > 0, was %s", ratio);
      Check.argument(share > 0 && share <= 1, "a share must be in (0, 1], was %s", share);
    }
  }

  /** So many ranges from the highest high, or of a short the lowest low, of so many bars. */
  public record Chandelier(int bars, double multiple) {
    /** Three ranges and 22 bars, a month of trading days. */
    public static final Chandelier DEFAULT = new Chandelier(22, 3);

    /** Checks the ranges. */
    public Chandelier {
      Check.argument(bars >= 1 && bars <= 10_000, "bars must be in [1, 10000], was %s", bars);
      checkMultiple(OptionalDouble.of(multiple), "chandelier");
    }
  }

  /** Without stops that go by the average true range, break-even and a ladder. */
  public ExitRules(
      OptionalDouble stopLoss,
      OptionalDouble trailing,
      OptionalDouble trailingOffset,
      List<RoiStep> roi,
      OptionalLong maxHoldNs) {
    this(
        stopLoss,
        trailing,
        trailingOffset,
        roi,
        maxHoldNs,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        List.of(),
        ATR_BARS);
  }

  /** Whether a stop goes by the average true range. */
  public boolean needsAtr() {
    return volatilityStop.isPresent() || trailingAtr.isPresent() || chandelier.isPresent();
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
    checkMultiple(volatilityStop, "volatility-stop");
    checkMultiple(trailingAtr, "trailing-atr");
    Check.argument(
        breakEven.isEmpty() || (breakEven.getAsDouble() > 0 && breakEven.getAsDouble() < 1000),
        "break-even must be > 0, was %s",
        breakEven);
    ladder = List.copyOf(ladder);
    checkLadder(ladder);
    Check.argument(atrBars >= 1 && atrBars <= 10_000, "atr-bars must be >= 1, was %s", atrBars);
  }

  /** The same with a fixed stop so many ranges from the entry; two are usual. */
  public ExitRules withVolatilityStop(double multiple) {
    return with(next -> next.volatilityStop = OptionalDouble.of(multiple));
  }

  /** The same with a stop that follows so many ranges behind the best price. */
  public ExitRules withTrailingAtr(double multiple) {
    return with(next -> next.trailingAtr = OptionalDouble.of(multiple));
  }

  /** The same with a stop under the highest of the last bars. */
  public ExitRules withChandelier(Chandelier stop) {
    return with(next -> next.chandelier = Optional.of(stop));
  }

  /** The same with a stop at the entry and its costs from this profit on. */
  public ExitRules withBreakEven(double profit) {
    return with(next -> next.breakEven = OptionalDouble.of(profit));
  }

  /** The same with parts closed at these returns. */
  public ExitRules withLadder(List<LadderStep> steps) {
    return with(next -> next.ladder = steps);
  }

  /** The same with the average true range over so many bars. */
  public ExitRules withAtrBars(int bars) {
    return with(next -> next.atrBars = bars);
  }

  private static void checkLadder(List<LadderStep> steps) {
    double sum = 0;
    for (int i = 0; i < steps.size(); i++) {
      Check.argument(
          i == 0 || steps.get(i - 1).ratio() < steps.get(i).ratio(),
          "returns of the ladder must rise, step %s",
          i);
      sum += steps.get(i).share();
    }
    Check.argument(sum <= 1 + 1e-9, "shares of the ladder must be at most 1, were %s", sum);
  }

  private static void checkMultiple(OptionalDouble multiple, String name) {
    Check.argument(
        multiple.isEmpty() || (multiple.getAsDouble() > 0 && multiple.getAsDouble() <= 1000),
        "%s must be in (0, 1000] ranges, was %s",
        name,
        multiple);
  }

  private static void checkRatio(OptionalDouble ratio, String name) {
    Check.argument(
        ratio.isEmpty() || (ratio.getAsDouble() >= LEAST && ratio.getAsDouble() <= MOST),
        "%s must be from 0.0001 %% to 99.9999 %%, was %s",
        name,
        ratio);
  }

  private ExitRules with(Consumer<Next> change) {
    Next next = new Next();
    change.accept(next);
    return next.rules();
  }

  /** These rules on their way to be others. */
  private final class Next {
    private OptionalDouble volatilityStop = ExitRules.this.volatilityStop;
    private OptionalDouble trailingAtr = ExitRules.this.trailingAtr;
    private Optional<Chandelier> chandelier = ExitRules.this.chandelier;
    private OptionalDouble breakEven = ExitRules.this.breakEven;
    private List<LadderStep> ladder = ExitRules.this.ladder;
    private int atrBars = ExitRules.this.atrBars;

    ExitRules rules() {
      return new ExitRules(
          stopLoss,
          trailing,
          trailingOffset,
          roi,
          maxHoldNs,
          volatilityStop,
          trailingAtr,
          chandelier,
          breakEven,
          ladder,
          atrBars);
    }
  }
}
