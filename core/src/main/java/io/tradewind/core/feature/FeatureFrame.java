package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A row of doubles with names: the features of a {@link FeatureSet} at one close. */
public final class FeatureFrame {
  private final List<String> names;
  private final List<ToDoubleFunction<FeatureValues>> columns;
  private final double[] row;

  FeatureFrame(List<String> names, List<ToDoubleFunction<FeatureValues>> columns) {
    this.names = names;
    this.columns = List.copyOf(columns);
    this.row = new double[columns.size()];
  }

  /** Names of the columns. */
  public List<String> names() {
    return names;
  }

  /** How many columns there are. */
  public int width() {
    return row.length;
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
    Check.argument(row.length == width(), "the row must have a place for each column");
    for (int i = 0; i < row.length; i++) {
      row[i] = columns.get(i).applyAsDouble(values);
    }
  }
}
