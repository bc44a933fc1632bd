package io.tradewind.bench;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.statistics.Sample;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.session.CandleSession;
import io.tradewind.simulation.synthetic.Jumps;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.PricePath;
import io.tradewind.simulation.synthetic.PricePaths;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import io.tradewind.simulation.venue.CostModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A strategy over many synthetic paths under the shipped limits: the worst trade and day of each
 * and how they are distributed, for jumps of several caps. Path n of each cap has the same seed, so
 * that the caps differ in nothing else.
 */
public final class RiskProof {
  private static final long BASE_SEED = 20_240_101;
  private static final double[] CAPS = {0.15, 0.3, 0.5};
  private static final double[] QUANTILES = {0, 0.001, 0.01, 0.05, 0.5};
  private static final Interval HOUR = Interval.parse("1h");
  private static final int CASH_SCALE = 8;
  private static final long CAPITAL = 10_000_00000000L;

  private RiskProof() {}

  /** How many paths, and how many hours each; 100 of 90 days if nothing is said. */
  public static void main(String[] arguments) {
    int paths = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    int candles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 90 * 24;
    for (double cap : CAPS) {
      print(cap, outcomes(market(cap), paths, candles));
    }
  }

  /** Three symbols with a jump every other day. */
  private static MarketModel market(double cap) {
    List<SyntheticSymbol> symbols = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Instrument instrument =
          new Instrument(
              InstrumentId.parse("T" + i + "/USDT", "bench", Market.PERP),
              2,
              5,
              CASH_SCALE,
              List.of(new TradingRules(0, 1, 1, 1, 5_00000000L, 200, 500)));
      symbols.add(new SyntheticSymbol(instrument, 40_000, 1, 10_000));
    }
    return MarketModel.of(symbols).withJumps(new Jumps(0.5, 0.06, cap, 0.6, 0.6, 0.3));
  }

  private static List<Outcome> outcomes(MarketModel model, int paths, int candles) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int n = 0; n < paths; n++) {
      long seed = PricePaths.seedOf(BASE_SEED, n);
      outcomes.add(run(model, PricePaths.generate(model, seed, HOUR, candles)));
    }
    return outcomes;
  }

  private static Outcome run(MarketModel model, PricePath path) {
    Listener listener = new Listener();
    EngineSpec spec = spec(model, path);
    CandleSession session =
        new CandleSession(spec, new Cross(), CostModel.NONE, path.candles(), listener);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    session.end();
    double result = (double) session.engine().equityScaled() / CAPITAL - 1;
    return new Outcome(listener.worstTrade, listener.worstDay, result);
  }

  private static EngineSpec spec(MarketModel model, PricePath path) {
    return new EngineSpec(
        model.symbols().stream().map(SyntheticSymbol::instrument).toList(),
        HOUR,
        "cross",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.SHIPPED,
        ExitRules.NONE,
        CAPITAL,
        path.candles().getFirst().openTimeNs(0),
        Long.MAX_VALUE / 2);
  }

  private static void print(double cap, List<Outcome> outcomes) {
    say("%n%d paths, jumps up to %.0f %%", outcomes.size(), 100 * cap);
    say("%n| of all paths | worst trade | worst day | result |%n| ---: | ---: | ---: | ---: |");
    for (double quantile : QUANTILES) {
      say(
          "| %.1f %% | %.2f %% | %.2f %% | %.2f %% |",
          100 * quantile,
          100 * quantile(outcomes.stream().mapToDouble(Outcome::worstTrade).toArray(), quantile),
          100 * quantile(outcomes.stream().mapToDouble(Outcome::worstDay).toArray(), quantile),
          100 * quantile(outcomes.stream().mapToDouble(Outcome::result).toArray(), quantile));
    }
  }

  private static double quantile(double[] values, double quantile) {
    return Sample.quantile(values, quantile);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /**
   * What happened on a path, as parts of capital; losses are below 0.
   *
   * @param worstTrade of the capital at the end of the day before
   * @param worstDay of the capital at its beginning
   * @param result of the whole path
   */
  private record Outcome(double worstTrade, double worstDay, double result) {}

  /** Hears every record of one run. */
  private static final class Listener implements AuditSink {
    private long equity = CAPITAL;
    private double worstTrade;
    private double worstDay;

    @Override
    public void accept(AuditRecord entry) {
      if (entry instanceof AuditRecord.TradeClosed closed) {
        worstTrade = Math.min(worstTrade, (double) closed.trade().profitScaled() / equity);
      } else if (entry instanceof AuditRecord.DayClosed day) {
        worstDay = Math.min(worstDay, (double) day.equityScaled() / equity - 1);
        equity = day.equityScaled();
      }
    }
  }
}
