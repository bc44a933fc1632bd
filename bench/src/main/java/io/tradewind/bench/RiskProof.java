package io.tradewind.bench;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.statistics.Sample;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.synthetic.Jump;
import io.tradewind.simulation.synthetic.Jumps;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.PricePath;
import io.tradewind.simulation.synthetic.PricePaths;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.strategies.BuiltInStrategies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The proof that the shipped limits keep what they promise: nothing is liquidated, no trade loses
 * over 10 % of the equity before it, and no day's loss is over the limit that closes everything by
 * more than one candle's gap ({@link ProofRun}), on thousands of synthetic paths whose prices jump
 * by up to 15 %, and on real candles. What larger jumps do is shown.
 *
 * <p>Every jump falls between two candles, for within one a stop would fill at its price. A path on
 * which two jumps of a symbol fall on one open and are together more than the cap is drawn again.
 * Strategies are {@link Eager}. Results do not depend on the number of threads.
 */
public final class RiskProof {
  static final double PROMISED = 0.10;
  static final double PROMISED_JUMP = 0.15;

  /** A proof without trades is none: so many for each hundred paths, or in all on real candles. */
  static final int LEAST_TRADES = 1000;

  private static final long BASE_SEED = 20_240_101;
  private static final double[] CAPS = {PROMISED_JUMP, 0.3, 0.5};
  private static final double[] QUANTILES = {0.5, 0.95, 0.99, 0.999, 1};
  private static final Interval HOUR = Interval.parse("1h");
  private static final int HOURS = 60 * 24;
  private static final int CASH_SCALE = 8;
  private static final long CAPITAL = 10_000_00000000L;
  private static final CostModel COSTS = new CostModel(2, 1, 0, OptionalDouble.empty(), false);
  private static final double[] VOLATILITIES = {0.7, 1, 1, 1.5};
  private static final double[] STOPS = {0.02, 1.0 / 30, 0.05, 0.1};

  /** The strategies of the paths, in turn; the one without a name is {@link AnyEntry}. */
  private static final List<String> STRATEGIES =
      List.of(
          "",
          "momentum",
          "ema-cross",
          "",
          "macd-adx",
          "donchian-breakout",
          "",
          "ichimoku-trend",
          "order-flow",
          "",
          "bollinger-reversion",
          "dca");

  private RiskProof() {}

  /**
   * How many paths (10,000 if nothing is said), and the folder of real candles, if there is one.
   */
  public static void main(String[] arguments) {
    int paths = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    List<String> broken = new ArrayList<>();
    for (double cap : CAPS) {
      List<ProofOutcome> outcomes = synthetic(RiskSettings.SHIPPED, cap, 0, paths);
      print(
          String.format(Locale.ROOT, "%d paths, jumps up to %.0f %%", paths, 100 * cap), outcomes);
      if (cap <= PROMISED_JUMP) {
        broken.addAll(broken(outcomes));
      }
      if (trades(outcomes) < LEAST_TRADES * paths / 100) {
        broken.add("there were hardly any trades");
      }
    }
    if (arguments.length > 1) {
      broken.addAll(real(Path.of(arguments[1])));
    }
    say("%n%s", broken.isEmpty() ? "All promises are kept." : "BROKEN: " + broken);
    if (!broken.isEmpty()) {
      System.exit(1);
    }
  }

  /** The promises that some of these break, in words. */
  static List<String> broken(List<ProofOutcome> outcomes) {
    List<String> broken = new ArrayList<>();
    if (outcomes.stream().anyMatch(outcome -> outcome.liquidations() > 0)) {
      broken.add("a position was liquidated");
    }
    if (outcomes.stream().anyMatch(outcome -> outcome.worstTrade() > PROMISED)) {
      broken.add("a trade lost over 10 %");
    }
    if (outcomes.stream().anyMatch(outcome -> ProofRun.isOver(outcome.unexplained(), 0))) {
      broken.add("a day was over its limit by more than one candle's gap");
    }
    return broken;
  }

  /** Runs paths of a range, each with the strategy and stop whose turn it is. */
  static List<ProofOutcome> synthetic(RiskSettings risk, double cap, int from, int to) {
    MarketModel model = market(cap);
    return IntStream.range(from, to).parallel().mapToObj(n -> play(risk, model, n)).toList();
  }

