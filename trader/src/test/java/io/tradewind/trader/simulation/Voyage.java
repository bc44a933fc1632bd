package io.tradewind.trader.simulation;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Ability;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.trader.feed.CandleFeed;
import io.tradewind.trader.feed.FeedSpec;
import io.tradewind.trader.run.ReconcileSettings;
import io.tradewind.trader.run.SessionPlan;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.model.Listing;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What one session is, by seed. */
record Voyage(
    long seed,
    Market market,
    boolean overSocket,
    boolean trades,
    boolean isPaper,
    Limits limits,
    Conduct conduct) {
  /** Number of its session. */
  static final long SESSION = 7;

  /** What it begins with, in cash scale. */
  static final long CAPITAL = 10_000_00000000L;

  private static final int ONE_ON_PAPER_OF = 8;

  /** How it trades. */
  enum Conduct {
    /** At random. */
    RANDOM,
    /** It holds the first instrument, and goes into the second and out of it again and again. */
    STEADY,
    /** The same, and what the venue no longer holds is booked as closed there. */
    CORRECTED,
    /** Into the first instrument at one candle, and out of it at the next. */
    BARS
  }

  /** What of limits it is held to. */
  enum Limits {
    /** As research is: none that is met. */
    WIDE,
    /** One position at a time. */
    ONE_POSITION,
    /** Little of equity. */
    LITTLE;

    /** At most so many positions. */
    int positions() {
      return this == ONE_POSITION ? 1 : 1_000;
    }

    /** At most so much of equity in one symbol. */
    double symbol() {
      return this == LITTLE ? 0.08 : 1;
    }

    /** At most so much of equity in all symbols. */
    double leverage() {
      return this == LITTLE ? 0.12 : 1;
    }
  }

  static Voyage of(long seed) {
    SplitMix dice = new SplitMix(SplitMix.at(seed, 7));
    Voyage live =
        new Voyage(
            seed,
            dice.nextInt(2) == 0 ? Market.SPOT : Market.PERP,
            dice.nextInt(2) == 0,
            dice.nextInt(2) == 0,
            false,
            Limits.values()[dice.nextInt(Limits.values().length)],
            Conduct.RANDOM);
    return dice.nextInt(ONE_ON_PAPER_OF) == 0 ? live.asPaper() : live;
  }

  /** On paper, by trades and books, in candles that are made of the trades. */
  static Voyage onPaper(long seed) {
    return of(seed).asPaper();
  }

  private Voyage asPaper() {
    return new Voyage(seed, market, false, true, true, limits, conduct);
  }

  /** One that holds, and would always open more. */
  static Voyage steady(Market market, boolean overSocket) {
    return new Voyage(1, market, overSocket, true, false, Limits.WIDE, Conduct.STEADY);
  }

  /** The same, where what the venue no longer holds is booked as closed there. */
  Voyage corrected() {
    return new Voyage(seed, market, overSocket, trades, isPaper, limits, Conduct.CORRECTED);
  }

  /** By candles alone. */
  static Voyage byBars(Market market) {
    return new Voyage(1, market, false, false, false, Limits.WIDE, Conduct.BARS);
  }

  /** The same without limits that equity, and with it funding, moves. */
  Voyage wide() {
    return new Voyage(seed, market, overSocket, trades, isPaper, Limits.WIDE, conduct);
  }

  TickSettings ticks() {
    return new TickSettings(
        new TickRules(
            false,
            FeeTiers.NONE,
            QueueModel.RISK_AVERSE,
            new Latency.Constant(40_000_000L),
            new Latency.Constant(20_000_000L),
            seed),
        abilities(),
        Interval.parse("10s"),
        OptionalLong.empty(),
        Utc.SECOND_NS);
  }

  StatusBoard.Who who(List<Listing> listings) {
    return new StatusBoard.Who(
        "voyage",
        TraderStatus.Mode.PAPER,
        List.of("voyage"),
        listings.stream().map(Listing::instrument).toList(),
        BigDecimal.valueOf(10_000),
        World.START_NS);
  }

  SessionPlan plan(List<Listing> listings) {
    return new SessionPlan(
        new JournalHead(SESSION, "1.0", "a voyage"),
        spec(listings),
        List.of(strategy()),
        new FeedSpec(
            market, listings, isPaper ? Optional.empty() : Optional.of(candles()), trades, isPaper),
        isPaper
            ? new SessionPlan.Candles.OfTrades(ticks())
            : new SessionPlan.Candles.OfVenue(15 * Utc.SECOND_NS),
        candles().floor(World.START_NS),
        isPaper ? Optional.of(ticks()) : Optional.empty());
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
    return switch (conduct) {
      case RANDOM -> new Trades(seed, trades, isPaper ? 60 : 15);
      case STEADY, CORRECTED -> new Steady();
      case BARS -> new BarByBar();
    };
  }

  EngineSpec spec(List<Listing> listings) {
    return new EngineSpec(
        listings.stream().map(Listing::instrument).toList(),
        candles(),
        "voyage",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.only(1, limits.symbol(), limits.leverage(), limits.positions()),
        new ExitRules(
            OptionalDouble.of(0.01),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(),
            OptionalLong.of(600 * Utc.SECOND_NS)),
        CAPITAL,
        World.START_NS + (isPaper ? 60 * Utc.SECOND_NS : 0),
        Long.MAX_VALUE / 2);
  }

  TraderSettings settings() {
    return new TraderSettings(
        30 * Utc.SECOND_NS,
        Utc.SECOND_NS / 10,
        Utc.SECOND_NS,
        30 * Utc.SECOND_NS,
        new ReconcileSettings(40 * Utc.SECOND_NS, 10 * Utc.SECOND_NS, conduct == Conduct.CORRECTED),
        CandleFeed.Patience.STANDARD);
  }
}
