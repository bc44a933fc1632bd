package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Utc;
import java.util.Arrays;
import java.util.Optional;

/**
 * Learns a {@link VolumeCurve} from what is traded. Each day's volume is taken as shares of that
 * day, so that a busy day counts no more than a quiet one, and the shares are averaged with weights
 * that fall by {@code 1 - 2 / (days + 1)} from day to day. A day counts when it is over and was
 * seen from its first stretch on; one without volume does not count.
 *
 * <p>Source: the daily share of each interval as the static part of the volume is that of J.
 * Białkowski, S. Darolles and G. Le Fol (2008), "Improving VWAP strategies: a dynamic volume
 * approach", Journal of Banking and Finance 32; their second, moving part is left out.
 */
public final class VolumeCurveLearner implements Stateful {
  private final double weight;
  private final double[] today;
  private final double[] usual;
  private long day = Long.MIN_VALUE;
  private boolean isWhole;
  private int daysSeen;

  /**
   * @param stretches equal parts of the day, at least 1
   * @param days over how many days it averages, at least 1
   */
  public VolumeCurveLearner(int stretches, int days) {
    Check.argument(stretches >= 1, "stretches must be >= 1, was %s", stretches);
    Check.argument(days >= 1, "days must be >= 1, was %s", days);
    this.weight = 2.0 / (days + 1.0);
    this.today = new double[stretches];
    this.usual = new double[stretches];
  }

  /**
   * A trade or a candle.
   *
   * @param timeNs when it was, a candle's open; never before the last one's day
   * @param volume in any unit, finite and not negative
   */
  public void onVolume(long timeNs, double volume) {
    Check.argument(
        volume >= 0 && Double.isFinite(volume), "volume must be finite and >= 0, was %s", volume);
    int stretch = (int) (Math.floorMod(timeNs, Utc.DAY_NS) / ((double) Utc.DAY_NS / today.length));
    long newDay = Utc.epochDay(timeNs);
    Check.argument(newDay >= day, "time must not go back a day, was %s", timeNs);
    if (newDay > day) {
      endDay();
      day = newDay;
      isWhole = stretch == 0;
    }
    today[Math.min(stretch, today.length - 1)] += volume;
  }

  private void endDay() {
    double total = 0;
    for (double volume : today) {
      total += volume;
    }
    if (isWhole && total > 0) {
      double part = daysSeen == 0 ? 1 : weight;
      for (int i = 0; i < today.length; i++) {
        usual[i] += part * (today[i] / total - usual[i]);
      }
      daysSeen++;
    }
    Arrays.fill(today, 0);
  }

  /** What was learnt; empty before the first whole day is over. */
  public Optional<VolumeCurve> curve() {
    return daysSeen == 0 ? Optional.empty() : Optional.of(new VolumeCurve(usual));
  }

  @Override
  public void save(StateWriter out) {
    out.section("volume-curve", 1)
        .writeDoubles(today)
        .writeDoubles(usual)
        .writeLong(day)
        .writeBoolean(isWhole)
        .writeInt(daysSeen);
  }

  @Override
  public void load(StateReader in) {
    in.section("volume-curve", 1);
    in.readDoubles(today);
    in.readDoubles(usual);
    day = in.readLong();
    isWhole = in.readBoolean();
    daysSeen = in.readCount(Integer.MAX_VALUE);
  }
}
