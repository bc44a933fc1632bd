package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.feature.FeatureFrame;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.feature.WindowFeature;
import io.tradewind.core.feature.WindowSpec;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no built-in strategy asks for, and one of a user may. */
class StageTest {
  private static final Interval FOUR_HOURS = Interval.parse("4h");

  private static final WindowSpec FIT =
      new WindowSpec("fit", 50, List.of("slope", "error"), window -> new double[2]);

  /** Tells all that it is shown: the candle, a window, and a row of features. */
  private static final class Teller implements Strategy {
    private final List<WindowFeature> windows = new ArrayList<>();
    private final List<FeatureFrame> frames = new ArrayList<>();

    @Override
    public void prepare(Preparation preparation) {
      preparation.bars(FOUR_HOURS);
      windows.add(preparation.feature(FOUR_HOURS, FIT));
      frames.add(
          preparation.features(
              FeatureSet.of("mine", 1, "macd(12,26,9)", "macd(12,26,9).signal", "rsi(14)")
                  .and(FIT)));
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      signals.exit(
          "%s %s %s"
              .formatted(
                  bar.interval(),
                  Arrays.toString(bar.values(windows.getFirst())),
                  Arrays.toString(frames.getFirst().row(bar))));
    }
  }

  private static Stage stage() {
    return new Stage(new Teller(), Map.of(), "T0/USDT")
        .feature("macd(12,26,9)", 1, 2, 3)
        .feature("rsi(14)", 55)
        .feature("fit", 4, 5)
        .feature("fit on 4h", 6, 7);
  }

  @Test
  void windowsAndFramesHaveWhatTheyAreGiven() {
    assertThat(stage().bar(100)).containsExactly("exit: 1h [6.0, 7.0] [1.0, 2.0, 55.0, 4.0, 5.0]");
  }

  @Test
  void longerCandlesAreShownToWhoAsksForThem() {
    Stage stage = stage();
    assertThat(stage.longer(FOUR_HOURS, 100).getFirst()).startsWith("exit: 4h ");
    assertThat(stage.bar(100).getFirst()).startsWith("exit: 1h ");
    assertThatThrownBy(() -> stage.longer(Interval.ONE_DAY, 100))
        .hasMessageContaining("asks for no candles of 1d");
  }

  @Test
  void whatIsNotGivenIsMissed() {
    Stage stage = new Stage(new Teller(), Map.of(), "T0/USDT");
    assertThatThrownBy(() -> stage.bar(100)).hasMessageContaining("no value to fit on 4h");
  }
}
