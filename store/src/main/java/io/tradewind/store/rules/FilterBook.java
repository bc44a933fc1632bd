package io.tradewind.store.rules;

import io.tradewind.core.instrument.InstrumentId;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The filters that files give, each an exchange's own answer ({@link ExchangeInfo}) or YAML ({@link
 * FilterYaml}), told apart by what is in it.
 */
public final class FilterBook {
  /** An exchange's answer has some ten million bytes. */
  private static final long MAX_BYTES = 200_000_000;

  private final Map<InstrumentId, KnownFilters> known = new TreeMap<>();
  private final List<FilterError> errors = new ArrayList<>();

  private FilterBook() {}

  /**
   * Reads files.
   *
   * @param venue of symbols that name none
   */
  public static FilterBook read(List<Path> files, String venue) {
    FilterBook book = new FilterBook();
    for (Path file : files) {
      book.read(file, venue);
    }
    return book;
  }

  /** The filters of a symbol, empty if no file names it. */
  public Optional<KnownFilters> of(InstrumentId id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Whether no symbol is named at all. */
  public boolean isEmpty() {
    return known.isEmpty();
  }

  /** Everything that is wrong; what was right besides must not be used. */
  public List<FilterError> errors() {
    return List.copyOf(errors);
  }

  private void read(Path file, String venue) {
    if (!Files.exists(file)) {
      refuse(file, "there is no such file");
      return;
    }
    try {
      String text = text(file);
      switch (text.isEmpty() ? ' ' : text.charAt(0)) {
        case ' ' -> refuse(file, "is empty");
        case '{', '[' -> ExchangeInfo.read(file, text, this);
        default -> FilterYaml.read(file, text, venue, this);
      }
    } catch (CharacterCodingException _) {
      refuse(file, "is not a text file in UTF-8");
    } catch (IOException e) {
      refuse(file, "can't be read (" + e.getMessage() + ")");
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("it is longer than " + MAX_BYTES + " bytes");
    }
    String text = Files.readString(file);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
  }

  /** Takes in a symbol, or names the file that has it already. */
  void add(KnownFilters filters, int line) {
    KnownFilters before = known.putIfAbsent(filters.id(), filters);
    if (before != null) {
      String where = before.file().equals(filters.file()) ? "twice" : "also in " + before.file();
      refuse(filters.file(), line, filters.id().toString(), "stands " + where);
    }
  }

  /** Refuses a file as a whole. */
  void refuse(Path file, String rule) {
    errors.add(new FilterError(file, 0, Optional.empty(), rule));
  }

  /** Refuses something in a file. */
  void refuse(Path file, int line, String what, String rule) {
    errors.add(new FilterError(file, line, Optional.of(what), rule));
  }
}
