package io.tradewind.research.bias;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.BuiltInRuns;
import io.tradewind.research.bias.Finding.Kind;
import io.tradewind.research.bias.WarmupReport.FeatureCurve;
import io.tradewind.research.bias.WarmupReport.Shape;
import io.tradewind.strategies.BuiltInStrategies;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hangs on where its history begins is found, and what decays is measured. */
class WarmupAnalysisTest {
  private static final int HISTORY = 1_000;
  private static final int STARTS = 10;
  private static final double TOLERANCE = 0.001;

  private static WarmupReport examine(Supplier<Strategy> factory) {
    return examine(factory, HISTORY);
  }

  private static WarmupReport examine(Supplier<Strategy> factory, int history) {
    return WarmupAnalysis.run(
        BiasRuns.one(3, 2 * history, history),
        StrategySource.of(factory),
        STARTS,
        TOLERANCE,
        share -> {});
  }

  private static List<Kind> kinds(WarmupReport report) {
    return report.findings().stream().map(Finding::kind).toList();
  }

  private static FeatureCurve only(WarmupReport report) {
    assertThat(report.features()).hasSize(1);
    return report.features().getFirst();
  }

  @Test
  void aWindowIsTheSameAtOnce() {
    WarmupReport report = examine(Planted::honest);
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(report.history()).isEqualTo(HISTORY);
    assertThat(report.firstCall()).hasValue(20);
    assertThat(only(report).shape()).isEqualTo(Shape.EXACT);
    assertThat(only(report).settledAfter()).hasValue(20);
    assertThat(only(report).worst()).allMatch(value -> value < 1e-9);
    assertThat(report.enoughForFeatures()).hasValue(20);
    assertThat(report.starts()).hasSizeGreaterThan(7).allMatch(start -> start.differing() == 0);
    assertThat(report.starts()).extracting(WarmupReport.Start::history).isSorted();
    assertThat(report.enoughForSignals()).hasValue(report.starts().getFirst().history());
  }

  /** Its starts are whole days, every second one, so that no first day is a part of one. */
  @Test
  void aWindowOfALongerIntervalIsTheSameAtOnce() {
    WarmupReport report = examine(Planted.Daily::new);
    assertThat(report.findings()).isEmpty();
    assertThat(report.features()).hasSize(2).allMatch(one -> one.shape() == Shape.EXACT);
    assertThat(report.firstCall()).hasValue(120);
    assertThat(report.starts()).hasSizeGreaterThan(7);
  }

  /** An EMA of length n decays by (n - 1) / (n + 1) with each candle: by 1000 after this many. */
  @ParameterizedTest
  @CsvSource({"10, 5, 45", "20, 20, 90", "50, 80, 240"})
  void aRecursiveOneDecaysAsItsFormulaSays(int length, int atLeast, int atMost) {
    WarmupReport report = examine(() -> new Planted.Above(Features.ema(length), close -> close));
    assertThat(report.findings()).isEmpty();
    assertThat(only(report).shape()).isEqualTo(Shape.DECAYING);
    assertThat(only(report).settledAfter().orElseThrow()).isBetween(atLeast, atMost);
    assertThat(only(report).worst().getFirst()).isGreaterThan(TOLERANCE);
    assertThat(only(report).worst().getLast()).isLessThan(TOLERANCE / 1_000);
  }

  static List<BuiltInStrategies.Entry> builtIn() {
    return BuiltInStrategies.all().stream().toList();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void whatComesWithTradewindPasses(BuiltInStrategies.Entry entry) {
    BacktestSpec spec = BuiltInRuns.spec(entry.name(), entry.factory().get(), 5, 4_000, 2_000);
    WarmupReport report =
        WarmupAnalysis.run(
            spec, StrategySource.of(entry.factory()), STARTS, TOLERANCE, share -> {});
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(report.enoughForSignals()).isPresent();
    assertThat(report.features()).allMatch(feature -> feature.shape() != Shape.DRIFTING);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 10, 24})
  void anOwnCountOfCandlesIsFound(int every) {
    WarmupReport report = examine(() -> new Planted.Counts(every));
    assertThat(kinds(report)).containsExactly(Kind.SIGNALS_HANG_ON_START);
    assertThat(report.enoughForSignals()).isEmpty();
    Difference first = report.findings().getFirst().differences().getFirst();
    assertThat(List.of(first.whole(), first.other())).contains(Said.NOTHING);
  }

