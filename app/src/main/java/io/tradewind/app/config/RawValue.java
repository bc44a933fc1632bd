package io.tradewind.app.config;

import java.util.List;

/**
 * A value as it was written, not yet read.
 *
 * @param setting what it is for
 * @param parts see {@link Format}
 * @param origin where it was written
 */
record RawValue(Setting<?> setting, List<String> parts, Origin origin) {
  RawValue {
    parts = List.copyOf(parts);
  }

  String text() {
    return String.join(",", parts);
  }
}
