package io.tradewind.strategies;

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
 * the wildest market that was seen, and as much less in the calmest: {@code max-rsi - rsi-shift (2
 * percentile of volatility - 1)}. The target is the nearer of the middle band and {@code
 * target-atr} times ATR. And if more than half of the last trades of the symbol were lost, the
 * close must lie further out: the band is {@code 1 + caution (2 losses / results - 1)} times as
 * wide.
 */
public final class BollingerReversion implements Strategy {
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 20, 5, 500);
  private static final Parameter<Double> WIDTH = Parameter.decimal("width", 2, 0.5, 5);
  private static final Parameter<Double> MAX_RSI = Parameter.decimal("max-rsi", 30, 5, 50);
  private static final Parameter<Double> STOP_ATR = Parameter.decimal("stop-atr", 2, 0.1, 50);
  private static final Parameter<String> ADAPTIVE = Parameter.choice("adaptive", "off", "on");
  private static final Parameter<Double> SHIFT = Parameter.decimal("rsi-shift", 10, 0, 30);
  private static final Parameter<Double> TARGET_ATR = Parameter.decimal("target-atr", 3, 0.1, 50);
  private static final Parameter<Integer> RESULTS = Parameter.integer("results", 10, 2, 100);
  private static final Parameter<Double> CAUTION = Parameter.decimal("caution", 0.5, 0, 3);

  private static final int BANDS = 0;
  private static final int RSI = 1;
  private static final int ATR = 2;
  private static final int PERCENTILE = 3;

  private final Handles handles = new Handles();
  private double maxRsi;
  private double stopAtr;
  private boolean adaptive;
  private double shift;
  private double targetAtr;
  private double caution;
  private int length;
  private String directions = "";
  private RecentResults results = new RecentResults(0, 1);

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        LENGTH,
        WIDTH,
        MAX_RSI,
        STOP_ATR,
        Entries.DIRECTION,
        ADAPTIVE,
        SHIFT,
        TARGET_ATR,
        RESULTS,
        CAUTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    adaptive = preparation.get(ADAPTIVE).equals("on");
    Feature bands =
        preparation.feature(Features.bollinger(preparation.get(LENGTH), preparation.get(WIDTH)));
    Feature rsi = preparation.feature(Features.rsi(14));
    Feature atr = preparation.feature(Features.atr(14));
    if (adaptive) {
      handles.set(
          bands, rsi, atr, preparation.feature(Features.of("volatility-percentile(24,240)")));
    } else {
      handles.set(bands, rsi, atr);
    }
    maxRsi = preparation.get(MAX_RSI);
    stopAtr = preparation.get(STOP_ATR);
    shift = preparation.get(SHIFT);
    targetAtr = preparation.get(TARGET_ATR);
    caution = preparation.get(CAUTION);
    length = preparation.get(RESULTS);
    directions = preparation.get(Entries.DIRECTION);
    results = new RecentResults(preparation.instruments().size(), length);
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
    double edge = middle - sign * half * widening(bar.instrumentIndex());
    double depth = sign * (edge - bar.close());
    double limit = adaptive ? maxRsi - shift * (2 * value(bar, PERCENTILE) - 1) : maxRsi;
    double warmth = sign > 0 ? value(bar, RSI) : 100 - value(bar, RSI);
    double away = stopAtr * value(bar, ATR);
    double stop = bar.close() - sign * away;
    if (depth > 0
        && warmth <= limit
        && away > 0
        && stop > 0
        && Entries.allows(directions, bar, direction)) {
      double reach = adaptive ? targetAtr * value(bar, ATR) : Double.POSITIVE_INFINITY;
      double target = bar.close() + sign * Math.min(sign * (middle - bar.close()), reach);
      Entries.open(signals, direction, reason(bar, sign, edge, limit))
          .stop(stop)
          .target(target)
          .confidence(
              Confidence.of(
                  Confidence.between(limit - warmth, 0, 15),
                  Confidence.between(depth, 0, 0.5 * half)));
    }
  }

  private double widening(int instrument) {
    double excess = 2.0 * results.losses(instrument) / length - 1;
    return adaptive ? 1 + caution * Math.max(excess, 0) : 1;
  }

  private String reason(BarContext bar, int sign, double edge, double limit) {
    String reason =
        (sign > 0 ? "close under the lower band " : "close over the upper band ")
            + Words.figure(edge)
            + ", RSI "
            + Words.tenth(value(bar, RSI));
    return adaptive
        ? reason
            + (sign > 0 ? " up to " : " from ")
            + Words.tenth(sign > 0 ? limit : 100 - limit)
            + ", "
            + results.losses(bar.instrumentIndex())
            + " of the last "
            + length
            + " trades lost"
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
    results.onFill(fill);
  }

  @Override
  public void save(StateWriter out) {
    results.save(out);
  }

  @Override
  public void load(StateReader in) {
    results.load(in);
  }
}
