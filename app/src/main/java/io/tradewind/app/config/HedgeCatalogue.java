package io.tradewind.app.config;

import io.tradewind.app.config.Setting.Named;
import java.util.List;

/** The settings of hedging. */
final class HedgeCatalogue {
  private static final SettingTable TABLE =
      new SettingTable(
          "hedge",
          """
          beta | notional in units of the hedge over which is hedged, of equity | 80%
          beta-target | what a hedge brings that back to | 60%
          heat | what all stops may lose over which is hedged, of equity | 10%
          heat-target | what a hedge brings that back to | 7%
          band | how wrong a hedge may be before it is changed, of equity | 5%
          capital | part of the capital that is kept for the hedge | 20%
          leverage | leverage at which the hedge is held | 3
          """);

  static final Setting<String> WITH =
      new Named(
              "hedge.with",
              "--hedge",
              "SYMBOL",
              "a perpetual that hedges all strategies, such as BTC/USDT:USDT")
          .optional(Format.text("the symbol of a perpetual"), "nothing is hedged");

  static final Setting<Double> BETA = row("beta", RiskFormat.shareOrNone(125));
  static final Setting<Double> BETA_TARGET = row("beta-target", Format.ratio(0, 125));
  static final Setting<Double> HEAT = row("heat", RiskFormat.shareOrNone(125));
  static final Setting<Double> HEAT_TARGET = row("heat-target", Format.ratio(0, 125));
  static final Setting<Double> BAND = row("band", Format.ratio(0.001, 1));
  static final Setting<Double> CAPITAL = row("capital", Format.ratio(0.01, 0.9));
  static final Setting<Long> LEVERAGE = row("leverage", Format.integer(1, 125));

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(WITH, BETA, BETA_TARGET, HEAT, HEAT_TARGET, BAND, CAPITAL, LEVERAGE);

  private HedgeCatalogue() {}

  private static <T> Setting<T> row(String name, Format<T> format) {
    return TABLE.named(name).of(format, TABLE.defaults(name).getFirst());
  }
}
