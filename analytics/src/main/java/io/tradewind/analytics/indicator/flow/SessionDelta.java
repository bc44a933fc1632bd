package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * What aggressive buyers bought less what aggressive sellers sold since the session began, in base;
 * then both on their own, and the highest and lowest delta of the session, 0 at its beginning
 * included. A session is {@code seconds} long and counted from the epoch: 86400 are days of UTC, 60
 * the bars of a minute (delta by bar: what stands after the bar's last trade). Ready after 1 trade.
 * A NaN leaves with its session.
 */
public final class SessionDelta extends TradeIndicator {
  private static final IntParameter SECONDS = Parameter.integer("seconds", 86_400, 1, 31_536_000);
  private static final long NS = 1_000_000_000L;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW, "session-delta", "Bought less sold in this session or this bar")
          .source("sum of the quantities of a session, those of aggressive sellers negative")
          .parameter(SECONDS)
          .output("delta", Unit.VOLUME)
          .output("bought", Unit.VOLUME)
          .output("sold", Unit.VOLUME)
          .output("highest", Unit.VOLUME)
          .output("lowest", Unit.VOLUME)
          .memory(Memory.FADING)
          .makes(values -> new SessionDelta(values.get(SECONDS)));

  private final long lengthNs;
  private final CompensatedSum bought = part(new CompensatedSum());
  private final CompensatedSum sold = part(new CompensatedSum());
  private long session = Long.MIN_VALUE;
  private double highest;
  private double lowest;

  /**
   * For sessions of one length.
   *
   * @param seconds at least 1
   */
  public SessionDelta(int seconds) {
    super(DEFINITION, 1);
    lengthNs = SECONDS.check(seconds) * NS;
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    begin(Math.floorDiv(timeNs, lengthNs));
    (buy ? bought : sold).add(qty);
    double delta = bought.value() - sold.value();
    highest = Math.max(highest, delta);
    lowest = Math.min(lowest, delta);
    set(3, highest);
    set(4, lowest);
    return publish(delta, bought.value(), sold.value());
  }

  private void begin(long now) {
    if (now != session) {
      bought.reset();
      sold.reset();
      highest = 0;
      lowest = 0;
      session = now;
    }
  }

  @Override
  protected void resetOwn() {
    session = Long.MIN_VALUE;
    highest = 0;
    lowest = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeLong(session).writeDouble(highest).writeDouble(lowest);
  }

  @Override
  protected void loadOwn(StateReader in) {
    session = in.readLong();
    highest = in.readDouble();
    lowest = in.readDouble();
  }
}
