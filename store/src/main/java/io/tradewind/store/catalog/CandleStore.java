package io.tradewind.store.catalog;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.catalog.StoreException.Reason;
import io.tradewind.store.quality.Finding;
import io.tradewind.store.quality.FundingCheck;
import io.tradewind.store.quality.FundingThresholds;
import io.tradewind.store.quality.QualityReport;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.IntToLongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Candles, trades, order books and funding rates on disk, in Parquet files that other tools open as
 * they are. Writing is safe against being killed at any point, file by file; one process writes at
 * a time, any number read. An object of this class is for one thread.
 *
 * <p>All methods throw {@link StoreException} where the disk fails them or a file is damaged.
 */
public final class CandleStore implements AutoCloseable {
  private final Path root;
  private final StoreLayout layout;
  private final DuckDb duck = new DuckDb();
  private final ParquetFiles parquet = new ParquetFiles(duck);
  private final AtomicFile writer;

  /** A store in this folder, which need not exist yet. */
  public CandleStore(Path root) {
    this(root, WriteStep.NONE);
  }

  CandleStore(Path root, WriteStep steps) {
    this.root = root;
    layout = new StoreLayout(root);
    writer = new AtomicFile(steps);
  }

  /**
   * Puts candles into a series. Rows that are there with the same values change nothing, not even a
   * file's time; rows that are there with other values are replaced.
   */
  public MergeReport merge(InstrumentId id, Interval interval, CandleRows rows) {
    return merge(id, interval, rows, share -> {});
  }

  /**
   * {@link #merge(InstrumentId, Interval, CandleRows)}.
   *
   * @param progress hears after each file what share of the rows is stored, 0 to 1
   */
  public MergeReport merge(
      InstrumentId id, Interval interval, CandleRows rows, DoubleConsumer progress) {
    for (int i = 0; i < rows.size(); i++) {
      long openNs = rows.openTimeNs(i);
      Check.argument(
          interval.floor(openNs) == openNs, "a candle must lie on the grid, was at %s", openNs);
    }
    return byFile(
        new StoreLayout.Series(id, StoreLayout.kindOf(interval)),
        rows.size(),
        rows::openTimeNs,
        (file, from, to) -> mergeFile(file, interval, rows, from, to),
        progress);
  }

  /** {@link #merge(InstrumentId, Interval, CandleRows)} of scaled columns. */
  public MergeReport merge(InstrumentId id, Interval interval, CandleColumns rows) {
    return merge(id, interval, CandleRows.of(rows));
  }

  /**
   * Puts trades into a series: by the venue's number, and where there is none by time, price and
   * quantity, of which as many are kept as the fuller of both sides has.
   */
  public MergeReport mergeTrades(InstrumentId id, TradeKind kind, TradeRows rows) {
    return mergeTrades(id, kind, rows, share -> {});
  }

  /**
   * {@link #mergeTrades(InstrumentId, TradeKind, TradeRows)}.
   *
   * @param progress hears after each file what share of the rows is stored, 0 to 1
   */
  public MergeReport mergeTrades(
      InstrumentId id, TradeKind kind, TradeRows rows, DoubleConsumer progress) {
    return byFile(
        new StoreLayout.Series(id, kind.folder()),
        rows.size(),
        rows::timeNs,
        (file, from, to) -> mergeFile(file, rows, from, to),
        progress);
  }

  /**
   * Puts fundings into a series: by their minute, see {@link FundingRows}.
   *
   * @param progress hears after each file what share of the rows is stored, 0 to 1
   */
  public MergeReport mergeFunding(InstrumentId id, FundingRows rows, DoubleConsumer progress) {
    Check.argument(id.market() == Market.PERP, "only a perpetual has fundings, was %s", id);
    return byFile(
        new StoreLayout.Series(id, FundingRows.KIND),
        rows.size(),
        rows::timeNs,
        (file, from, to) -> mergeFile(file, rows, from, to),
        progress);
  }