  private static ProofOutcome play(RiskSettings risk, MarketModel model, int n) {
    long seed = PricePaths.seedOf(BASE_SEED, n);
    PricePath path = path(model, seed);
    String name = STRATEGIES.get(n % STRATEGIES.size());
    double stop = STOPS[n / STRATEGIES.size() % STOPS.length];
    Strategy inner = name.isEmpty() ? new AnyEntry(seed) : builtIn(name);
    List<Instrument> instruments =
        model.symbols().stream().map(SyntheticSymbol::instrument).toList();
    Strategy strategy = new Eager(inner, ~seed);
    EngineSpec spec = spec(instruments, HOUR, strategy, risk, stop, path.candles());
    return new ProofRun(spec, strategy, COSTS, path.candles()).play();
  }

  private static Strategy builtIn(String name) {
    return BuiltInStrategies.find(name).orElseThrow().factory().get();
  }

  /** Symbols that move more and less, with a jump every fourth day. */
  private static MarketModel market(double cap) {
    List<SyntheticSymbol> symbols = new ArrayList<>();
    for (int i = 0; i < VOLATILITIES.length; i++) {
      Instrument instrument =
          new Instrument(
              InstrumentId.parse("T" + i + "/USDT", "bench", Market.PERP),
              2,
              5,
              CASH_SCALE,
              List.of(new TradingRules(0, 1, 1, 1, 5_00000000L, 200, 500)));
      symbols.add(new SyntheticSymbol(instrument, 40_000, VOLATILITIES[i], 10_000));
    }
    return MarketModel.of(symbols).withJumps(new Jumps(0.25, 0.06, cap, 0.5, 0.6, 1));
  }

  private static PricePath path(MarketModel model, long seed) {
    long attempt = 0;
    while (true) {
      PricePath path = PricePaths.generate(model, SplitMix.at(seed, attempt++), HOUR, HOURS);
      if (isWithin(path.jumps(), model.jumps().cap(), model.symbols().size())) {
        return path;
      }
    }
  }

  /** Whether no jumps that fall on one open are together more than one may be. */
  private static boolean isWithin(List<Jump> jumps, double cap, int symbols) {
    for (int symbol = 0; symbol < symbols; symbol++) {
      TreeMap<Integer, Double> factors = new TreeMap<>();
      for (Jump jump : jumps) {
        if (jump.symbol().isEmpty() || jump.symbol().getAsInt() == symbol) {
          factors.merge(jump.candle(), 1 + jump.size(), (a, b) -> a * b);
        }
      }
      if (factors.values().stream().anyMatch(f -> ProofRun.isOver(Math.abs(f - 1), cap))) {
        return false;
      }
    }
    return true;
  }

  private static EngineSpec spec(
      List<Instrument> instruments,
      Interval interval,
      Strategy strategy,
      RiskSettings risk,
      double stop,
      List<CandleColumns> candles) {
    ExitRules exits =
        new ExitRules(
            OptionalDouble.of(stop),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(),
            OptionalLong.empty());
    return new EngineSpec(
        instruments,
        interval,
        "proof",
        ParameterValues.of(strategy.parameters(), Map.of()),
        risk,
        exits,
        CAPITAL,
        candles.getFirst().openTimeNs(0),
        Long.MAX_VALUE / 2);
  }

  /** Every built-in strategy that can run on nine symbols of one market, and what was broken. */
  private static List<String> real(Path folder) {
    List<CandleColumns> candles = SpotData.read(folder);
    List<String> broken = new ArrayList<>();
    for (Market market : List.of(Market.PERP, Market.SPOT)) {
      say("%nReal candles of nine pairs, %s, stops of 2 and of 10 %%", market);
      say(
          "%n| strategy | trades | leveraged | liquidations | worst trade | worst day | days closed"
              + " | drawdown | result |%n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
              + " ---: |");
      List<Row> rows = rows(market, candles);
      rows.forEach(RiskProof::print);
      broken.addAll(broken(rows.stream().map(Row::outcome).toList()));
      if (trades(rows.stream().map(Row::outcome).toList()) < LEAST_TRADES) {
        broken.add("there were hardly any trades");
      }
    }
    return broken;
  }

  private record Row(String name, ProofOutcome outcome) {}

