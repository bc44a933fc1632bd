package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingComoments;

/**
 * Kyle's lambda: how far the price moves for each unit of base that is bought more than sold, the
 * slope of the least-squares line {@code dp = a + lambda v} over the last {@code length} buckets.
 * Buckets are {@code seconds} long and counted from the epoch; {@code dp} is the change of the last
 * price since the bucket before, {@code v} what aggressive buyers bought less what aggressive
 * sellers sold. A bucket without trades is none; the bucket of the first trade only gives a price.
 *
 * <p>A bucket counts once a trade of a later one comes. So the first value stands after {@code
 * length + 2} trades if each falls in another bucket, which is the warm-up given here, and is NaN
 * until there have been as many buckets; also while all {@code v} are equal. A NaN leaves with its
 * buckets. Source: A. Kyle (1985), "Continuous Auctions and Insider Trading", Econometrica 53; the
 * regression is J. Hasbrouck's (2009), "Trading Costs and Returns for U.S. Equities", Journal of
 * Finance 64, who takes the root of money for {@code v}.
 */
public final class KyleLambda extends TradeIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 60, 2, 100_000);
  private static final DecimalParameter SECONDS = Parameter.decimal("seconds", 1, 0.001, 86_400);
  private static final double NS = 1e9;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "kyle-lambda", "Move of the price for each unit bought")
          .source(
              "A. Kyle (1985), Continuous Auctions and Insider Trading, Econometrica 53; regression"
                  + " as J. Hasbrouck (2009), Trading Costs and Returns for U.S. Equities, Journal"
                  + " of Finance 64")
          .parameter(LENGTH)
          .parameter(SECONDS)
          .sparse("lambda", Unit.PRICE_PER_VOLUME)
          .memory(Memory.FADING)
          .makes(values -> new KyleLambda(values.get(LENGTH), values.get(SECONDS)));

  private final long bucketNs;
  private final RollingComoments moments;
  private long bucket;
  private double before = Double.NaN;
  private double price = Double.NaN;
  private double signed;
  private double lambda = Double.NaN;
  private boolean begun;

  /**
   * Over the last buckets.
   *
   * @param length buckets, at least 2
   * @param seconds length of a bucket, at least 0.001
   */
  public KyleLambda(int length, double seconds) {
    super(DEFINITION, LENGTH.check(length) + 2);
    bucketNs = Math.round(SECONDS.check(seconds) * NS);
    moments = part(new RollingComoments(length));
  }

  @Override
  public double update(long timeNs, double newPrice, double qty, boolean buy) {
    long now = Math.floorDiv(timeNs, bucketNs);
    if (seen() > 0 && now != bucket) {
      close();
    }
    bucket = now;
    price = newPrice;
    signed += buy ? qty : -qty;
    return publish(Double.isNaN(price * signed) ? Double.NaN : lambda);
  }

  private void close() {
    if (begun) {
      moments.add(signed, price - before);
    } else {
      begun = true;
    }
    before = price;
    signed = 0;
    lambda = moments.isFull() ? moments.coSpread() / moments.firstSpread() : Double.NaN;
  }

  @Override
  protected void resetOwn() {
    bucket = 0;
    before = Double.NaN;
    price = Double.NaN;
    signed = 0;
    lambda = Double.NaN;
    begun = false;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeLong(bucket).writeDouble(before).writeDouble(price).writeDouble(signed);
    out.writeDouble(lambda).writeBoolean(begun);
  }

  @Override
  protected void loadOwn(StateReader in) {
    bucket = in.readLong();
    before = in.readDouble();
    price = in.readDouble();
    signed = in.readDouble();
    lambda = in.readDouble();
    begun = in.readBoolean();
  }
}
