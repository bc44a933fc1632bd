package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionClock;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;
import java.util.Arrays;

/**
 * Relative volume at time: the volume since this day of UTC began, or with {@code mode} regular
 * that of this bar alone, divided by its mean at the same time of the {@code length} days before. A
 * day without a bar at that time counts with its last bar before, and one that has none before is
 * left out. As TradingView's Relative Volume at Time with an anchor of one day.
 *
 * <p>Days are those that have bars. The first of all counts only if its first bar opens with it
 * (see {@link SessionClock}). The time of a bar is its minute of the day, whatever its length; bars
 * that open in the same minute are one bar that grows. So a day takes the room of 1440 numbers, and
 * an interval that does not divide it is compared with the bar under way at that time before.
 *
 * <p>Ready after {@code length + 1} bars, the fewest that can do; NaN until as many days are
 * complete, in a first day that was entered midway, and where none of the days had any volume. A
 * NaN is seen to the end of its day, and at its time and later for {@code length} days more.
 */
public final class RelativeVolumeAtTime extends TimedBarIndicator {
  private static final String CUMULATIVE = "cumulative";
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 366);
  private static final ChoiceParameter MODE = Parameter.choice("mode", CUMULATIVE, "regular");
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final int MINUTES = 1440;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "relative-volume-at-time",
              "Volume against the same time of the days before")
          .source("volume of the day so far / its mean at the same time of the days before")
          .parameter(LENGTH)
          .parameter(MODE)
          .sparse("relative-volume", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values ->
              new RelativeVolumeAtTime(values.get(LENGTH), values.get(MODE).equals(CUMULATIVE)));

  private final int length;
  private final boolean cumulative;
  private final SessionClock clock = part(new SessionClock(Session.DAY));
  private final CompensatedSum total = part(new CompensatedSum());

  /** By minute, each with the complete days and the one under way side by side. */
  private final double[] volumes;

  /** First and last minute with a bar, of each day. */
  private final int[] firsts;

  private final int[] lasts;

  /** Which of the days is under way. */
  private int day;

  private int completeDays;

  /**
   * Against the days before.
   *
   * @param length days, 1 to 366, usually 10
   * @param cumulative the volume since the day began, not that of one bar
   */
  public RelativeVolumeAtTime(int length, boolean cumulative) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.length = length;
    this.cumulative = cumulative;
    volumes = new double[MINUTES * (length + 1)];
    firsts = new int[length + 1];
    lasts = new int[length + 1];
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    boolean complete = clock.isWhole();
    boolean begins = clock.begins(openTimeNs);
    int minute = (int) ((openTimeNs - clock.startNs()) / MINUTE_NS);
    if (begins) {
      begin(complete, minute);
    }
    put(minute, volume);
    boolean known = clock.isWhole() && completeDays == length;
    return publish(known ? volumes[at(minute, day)] / mean(minute) : Double.NaN);
  }

  private void begin(boolean complete, int minute) {
    if (complete) {
      day = day == length ? 0 : day + 1;
      completeDays = Math.min(completeDays + 1, length);
    }
    total.reset();
    firsts[day] = minute;
    lasts[day] = minute;
    volumes[at(minute, day)] = 0;
  }

  private int at(int minute, int ofDay) {
    return minute * (length + 1) + ofDay;
  }

  /** Adds a bar and carries the one before it through the minutes between. */
  private void put(int minute, double volume) {
    double before = volumes[at(lasts[day], day)];
    for (int between = lasts[day] + 1; between < minute; between++) {
      volumes[at(between, day)] = before;
    }
    boolean sameBar = minute == lasts[day];
    total.add(volume);
    double alone = sameBar ? before + volume : volume;
    volumes[at(minute, day)] = cumulative ? total.value() : alone;
    lasts[day] = Math.max(lasts[day], minute);
  }

  /** Of the complete days that have a bar by then; NaN if there is none, or no volume. */
  private double mean(int minute) {
    double sum = 0;
    int days = 0;
    for (int other = 0; other <= length; other++) {
      if (other != day && firsts[other] <= minute) {
        sum += volumes[at(Math.min(minute, lasts[other]), other)];
        days++;
      }
    }
    return sum == 0 ? Double.NaN : sum / days;
  }

  @Override
  protected void resetOwn() {
    Arrays.fill(volumes, 0);
    Arrays.fill(firsts, 0);
    Arrays.fill(lasts, 0);
    day = 0;
    completeDays = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDoubles(volumes).writeInt(day).writeInt(completeDays);
    for (int any = 0; any <= length; any++) {
      out.writeInt(firsts[any]).writeInt(lasts[any]);
    }
  }

  @Override
  protected void loadOwn(StateReader in) {
    in.readDoubles(volumes);
    day = slot(in, length + 1);
    completeDays = slot(in, length + 1);
    for (int any = 0; any <= length; any++) {
      firsts[any] = slot(in, MINUTES);
      lasts[any] = slot(in, MINUTES);
    }
  }

  private static int slot(StateReader in, int slots) {
    int slot = in.readCount(slots - 1);
    return slot;
  }
}
