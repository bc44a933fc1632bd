package io.tradewind.research.signalfile;

import java.util.ArrayList;
import java.util.List;

/** One line of cells between commas, semicolons or tabs, with double quotes. */
final class DelimitedLine {
  private DelimitedLine() {}

  /**
   * The cells, stripped.
   *
   * @throws IllegalArgumentException if a double quote is not closed
   */
  static List<String> split(String line, char delimiter) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a double quote is not closed on its line");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  /** The delimiter of a file, by its first line: the first of tab, comma, semicolon. */
  static char delimiter(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == '\t' || c == ',' || c == ';')) {
        return c;
      }
    }
    return ',';
  }
}
