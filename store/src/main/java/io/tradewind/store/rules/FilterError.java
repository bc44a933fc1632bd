package io.tradewind.store.rules;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One thing that is wrong with a file of filters.
 *
 * @param line from 1, 0 where lines tell nothing
 * @param what it is about, such as {@code BTC/USDT rule 2 tick = 0}; empty for the whole file
 * @param rule what would be right
 */
public record FilterError(Path file, int line, Optional<String> what, String rule) {

  @Override
  public String toString() {
    String where = line > 0 ? file + " line " + line : file.toString();
    return what.map(text -> text + " (" + where + ")").orElse(where) + ": " + rule;
  }
}
