package io.tradewind.strategies;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.feature.Features;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Grid: resting limit buys on lines under the price; what was bought on one line is sold on the
 * next one above, and the line bought again. With {@code lower} and {@code upper} the lines lie
 * between those; without, they hang under a centre, the average of daily closes, a part of the mean
 * daily range of 14 days from one to the next, in steps of equal quotients (geometric) or of equal
 * distance (arithmetic). A grid stands until its position is closed; while there is none it is laid
 * anew with each daily candle. All lots are of one quantity. The stop lies some steps under the
 * lowest line; a lot's target is the line above, where its sale rests. Long only.
 *
 * <p>Since the highest line is bought first and the lowest lot sold first, the lots that are held
 * are always the highest ones, and how many there are tells which. Source: common practice of
 * market making at fixed levels; its risk, many small gains and a rare loss of all lots, is that of
 * a short straddle: N. N. Taleb (1997), "Dynamic Hedging".
 */
public final class Grid implements Strategy {
  private static final Parameter<Integer> LEVELS = Parameter.integer("levels", 5, 1, 50);
  private static final Parameter<String> SPACING =
      Parameter.choice("spacing", "geometric", "arithmetic");
  private static final Parameter<Double> STEP = Parameter.decimal("step-range", 0.25, 0.01, 5);
  private static final Parameter<Integer> CENTRE = Parameter.integer("centre-days", 5, 1, 200);
  private static final Parameter<Double> LOWER = Parameter.decimal("lower", 0, 0, 1e12);
  private static final Parameter<Double> UPPER = Parameter.decimal("upper", 0, 0, 1e12);
  private static final Parameter<Double> STOP_STEPS = Parameter.decimal("stop-steps", 2, 0.1, 50);
  private static final Parameter<Double> SHARE = Parameter.decimal("share", 0.8, 0.01, 1);
  private static final double CONFIDENCE = 0.5;

  private final Handles handles = new Handles();
  private int levels;
  private boolean geometric;
  private double stepRange;
  private double lower;
  private double upper;
  private double stopSteps;
  private double share;

  /** By instrument: {@code levels + 1} lines, rising. */
  private double[] lines = {};

  /** By instrument: base of a lot, 0 where no grid stands. */
  private double[] lots = {};

  /** By instrument: the line that is bought first. */
  private int[] tops = {};

  /** By instrument: how many lots are held, as far as signals know. */
  private int[] held = {};

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(LEVELS, SPACING, STEP, CENTRE, LOWER, UPPER, STOP_STEPS, SHARE);
  }

  @Override
  public void prepare(Preparation preparation) {
    levels = preparation.get(LEVELS);
    geometric = preparation.get(SPACING).equals("geometric");
    stepRange = preparation.get(STEP);
    lower = preparation.get(LOWER);
    upper = preparation.get(UPPER);
    Check.argument(
        lower == 0 ? upper == 0 : lower < upper,
        "lower must be > 0 and < upper = %s, or both 0, was %s",
        upper,
        lower);
    stopSteps = preparation.get(STOP_STEPS);
    share = preparation.get(SHARE);
    handles.set(
        preparation.feature(Interval.ONE_DAY, Features.sma(preparation.get(CENTRE))),
        preparation.feature(Interval.ONE_DAY, Features.of("average-range(14)")));
    int instruments = preparation.instruments().size();
    lines = new double[instruments * (levels + 1)];
    lots = new double[instruments];
    tops = new int[instruments];
    held = new int[instruments];
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    int index = bar.instrumentIndex();
    if (lots[index] > 0 && !(bar.position().isFlat() && mustEnd(bar))) {
      follow(bar, signals);
      return;
    }
    if (lots[index] > 0) {
      signals.exit("the grid is taken back");
      lots[index] = 0;
    }
    if (bar.position().isFlat() && bar.isNew(handles.get(0))) {
      lay(bar, signals);
    }
  }

  /** Without a position a grid ends under its lowest line, and a hanging one with the day. */
  private boolean mustEnd(BarContext bar) {
    return bar.close() <= line(bar.instrumentIndex(), 0)
        || (upper == 0 && bar.isNew(handles.get(0)));
  }

  private void lay(BarContext bar, Signals signals) {
    int index = bar.instrumentIndex();
    double top = upper > 0 ? upper : bar.value(handles.get(0));
    double step = stepRange * bar.value(handles.get(1));
    for (int line = 0; line <= levels; line++) {
      lines[index * (levels + 1) + line] = price(top, step, levels - line);
    }
    int below = levels;
    while (below > 0 && line(index, below - 1) >= bar.close()) {
      below--;
    }
    boolean sound = stop(index) > 0 && line(index, 0) < line(index, 1);
    double lot = share * bar.equity() / (levels * bar.close());
    if (below > 0 && sound && lot > 0) {
      lots[index] = lot;
      tops[index] = below - 1;
      held[index] = 0;
      buy(signals, index, below - 1, 0);
    }
  }

  /** The line so many steps under the top. */
  private double price(double top, double step, int steps) {
    if (upper > 0) {
      double part = (double) steps / levels;
      return geometric ? top * StrictMath.pow(lower / upper, part) : top - (upper - lower) * part;
    }
    return geometric ? top / StrictMath.pow(1 + step / top, steps) : top - step * steps;
  }

  private double line(int index, int line) {
    return lines[index * (levels + 1) + line];
  }

  private double stop(int index) {
    double lowest = line(index, 0);
    double next = line(index, 1);
    return geometric
        ? lowest * StrictMath.pow(lowest / next, stopSteps)
        : lowest - stopSteps * (next - lowest);
  }

  /** Sells what was bought, and buys again what was sold. */
  private void follow(BarContext bar, Signals signals) {
    int index = bar.instrumentIndex();
    int now = (int) Math.min(StrictMath.round(bar.position().qty() / lots[index]), tops[index] + 1);
    int top = tops[index];
    for (int lot = held[index]; lot < now; lot++) {
      double above = line(index, top - lot + 1);
      String reason = "grid: bought at " + Words.figure(line(index, top - lot));
      signals.reduce(1.0 / now, above, reason);
    }
    if (now < held[index]) {
      buy(signals, index, top - now, top - held[index] + 1);
    }
    held[index] = now;
    if (now == 0) {
      rise(bar, signals);
    }
  }

  /** Lines that the price has left below are bought, too. */
  private void rise(BarContext bar, Signals signals) {
    int index = bar.instrumentIndex();
    int before = tops[index];
    while (tops[index] < levels - 1 && line(index, tops[index] + 1) < bar.close()) {
      tops[index]++;
    }
    buy(signals, index, tops[index], before + 1);
  }

  private void buy(Signals signals, int index, int from, int to) {
    for (int line = from; line >= to; line--) {
      String reason =
          ("grid line " + (line + 1) + " of " + levels)
              + (", sold again at " + Words.figure(line(index, line + 1)));
      signals
          .enterLong(reason)
          .adds()
          .limit(line(index, line))
          .stop(stop(index))
          .size(new SignalSize.Qty(lots[index]))
          .confidence(CONFIDENCE);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("grid", 1).writeDoubles(lines).writeDoubles(lots).writeInts(tops).writeInts(held);
  }

  @Override
  public void load(StateReader in) {
    in.section("grid", 1);
    in.readDoubles(lines);
    in.readDoubles(lots);
    tops = Arrays.copyOf(in.readInts(), tops.length);
    held = Arrays.copyOf(in.readInts(), held.length);
  }
}