  /**
   * Puts a recording of a book into a series. Where one is of the same time already, that one
   * stands, so that each message goes on from the book before it.
   *
   * @param progress hears after each file what share of the rows is stored, 0 to 1
   */
  public MergeReport mergeBook(InstrumentId id, BookRows rows, DoubleConsumer progress) {
    BookMerge merge = new BookMerge(rows);
    return byFile(
        new StoreLayout.Series(id, BookRows.KIND),
        rows.size(),
        rows::timeNs,
        (file, from, to) -> mergeFile(file, merge, from, to),
        progress);
  }

  /**
   * The candles that open within {@code [fromNs, toNs)}; none where there are none. Scales are
   * those of the whole series, see {@link io.tradewind.store.series.Scales}.
   */
  public CandleColumns read(InstrumentId id, Interval interval, long fromNs, long toNs) {
    List<Path> files = files(id, StoreLayout.kindOf(interval));
    return new CandleMonths(parquet, interval, files).read(fromNs, toNs);
  }

  /** The trades within {@code [fromNs, toNs)}, in the scales of those days. */
  public TradeColumns readTrades(InstrumentId id, TradeKind kind, long fromNs, long toNs) {
    return trades(id, kind).read(fromNs, toNs);
  }

  /** The trades within {@code [fromNs, toNs)} that have numbers, by unbroken stretches of those. */
  public List<NumberedTrades> numberedTrades(
      InstrumentId id, TradeKind kind, long fromNs, long toNs) {
    return trades(id, kind).numbered(fromNs, toNs);
  }

  private TradeDays trades(InstrumentId id, TradeKind kind) {
    return new TradeDays(parquet, parts(id, kind.folder()));
  }

  /**
   * The changes of a book within {@code [fromNs, toNs)}, in the scales of the days that are read
   * for it. If it is known at {@code fromNs}, the whole book comes first, with that time.
   */
  public BookColumns readBook(InstrumentId id, long fromNs, long toNs) {
    return book(id).read(fromNs, toNs);
  }

  /** The quality of a book. */
  public QualityReport checkBook(InstrumentId id) {
    return book(id).check();
  }

  private BookDays book(InstrumentId id) {
    return new BookDays(parquet, parts(id, BookRows.KIND));
  }

  /** The fundings of minutes within {@code [fromNs, toNs)}; none where there are none. */
  public FundingColumns readFunding(InstrumentId id, long fromNs, long toNs) {
    return allFundings(id).toColumns(fromNs, toNs);
  }

  /** All fundings as they were booked. */
  public FundingRows allFundings(InstrumentId id) {
    FundingRows all = new FundingRows(256);
    for (Path file : files(id, FundingRows.KIND)) {
      FundingRows month = parquet.readFunding(file);
      for (int i = 0; i < month.size(); i++) {
        all.addFrom(month, i);
      }
    }
    return all;
  }

  /** Every series. */
  public StoreContents contents() {
    return contents(series -> true);
  }

  /** Every series of candles; others, which have no cache, are not looked at. */
  public StoreContents candleContents() {
    return contents(series -> series.interval().isPresent());
  }

  private StoreContents contents(Predicate<StoreLayout.Series> wanted) {
    List<SeriesInfo> infos = new ArrayList<>();
    List<StoreContents.Damaged> damaged = new ArrayList<>();
    for (StoreLayout.Series series : layoutOf(wanted)) {
      try {
        info(series).ifPresent(infos::add);
      } catch (StoreException e) {
        damaged.add(new StoreContents.Damaged(series.instrument(), series.kind(), e));
      }
    }
    return new StoreContents(infos, damaged);
  }

  /** What there is of an instrument, as {@link SeriesInfo#kind} names it; no file is opened. */
  public List<String> kinds(InstrumentId id) {
    return layoutOf(series -> series.instrument().equals(id)).stream()
        .map(StoreLayout.Series::kind)
        .toList();
  }

  private List<StoreLayout.Series> layoutOf(Predicate<StoreLayout.Series> wanted) {
    try {
      return layout.series().stream().filter(wanted).toList();
    } catch (IOException e) {
      throw notReadable(root, e);
    }
  }

  /** One series of candles; empty if it is not there. */
  public Optional<SeriesInfo> find(InstrumentId id, Interval interval) {
    return find(id, StoreLayout.kindOf(interval));
  }

