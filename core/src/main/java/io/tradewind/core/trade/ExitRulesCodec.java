package io.tradewind.core.trade;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Exit rules as bytes, for snapshots. */
public final class ExitRulesCodec {
  private static final int VERSION = 1;

  private ExitRulesCodec() {}

  /** Writes rules. */
  public static void write(StateWriter out, ExitRules rules) {
    out.section("exit-rules", VERSION);
    write(out, rules.stopLoss());
    write(out, rules.trailing());
    write(out, rules.trailingOffset());
    out.writeInt(rules.roi().size());
    for (ExitRules.RoiStep step : rules.roi()) {
      out.writeLong(step.ageNs()).writeDouble(step.ratio());
    }
    out.writeBoolean(rules.maxHoldNs().isPresent()).writeLong(rules.maxHoldNs().orElse(0));
  }

  /** Reads what {@link #write} wrote. */
  public static ExitRules read(StateReader in) {
    in.section("exit-rules", VERSION);
    OptionalDouble stopLoss = readRatio(in);
    OptionalDouble trailing = readRatio(in);
    OptionalDouble offset = readRatio(in);
    List<ExitRules.RoiStep> roi = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      roi.add(new ExitRules.RoiStep(in.readLong(), in.readDouble()));
    }
    boolean aged = in.readBoolean();
    long maxHold = in.readLong();
    return new ExitRules(
        stopLoss, trailing, offset, roi, aged ? OptionalLong.of(maxHold) : OptionalLong.empty());
  }

  private static void write(StateWriter out, OptionalDouble ratio) {
    out.writeBoolean(ratio.isPresent()).writeDouble(ratio.orElse(0));
  }

  private static OptionalDouble readRatio(StateReader in) {
    boolean present = in.readBoolean();
    double ratio = in.readDouble();
    return present ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }
}
