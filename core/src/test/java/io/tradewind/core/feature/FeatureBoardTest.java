package io.tradewind.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

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
    Feature again = board.request(MINUTE, FeatureSpec.of("sma(2)", () -> new Sma(2)));
    assertThat(again).isEqualTo(one);
    made.set(0);
    board.build();
    assertThat(made).hasValue(3);
    assertThatThrownBy(() -> board.request(Interval.parse("5m"), spec))
        .hasMessageContaining("before the first candle");
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

  @Test
  void aStateOfOtherFeaturesIsRefused() {
    FeatureBoard board = new FeatureBoard(1);
    board.request(MINUTE, Features.sma(2));
    board.build();
    StateWriter out = new StateWriter();
    board.save(out);
    FeatureBoard wider = new FeatureBoard(1);
    wider.request(MINUTE, Features.sma(2));
    wider.request(MINUTE, Features.sma(3));
    wider.build();
    assertThatThrownBy(() -> wider.load(new StateReader(out.toByteArray())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("other features");
  }

  @Test
  void aFeatureOfAWindowIsComputedOnceForTheSameCandles() {
    AtomicInteger made = new AtomicInteger();
    WindowSpec spread =
        new WindowSpec(
            "spread(3)",
            3,
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
    assertThat(board.of(0).values(feature, 0)).containsExactly(18, 12);
    assertThat(board.of(0).values(feature, 0)).containsExactly(18, 12);
    assertThat(made).hasValue(1);
    StateWriter out = new StateWriter();
    board.save(out);
    FeatureBoard other = new FeatureBoard(1);
    other.request(MINUTE, spread);
    other.build();
    other.load(new StateReader(out.toByteArray()));
    assertThat(other.of(0).isReady()).isTrue();
    assertThat(other.of(0).values(feature, 0)).containsExactly(18, 12);
  }

  private static CandleColumns candle(int i) {
    long[] open = {i * MINUTE.durationNs()};
    long[] close = {(i + 1) * MINUTE.durationNs()};
    return new CandleColumns(
        0,
        0,
        open,
        close,
        new long[] {10 + i},
        new long[] {20 + i},
        new long[] {5},
        new long[] {10 + i},
        new long[] {1});
  }
}
