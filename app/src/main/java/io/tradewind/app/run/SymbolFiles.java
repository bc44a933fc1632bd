package io.tradewind.app.run;

import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.store.importer.FileNameGuess;
import io.tradewind.store.importer.ImportNotes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that stand in for the store, of whatever they hold. */
final class SymbolFiles {
  private final String flag;
  private final List<InstrumentId> symbols;

  private SymbolFiles(String flag, List<InstrumentId> symbols) {
    this.flag = flag;
    this.symbols = symbols;
  }

  /**
   * Which files belong to which symbol: as {@code SYMBOL=FILE} says, else all to the only symbol of
   * the run, else as their names say.
   *
   * @param flag by which they are named
   * @throws UserMistake if a file belongs to none
   */
  static Map<InstrumentId, List<Path>> assign(
      String flag, List<String> given, List<InstrumentId> symbols) {
    SymbolFiles assignment = new SymbolFiles(flag, symbols);
    Map<InstrumentId, List<Path>> files = new LinkedHashMap<>();
    for (String text : given) {
      int sign = text.indexOf('=');
      boolean named = sign > 0 && text.substring(0, sign).matches("[A-Za-z0-9:-]+/[A-Za-z0-9:]+");
      Path file = Path.of(named ? text.substring(sign + 1) : text);
      InstrumentId id =
          named ? assignment.byName(text.substring(0, sign), file) : assignment.byFile(file);
      files.computeIfAbsent(id, key -> new ArrayList<>()).add(file);
    }
    return files;
  }

  private InstrumentId byName(String symbol, Path file) {
    return symbols.stream()
        .filter(id -> id.symbol().equalsIgnoreCase(symbol) || base(id).equalsIgnoreCase(symbol))
        .findFirst()
        .orElseThrow(() ->
            new UserMistake(
                file
                    + " is said to be of "
                    + symbol
                    + ", which is not among the symbols "
                    + names()));
  }

  private InstrumentId byFile(Path file) {
    if (symbols.size() == 1) {
      return symbols.getFirst();
    }
    Optional<InstrumentId> guess = FileNameGuess.of(file).instrument("any");
    return symbols.stream()
        .filter(id ->
            guess.isPresent()
                && guess.orElseThrow().base().equals(id.base())
                && guess.orElseThrow().quote().equals(id.quote()))
        .findFirst()
        .orElseThrow(() ->
            new UserMistake(
                "the name of "
                    + file
                    + " does not say which of the symbols "
                    + names()
                    + " it is of; write "
                    + flag
                    + " SYMBOL="
                    + file));
  }

  /** What the user should know about how a file was read. */
  static List<String> notices(Path file, ImportNotes notes) {
    List<String> notices = new ArrayList<>();
    if (notes.brokenCount() > 0) {
      notices.add(
          Text.of(
              "%s of %s %s left out; the first: %s",
              Text.count(notes.brokenCount(), "broken line"),
              file.getFileName(),
              notes.brokenCount() == 1 ? "was" : "were",
              notes.broken().getFirst()));
    }
    if (notes.truncated()) {
      notices.add(file.getFileName() + " is cut off at its end");
    }
    return notices;
  }

  private static String base(InstrumentId id) {
    return id.base() + "/" + id.quote();
  }

  private String names() {
    return String.join(", ", symbols.stream().map(InstrumentId::symbol).toList());
  }
}
