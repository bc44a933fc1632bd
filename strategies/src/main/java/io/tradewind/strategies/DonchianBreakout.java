package io.tradewind.strategies;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import java.util.List;

/**
 * Breakout: long when the close leaves the channel of the candles before upwards, short when
 * downwards (on perpetuals); out through the other side of a shorter channel. The stop lies a
 * multiple of ATR away.
 */
public final class DonchianBreakout implements Strategy {
  private static final Parameter<Integer> ENTRY = Parameter.integer("entry-length", 55, 2, 500);
  private static final Parameter<Integer> EXIT = Parameter.integer("exit-length", 20, 2, 500);
  private static final Parameter<Double> STOP_ATR = Parameter.decimal("stop-atr", 3, 0.1, 50);

  private final Handles handles = new Handles();
  private int length;
  private int exitLength;
  private double stopAtr;

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(ENTRY, EXIT, STOP_ATR);
  }

  @Override
  public void prepare(Preparation preparation) {
    length = preparation.get(ENTRY);
    exitLength = preparation.get(EXIT);
    stopAtr = preparation.get(STOP_ATR);
    handles.set(
        preparation.feature(Features.donchian(length)),
        preparation.feature(Features.donchian(exitLength)),
        preparation.feature(Features.atr(20)));
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature wide = handles.get(0);
    Feature narrow = handles.get(1);
    double away = stopAtr * bar.value(handles.get(2));
    double top = bar.previous(wide);
    double bottom = bar.previous(wide.output(1));
    double exitTop = bar.previous(narrow);
    double exitBottom = bar.previous(narrow.output(1));
    boolean canEnter = bar.position().isFlat() && away > 0;
    if (canEnter && bar.close() > top && bar.close() - away > 0) {
      signals
          .enterLong("close above the " + length + "-candle high " + Words.figure(top))
          .stop(bar.close() - away);
    } else if (canEnter && bar.close() < bottom && bar.instrument().market() == Market.PERP) {
      signals
          .enterShort("close below the " + length + "-candle low " + Words.figure(bottom))
          .stop(bar.close() + away);
    } else if (bar.position().isLong() && bar.close() < exitBottom) {
      signals.exit("close below the " + exitLength + "-candle low " + Words.figure(exitBottom));
    } else if (bar.position().isShort() && bar.close() > exitTop) {
      signals.exit("close above the " + exitLength + "-candle high " + Words.figure(exitTop));
    }
  }
}
