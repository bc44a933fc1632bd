package io.tradewind.core.execution.slippage;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * What is done with an order that is expected to lose too much.
 *
 * @param maxRatio what it may lose against the mid, as a ratio of it
 * @param action what is done with one that loses more
 * @param otherwise what is done where splitting does not help; not SPLIT
 * @param maxParts into how many it is split at most
 * @param refillNs how long a book is given to fill up between two parts
 * @param participation the part of the usual volume that the parts take together, within (0, 1]
 * @param spreadRatio from bid to ask where no book is known, as a ratio of the mid
 */
public record SlippagePolicy(
    double maxRatio,
    Action action,
    Action otherwise,
    int maxParts,
    long refillNs,
    double participation,
    double spreadRatio) {
  /**
   * A tenth of a percent; what loses more is split into twenty parts at most, one in half a minute,
   * a tenth of the volume; what cannot be split so is refused. Without a book the spread is taken
   * to be two hundredths of a percent, our own choice.
   */
  public static final SlippagePolicy DEFAULT =
      new SlippagePolicy(0.001, Action.SPLIT, Action.REFUSE, 20, 30 * Utc.SECOND_NS, 0.1, 0.0002);

  /** What can be done. */
  public enum Action {
    /** Smaller parts over a time. */
    SPLIT,
    /** A limit order at the worst price that is allowed. */
    LIMIT,
    /** Nothing is sent. */
    REFUSE
  }

  /** Checks the ranges. */
  public SlippagePolicy {
    Check.argument(maxRatio > 0 && maxRatio < 1, "maxRatio must be in (0, 1), was %s", maxRatio);
    Check.argument(otherwise != Action.SPLIT, "otherwise must be LIMIT or REFUSE");
    Check.argument(maxParts >= 2, "maxParts must be >= 2, was %s", maxParts);
    Check.argument(refillNs > 0, "refillNs must be > 0, was %s", refillNs);
    Check.argument(
        participation > 0 && participation <= 1,
        "participation must be in (0, 1], was %s",
        participation);
    Check.argument(
        spreadRatio >= 0 && spreadRatio < 1, "spreadRatio must be in [0, 1), was %s", spreadRatio);
  }
}
