package io.tradewind.research.risk;

import io.tradewind.analytics.risk.Exceedances;
import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.analytics.risk.ValueAtRisk;
import io.tradewind.analytics.statistics.Drawdown;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.SignalRecord;
import io.tradewind.research.risk.RiskReport.Day;
import io.tradewind.research.risk.RiskReport.Method;
import io.tradewind.research.risk.RiskReport.Model;
import io.tradewind.research.risk.RiskReport.Pair;
import io.tradewind.research.risk.RiskReport.SymbolUse;
import io.tradewind.research.risk.RiskReport.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Makes the figures of a run's risk. Pure. */
public final class RiskAnalysis {
  /** Windows of the value at risk, by how many days there must be for each. */
  private static final int[][] WINDOWS = {{500, 250}, {200, 100}, {80, 60}};

  /** Of one day ahead; the standard error of the loss is some 3 %. */
  private static final int PATHS = 2_000;

  /** Returns that two symbols must share. */
  private static final int LEAST_PAIRS = 20;

  private static final int WORST = 10;
  private static final double HAIR = 1e-9;

  private final BacktestResult result;
  private final RiskRecord heard;
  private final RiskSettings limits;

  private RiskAnalysis(BacktestResult result, RiskRecord heard, RiskSettings limits) {
    this.result = result;
    this.heard = heard;
    this.limits = limits;
  }

  /**
   * The report.
   *
   * @param heard by the log of that very run
   * @param limits that it was held to
   */
  public static RiskReport of(BacktestResult result, RiskRecord heard, RiskSettings limits) {
    return new RiskAnalysis(result, heard, limits).report();
  }

  private RiskReport report() {
    List<Day> days = days();
    PortfolioLimits exposure = limits.exposure();
    return new RiskReport(
        result.run(),
        use(HeldDay::maxHeat, HeldDay::meanHeat, exposure.heat()),
        use(HeldDay::maxLeverage, HeldDay::meanLeverage, exposure.leverage()),
        symbols(),
        fall(days),
        dailyLoss(days),
        correlations(exposure.correlation()),
        heard,
        signals(),
        result.trades().stream()
            .sorted(Comparator.comparingLong(ClosedTrade::profitScaled))
            .limit(WORST)
            .toList(),
        days);
  }

  private List<Day> days() {
    Map<Long, HeldDay> held = new TreeMap<>();
    heard.days().forEach(day -> held.put(day.epochDay(), day));
    EquityCurve curve = result.daily();
    double[] changes = curve.returns();
    List<Day> days = new ArrayList<>();
    double peak = curve.size() == 0 ? 0 : curve.equity(0);
    for (int i = 0; i < changes.length; i++) {
      double equity = curve.equity(i + 1);
      peak = Math.max(peak, equity);
      long endNs = curve.timeNs(i + 1);
      days.add(
          new Day(
              endNs,
              equity,
              changes[i],
              peak > 0 ? 1 - equity / peak : 0,
              Optional.ofNullable(held.get(Utc.epochDay(endNs - 1)))));
    }
    return days;
  }

  private Use use(ToDoubleFunction<HeldDay> most, ToDoubleFunction<HeldDay> mean, double limit) {
    double max = 0;
    long maxTimeNs = result.run().fromNs();
    double sum = 0;
    long samples = 0;
    int over = 0;
    for (HeldDay day : heard.days()) {
      double ofDay = most.applyAsDouble(day);
      if (ofDay > max) {
        max = ofDay;
        maxTimeNs = (day.epochDay() + 1) * Utc.DAY_NS;
      }
      sum += mean.applyAsDouble(day) * day.samples();
      samples += day.samples();
      over += ofDay > limit * (1 + HAIR) ? 1 : 0;
    }
    return new Use(
        max,
        maxTimeNs,
        samples == 0 ? 0 : sum / samples,
        Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty(),
        over,
        heard.days().size());
  }

  private List<SymbolUse> symbols() {
    List<SymbolUse> uses = new ArrayList<>();
    for (int i = 0; i < heard.symbols().size(); i++) {
      double most = 0;
      int days = 0;
      for (HeldDay day : heard.days()) {
        most = Math.max(most, day.maxExposures().get(i));
        days += day.maxExposures().get(i) > 0 ? 1 : 0;
      }
      uses.add(new SymbolUse(heard.symbols().get(i), most, days));
    }
    return uses;
  }

  private static RiskReport.Fall fall(List<Day> days) {
    double max = 0;
    for (Day day : days) {
      max = Math.max(max, day.drawdown());
    }
    double[] falls = days.stream().mapToDouble(day -> -day.drawdown()).toArray();
    double last = days.isEmpty() ? 0 : days.getLast().drawdown();
    return new RiskReport.Fall(max, last, Drawdown.longestDays(falls));
  }

