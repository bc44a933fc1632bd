package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.stop.StopPlan;
import io.tradewind.core.stop.StopPlanCodec;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the latest followed entry signal of an instrument wants of its position. */
final class EntryPlan implements Stateful {
  private Direction direction = Direction.LONG;
  private StopPlan stops = StopPlan.NONE;
  private List<Double> targets = List.of();
  private String reason = "";

  /** A new position. */
  void set(Signal.Enter signal, ExitRules exits) {
    direction = signal.direction();
    stops = StopPlan.of(signal.exits().orElse(exits), signal.stop());
    targets = nearestFirst(signal);
    reason = signal.reason();
  }

  /** A new hedge: it has neither stop nor target. */
  void hedge(Direction way, String because) {
    direction = way;
    stops = StopPlan.NONE;
    targets = List.of();
    reason = because;
  }

  /** More of the one there is: what the signal names holds for all of it from now on. */
  void join(Signal.Enter signal, ExitRules exits) {
    if (signal.stop().isPresent() || signal.exits().isPresent()) {
      stops = StopPlan.of(signal.exits().orElse(exits), signal.stop());
    }
    targets = signal.targets().isEmpty() ? targets : nearestFirst(signal);
  }

  static List<Double> nearestFirst(Signal.Enter signal) {
    if (signal.targets().size() < 2) {
      return signal.targets();
    }
    List<Double> sorted = new ArrayList<>(signal.targets());
    int sign = signal.direction().sign();
    sorted.sort(Comparator.comparingDouble(target -> sign * target));
    return sorted;
  }

  Direction direction() {
    return direction;
  }

  StopPlan stops() {
    return stops;
  }

  /** The nearest first. */
  List<Double> targets() {
    return targets;
  }

  String reason() {
    return reason;
  }

  @Override
  public void save(StateWriter out) {
    out.section("entry-plan", 2).writeInt(direction.ordinal()).writeInt(targets.size());
    targets.forEach(out::writeDouble);
    out.writeString(reason);
    StopPlanCodec.write(out, stops);
  }

  @Override
  public void load(StateReader in) {
    in.section("entry-plan", 2);
    direction = Direction.values()[in.readInt()];
    Double[] prices = new Double[in.readInt()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = in.readDouble();
    }
    targets = List.of(prices);
    reason = in.readString();
    stops = StopPlanCodec.read(in);
  }
}
