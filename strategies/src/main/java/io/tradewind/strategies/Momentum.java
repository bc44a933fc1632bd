package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Enhanced momentum: goes with a move that is strong, in the direction of the long trend, and not
 * yet overdone. Long when the rate of change rises through its threshold, the close is above the
 * trend's average, ADX shows a trend and RSI is not overbought; the mirror image short, on
 * perpetuals. The stop and the target lie multiples of ATR away; out when the rate of change turns
 * or the close falls back through the average.
 *
 * <p>With {@code adaptive=on} the range of the target is held within bounds, and entries must be as
 * sure as recent results ask for: {@link AdaptiveEntries}.
 */
public final class Momentum implements Strategy {
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 24, 2, 500);
  private static final Parameter<Double> THRESHOLD = Parameter.decimal("threshold", 2.0, 0, 100);
  private static final Parameter<Integer> TREND = Parameter.integer("trend-length", 100, 5, 1000);
  private static final Parameter<Double> MIN_ADX = Parameter.decimal("min-adx", 20, 0, 100);
  private static final Parameter<Double> MAX_RSI = Parameter.decimal("max-rsi", 78, 50, 100);
  private static final Parameter<Double> STOP_ATR = Parameter.decimal("stop-atr", 3, 0.1, 50);
  private static final Parameter<Double> TARGET_ATR = Parameter.decimal("target-atr", 9, 0.1, 200);
  private static final Parameter<String> DIRECTION = Parameter.choice("direction", "both", "long");

  private static final int ROC = 0;
  private static final int AVERAGE = 1;
  private static final int ADX = 2;
  private static final int RSI = 3;
  private static final int ATR = 4;

  private final Handles handles = new Handles();
  private final AdaptiveEntries adaptive = new AdaptiveEntries();
  private double threshold;
  private double minAdx;
  private double maxRsi;
  private double stopAtr;
  private double targetAtr;
  private boolean shorts;

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        LENGTH,
        THRESHOLD,
        TREND,
        MIN_ADX,
        MAX_RSI,
        STOP_ATR,
        TARGET_ATR,
        DIRECTION,
        AdaptiveEntries.ADAPTIVE,
        AdaptiveEntries.MIN_CONFIDENCE,
        AdaptiveEntries.CAUTION,
        AdaptiveEntries.RESULTS);
  }

  @Override
  public void prepare(Preparation preparation) {
    handles.set(
        preparation.feature(Features.rateOfChange(preparation.get(LENGTH))),
        preparation.feature(Features.ema(preparation.get(TREND))),
        preparation.feature(Features.adx(14)),
        preparation.feature(Features.rsi(14)),
        preparation.feature(Features.atr(14)));
    threshold = preparation.get(THRESHOLD);
    minAdx = preparation.get(MIN_ADX);
    maxRsi = preparation.get(MAX_RSI);
    stopAtr = preparation.get(STOP_ATR);
    targetAtr = preparation.get(TARGET_ATR);
    shorts = preparation.get(DIRECTION).equals("both");
    adaptive.prepare(preparation, targetAtr);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (!bar.position().isFlat()) {
      leave(bar, signals, bar.position().isLong() ? Direction.LONG : Direction.SHORT);
    } else if (wants(bar, Direction.LONG)) {
      enter(bar, signals, Direction.LONG);
    } else if (shorts && bar.instrument().market() == Market.PERP && wants(bar, Direction.SHORT)) {
      enter(bar, signals, Direction.SHORT);
    }
  }

  private boolean wants(BarContext bar, Direction direction) {
    int sign = direction.sign();
    Feature roc = handles.get(ROC);
    double strength = sign * bar.value(roc);
    double warmth = direction == Direction.LONG ? value(bar, RSI) : 100 - value(bar, RSI);
    return strength >= threshold
        && sign * bar.previous(roc) < threshold
        && sign * (bar.close() - value(bar, AVERAGE)) > 0
        && value(bar, ADX) >= minAdx
        && warmth <= maxRsi;
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    int sign = direction.sign();
    double atr = value(bar, ATR);
    double stop = bar.close() - sign * stopAtr * atr;
    double target = target(bar, direction, atr);
    double confidence = Math.min(1, 0.5 + value(bar, ADX) / 100);
    if (stop <= 0 || target <= 0 || atr <= 0 || !adaptive.allow(bar, confidence)) {
      return;
    }
    String reason =
        "momentum "
            + Words.tenth(value(bar, ROC))
            + " %, close "
            + (sign > 0 ? "above" : "below")
            + " its average "
            + Words.figure(value(bar, AVERAGE))
            + ", ADX "
            + Words.tenth(value(bar, ADX))
            + ", RSI "
            + Words.tenth(value(bar, RSI))
            + adaptive.words(bar);
    (sign > 0 ? signals.enterLong(reason) : signals.enterShort(reason))
        .stop(stop)
        .target(target)
        .confidence(confidence);
  }

  private double target(BarContext bar, Direction direction, double atr) {
    return adaptive.isOn()
        ? adaptive.target(bar, direction, atr)
        : bar.close() + direction.sign() * targetAtr * atr;
  }

  private void leave(BarContext bar, Signals signals, Direction direction) {
    int sign = direction.sign();
    if (sign * value(bar, ROC) < 0 && sign * (bar.close() - value(bar, AVERAGE)) < 0) {
      signals.exit(
          "momentum turned to "
              + Words.tenth(value(bar, ROC))
              + " %, close back through its average "
              + Words.figure(value(bar, AVERAGE)));
    }
  }

  private double value(BarContext bar, int place) {
    return bar.value(handles.get(place));
  }

  @Override
  public void onFill(FillContext fill) {
    adaptive.onFill(fill);
  }

  @Override
  public void save(StateWriter out) {
    adaptive.save(out);
  }

  @Override
  public void load(StateReader in) {
    adaptive.load(in);
  }
}
