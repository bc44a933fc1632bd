package io.tradewind.trader.simulation;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Ability;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.trader.feed.CandleFeed;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.model.Listing;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What one session is, by seed. */
record Voyage(long seed, Market market, boolean overSocket, boolean trades) {
  static Voyage of(long seed) {
    SplitMix dice = new SplitMix(SplitMix.at(seed, 7));
    return new Voyage(
        seed,
        dice.nextInt(2) == 0 && !Boolean.getBoolean("perp") ? Market.SPOT : Market.PERP,
        dice.nextInt(2) == 0,
        dice.nextInt(2) == 0);
  }

  long session() {
    return 7;
  }

  Interval candles() {
    return Interval.parse("1m");
  }

  EnumSet<Ability> abilities() {
    return market == Market.SPOT
        ? EnumSet.of(Ability.STOP, Ability.AMEND)
        : EnumSet.of(Ability.STOP, Ability.AMEND, Ability.SEVERAL_EXITS);
  }

  Strategy strategy() {
    return new Trades(seed, trades);
  }

  EngineSpec spec(List<Listing> listings) {
    return new EngineSpec(
        listings.stream().map(Listing::instrument).toList(),
        candles(),
        "voyage",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.RESEARCH,
        new ExitRules(
            OptionalDouble.of(0.01),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(),
            OptionalLong.of(600 * Utc.SECOND_NS)),
        10_000_00000000L,
        World.START_NS,
        Long.MAX_VALUE / 2);
  }

  TraderSettings settings() {
    return new TraderSettings(
        30 * Utc.SECOND_NS,
        Utc.SECOND_NS / 10,
        Utc.SECOND_NS,
        120 * Utc.SECOND_NS,
        CandleFeed.Patience.STANDARD);
  }
}
