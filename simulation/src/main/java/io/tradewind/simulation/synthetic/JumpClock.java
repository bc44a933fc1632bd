package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.random.Deviates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** When jumps come, one source for each symbol and one for all; and where they fall in a candle. */
final class JumpClock {
  private final Jumps jumps;
  private final int symbols;
  private final int steps;
  private final int candles;
  private final Deviates deviates;
  private final List<Jump> fallen = new ArrayList<>();

  /** Steps until the next jump of each symbol, last that of all. */
  private final double[] wait;

  /** What the logarithm of a price gains at a step, {@code [symbol * steps + step]}. */
  private final double[] shifts;

  /** What it gains before the open of this candle, and of the next one. */
  private final double[] gaps;

  private final double[] nextGaps;
  private final double stepDays;
  private boolean dirty;

  JumpClock(MarketModel model, double candleDays, int candles, Deviates deviates) {
    this.jumps = model.jumps();
    this.symbols = model.symbols().size();
    this.steps = model.stepsPerCandle();
    this.candles = candles;
    this.deviates = deviates;
    this.stepDays = candleDays / steps;
    this.shifts = new double[symbols * steps];
    this.gaps = new double[symbols];
    this.nextGaps = new double[symbols];
    this.wait = new double[symbols + 1];
    for (int source = 0; source <= symbols; source++) {
      wait[source] = waiting(source);
    }
  }

  /** Infinite where none ever comes. */
  private double waiting(int source) {
    double share = source == symbols ? jumps.commonShare() : 1 - jumps.commonShare();
    double perStep = jumps.perDay() * share * stepDays;
    double drawn = deviates.exponential();
    return perStep > 0 ? drawn / perStep : Double.POSITIVE_INFINITY;
  }

  /** Goes on to a candle, asked for each in turn. */
  void enter(int candle) {
    if (dirty) {
      Arrays.fill(shifts, 0);
      System.arraycopy(nextGaps, 0, gaps, 0, symbols);
      dirty = Arrays.stream(gaps).anyMatch(gap -> gap != 0);
      Arrays.fill(nextGaps, 0);
    }
    for (int source = 0; source <= symbols; source++) {
      while (wait[source] < steps) {
        fall(source, candle, (int) wait[source]);
        wait[source] += waiting(source);
      }
      wait[source] -= steps;
    }
  }

  /** What the logarithm of a symbol's price gains before the candle opens. */
  double gap(int symbol) {
    return gaps[symbol];
  }

  /** What it gains at a step. */
  double shift(int symbol, int step) {
    return shifts[symbol * steps + step];
  }

  List<Jump> fallen() {
    return fallen;
  }

  private void fall(int source, int candle, int step) {
    double drawn = Math.min(jumps.cap(), jumps.meanSize() * deviates.exponential());
    double size = deviates.uniform() < jumps.downShare() ? -drawn : drawn;
    boolean isGap = deviates.uniform() < jumps.gapShare();
    double gain = StrictMath.log1p(size);
    int first = source == symbols ? 0 : source;
    int last = source == symbols ? symbols - 1 : source;
    for (int symbol = first; symbol <= last; symbol++) {
      if (isGap) {
        nextGaps[symbol] += gain;
      } else {
        shifts[symbol * steps + step] += gain;
      }
    }
    dirty = true;
    int where = isGap ? candle + 1 : candle;
    if (where < candles) {
      OptionalInt whose = source == symbols ? OptionalInt.empty() : OptionalInt.of(source);
      fallen.add(new Jump(where, whose, size, isGap));
    }
  }
}
