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
import io.tradewind.analytics.statistics.Normal;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.RollingSum;

/**
 * {@link Vpin} by bulk volume classification, for trades without a side: of each bucket the share
 * {@code Phi(dp / sigma)} counts as bought, {@code dp} being the change of its last price since the
 * bucket before and {@code sigma} the standard deviation of the last {@code buckets} changes, this
 * one included; so the bucket is one-sided by {@code |2 Phi(dp / sigma) - 1|}. Where no price has
 * changed, it is by 0. From 0 to 1. The authors take bars of one minute within each bucket, here
 * the bucket is the bar.
 *
 * <p>Ready after {@code buckets} trades, and NaN until {@code 2 buckets - 1} are full, the first
 * change being that from the first trade. A quantity that is NaN stays until a reset, a price
 * leaves with its buckets. Source: D. Easley, M. Lopez de Prado and M. O'Hara (2012), "Flow
 * Toxicity and Liquidity in a High-frequency World", Review of Financial Studies 25.
 */
public final class BulkVpin extends TradeIndicator {
  private static final IntParameter BUCKETS = Parameter.integer("buckets", 50, 2, 10_000);
  private static final DecimalParameter VOLUME = Parameter.decimal("volume", 10, 1e-9, 1e15);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "bulk-vpin", "Share of one-sided volume, by price changes")
          .source(
              "D. Easley, M. Lopez de Prado and M. O'Hara (2012), Flow Toxicity and Liquidity in a"
                  + " High-frequency World, Review of Financial Studies 25")
          .parameter(BUCKETS)
          .parameter(VOLUME)
          .sparse("vpin", Unit.UNSCALED)
          .memory(Memory.LASTING)
          .makes(values -> new BulkVpin(values.get(BUCKETS), values.get(VOLUME)));

  private final VolumeBucket bucket;
  private final RollingMoments changes;
  private final RollingSum oneSided;
  private double before;

  /**
   * Over the last buckets.
   *
   * @param buckets at least 2
   * @param volume of a bucket, in base
   */
  public BulkVpin(int buckets, double volume) {
    super(DEFINITION, BUCKETS.check(buckets));
    bucket = part(new VolumeBucket(VOLUME.check(volume), 2 * buckets));
    changes = part(new RollingMoments(buckets));
    oneSided = part(new RollingSum(buckets));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    if (seen() == 0) {
      before = price;
    }
    bucket.pour(qty);
    while (bucket.fill()) {
      close(price - before);
      before = price;
    }
    boolean known = oneSided.isFull() && !Double.isNaN(price * bucket.filled());
    return publish(known ? oneSided.mean() : Double.NaN);
  }

  private void close(double change) {
    changes.add(change);
    if (changes.isFull()) {
      double sigma = changes.standardDeviation();
      double share = sigma == 0 ? 0.5 : Normal.cumulative(change / sigma);
      oneSided.add(Math.abs(2 * share - 1));
    }
  }

  @Override
  protected void resetOwn() {
    before = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(before);
  }

  @Override
  protected void loadOwn(StateReader in) {
    before = in.readDouble();
  }
}
