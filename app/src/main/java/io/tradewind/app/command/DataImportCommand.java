package io.tradewind.app.command;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.config.Catalogue;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.importer.BookNotes;
import io.tradewind.store.importer.BrokenLine;
import io.tradewind.store.importer.ColumnMapping;
import io.tradewind.store.importer.DataKind;
import io.tradewind.store.importer.FileNameGuess;
import io.tradewind.store.importer.ImportNotes;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportResult;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.ImportedFunding;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.FundingRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntToLongFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code data import}: files of candles, trades, books or funding rates into the store. */
final class DataImportCommand implements Command {
  private static final int SHOWN_LINES = 10;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "import", "Import files of candles, trades, books or funding rates.");
    spec.usageMessage()
        .footer(
            "  tradewind data import BTC_USDT-5m.csv.gz --venue binance",
            "  tradewind data import BTCUSDT-1m-2024-*.zip BTCUSDT-fundingRate-2024-*.zip",
            "  tradewind data import usdm_btcusdt_20240808.jsonl.gz",
            "  tradewind data import my.csv --symbol TEST/USDT --interval 1h \\",
            "      --columns time=0,open=1,high=2,low=3,close=4,volume=5");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("CSV, JSON, Parquet, Binance Vision, recordings; also gzip and zip")
            .build());
    spec.addOption(
        Options.option(
            "--venue", "NAME", "where it was traded (by the file's name, else binance)"));
    spec.addOption(Options.option("--interval", "LENGTH", "length of the candles (by the file)"));
    spec.addOption(Options.option("--symbol", "A/B", "what was traded (by the file's name)"));
    spec.addOption(Options.option("--market", "KIND", "spot or perp (by the file's name)"));
    spec.addOption(
        Options.option(
            "--kind", "KIND", "candles, trades, agg-trades, funding or book (by the file)"));
    spec.addOption(
        Options.option("--columns", "FIELD=COLUMN,...", "which column holds what (by its header)"));
    spec.addOption(
        Options.flag(
            "--book-from-updates", "begin a recording's book without a snapshot, incomplete"));
    spec.addOption(Options.config());
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    ImportOptions options = options(arguments);
    Optional<String> market = SeriesChoice.market(arguments);
    String venue =
        Options.configuration(arguments, session, List.of(Catalogue.VENUE))
            .configuration()
            .trading()
            .venue();
    Path folder = session.home().writable(session.home().store());
    List<Map<String, Object>> told = new ArrayList<>();
    boolean json = Options.has(arguments, "--json");
    int refused = 0;
    List<Path> files =
        arguments.<List<?>>matchedPositionalValue(0, List.of()).stream()
            .map(file -> Path.of(file.toString()))
            .toList();
    ProgressLine progress = session.progress(arguments);
    progress.begin("import");
    double total = files.stream().mapToLong(DataImportCommand::size).sum();
    long done = 0;
    try (CandleStore store = new CandleStore(folder)) {
      for (Path file : files) {
        long before = done;
        done += size(file);
        List<Outcome> outcomes =
            one(
                file,
                instrument(file, arguments, venue),
                market,
                options,
                store,
                share -> progress.at((before + share * size(file)) / total));
        progress.wipe();
        for (Outcome outcome : outcomes) {
          refused += outcome.refused() ? 1 : 0;
          if (json) {
            told.add(outcome.fields());
          } else {
            outcome.print(session);
          }
        }
      }
    }
    if (json) {
      session.out().println(JsonText.of(told));
    }
    return refused == 0 ? ExitCode.OK : ExitCode.USER_MISTAKE;
  }

  private static ImportOptions options(ParseResult arguments) {
    ImportOptions options = ImportOptions.DEFAULT;
    Optional<String> columns = Options.text(arguments, "--columns");
    if (columns.isPresent()) {
      try {
        options = options.withMapping(ColumnMapping.parse(columns.orElseThrow()));
      } catch (IllegalArgumentException e) {
        throw new UserMistake("--columns: " + e.getMessage(), e);
      }
    }
    Optional<String> kind = Options.text(arguments, "--kind");
    if (kind.isPresent()) {
      options = options.withKind(kind(kind.orElseThrow()));
    }
    if (Options.has(arguments, "--book-from-updates")) {
      options = options.withBookFromUpdates();
    }
    return SeriesChoice.interval(arguments).map(options::withInterval).orElse(options);
  }

  private static DataKind kind(String name) {
    return DataKind.named(name)
        .orElseThrow(() ->
            new UserMistake(
                "--kind "
                    + name
                    + ": must be one of "
                    + String.join(", ", DataKind.names())
                    + NearMiss.question(name, DataKind.names())));
  }

  /** In bytes; none of what can't be read, which the import then tells. */
  private static long size(Path file) {
    return file.toFile().length();
  }

  /** Reading a file counts for half of it, storing its rows for the other. */
  private static List<Outcome> one(
      Path file,
      Optional<InstrumentId> id,
      Optional<String> market,
      ImportOptions options,
      CandleStore store,
      DoubleConsumer progress) {
    Optional<String> problem = problem(file, id);
    if (problem.isPresent()) {
      return List.of(Outcome.refused(file, problem.orElseThrow()));
    }
    InstrumentId symbol = id.orElseThrow();
    ImportResult result =
        Importer.read(file, options.withSymbol(symbol), share -> progress.accept(share / 2));
    DoubleConsumer stored = share -> progress.accept(0.5 + share / 2);
    return switch (result) {
      case ImportedCandles candles ->
          List.of(
              Outcome.taken(
                  file,
                  symbol + " " + candles.interval(),
                  span(candles.rows().size(), candles.rows()::openTimeNs),
                  store.merge(symbol, candles.interval(), candles.rows(), stored),
                  candles.notes()));
      case ImportedTrades trades -> List.of(trades(trades, symbol, store, stored));
      case ImportedTicks ticks -> ticks(ticks, symbol, store, stored);
      case ImportedFunding _ when market.equals(Optional.of("spot")) ->
          List.of(
              Outcome.refused(
                  file,
                  file + " holds funding rates, which spot has none of; leave out --market spot"));
      case ImportedFunding funding -> List.of(funding(funding, perpetual(symbol), store, stored));
      case ImportRefused refused -> List.of(Outcome.refused(file, refused.message()));
    };
  }

  /** Why a file is not even opened. */
  private static Optional<String> problem(Path file, Optional<InstrumentId> id) {
    if (!Files.exists(file)) {
      return Optional.of("there is no file " + file);
    }
    if (Files.isDirectory(file)) {
      return Optional.of(file + " is a folder; name the files in it");
    }
    if (Files.isRegularFile(file) && size(file) == 0) {
      return Optional.of(file + " is empty; leave it out, or get it again");
    }
    return id.isPresent()
        ? Optional.empty()
        : Optional.of(
            file + ": its name does not tell the symbol; give --symbol, such as BTC/USDT");
  }

  private static long[] span(int size, IntToLongFunction timeNs) {
    return new long[] {timeNs.applyAsLong(0), timeNs.applyAsLong(size - 1)};
  }

  private static Outcome trades(
      ImportedTrades trades, InstrumentId id, CandleStore store, DoubleConsumer stored) {
    return Outcome.taken(
        trades.file(),
        id + " " + trades.kind().folder(),
        span(trades.rows().size(), trades.rows()::timeNs),
        store.mergeTrades(id, trades.kind(), trades.rows(), stored),
        trades.notes());
  }

  private static Outcome funding(
      ImportedFunding funding, InstrumentId id, CandleStore store, DoubleConsumer stored) {
    return Outcome.taken(
        funding.file(),
        id + " " + FundingRows.KIND,
        span(funding.rows().size(), funding.rows()::timeNs),
        store.mergeFunding(id, funding.rows(), stored),
        funding.notes());
  }

  /** Broken lines are those of the file, and told once, with what was stored last. */
  private static List<Outcome> ticks(
      ImportedTicks ticks, InstrumentId id, CandleStore store, DoubleConsumer stored) {
    List<Outcome> outcomes = new ArrayList<>();
    for (ImportedTrades trades : ticks.trades()) {
      outcomes.add(trades(trades, id, store, share -> stored.accept(share / 2)));
    }
    BookRows book = ticks.book();
    if (book.size() > 0) {
      outcomes.add(
          Outcome.taken(
              ticks.file(),
              id + " " + BookRows.KIND,
              span(book.size(), book::timeNs),
              store.mergeBook(id, book, stored),
              ticks.notes()));
    }
    for (int i = 0; i < outcomes.size() - 1; i++) {
      outcomes.set(i, outcomes.get(i).withoutBroken());
    }
    outcomes.add(outcomes.removeLast().withTicks(ticks));
    return outcomes;
  }

  private static InstrumentId perpetual(InstrumentId id) {
    return new InstrumentId(id.venue(), id.base(), id.quote(), Market.PERP);
  }

  /** As the flags say, else as the file's name says. */
  private static Optional<InstrumentId> instrument(Path file, ParseResult arguments, String venue) {
    FileNameGuess guess = FileNameGuess.of(file);
    Market market =
        SeriesChoice.market(arguments)
            .map(name -> Market.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(guess.market());
    boolean venueGiven = Options.has(arguments, "--venue");
    String home = venueGiven ? venue : guess.venue().orElse(venue);
    Optional<String> symbol = Options.text(arguments, "--symbol");
    if (symbol.isPresent()) {
      SeriesChoice.parse(symbol.orElseThrow(), market);
      return Optional.of(InstrumentId.parse(symbol.orElseThrow(), home, market));
    }
    return guess.instrument(home).map(id -> new InstrumentId(home, id.base(), id.quote(), market));
  }

  /** What became of one file, for people and for machines. */
  private record Outcome(
      boolean refused, String line, List<String> broken, Map<String, Object> fields) {

    static Outcome refused(Path file, String message) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", file);
      fields.put("refused", message);
      return new Outcome(true, message, List.of(), fields);
    }

    static Outcome taken(
        Path file, String series, long[] span, MergeReport merge, ImportNotes notes) {
      List<String> broken = notes.broken().stream().map(BrokenLine::toString).toList();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("file", file);
      fields.put("series", series);
      fields.put("from", Utc.format(span[0]));
      fields.put("to", Utc.format(span[1]));
      fields.put("added", merge.added());
      fields.put("unchanged", merge.unchanged());
      fields.put("replaced", merge.replaced());
      fields.put("duplicates", notes.duplicates());
      fields.put("outOfOrder", notes.outOfOrder());
      fields.put("truncated", notes.truncated());
      fields.put("brokenCount", notes.brokenCount());
      fields.put("broken", broken);
      String line =
          Text.of(
              "%s: %s, %s to %s: %,d added, %,d unchanged, %,d replaced",
              file.getFileName(),
              series,
              Utc.format(span[0]),
              Utc.format(span[1]),
              merge.added(),
              merge.unchanged(),
              merge.replaced());
      return new Outcome(
          false, line + (notes.truncated() ? "; the file is cut off" : ""), broken, fields);
    }

    Outcome withoutBroken() {
      Map<String, Object> less = new LinkedHashMap<>(fields);
      less.put("brokenCount", 0L);
      less.put("broken", List.of());
      return new Outcome(refused, line, List.of(), less);
    }

    /** With what became of the messages that a book is made of. */
    Outcome withTicks(ImportedTicks ticks) {
      BookNotes book = ticks.bookNotes();
      if (book.equals(BookNotes.NONE) && ticks.passedBy() == 0) {
        return this;
      }
      Map<String, Object> more = new LinkedHashMap<>(fields);
      more.put("bookUpdates", book.updates());
      more.put("bookSnapshots", book.snapshots());
      more.put("bookUpdatesUnused", book.unused());
      more.put("bookGaps", book.gaps());
      more.put("passedBy", ticks.passedBy());
      StringBuilder text = new StringBuilder(line);
      text.append(
          Text.of(
              "\n  %s and %s of the book, %s; %s passed by",
              Text.count(book.updates(), "update"),
              Text.count(book.snapshots(), "snapshot"),
              Text.count(book.gaps(), "gap"),
              Text.count(ticks.passedBy(), "message") + " of other streams"));
      if (book.unused() > 0) {
        text.append(
            Text.of(
                "\n  %s came without a snapshot before, so no book is known there%s",
                Text.count(book.unused(), "update"),
                ticks.book().size() == 0 ? " (--book-from-updates begins one)" : ""));
      }
      return new Outcome(refused, text.toString(), broken, more);
    }

    void print(Session session) {
      if (refused) {
        session.err().println(session.ink().red("refused: ") + line);
        return;
      }
      session.out().println(line);
      long count = (Long) fields.getOrDefault("brokenCount", 0L);
      if (count > 0) {
        String leftOut = count == 1 ? " was left out:" : " were left out:";
        session.err().println(session.ink().yellow(Text.count(count, "broken line") + leftOut));
        broken.stream().limit(SHOWN_LINES).forEach(text -> session.err().println("  " + text));
        if (count > SHOWN_LINES) {
          session.err().println(Text.of("  and %,d more", count - SHOWN_LINES));
        }
      }
    }
  }
}
