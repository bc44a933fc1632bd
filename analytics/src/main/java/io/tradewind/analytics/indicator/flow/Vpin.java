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
import io.tradewind.analytics.window.RollingSum;

/**
 * Volume-synchronised probability of informed trading: trades fill buckets of {@code volume} each,
 * one that does not fit is divided, and the mean of {@code |bought - sold| / volume} over the last
 * {@code buckets} full ones is taken, from 0 to 1. Who bought is what the venue says of the
 * aggressor; {@link BulkVpin} guesses it as the authors do. They take 50 buckets of a fiftieth of a
 * day's mean volume.
 *
 * <p>Ready after {@code buckets} trades, and NaN until as many buckets are full. A quantity that is
 * NaN stays until a reset. Source: D. Easley, M. Lopez de Prado and M. O'Hara (2012), "Flow
 * Toxicity and Liquidity in a High-frequency World", Review of Financial Studies 25.
 */
public final class Vpin extends TradeIndicator {
  private static final IntParameter BUCKETS = Parameter.integer("buckets", 50, 1, 10_000);
  private static final DecimalParameter VOLUME = Parameter.decimal("volume", 10, 1e-9, 1e15);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "vpin", "Share of one-sided volume, by the aggressor")
          .source(
              "D. Easley, M. Lopez de Prado and M. O'Hara (2012), Flow Toxicity and Liquidity in a"
                  + " High-frequency World, Review of Financial Studies 25")
          .parameter(BUCKETS)
          .parameter(VOLUME)
          .sparse("vpin", Unit.UNSCALED)
          .memory(Memory.LASTING)
          .makes(values -> new Vpin(values.get(BUCKETS), values.get(VOLUME)));

  private final VolumeBucket bucket;
  private final RollingSum oneSided;
  private double signed;

  /**
   * Over the last buckets.
   *
   * @param buckets at least 1
   * @param volume of a bucket, in base
   */
  public Vpin(int buckets, double volume) {
    super(DEFINITION, BUCKETS.check(buckets));
    bucket = part(new VolumeBucket(VOLUME.check(volume), buckets));
    oneSided = part(new RollingSum(buckets));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    double sign = buy ? 1 : -1;
    bucket.pour(qty);
    while (bucket.fill()) {
      signed += sign * bucket.taken();
      oneSided.add(Math.min(1.0, Math.abs(signed) / bucket.volume()));
      signed = 0;
    }
    signed += sign * bucket.taken();
    boolean known = oneSided.isFull() && !Double.isNaN(signed);
    return publish(known ? oneSided.mean() : Double.NaN);
  }

  @Override
  protected void resetOwn() {
    signed = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(signed);
  }

  @Override
  protected void loadOwn(StateReader in) {
    signed = in.readDouble();
  }
}
