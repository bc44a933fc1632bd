package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import java.util.ArrayList;
import java.util.List;

/** A row of doubles with names: the features of a {@link FeatureSet} at one close. */
public final class FeatureFrame {
  private final List<String> names;
  private final Part[] parts;
  private final double[] row;

  /**
   * With its columns from left to right.
   *
   * @param names of the columns
   * @param columns where the number of each is found
   */
  FeatureFrame(List<String> names, List<Part> columns) {
    this.names = names;
    this.row = new double[names.size()];
    List<Part> joined = new ArrayList<>();
    for (Part column : columns) {
      if (!joined.isEmpty()
          && joined.getLast() instanceof Streaming left
          && column instanceof Streaming right
          && left.slot + left.width == right.slot) {
        joined.set(joined.size() - 1, new Streaming(left.slot, left.width + right.width));
      } else {
        joined.add(column);
      }
    }
    parts = joined.toArray(Part[]::new);
  }

  /** Columns side by side that are filled at once. */
  sealed interface Part {
    /** How many columns. */
    int width();

    /** Fills them. */
    void fill(FeatureValues values, double[] row, int at);
  }

  /** Outputs that lie side by side. */
  record Streaming(int slot, int width) implements Part {
    @Override
    public void fill(FeatureValues values, double[] row, int at) {
      values.copy(slot, row, at, width);
    }
  }

  /** An output of a window. */
  record OfWindow(WindowFeature feature, int output) implements Part {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void fill(FeatureValues values, double[] row, int at) {
      row[at] = values.values(feature)[output];
    }
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
    int at = 0;
    for (Part part : parts) {
      part.fill(values, row, at);
      at += part.width();
    }
  }
}
