package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Volume by price: how much was traded in each of a limited number of rows, with the point of
 * control, which is the middle of the row with most volume, and the value area around it. The
 * volume of a bar is spread evenly over its range, for a bar does not tell more.
 *
 * <p>Rows are as wide as the smallest power of two with which the range touches no more than {@code
 * rows} of them, and their borders are the multiples of it. So there are between a half and all of
 * them in use, the same range has the same rows whatever came before, and wider rows are made by
 * putting two and two together. If all prices double, so do all rows.
 *
 * <p>Value area by the two-row rule: from the point of control up and down, of the two rows above
 * and the two rows below the pair with more volume is added, until the share is reached; of equal
 * pairs the one nearer the point of control, then the upper. Of equal rows the one nearest the
 * middle row is the point of control, then the lower. Volumes that differ by less than a billionth
 * are equal, so that roundings decide nothing. No price that is told is outside of the range.
 *
 * <p>Source: J. P. Steidlmayer (1984), "Market Profile", Chicago Board of Trade; J. F. Dalton, E.
 * T. Jones and R. B. Dalton (1993), "Mind over Markets", where time takes the place of volume. Sums
 * that also shrink keep what a double cannot hold as {@link CompensatedSum} does, and a row that no
 * bar touches is exactly empty.
 */
public final class VolumeAtPrice implements Resettable {
  private static final double SAME = 1e-9;

  /** The narrowest row is this power of two of the price: about a billionth. */
  private static final int FINEST = 30;

  private static final int SMALLEST_EXPONENT = -1000;

  private final int rows;
  private final int mask;
  private final double[] volumes;
  private final double[] errors;
  private final int[] touches;
  private final double[] line;
  private int exponent;
  private double width;
  private double perWidth;
  private double low;
  private double high;
  private double pointOfControl;
  private double areaHigh;
  private double areaLow;

  /**
   * Empty.
   *
   * @param rows at most, at least 4
   */
  public VolumeAtPrice(int rows) {
    Check.argument(rows >= 4 && rows <= 1 << 20, "rows must be in 4..1048576, was %s", rows);
    this.rows = rows;
    int size = Integer.highestOneBit(rows - 1) << 1;
    mask = size - 1;
    volumes = new double[size];
    errors = new double[size];
    touches = new int[size];
    line = new double[rows];
    reset();
  }

  /** Empties it for a range; a range that is not finite takes no volume. */
  public void clear(double rangeLow, double rangeHigh) {
    Arrays.fill(volumes, 0.0);
    Arrays.fill(errors, 0.0);
    Arrays.fill(touches, 0);
    boolean finite = Double.isFinite(rangeHigh - rangeLow);
    low = finite ? rangeLow : Double.NaN;
    high = finite ? rangeHigh : Double.NaN;
    lay(finite ? exponent(rangeLow, rangeHigh) : SMALLEST_EXPONENT);
  }

  private void lay(int rowExponent) {
    exponent = rowExponent;
    width = Math.scalb(1.0, rowExponent);
    perWidth = Math.scalb(1.0, -rowExponent);
  }

  private int exponent(double from, double to) {
    int finest = Math.getExponent(Math.max(Math.abs(from), Math.abs(to))) - FINEST;
    int result = Math.max(Math.getExponent((to - from) / rows), finest);
    result = Math.max(result, SMALLEST_EXPONENT);
    double scale = Math.scalb(1.0, -result);
    while (Math.floor(to * scale) - Math.floor(from * scale) >= rows) {
      scale *= 0.5;
      result++;
    }
    return result;
  }

  /**
   * Moves to another range if its rows are as wide; all bars that are still in must be inside it.
   *
   * @return whether they are; if not, nothing has changed
   */
  public boolean move(double rangeLow, double rangeHigh) {
    if (!isRange() || !Double.isFinite(rangeHigh - rangeLow)) {
      return false;
    }
    if (exponent(rangeLow, rangeHigh) != exponent) {
      return false;
    }
    low = rangeLow;
    high = rangeHigh;
    return true;
  }

  private boolean isRange() {
    return !Double.isNaN(high - low);
  }

  /**
   * Makes the range reach so far too, and rows as wide as it needs. After this nothing that was in
   * before can be removed. A range that is not finite stays so.
   */
  public void stretch(double toLow, double toHigh) {
    double newLow = Math.min(low, toLow);
    double newHigh = Math.max(high, toHigh);
    if (low > high || !Double.isFinite(newHigh - newLow)) {
      clear(newLow, newHigh);
      return;
    }
    int wider = exponent(newLow, newHigh) - exponent;
    if (wider > 0) {
      join(wider);
    }
    low = newLow;
    high = newHigh;
  }

  private void join(int doublings) {
    long first = row(low);
    int count = readLine(first);
    Arrays.fill(volumes, 0.0);
    Arrays.fill(errors, 0.0);
    Arrays.fill(touches, 0);
    lay(exponent + doublings);
    for (int i = 0; i < count; i++) {
      put((first + i) >> Math.min(doublings, Long.SIZE - 1), line[i], 1);
    }
  }

  /** Puts in a bar, which must be inside of the range. */
  public void add(double barLow, double barHigh, double volume) {
    spread(barLow, barHigh, volume, 1);
  }

  /** Takes out a bar that was put in. */
  public void remove(double barLow, double barHigh, double volume) {
    spread(barLow, barHigh, -volume, -1);
  }

