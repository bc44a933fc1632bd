package io.tradewind.app.config;

import io.tradewind.app.config.Setting.Named;
import io.tradewind.core.execution.VolumeCurve;
import java.util.List;

/** The settings of how entries are worked. */
final class ExecutionCatalogue {
  private static final SettingTable TABLE =
      new SettingTable(
          "execution",
          """
          twap.slices | how many equal parts an entry is sent in | 10
          twap.time | over which time | 5m
          twap.jitter | how late a part may be, of the time that is its own | 30%
          vwap.slices | how many parts an entry is sent in | 30
          vwap.time | over which time | 30m
          vwap.participation | most of the market's volume since the start to take | 10%
          vwap.curve | usual volume of equal parts of the UTC day, from midnight on | 1
          pov.participation | part of the market's volume since the start to take | 10%
          pov.step | least time between two orders | 5s
          pov.time | when it gives up | 1h
          iceberg.visible | part of an entry that is shown | 10%
          iceberg.time | when it gives up | 1h
          chase.cap | how far from the price on arrival it goes at most | 0.1%
          chase.reprice | least time between two prices | 1s
          chase.patience | when it takes what rests beyond its price, up to the cap | 30s
          """);

  static final Setting<String> STYLE =
      new Named("execution.style", "--execution", "STYLE", "how entries at the market are worked")
          .of(Format.choice("none", "twap", "vwap", "pov", "iceberg", "chase"), "none");

  static final Setting<Long> TWAP_SLICES = row("twap.slices", Format.integer(1, 1000));
  static final Setting<Long> TWAP_TIME = row("twap.time", Format.duration());
  static final Setting<Double> TWAP_JITTER = row("twap.jitter", Format.ratio(0, 0.99));
  static final Setting<Long> VWAP_SLICES = row("vwap.slices", Format.integer(1, 1000));
  static final Setting<Long> VWAP_TIME = row("vwap.time", Format.duration());
  static final Setting<Double> VWAP_PARTICIPATION = row("vwap.participation", part());
  static final Setting<VolumeCurve> VWAP_CURVE = row("vwap.curve", curve());
  static final Setting<Double> POV_PARTICIPATION = row("pov.participation", part());
  static final Setting<Long> POV_STEP = row("pov.step", Format.duration());
  static final Setting<Long> POV_TIME = row("pov.time", Format.duration());
  static final Setting<Double> ICEBERG_VISIBLE = row("iceberg.visible", part());
  static final Setting<Long> ICEBERG_TIME = row("iceberg.time", Format.duration());
  static final Setting<Double> CHASE_CAP = row("chase.cap", Format.ratio(0, 0.99));
  static final Setting<Long> CHASE_REPRICE = row("chase.reprice", Format.duration());
  static final Setting<Long> CHASE_PATIENCE = row("chase.patience", Format.duration());

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(
          STYLE,
          TWAP_SLICES,
          TWAP_TIME,
          TWAP_JITTER,
          VWAP_SLICES,
          VWAP_TIME,
          VWAP_PARTICIPATION,
          VWAP_CURVE,
          POV_PARTICIPATION,
          POV_STEP,
          POV_TIME,
          ICEBERG_VISIBLE,
          ICEBERG_TIME,
          CHASE_CAP,
          CHASE_REPRICE,
          CHASE_PATIENCE);

  private ExecutionCatalogue() {}

  private static <T> Setting<T> row(String name, Format<T> format) {
    return TABLE.named(name).of(format, TABLE.defaults(name).getFirst());
  }

  private static Format<Double> part() {
    return Format.ratioAbove(0, 1, true);
  }

  private static Format<VolumeCurve> curve() {
    return new Format<>(
        "numbers from 0 on with commas between them, not all 0, such as 2,1,1,3",
        true,
        parts ->
            new VolumeCurve(
                Format.entries(parts).stream().mapToDouble(Double::parseDouble).toArray()));
  }
}
