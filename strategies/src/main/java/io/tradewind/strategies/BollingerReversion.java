package io.tradewind.strategies;

import io.tradewind.analytics.adaptive.RsiThresholds;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Mean reversion: buys a close under the lower Bollinger band while RSI is oversold, aims for the
 * middle band, and gives up a multiple of ATR below; the mirror image short, on perpetuals.
 * Sources: J. Bollinger (2001), "Bollinger on Bollinger Bands"; J. W. Wilder (1978), for RSI.
 *
 * <p>With {@code adaptive=on} three things move. RSI must go {@code rsi-shift} points further in
 * the wildest market that was seen, and as much less in the calmest: {@link RsiThresholds} of the
 * percentile of volatility, whose median is one half. The target is the nearer of the middle band
 * and {@code target-atr} times ATR, and entries must be as sure as recent results ask for: {@link
 * AdaptiveEntries}.
 */
public final class BollingerReversion implements Strategy {
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 20, 5, 500);
  private static final Parameter<Double> WIDTH = Parameter.decimal("width", 2, 0.5, 5);
  private static final Parameter<Double> MAX_RSI = Parameter.decimal("max-rsi", 30, 5, 50);
  private static final Parameter<Double> STOP_ATR = Parameter.decimal("stop-atr", 2, 0.1, 50);
  private static final Parameter<Double> SHIFT = Parameter.decimal("rsi-shift", 10, 0, 30);
  private static final Parameter<Double> TARGET_ATR = Parameter.decimal("target-atr", 3, 0.1, 50);

  private static final int BANDS = 0;
  private static final int RSI = 1;
  private static final int ATR = 2;
  private static final int PERCENTILE = 3;
  private static final double MEDIAN = 0.5;

  private final Handles handles = new Handles();
  private final AdaptiveEntries adaptive = new AdaptiveEntries();
  private RsiThresholds thresholds = RsiThresholds.SHIPPED;
  private double maxRsi;
  private double stopAtr;
  private String directions = "";

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        LENGTH,
        WIDTH,
        MAX_RSI,
        STOP_ATR,
        Entries.DIRECTION,
        AdaptiveEntries.ADAPTIVE,
        SHIFT,
        TARGET_ATR,
        AdaptiveEntries.MIN_CONFIDENCE,
        AdaptiveEntries.CAUTION,
        AdaptiveEntries.RESULTS);
  }

  @Override
  public void prepare(Preparation preparation) {
    adaptive.prepare(preparation, preparation.get(TARGET_ATR));
    maxRsi = preparation.get(MAX_RSI);
    Feature bands =
        preparation.feature(Features.bollinger(preparation.get(LENGTH), preparation.get(WIDTH)));
    Feature rsi = preparation.feature(Features.rsi(14));
    Feature atr = preparation.feature(Features.atr(14));
    if (adaptive.isOn()) {
      double shift = preparation.get(SHIFT);
      thresholds = new RsiThresholds(maxRsi, 100 - maxRsi, shift, shift);
      handles.set(
          bands, rsi, atr, preparation.feature(Features.of("volatility-percentile(24,240)")));
    } else {
      handles.set(bands, rsi, atr);
    }
    stopAtr = preparation.get(STOP_ATR);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    double middle = value(bar, BANDS);
    if (bar.position().isFlat()) {
      enter(bar, signals, bar.close() < middle ? Direction.LONG : Direction.SHORT);
    } else if (Entries.held(bar).sign() * (bar.close() - middle) >= 0) {
      signals.exit("close back at the middle band " + Words.figure(middle));
    }
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    int sign = direction.sign();
    double middle = value(bar, BANDS);
    double half = value(bar, BANDS, 1) - middle;
    double edge = middle - sign * half;
    double depth = sign * (edge - bar.close());
    double limit = limit(bar, direction);
    double warmth = sign > 0 ? value(bar, RSI) : 100 - value(bar, RSI);
    double away = stopAtr * value(bar, ATR);
    double stop = bar.close() - sign * away;
    double confidence =
        Confidence.of(
            Confidence.between(limit - warmth, 0, 15), Confidence.between(depth, 0, 0.5 * half));
    if (depth > 0
        && warmth <= limit
        && away > 0
        && stop > 0
        && adaptive.allow(bar, confidence)
        && Entries.allows(directions, bar, direction)) {
      Entries.open(signals, direction, reason(bar, sign, edge, limit))
          .stop(stop)
          .target(target(bar, direction, middle))
          .confidence(confidence);
    }
  }

  /** What RSI, for a short 100 less RSI, may be at most. */
  private double limit(BarContext bar, Direction direction) {
    if (!adaptive.isOn()) {
      return maxRsi;
    }
    double percentile = value(bar, PERCENTILE);
    return direction == Direction.LONG
        ? thresholds.oversold(percentile, MEDIAN)
        : 100 - thresholds.overbought(percentile, MEDIAN);
  }

  private double target(BarContext bar, Direction direction, double middle) {
    if (!adaptive.isOn()) {
      return middle;
    }
    double reach = adaptive.target(bar, direction, value(bar, ATR));
    return direction == Direction.LONG ? Math.min(middle, reach) : Math.max(middle, reach);
  }

  private String reason(BarContext bar, int sign, double edge, double limit) {
    String reason =
        (sign > 0 ? "close under the lower band " : "close over the upper band ")
            + Words.figure(edge)
            + ", RSI "
            + Words.tenth(value(bar, RSI));
    return adaptive.isOn()
        ? reason
            + (sign > 0 ? " up to " : " from ")
            + Words.tenth(sign > 0 ? limit : 100 - limit)
            + adaptive.words(bar)
        : reason;
  }

  private double value(BarContext bar, int place) {
    return bar.value(handles.get(place));
  }

  private double value(BarContext bar, int place, int output) {
    return bar.value(handles.get(place).output(output));
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
