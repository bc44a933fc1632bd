package io.tradewind.bench;

import io.tradewind.core.feature.FeatureFrame;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a frame of twenty indicators at each close, and trades on none of them. */
final class Twenty implements Strategy {
  private static final FeatureSet SET =
      FeatureSet.of(
          "twenty",
          1,
          "sma(20)",
          "sma(50)",
          "ema(12)",
          "ema(26)",
          "wma(20)",
          "rsi(14)",
          "macd(12,26,9)",
          "bollinger(20)",
          "atr(14)",
          "adx(14)",
          "stochastic(14,3,3)",
          "cci(20)",
          "obv",
          "donchian(20)",
          "rolling-vwap(20)",
          "rate-of-change(10)",
          "standard-deviation(20)",
          "max(30)",
          "min(30)",
          "true-range");

  private @Nullable FeatureFrame frame;
  private long bits;

  @Override
  public void prepare(Preparation preparation) {
    frame = preparation.features(SET);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    for (double value : Objects.requireNonNull(frame).row(bar)) {
      bits ^= Double.doubleToRawLongBits(value);
    }
    if (bits == 0) {
      signals.exit("the features cancel out");
    }
  }
}
