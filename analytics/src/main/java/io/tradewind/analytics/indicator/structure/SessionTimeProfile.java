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
import java.util.Arrays;

/**
 * Market profile of a session, the time price opportunities: the session is cut into brackets of
 * {@code bracket-minutes}, and each bracket marks every row that it touched once. Outputs: 0 poc,
 * the middle of the row with most marks; 1 area-high, 2 area-low, the value area; 3 previous-poc, 4
 * previous-area-high, 5 previous-area-low of the session before, which is the last one that had
 * bars. How rows are laid and both are found is told in {@link VolumeAtPrice}, marks taking the
 * place of volume. Source: J. P. Steidlmayer (1984), "Market Profile", Chicago Board of Trade, with
 * brackets of 30 minutes. As TradingView's Time Price Opportunity, whose rows are so many ticks.
 *
 * <p>Ready after 1 bar; NaN in the first session unless its first bar opens with it (see {@link
 * SessionClock}), and from a NaN to the end of its session. When the range needs wider rows, all
 * brackets of the session mark them anew, which happens less often with each one.
 */
public final class SessionTimeProfile extends TimedBarIndicator {
  private static final ChoiceParameter SESSION = Session.parameter();

  private static final IntParameter BRACKET_MINUTES =
      Parameter.integer("bracket-minutes", 30, 1, 1440);

  private static final IntParameter ROWS = Parameter.integer("rows", 64, 4, 4096);

  private static final DecimalParameter AREA_PERCENT =
      Parameter.decimal("area-percent", 70, 1, 100);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STRUCTURE, "session-tpo", "Market profile of a session: time at each price")
          .source("J. P. Steidlmayer (1984), Market Profile, Chicago Board of Trade")
          .parameter(SESSION)
          .parameter(BRACKET_MINUTES)
          .parameter(ROWS)
          .parameter(AREA_PERCENT)
          .sparse("poc", Unit.PRICE)
          .sparse("area-high", Unit.PRICE)
          .sparse("area-low", Unit.PRICE)
          .sparse("previous-poc", Unit.PRICE)
          .sparse("previous-area-high", Unit.PRICE)
          .sparse("previous-area-low", Unit.PRICE)
          .memory(Memory.SESSION)
          .makes(values ->
              new SessionTimeProfile(
                  Session.of(values.get(SESSION)),
                  values.get(BRACKET_MINUTES),
                  values.get(ROWS),
                  values.get(AREA_PERCENT)));

  private final long bracketNs;

  private final double share;

  private final double[] lows;

  private final double[] highs;

  private final SessionClock clock;

  private final VolumeAtPrice profile;

  private static final long MINUTE_NS = 60_000_000_000L;

  private int brackets;

  private long bracket;

  private double sessionLow;

  private double sessionHigh;

  private double previousPoc = Double.NaN;

  private double previousHigh = Double.NaN;

  private double previousLow = Double.NaN;

  /**
   * Of each session.
   *
   * @param bracketMinutes of one mark, 1 to 1440, usually 30
   * @param rows at most, 4 to 4096, usually 64
   * @param areaPercent of the marks that are in the value area, 1 to 100, usually 70
   */
  public SessionTimeProfile(Session session, int bracketMinutes, int rows, double areaPercent) {
    super(DEFINITION, 1);
    bracketNs = BRACKET_MINUTES.check(bracketMinutes) * MINUTE_NS;
    share = AREA_PERCENT.check(areaPercent) / 100.0;
    lows = new double[most(session, bracketMinutes)];
    highs = new double[lows.length];
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
      brackets = 0;
    }
    if (clock.isWhole()) {
      mark((openTimeNs - clock.startNs()) / bracketNs, low, high);
      profile.measure(share);
    }
    set(1, profile.areaHigh());
    set(2, profile.areaLow());
    set(3, previousPoc);
    set(4, previousHigh);
    set(5, previousLow);
    return publish(profile.pointOfControl());
  }

  private static int most(Session session, int minutes) {
    int days =
        switch (session) {
          case DAY -> 1;
          case WEEK -> 7;
          case MONTH -> 31;
          case YEAR -> 366;
        };
    return days * 1440 / minutes + 1;
  }

  private void mark(long number, double low, double high) {
    boolean first = brackets == 0;
    if (first || number != bracket) {
      bracket = number;
      lows[brackets] = Double.POSITIVE_INFINITY;
      highs[brackets] = Double.NEGATIVE_INFINITY;
      brackets++;
    }
    int at = brackets - 1;
    double markedLow = lows[at];
    double markedHigh = highs[at];
    lows[at] = Math.min(markedLow, low);
    highs[at] = Math.max(markedHigh, high);
    sessionLow = first ? low : Math.min(sessionLow, low);
    sessionHigh = first ? high : Math.max(sessionHigh, high);
    if (!first && profile.move(sessionLow, sessionHigh)) {
      addRows(lows[at], highs[at], markedLow, markedHigh);
    } else {
      profile.clear(sessionLow, sessionHigh);
      boolean known = Double.isFinite(sessionHigh - sessionLow);
      for (int i = 0; known && i < brackets; i++) {
        addRows(lows[i], highs[i], Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
      }
    }
  }

  /** Marks the rows of a range that are not in the range marked already. */
  private void addRows(double low, double high, double markedLow, double markedHigh) {
    double width = profile.rowWidth();
    double from = Math.floor(markedLow / width);
    double to = Math.floor(markedHigh / width);
    double last = Math.floor(high / width);
    for (double row = Math.floor(low / width); row <= last; row++) {
      if (!(row >= from && row <= to)) {
        double middle = (row + 0.5) * width;
        profile.add(middle, middle, 1.0);
      }
    }
  }

  @Override
  protected void resetOwn() {
    Arrays.fill(lows, 0.0);
    Arrays.fill(highs, 0.0);
    brackets = 0;
    bracket = 0;
    sessionLow = 0;
    sessionHigh = 0;
    previousPoc = Double.NaN;
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeInt(brackets).writeLong(bracket).writeDoubles(lows).writeDoubles(highs);
    out.writeDouble(sessionLow).writeDouble(sessionHigh);
    out.writeDouble(previousPoc).writeDouble(previousHigh).writeDouble(previousLow);
  }

  @Override
  protected void loadOwn(StateReader in) {
    brackets = in.readCount(lows.length);
    bracket = in.readLong();
    in.readDoubles(lows);
    in.readDoubles(highs);
    sessionLow = in.readDouble();
    sessionHigh = in.readDouble();
    previousPoc = in.readDouble();
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
  }
}
