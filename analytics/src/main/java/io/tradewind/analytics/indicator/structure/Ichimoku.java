package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Donchian;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Ichimoku kinko hyo, the chart at a glance. With {@code middle(n)} between the highest high and
 * the lowest low of the last {@code n} bars: {@code tenkan = middle(9)}, {@code kijun =
 * middle(26)}, {@code span A = (tenkan + kijun) / 2}, {@code span B = middle(52)}. The cloud
 * between the spans is drawn ahead, so what stands over a bar was computed earlier.
 *
 * <p>Outputs: 0 tenkan, 1 kijun; 2 span-a and 3 span-b, the cloud over this bar, from numbers of
 * {@code displacement - 1} bars ago; 4 span-a-ahead and 5 span-b-ahead, the cloud that will stand
 * over the bar as far ahead, computed now; 6 chikou: this close less the close {@code displacement
 * - 1} bars ago. The chikou of a chart is this close drawn back there, over bars that could not
 * know it; all it tells is whether it stands above or below them, which is the sign of this one.
 * Nothing here is ever moved back, and no output is of bars to come.
 *
 * <p>A displacement of 26 counts this bar as the first, as Hosoda does, and so do the charts of
 * TradingView: it moves by 25 bars. Ready, all together, after {@code max(tenkan, kijun, senkou) +
 * displacement - 1} bars.
 *
 * <p>Source: G. Hosoda (1969), "Ichimoku Kinko Hyo"; in English N. Elliott (2007), "Ichimoku
 * Charts". TA-Lib has no such function.
 */
public final class Ichimoku extends BarIndicator {
  private static final IntParameter TENKAN = Parameter.integer("tenkan", 9, 1, 100_000);
  private static final IntParameter KIJUN = Parameter.integer("kijun", 26, 1, 100_000);
  private static final IntParameter SENKOU = Parameter.integer("senkou", 52, 1, 100_000);
  private static final IntParameter DISPLACEMENT =
      Parameter.integer("displacement", 26, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "ichimoku", "Ichimoku cloud without look-ahead")
          .source("G. Hosoda (1969), Ichimoku Kinko Hyo")
          .parameter(TENKAN)
          .parameter(KIJUN)
          .parameter(SENKOU)
          .parameter(DISPLACEMENT)
          .output("tenkan", Unit.PRICE)
          .output("kijun", Unit.PRICE)
          .output("span-a", Unit.PRICE)
          .output("span-b", Unit.PRICE)
          .output("span-a-ahead", Unit.PRICE)
          .output("span-b-ahead", Unit.PRICE)
          .output("chikou", Unit.PRICE)
          .makes(values ->
              new Ichimoku(
                  values.get(TENKAN),
                  values.get(KIJUN),
                  values.get(SENKOU),
                  values.get(DISPLACEMENT)));

  private static final int MIDDLE = 2;

  private final Donchian fast;
  private final Donchian slow;
  private final Donchian slowest;
  private final Lag spansA;
  private final Lag spansB;
  private final Lag closes;

  /**
   * Of three channels.
   *
   * @param tenkan length of the turning line, at least 1, usually 9
   * @param kijun length of the base line, at least 1, usually 26
   * @param senkou length of span B, at least 1, usually 52
   * @param displacement of the spans, this bar being 1, usually 26
   */
  public Ichimoku(int tenkan, int kijun, int senkou, int displacement) {
    super(
        DEFINITION,
        Math.max(Math.max(TENKAN.check(tenkan), KIJUN.check(kijun)), SENKOU.check(senkou))
            + DISPLACEMENT.check(displacement)
            - 1);
    fast = part(new Donchian(tenkan));
    slow = part(new Donchian(kijun));
    slowest = part(new Donchian(senkou));
    spansA = part(new Lag(displacement));
    spansB = part(new Lag(displacement));
    closes = part(new Lag(displacement));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double tenkan = middle(fast, high, low);
    double kijun = middle(slow, high, low);
    double spanA = (tenkan + kijun) / 2.0;
    double spanB = middle(slowest, high, low);
    spansA.push(spanA);
    spansB.push(spanB);
    closes.push(close);
    set(1, kijun);
    set(2, spansA.oldest());
    set(3, spansB.oldest());
    set(4, spanA);
    set(5, spanB);
    set(6, close - closes.oldest());
    return publish(tenkan);
  }

  private static double middle(Donchian channel, double high, double low) {
    channel.update(high, high, low, low, 0);
    return channel.value(MIDDLE);
  }
}
