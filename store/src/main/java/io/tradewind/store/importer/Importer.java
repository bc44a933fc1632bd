package io.tradewind.store.importer;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.importer.ImportRefused.Reason;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.CandleSorter;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Reads candles, trades, order books or funding rates from a file, whatever of the known shapes it
 * has; see the module's README for the list. A broken line is named and the rest is kept. It needs
 * no store.
 */
public final class Importer {
  private static final String WAY_OUT =
      "; say which column is which, such as --columns time=0,open=1,high=2,low=3,close=4,volume=5";
  private static final String WAY_OUT_OF_FUNDING =
      "; say which column is which, such as --columns time=0,rate=1";

  private final Path file;
  private final String name;
  private final ImportOptions options;
  private final FileNameGuess guess;
  private final ImportLog log;

  private Importer(Path file, ImportOptions options) {
    this.file = file;
    this.options = options;
    name = String.valueOf(file.getFileName());
    guess = FileNameGuess.of(file);
    log = new ImportLog(name, options.maxBrokenLines());
  }

  /** Reads a file. */
  public static ImportResult read(Path file, ImportOptions options) {
    return read(file, options, share -> {});
  }

  /**
   * Reads a file.
   *
   * @param progress hears now and then what share of its bytes is read, 0 to 1
   */
  public static ImportResult read(Path file, ImportOptions options, DoubleConsumer progress) {
    return new Importer(file, options).read(progress);
  }

  /** Reads a file that is to hold candles. */
  public static CandleImport candles(Path file, ImportOptions options) {
    return switch (read(file, options)) {
      case CandleImport candles -> candles;
      case ImportedTrades _ -> wrongKind(file, "trades", "candles");
      case ImportedFunding _ -> wrongKind(file, "funding rates", "candles");
      case ImportedTicks _ -> wrongKind(file, "ticks", "candles");
    };
  }

  /** Reads a file that is to hold trades. */
  public static TradeImport trades(Path file, ImportOptions options) {
    return switch (read(file, options)) {
      case TradeImport trades -> trades;
      case ImportedCandles _ -> wrongKind(file, "candles", "trades");
      case ImportedFunding _ -> wrongKind(file, "funding rates", "trades");
      case ImportedTicks ticks ->
          ticks.trades().size() == 1
              ? ticks.trades().getFirst()
              : wrongKind(file, "no trades or two kinds of them", "trades of one kind");
    };
  }

  /** Reads a file that is to hold funding rates, whatever its name says. */
  public static FundingImport funding(Path file, ImportOptions options) {
    return switch (read(file, options.withKind(DataKind.FUNDING))) {
      case FundingImport funding -> funding;
      case ImportedCandles _ -> wrongKind(file, "candles", "funding rates");
      case ImportedTrades _ -> wrongKind(file, "trades", "funding rates");
      case ImportedTicks _ -> wrongKind(file, "ticks", "funding rates");
    };
  }

  private static ImportRefused wrongKind(Path file, String held, String wanted) {
    return new ImportRefused(
        file, Reason.WRONG_KIND, file + " holds " + held + ", and " + wanted + " are wanted");
  }

  private ImportResult read(DoubleConsumer progress) {
    if (!Files.exists(file)) {
      return refused(Reason.NOT_FOUND, "there is no file " + file);
    }
    if (!Files.isRegularFile(file)) {
      return refused(Reason.NOT_READABLE, file + " is no file; name the files in it one by one");
    }
    boolean asNamed = options.mapping().isEmpty() && options.kind().isEmpty();
    if (guess.unsupported().isPresent() && asNamed) {
      return refused(
          Reason.UNSUPPORTED_KIND,
          file
              + " holds, by its name, '"
              + guess.unsupported().orElseThrow()
              + "' data; only candles, trades and funding rates are imported");
    }
    SymbolFilter symbols = new SymbolFilter(options.symbol());
    RowRouter rows =
        new RowRouter(
            log,
            options.mapping(),
            options.kind().or(guess::kind),
            symbols,
            new TickRouter(log, symbols, options.bookFromUpdates()));
    try {
      if (Files.size(file) == 0) {
        return refused(Reason.EMPTY, file + " is empty");
      }
      new RecordReader(rows, progress).read(file);
    } catch (RecordReader.UnknownShape e) {
      return refused(Reason.UNKNOWN_SHAPE, file + " can't be read: " + e.getMessage());
    } catch (IOException e) {
      return refused(Reason.NOT_READABLE, file + " can't be read: " + e);
    }
    ImportResult result = finish(rows);
    Optional<DataKind> held = kindOf(result);
    if (held.isEmpty() || options.kind().isEmpty() || held.equals(options.kind())) {
      return result;
    }
    return wrongKind(file, held.orElseThrow().said(), options.kind().orElseThrow().said());
  }

  private static Optional<DataKind> kindOf(ImportResult result) {
    return switch (result) {
      case ImportedCandles _ -> Optional.of(DataKind.CANDLES);
      case ImportedTrades trades -> Optional.of(DataKind.of(trades.kind()));
      case ImportedFunding _ -> Optional.of(DataKind.FUNDING);
      case ImportedTicks _ -> Optional.empty();
      case ImportRefused _ -> Optional.empty();
    };
  }

