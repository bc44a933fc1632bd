package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Keltner channel: the exponential average of the typical prices, or of the closes, and, {@code
 * width} average true ranges above and below it, two bands. Outputs: 0 middle, 1 upper, 2 lower.
 * Ready, all three together, after {@code max(length, atr-length + 1)} bars. Source: C. W. Keltner
 * (1960), "How to Make Money in Commodities", in the form of L. B. Raschke with {@link Atr}. As
 * TA-Lib's KC: the part that needs fewer bars is begun so late that both are ready together.
 * TradingView averages the closes, which {@code price} asks for.
 */
public final class KeltnerChannel extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final IntParameter ATR_LENGTH = Parameter.integer("atr-length", 10, 1, 100_000);
  private static final DecimalParameter WIDTH = Parameter.decimal("width", 2, 0, 1000);
  private static final ChoiceParameter PRICE = Parameter.choice("price", "typical", "close");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "keltner", "Keltner channel")
          .source("C. W. Keltner (1960), How to Make Money in Commodities; L. B. Raschke")
          .taLib("KC")
          .parameter(LENGTH)
          .parameter(ATR_LENGTH)
          .parameter(WIDTH)
          .parameter(PRICE)
          .output("middle", Unit.PRICE)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new KeltnerChannel(
                  values.get(LENGTH),
                  values.get(ATR_LENGTH),
                  values.get(WIDTH),
                  values.get(PRICE)));

  private final double width;
  private final boolean typical;
  private final Ema average;
  private final Atr range;

  /**
   * Over the last bars.
   *
   * @param length of the average, at least 2, usually 20
   * @param atrLength of the average true range, at least 1, usually 10
   * @param width average true ranges from the middle to a band, at least 0, usually 2
   * @param price averaged, {@code typical} or {@code close}
   */
  public KeltnerChannel(int length, int atrLength, double width, String price) {
    super(DEFINITION, Math.max(LENGTH.check(length), ATR_LENGTH.check(atrLength) + 1));
    this.width = WIDTH.check(width);
    this.typical = PRICE.parse(price).equals("typical");
    this.average = part(new Ema(length));
    this.range = part(new Atr(atrLength));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    int fed = seen();
    if (fed >= warmup() - average.warmup()) {
      average.update(typical ? (high + low + close) / 3.0 : close);
    }
    if (fed >= warmup() - range.warmup()) {
      range.update(open, high, low, close, volume);
    }
    double middle = average.value();
    double distance = width * range.value();
    return publish(middle, middle + distance, middle - distance);
  }
}
