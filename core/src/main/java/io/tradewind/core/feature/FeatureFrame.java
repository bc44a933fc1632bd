package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import java.util.List;

/** A row of doubles with names: the features of a {@link FeatureSet} at one close. */
public final class FeatureFrame {
  private final List<String> names;
  private final Cell[] cells;
  private final double[] row;

  FeatureFrame(List<String> names, List<Cell> cells) {
    this.names = names;
    this.cells = cells.toArray(Cell[]::new);
    this.row = new double[cells.size()];
  }

  /** Where the number of a column is found. */
  interface Cell {
    double in(FeatureValues values);
  }

  /** Names of the columns. */
  public List<String> names() {
    return names;
  }

  /** How many columns there are. */
  public int width() {
    return cells.length;
  }

  /** What stands now, as {@link #fill}, in a row of its own that is valid until the next call. */
  public double[] row(FeatureValues values) {
    fill(values, row);
    return row;
  }

  /**
   * Fills a row with what stands now; NaN where a feature has no value yet.
   *
   * @param values of one instrument, such as the context of a bar
   * @param row {@code [columns]}
   */
  public void fill(FeatureValues values, double[] row) {
    Check.argument(row.length == cells.length, "the row must have a place for each column");
    for (int i = 0; i < cells.length; i++) {
      row[i] = cells[i].in(values);
    }
  }
}
