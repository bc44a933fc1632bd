package io.tradewind.research.bias;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.signal.Signal;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.bias.Finding.Kind;
import io.tradewind.research.bias.LookaheadReport.Notice;
import io.tradewind.research.bias.WarmupReport.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;

/**
 * Looks for what a strategy cannot know yet. The engine is deterministic, so that no tolerance is
 * needed: what two runs that know the same say differently, to the last bit of a feature, is a
 * finding. In order:
 *
 * <ol>
 *   <li>the whole span twice, each time with classes loaded anew: equal, or nothing can be said
 *   <li>once more in the classes of the run before: equal, or a static field carries something over
 *   <li>histories that end at a number of instants, in classes that have seen the whole span, so
 *       that what they kept of it shows: half of the instants are closes at which the strategy
 *       raised a signal, half are spread evenly. What differs there is tried again in new classes
 *   <li>the same instants with other candles after them
 *   <li>all candles 28 years before ({@link Market#SHIFT_NS}): equal, or it knows dates
 *   <li>all candles backwards, the last one first: a feature that stays the same does not read
 *       them. It is a clock, and no more than a notice, if it is also the same 28 years before and
 *       on the later half of the candles alone
 *   <li>all money doubled ({@link Market#withMoneyDoubled}), and all volumes: the same signals in
 *       time, kind and direction, or it holds prices or volumes as numbers
 *   <li>all prices and volumes moved by one of their last digit at most ({@link
 *       Market#withLastDigitsMoved}): at least half as many signals, or it looks up exact ratios,
 *       which doubling leaves as they are
 *   <li>with more and with less history, as {@link WarmupAnalysis} does it: the same signals, or it
 *       counts its candles, as one does that looks up answers by number
 * </ol>
 *
 * <p>What cannot be found so: knowledge of the future that is in the strategy itself and hangs on
 * none of these, such as parameters that were fitted to the span, or a table of what rose on which
 * day of a year, if it is used beside what is honest.
 */
public final class LookaheadAnalysis {
  private static final int MOST_DIFFERENCES = 1_000;
  private static final int STARTS = 4;
  private static final double TOLERANCE = 0.001;

  /** An EMA has lost all but a millionth of its beginning after half of so many of its lengths. */
  private static final int WARM_UPS = 12;

  private static final int FEWEST_CANDLES = 50;

  /** With fewer, half as many may be chance. */
  private static final int FEWEST_SIGNALS = 10;

  /** Of all the work, before the other starts. */
  private static final double SHARE_BEFORE = 0.8;

  /** Of all the work, when starts soon after the first candle have been tried. */
  private static final double SHARE_SOON = 0.95;

  private final BacktestSpec spec;
  private final StrategySource source;
  private final DoubleConsumer progress;
  private final Market market;
  private final Work work;
  private final Trial trial;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();

  private LookaheadAnalysis(BacktestSpec spec, StrategySource source, DoubleConsumer progress) {
    this.spec = spec;
    this.source = source;
    this.progress = progress;
    this.market = Market.of(spec);
    this.work = new Work(share -> progress.accept(share * SHARE_BEFORE));
    this.trial = new Trial(spec, work);
  }

  /**
   * Examines a strategy.
   *
   * @param spec of the run, of one strategy; that and the listener are not used
   * @param source of the strategies
   * @param cuts how many histories to try, at least 1
   * @param progress hears what share is done, 0 to 1
   * @throws RuntimeException what the strategy throws on the whole history
   */
  public static LookaheadReport run(
      BacktestSpec spec, StrategySource source, int cuts, DoubleConsumer progress) {
    Check.argument(cuts >= 1, "cuts must be >= 1, was %s", cuts);
    return new LookaheadAnalysis(spec, source, progress).examine(cuts);
  }

