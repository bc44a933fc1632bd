package io.tradewind.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.indicator.Macd;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.time.Interval;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeatureBoardTest {
  private static final Interval HOUR = Interval.parse("1h");
  private static final Interval DAY = Interval.ONE_DAY;

  @Test
  void isComputedOnceForEachInstrumentIntervalAndSpecification() {
    AtomicInteger updates = new AtomicInteger();
    FeatureBoard board = new FeatureBoard(2);
    Feature one = board.request(HOUR, counting("count", updates));
    Feature same = board.request(HOUR, counting("count", updates));
    Feature daily = board.request(DAY, counting("count", updates));
    Feature highs = board.request(HOUR, counting("count", updates).of(PriceSource.HIGH));
    board.build();
    assertThat(same).isEqualTo(one);
    assertThat(daily).isNotEqualTo(one);
    assertThat(highs).isNotEqualTo(one);
    board.onBar(0, HOUR, 1, 4, 0.5, 2, 9);
    assertThat(updates).hasValue(2);
    assertThat(board.value(0, one)).isEqualTo(2);
    assertThat(board.value(0, highs)).isEqualTo(4);
    assertThat(board.value(0, daily)).isNaN();
    assertThat(board.value(1, one)).isNaN();
    board.onBar(1, DAY, 1, 4, 0.5, 3, 9);
    assertThat(updates).hasValue(3);
    assertThat(board.value(1, daily)).isEqualTo(3);
  }

  @Test
  void remembersTheCandleBefore() {
    FeatureBoard board = new FeatureBoard(1);
    Feature close = board.request(HOUR, counting("close", new AtomicInteger()));
    board.build();
    board.onBar(0, HOUR, 1, 1, 1, 10, 1);
    assertThat(board.previous(0, close)).isNaN();
    board.onBar(0, HOUR, 1, 1, 1, 11, 1);
    board.onBar(0, DAY, 1, 1, 1, 99, 1);
    assertThat(board.previous(0, close)).isEqualTo(10);
    assertThat(board.value(0, close)).isEqualTo(11);
  }

  @Test
  void isReadyWhenEveryFeatureOfTheInstrumentIs() {
    FeatureBoard board = new FeatureBoard(2);
    board.request(HOUR, Features.ema(2));
    board.request(DAY, Features.ema(1));
    board.build();
    board.onBar(0, HOUR, 1, 1, 1, 1, 1);
    board.onBar(0, HOUR, 1, 1, 1, 1, 1);
    assertThat(board.isReady(0)).isFalse();
    board.onBar(0, DAY, 1, 1, 1, 1, 1);
    assertThat(board.isReady(0)).isTrue();
    assertThat(board.isReady(1)).isFalse();
  }

  @Test
  void givesEveryOutputOfAnIndicator() {
    FeatureBoard board = new FeatureBoard(1);
    Feature before = board.request(HOUR, Features.ema(3));
    Feature macd = board.request(HOUR, FeatureSpec.of("macd", () -> new Macd(2, 4, 2)));
    board.build();
    Macd alone = new Macd(2, 4, 2);
    for (int i = 0; i < 20; i++) {
      double close = 100 + (i * 37 % 11);
      board.onBar(0, HOUR, 1, 1, 1, close, 1);
      alone.update(close);
    }
    for (int output = 0; output < 3; output++) {
      assertThat(board.value(0, macd.output(output))).isEqualTo(alone.value(output));
    }
    assertThatThrownBy(() -> macd.output(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> before.output(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAskedForTooLate() {
    FeatureBoard board = new FeatureBoard(1);
    board.build();
    assertThatThrownBy(() -> board.request(HOUR, Features.ema(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goesOnFromItsState() {
    FeatureBoard whole = emas();
    FeatureBoard cut = emas();
    for (int i = 0; i < 30; i++) {
      double close = 100 + (i * 37 % 11);
      whole.onBar(0, HOUR, close, close, close, close, 1);
      cut.onBar(0, HOUR, close, close, close, close, 1);
      StateWriter out = new StateWriter();
      cut.save(out);
      cut = emas();
      cut.load(new StateReader(out.toByteArray()));
      assertThat(cut.isReady(0)).isEqualTo(whole.isReady(0));
      Feature feature = new Feature(0, 1, "");
      assertThat(new double[] {cut.value(0, feature), cut.previous(0, feature)})
          .isEqualTo(new double[] {whole.value(0, feature), whole.previous(0, feature)});
    }
    assertThat(whole.isReady(0)).isTrue();
  }

  private static FeatureBoard emas() {
    FeatureBoard board = new FeatureBoard(1);
    board.request(HOUR, Features.ema(5));
    board.build();
    return board;
  }

  private static FeatureSpec counting(String id, AtomicInteger updates) {
    return FeatureSpec.of(id, () -> new Counting(updates));
  }

  /** Gives back what it is fed, and counts. */
  private static final class Counting implements SeriesIndicator {
    private final AtomicInteger updates;
    private double value = Double.NaN;

    Counting(AtomicInteger updates) {
      this.updates = updates;
    }

    @Override
    public double update(double next) {
      updates.incrementAndGet();
      value = next;
      return value;
    }

    @Override
    public boolean isReady() {
      return !Double.isNaN(value);
    }

    @Override
    public int warmup() {
      return 1;
    }

    @Override
    public void reset() {
      value = Double.NaN;
    }

    @Override
    public double value(int output) {
      return value;
    }

    @Override
    public void save(StateWriter out) {
      out.writeDouble(value);
    }

    @Override
    public void load(StateReader in) {
      value = in.readDouble();
    }
  }
}
