package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * What an order waits for: a level, a trailing distance, or a level and from there on a trailing
 * distance. Which order that is, the caller knows by id and tag. Equality reaches a level and
 * triggers.
 *
 * <p>Trailing: a sale triggers at {@code highest * (1 - bps / 10,000)}, a purchase at {@code lowest
 * * (1 + bps / 10,000)}, of the prices since it began to trail; compared exactly, without rounding.
 * Sources: Binance, "Spot Trailing Stop order FAQ" (binance-spot-api-docs), and "New Order" of
 * USD-M futures (callbackRate, activationPrice).
 */
public final class Trigger {
  private static final int WHOLE_BPS = 10_000;

  final long id;
  final Side side;

  /** Whether its level is reached from below. */
  private final boolean rises;

  /** 0 if it has none. */
  private final long levelScaled;

  /** 0 if it does not trail. */
  private int trailBps;

  /** The best price since it trails; 0 before. */
  private long extremeScaled;

  private long tag;

  /** When it came, among those of its book. */
  long sequence;

  @Nullable TriggerQueue queue;
  @Nullable Trigger previous;
  @Nullable Trigger next;

  private Trigger(long id, Side side, boolean rises, long levelScaled, int trailBps) {
    this.id = id;
    this.side = side;
    this.rises = rises;
    this.levelScaled = levelScaled;
    this.trailBps = trailBps;
  }

  /** A purchase as the price rises to a level, a sale as it falls to it; the level is above 0. */
  public static Trigger stop(long id, Side side, long levelScaled) {
    Check.argument(levelScaled > 0, "levelScaled must be > 0, was %s", levelScaled);
    return new Trigger(id, side, side == Side.BUY, levelScaled, 0);
  }

  /** A sale as the price rises to a level, a purchase as it falls to it; the level is above 0. */
  public static Trigger takeProfit(long id, Side side, long levelScaled) {
    Check.argument(levelScaled > 0, "levelScaled must be > 0, was %s", levelScaled);
    return new Trigger(id, side, side == Side.SELL, levelScaled, 0);
  }

  /** Trails from the next price on; {@code bps} is 1 to 9,999. */
  public static Trigger trailing(long id, Side side, int bps) {
    return new Trigger(id, side, false, 0, checked(bps));
  }

  /**
   * Trails from the first price on that reaches the level: spot's {@code trailingDelta} with a stop
   * price; of futures, {@link #takeProfit} with the activation price.
   */
  public Trigger thenTrailing(int bps) {
    trailBps = checked(bps);
    return this;
  }

  /** Trails from this price on, whatever its level. */
  public Trigger trailingSince(long priceScaled) {
    Check.argument(trailBps > 0, "trigger %s does not trail", id);
    Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    extremeScaled = priceScaled;
    return this;
  }

  /** Whatever the caller wants to find again here; saved with it. */
  public Trigger tag(long value) {
    tag = value;
    return this;
  }

  private static int checked(int bps) {
    Check.argument(bps >= 1 && bps < WHOLE_BPS, "bps must be within 1..9999, was %s", bps);
    return bps;
  }

  /** No other trigger of its book has it. */
  public long id() {
    return id;
  }

  /** Whether it buys or sells. */
  public Side side() {
    return side;
  }

  /** The level that it waits for; 0 if it trails from the start. */
  public long levelScaled() {
    return levelScaled;
  }

  /** The distance that it trails by, 1/100 of a per cent; 0 if it does not. */
  public int trailBps() {
    return trailBps;
  }

  /** The highest price, of a purchase the lowest, since it trails; 0 before. */
  public long extremeScaled() {
    return extremeScaled;
  }

  /** What the caller left here; 0 if nothing. */
  public long tag() {
    return tag;
  }

  /** Whether a price is at its level or beyond; a venue refuses orders of which that is so. */
  public boolean isReachedBy(long priceScaled) {
    return rises ? priceScaled >= levelScaled : priceScaled <= levelScaled;
  }

  boolean trails() {
    return trailBps > 0;
  }

  boolean rises() {
    return rises;
  }

  /** Whether this price triggers it. */
  boolean onPrice(long priceScaled) {
    if (!trails()) {
      return isReachedBy(priceScaled);
    }
    if (extremeScaled == 0) {
      extremeScaled = levelScaled == 0 || isReachedBy(priceScaled) ? priceScaled : 0;
      return false;
    }
    boolean sells = side == Side.SELL;
    extremeScaled =
        sells ? Math.max(extremeScaled, priceScaled) : Math.min(extremeScaled, priceScaled);
    int factor = sells ? WHOLE_BPS - trailBps : WHOLE_BPS + trailBps;
    int order = compareProducts(priceScaled, WHOLE_BPS, extremeScaled, factor);
    return sells ? order <= 0 : order >= 0;
  }

  /** {@code a * b} against {@code c * d}, none negative, in 128 bits. */
  private static int compareProducts(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
  }

  void save(StateWriter out) {
    out.writeLong(id).writeBoolean(side == Side.BUY).writeBoolean(rises);
    out.writeLong(levelScaled).writeInt(trailBps).writeLong(extremeScaled);
    out.writeLong(tag).writeLong(sequence);
  }

  static Trigger load(StateReader in) {
    long id = in.readLong();
    Side side = in.readBoolean() ? Side.BUY : Side.SELL;
    boolean rises = in.readBoolean();
    long levelScaled = in.readLong();
    Trigger trigger = new Trigger(id, side, rises, levelScaled, in.readCount(WHOLE_BPS - 1));
    trigger.extremeScaled = in.readLong();
    trigger.tag = in.readLong();
    trigger.sequence = in.readLong();
    return trigger;
  }
}
