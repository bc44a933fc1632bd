package io.tradewind.research.bias;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.bias.Difference.Subject;
import io.tradewind.research.bias.Finding.Kind;
import io.tradewind.research.bias.WarmupReport.FeatureCurve;
import io.tradewind.research.bias.WarmupReport.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;

/**
 * Looks whether it matters where a run's history begins. The span is run with all the history that
 * lies before it, and with less and less of it; signals of the span are compared, and each feature
 * at every candle that the strategy was told of, by how much history the run had had by then. Each
 * start so gives the whole curve by which a feature comes nearer, and the worst of all starts is
 * told. Every run has classes of its own.
 *
 * <p>A feature of a window must be the same at once. A recursive one comes nearer: an EMA of length
 * n by a factor of (n - 1) / (n + 1) with each candle. It is enough that it is within the tolerance
 * when the span begins. Signals must be the same in kind, direction and time for every start with
 * at least half of the history; their prices may differ as features may.
 */
public final class WarmupAnalysis {
  private static final int MOST_DIFFERENCES = 1_000;
  private static final int MOST_LENGTHS = 8;
  private static final int[] NICE = {1, 2, 5};

  private final StrategySource source;
  private final Market market;
  private final Interval interval;
  private final Work work;
  private final Trial trial;
  private final double tolerance;
  private final int history;
  private final List<Finding> findings = new ArrayList<>();

  private WarmupAnalysis(BacktestSpec spec, StrategySource source, double tolerance, Work work) {
    this.source = source;
    this.market = Market.of(spec);
    this.interval = spec.interval();
    this.tolerance = tolerance;
    this.work = work;
    this.trial = new Trial(spec, work);
    this.history = (int) Math.max(0, (market.fromNs() - market.firstNs()) / interval.durationNs());
  }

  /**
   * Examines a strategy.
   *
   * @param spec of the run, of one strategy, with candles before its {@code fromNs}; that strategy
   *     and the listener are not used
   * @param source of the strategies
   * @param starts how many other starts to try, at least 4
   * @param tolerance the relative difference of a feature that is let pass, at least 0
   * @param progress hears what share is done, 0 to 1
   * @return a report without starts where there is too little history to take any away
   * @throws RuntimeException what the strategy throws with all the history
   */
  public static WarmupReport run(
      BacktestSpec spec,
      StrategySource source,
      int starts,
      double tolerance,
      DoubleConsumer progress) {
    Check.argument(starts >= 4, "starts must be >= 4, was %s", starts);
    Check.argument(tolerance >= 0, "tolerance must be >= 0, was %s", tolerance);
    return new WarmupAnalysis(spec, source, tolerance, new Work(progress)).examine(starts);
  }

  private WarmupReport examine(int count) {
    work.plan(2 + count);
    Transcript whole = trial.whole(market, source::fresh);
    Comparison comparison = new Comparison(market.instruments(), whole);
    int firstCall = firstCall(whole);
    List<Starts.Start> starts = starts(whole, firstCall, count);
    List<FeatureDrift> drifts = drifts(whole);
    List<WarmupReport.Start> told = new ArrayList<>();
    if (!starts.isEmpty() && isRepeatable(whole, comparison)) {
      First features = new First();
      List<Difference> signals = new ArrayList<>();
      int late = 0;
      for (Starts.Start start : starts) {
        Transcript other = run(start);
        if (start.isWhole()) {
          features = addDrift(whole, other, start, drifts);
        }
        List<Difference> differing = signals(whole, other, comparison, start);
        told.add(new WarmupReport.Start(start.history(), start.beginNs(), differing.size()));
        if (start.history() >= history / 2 && !differing.isEmpty()) {
          late++;
          signals = differing;
        }
      }
      List<FeatureCurve> curves = curves(drifts, lengths(firstCall, starts), starts);
      judge(curves, features);
      report(Kind.SIGNALS_HANG_ON_START, late, signals);
      return report(whole, firstCall, lengths(firstCall, starts), curves, told);
    }
    return report(whole, firstCall, List.of(), List.of(), told);
  }

  private WarmupReport report(
      Transcript whole,
      int firstCall,
      List<Integer> lengths,
      List<FeatureCurve> curves,
      List<WarmupReport.Start> told) {
    int signals = inSpan(whole).size();
    return new WarmupReport(
        history,
        whole.bars() == 0 ? OptionalInt.empty() : OptionalInt.of(firstCall),
        tolerance,
        signals,
        lengths,
        curves,
        told,
        findings);
  }

