package io.tradewind.analytics.indicator.structure;

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

/**
 * Opening range: highest high and lowest low of the bars that open in the first minutes of a
 * session, and the middle between them. Outputs: 0 high, 1 low, 2 middle. Source: T. Crabel (1990),
 * "Day Trading with Short Term Price Patterns and Opening Range Breakout".
 *
 * <p>Ready after 1 bar. A range stands from the first bar that opens after those minutes to the end
 * of the session; that bar is the first that can break out of it. It is NaN while the range is
 * forming, in the first session unless its first bar opens with it, where no bar opened in those
 * minutes, and where one of them was NaN.
 */
public final class OpeningRange extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();
  private static final IntParameter MINUTES = Parameter.integer("minutes", 60, 1, 527_040);
  private static final long MINUTE_NS = 60_000_000_000L;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STRUCTURE, "opening-range", "Range of the first minutes of a session")
          .source(
              "T. Crabel (1990), Day Trading with Short Term Price Patterns and Opening Range"
                  + " Breakout")
          .parameter(SESSION)
          .parameter(MINUTES)
          .sparse("high", Unit.PRICE)
          .sparse("low", Unit.PRICE)
          .sparse("middle", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new OpeningRange(Session.of(values.get(SESSION)), values.get(MINUTES)));

  private final long lengthNs;
  private final SessionClock clock;
  private double highest = Double.NEGATIVE_INFINITY;
  private double lowest = Double.POSITIVE_INFINITY;

  /**
   * Of each session.
   *
   * @param minutes from its beginning, 1 to those of a leap year
   */
  public OpeningRange(Session session, int minutes) {
    super(DEFINITION, 1);
    lengthNs = MINUTES.check(minutes) * MINUTE_NS;
    clock = part(new SessionClock(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    if (clock.begins(openTimeNs)) {
      forget();
    }
    boolean forming = openTimeNs - clock.startNs() < lengthNs;
    if (forming) {
      highest = Math.max(highest, high);
      lowest = Math.min(lowest, low);
    }
    if (forming || !clock.isWhole() || highest < lowest) {
      return publish(Double.NaN, Double.NaN, Double.NaN);
    }
    return publish(highest, lowest, (highest + lowest) / 2.0);
  }

  private void forget() {
    highest = Double.NEGATIVE_INFINITY;
    lowest = Double.POSITIVE_INFINITY;
  }

  @Override
  protected void resetOwn() {
    forget();
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(highest).writeDouble(lowest);
  }

  @Override
  protected void loadOwn(StateReader in) {
    highest = in.readDouble();
    lowest = in.readDouble();
  }
}
