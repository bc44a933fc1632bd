package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells of each exposure limit that it is nearly used up, once a UTC day. */
public final class NearLimits implements Stateful {
  private final double warningAt;
  private final boolean[] told = new boolean[ExposureLimit.values().length];
  private long day = Long.MIN_VALUE;

  /**
   * Has told nothing.
   *
   * @param warningAt share of a limit, above 0, at most 1
   */
  public NearLimits(double warningAt) {
    Check.argument(
        warningAt > 0 && warningAt <= 1, "warningAt must be in (0, 1], was %s", warningAt);
    this.warningAt = warningAt;
  }

  /** Takes what is used at a time and gives those that are to be told. */
  public List<LimitUse> onUse(long timeNs, List<LimitUse> uses) {
    if (Utc.epochDay(timeNs) > day) {
      day = Utc.epochDay(timeNs);
      Arrays.fill(told, false);
    }
    List<LimitUse> near = new ArrayList<>();
    for (LimitUse use : uses) {
      if (!told[use.by().ordinal()] && Measure.reaches(use.used(), warningAt * use.limit())) {
        told[use.by().ordinal()] = true;
        near.add(use);
      }
    }
    return near;
  }

  @Override
  public void save(StateWriter out) {
    out.section("near-limits", 1).writeLong(day);
    for (boolean one : told) {
      out.writeBoolean(one);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("near-limits", 1);
    day = in.readLong();
    for (int i = 0; i < told.length; i++) {
      told[i] = in.readBoolean();
    }
  }
}