  private boolean isRepeatable(Transcript whole, Comparison comparison) {
    Transcript twice = trial.until(whole.endNs(), market, source::fresh);
    List<Difference> differences = comparison.exact(twice, whole.endNs());
    report(Kind.NOT_REPEATABLE, 1, differences);
    return differences.isEmpty();
  }

  /** How many candles it takes from the beginning to the first call. */
  private int firstCall(Transcript whole) {
    return whole.bars() == 0 ? Integer.MAX_VALUE : historyAt(whole.barTimeNs(0), market.firstNs());
  }

  private List<Starts.Start> starts(Transcript whole, int firstCall, int count) {
    return firstCall > history / 2
        ? List.of()
        : Starts.choose(
            market.fromNs(), interval, whole.intervals().last(), history, firstCall, count);
  }

  private Transcript run(Starts.Start start) {
    Market later = market.startingAt(start.beginNs());
    return trial.until(Long.MAX_VALUE, later, source::fresh);
  }

  private static List<FeatureDrift> drifts(Transcript whole) {
    List<FeatureDrift> drifts = new ArrayList<>();
    for (int feature = 0; feature < whole.features().size(); feature++) {
      drifts.add(new FeatureDrift(whole.features().get(feature), meanSize(whole, feature)));
    }
    return drifts;
  }

