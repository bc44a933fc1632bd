package io.tradewind.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads variables from a file, {@code NAME=VALUE} in each line; a line may begin with export. */
final class EnvFile {
  private static final String PREFIX = "TRADEWIND_";

  private EnvFile() {}

  /** Takes a variable. */
  interface Taker {
    void take(String name, String text, Origin origin);
  }

  /** Tells each that is ours; those of other programs are passed over. */
  static void read(Path file, Taker taker, List<ConfigError> errors) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      Origin origin = new Origin.File(file, 0);
      errors.add(new ConfigError("the file", Optional.empty(), origin, "can't be read: " + e));
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip().replaceFirst("^export\\s+", "");
      int sign = line.indexOf('=');
      Origin origin = new Origin.File(file, i + 1);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (sign < 1) {
        errors.add(
            new ConfigError("the line", Optional.empty(), origin, "must be NAME=VALUE, or a #"));
      } else if (line.startsWith(PREFIX)) {
        taker.take(line.substring(0, sign).strip(), unquoted(line.substring(sign + 1)), origin);
      }
    }
  }

  private static String unquoted(String text) {
    String bare = text.strip();
    boolean isQuoted =
        bare.length() > 1
            && (bare.charAt(0) == '"' || bare.charAt(0) == '\'')
            && bare.charAt(bare.length() - 1) == bare.charAt(0);
    return isQuoted ? bare.substring(1, bare.length() - 1) : bare;
  }
}