  /**
   * One series; empty if it is not there.
   *
   * @param kind as {@link SeriesInfo#kind} names it
   */
  public Optional<SeriesInfo> find(InstrumentId id, String kind) {
    return info(new StoreLayout.Series(id, kind));
  }

  /**
   * Removes a series with all its files.
   *
   * @param kind as {@link SeriesInfo#kind} names it
   * @return whether it was there
   */
  public boolean delete(InstrumentId id, String kind) {
    Path folder = layout.folder(id, kind);
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (StoreLock _ = StoreLock.take(root);
        Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      return true;
    } catch (IOException e) {
      throw AtomicFile.notWritable(folder, e);
    }
  }

  /**
   * Writes a series to one file, which is replaced if it is there.
   *
   * @param kind as {@link SeriesInfo#kind} names it
   * @return whether the series is there
   */
  public boolean export(InstrumentId id, String kind, ExportFormat format, Path target) {
    List<Path> files = files(id, kind);
    if (files.isEmpty()) {
      return false;
    }
    Optional<Interval> interval = new StoreLayout.Series(id, kind).interval();
    AtomicFile out = new AtomicFile(WriteStep.NONE);
    out.replace(
        target,
        temp -> {
          if (format == ExportFormat.PARQUET) {
            parquet.copy(files, temp);
          } else if (interval.isPresent()) {
            TextExport.candles(files, parquet, interval.get(), format, temp);
          } else if (kind.equals(FundingRows.KIND)) {
            TextExport.fundings(files, parquet, format, temp);
          } else if (kind.equals(BookRows.KIND)) {
            TextExport.book(files, parquet, format, temp);
          } else {
            TextExport.trades(files, parquet, format, temp);
          }
        });
    return true;
  }

  /** Whether DuckDB had to be opened. */
  boolean hasOpenedDuckDb() {
    return duck.isOpen();
  }

  /** Lets go of DuckDB, if it was needed. */
  @Override
  public void close() {
    duck.close();
  }

  /** Puts the rows {@code [from, to)} of all into their file. */
  private interface FileMerge {
    MergeReport merge(Path file, int from, int to);
  }

  private MergeReport byFile(
      StoreLayout.Series series,
      int size,
      IntToLongFunction timeNs,
      FileMerge merge,
      DoubleConsumer progress) {
    MergeReport report = MergeReport.NONE;
    try (StoreLock _ = StoreLock.take(root)) {
      parts(series.instrument(), series.kind());
      StoreLayout.Cut cut = StoreLayout.Cut.of(series.kind());
      for (int from = 0; from < size; ) {
        long firstNs = timeNs.applyAsLong(from);
        long endNs = cut.nextNs(firstNs);
        int to = from;
        while (to < size && timeNs.applyAsLong(to) < endNs) {
          to++;
        }
        Path file = layout.file(series, firstNs);
        sweep(file);
        report = report.plus(merge.merge(file, from, to));
        from = to;
        progress.accept((double) to / size);
      }
    }
    return report;
  }

  private MergeReport mergeFile(Path file, Interval interval, CandleRows rows, int from, int to) {
    CandleRows there = Files.exists(file) ? parquet.readCandles(file) : new CandleRows(0);
    SeriesMerge.Candles merged = SeriesMerge.candles(there, rows, from, to);
    if (merged.report().isChange()) {
      writer.replace(file, temp -> parquet.writeCandles(merged.rows(), temp));
    }
    if (merged.report().isChange() || !CandleMonths.isKept(file)) {
      CandleMonths.keep(file, interval, merged.rows());
    }
    return merged.report();
  }

  private MergeReport mergeFile(Path file, TradeRows rows, int from, int to) {
    TradeRows part = new TradeRows(1024);
    for (int i = from; i < to; i++) {
      part.addFrom(rows, i);
    }
    TradeRows there = Files.exists(file) ? parquet.readTrades(file) : new TradeRows(0);
    SeriesMerge.Trades merged = SeriesMerge.trades(there, part);
    if (merged.report().isChange()) {
      writer.replace(file, temp -> parquet.writeTrades(merged.rows(), temp));
    }
    return merged.report();
  }

