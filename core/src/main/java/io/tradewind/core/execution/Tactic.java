package io.tradewind.core.execution;

import io.tradewind.analytics.state.Stateful;

/**
 * When and how an algorithm places the children of its parent. It is asked after every event while
 * it runs and a price is known, and decides from what stands at its desk.
 */
sealed interface Tactic extends Stateful
    permits ImmediateTactic, ScheduleTactic, VolumeTactic, IcebergTactic, ChaseTactic {

  /** What it will be judged by. */
  enum Benchmark {
    /** The price at the start. */
    ARRIVAL,
    /** The time-weighted price of the market. */
    TWAP,
    /** The volume-weighted price of the market. */
    VWAP
  }

  /** Called once, with the time at which it begins. */
  void start(long timeNs);

  /** Places and takes back what is to be by now. */
  void act(Desk desk);

  /** When it wants to be asked again without any other event; the end of all times for never. */
  default long nextWakeNs() {
    return Long.MAX_VALUE;
  }

  /** When its time is over; its last call follows. */
  long endNs();

  /** Slices whose time has come, or children that were placed where it has none. */
  default int slicesDone(ChildBook book) {
    return book.children();
  }

  /** What it is judged by. */
  Benchmark benchmark();

  /** The tactic of a style. */
  static Tactic of(ExecutionStyle style, ParentOrder parent) {
    return switch (style) {
      case ExecutionStyle.Immediate immediate -> new ImmediateTactic(immediate);
      case ExecutionStyle.Twap twap -> new ScheduleTactic(Schedule.of(twap, parent));
      case ExecutionStyle.Vwap vwap -> new ScheduleTactic(Schedule.of(vwap, parent));
      case ExecutionStyle.Pov pov -> new VolumeTactic(pov);
      case ExecutionStyle.Iceberg iceberg -> new IcebergTactic(iceberg);
      case ExecutionStyle.Chase chase -> new ChaseTactic(chase);
    };
  }
}
