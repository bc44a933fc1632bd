package io.tradewind.strategies;

import io.tradewind.core.strategy.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The strategies that come with Tradewind, by name. */
public final class BuiltInStrategies {
  private static final List<Entry> ALL =
      List.of(
          new Entry(
              "momentum",
              "goes with strong moves in the direction of the trend; stop and target by ATR",
              Momentum::new),
          new Entry("ema-cross", "long while a fast average is above a slow one", EmaCross::new),
          new Entry("macd-adx", "MACD crosses while ADX shows a trend", MacdAdx::new),
          new Entry(
              "bollinger-reversion",
              "buys under the lower band, sells at the middle one; may adapt",
              BollingerReversion::new),
          new Entry(
              "donchian-breakout",
              "goes with closes beyond the channel on more volume than usual",
              DonchianBreakout::new),
          new Entry(
              "ichimoku-trend", "in when cloud, lines and lagging line agree", IchimokuTrend::new),
          new Entry(
              "vwap-reversion",
              "back to the session's volume-weighted price from far out",
              VwapReversion::new),
          new Entry(
              "order-flow",
              "goes with volume that has become one-sided, as candles tell",
              OrderFlow::new),
          new Entry("pairs", "two perpetuals that move together, when they are apart", Pairs::new),
          new Entry(
              "funding-carry",
              "holds spot and sells the perpetual while funding pays",
              FundingCarry::new),
          new Entry("grid", "buys on lines below, sells each lot one line above", Grid::new),
          new Entry(
              "dca",
              "buys at falling steps, or regularly, for one average target",
              DollarCostAveraging::new),
          new Entry("multi-timeframe", "five intervals agree, from 1d to 5m", MultiTimeframe::new),
          new Entry(
              "regime-switch",
              "momentum in trending markets, bollinger-reversion in ranging ones",
              RegimeSwitch::new),
          new Entry("buy-and-hold", "buys at the first close and holds", BuyAndHold::new));

  private BuiltInStrategies() {}

  /**
   * One of them.
   *
   * @param name lower case words with dashes
   * @param description one line
   * @param factory makes a fresh one
   */
  public record Entry(String name, String description, Supplier<Strategy> factory) {}

  /** All, in the order in which they are shown. */
  public static List<Entry> all() {
    return ALL;
  }

  /** The one of this name. */
  public static Optional<Entry> find(String name) {
    return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
