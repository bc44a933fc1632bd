package io.tradewind.research.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.feature.FeatureSpec;
import io.tradewind.core.feature.Features;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.BuiltInRuns;
import io.tradewind.research.bias.Difference.Subject;
import io.tradewind.research.bias.Finding.Kind;
import io.tradewind.research.bias.LookaheadReport.Notice;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks ahead is found, each by the run that is there for it; what is honest passes. */
class LookaheadAnalysisTest {
  private static final int CANDLES = 1_000;
  private static final int CUTS = 10;

  @BeforeEach
  void forget() {
    Planted.Remembers.forget();
  }

  private static LookaheadReport examine(StrategySource source) {
    return LookaheadAnalysis.run(BiasRuns.one(1, CANDLES, 0), source, CUTS, share -> {});
  }

  private static LookaheadReport examine(Supplier<Strategy> factory) {
    return examine(StrategySource.of(factory));
  }

  private static List<Kind> kinds(LookaheadReport report) {
    return report.findings().stream().map(Finding::kind).toList();
  }

  @Test
  void honestOnesPass() {
    for (Supplier<Strategy> honest :
        List.<Supplier<Strategy>>of(Planted::honest, Planted::recursive, Planted.Daily::new)) {
      LookaheadReport report = examine(honest);
      assertThat(report.findings()).isEmpty();
      assertThat(report.notices()).isEmpty();
      assertThat(report.verdict()).isEqualTo(Verdict.CLEAN);
      assertThat(report.signals()).isGreaterThan(20);
      assertThat(report.cutsNs()).hasSize(CUTS).isSorted();
    }
  }