  private LookaheadReport examine(int cuts) {
    work.plan(8 + 2 * cuts);
    Transcript whole = trial.whole(market, source::fresh);
    List<Long> cutsNs = whole.bars() == 0 ? List.of() : cuts(whole, cuts);
    Comparison comparison = new Comparison(market.instruments(), whole);
    if (isRepeatable(whole, comparison)) {
      findCarried(whole, comparison);
      findFuture(comparison, cutsNs);
      Optional<Transcript> earlier = findDates(whole, comparison);
      findAnswers(whole, comparison, earlier);
      findAmounts(comparison);
      findDigits(whole, comparison);
      findCounts(whole);
    }
    if (whole.signals().isEmpty()) {
      notices.add(Notice.NO_SIGNALS);
    }
    return new LookaheadReport(
        whole.bars(), whole.signals().size(), whole.features(), cutsNs, findings, notices);
  }

  /** Half after signals, half evenly over the bars; where signals are few, more bars. */
  static List<Long> cuts(Transcript whole, int count) {
    List<Long> signals =
        List.copyOf(new TreeSet<>(whole.signals().stream().map(Signal::timeNs).toList()));
    TreeSet<Long> chosen = new TreeSet<>(spread(signals, Math.ceilDiv(count, 2)));
    TreeSet<Long> bars = new TreeSet<>();
    for (int bar = 0; bar < whole.bars(); bar++) {
      bars.add(whole.barTimeNs(bar));
    }
    bars.removeAll(chosen);
    chosen.addAll(spread(List.copyOf(bars), count - chosen.size()));
    return List.copyOf(chosen);
  }

