package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.feature.BarWindow;
import io.tradewind.core.feature.FeatureFrame;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.feature.FeatureTable;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of features holds what a strategy is shown, candle for candle, gaps and all. */
class FeatureFrameTest {
  private static final Interval HOUR = Scene.HOUR;
  private static final FeatureSet SET =
      FeatureSet.of(
              "test",
              1,
              "sma(1)",
              "rsi(5)",
              "macd(3,7,2).histogram",
              "sma(1) on 4h",
              "adx(3) on 12h",
              "ema(4) of volume on 4h")
          .and(new WindowSpec("range(7)", 7, List.of("high", "low"), FeatureFrameTest::range))
          .and(
              Interval.parse("4h"),
              new WindowSpec("range(3)", 3, List.of("high", "low"), FeatureFrameTest::range));

  /** Highest and lowest price of all candles of a window. */
  private static double[] range(BarWindow window) {
    double[] range = {window.high(0), window.low(0)};
    for (int age = 1; age < window.size(); age++) {
      range[0] = Math.max(range[0], window.high(age));
      range[1] = Math.min(range[1], window.low(age));
    }
    return range;
  }

  /** What is no stream says the same as what is, and NaN before there are enough candles. */
  @Test
  void aWindowIsBesideItsStream() {
    FeatureSet set =
        FeatureSet.of("both", 1, "max(3) of high on 4h", "min(3) of low on 4h")
            .and(
                Interval.parse("4h"),
                new WindowSpec("range(3)", 3, List.of("high", "low"), FeatureFrameTest::range));
    FeatureTable table = FeatureTable.of(set, HOUR, candles(5, 300, 10, Interval.parse("15m")));
    assertThat(table.names()).endsWith("range(3) on 4h", "range(3).low on 4h");
    assertThat(table.size()).isGreaterThan(100);
    assertThat(table.value(0, 2)).isNaN();
    for (int row = 0; row < table.size(); row++) {
      double[] values = table.row(row);
      assertThat(Arrays.copyOfRange(values, 2, 4))
          .as("row %s", row)
          .isEqualTo(Arrays.copyOf(values, 2));
    }
  }

  @Test
  void longerCandlesAreSeenOnceTheyHaveClosed() {
    CandleColumns candles = candles(3, 100, 0, HOUR);
    FeatureTable table =
        FeatureTable.of(FeatureSet.of("steps", 1, "sma(1)", "sma(1) on 4h"), HOUR, candles);
    assertThat(table.size()).isEqualTo(100);
    for (int row = 0; row < table.size(); row++) {
      int closed = (row + 1) / 4;
      double last = closed == 0 ? Double.NaN : close(candles, closed * 4 - 1);
      assertThat(table.row(row)).isEqualTo(new double[] {close(candles, row), last});
    }
  }

  /** A longer candle that is due in the gap after a row is not known at that row's hour. */
  @Test
  void acrossAGapEachCandleIsSeenAtItsOwnEnd() {
    String rising =
        IntStream.range(0, 13 * 12)
            .map(i -> i * 5)
            .mapToObj(minute ->
                minute >= 270 && minute < 540
                    ? "-"
                    : "%1$d %1$d %1$d %1$d".formatted(1000 + minute))
            .collect(Collectors.joining(", "));
    FeatureTable table =
        FeatureTable.of(
            FeatureSet.of("gap", 1, "max(1)", "max(1) on 4h"),
            HOUR,
            CandleTable.parse(rising, Interval.parse("5m")));
    assertThat(
            IntStream.range(0, table.size())
                .mapToObj(row ->
                    "%d: %.0f %.0f"
                        .formatted(
                            (table.closeTimeNs(row) - CandleTable.START_NS) / HOUR.durationNs(),
                            table.value(row, 0),
                            table.value(row, 1))))
        .containsExactly(
            "1: 1055 NaN",
            "2: 1115 NaN",
            "3: 1175 NaN",
            "4: 1235 1235",
            "5: 1265 1235",
            "10: 1595 1265",
            "11: 1655 1265",
            "12: 1715 1715",
            "13: 1775 1715");
  }

  private static double close(CandleColumns candles, int row) {
    return Crossing.toDouble(candles.close(row), candles.priceScale());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5m", "15m", "1h"})
  void aTableHoldsWhatAStrategyIsShown(String length) {
    for (int seed = 1; seed <= 20; seed++) {
      CandleColumns candles = candles(seed, 400, 10, Interval.parse(length));
      Watcher watcher = new Watcher();
      CandleSession session =
          new CandleSession(
              Scene.spec(TestInstruments.spot("T0/USDT")),
              watcher,
              CostModel.NONE,
              List.of(candles),
              entry -> {});
      while (session.step()) {
        session.engine().checkInvariants();
      }
      FeatureTable table = FeatureTable.of(SET, HOUR, candles);
      assertThat(watcher.rows).as("seed %s", seed).hasSizeGreaterThan(100);
      int first = table.size() - watcher.rows.size();
      for (int i = 0; i < watcher.rows.size(); i++) {
        assertThat(watcher.times.get(i)).isEqualTo(table.closeTimeNs(first + i));
        assertThat(watcher.rows.get(i))
            .as("seed %s row %s", seed, i)
            .isEqualTo(table.row(first + i));
      }
    }
  }

  @Test
  void aTableHasAPlaceForEachColumn() {
    FeatureTable table = FeatureTable.of(SET, HOUR, candles(1, 50, 0, HOUR));
    assertThat(table.names()).isEqualTo(SET.names());
    assertThatThrownBy(() ->
            FeatureTable.of(
                FeatureSet.of("a", 1, "rsi on 5h"), Interval.parse("2h"), candles(1, 5, 0, HOUR)))
        .hasMessageContaining("no multiple");
  }

  /** So many hours of a walk; of its candles some are missing, alone or for up to nine hours. */
  private static CandleColumns candles(
      long seed, int hours, int missingPercent, Interval interval) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    long price = 1000;
    int anHour = (int) (HOUR.durationNs() / interval.durationNs());
    int gap = 0;
    for (int i = 0; i < hours * anHour; i++) {
      long close = price + random.nextLong(-9, 10);
      long high = Math.max(price, close) + random.nextLong(5);
      long low = Math.min(price, close) - random.nextLong(5);
      if (gap == 0 && random.nextInt(100) < missingPercent) {
        gap = random.nextInt(5 * anHour) == 0 ? random.nextInt(1, 9 * anHour) : 1;
      }
      text.append(i == 0 ? "" : ", ");
      text.append(gap > 0 && i > 0 ? "-" : price + " " + high + " " + low + " " + close);
      gap = Math.max(0, gap - 1);
      price = close;
    }
    return CandleTable.parse(text.toString(), interval);
  }

  /** Notes each frame it is shown. */
  private static final class Watcher implements Strategy {
    private final List<double[]> rows = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private @Nullable FeatureFrame frame;

    @Override
    public void prepare(Preparation preparation) {
      frame = preparation.features(SET);
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      FeatureFrame asked = Objects.requireNonNull(frame);
      rows.add(asked.row(bar).clone());
      times.add(bar.timeNs());
    }
  }
}
