package io.tradewind.strategies;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.List;

/**
 * Mean reversion: buys a close under the lower Bollinger band while RSI is oversold, aims for the
 * middle band, and gives up a multiple of ATR below.
 */
public final class BollingerReversion implements Strategy {
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 20, 5, 500);
  private static final Parameter<Double> WIDTH = Parameter.decimal("width", 2, 0.5, 5);
  private static final Parameter<Double> MAX_RSI = Parameter.decimal("max-rsi", 30, 5, 50);
  private static final Parameter<Double> STOP_ATR = Parameter.decimal("stop-atr", 2, 0.1, 50);

  private final Handles handles = new Handles();
  private double maxRsi;
  private double stopAtr;

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(LENGTH, WIDTH, MAX_RSI, STOP_ATR);
  }

  @Override
  public void prepare(Preparation preparation) {
    handles.set(
        preparation.feature(Features.bollinger(preparation.get(LENGTH), preparation.get(WIDTH))),
        preparation.feature(Features.rsi(14)),
        preparation.feature(Features.atr(14)));
    maxRsi = preparation.get(MAX_RSI);
    stopAtr = preparation.get(STOP_ATR);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature bands = handles.get(0);
    double middle = bar.value(bands);
    double lower = bar.value(bands.output(2));
    double rsi = bar.value(handles.get(1));
    double stop = bar.close() - stopAtr * bar.value(handles.get(2));
    if (bar.position().isFlat()) {
      if (bar.close() < lower && rsi <= maxRsi && stop > 0 && stop < bar.close()) {
        signals
            .enterLong(
                "close under the lower band " + Words.figure(lower) + ", RSI " + Words.tenth(rsi))
            .stop(stop)
            .target(middle);
      }
    } else if (bar.close() >= middle) {
      signals.exit("close back at the middle band " + Words.figure(middle));
    }
  }
}
