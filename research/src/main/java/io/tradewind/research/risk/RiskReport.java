package io.tradewind.research.risk;

import io.tradewind.analytics.risk.Exceedances;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.RunDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run risked. Ratios are of equity unless they say otherwise; losses are above 0.
 *
 * @param run what made it
 * @param heat what the stops would have lost
 * @param leverage notional of all positions
 * @param symbols how much of each was held
 * @param drawdown of the daily equity
 * @param valueAtRisk of a day
 * @param correlations of the symbols' daily returns
 * @param heard events, sizes, funding and liquidations
 * @param signals what became of them
 * @param worst trades by profit, the worst first
 * @param days in order
 */
public record RiskReport(
    RunDescription run,
    Use heat,
    Use leverage,
    List<SymbolUse> symbols,
    Fall drawdown,
    DailyLoss valueAtRisk,
    Correlations correlations,
    RiskRecord heard,
    Signals signals,
    List<ClosedTrade> worst,
    List<Day> days) {
  /** Copies the lists. */
  public RiskReport {
    symbols = List.copyOf(symbols);
    worst = List.copyOf(worst);
    days = List.copyOf(days);
  }

  /** What is open at the end is closed there, so without a trade nothing was held. */
  public boolean heldNothing() {
    return worst.isEmpty();
  }

  /**
   * How much of a limit was used.
   *
   * @param max the most at any close
   * @param maxTimeNs the end of the day on which that was
   * @param mean of all closes
   * @param limit empty where nothing limits
   * @param daysOver days on which the most was over the limit
   * @param days on which it was looked at
   */
  public record Use(
      double max, long maxTimeNs, double mean, OptionalDouble limit, int daysOver, int days) {}

  /**
   * How much of a symbol was held.
   *
   * @param maxExposure notional at its most
   * @param daysHeld days on which any was held
   */
  public record SymbolUse(String symbol, double maxExposure, int daysHeld) {}

  /**
   * Losses since a peak of the daily equity.
   *
   * @param max the largest
   * @param last at the end
   * @param longestDays the most days from a peak until equity was there again, or the end
   */
  public record Fall(double max, double last, int longestDays) {}

  /** A way to reckon what a day may lose. */
  public enum Model {
    /** The quantile of the days before. */
    HISTORICAL("historical"),
    /** A normal distribution with exponentially weighted variance. */
    EWMA("ewma"),
    /** Days drawn anew from the days before, at today's volatility. */
    MONTE_CARLO("monteCarlo");

    private final String label;

    Model(String label) {
      this.label = label;
    }

    /** The word that stands in JSON. */
    public String label() {
      return label;
    }
  }

  /**
   * What a day may lose, told each day from the days before and held against what it brought.
   *
   * @param confidence what is promised, such as 0.95
   * @param window days that each estimate is from; 0 where the run is too short for any, or held
   *     nothing
   * @param methods one for each model; none where the window is 0
   */
  public record DailyLoss(double confidence, int window, List<Method> methods) {
    /** Copies the list. */
    public DailyLoss {
      methods = List.copyOf(methods);
    }
  }

  /**
   * One model.
   *
   * @param loss what the day after the run may lose
   * @param shortfall mean loss of the days that are worse
   * @param judged how often a day was worse than it had been told
   * @param losses by day of the report; NaN where none could be told
   */
  public record Method(
      Model model, double loss, double shortfall, Exceedances judged, List<Double> losses) {
    /** Copies the list. */
    public Method {
      losses = List.copyOf(losses);
    }
  }

  /**
   * How symbols move together.
   *
   * @param limit over which they count as one
   * @param isLimited whether the run held to that limit; else it is what ships
   * @param pairs each of two symbols
   */
  public record Correlations(double limit, boolean isLimited, List<Pair> pairs) {
    /** Copies the list. */
    public Correlations {
      pairs = List.copyOf(pairs);
    }
  }

  /**
   * Two symbols.
   *
   * @param correlation of their daily returns, NaN where too few are known
   * @param days on which both had one
   */
  public record Pair(String first, String second, double correlation, int days) {}

  /**
   * What became of the signals.
   *
   * @param refused by reason, in the order of the reasons
   */
  public record Signals(int raised, int followed, Map<Refusal, Integer> refused) {}

  /**
   * A day, or a part of one.
   *
   * @param endNs its end
   * @param equity then, in quote
   * @param change of equity over it, a ratio
   * @param drawdown since the peak, at least 0
   * @param held what was held; empty where no candle closed
   */
  public record Day(
      long endNs, double equity, double change, double drawdown, Optional<HeldDay> held) {}
}
