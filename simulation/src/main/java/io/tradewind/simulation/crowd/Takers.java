package io.tradewind.simulation.crowd;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.core.order.Side;
import java.util.OptionalLong;

/** Who takes at random on a symbol, as {@link TakerModel} says. */
final class Takers {
  /** Further than any time that is ever asked for. */
  static final long NEVER = Long.MAX_VALUE;

  private final MarketPort port;
  private final MarketPort.Rules rules;
  private final long accountId;
  private final TakerModel model;
  private final Deviates deviates;
  private final double meanSizeE8;

  /** Arrivals to be expected until the next comes. */
  private double wait;

  private double perNs;
  private long fromNs;
  private long untilNs;
  private double fairE8;
  private double sigma;

  /** The fair price when the last of them came. */
  private double knownE8;

  private long nextNs = NEVER;

  Takers(MarketPort port, CrowdModel crowd, double dailyVolumeE8, Deviates deviates) {
    this.port = port;
    this.rules = port.rules();
    this.accountId = crowd.accounts().takerId();
    this.model = crowd.takers();
    this.deviates = deviates;
    this.meanSizeE8 = dailyVolumeE8 / model.tradesPerDay();
    this.wait = deviates.exponential();
  }

  /** When the next comes, {@link #NEVER} if not in the step that was entered. */
  long nextNs() {
    return nextNs;
  }

  /** The next step, of which the volume is to be expected; all of the one before have come. */
  void enter(long stepFromNs, long stepUntilNs, double volumeE8, double stepFairE8, double now) {
    fromNs = stepFromNs;
    untilNs = stepUntilNs;
    perNs = volumeE8 / meanSizeE8 / (untilNs - fromNs);
    fairE8 = stepFairE8;
    sigma = now;
    knownE8 = knownE8 == 0 ? stepFairE8 : knownE8;
    schedule();
  }

  private void schedule() {
    double here = perNs * (untilNs - fromNs);
    if (wait < here) {
      nextNs = Math.min(untilNs - 1, fromNs + (long) (wait / perNs));
    } else {
      nextNs = NEVER;
      wait -= here;
    }
  }

  /** The next one trades. */
  void act() {
    Side side = deviates.uniform() < chanceToBuy() ? Side.BUY : Side.SELL;
    long priceE8 = limitE8(side);
    long lots = (long) (meanSizeE8 * model.size(deviates.uniform()) / rules.lotE8());
    long leastE8 = Sizes.leastE8(rules, priceE8);
    long qtyE8 = Math.min(rules.maxQtyE8(), Math.max(leastE8, lots * rules.lotE8()));
    port.take(accountId, side, qtyE8, priceE8, nextNs);
    knownE8 = fairE8;
    fromNs = nextNs;
    wait = deviates.exponential();
    schedule();
  }

  private double chanceToBuy() {
    OptionalLong bidE8 = port.bestE8(Side.BUY);
    OptionalLong askE8 = port.bestE8(Side.SELL);
    boolean both = bidE8.isPresent() && askE8.isPresent();
    double middleE8 =
        both ? 0.5 * ((double) bidE8.getAsLong() + (double) askE8.getAsLong()) : fairE8;
    double news = StrictMath.log(fairE8 / knownE8);
    double strayed = StrictMath.log(middleE8 / fairE8);
    return 1 / (1 + StrictMath.exp(-model.follow() * (news - strayed) / sigma));
  }

  private long limitE8(Side side) {
    double limit = fairE8 * StrictMath.exp(side.sign() * model.reach() * sigma);
    long ticks = (long) Math.rint(limit / rules.tickE8());
    return Math.max(1, ticks) * rules.tickE8();
  }
}
