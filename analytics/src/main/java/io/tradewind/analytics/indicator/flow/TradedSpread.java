package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;
import java.util.Arrays;

/**
 * What trades cost against the middle, in basis points of it, the mean over the last {@code length}
 * of them: the effective spread {@code 2 s (price - mid)}, {@code s} being 1 if the buyer was the
 * aggressor and else -1, and what of it is left to who gave liquidity once the price has had time
 * to follow, the realised spread {@code 2 s (price - later mid)}, with the middle that stands
 * {@code seconds} after the trade. The difference is the price impact. It needs quotes and trades
 * in the order in which they came and is therefore no indicator of a feature list.
 *
 * <p>A trade is in the realised spread once a quote shows that its time is over; of trades that
 * wait no more than {@code length} are kept, and the oldest goes uncounted when one more comes. A
 * trade before the first quote is not counted. Source: R. Huang and H. Stoll (1996), "Dealer versus
 * auction markets", Journal of Financial Economics 41. Why the middle must be one from some time
 * before the trade is told at {@link LeeReady}.
 */
public final class TradedSpread implements Resettable {
  private static final double BPS = 1e4;
  private static final double NS = 1e9;

  private final long delayNs;
  private final RollingSum effective;
  private final RollingSum realised;
  private final RollingSum effectiveOfRealised;

  /** Of trades that wait, a ring: when their time is over, price signed, middle. */
  private final long[] dueNs;

  private final double[] signedPrices;
  private final double[] mids;
  private int head;
  private int waiting;
  private final DelayedMid earlier;
  private double mid = Double.NaN;

  /**
   * Over the last trades.
   *
   * @param length trades, at least 1
   * @param seconds from a trade to the later middle that it is held against, at least 0
   * @param delaySeconds from the middle that a trade met to the trade, at least 0
   */
  public TradedSpread(int length, double seconds, double delaySeconds) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    Check.argument(seconds >= 0, "seconds must be >= 0, was %s", seconds);
    delayNs = Math.round(seconds * NS);
    effective = new RollingSum(length);
    realised = new RollingSum(length);
    effectiveOfRealised = new RollingSum(length);
    earlier = new DelayedMid(delaySeconds);
    dueNs = new long[length];
    signedPrices = new double[length];
    mids = new double[length];
  }

  /** Takes the next best bid and ask. */
  public void quote(long timeNs, double bidPrice, double askPrice) {
    while (waiting > 0 && dueNs[head] < timeNs) {
      settle();
    }
    mid = (bidPrice + askPrice) / 2;
    earlier.quote(timeNs, bidPrice, askPrice);
  }

  private void settle() {
    double then = mids[head];
    double sign = Math.signum(signedPrices[head]);
    double price = Math.abs(signedPrices[head]);
    realised.add(2 * sign * (price - mid) / then * BPS);
    effectiveOfRealised.add(2 * sign * (price - then) / then * BPS);
    drop();
  }

  private void drop() {
    head = head + 1 == dueNs.length ? 0 : head + 1;
    waiting--;
  }

  /** Takes the next trade. */
  public void trade(long timeNs, double price, boolean buy) {
    double met = earlier.before(timeNs);
    if (Double.isNaN(met)) {
      return;
    }
    if (waiting == dueNs.length) {
      drop();
    }
    int slot = (head + waiting) % dueNs.length;
    dueNs[slot] = timeNs + delayNs;
    signedPrices[slot] = buy ? price : -price;
    mids[slot] = met;
    waiting++;
    effective.add(2 * (buy ? price - met : met - price) / met * BPS);
  }

  /** Mean effective spread in basis points, NaN until there are {@code length} trades. */
  public double effectiveBps() {
    return effective.isFull() ? effective.mean() : Double.NaN;
  }

  /** Mean realised spread in basis points, NaN until {@code length} trades have had their time. */
  public double realisedBps() {
    return realised.isFull() ? realised.mean() : Double.NaN;
  }

  /** What the trades of {@link #realisedBps} moved the price by, effective less realised. */
  public double impactBps() {
    return realised.isFull() ? effectiveOfRealised.mean() - realised.mean() : Double.NaN;
  }

  @Override
  public void reset() {
    effective.reset();
    realised.reset();
    effectiveOfRealised.reset();
    earlier.reset();
    Arrays.fill(dueNs, 0);
    Arrays.fill(signedPrices, 0.0);
    Arrays.fill(mids, 0.0);
    head = 0;
    waiting = 0;
    mid = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    effective.save(out);
    realised.save(out);
    effectiveOfRealised.save(out);
    earlier.save(out);
    out.writeInt(head).writeInt(waiting).writeDouble(mid);
    for (int i = 0; i < dueNs.length; i++) {
      out.writeLong(dueNs[i]).writeDouble(signedPrices[i]).writeDouble(mids[i]);
    }
  }

  @Override
  public void load(StateReader in) {
    effective.load(in);
    realised.load(in);
    effectiveOfRealised.load(in);
    earlier.load(in);
    head = in.readCount(dueNs.length - 1);
    waiting = in.readCount(dueNs.length);
    mid = in.readDouble();
    for (int i = 0; i < dueNs.length; i++) {
      dueNs[i] = in.readLong();
      signedPrices[i] = in.readDouble();
      mids[i] = in.readDouble();
    }
  }
}
