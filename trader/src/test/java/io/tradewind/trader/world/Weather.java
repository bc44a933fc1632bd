package io.tradewind.trader.world;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * All that goes wrong in a world: with calls and messages, on the way, and at single times. Its
 * text says all of it.
 *
 * @param faults from the beginning to the end of the storm; after it only latency and skew stay
 * @param net outages, all within the storm
 * @param blows in any order, all within the storm
 * @param untilNs when the storm is over, epoch nanoseconds
 */
public record Weather(FaultPlan faults, NetPlan net, List<Blow> blows, long untilNs) {
  /** Nothing goes wrong, and no time passes on the way but for the wire. */
  public static final Weather CLEAR =
      new Weather(FaultPlan.NONE, NetPlan.CALM, List.of(), Long.MIN_VALUE);

  /** Copies the list. */
  public Weather {
    blows = List.copyOf(blows);
  }

  /** What happens at once to all. */
  public enum Kind {
    /** The exchange goes down with a notice, for a while. */
    MAINTENANCE,
    /** It closes all sockets with a farewell. */
    CLOSE,
    /** It cuts all sockets without a word. */
    CUT,
    /** All sockets are dead and stand. */
    HALF_OPEN,
    /** All are banned for a while: 418. */
    BAN,
    /** The first symbol takes no orders for a while. */
    HALT,
    /** The first symbol's book stands still for a while. */
    STALE
  }

  /**
   * One of them.
   *
   * @param atNs epoch nanoseconds
   * @param lengthNs above 0; of those that last
   */
  public record Blow(Kind kind, long atNs, long lengthNs) {
    /** Checks the range. */
    public Blow {
      Check.argument(lengthNs > 0, "lengthNs must be > 0, was %s", lengthNs);
    }
  }

  /** The same over another net. */
  public Weather with(NetPlan other) {
    return new Weather(faults, other, blows, untilNs);
  }

  /** The same with other faults. */
  public Weather with(FaultPlan other) {
    return new Weather(other, net, blows, untilNs);
  }

  /** The same where single messages of streams never come, which nobody can see. */
  public Weather losing(double rate) {
    return with(faults.with(FaultSetting.MESSAGE_LOSS_RATE, rate));
  }

  /**
   * A storm that is a function of a seed. No single message of a stream is lost, for TCP loses
   * none; where that is to be tried too, see {@link #losing}.
   *
   * @param durationNs above 0
   */
  public static Weather storm(long seed, long fromNs, long durationNs) {
    return new Storm(seed, fromNs, durationNs).weather();
  }

  /** Draws a storm. Of most things that may go wrong most go well in a single world. */
  private static final class Storm {
    private static final int MOST_OUTAGES = 4;
    private static final int MOST_BLOWS = 3;
    private static final double LONGEST_OUTAGE_S = 45;
    private static final double SHORTEST_OUTAGE_S = 0.2;
    private static final double OF_CALLS = 0.05;
    private static final double OF_MESSAGES = 0.02;
    private static final double OF_SOCKETS = 0.002;

    private final SplitMix dice;
    private final long seed;
    private final long fromNs;
    private final long toNs;

    private Storm(long seed, long fromNs, long durationNs) {
      this.dice = new SplitMix(seed);
      this.seed = seed;
      this.fromNs = fromNs;
      this.toNs = fromNs + durationNs;
    }

    private Weather weather() {
      FaultPlan plan = faults();
      NetPlan net =
          new NetPlan(SplitMix.at(seed, 1), NetPlan.WIRE_NS, sometimes(OF_CALLS), toNs, outages());
      return new Weather(plan, net, blows(), toNs);
    }

    private double between(double least, double most) {
      return least * StrictMath.exp(dice.nextDouble() * StrictMath.log(most / least));
    }

    private double sometimes(double most) {
      boolean isNow = dice.nextDouble() < 0.35;
      double value = dice.nextDouble() * most;
      return isNow ? value : 0;
    }

    private FaultPlan faults() {
      FaultPlan none = FaultPlan.NONE;
      return new FaultPlan(SplitMix.at(seed, 0), none.numbers(), false, none.symbols())
          .with(FaultSetting.LATENCY_MS, between(2, 200))
          .with(FaultSetting.LATENCY_SPREAD, between(0.1, 1))
          .with(FaultSetting.FAILURE_RATE, sometimes(OF_CALLS))
          .with(FaultSetting.LOST_ANSWER_RATE, sometimes(OF_CALLS))
          .with(FaultSetting.TIMEOUT_RATE, sometimes(OF_CALLS))
          .with(FaultSetting.TIMEOUT_MS, between(1_000, 30_000))
          .with(FaultSetting.DROP_RATE, sometimes(OF_CALLS))
          .with(FaultSetting.THROTTLE_RATE, sometimes(OF_CALLS / 5))
          .with(FaultSetting.THROTTLE_SECONDS, between(1, 10))
          .with(FaultSetting.BAN_SECONDS, between(5, 30))
          .with(FaultSetting.MESSAGE_DUPLICATE_RATE, sometimes(OF_MESSAGES))
          .with(FaultSetting.MESSAGE_REORDER_RATE, sometimes(OF_MESSAGES))
          .with(FaultSetting.MESSAGE_DELAY_RATE, sometimes(OF_MESSAGES))
          .with(FaultSetting.MESSAGE_DELAY_MS, between(50, 5_000))
          .with(FaultSetting.SOCKET_CUT_RATE, sometimes(OF_SOCKETS))
          .with(FaultSetting.SOCKET_HALF_OPEN_RATE, sometimes(OF_SOCKETS))
          .with(FaultSetting.LIQUIDITY_SHARE, 1 - sometimes(0.99))
          .with(FaultSetting.CLOCK_SKEW_MS, skewMs());
    }

    /** Ahead, behind, or both at once, which is little. */
    private double skewMs() {
      double ahead = sometimes(20_000);
      return ahead - sometimes(20_000);
    }

    private List<NetPlan.Outage> outages() {
      List<NetPlan.Outage> outages = new ArrayList<>();
      for (int left = dice.nextInt(MOST_OUTAGES + 1); left > 0; left--) {
        NetPlan.Kind kind = NetPlan.Kind.values()[dice.nextInt(NetPlan.Kind.values().length)];
        long beginNs = someTimeNs();
        outages.add(new NetPlan.Outage(kind, beginNs, Math.min(toNs, beginNs + someWhileNs())));
      }
      return outages;
    }

    private List<Blow> blows() {
      List<Blow> blows = new ArrayList<>();
      for (int left = dice.nextInt(MOST_BLOWS + 1); left > 0; left--) {
        Kind kind = Kind.values()[dice.nextInt(Kind.values().length)];
        blows.add(new Blow(kind, someTimeNs(), someWhileNs()));
      }
      return blows;
    }

    private long someTimeNs() {
      return fromNs + (long) (dice.nextDouble() * (toNs - fromNs));
    }

    private long someWhileNs() {
      return (long) (between(SHORTEST_OUTAGE_S, LONGEST_OUTAGE_S) * Utc.SECOND_NS);
    }
  }
}