  private ImportResult finish(RowRouter rows) {
    if (rows.records() == 0) {
      return refused(Reason.EMPTY, file + " has no rows" + cutOff());
    }
    if (rows.ticks().messages() > 0) {
      return finishTicks(rows.ticks());
    }
    if (rows.book().size() > 0 && isWanted(DataKind.BOOK)) {
      return new ImportedTicks(file, List.of(), rows.book(), BookNotes.NONE, 0, log.notes());
    }
    if (rows.candles().size() > 0) {
      return finishCandles(rows.candles());
    }
    if (rows.trades().size() > 0) {
      return finishTrades(rows);
    }
    if (rows.fundings().size() > 0) {
      return new ImportedFunding(file, rows.fundings().finish(log), log.notes());
    }
    if (!rows.knowsLayout()) {
      return refused(
          Reason.UNKNOWN_SHAPE,
          file
              + ": the columns are not known, it begins with '"
              + shown(rows.firstRecord())
              + "'"
              + (wantsFunding() ? WAY_OUT_OF_FUNDING : WAY_OUT));
    }
    return nothingRead();
  }

  private ImportResult finishTrades(RowRouter rows) {
    TradeRows sorted = rows.trades().finish(log);
    return new ImportedTrades(file, rows.tradeKind().orElseThrow(), sorted, log.notes());
  }

  private ImportResult finishTicks(TickRouter ticks) {
    Optional<InstrumentId> id = options.symbol();
    Optional<Market> market = ticks.market();
    if (id.isPresent() && market.isPresent() && id.get().market() != market.get()) {
      return refused(Reason.WRONG_MARKET, otherMarket(id.get(), market.get()));
    }
    BookRows book = isWanted(DataKind.BOOK) ? ticks.book() : new BookRows(0);
    List<TickRouter.TradesOfKind> trades =
        ticks.trades().stream().filter(some -> isWanted(DataKind.of(some.kind()))).toList();
    if (book.size() == 0 && trades.isEmpty()) {
      return ticks.bookNotes().unused() == 0
          ? nothingRead()
          : refused(
              Reason.NO_ROWS,
              file
                  + ": its updates of the book come without a snapshot, so no book is known; record"
                  + " one with them, or give --book-from-updates to begin with what they name");
    }
    ImportNotes notes = log.notes();
    return new ImportedTicks(
        file,
        trades.stream()
            .map(some -> new ImportedTrades(file, some.kind(), some.rows(), notes))
            .toList(),
        book,
        ticks.bookNotes(),
        ticks.passedBy(),
        notes);
  }

  private boolean isWanted(DataKind kind) {
    return options.kind().isEmpty() || options.kind().get() == kind;
  }

  private String otherMarket(InstrumentId id, Market held) {
    String pair = id.base() + "/" + id.quote();
    return file
        + " holds streams of "
        + (held == Market.PERP
            ? "a perpetual, and "
                + id.symbol()
                + " is spot; give --symbol "
                + pair
                + ":"
                + id.quote()
            : "spot, and " + id.symbol() + " is a perpetual; give --market spot --symbol " + pair);
  }

  private ImportResult finishCandles(CandleSorter candles) {
    long[] spacings = candles.spacings();
    Optional<Interval> found =
        options.interval().or(guess::interval).or(() -> Spacing.mostCommon(spacings));
    if (found.isEmpty()) {
      return refused(
          Reason.NO_INTERVAL,
          file + ": neither its name nor the times in it tell the interval; give --interval");
    }
    Interval interval = found.orElseThrow();
    if (Spacing.contradicts(spacings, interval)) {
      return refused(
          Reason.WRONG_INTERVAL,
          file
              + ": the rows are "
              + Spacing.mostCommon(spacings).map(Interval::toString).orElse("less than 1s")
              + " apart, so they are no candles of "
              + interval
              + "; give the right --interval");
    }
    String rule = " is not the start of a candle of " + interval + " in UTC";
    CandleRows sorted =
        candles.finish(
            Spacing.alignedTo(interval),
            (line, openTimeNs) -> log.broken(line, Utc.format(openTimeNs) + rule),
            log);
    return sorted.size() == 0
        ? nothingRead()
        : new ImportedCandles(file, interval, sorted, log.notes());
  }

  private boolean wantsFunding() {
    return options.kind().or(guess::kind).equals(Optional.of(DataKind.FUNDING));
  }

  private ImportRefused nothingRead() {
    String reason = log.firstReason();
    return refused(
        Reason.NO_ROWS,
        file
            + (reason.isEmpty()
                ? " has a heading but no rows"
                : ": no line could be read, " + reason));
  }

  private ImportRefused refused(Reason reason, String message) {
    return new ImportRefused(file, reason, message);
  }

  private String cutOff() {
    return log.notes().truncated() ? ", " + log.firstReason() : "";
  }

  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}|\uFFFD", "?");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "...";
  }
}
