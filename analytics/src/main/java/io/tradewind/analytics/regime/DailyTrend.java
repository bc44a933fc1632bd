package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The sign of the daily trend: a bull market if the day's close is above its exponential moving
 * average, which is then rising, a bear market if below, neither if equal. Neither, too, until the
 * average stands after {@code length} closes, and for good after a NaN.
 */
public final class DailyTrend implements Resettable {
  private final Ema average;
  private MarketTrend trend = MarketTrend.NONE;

  /**
   * Over daily closes.
   *
   * @param length of the average in days, at least 2, usually 20
   */
  public DailyTrend(int length) {
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    this.average = new Ema(length);
  }

  /** Takes the close of the next day and returns the trend. */
  public MarketTrend update(double dailyClose) {
    double mean = average.update(dailyClose);
    if (dailyClose > mean) {
      trend = MarketTrend.BULL;
    } else {
      trend = dailyClose < mean ? MarketTrend.BEAR : MarketTrend.NONE;
    }
    return trend;
  }

  /** The trend of the last day. */
  public MarketTrend trend() {
    return trend;
  }

  @Override
  public void reset() {
    average.reset();
    trend = MarketTrend.NONE;
  }

  @Override
  public void save(StateWriter out) {
    out.section("daily-trend", 1).writeString(trend.name());
    average.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("daily-trend", 1);
    trend = MarketTrend.valueOf(in.readString());
    average.load(in);
  }
}
