package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionClock;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.VolumeAtPrice;

/**
 * Volume profile of a session: point of control and value area of the one that is under way, with
 * this bar, and of the one before it, which is the last one that had bars. How they are found is
 * told in {@link VolumeAtPrice}. Outputs: 0 poc, 1 area-high, 2 area-low; 3 previous-poc, 4
 * previous-area-high, 5 previous-area-low. Source: J. P. Steidlmayer (1984), "Market Profile",
 * Chicago Board of Trade; J. F. Dalton, E. T. Jones and R. B. Dalton (1993), "Mind over Markets".
 *
 * <p>Ready after 1 bar; NaN in the first session unless its first bar opens with it (see {@link
 * SessionClock}), while a session is without volume, and from a NaN to the end of its session.
 */
public final class SessionVolumeProfile extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();
  private static final IntParameter ROWS = Parameter.integer("rows", 64, 4, 4096);
  private static final DecimalParameter AREA = Parameter.decimal("area-percent", 70, 1, 100);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "session-profile", "Volume profile of a session")
          .source(
              "J. P. Steidlmayer (1984), Market Profile, Chicago Board of Trade; J. F. Dalton,"
                  + " E. T. Jones and R. B. Dalton (1993), Mind over Markets")
          .parameter(SESSION)
          .parameter(ROWS)
          .parameter(AREA)
          .sparse("poc", Unit.PRICE)
          .sparse("area-high", Unit.PRICE)
          .sparse("area-low", Unit.PRICE)
          .sparse("previous-poc", Unit.PRICE)
          .sparse("previous-area-high", Unit.PRICE)
          .sparse("previous-area-low", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values ->
              new SessionVolumeProfile(
                  Session.of(values.get(SESSION)), values.get(ROWS), values.get(AREA)));

  private final double share;
  private final SessionClock clock;
  private final VolumeAtPrice profile;
  private double previousPoc = Double.NaN;
  private double previousHigh = Double.NaN;
  private double previousLow = Double.NaN;

  /**
   * Of each session.
   *
   * @param rows at most, 4 to 4096, usually 64
   * @param areaPercent of the volume that is in the value area, 1 to 100, usually 70
   */
  public SessionVolumeProfile(Session session, int rows, double areaPercent) {
    super(DEFINITION, 1);
    share = AREA.check(areaPercent) / 100.0;
    clock = part(new SessionClock(session));
    profile = part(new VolumeAtPrice(ROWS.check(rows)));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    if (clock.begins(openTimeNs)) {
      previousPoc = profile.pointOfControl();
      previousHigh = profile.areaHigh();
      previousLow = profile.areaLow();
      profile.reset();
    }
    if (clock.isWhole()) {
      profile.stretch(low, high);
      profile.add(low, high, volume);
      profile.measure(share);
    }
    set(1, profile.areaHigh());
    set(2, profile.areaLow());
    set(3, previousPoc);
    set(4, previousHigh);
    set(5, previousLow);
    return publish(profile.pointOfControl());
  }

  @Override
  protected void resetOwn() {
    previousPoc = Double.NaN;
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousPoc).writeDouble(previousHigh).writeDouble(previousLow);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousPoc = in.readDouble();
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
  }
}
