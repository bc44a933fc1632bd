package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Price distance, the shortest way through a bar's four prices from the close before: {@code 2
 * (high - low) + |open - close'| - |close - open|}. Ready after 2 bars. As pandas-ta's pdist, which
 * puts 2e-16 where a difference is 0.
 */
public final class PriceDistance extends BarIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "price-distance", "Path that a bar may have gone")
          .source("2 (high - low) + |open - previous close| - |close - open|")
          .output("distance", Unit.PRICE)
          .makes(values -> new PriceDistance());

  private double previous = Double.NaN;

  /** Of each bar. */
  public PriceDistance() {
    super(DEFINITION, 2);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double gap = Math.abs(open - previous);
    previous = close;
    return publish(2.0 * (high - low) + gap - Math.abs(close - open));
  }

  @Override
  protected void resetOwn() {
    previous = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
  }
}
