package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Breakout: long when the close leaves the channel of the candles before upwards, short when
 * downwards (on perpetuals), both with more volume than usual; out through the other side of a
 * shorter channel. Stop beyond the last swing, target a multiple of ATR away. Sources: R. Donchian
 * (1960), "High finance in copper", Financial Analysts Journal 16; C. Faith (2007), "Way of the
 * Turtle", for the two lengths.
 */
public final class DonchianBreakout implements Strategy {
  private static final Parameter<Integer> ENTRY = Parameter.integer("entry-length", 55, 2, 500);
  private static final Parameter<Integer> EXIT = Parameter.integer("exit-length", 20, 2, 500);
  private static final Parameter<Double> VOLUME = Parameter.decimal("min-volume", 1.2, 0, 20);
  private static final Parameter<Double> STOP_ATR = SwingStop.farthest(3);
  private static final Parameter<Double> TARGET_ATR = SwingStop.target(12);

  private final Handles handles = new Handles();
  private int length;
  private int exitLength;
  private double minVolume;
  private double targetAtr;
  private String directions = "";
  private final SwingStop stops = new SwingStop();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(ENTRY, EXIT, VOLUME, STOP_ATR, SwingStop.BEYOND, TARGET_ATR, Entries.DIRECTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    length = preparation.get(ENTRY);
    exitLength = preparation.get(EXIT);
    minVolume = preparation.get(VOLUME);
    targetAtr = preparation.get(TARGET_ATR);
    directions = preparation.get(Entries.DIRECTION);
    handles.set(
        preparation.feature(Features.donchian(length)),
        preparation.feature(Features.donchian(exitLength)),
        preparation.feature(Features.of("relative-volume(20)")));
    stops.prepare(preparation, preparation.interval(), preparation.get(STOP_ATR));
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    Feature wide = handles.get(0);
    Feature narrow = handles.get(1);
    double top = bar.previous(wide);
    double bottom = bar.previous(wide.output(1));
    double exitTop = bar.previous(narrow);
    double exitBottom = bar.previous(narrow.output(1));
    if (bar.position().isFlat()) {
      if (bar.close() > top) {
        enter(bar, signals, Direction.LONG, top);
      } else if (bar.close() < bottom) {
        enter(bar, signals, Direction.SHORT, bottom);
      }
    } else if (bar.position().isLong() && bar.close() < exitBottom) {
      signals.exit("close below the " + exitLength + "-candle low " + Words.figure(exitBottom));
    } else if (bar.position().isShort() && bar.close() > exitTop) {
      signals.exit("close above the " + exitLength + "-candle high " + Words.figure(exitTop));
    }
  }

  private void enter(BarContext bar, Signals signals, Direction direction, double edge) {
    double volume = bar.value(handles.get(2));
    double stop = stops.price(bar, direction);
    double target = stops.target(bar, direction, targetAtr);
    boolean confirmed = minVolume == 0 || volume >= minVolume;
    if (confirmed && stop > 0 && target > 0 && Entries.allows(directions, bar, direction)) {
      boolean up = direction == Direction.LONG;
      String reason =
          (up ? "close above the " : "close below the ")
              + (length + (up ? "-candle high " : "-candle low "))
              + Words.figure(edge)
              + (volume >= 0 ? ", volume " + Words.tenth(volume) + " times its average" : "");
      double beyond = Math.abs(bar.close() - edge) / stops.atr(bar);
      Entries.open(signals, direction, reason)
          .stop(stop)
          .target(target)
          .confidence(
              Confidence.of(Confidence.between(volume, 1, 3), Confidence.between(beyond, 0, 1)));
    }
  }
}