  /** As many of them, in the middles of equal parts. */
  private static Set<Long> spread(List<Long> times, int count) {
    Set<Long> chosen = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(count, times.size()); i++) {
      chosen.add(times.get((int) ((2L * i + 1) * times.size() / (2L * count))));
    }
    return chosen;
  }

  private boolean isRepeatable(Transcript whole, Comparison comparison) {
    Transcript twice = trial.until(whole.endNs(), market, source::fresh);
    return !report(Kind.NOT_REPEATABLE, comparison.exact(twice, whole.endNs()), 1);
  }

  private void findCarried(Transcript whole, Comparison comparison) {
    Transcript again = trial.until(whole.endNs(), market, source::again);
    report(Kind.SHARED_STATE, comparison.exact(again, whole.endNs()), 1);
  }

  private void findFuture(Comparison comparison, List<Long> cutsNs) {
    Found carried = new Found();
    Found cutOff = new Found();
    Found replaced = new Found();
    for (long cutNs : cutsNs) {
      Market known = market.knownAt(cutNs);
      tell(comparison, known, cutNs, carried, cutOff);
      tell(comparison, market.withOtherFuture(cutNs), cutNs, carried, replaced);
    }
    report(Kind.FUTURE_CUT_OFF, cutOff);
    report(Kind.FUTURE_REPLACED, replaced);
    if (findings.stream().noneMatch(finding -> finding.kind() == Kind.SHARED_STATE)) {
      report(Kind.SHARED_STATE, carried);
    }
  }

  /** What differs in used classes, but not in new ones, was carried over in static fields. */
  private void tell(Comparison comparison, Market other, long cutNs, Found carried, Found future) {
    List<Difference> used = comparison.exact(trial.until(cutNs, other, source::again), cutNs);
    if (used.isEmpty()) {
      return;
    }
    work.plan(1);
    List<Difference> anew = comparison.exact(trial.until(cutNs, other, source::fresh), cutNs);
    (anew.isEmpty() ? carried : future).add(anew.isEmpty() ? used : anew);
  }

  private Optional<Transcript> findDates(Transcript whole, Comparison comparison) {
    if (!Comparison.canShift(whole)) {
      notices.add(Notice.DATES_NOT_TRIED);
      return Optional.empty();
    }
    Market earlier = market.earlier();
    Transcript moved = trial.until(Long.MAX_VALUE, earlier, source::fresh);
    report(Kind.KNOWS_DATES, comparison.shifted(moved, Market.SHIFT_NS), 1);
    return moved.features().equals(whole.features()) ? Optional.of(moved) : Optional.empty();
  }

  private void findAnswers(Transcript whole, Comparison comparison, Optional<Transcript> earlier) {
    Market backwards = market.backwards();
    Transcript other = trial.until(Long.MAX_VALUE, backwards, source::fresh);
    if (other.failure().isPresent() || !whole.features().equals(other.features())) {
      return;
    }
    List<Unmoved> unmoved = new ArrayList<>();
    for (int feature = 0; feature < whole.features().size(); feature++) {
      Unmoved.find(whole, other, feature).ifPresent(unmoved::add);
    }
    if (!unmoved.isEmpty()) {
      judge(unmoved, whole, comparison, earlier);
    }
    if (isIgnorantOfPrices(whole, other)) {
      notices.add(Notice.PRICES_IGNORED);
    }
  }

  /** Answers hang on dates or on the number of the candle; a clock tells the same under all. */
  private void judge(
      List<Unmoved> unmoved,
      Transcript whole,
      Comparison comparison,
      Optional<Transcript> earlier) {
    work.plan(1);
    Transcript later = trial.until(Long.MAX_VALUE, laterHalf(), source::fresh);
    List<Difference> answers = new ArrayList<>();
    for (Unmoved one : unmoved) {
      boolean known =
          later.bars() == 0
              || !later.features().equals(whole.features())
              || comparison.hasOtherValues(later, one.feature(), 0)
              || (earlier.isPresent()
                  && comparison.hasOtherValues(earlier.get(), one.feature(), Market.SHIFT_NS));
      if (known) {
        answers.add(answer(whole, one.bar(), one.feature()));
      }
    }
    report(Kind.KNOWS_ANSWERS, answers, 1);
    if (answers.size() < unmoved.size()) {
      notices.add(Notice.CLOCK);
    }
  }

  /** A prime number of candles less, lest a count that comes round looks like a clock. */
  private Market laterHalf() {
    long firstNs = market.firstNs();
    long lengthNs = spec.interval().durationNs();
    long candles = (market.lastNs() - firstNs) / lengthNs / 2;
    return market.startingAt(firstNs + Starts.prime(candles) * lengthNs);
  }

  private void findAmounts(Comparison comparison) {
    Transcript dear = trial.until(Long.MAX_VALUE, market.withMoneyDoubled(), source::fresh);
    report(Kind.HOLDS_PRICES, comparison.inKind(dear), 1);
    Transcript busy = trial.until(Long.MAX_VALUE, market.withVolumesDoubled(), source::fresh);
    report(Kind.HOLDS_VOLUMES, comparison.inKind(busy), 1);
  }

  /** What reads prices goes on with others that are as good as the same. */
  private void findDigits(Transcript whole, Comparison comparison) {
    Transcript near = trial.until(Long.MAX_VALUE, market.withLastDigitsMoved(), source::fresh);
    int signals = whole.signals().size();
    if (signals >= FEWEST_SIGNALS && near.signals().size() < signals / 2) {
      report(Kind.HANGS_ON_DIGITS, comparison.inKind(near), 1);
    }
  }

  /** Unless features have not settled yet, which would excuse signals. */
  private void findCounts(Transcript whole) {
    if (whole.bars() == 0) {
      return;
    }
    WarmupReport report = starts(afterHistory(whole), SHARE_BEFORE, SHARE_SOON);
    if (report.enoughForFeatures().isEmpty()) {
      WarmupReport longer = starts(middle(whole), SHARE_SOON, 1);
      report = settles(longer) ? longer : report;
    }
    boolean unsettled =
        report.findings().stream().anyMatch(one -> one.kind() == Kind.WARM_UP_TOO_SHORT);
    if (report.starts().isEmpty() || unsettled) {
      notices.add(Notice.COUNTS_NOT_TRIED);
      return;
    }
    report.findings().stream()
        .filter(finding -> finding.kind() == Kind.SIGNALS_HANG_ON_START)
        .forEach(findings::add);
  }

  private WarmupReport starts(long fromNs, double shareBefore, double shareAfter) {
    return WarmupAnalysis.run(
        spec.tradedFrom(fromNs),
        source,
        STARTS,
        TOLERANCE,
        share -> progress.accept(shareBefore + share * (shareAfter - shareBefore)));
  }

  /** By coming nearer: a table that ends makes all starts the same, too, but at once. */
  private static boolean settles(WarmupReport report) {
    return !report.starts().isEmpty()
        && report.features().stream()
            .allMatch(one -> one.shape() == Shape.EXACT || one.shape() == Shape.DECAYING);
  }

  /** As late as features settle by, as early as that, for tables of answers are short. */
  private long afterHistory(Transcript whole) {
    long firstNs = market.firstNs();
    long warmUpNs = whole.barTimeNs(0) - firstNs;
    long enoughNs = Math.max(FEWEST_CANDLES * spec.interval().durationNs(), WARM_UPS * warmUpNs);
    return Math.min(spec.interval().floor(firstNs + enoughNs), middle(whole));
  }

  private long middle(Transcript whole) {
    long firstNs = market.firstNs();
    return spec.interval().floor(firstNs + (whole.endNs() - firstNs) / 2);
  }

  private Difference answer(Transcript whole, int bar, int feature) {
    String value = Said.number(whole.value(bar, feature));
    return new Difference(
        whole.barTimeNs(bar),
        market.instruments().get(whole.barInstrument(bar)).id().symbol(),
        Difference.Subject.FEATURE,
        whole.features().get(feature),
        value,
        value,
        whole.endNs());
  }

  /** Of signals after the first candle of the span, at which some simply begin; else of all. */
  private boolean isIgnorantOfPrices(Transcript whole, Transcript other) {
    List<String> ours = later(whole);
    return ours.isEmpty()
        ? !whole.signals().isEmpty() && keys(whole).equals(keys(other))
        : ours.equals(later(other));
  }

  private static List<String> keys(Transcript transcript) {
    return transcript.signals().stream().map(LookaheadAnalysis::key).toList();
  }

  private List<String> later(Transcript transcript) {
    long firstNs = market.fromNs();
    for (int bar = transcript.bars() - 1;
        bar >= 0 && transcript.barTimeNs(bar) >= market.fromNs();
        bar--) {
      firstNs = transcript.barTimeNs(bar);
    }
    long beginNs = firstNs;
    return transcript.signals().stream()
        .filter(signal -> signal.timeNs() > beginNs)
        .map(LookaheadAnalysis::key)
        .toList();
  }

  private static String key(Signal signal) {
    String what =
        switch (signal) {
          case Signal.Enter enter -> enter.direction().label();
          case Signal.Exit _ -> "exit";
        };
    return signal.timeNs() + " " + signal.instrument() + " " + what;
  }

  private boolean report(Kind kind, List<Difference> differences, int runs) {
    if (!differences.isEmpty()) {
      findings.add(new Finding(kind, runs, differences));
    }
    return !differences.isEmpty();
  }

  private void report(Kind kind, Found found) {
    report(kind, found.differences(), found.runs);
  }

  /** Differences of several runs, each thing once, as the run with the shortest history said it. */
  private static final class Found {
    private final List<Difference> differences = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();
    private int runs;

    void add(List<Difference> more) {
      runs++;
      for (Difference difference : more) {
        String key =
            difference.timeNs() + difference.symbol() + difference.subject() + difference.name();
        if (differences.size() < MOST_DIFFERENCES && known.add(key)) {
          differences.add(difference);
        }
      }
    }

    List<Difference> differences() {
      return differences;
    }
  }
}
