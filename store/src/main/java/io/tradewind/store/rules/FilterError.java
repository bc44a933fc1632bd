package io.tradewind.store.rules;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One thing that is wrong with a file of filters.
 *
 * @param line from 1, 0 where the file as a whole is meant
 * @param place what it is about, such as {@code BTC/USDT rule 2 tick}
 * @param value as it was written, empty where the place itself is wrong
 * @param rule what would be right
 */
public record FilterError(Path file, int line, String place, Optional<String> value, String rule) {

  @Override
  public String toString() {
    String where = line > 0 ? file + " line " + line : file.toString();
    return place + value.map(v -> " = " + v).orElse("") + " (" + where + "): " + rule;
  }
}