  @Test
  void aWindowThatIsReadyTooEarlyIsFound() {
    WarmupReport report = examine(() -> Planted.by("hasty", () -> new Planted.HastyAverage(50)));
    assertThat(kinds(report)).containsExactly(Kind.READY_TOO_EARLY);
    assertThat(report.firstCall()).hasValue(5);
    assertThat(only(report).shape()).isEqualTo(Shape.TOO_EARLY);
    assertThat(only(report).settledAfter().orElseThrow()).isBetween(30, 50);
    assertThat(report.findings().getFirst().differences())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo("hasty on 1h"));
  }

  /**
   * One candle too early is off by less than the tolerance, and yet a window is the same at once.
   */
  @Test
  void aWindowThatIsReadyALittleTooEarlyIsFound() {
    WarmupReport report =
        examine(() -> Planted.by("hasty", () -> new Planted.HastyAverage(400, 399)));
    assertThat(kinds(report)).containsExactly(Kind.READY_TOO_EARLY);
    assertThat(only(report).worst()).allMatch(value -> value < TOLERANCE);
  }

  /** Of a span that is shorter than the window, short histories never come to its end. */
  @ParameterizedTest
  @CsvSource({"200, 100", "400, 100", "200, 5"})
  void aWindowThatIsReadyTooEarlyIsFoundInAShortSpan(int window, int span) {
    WarmupReport report =
        WarmupAnalysis.run(
            BiasRuns.one(3, HISTORY + span, HISTORY),
            StrategySource.of(() -> Planted.by("hasty", () -> new Planted.HastyAverage(window))),
            STARTS,
            TOLERANCE,
            share -> {});
    assertThat(kinds(report)).contains(Kind.READY_TOO_EARLY);
    assertThat(report.verdict()).isEqualTo(Verdict.FOUND);
  }

  @Test
  void whatNeverSettlesIsFound() {
    WarmupReport report = examine(() -> Planted.by("total", Planted.Total::new));
    assertThat(kinds(report)).contains(Kind.NEVER_SETTLES);
    assertThat(only(report).shape()).isEqualTo(Shape.DRIFTING);
    assertThat(report.enoughForFeatures()).isEmpty();
  }

  @Test
  void whatWouldSettleLaterIsTold() {
    WarmupReport report = examine(() -> new Planted.Above(Features.ema(100), close -> close), 250);
    assertThat(kinds(report)).contains(Kind.WARM_UP_TOO_SHORT);
  }

  @Test
  void tooLittleHistoryIsNotTried() {
    WarmupReport report = examine(() -> new Planted.Above(Features.sma(100), close -> close), 150);
    assertThat(report.starts()).isEmpty();
    assertThat(report.findings()).isEmpty();
    assertThat(report.firstCall()).hasValue(100);
  }

  @Test
  void whoIsNeverAskedIsTold() {
    WarmupReport report = examine(() -> new Planted.Above(Features.sma(500), close -> close), 150);
    assertThat(report.firstCall()).isEmpty();
    assertThat(report.starts()).isEmpty();
  }

  @Test
  void whatIsNotRepeatableIsFoundFirst() {
    assertThat(kinds(examine(Planted.Moody::new))).containsExactly(Kind.NOT_REPEATABLE);
  }

  @Test
  void silenceProvesLittle() {
    WarmupReport report = examine(Planted.Silent::new);
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict()).isEqualTo(Verdict.WEAK);
  }
}
