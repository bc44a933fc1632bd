package io.tradewind.research.signalfile;

import io.tradewind.strategies.TimedSignal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Gathers what the lines of a file say, and what is wrong with them. */
final class SignalLines {
  private final String fileName;
  private final Optional<String> unnamedPair;
  private final List<TimedSignal> signals = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final Set<String> ignored = new TreeSet<>();
  private boolean failed;

  /** For a file, whose rows without a symbol mean this pair where it is known. */
  SignalLines(String fileName, Optional<String> unnamedPair) {
    this.fileName = fileName;
    this.unnamedPair = unnamedPair;
  }

  /** A line, whose fields may turn out to be unreadable. */
  void add(int line, Supplier<Map<String, String>> fields) {
    try {
      signals.addAll(SignalRow.parse(fields.get(), unnamedPair));
    } catch (IllegalArgumentException e) {
      errors.add(fileName + ":" + line + ": " + e.getMessage());
    }
  }

  /** The file as a whole cannot be read. */
  void fail(int line, String reason) {
    failed = true;
    errors.add(fileName + ":" + line + ": " + reason);
  }

  /** A column that means nothing here. */
  void ignore(String name) {
    ignored.add(name);
  }

  SignalFile toFile() {
    List<String> notices =
        ignored.isEmpty()
            ? List.of()
            : List.of(
                fileName
                    + ": these columns mean nothing here and were left out: "
                    + String.join(", ", ignored));
    return new SignalFile(failed ? List.of() : signals, errors, notices);
  }
}
