package io.tradewind.core.stop;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nearest level of all that were offered: it goes with the position and never back. */
final class Ratchet implements Stateful {
  private double level = Double.NaN;
  private @Nullable StopRule rule;
  private boolean moved;

  void clear() {
    level = Double.NaN;
    rule = null;
    moved = false;
  }

  /**
   * Takes a level that is nearer; one that cannot be ordered at is none.
   *
   * @param sign 1 of a long, -1 of a short
   * @param moves whether this is later than the entry
   */
  void offer(double offered, StopRule by, int sign, boolean moves) {
    boolean isPrice = offered > 0 && offered < Double.POSITIVE_INFINITY;
    if (isPrice && (rule == null || sign * offered > sign * level)) {
      level = offered;
      rule = by;
      moved = moves;
    }
  }

  boolean isSet() {
    return rule != null;
  }

  double level() {
    return level;
  }

  Optional<StopLevel> standing() {
    return Optional.ofNullable(rule).map(by -> new StopLevel(level, by));
  }

  /** Whether the level was set later than by the entry. */
  boolean hasMoved() {
    return moved;
  }

  @Override
  public void save(StateWriter out) {
    out.writeBoolean(rule != null);
    if (rule != null) {
      StopPlanCodec.writeRule(out, rule);
    }
    out.writeDouble(level).writeBoolean(moved);
  }

  @Override
  public void load(StateReader in) {
    rule = in.readBoolean() ? StopPlanCodec.readRule(in) : null;
    level = in.readDouble();
    moved = in.readBoolean();
  }
}