  static List<BuiltInStrategies.Entry> builtIn() {
    return BuiltInStrategies.all().stream().toList();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void whatComesWithTradewindPasses(BuiltInStrategies.Entry entry) {
    BacktestSpec spec = BuiltInRuns.spec(entry.name(), entry.factory().get(), 7, 2_000, 300);
    LookaheadReport report =
        LookaheadAnalysis.run(spec, StrategySource.of(entry.factory()), CUTS, share -> {});
    assertThat(report.findings()).isEmpty();
    assertThat(report.verdict())
        .isEqualTo(entry.name().equals("buy-and-hold") ? Verdict.WEAK : Verdict.CLEAN);
    assertThat(report.signals()).isPositive();
  }

  @Test
  void anIndicatorThatHoldsTheWholeArrayIsFound() {
    LookaheadReport report =
        examine(BiasRuns.fitted(c -> Planted.by("next", () -> new Planted.NextOf(c))));
    assertThat(kinds(report)).containsExactly(Kind.FUTURE_CUT_OFF, Kind.FUTURE_REPLACED);
    Finding finding = report.findings().getFirst();
    assertThat(finding.runs()).isEqualTo(CUTS);
    assertThat(finding.differences())
        .anySatisfy(one -> {
          assertThat(one.subject()).isEqualTo(Subject.FEATURE);
          assertThat(one.name()).isEqualTo("next on 1h");
          assertThat(one.timeNs()).isEqualTo(one.historyNs());
        })
        .anySatisfy(one -> {
          assertThat(one.subject()).isEqualTo(Subject.SIGNAL);
          assertThat(one.whole()).startsWith("enter long, stop ");
          assertThat(one.other()).isEqualTo(Said.NOTHING);
        });
    assertThat(report.verdict()).isEqualTo(Verdict.FOUND);
  }

  @Test
  void whatOnlyNoticesTheEndOfItsDataIsFoundByAnotherFuture() {
    LookaheadReport report =
        examine(BiasRuns.fitted(c -> Planted.by("sly", () -> new Planted.NextButAtTheEnd(c))));
    assertThat(kinds(report)).contains(Kind.FUTURE_REPLACED);
  }

  @Test
  void whatFailsWhereTheFutureIsMissingIsFound() {
    LookaheadReport report =
        examine(BiasRuns.fitted(c -> Planted.by("far " + c[900], () -> new Planted.NextOf(c))));
    assertThat(kinds(report)).contains(Kind.FUTURE_CUT_OFF);
    assertThat(report.findings().getFirst().differences())
        .anyMatch(one -> one.subject() == Subject.CALL && one.other().contains("failed: "));
  }

  @Test
  void aStaticMemoryIsFoundToBeUnrepeatableWhereClassesCannotBeLoadedAnew() {
    LookaheadReport report = examine(Planted.Remembers::new);
    assertThat(kinds(report)).containsExactly(Kind.NOT_REPEATABLE);
  }

  @Test
  void aStaticMemoryIsToldFromLookAheadWhereClassesAreLoadedAnew() {
    StrategySource loadedAnew =
        new StrategySource() {
          @Override
          public Strategy fresh(List<io.tradewind.core.market.CandleColumns> feeds) {
            Planted.Remembers.forget();
            return new Planted.Remembers();
          }

          @Override
          public Strategy again(List<io.tradewind.core.market.CandleColumns> feeds) {
            return new Planted.Remembers();
          }
        };
    LookaheadReport report = examine(loadedAnew);
    assertThat(kinds(report)).containsExactly(Kind.SHARED_STATE);
    assertThat(report.findings().getFirst().runs()).isEqualTo(1);
    assertThat(report.findings().getFirst().differences().getFirst().whole())
        .isEqualTo(Said.NOTHING);
  }

  @Test
  void whatIsNotRepeatableIsFoundFirst() {
    LookaheadReport report = examine(Planted.Moody::new);
    assertThat(kinds(report)).containsExactly(Kind.NOT_REPEATABLE);
    assertThat(report.verdict()).isEqualTo(Verdict.FOUND);
  }

  @Test
  void knowledgeOfDatesIsFoundAndWeekdaysAreNot() {
    LookaheadReport dates = examine(() -> new Planted.KnowsDates(CandleTable.START_NS));
    assertThat(kinds(dates)).containsExactly(Kind.KNOWS_DATES);
    assertThat(dates.findings().getFirst().differences().getFirst().whole())
        .isEqualTo("enter long (a good day)");
    LookaheadReport weekdays = examine(Planted.Weekdays::new);
    assertThat(weekdays.findings()).isEmpty();
    assertThat(weekdays.notices()).containsExactly(Notice.PRICES_IGNORED);
    assertThat(weekdays.verdict()).isEqualTo(Verdict.WEAK);
  }

  /** What settles later than after the fifty candles that are tried first is no count. */
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.97, 0.99})
  void whatDecaysLongAfterItSaysThatItIsReadyIsNoCount(double keeps) {
    Supplier<Strategy> slow = () -> Planted.by("slow", () -> new Planted.Decays(keeps));
    LookaheadReport report =
        LookaheadAnalysis.run(
            BiasRuns.one(1, 6_000, 0), StrategySource.of(slow), CUTS, share -> {});
    assertThat(report.findings()).isEmpty();
    assertThat(report.notices()).isEmpty();
  }

  @Test
  void aCountIsFoundBesideWhatDecaysLong() {
    LookaheadReport report =
        LookaheadAnalysis.run(
            BiasRuns.one(1, 6_000, 0),
            StrategySource.of(() -> Planted.countsBesides(new Planted.Decays(0.99))),
            CUTS,
            share -> {});
    assertThat(kinds(report)).containsExactly(Kind.SIGNALS_HANG_ON_START);
  }

  /** Beyond its end all starts say the same, but a table does not come nearer before. */
  @Test
  void aShortTableByNumberIsFound() {
    double[] answers = new double[200];
    Arrays.setAll(answers, i -> i * i % 19 < 9 ? 0.5 : 1.5);
    Supplier<Strategy> table = () -> Planted.by("share", () -> new Planted.Share(answers));
    assertThat(kinds(examine(table))).containsExactly(Kind.SIGNALS_HANG_ON_START);
  }

  @Test
  void anIndicatorThatHoldsATableOfAnswersIsFound() {
    double[] answers = BiasRuns.closes(RandomCandles.walk(1, CANDLES, BiasRuns.HOUR));
    LookaheadReport report = examine(() -> Planted.by("table", () -> new Planted.NextOf(answers)));
    assertThat(kinds(report))
        .containsExactly(Kind.KNOWS_ANSWERS, Kind.HOLDS_PRICES, Kind.SIGNALS_HANG_ON_START);
    assertThat(report.findings().getFirst().differences())
        .extracting(Difference::name)
        .containsExactly("table on 1h");
  }

  @Test
  void answersLookedUpByNumberAreFoundEvenWhereTheyAreComparedWithPrices() {
    double[] answers = BiasRuns.closes(RandomCandles.walk(1, CANDLES, BiasRuns.HOUR));
    LookaheadReport report =
        examine(() -> Planted.by("ratio", () -> new Planted.NextOverNow(answers)));
    assertThat(kinds(report)).containsExactly(Kind.HOLDS_PRICES, Kind.SIGNALS_HANG_ON_START);
  }

  @Test
  void closesToComeByTheHourOfWhateverYearAreFound() {
    double[] answers = BiasRuns.closes(RandomCandles.walk(1, CANDLES, BiasRuns.HOUR));
    LookaheadReport report = examine(() -> new Planted.Yearless(answers, CandleTable.START_NS));
    assertThat(kinds(report)).containsExactly(Kind.HOLDS_PRICES);
    assertThat(report.verdict()).isEqualTo(Verdict.FOUND);
  }

  /** Doubled prices have the same ratios to the last digit. */
  @Test
  void ratiosThatAreLookedUpToTheLastDigitAreFound() {
    double[] closes = BiasRuns.closes(RandomCandles.walk(1, CANDLES, BiasRuns.HOUR));
    LookaheadReport report = examine(() -> new Planted.Ratios(closes));
    assertThat(report.signals()).isGreaterThan(100);
    assertThat(kinds(report)).containsExactly(Kind.HANGS_ON_DIGITS);
    assertThat(report.findings().getFirst().kind().mayBeFair()).isTrue();
    assertThat(report.findings().getFirst().differences().getFirst().other())
        .isEqualTo(Said.NOTHING);
  }

  @Test
  void aPriceThatWasFittedIsFound() {
    double[] closes = BiasRuns.closes(RandomCandles.walk(1, CANDLES, BiasRuns.HOUR));
    double mean = Arrays.stream(closes).average().orElseThrow();
    LookaheadReport report = examine(() -> new Planted.Above(Features.max(1), close -> mean));
    assertThat(kinds(report)).containsExactly(Kind.HOLDS_PRICES);
    assertThat(report.findings().getFirst().kind().mayBeFair()).isTrue();
  }

  @Test
  void aVolumeThatWasFittedIsFound() {
    CandleColumns feed = RandomCandles.walk(1, CANDLES, BiasRuns.HOUR);
    double mean =
        IntStream.range(0, CANDLES)
            .mapToDouble(row -> Crossing.toDouble(feed.volume(row), feed.volumeScale()))
            .average()
            .orElseThrow();
    LookaheadReport report =
        examine(() -> new Planted.Above(Features.of("sma(3) of volume"), close -> mean));
    assertThat(kinds(report)).containsExactly(Kind.HOLDS_VOLUMES);
    assertThat(examine(() -> new Planted.Above(Features.of("pvo"), close -> 0)).findings())
        .isEmpty();
  }

  /**
   * Of whatever size: what is bought is twice as dear, but so much more is there to buy it with.
   */
  @Test
  void theHourAsAFeatureIsAClockAndNoAnswer() {
    for (SignalSize size :
        List.of(SignalSize.EQUAL_SHARE, new SignalSize.Qty(1), new SignalSize.Notional(9_000))) {
      LookaheadReport report = examine(() -> new Planted.ByDay(size));
      assertThat(report.findings()).isEmpty();
      assertThat(report.notices()).containsExactly(Notice.CLOCK);
      assertThat(report.verdict()).isEqualTo(Verdict.CLEAN);
      assertThat(report.signals()).isGreaterThan(20);
    }
  }

  @Test
  void answersByDateAreToldFromAClock() {
    LookaheadReport report =
        examine(() -> new Planted.Above(FeatureSpec.of("date", Planted.Date::new), close -> 0));
    assertThat(kinds(report)).containsExactly(Kind.KNOWS_DATES, Kind.KNOWS_ANSWERS);
  }

  @Test
  void silenceProvesLittle() {
    LookaheadReport report = examine(Planted.Silent::new);
    assertThat(report.notices()).containsExactly(Notice.NO_SIGNALS);
    assertThat(report.verdict()).isEqualTo(Verdict.WEAK);
  }

  @Test
  void whereDatesCannotBeMovedThatIsTold() {
    Interval five = Interval.parse("5d");
    BacktestSpec spec =
        BiasRuns.of(
            List.of(TestInstruments.spot("A/USDT")),
            List.of(RandomCandles.walk(1, 200, five)),
            five,
            CandleTable.START_NS,
            new Planted.Silent());
    LookaheadReport report =
        LookaheadAnalysis.run(spec, StrategySource.of(Planted::honest), CUTS, share -> {});
    assertThat(report.notices()).containsExactly(Notice.DATES_NOT_TRIED);
    assertThat(report.verdict()).isEqualTo(Verdict.CLEAN);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void aFailureOfTheWholeRunIsItsOwn() {
    assertThatThrownBy(() -> examine(() -> Planted.by("short", () -> failing(500))))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  private static Planted.Simple failing(int after) {
    double[] table = new double[after];
    return new Planted.Simple() {
      @Override
      double next(double value, int update) {
        return table[update] + value;
      }
    };
  }

  @Test
  void progressRisesToTheEnd() {
    List<Double> shares = new ArrayList<>();
    LookaheadAnalysis.run(
        BiasRuns.one(1, CANDLES, 0), StrategySource.of(Planted::honest), 3, shares::add);
    assertThat(shares).isSorted().allMatch(share -> share > 0 && share <= 1);
    assertThat(shares.getLast()).isGreaterThan(0.9);
  }
}
