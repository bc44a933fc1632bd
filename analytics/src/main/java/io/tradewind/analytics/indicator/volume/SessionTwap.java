package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TimedBarIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionClock;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Time-weighted average price since the session began: the mean of {@code (open + high + low +
 * close) / 4}, bars of one length being supposed. Ready after 1 bar; NaN in the first session
 * unless its first bar opens with it (see {@link SessionClock}). After a NaN it is NaN until the
 * session ends. As TradingView's TWAP.
 */
public final class SessionTwap extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "session-twap", "Time-weighted price of a session")
          .source("mean of the bars since the session began")
          .parameter(SESSION)
          .sparse("twap", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values -> new SessionTwap(Session.of(values.get(SESSION))));

  private final SessionClock clock;

  private final CompensatedSum total;

  private double bars;

  /** Of each session. */
  public SessionTwap(Session session) {
    super(DEFINITION, 1);
    clock = part(new SessionClock(session));
    total = part(new CompensatedSum());
  }

  @Override
  public double update(
      long openTimeNs, double open, double high, double low, double close, double volume) {
    if (clock.begins(openTimeNs)) {
      total.reset();
      bars = 0;
    }
    bars++;
    double sum = total.add((open + high + low + close) / 4.0);
    return publish(clock.isWhole() ? sum / bars : Double.NaN);
  }

  @Override
  protected void resetOwn() {
    bars = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(bars);
  }

  @Override
  protected void loadOwn(StateReader in) {
    bars = in.readDouble();
  }
}
