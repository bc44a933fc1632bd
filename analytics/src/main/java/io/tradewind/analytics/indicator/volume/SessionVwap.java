package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionClock;

/**
 * Volume-weighted average price since the session began, with bands: {@code vwap = sum(tp volume) /
 * sum(volume)}, {@code deviation = sqrt(sum(volume (tp - vwap)^2) / sum(volume))} with the typical
 * price {@code tp = (high + low + close) / 3}. Outputs: 0 vwap, then upper and lower bands of one,
 * two and three deviations. Source: Berkowitz, Logue and Noser (1988), "The Total Cost of
 * Transactions on the NYSE", Journal of Finance 43, there over the trades of a day; the bands are
 * common knowledge. TA-Lib has no such function.
 *
 * <p>Ready after 1 bar; NaN in the first session unless its first bar opens with it (see {@link
 * SessionClock}), and in each until a bar has volume. After a NaN it is NaN until the session ends.
 */
public final class SessionVwap extends VwapBands {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      outputs(
              Definition.of(
                  Family.VOLUME, "session-vwap", "Volume-weighted price of a session with bands"))
          .source(
              "Berkowitz, Logue and Noser (1988), The Total Cost of Transactions on the NYSE,"
                  + " Journal of Finance 43")
          .parameter(SESSION)
          .memory(Memory.SESSION)
          .makes(values -> new SessionVwap(Session.of(values.get(SESSION))));

  private final SessionClock clock;

  /** Of each session. */
  public SessionVwap(Session session) {
    super(DEFINITION, 1);
    clock = part(new SessionClock(session));
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    if (clock.begins(openTimeNs)) {
      begin();
    }
    if (clock.isWhole()) {
      add(high, low, close, volume);
    }
    return publishBands();
  }
}
