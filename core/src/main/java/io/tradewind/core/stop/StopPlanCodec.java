package io.tradewind.core.stop;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Plans as bytes, for snapshots. */
public final class StopPlanCodec {
  private static final int VERSION = 1;

  /** More than any plan has rules or steps. */
  private static final int MOST = 10_000;

  private StopPlanCodec() {}

  /** Writes a plan. */
  public static void write(StateWriter out, StopPlan plan) {
    out.section("stop-plan", VERSION).writeInt(plan.stops().size());
    plan.stops().forEach(rule -> writeRule(out, rule));
    out.writeInt(plan.ladder().size());
    plan.ladder().forEach(step -> out.writeDouble(step.ratio()).writeDouble(step.share()));
    out.writeInt(plan.roi().size());
    plan.roi().forEach(step -> out.writeLong(step.ageNs()).writeDouble(step.ratio()));
    out.writeBoolean(plan.maxHoldNs().isPresent()).writeLong(plan.maxHoldNs().orElse(0));
  }

  /** Reads what {@link #write} wrote. */
  public static StopPlan read(StateReader in) {
    in.section("stop-plan", VERSION);
    List<StopRule> stops = new ArrayList<>();
    for (int i = in.readCount(MOST); i > 0; i--) {
      stops.add(readRule(in));
    }
    List<ExitRules.LadderStep> ladder = new ArrayList<>();
    for (int i = in.readCount(MOST); i > 0; i--) {
      ladder.add(new ExitRules.LadderStep(in.readDouble(), in.readDouble()));
    }
    List<ExitRules.RoiStep> roi = new ArrayList<>();
    for (int i = in.readCount(MOST); i > 0; i--) {
      roi.add(new ExitRules.RoiStep(in.readLong(), in.readDouble()));
    }
    boolean ends = in.readBoolean();
    long maxHold = in.readLong();
    return new StopPlan(stops, ladder, roi, ends ? OptionalLong.of(maxHold) : OptionalLong.empty());
  }

  static void writeRule(StateWriter out, StopRule rule) {
    switch (rule) {
      case StopRule.Fixed fixed -> out.writeInt(0).writeDouble(fixed.distance());
      case StopRule.SignalPrice signal -> out.writeInt(1).writeDouble(signal.price());
      case StopRule.Volatility volatility -> out.writeInt(2).writeDouble(volatility.multiple());
      case StopRule.TrailingPercent trailing ->
          out.writeInt(3).writeDouble(trailing.distance()).writeDouble(trailing.offset());
      case StopRule.TrailingAtr trailing -> out.writeInt(4).writeDouble(trailing.multiple());
      case StopRule.Chandelier chandelier ->
          out.writeInt(5).writeInt(chandelier.bars()).writeDouble(chandelier.multiple());
      case StopRule.BreakEven even -> out.writeInt(6).writeDouble(even.after());
    }
  }

  static StopRule readRule(StateReader in) {
    int kind = in.readInt();
    return switch (kind) {
      case 0 -> new StopRule.Fixed(in.readDouble());
      case 1 -> new StopRule.SignalPrice(in.readDouble());
      case 2 -> new StopRule.Volatility(in.readDouble());
      case 3 -> new StopRule.TrailingPercent(in.readDouble(), in.readDouble());
      case 4 -> new StopRule.TrailingAtr(in.readDouble());
      case 5 -> new StopRule.Chandelier(in.readInt(), in.readDouble());
      case 6 -> new StopRule.BreakEven(in.readDouble());
      default -> throw new StateException("expected a stop rule from 0 to 6, found " + kind);
    };
  }
}