  private static List<Row> rows(Market market, List<CandleColumns> candles) {
    List<Instrument> all = SpotData.instruments(market);
    return BuiltInStrategies.all().stream()
        .filter(entry -> !entry.name().equals("funding-carry"))
        .filter(entry -> market == Market.PERP || !entry.name().equals("pairs"))
        .toList()
        .parallelStream()
        .flatMap(entry -> IntStream.of(0, 3).mapToObj(stop -> row(entry, stop, all, candles)))
        .toList();
  }

  /** One built-in strategy with the first of the stops, on the perpetuals of real candles. */
  static ProofOutcome real(String strategy, List<CandleColumns> candles) {
    BuiltInStrategies.Entry entry =
        BuiltInStrategies.all().stream()
            .filter(one -> one.name().equals(strategy))
            .findFirst()
            .orElseThrow();
    return row(entry, 0, SpotData.instruments(Market.PERP), candles).outcome();
  }

  private static Row row(
      BuiltInStrategies.Entry entry, int stop, List<Instrument> all, List<CandleColumns> candles) {
    int symbols = entry.name().equals("pairs") ? 2 : all.size();
    Strategy strategy = new Eager(entry.factory().get(), stop);
    EngineSpec spec =
        spec(
            all.subList(0, symbols),
            SpotData.INTERVAL,
            strategy,
            RiskSettings.SHIPPED,
            STOPS[stop],
            candles.subList(0, symbols));
    return new Row(
        entry.name(), new ProofRun(spec, strategy, COSTS, candles.subList(0, symbols)).play());
  }

  private static void print(Row row) {
    ProofOutcome o = row.outcome();
    say(
        "| `%s` | %d | %d | %d | %.2f %% | %.2f %% | %d | %.1f %% | %.1f %% |",
        row.name(),
        o.trades(),
        o.leveraged(),
        o.liquidations(),
        100 * o.worstTrade(),
        100 * o.worstDay(),
        o.collapses(),
        100 * o.drawdown(),
        100 * o.result());
  }

  /** A table of quantiles, and the sums. */
  static void print(String title, List<ProofOutcome> outcomes) {
    say("%n%s", title);
    say(
        "%n| paths | worst trade | worst day | over the 5 %% | drawdown | trades | result |"
            + "%n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (double quantile : QUANTILES) {
      say(
          "| %.1f %% | %.2f %% | %.2f %% | %.2f %% | %.1f %% | %.0f | %.1f %% |",
          100 * quantile,
          100 * quantile(outcomes, ProofOutcome::worstTrade, quantile),
          100 * quantile(outcomes, ProofOutcome::worstDay, quantile),
          100 * quantile(outcomes, ProofOutcome::excess, quantile),
          100 * quantile(outcomes, ProofOutcome::drawdown, quantile),
          quantile(outcomes, ProofOutcome::trades, quantile),
          100 * quantile(outcomes, ProofOutcome::result, quantile));
    }
    say(
        "%ntrades %d, set to leverage over 1 %d, liquidations %d, paths with a trade over 10 %% %d,"
            + " days closed %d, most of one candle's gap %.0f %%",
        trades(outcomes),
        outcomes.stream().mapToInt(ProofOutcome::leveraged).sum(),
        outcomes.stream().mapToInt(ProofOutcome::liquidations).sum(),
        outcomes.stream().filter(outcome -> outcome.worstTrade() > PROMISED).count(),
        outcomes.stream().mapToInt(ProofOutcome::collapses).sum(),
        100 * outcomes.stream().mapToDouble(ProofOutcome::share).max().orElse(0));
    int worst =
        IntStream.range(0, outcomes.size())
            .boxed()
            .max(Comparator.comparingDouble(n -> outcomes.get(n).worstTrade()))
            .orElseThrow();
    say("the worst trade is on path %d", worst);
    say("refused %s", refusals(outcomes));
  }

  static int trades(List<ProofOutcome> outcomes) {
    return outcomes.stream().mapToInt(ProofOutcome::trades).sum();
  }

  private static Map<Refusal, Integer> refusals(List<ProofOutcome> outcomes) {
    TreeMap<Refusal, Integer> all = new TreeMap<>();
    for (ProofOutcome outcome : outcomes) {
      outcome.refusals().forEach((refusal, count) -> all.merge(refusal, count, Integer::sum));
    }
    return all;
  }

  private static double quantile(
      List<ProofOutcome> outcomes, ToDoubleFunction<ProofOutcome> figure, double quantile) {
    return Sample.quantile(outcomes.stream().mapToDouble(figure).toArray(), quantile);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
