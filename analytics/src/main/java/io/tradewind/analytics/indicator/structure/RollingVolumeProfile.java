package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingRange;
import io.tradewind.analytics.window.VolumeAtPrice;
import java.util.Arrays;

/**
 * Volume profile of the last {@code length} bars: point of control and value area, found as told in
 * {@link VolumeAtPrice}. Outputs: 0 poc, 1 area-high, 2 area-low. Ready after {@code length} bars;
 * NaN while none of them has volume. Source: J. P. Steidlmayer (1984), "Market Profile", Chicago
 * Board of Trade; J. F. Dalton, E. T. Jones and R. B. Dalton (1993), "Mind over Markets".
 *
 * <p>Each update puts one bar in, takes one out and looks at each row; the profile is made anew
 * from its bars when rows of another width fit its range, which is seldom, and once every {@code
 * length} updates.
 */
public final class RollingVolumeProfile extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 1, 100_000);
  private static final IntParameter ROWS = Parameter.integer("rows", 64, 4, 4096);
  private static final DecimalParameter AREA = Parameter.decimal("area-percent", 70, 1, 100);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "rolling-profile", "Volume profile of the last bars")
          .source(
              "J. P. Steidlmayer (1984), Market Profile, Chicago Board of Trade; J. F. Dalton,"
                  + " E. T. Jones and R. B. Dalton (1993), Mind over Markets")
          .parameter(LENGTH)
          .parameter(ROWS)
          .parameter(AREA)
          .sparse("poc", Unit.PRICE)
          .sparse("area-high", Unit.PRICE)
          .sparse("area-low", Unit.PRICE)
          .makes(values ->
              new RollingVolumeProfile(values.get(LENGTH), values.get(ROWS), values.get(AREA)));

  private final double share;
  private final double[] lows;
  private final double[] highs;
  private final double[] volumes;
  private final RollingRange extremes;
  private final VolumeAtPrice profile;
  private int head;
  private int size;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 100
   * @param rows at most, 4 to 4096, usually 64
   * @param areaPercent of the volume that is in the value area, 1 to 100, usually 70
   */
  public RollingVolumeProfile(int length, int rows, double areaPercent) {
    super(DEFINITION, LENGTH.check(length));
    share = AREA.check(areaPercent) / 100.0;
    lows = new double[length];
    highs = new double[length];
    volumes = new double[length];
    extremes = part(new RollingRange(length));
    profile = part(new VolumeAtPrice(ROWS.check(rows)));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (size == lows.length) {
      profile.remove(lows[head], highs[head], volumes[head]);
    } else {
      size++;
    }
    lows[head] = low;
    highs[head] = high;
    volumes[head] = volume;
    head = head + 1 == lows.length ? 0 : head + 1;
    // NaN if the volume is, so that there is no profile, and a new one when the bar has left
    extremes.push(high + 0 * volume, low);
    double rangeHigh = extremes.highest();
    double rangeLow = extremes.lowest();
    if (head != 0 && profile.move(rangeLow, rangeHigh)) {
      profile.add(low, high, volume);
    } else {
      make(rangeLow, rangeHigh);
    }
    profile.measure(share);
    return publish(profile.pointOfControl(), profile.areaHigh(), profile.areaLow());
  }

  private void make(double rangeLow, double rangeHigh) {
    profile.clear(rangeLow, rangeHigh);
    for (int i = 0; i < size; i++) {
      profile.add(lows[i], highs[i], volumes[i]);
    }
  }

  @Override
  protected void resetOwn() {
    Arrays.fill(lows, 0.0);
    Arrays.fill(highs, 0.0);
    Arrays.fill(volumes, 0.0);
    head = 0;
    size = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeInt(head).writeInt(size);
    out.writeDoubles(lows).writeDoubles(highs).writeDoubles(volumes);
  }

  @Override
  protected void loadOwn(StateReader in) {
    head = in.readCount(lows.length - 1);
    size = in.readCount(lows.length);
    in.readDoubles(lows);
    in.readDoubles(highs);
    in.readDoubles(volumes);
  }
}
