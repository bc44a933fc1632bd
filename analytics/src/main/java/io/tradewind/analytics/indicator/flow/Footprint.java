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
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Footprint of the bar under way, with this trade: what aggressive buyers bought and aggressive
 * sellers sold at each price level, one {@code step} wide and counted from 0. Bars are {@code
 * seconds} long and counted from the epoch; what stands after the last trade of a bar is the bar's.
 * Outputs: 0 delta, bought less sold; 1 bought; 2 sold; 3 poc, the lowest price of the level with
 * most volume (of equal ones the nearest to the middle of the bar, then the lower); 4
 * buy-imbalances, 5 sell-imbalances, 6 buy-stacks, 7 sell-stacks. The levels themselves are told by
 * {@link #levels} and what follows it.
 *
 * <p>A level is a buy imbalance if there was bought at least {@code ratio} times what was sold at
 * the level below, and a sell imbalance if there was sold at least {@code ratio} times what was
 * bought at the level above; nothing on the other side counts too, and the lowest level has no buy
 * imbalance, the highest no sell imbalance. A stack is {@code stack} or more imbalances of one side
 * at levels one upon the other.
 *
 * <p>A bar has at most {@code levels}. If its range needs more, levels become twice as wide for the
 * rest of this bar, two and two taken together, as often as it takes; see {@link #width}. Ready
 * after 1 trade; each walks all levels of its bar. A NaN, or a price of 2^52 steps or more, is seen
 * to the end of its bar. Step and so levels are in quote: what depends on them has no law of scale.
 *
 * <p>Source: TradingView, "Volume footprint chart" in its help center, whose ratio, empty sides,
 * outermost levels and equal points of control these are; there the side of a trade is guessed from
 * the moves within the bar, here it is known. Equal is within a billionth, so that no rounding of
 * decimals decides.
 */
public final class Footprint extends TradeIndicator {
  private static final IntParameter SECONDS = Parameter.integer("seconds", 60, 1, 31_536_000);
  private static final DecimalParameter STEP = Parameter.decimal("step", 1, 1e-12, 1e12);
  private static final DecimalParameter RATIO = Parameter.decimal("ratio", 3, 1, 1e6);
  private static final IntParameter STACK = Parameter.integer("stack", 3, 2, 1000);
  private static final IntParameter LEVELS = Parameter.integer("levels", 512, 4, 65_536);
  private static final long NS = 1_000_000_000L;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.ORDER_FLOW, "footprint", "Bought and sold by price in this bar, imbalances")
          .source("TradingView (2024), Volume footprint chart")
          .parameter(SECONDS)
          .parameter(STEP)
          .parameter(RATIO)
          .parameter(STACK)
          .parameter(LEVELS)
          .output("delta", Unit.VOLUME)
          .output("bought", Unit.VOLUME)
          .output("sold", Unit.VOLUME)
          .output("poc", Unit.UNSCALED)
          .output("buy-imbalances", Unit.UNSCALED)
          .output("sell-imbalances", Unit.UNSCALED)
          .output("buy-stacks", Unit.UNSCALED)
          .output("sell-stacks", Unit.UNSCALED)
          .memory(Memory.FADING)
          .makes(values ->
              new Footprint(
                  values.get(SECONDS),
                  values.get(STEP),
                  values.get(RATIO),
                  values.get(STACK),
                  values.get(LEVELS)));

  private static final int POC = 3;
  private static final int IMBALANCES = 4;
  private static final int STACKS = 6;

  private final long lengthNs;
  private final double highest;
  private final double ratio;
  private final int stack;
  private final PriceLevels levels;
  private final CompensatedSum bought = part(new CompensatedSum());
  private final CompensatedSum sold = part(new CompensatedSum());
  private long bar = Long.MIN_VALUE;
  private boolean known = true;

  /**
   * For bars of one length.
   *
   * @param seconds at least 1
   * @param step width of a level in quote, at least 1e-12
   * @param ratio from which on a side outweighs the other, at least 1, usually 3
   * @param stack imbalances in a stack, at least 2, usually 3
   * @param levels of a bar at most, at least 4
   */
  public Footprint(int seconds, double step, double ratio, int stack, int levels) {
    super(DEFINITION, 1);
    lengthNs = SECONDS.check(seconds) * NS;
    highest = STEP.check(step) * 0x1p52;
    this.ratio = RATIO.check(ratio);
    this.stack = STACK.check(stack);
    this.levels = part(new PriceLevels(step, LEVELS.check(levels)));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    begin(Math.floorDiv(timeNs, lengthNs));
    known = known && Math.abs(price) < highest && !Double.isNaN(qty);
    if (!known) {
      for (int output = POC; output < outputs(); output++) {
        set(output, Double.NaN);
      }
      return publish(Double.NaN, Double.NaN, Double.NaN);
    }
    levels.add(price, qty, buy);
    (buy ? bought : sold).add(qty);
    set(POC, levels.price(levels.busiest()));
    count(true, IMBALANCES, STACKS);
    count(false, IMBALANCES + 1, STACKS + 1);
    return publish(bought.value() - sold.value(), bought.value(), sold.value());
  }

  private void begin(long now) {
    if (now != bar) {
      levels.reset();
      bought.reset();
      sold.reset();
      known = true;
      bar = now;
    }
  }

  private void count(boolean buy, int imbalanceOutput, int stackOutput) {
    int imbalances = 0;
    int stacks = 0;
    int run = 0;
    for (int level = 0; level < levels.count(); level++) {
      run = levels.isImbalance(level, buy, ratio) ? run + 1 : 0;
      imbalances += run > 0 ? 1 : 0;
      stacks += run == stack ? 1 : 0;
    }
    set(imbalanceOutput, imbalances);
    set(stackOutput, stacks);
  }

  /** How many levels the bar has, 0 being the lowest; they hold its whole range. */
  public int levels() {
    return levels.count();
  }

  /** How wide a level is, in quote: the step, or more if there would be too many. */
  public double width() {
    return levels.width();
  }

  /** Lowest price of a level, in quote. */
  public double price(int level) {
    return levels.price(level);
  }

  /** Base bought at a level. */
  public double bought(int level) {
    return levels.bought(level);
  }

  /** Base sold at a level. */
  public double sold(int level) {
    return levels.sold(level);
  }

  /** Whether a level is a buy imbalance. */
  public boolean isBuyImbalance(int level) {
    return levels.isImbalance(level, true, ratio);
  }

  /** Whether a level is a sell imbalance. */
  public boolean isSellImbalance(int level) {
    return levels.isImbalance(level, false, ratio);
  }

  @Override
  protected void resetOwn() {
    bar = Long.MIN_VALUE;
    known = true;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeLong(bar).writeBoolean(known);
  }

  @Override
  protected void loadOwn(StateReader in) {
    bar = in.readLong();
    known = in.readBoolean();
  }
}
