package io.tradewind.store.rules;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
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
 * The filters and margin tiers that files give, each an exchange's own answer ({@link
 * ExchangeInfo}, {@link LeverageBrackets}) or YAML ({@link FilterYaml}), told apart by what is in
 * it.
 */
public final class FilterBook {
  /** An exchange's answer has some ten million bytes. */
  private static final long MAX_BYTES = 200_000_000;

  private final Map<InstrumentId, KnownFilters> known = new TreeMap<>();
  private final Map<String, KnownMargin> margins = new TreeMap<>();
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

  /** The margin tiers of a perpetual, empty if no file has them. */
  public Optional<KnownMargin> margin(InstrumentId id) {
    return id.market() == Market.PERP
        ? Optional.ofNullable(margins.get(key(id.venue(), id.base() + id.quote())))
        : Optional.empty();
  }

  /** Whether no file has filters of any symbol. */
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

  /**
   * Takes in margin tiers, or names the file that has them already.
   *
   * @param symbol base and quote without a sign between them, as exchanges name perpetuals
   */
  void addMargin(String venue, String symbol, int line, KnownMargin margin) {
    KnownMargin before = margins.putIfAbsent(key(venue, symbol), margin);
    if (before != null) {
      String where = before.file().equals(margin.file()) ? "twice" : "also in " + before.file();
      refuse(margin.file(), line, "the margin of " + symbol, "stands " + where);
    }
  }

  private static String key(String venue, String symbol) {
    return venue + ":" + symbol;
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