  private MergeReport mergeFile(Path file, BookMerge merge, int from, int to) {
    BookRows there = Files.exists(file) ? parquet.readBook(file) : new BookRows(0);
    BookMerge.Merged merged = merge.join(there, from, to);
    if (merged.report().isChange()) {
      writer.replace(file, temp -> parquet.writeBook(merged.rows(), temp));
    }
    return merged.report();
  }

  private MergeReport mergeFile(Path file, FundingRows rows, int from, int to) {
    FundingRows there = Files.exists(file) ? parquet.readFunding(file) : new FundingRows(0);
    SeriesMerge.Fundings merged = SeriesMerge.fundings(there, rows, from, to);
    if (merged.report().isChange()) {
      writer.replace(file, temp -> parquet.writeFunding(merged.rows(), temp));
    }
    return merged.report();
  }

  private static void sweep(Path file) {
    try {
      AtomicFile.sweep(file.resolveSibling(""));
    } catch (IOException e) {
      throw AtomicFile.notWritable(file, e);
    }
  }

  private Optional<SeriesInfo> info(StoreLayout.Series series) {
    List<Path> files = files(series.instrument(), series.kind());
    if (files.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        series
            .interval()
            .map(interval -> candleInfo(series, interval, files))
            .orElseGet(() -> otherInfo(series, files)));
  }

  private SeriesInfo candleInfo(StoreLayout.Series series, Interval interval, List<Path> files) {
    List<CacheHeader> months = new CandleMonths(parquet, interval, files).headers();
    long rows = 0;
    long gaps = 0;
    for (int i = 0; i < months.size(); i++) {
      rows += months.get(i).rows();
      gaps += months.get(i).gaps();
      boolean hole =
          i > 0 && months.get(i).firstNs() - months.get(i - 1).lastNs() > interval.durationNs();
      gaps += hole ? 1 : 0;
    }
    return new SeriesInfo(
        series.instrument(),
        series.kind(),
        Optional.of(interval),
        months.getFirst().firstNs(),
        months.getLast().lastNs(),
        rows,
        gaps,
        bytes(files));
  }

  private SeriesInfo otherInfo(StoreLayout.Series series, List<Path> files) {
    return switch (series.kind()) {
      case FundingRows.KIND -> fundingInfo(series, files);
      case BookRows.KIND -> tickInfo(series, files, book(series.instrument()).gaps());
      default -> tickInfo(series, files, 0);
    };
  }

  private SeriesInfo fundingInfo(StoreLayout.Series series, List<Path> files) {
    FundingRows all = allFundings(series.instrument());
    long gaps = FundingCheck.of(all, FundingThresholds.DEFAULT).count(Finding.Kind.GAP);
    int size = all.size();
    return new SeriesInfo(
        series.instrument(),
        series.kind(),
        Optional.empty(),
        size == 0 ? 0 : all.timeNs(0),
        size == 0 ? 0 : all.timeNs(size - 1),
        size,
        gaps,
        bytes(files));
  }

  private SeriesInfo tickInfo(StoreLayout.Series series, List<Path> files, long gaps) {
    List<ParquetFiles.Extent> extents = files.stream().map(parquet::extent).toList();
    return new SeriesInfo(
        series.instrument(),
        series.kind(),
        Optional.empty(),
        extents.getFirst().firstNs(),
        extents.getLast().lastNs(),
        extents.stream().mapToLong(ParquetFiles.Extent::rows).sum(),
        gaps,
        bytes(files));
  }

  private List<Path> files(InstrumentId id, String kind) {
    return parts(id, kind).stream().map(StoreLayout.Part::file).toList();
  }

  private List<StoreLayout.Part> parts(InstrumentId id, String kind) {
    try {
      return layout.files(id, kind);
    } catch (IOException e) {
      throw notReadable(root, e);
    }
  }

  private static long bytes(List<Path> files) {
    long bytes = 0;
    for (Path file : files) {
      try {
        bytes += Files.size(file);
      } catch (IOException e) {
        throw notReadable(file, e);
      }
    }
    return bytes;
  }

  private static StoreException notReadable(Path file, IOException e) {
    return new StoreException(
        Reason.NOT_READABLE, "can't read " + file + ": " + AtomicFile.firstLine(e), e);
  }
}