  private void spread(double from, double to, double volume, int bars) {
    if (!isRange()) {
      return;
    }
    long first = row(from);
    long last = row(to);
    if (first == last) {
      put(first, volume, bars);
      return;
    }
    double density = volume / (to - from);
    for (long row = first; row <= last; row++) {
      double bottom = Math.max(from, row * width);
      double top = Math.min(to, (row + 1) * width);
      put(row, density * (top - bottom), bars);
    }
  }

  /** Volume of the row that a price is in, 0 outside of the range. */
  public double volumeAt(double price) {
    if (!(price >= low && price <= high)) {
      return 0;
    }
    int slot = (int) row(price) & mask;
    return Math.max(0.0, volumes[slot] + errors[slot]);
  }

  /** How wide a row is, as a price. */
  public double rowWidth() {
    return width;
  }

  private long row(double price) {
    return (long) Math.floor(price * perWidth);
  }

  private void put(long row, double volume, int bars) {
    int slot = (int) row & mask;
    touches[slot] += bars;
    if (touches[slot] == 0) {
      volumes[slot] = 0;
      errors[slot] = 0;
      return;
    }
    double sum = volumes[slot];
    double next = sum + volume;
    double part = next - sum;
    errors[slot] += (sum - (next - part)) + (volume - part);
    volumes[slot] = next;
  }

  /** Fills the line with the rows of the range, from a row upward; returns how many they are. */
  private int readLine(long first) {
    int count = (int) (row(high) - first) + 1;
    for (int i = 0; i < count; i++) {
      int slot = (int) (first + i) & mask;
      line[i] = Math.max(0.0, volumes[slot] + errors[slot]);
    }
    return count;
  }

  /**
   * Finds the point of control and the value area; they are NaN if there is no volume.
   *
   * @param share of the volume in the value area, above 0, at most 1
   */
  public void measure(double share) {
    double total = 0;
    double most = 0;
    long first = 0;
    int count = 0;
    if (isRange()) {
      first = row(low);
      count = readLine(first);
      for (int i = 0; i < count; i++) {
        total += line[i];
        most = Math.max(most, line[i]);
      }
    }
    if (total > 0) {
      int middle = busiest(count, most * (1 - SAME));
      pointOfControl = inside((first + middle + 0.5) * width);
      measureArea(first, count, middle, share * total * (1 - SAME));
    } else {
      pointOfControl = Double.NaN;
      areaHigh = Double.NaN;
      areaLow = Double.NaN;
    }
  }

  private double inside(double price) {
    return Math.min(high, Math.max(low, price));
  }

  private int busiest(int count, double enough) {
    int found = -1;
    for (int i = 0; i < count; i++) {
      boolean nearer = found < 0 || Math.abs(2 * i + 1 - count) < Math.abs(2 * found + 1 - count);
      if (line[i] >= enough && nearer) {
        found = i;
      }
    }
    return found;
  }

  private void measureArea(long first, int count, int middle, double wanted) {
    int bottom = middle;
    int top = middle;
    double volume = line[middle];
    while (volume < wanted && (bottom > 0 || top < count - 1)) {
      double above = pair(top + 1, top + 2, count);
      double below = pair(bottom - 1, bottom - 2, count);
      if (isUpward(above, below, middle - bottom, top - middle)) {
        volume += above;
        top = Math.min(top + 2, count - 1);
      } else {
        volume += below;
        bottom = Math.max(bottom - 2, 0);
      }
    }
    areaHigh = inside((first + top + 1) * width);
    areaLow = inside((first + bottom) * width);
  }

  /** Volume of two rows, or of the one that there is, or -1. */
  private double pair(int near, int far, int count) {
    if (near < 0 || near >= count) {
      return -1;
    }
    return far < 0 || far >= count ? line[near] : line[near] + line[far];
  }

  private static boolean isUpward(double above, double below, int rowsBelow, int rowsAbove) {
    boolean same = Math.abs(above - below) <= SAME * Math.max(above, below);
    return same ? rowsAbove <= rowsBelow : above > below;
  }

  /** Middle of the row with most volume, as last measured. */
  public double pointOfControl() {
    return pointOfControl;
  }

  /** Upper border of the value area, as last measured. */
  public double areaHigh() {
    return areaHigh;
  }

  /** Lower border of the value area, as last measured. */
  public double areaLow() {
    return areaLow;
  }

  /** Empties it; the first {@link #stretch} gives it a range. */
  @Override
  public void reset() {
    clear(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    low = Double.POSITIVE_INFINITY;
    high = Double.NEGATIVE_INFINITY;
    pointOfControl = Double.NaN;
    areaHigh = Double.NaN;
    areaLow = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(exponent).writeDouble(low).writeDouble(high);
    out.writeDoubles(volumes).writeDoubles(errors).writeInts(touches);
    out.writeDouble(pointOfControl).writeDouble(areaHigh).writeDouble(areaLow);
  }

  @Override
  public void load(StateReader in) {
    lay(in.readInt());
    low = in.readDouble();
    high = in.readDouble();
    in.readDoubles(volumes);
    in.readDoubles(errors);
    int[] counts = in.readInts();
    if (counts.length != touches.length) {
      throw new StateException(counts.length + " rows do not fit " + touches.length);
    }
    System.arraycopy(counts, 0, touches, 0, counts.length);
    pointOfControl = in.readDouble();
    areaHigh = in.readDouble();
    areaLow = in.readDouble();
  }
}
