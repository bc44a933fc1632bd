package io.tradewind.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under a heading, in aligned columns. */
public final class Table {
  private static final String GAP = "  ";

  private final String[] heading;
  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /** The names of the columns; one that begins with {@code >} is aligned to the right. */
  public Table(String... columns) {
    heading = new String[columns.length];
    right = new boolean[columns.length];
    for (int i = 0; i < columns.length; i++) {
      right[i] = columns[i].startsWith(">");
      heading[i] = right[i] ? columns[i].substring(1) : columns[i];
    }
  }

  /** Adds a row with a text for each column. */
  public Table row(String... cells) {
    if (cells.length != heading.length) {
      throw new IllegalArgumentException(
          "a row must have " + heading.length + " cells, had " + cells.length);
    }
    rows.add(cells.clone());
    return this;
  }

  /** The lines, the heading first, without spaces at their ends. */
  public List<String> lines(Ink ink) {
    int[] widths = new int[heading.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = heading[i].length();
      for (String[] row : rows) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(ink.faint(line(heading, widths)));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private String line(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String padding = " ".repeat(widths[i] - cells[i].length());
      line.append(i == 0 ? "" : GAP);
      line.append(right[i] ? padding + cells[i] : cells[i] + padding);
    }
    return line.toString().stripTrailing();
  }
}
