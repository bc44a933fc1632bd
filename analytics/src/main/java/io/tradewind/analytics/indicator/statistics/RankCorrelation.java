package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Rank correlation index, -100 to 100: {@code 100 (1 - 6 d / (n (n^2 - 1)))}, {@code d} being the
 * sum of the squared differences between the rank of each of the last {@code length} values and its
 * place in time; equal values share the mean of their ranks. 100 if each is above the one before.
 * Each update walks the window, in whole numbers, without rounding. Ready after {@code length}
 * values. Source: C. Spearman (1904), "The Proof and Measurement of Association between Two
 * Things", American Journal of Psychology 15. As {@code ta.rci} of TradingView.
 */
public final class RankCorrelation extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 2, 10_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "rank-correlation",
              "Rank correlation of the values with time, -100 to 100")
          .source("C. Spearman (1904), The Proof and Measurement of Association between Two Things")
          .parameter(LENGTH)
          .output("rank-correlation", Unit.PERCENT)
          .makes(values -> new RankCorrelation(values.get(LENGTH)));

  private final double scale;

  private final double[] values;

  private final int[] ranks;

  private int head;

  private int size;

  private int unknown;

  /**
   * Over the last values.
   *
   * @param length at least 2, at most 10 000, usually 10
   */
  public RankCorrelation(int length) {
    super(DEFINITION, LENGTH.check(length));
    scale = length * ((double) length * length - 1.0) * 4.0 / 6.0;
    values = new double[length];
    ranks = new int[length];
  }

  @Override
  public double update(double value) {
    boolean full = size == values.length;
    if (!full) {
      size++;
    }
    double oldest = full ? values[head] : Double.NaN;
    unknown += (Double.isNaN(value) ? 1 : 0) - (full && Double.isNaN(oldest) ? 1 : 0);
    values[head] = value;
    int at = head;
    head = head + 1 == values.length ? 0 : head + 1;
    double distance = distance(at, value, oldest);
    return publish(unknown > 0 ? Double.NaN : 100.0 * (1.0 - distance / scale));
  }

  /**
   * Brings the doubled ranks up to date; four times the sum of their squared distances from time.
   */
  private long distance(int newest, double value, double oldest) {
    int own = 2;
    long sum = 0;
    int slot = newest;
    for (int place = size - 1; place > 0; place--) {
      slot = slot == 0 ? values.length - 1 : slot - 1;
      double other = values[slot];
      own += beyond(value, other);
      ranks[slot] += beyond(other, value) - beyond(other, oldest);
      long apart = ranks[slot] - 2L * place;
      sum += apart * apart;
    }
    ranks[newest] = own;
    return sum + (own - 2L * size) * (own - 2L * size);
  }

  /** What a value adds to the doubled rank of another: 2 below it, 1 beside it. */
  private static int beyond(double value, double other) {
    return other < value ? 2 : other == value ? 1 : 0;
  }

  @Override
  protected void resetOwn() {
    Arrays.fill(values, 0.0);
    Arrays.fill(ranks, 0);
    head = 0;
    size = 0;
    unknown = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeInt(head).writeInt(size).writeInt(unknown).writeDoubles(values).writeInts(ranks);
  }

  @Override
  protected void loadOwn(StateReader in) {
    head = in.readCount(values.length - 1);
    size = in.readCount(values.length);
    unknown = in.readInt();
    in.readDoubles(values);
    int[] read = in.readInts();
    if (read.length != ranks.length) {
      throw new StateException(read.length + " ranks do not fit " + ranks.length);
    }
    System.arraycopy(read, 0, ranks, 0, ranks.length);
  }
}
