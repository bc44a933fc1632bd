package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Volume-weighted average price of all bars so far: {@code sum(tp volume) / sum(volume)} with the
 * typical price {@code tp = (high + low + close) / 3}. Ready after 1 bar; NaN until there was
 * volume, where TA-Lib says 0, which is no price. Source: Berkowitz, Logue and Noser (1988), "The
 * Total Cost of Transactions on the NYSE", Journal of Finance 43, there over the trades of a day.
 * As TA-Lib's VWAP.
 */
public final class RunningVwap extends BarIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "running-vwap", "Volume-weighted price of all bars")
          .source(
              "Berkowitz, Logue and Noser (1988), The Total Cost of Transactions on the NYSE,"
                  + " Journal of Finance 43")
          .taLib("VWAP")
          .sparse("vwap", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new RunningVwap());

  private final CompensatedSum traded;
  private final CompensatedSum volumes;

  /** Over all bars. */
  public RunningVwap() {
    super(DEFINITION, 1);
    traded = part(new CompensatedSum());
    volumes = part(new CompensatedSum());
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double money = traded.add((high + low + close) / 3.0 * volume);
    double total = volumes.add(volume);
    return publish(total == 0 ? Double.NaN : money / total);
  }
}
