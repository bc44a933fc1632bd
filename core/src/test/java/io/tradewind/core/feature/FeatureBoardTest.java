package io.tradewind.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureBoardTest {
  private static final Interval MINUTE = Interval.parse("1m");
  private static final Interval FIVE = Interval.parse("5m");

  @Test
  void oneSpecificationIsComputedOnceForEachInstrument() {
    AtomicInteger made = new AtomicInteger();
    FeatureSpec spec =
        FeatureSpec.of(
            "sma(2)",
            () -> {
              made.incrementAndGet();
              return new Sma(2);
            });
    FeatureBoard board = new FeatureBoard(3);
    Feature one = board.request(MINUTE, spec);
    Feature again = board.request(MINUTE, new FeatureSpec("sma(2)", List.of(), spec.indicator()));
    assertThat(again).isEqualTo(one);
    made.set(0);
    board.build();
    assertThat(made).hasValue(3);
    assertThatThrownBy(() -> board.request(Interval.parse("5m"), spec))
        .hasMessageContaining("before the first candle");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 17, 40})
  void movesOnHoweverManyThereAre(int count) {
    FeatureBoard board = new FeatureBoard(1);
    List<Feature> ofCloses = new ArrayList<>();
    List<Feature> ofBars = new ArrayList<>();
    for (int length = 1; length <= count; length++) {
      ofCloses.add(board.request(MINUTE, Features.of("max(" + length + ")")));
      ofBars.add(board.request(MINUTE, Features.rollingVwap(length)));
    }
    board.build();
    BarSeries bars = new BarSeries(MINUTE, 0, 0);
    for (int i = 0; i < 50; i++) {
      bars.add(candle(i), 0);
      board.of(0).onBar(bars);
    }
    for (int i = 0; i < count; i++) {
      assertThat(board.of(0).value(ofCloses.get(i))).isEqualTo(59);
      assertThat(board.of(0).value(ofBars.get(i))).isCloseTo((69 + 5 + 59 - i) / 3.0, within(1e-9));
    }
  }

  @Test
  void valuesAndTheOnesBefore() {
    FeatureBoard board = new FeatureBoard(1);
    Feature sma = board.request(MINUTE, Features.sma(2));
    Feature high = board.request(MINUTE, Features.sma(1).of(PriceSource.HIGH));
    Feature slow = board.request(Interval.parse("5m"), Features.sma(1));
    board.build();
    BarSeries bars = new BarSeries(MINUTE, 0, 0);
    for (int i = 0; i < 3; i++) {
      bars.add(candle(i), 0);
      board.of(0).onBar(bars);
    }
    assertThat(board.of(0).value(sma)).isEqualTo(11.5);
    assertThat(board.of(0).previous(sma)).isEqualTo(10.5);
    assertThat(board.of(0).value(high)).isEqualTo(22);
    assertThat(board.of(0).value(slow)).isNaN();
    assertThat(board.of(0).isReady()).isFalse();
    assertThatThrownBy(() -> sma.output(1)).hasMessageContaining("outputs 0 to 0");
    StateWriter out = new StateWriter();
    board.save(out);
    FeatureBoard other = new FeatureBoard(1);
    other.request(MINUTE, Features.sma(2));
    other.request(MINUTE, Features.sma(1).of(PriceSource.HIGH));
    other.request(Interval.parse("5m"), Features.sma(1));
    other.build();
    other.load(new StateReader(out.toByteArray()));
    bars.add(candle(3), 0);
    board.of(0).onBar(bars);
    other.of(0).onBar(bars);
    assertThat(other.of(0).value(sma)).isEqualTo(board.of(0).value(sma)).isEqualTo(12.5);
  }

  @Test
  void isReadyOnceEveryFeatureIsOnItsOwnIntervalAndInstrument() {
    FeatureBoard board = new FeatureBoard(2);
    board.request(MINUTE, Features.sma(2));
    Feature slow = board.request(FIVE, Features.sma(1));
    board.build();
    BarSeries minutes = new BarSeries(MINUTE, 0, 0);
    BarSeries fives = new BarSeries(FIVE, 0, 0);
    for (int i = 0; i < 5; i++) {
      assertThat(board.of(0).isReady()).as("before candle %s", i).isFalse();
      minutes.add(candle(i), 0);
      board.of(0).onBar(minutes);
      if (fives.add(candle(i), 0)) {
        board.of(0).onBar(fives);
      }
    }
    assertThat(board.of(0).isReady()).isTrue();
    assertThat(board.of(1).isReady()).isFalse();
    assertThat(board.of(0).value(slow)).isEqualTo(14);
    assertThat(board.of(0).previous(slow)).isNaN();
    assertThat(board.of(1).value(slow)).isNaN();
  }

  /** One bar is one update: a shared feature that moved on twice would have another average. */
  @Test
  void aFeatureThatTwoAskForMovesOnOnce() {
    FeatureBoard board = new FeatureBoard(1);
    Feature one = board.request(MINUTE, Features.sma(3));
    Feature two = board.request(MINUTE, Features.sma(3));
    Feature other = board.request(MINUTE, Features.sma(3).of(PriceSource.HIGH));
    board.build();
    BarSeries bars = new BarSeries(MINUTE, 0, 0);
    for (int i = 0; i < 3; i++) {
      bars.add(candle(i), 0);
      board.of(0).onBar(bars);
    }
    assertThat(board.of(0).value(one)).isEqualTo(11).isEqualTo(board.of(0).value(two));
    assertThat(board.of(0).value(other)).isEqualTo(21);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sma(2) on 1m; sma(2) on 1m, sma(3) on 1m",
        "sma(2) on 1m, sma(3) on 1m; sma(2) on 1m",
        "sma(2) on 1m, sma(3) on 1m; sma(3) on 1m, sma(2) on 1m",
        "ema(12) on 1m; ema(50) on 1m",
        "ema(12) on 1m; ema(12) of high on 1m",
        "ema(12) on 1m; ema(12) on 5m",
        "supertrend(10,3) on 1m; supertrend(10,2) on 1m"
      })
  void aStateOfOtherFeaturesIsRefused(String saved, String asked) {
    FeatureBoard board = board(saved);
    StateWriter out = new StateWriter();
    board.save(out);
    board(saved).load(new StateReader(out.toByteArray()));
    assertThatThrownBy(() -> board(asked).load(new StateReader(out.toByteArray())))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("other features");
  }

  @Test
  void aStateOfOtherWindowsIsRefused() {
    WindowSpec first = new WindowSpec("first(3)", 3, window -> new double[] {window.open(2)});
    StateWriter out = new StateWriter();
    board(first).save(out);
    board(first).load(new StateReader(out.toByteArray()));
    for (WindowSpec other :
        List.of(
            new WindowSpec("first(4)", 3, first.function()),
            new WindowSpec("first(3)", 4, first.function()))) {
      assertThatThrownBy(() -> board(other).load(new StateReader(out.toByteArray())))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("other features");
    }
  }

  private static FeatureBoard board(String features) {
    FeatureBoard board = new FeatureBoard(1);
    for (String feature : features.split(", ")) {
      String[] parts = feature.split(" on ");
      board.request(Interval.parse(parts[1]), Features.of(parts[0]));
    }
    board.build();
    return board;
  }

  private static FeatureBoard board(WindowSpec spec) {
    FeatureBoard board = new FeatureBoard(1);
    board.request(MINUTE, spec);
    board.build();
    return board;
  }

  /** Two things under one name would be computed as the one that came first. */
  @Test
  void anotherFeatureOfTheSameIdIsRefused() {
    FeatureBoard board = new FeatureBoard(1);
    board.request(MINUTE, Features.ema(12));
    board.request(MINUTE, FeatureSpec.of("own", () -> new Sma(5)));
    for (FeatureSpec other :
        List.of(
            FeatureSpec.of("ema(12)", () -> new Sma(12)),
            FeatureSpec.of("own", () -> new Sma(3)),
            FeatureSpec.of("own", () -> new Sma(5)),
            FeatureSpec.of("ema(12)", () -> Ema.withFactor(12, 0.9)),
            new FeatureSpec("own", List.of(PriceSource.HIGH), () -> new Sma(5)))) {
      assertThatThrownBy(() -> board.request(MINUTE, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another feature has the id '" + other.id() + "'");
    }
    assertThat(board.request(FIVE, FeatureSpec.of("own", () -> new Sma(3))).slot()).isEqualTo(2);
  }

  /** What was computed before belongs to the state before. */
  @Test
  void aLoadedStateIsNotAnsweredFromTheCache() {
    WindowSpec opens = new WindowSpec("first(1)", 1, window -> new double[] {window.open(0)});
    FeatureBoard[] boards = new FeatureBoard[2];
    WindowFeature[] features = new WindowFeature[2];
    for (int i = 0; i < 2; i++) {
      boards[i] = new FeatureBoard(1);
      features[i] = boards[i].request(MINUTE, opens);
      boards[i].build();
      BarSeries bars = new BarSeries(MINUTE, 0, 0);
      bars.add(candle(0, 10 + i), 0);
      boards[i].of(0).onBar(bars);
      assertThat(boards[i].of(0).values(features[i])).containsExactly(10 + i);
    }
    StateWriter out = new StateWriter();
    boards[1].save(out);
    boards[0].load(new StateReader(out.toByteArray()));
    assertThat(boards[0].of(0).values(features[0])).containsExactly(11);
  }

  @Test
  void anotherFunctionOfTheSameIdIsRefused() {
    FeatureBoard board = new FeatureBoard(1);
    Function<BarWindow, double[]> mean = window -> new double[] {window.close(0)};
    WindowFeature feature = board.request(MINUTE, new WindowSpec("mean", 3, mean));
    assertThat(board.request(MINUTE, new WindowSpec("mean", 3, mean))).isEqualTo(feature);
    for (WindowSpec other :
        List.of(
            new WindowSpec("mean", 50, mean),
            new WindowSpec("mean", 3, window -> new double[] {window.open(0)}))) {
      assertThatThrownBy(() -> board.request(MINUTE, other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("another feature has the id 'mean'");
    }
  }

  @Test
  void aFunctionSeesTheCandlesItAskedForHoweverManyOthersAskFor() {
    FeatureBoard board = new FeatureBoard(1);
    List<WindowFeature> features = new ArrayList<>();
    for (int candles : new int[] {3, 10, 1}) {
      features.add(
          board.request(
              MINUTE,
              new WindowSpec(
                  "size(" + candles + ")", candles, window -> new double[] {window.size()})));
    }
    board.build();
    BarSeries bars = new BarSeries(MINUTE, 0, 0);
    for (int i = 0; i < 20; i++) {
      bars.add(candle(i), 0);
      board.of(0).onBar(bars);
    }
    assertThat(features.stream().mapToDouble(each -> board.of(0).values(each)[0]))
        .containsExactly(3.0, 10.0, 1.0);
  }

  @Test
  void aFeatureOfAWindowIsComputedOnceForTheSameCandles() {
    AtomicInteger made = new AtomicInteger();
    WindowSpec spread =
        new WindowSpec(
            "spread(3)",
            3,
            List.of("width", "middle"),
            window -> {
              made.incrementAndGet();
              return new double[] {window.high(0) - window.low(2), window.close(1)};
            });
    FeatureBoard board = new FeatureBoard(1);
    WindowFeature feature = board.request(MINUTE, spread);
    assertThat(board.request(MINUTE, spread)).isEqualTo(feature);
    board.build();
    BarSeries bars = new BarSeries(MINUTE, 0, 0);
    for (int i = 0; i < 4; i++) {
      assertThat(board.of(0).isReady()).as("before candle %s", i).isEqualTo(i >= 3);
      bars.add(candle(i), 0);
      board.of(0).onBar(bars);
    }
    assertThat(board.of(0).values(feature)).containsExactly(18, 12);
    assertThat(board.of(0).values(feature)).containsExactly(18, 12);
    assertThat(made).hasValue(1);
    StateWriter out = new StateWriter();
    board.save(out);
    FeatureBoard other = new FeatureBoard(1);
    other.request(MINUTE, spread);
    other.build();
    other.load(new StateReader(out.toByteArray()));
    assertThat(other.of(0).isReady()).isTrue();
    assertThat(other.of(0).values(feature)).containsExactly(18, 12);
  }

  /** Five minutes of the engine's time, though the candles are the same. */
  @Test
  void whatAFunctionGaveIsKeptForItsTime() {
    AtomicInteger made = new AtomicInteger();
    FeatureBoard board = new FeatureBoard(1);
    WindowFeature feature =
        board.request(FIVE, new WindowSpec("n", 1, w -> new double[] {made.incrementAndGet()}));
    board.build();
    assertThat(board.of(0).values(feature)).containsExactly(Double.NaN);
    BarSeries fives = new BarSeries(FIVE, 0, 0);
    for (int i = 0; i < 5; i++) {
      if (fives.add(candle(i), 0)) {
        board.of(0).onBar(fives);
      }
    }
    BarSeries minutes = new BarSeries(MINUTE, 0, 0);
    List<Double> shown = new ArrayList<>();
    for (int i = 4; i < 12; i++) {
      minutes.add(candle(i), 0);
      board.of(0).onBar(minutes);
      shown.add(board.of(0).values(feature)[0]);
    }
    assertThat(shown).containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0);
  }

  @Test
  void aFunctionMustGiveAValueForEachOutput() {
    FeatureBoard board = new FeatureBoard(1);
    WindowFeature feature =
        board.request(
            MINUTE, new WindowSpec("fit", 1, List.of("slope", "r2"), w -> new double[] {1}));
    board.build();
    BarSeries bars = new BarSeries(MINUTE, 0, 0);
    bars.add(candle(0), 0);
    board.of(0).onBar(bars);
    assertThatThrownBy(() -> board.of(0).values(feature))
        .hasMessageContaining("fit must give a value for each of [slope, r2], gave 1");
    assertThatThrownBy(() -> new WindowSpec("fit", 1, List.of("a", "a"), w -> new double[2]))
        .hasMessageContaining("different names");
    assertThatThrownBy(() -> new WindowSpec("fit", 1, List.of(), w -> new double[0]))
        .hasMessageContaining("different names");
    assertThatThrownBy(() -> new WindowSpec("fit", 0, w -> new double[1]))
        .hasMessageContaining("candles must be >= 1");
  }

  private static CandleColumns candle(int i) {
    return candle(i, 10 + i);
  }

  private static CandleColumns candle(int i, long price) {
    long[] open = {i * MINUTE.durationNs()};
    long[] close = {(i + 1) * MINUTE.durationNs()};
    return new CandleColumns(
        0,
        0,
        open,
        close,
        new long[] {price},
        new long[] {20 + i},
        new long[] {5},
        new long[] {price},
        new long[] {1});
  }
}
