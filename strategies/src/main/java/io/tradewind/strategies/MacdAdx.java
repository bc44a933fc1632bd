package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.List;

/**
 * Trend: long when MACD crosses above its signal line while ADX shows a trend and +DI leads; out
 * when it crosses below. The stop lies a multiple of ATR under the close.
 */
public final class MacdAdx implements Strategy {
  private static final Parameter<Integer> FAST = Parameter.integer("fast", 12, 2, 200);
  private static final Parameter<Integer> SLOW = Parameter.integer("slow", 26, 3, 500);
  private static final Parameter<Integer> SIGNAL = Parameter.integer("signal", 9, 2, 100);
  private static final Parameter<Double> MIN_ADX = Parameter.decimal("min-adx", 25, 0, 100);
  private static final Parameter<Double> STOP_ATR = Parameter.decimal("stop-atr", 2.5, 0.1, 50);

  private final Handles handles = new Handles();
  private double minAdx;
  private double stopAtr;

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(FAST, SLOW, SIGNAL, MIN_ADX, STOP_ATR);
  }

  @Override
  public void prepare(Preparation preparation) {
    int fast = preparation.get(FAST);
    int slow = preparation.get(SLOW);
    Check.argument(fast < slow, "fast must be < slow = %s, was %s", slow, fast);
    handles.set(
        preparation.feature(Features.macd(fast, slow, preparation.get(SIGNAL))),
        preparation.feature(Features.adx(14)),
        preparation.feature(Features.atr(14)));
    minAdx = preparation.get(MIN_ADX);
    stopAtr = preparation.get(STOP_ATR);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature macd = handles.get(0);
    Feature adx = handles.get(1);
    double atr = bar.value(handles.get(2));
    boolean trends =
        bar.value(adx) >= minAdx && bar.value(adx.output(1)) > bar.value(adx.output(2));
    if (bar.position().isFlat() && trends && bar.crossedAbove(macd, macd.output(1))) {
      double stop = bar.close() - stopAtr * atr;
      if (stop > 0 && stop < bar.close()) {
        signals
            .enterLong("MACD crossed above its signal line, ADX " + Words.tenth(bar.value(adx)))
            .stop(stop)
            .confidence(Math.min(1, 0.5 + bar.value(adx) / 100));
      }
    } else if (bar.position().isLong() && bar.crossedBelow(macd, macd.output(1))) {
      signals.exit("MACD crossed below its signal line, ADX " + Words.tenth(bar.value(adx)));
    }
  }
}
