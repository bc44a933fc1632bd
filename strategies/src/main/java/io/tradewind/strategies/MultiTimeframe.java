package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Confluence of five intervals: the day gives the bias (the average of 10 over that of 30), four
 * hours the structure (highs and lows that do not fall), the hour the primary trend (EMA 20 over
 * EMA 50 with ADX), a quarter of an hour the confirmation (histogram of MACD above 0), five minutes
 * the entry (RSI rises through 50). In when all agree, the structure being neutral at worst; out
 * when the hour's trend turns. The mirror image short, on perpetuals. Stop beyond the last swing of
 * the quarter hours, target a multiple of the hour's ATR. The run is on candles of five minutes.
 * Source: A. Elder (1993), "Trading for a Living", whose triple screen it extends.
 */
public final class MultiTimeframe implements Strategy {
  private static final Parameter<Double> MIN_ADX = Parameter.decimal("min-adx", 20, 0, 100);
  private static final Parameter<Double> STOP_ATR = SwingStop.farthest(4);
  private static final Parameter<Double> TARGET_ATR = Parameter.decimal("target-atr", 3, 0.1, 100);

  private static final Interval ENTRY = Interval.parse("5m");
  private static final Interval CONFIRMATION = Interval.parse("15m");
  private static final Interval PRIMARY = Interval.parse("1h");
  private static final Interval STRUCTURE = Interval.parse("4h");

  private static final int BIAS_FAST = 0;
  private static final int BIAS_SLOW = 1;
  private static final int SWINGS = 2;
  private static final int TREND_FAST = 3;
  private static final int TREND_SLOW = 4;
  private static final int ADX = 5;
  private static final int MACD = 6;
  private static final int RSI = 7;
  private static final int HOURLY_ATR = 8;
  private static final double MIDDLE = 50;

  private final Handles handles = new Handles();
  private double minAdx;
  private double targetAtr;
  private String directions = "";
  private final SwingStop stops = new SwingStop();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(MIN_ADX, STOP_ATR, SwingStop.BEYOND, TARGET_ATR, Entries.DIRECTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    Check.argument(
        preparation.interval().equals(ENTRY),
        "multi-timeframe needs candles of 5m, the run's are of %s",
        preparation.interval());
    handles.set(
        preparation.feature(Interval.ONE_DAY, Features.sma(10)),
        preparation.feature(Interval.ONE_DAY, Features.sma(30)),
        preparation.feature(STRUCTURE, Features.of("swing-points(fractal,2)")),
        preparation.feature(PRIMARY, Features.ema(20)),
        preparation.feature(PRIMARY, Features.ema(50)),
        preparation.feature(PRIMARY, Features.adx(14)),
        preparation.feature(CONFIRMATION, Features.macd(12, 26, 9)),
        preparation.feature(Features.rsi(14)),
        preparation.feature(PRIMARY, Features.atr(14)));
    stops.prepare(preparation, CONFIRMATION, preparation.get(STOP_ATR));
    minAdx = preparation.get(MIN_ADX);
    targetAtr = preparation.get(TARGET_ATR);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    if (!bar.position().isFlat()) {
      int sign = Entries.held(bar).sign();
      if (sign * (value(bar, TREND_FAST) - value(bar, TREND_SLOW)) < 0) {
        signals.exit("the trend of 1h turned");
      }
    } else if (agrees(bar, Direction.LONG)) {
      enter(bar, signals, Direction.LONG);
    } else if (agrees(bar, Direction.SHORT)) {
      enter(bar, signals, Direction.SHORT);
    }
  }

  private boolean agrees(BarContext bar, Direction direction) {
    int sign = direction.sign();
    return sign * (value(bar, RSI) - MIDDLE) > 0
        && sign * (bar.previous(handles.get(RSI)) - MIDDLE) <= 0
        && sign * value(bar, MACD, 2) > 0
        && sign * (value(bar, TREND_FAST) - value(bar, TREND_SLOW)) > 0
        && value(bar, ADX) >= minAdx
        && sign * value(bar, SWINGS) >= 0
        && sign * (value(bar, BIAS_FAST) - value(bar, BIAS_SLOW)) > 0;
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    int sign = direction.sign();
    double stop = stops.price(bar, direction);
    double target = bar.close() + sign * targetAtr * value(bar, HOURLY_ATR);
    if (!(stop > 0) || !(target > 0) || !Entries.allows(directions, bar, direction)) {
      return;
    }
    String way = sign > 0 ? "up" : "down";
    double structure = sign * value(bar, SWINGS);
    double bias = sign * (value(bar, BIAS_FAST) / value(bar, BIAS_SLOW) - 1);
    String reason =
        ("1d " + way + " by " + Words.tenth(100 * bias) + " %, 4h ")
            + (structure > 0 ? way : "neutral")
            + (", 1h " + way + " with ADX " + Words.tenth(value(bar, ADX)))
            + (", 15m " + way + ", 5m RSI " + Words.tenth(value(bar, RSI)));
    Entries.open(signals, direction, reason)
        .stop(stop)
        .target(target)
        .confidence(
            Confidence.of(
                Confidence.between(bias, 0, 0.05),
                Confidence.between(structure, 0, 1),
                Confidence.between(value(bar, ADX), minAdx, minAdx + 20)));
  }

  private double value(BarContext bar, int place) {
    return bar.value(handles.get(place));
  }

  private double value(BarContext bar, int place, int output) {
    Feature feature = handles.get(place);
    return bar.value(feature.output(output));
  }
}