  private RiskReport.DailyLoss dailyLoss(List<Day> days) {
    RiskLevel level = new RiskLevel(limits.exposure().level().confidence(), 1);
    double[] changes = days.stream().mapToDouble(Day::change).toArray();
    int window = result.trades().isEmpty() ? 0 : window(changes.length);
    List<Method> methods = new ArrayList<>();
    if (window > 0) {
      for (Model model : Model.values()) {
        methods.add(method(model, changes, window, level));
      }
    }
    return new RiskReport.DailyLoss(level.confidence(), window, methods);
  }

  /** As long as leaves days enough to judge it by; 0 where none does. */
  static int window(int days) {
    for (int[] choice : WINDOWS) {
      if (days >= choice[0]) {
        return choice[1];
      }
    }
    return 0;
  }

  /** Days of which nothing can be told, as while nothing was held, are not judged. */
  private static Method method(Model model, double[] changes, int window, RiskLevel level) {
    List<Double> losses = new ArrayList<>();
    boolean[] exceeded = new boolean[changes.length];
    int judged = 0;
    for (int i = 0; i < changes.length; i++) {
      double loss =
          i < window
              ? Double.NaN
              : estimate(model, Arrays.copyOfRange(changes, i - window, i), level, i).loss();
      losses.add(loss);
      if (!Double.isNaN(loss)) {
        exceeded[judged++] = -changes[i] > loss;
      }
    }
    int end = changes.length;
    ValueAtRisk next = estimate(model, Arrays.copyOfRange(changes, end - window, end), level, end);
    Exceedances all = Exceedances.of(Arrays.copyOf(exceeded, judged), level.confidence());
    return new Method(model, next.loss(), next.expectedShortfall(), all, losses);
  }

  private static ValueAtRisk estimate(Model model, double[] past, RiskLevel level, int seed) {
    if (Arrays.stream(past).allMatch(change -> change == 0)) {
      return new ValueAtRisk(Double.NaN, Double.NaN);
    }
    return switch (model) {
      case HISTORICAL -> ValueAtRisk.historical(past, level);
      case EWMA -> ValueAtRisk.parametric(past, level, ValueAtRisk.LAMBDA);
      case MONTE_CARLO -> ValueAtRisk.monteCarlo(past, level, ValueAtRisk.LAMBDA, PATHS, seed);
    };
  }

  private RiskReport.Correlations correlations(double limit) {
    boolean isLimited = limit < 1;
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < heard.symbols().size(); a++) {
      for (int b = a + 1; b < heard.symbols().size(); b++) {
        pairs.add(pair(a, b));
      }
    }
    return new RiskReport.Correlations(
        isLimited ? limit : PortfolioLimits.SHIPPED.correlation(), isLimited, pairs);
  }

  private Pair pair(int a, int b) {
    double[] first = new double[heard.days().size()];
    double[] second = new double[heard.days().size()];
    int count = 0;
    for (int i = 1; i < heard.days().size(); i++) {
      if (heard.days().get(i).epochDay() != heard.days().get(i - 1).epochDay() + 1) {
        continue;
      }
      double x = change(i, a);
      double y = change(i, b);
      if (Double.isFinite(x) && Double.isFinite(y)) {
        first[count] = x;
        second[count++] = y;
      }
    }
    double correlation =
        count < LEAST_PAIRS
            ? Double.NaN
            : correlation(Arrays.copyOf(first, count), Arrays.copyOf(second, count));
    return new Pair(heard.symbols().get(a), heard.symbols().get(b), correlation, count);
  }

  private double change(int day, int symbol) {
    return heard.days().get(day).closes().get(symbol)
            / heard.days().get(day - 1).closes().get(symbol)
        - 1;
  }

  /** Pearson's; NaN where one of them never moved. */
  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double products = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      products += (a[i] - meanA) * (b[i] - meanB);
      squaresA += (a[i] - meanA) * (a[i] - meanA);
      squaresB += (b[i] - meanB) * (b[i] - meanB);
    }
    return products / Math.sqrt(squaresA * squaresB);
  }

  private RiskReport.Signals signals() {
    Map<Refusal, Integer> refused = new EnumMap<>(Refusal.class);
    int followed = 0;
    for (SignalRecord signal : result.signals()) {
      if (signal.refusal().isPresent()) {
        refused.merge(signal.refusal().get(), 1, Integer::sum);
      } else {
        followed++;
      }
    }
    return new RiskReport.Signals(result.signals().size(), followed, refused);
  }
}