  private static double meanSize(Transcript whole, int feature) {
    double sum = 0;
    int count = 0;
    for (int bar = 0; bar < whole.bars(); bar++) {
      double size = Math.abs(whole.value(bar, feature));
      if (Double.isFinite(size)) {
        sum += size;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Where each feature of one start was off for the first time, and beyond the tolerance. */
  private record First(List<Difference> off, List<Difference> beyond) {
    First() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private First addDrift(
      Transcript whole, Transcript other, Starts.Start start, List<FeatureDrift> drifts) {
    First first = new First();
    boolean[] off = new boolean[drifts.size()];
    boolean[] beyond = new boolean[drifts.size()];
    drifts.forEach(FeatureDrift::begin);
    int from = 0;
    for (int bar = 0; bar < other.bars(); bar++) {
      from = notBefore(whole, from, other, bar);
      OptionalInt found = find(whole, from, other, bar);
      if (found.isPresent() && hasLess(other.barInstrument(bar), start)) {
        int at = found.getAsInt();
        int length = historyAt(other.barTimeNs(bar), start.beginNs());
        for (int i = 0; i < drifts.size(); i++) {
          double difference = drifts.get(i).difference(other.value(bar, i), whole.value(at, i));
          drifts.get(i).add(length, difference);
          if (difference > FeatureDrift.SAME && !off[i]) {
            off[i] = true;
            first.off.add(difference(whole, at, other, bar, i, start));
          }
          if (difference > tolerance && !beyond[i]) {
            beyond[i] = true;
            first.beyond.add(difference(whole, at, other, bar, i, start));
          }
        }
      }
    }
    drifts.forEach(FeatureDrift::end);
    return first;
  }

  /** The first bar of the whole run that is not before the other's. */
  private static int notBefore(Transcript whole, int from, Transcript other, int bar) {
    int at = from;
    while (at < whole.bars() && whole.barTimeNs(at) < other.barTimeNs(bar)) {
      at++;
    }
    return at;
  }

  /** The bar of the whole run that is the other's. */
  private static OptionalInt find(Transcript whole, int from, Transcript other, int bar) {
    int at = from;
    while (at < whole.bars() && whole.barTimeNs(at) == other.barTimeNs(bar)) {
      if (whole.isSameBar(at, other, bar, 0)) {
        return OptionalInt.of(at);
      }
      at++;
    }
    return OptionalInt.empty();
  }

  /** Whether a later start took candles of an instrument away. */
  private boolean hasLess(int instrument, Starts.Start start) {
    return market.feeds().get(instrument).openTimeNs(0) < start.beginNs();
  }

  private int historyAt(long timeNs, long beginNs) {
    return (int) ((timeNs - beginNs) / interval.durationNs());
  }

  private Difference difference(
      Transcript whole, int at, Transcript other, int bar, int feature, Starts.Start start) {
    double expected = whole.value(at, feature);
    double actual = other.value(bar, feature);
    return new Difference(
        whole.barTimeNs(at),
        market.instruments().get(whole.barInstrument(at)).id().symbol(),
        Subject.FEATURE,
        whole.features().get(feature),
        Said.number(expected, actual),
        Said.number(actual, expected),
        start.beginNs());
  }

  private List<Difference> signals(
      Transcript whole, Transcript other, Comparison comparison, Starts.Start start) {
    List<Difference> found =
        new ArrayList<>(
            comparison.signals(inSpan(whole), inSpan(other), this::isAlike, start.beginNs()));
    comparison.failure(other, start.beginNs(), 0).ifPresent(found::add);
    return found;
  }

  private List<Signal> inSpan(Transcript transcript) {
    return transcript.signals().stream()
        .filter(signal -> signal.timeNs() >= market.fromNs() && signal.timeNs() < market.toNs())
        .toList();
  }

  /** Of one kind and direction, with figures as near as features must be. */
  private boolean isAlike(Signal one, Signal other) {
    if (one instanceof Signal.Enter a && other instanceof Signal.Enter b) {
      return a.direction() == b.direction()
          && a.horizonNs().equals(b.horizonNs())
          && isNear(a.confidence(), b.confidence())
          && isNear(a.leverage(), b.leverage())
          && isNear(a.entry(), b.entry())
          && isNear(a.stop(), b.stop())
          && isNear(a.targets(), b.targets())
          && isNear(a.size(), b.size());
    }
    return one instanceof Signal.Exit && other instanceof Signal.Exit;
  }

  private boolean isNear(SignalSize one, SignalSize other) {
    if (one instanceof SignalSize.Share a && other instanceof SignalSize.Share b) {
      return isNear(a.ratio(), b.ratio());
    }
    if (one instanceof SignalSize.Qty a && other instanceof SignalSize.Qty b) {
      return isNear(a.base(), b.base());
    }
    if (one instanceof SignalSize.Notional a && other instanceof SignalSize.Notional b) {
      return isNear(a.quote(), b.quote());
    }
    return one.equals(other);
  }

  private boolean isNear(List<Double> one, List<Double> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!isNear(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isNear(OptionalDouble one, OptionalDouble other) {
    return (one.isPresent() && other.isPresent())
        ? isNear(one.getAsDouble(), other.getAsDouble())
        : one.isPresent() == other.isPresent();
  }

  private boolean isNear(double one, double other) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
  }

  /** The first call, the longest history tried, and between them 1, 2 and 5 times powers of ten. */
  private static List<Integer> lengths(int firstCall, List<Starts.Start> starts) {
    int longest = starts.getLast().history();
    List<Integer> lengths = new ArrayList<>(List.of(firstCall));
    for (long power = 1; power <= longest; power *= 10) {
      for (int nice : NICE) {
        long length = nice * power;
        if (length > firstCall && length < longest) {
          lengths.add((int) length);
        }
      }
    }
    if (longest > firstCall) {
      lengths.add(longest);
    }
    int spare = Math.max(0, lengths.size() - MOST_LENGTHS);
    lengths.subList(1, 1 + spare).clear();
    return lengths;
  }

  private List<FeatureCurve> curves(
      List<FeatureDrift> drifts, List<Integer> lengths, List<Starts.Start> starts) {
    int longest = starts.getLast().history();
    return drifts.stream().map(drift -> drift.curve(lengths, tolerance, longest)).toList();
  }

  /** No tolerance excuses a window that is not full. */
  private void judge(List<FeatureCurve> curves, First first) {
    report(Kind.READY_TOO_EARLY, 1, of(curves, first.off, Kind.READY_TOO_EARLY));
    report(Kind.WARM_UP_TOO_SHORT, 1, of(curves, first.beyond, Kind.WARM_UP_TOO_SHORT));
    report(Kind.NEVER_SETTLES, 1, of(curves, first.beyond, Kind.NEVER_SETTLES));
  }

  private static List<Difference> of(List<FeatureCurve> curves, List<Difference> first, Kind kind) {
    List<Difference> found = new ArrayList<>();
    for (FeatureCurve curve : curves) {
      if (isOf(curve, kind)) {
        first.stream().filter(one -> one.name().equals(curve.name())).forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isOf(FeatureCurve curve, Kind kind) {
    boolean unsettled = curve.settledAfter().isEmpty();
    return switch (kind) {
      case READY_TOO_EARLY -> curve.shape() == Shape.TOO_EARLY;
      case WARM_UP_TOO_SHORT -> unsettled && FeatureDrift.comesNearer(curve);
      case NEVER_SETTLES -> unsettled && !FeatureDrift.comesNearer(curve);
      case NOT_REPEATABLE,
          SHARED_STATE,
          FUTURE_CUT_OFF,
          FUTURE_REPLACED,
          KNOWS_DATES,
          KNOWS_ANSWERS,
          HOLDS_PRICES,
          HOLDS_VOLUMES,
          HANGS_ON_DIGITS,
          SIGNALS_HANG_ON_START ->
          false;
    };
  }

  private void report(Kind kind, int runs, List<Difference> differences) {
    if (!differences.isEmpty()) {
      findings.add(
          new Finding(
              kind, runs, differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size()))));
    }
  }
}
