package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Accumulative swing index, the running sum of the swing index, from 0: {@code 50 (c - c' + (c - o)
 * / 2 + (c' - o') / 4) / r k / limit} with {@code k = max(|h - c'|, |l - c'|)} and {@code r} by the
 * largest of three: if {@code |h - c'|} it is {@code |h - c'| - |l - c'| / 2 + |c' - o'| / 4}, if
 * {@code |l - c'|} the same with both exchanged, if {@code h - l} it is {@code h - l + |c' - o'| /
 * 4}; 0 if r is 0. Outputs: 0 accumulated, 1 swing. Ready after 2 bars. Source: J. W. Wilder
 * (1978), "New Concepts in Technical Trading Systems", section VIII. The limit is the largest move
 * that a market allows in a day; where it has none it is but a scale.
 */
public final class SwingIndex extends BarIndicator {
  private static final DecimalParameter LIMIT = Parameter.decimal("limit", 10, 1e-09, 1e+09);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "swing-index", "Accumulative swing index")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section VIII")
          .parameter(LIMIT)
          .output("accumulated", Unit.PRICE)
          .output("swing", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new SwingIndex(values.get(LIMIT)));

  private final double scale;
  private final CompensatedSum total;
  private double previousOpen = Double.NaN;
  private double previousClose = Double.NaN;

  /**
   * Over all bars.
   *
   * @param limit largest move of the price in a day, above 0
   */
  public SwingIndex(double limit) {
    super(DEFINITION, 2);
    scale = 50.0 / LIMIT.check(limit);
    total = part(new CompensatedSum());
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double up = Math.abs(high - previousClose);
    double down = Math.abs(low - previousClose);
    double body = previousClose - previousOpen;
    double move = close - previousClose + (close - open) / 2.0 + body / 4.0;
    double reach = reach(up, down, high - low) + Math.abs(body) / 4.0;
    double swing = reach == 0 ? 0.0 : scale * (move / reach) * Math.max(up, down);
    previousOpen = open;
    previousClose = close;
    return publish(seen() == 0 ? 0.0 : total.add(swing), swing);
  }

  private static double reach(double up, double down, double range) {
    if (up >= down && up >= range) {
      return up - down / 2.0;
    }
    return down >= range ? down - up / 2.0 : range;
  }

  @Override
  protected void resetOwn() {
    previousOpen = Double.NaN;
    previousClose = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousOpen).writeDouble(previousClose);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousOpen = in.readDouble();
    previousClose = in.readDouble();
  }
}
