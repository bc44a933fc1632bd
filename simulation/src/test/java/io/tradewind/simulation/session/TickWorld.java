package io.tradewind.simulation.session;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.order.Ability;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.testkit.AnyStrategy;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomTicks;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Markets of ticks, latencies and a strategy that says anything at all: all of one seed. */
final class TickWorld {
  static final Interval CANDLES = Interval.parse("10s");
  private static final int EVENTS = 700;
  private static final long MS = 1_000_000;

  final EngineSpec spec;
  final TickSettings settings;
  private final List<RandomTicks> markets = new ArrayList<>();
  private final long seed;

  TickWorld(long seed) {
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    Market market = random.nextBoolean() ? Market.PERP : Market.SPOT;
    List<Instrument> instruments = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      long fee = random.nextInt(3) * 500L;
      instruments.add(
          TestInstruments.of(
              "T" + i + "/USDT", market, new TradingRules(0, 100, 1_000_000, 0, 0, fee, 2 * fee)));
      markets.add(new RandomTicks(random.nextLong(), EVENTS, random.nextInt(4) > 0));
    }
    TickRules rules =
        new TickRules(
            random.nextBoolean(),
            FeeTiers.NONE,
            QueueModel.values()[random.nextInt(2)],
            latency(random),
            latency(random),
            seed);
    boolean recorded = random.nextBoolean();
    settings =
        new TickSettings(
            rules,
            switch (random.nextInt(3)) {
              case 0 -> EnumSet.of(Ability.SEVERAL_EXITS);
              case 1 -> EnumSet.complementOf(EnumSet.of(Ability.SEVERAL_EXITS));
              default -> EnumSet.allOf(Ability.class);
            },
            CANDLES,
            recorded ? OptionalLong.empty() : OptionalLong.of(7 * MS * random.nextInt(3)),
            15 * MS * random.nextInt(3));
    spec =
        new EngineSpec(
            instruments,
            CANDLES,
            "anything",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            exits(random),
            10_000_00000000L,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2);
  }

  private static Latency latency(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> Latency.NONE;
      case 1 -> new Latency.Constant(random.nextLong(1, 900) * MS);
      default -> new Latency.Exponential(MS, random.nextLong(1, 400) * MS);
    };
  }

  private static ExitRules exits(SplittableRandom random) {
    return new ExitRules(
        random.nextBoolean() ? OptionalDouble.of(0.0005) : OptionalDouble.empty(),
        random.nextBoolean() ? OptionalDouble.of(0.0008) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        random.nextBoolean() ? OptionalLong.of(40_000 * MS) : OptionalLong.empty());
  }

  TickSession session(AuditSink sink) {
    return session(Long.MAX_VALUE, sink);
  }

  /** As if it had ended then. */
  TickSession session(long endNs, AuditSink sink) {
    return new TickSession(spec, List.of(strategy()), settings, history(endNs), sink);
  }

  /** Trades and books, until then. */
  TickHistory history(long endNs) {
    return TickHistory.of(
        markets.stream().map(each -> each.trades(endNs)).toList(),
        markets.stream().map(each -> each.book(endNs)).toList());
  }

  Strategy strategy() {
    return new AnyStrategy(seed);
  }
}
