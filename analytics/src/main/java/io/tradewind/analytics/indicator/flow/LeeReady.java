package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The side of each trade guessed by the quote that stood some time before it: 1 above the middle,
 * -1 below it, at the middle, or before the first quote, by the {@link TickRule}. Quotes and trades
 * carry times of one clock.
 *
 * <p>Where trades are reported later than the quotes that they change, the quote of the same
 * instant already shows what the trade did, and the guess is no better than a coin. Lee and Ready
 * looked 5 seconds back for that; in streams of Binance of 2024 some 20 to 50 ms are best, which
 * the test on recorded ticks shows. It takes quotes and trades, so it is no indicator of a feature
 * list. Source: C. Lee and M. Ready (1991), "Inferring Trade Direction from Intraday Data", Journal
 * of Finance 46.
 */
public final class LeeReady implements Resettable {
  private final TickRule tickRule = new TickRule();
  private final DelayedMid mid;

  /**
   * Without quotes.
   *
   * @param delaySeconds how long before the trade the quote must have come, at least 0; up to 4096
   *     quotes within it are told apart
   */
  public LeeReady(double delaySeconds) {
    mid = new DelayedMid(delaySeconds);
  }

  /**
   * Takes the next best bid and ask.
   *
   * @param timeNs when they came, epoch nanoseconds, never falling
   */
  public void quote(long timeNs, double bidPrice, double askPrice) {
    mid.quote(timeNs, bidPrice, askPrice);
  }

  /**
   * Takes the next trade and returns its side, 1 or -1; 0 if nothing is known yet.
   *
   * @param timeNs when it came, by the same clock
   */
  public double trade(long timeNs, double price) {
    double byTick = tickRule.update(timeNs, price, 0, false);
    double before = mid.before(timeNs);
    if (price > before) {
      return 1;
    }
    return price < before ? -1 : byTick;
  }

  @Override
  public void reset() {
    tickRule.reset();
    mid.reset();
  }

  @Override
  public void save(StateWriter out) {
    tickRule.save(out);
    mid.save(out);
  }

  @Override
  public void load(StateReader in) {
    tickRule.load(in);
    mid.load(in);
  }
}
