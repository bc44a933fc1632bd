package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.core.trade.ExitRulesCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the latest followed entry signal of an instrument wants of its position. */
final class EntryPlan implements Stateful {
  private Direction direction = Direction.LONG;
  private OptionalDouble stop = OptionalDouble.empty();
  private List<Double> targets = List.of();
  private Optional<ExitRules> exits = Optional.empty();
  private String reason = "";

  /** A new position. */
  void set(Signal.Enter signal) {
    direction = signal.direction();
    stop = signal.stop();
    targets = nearestFirst(signal);
    exits = signal.exits();
    reason = signal.reason();
  }

  /** More of the one there is: what the signal names holds for all of it from now on. */
  void join(Signal.Enter signal) {
    stop = signal.stop().isPresent() ? signal.stop() : stop;
    targets = signal.targets().isEmpty() ? targets : nearestFirst(signal);
    exits = signal.exits().isPresent() ? signal.exits() : exits;
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

  OptionalDouble stop() {
    return stop;
  }

  /** The nearest first. */
  List<Double> targets() {
    return targets;
  }

  String reason() {
    return reason;
  }

  /** Exits that hold in place of the strategy's own. */
  Optional<ExitRules> exits() {
    return exits;
  }

  @Override
  public void save(StateWriter out) {
    out.section("entry-plan", 2)
        .writeInt(direction.ordinal())
        .writeBoolean(stop.isPresent())
        .writeDouble(stop.orElse(0))
        .writeInt(targets.size());
    targets.forEach(out::writeDouble);
    out.writeString(reason).writeBoolean(exits.isPresent());
    exits.ifPresent(rules -> ExitRulesCodec.write(out, rules));
  }

  @Override
  public void load(StateReader in) {
    in.section("entry-plan", 2);
    direction = Direction.values()[in.readInt()];
    boolean hasStop = in.readBoolean();
    double price = in.readDouble();
    stop = hasStop ? OptionalDouble.of(price) : OptionalDouble.empty();
    Double[] prices = new Double[in.readInt()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = in.readDouble();
    }
    targets = List.of(prices);
    reason = in.readString();
    exits = in.readBoolean() ? Optional.of(ExitRulesCodec.read(in)) : Optional.empty();
  }
}
