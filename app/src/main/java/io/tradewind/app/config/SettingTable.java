package io.tradewind.app.config;

import io.tradewind.analytics.check.Check;
import io.tradewind.app.config.Setting.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words of the settings of a section, in a row of a text each. */
final class SettingTable {
  private static final Pattern BAR = Pattern.compile("(?<=\\s)\\|(?=\\s)");

  private final String section;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  /**
   * Reads rows.
   *
   * @param section what stands before each name
   * @param text in each line, with bars between: the name, followed by the placeholder of its flag
   *     where it has one; what it is; and what holds where nothing is said
   */
  SettingTable(String section, String text) {
    this.section = section;
    for (String line : text.lines().toList()) {
      List<String> cells = BAR.splitAsStream(line).map(String::strip).toList();
      String name = cells.getFirst().split(" ", 2)[0];
      Check.argument(rows.put(name, cells) == null, "a setting has one row, %s has two", name);
    }
  }

  /** The names of a setting; its flag is its name with dashes. */
  Named named(String name) {
    List<String> cells = row(name);
    Optional<String> flag =
        cells.getFirst().equals(name)
            ? Optional.empty()
            : Optional.of("--" + name.replace('.', '-'));
    String placeholder = cells.getFirst().substring(name.length()).strip();
    return new Named(section + "." + name, flag, placeholder, cells.get(1));
  }

  /** What holds where nothing is said, cell by cell. */
  List<String> defaults(String name) {
    List<String> cells = row(name);
    return cells.subList(2, cells.size());
  }

  private List<String> row(String name) {
    List<String> cells = rows.getOrDefault(name, List.of());
    Check.argument(cells.size() > 2, "no row is of %s", name);
    return cells;
  }
}
