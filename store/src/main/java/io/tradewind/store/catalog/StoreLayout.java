package io.tradewind.store.catalog;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.series.FundingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where what lies: {@code
 * venue=binance/market=spot/symbol=BTC-USDT/kind=candles-5m/month=2024-01/data.parquet}, and trades
 * and books, of which a day may have millions of rows, by {@code day=2024-01-31}.
 */
final class StoreLayout {
  /** The name of every file. */
  static final String FILE = "data.parquet";

  private static final String CANDLES = "candles-";
  private static final Pattern SERIES =
      Pattern.compile(
          "venue=([a-z0-9-]+)/market=(spot|perp)/symbol=([A-Z0-9]+)-([A-Z0-9]+)/kind=([a-z0-9-]+)");

  private final Path root;

  StoreLayout(Path root) {
    this.root = root;
  }

  /** A series by its place. */
  record Series(InstrumentId instrument, String kind) {
    Optional<Interval> interval() {
      return kind.startsWith(CANDLES)
          ? Optional.of(Interval.parse(kind.substring(CANDLES.length())))
          : Optional.empty();
    }
  }

  static String kindOf(Interval interval) {
    return CANDLES + interval;
  }

  Path folder(InstrumentId id, String kind) {
    return root.resolve("venue=" + id.venue())
        .resolve("market=" + id.market().name().toLowerCase(Locale.ROOT))
        .resolve("symbol=" + id.base() + "-" + id.quote())
        .resolve("kind=" + kind);
  }

  /** How long a file of a series is. */
  enum Cut {
    /** A month of UTC: candles and fundings. */
    MONTH("month", "-01"),
    /** A day of UTC: what is told tick by tick. */
    DAY("day", "");

    private final String name;

    /** What makes a folder's name a date. */
    private final String rest;

    Cut(String name, String rest) {
      this.name = name;
      this.rest = rest;
    }

    static Cut of(String kind) {
      return kind.startsWith(CANDLES) || kind.equals(FundingRows.KIND) ? MONTH : DAY;
    }

    /** {@code month=2024-01}, {@code day=2024-01-31}. */
    String folder(long timeNs) {
      String date = Utc.date(timeNs).toString();
      return name + "=" + date.substring(0, date.length() - rest.length());
    }

    /** First instant of the file after the one of a time. */
    long nextNs(long timeNs) {
      LocalDate date = Utc.date(timeNs);
      LocalDate next = this == DAY ? date.plusDays(1) : date.withDayOfMonth(1).plusMonths(1);
      return Math.multiplyExact(next.toEpochDay(), Utc.DAY_NS);
    }

    /** First instant of what a folder holds; empty if it is not one of these. */
    OptionalLong firstNs(Path folder) {
      String text = String.valueOf(folder.getFileName());
      if (!text.startsWith(name + "=")) {
        return OptionalLong.empty();
      }
      try {
        LocalDate date = LocalDate.parse(text.substring(name.length() + 1) + rest);
        return OptionalLong.of(Math.multiplyExact(date.toEpochDay(), Utc.DAY_NS));
      } catch (DateTimeParseException noDate) {
        return OptionalLong.empty();
      }
    }
  }

  /**
   * A Parquet file.
   *
   * @param firstNs first instant that it may hold, epoch nanoseconds
   * @param endNs end of what it may hold, not included
   */
  record Part(Path file, long firstNs, long endNs) {}

  Path file(Series series, long timeNs) {
    return folder(series.instrument(), series.kind())
        .resolve(Cut.of(series.kind()).folder(timeNs))
        .resolve(FILE);
  }

  /**
   * The Parquet files of a series, rising in time.
   *
   * @throws StoreException if some are cut otherwise than this version cuts them
   */
  List<Part> files(InstrumentId id, String kind) throws IOException {
    Path folder = folder(id, kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Cut cut = Cut.of(kind);
    List<Part> parts = new ArrayList<>();
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path part : inside.sorted().toList()) {
        OptionalLong firstNs = cut.firstNs(part);
        if (cut == Cut.DAY && Cut.MONTH.firstNs(part).isPresent()) {
          throw new StoreException(
              StoreException.Reason.NOT_READABLE,
              folder
                  + " was written by an earlier version, month by month; delete it"
                  + " (./tradewind data delete) and import it again",
              new IOException(part.toString()));
        }
        if (firstNs.isPresent() && Files.isRegularFile(part.resolve(FILE))) {
          long from = firstNs.getAsLong();
          parts.add(new Part(part.resolve(FILE), from, cut.nextNs(from)));
        }
      }
    }
    return parts;
  }

  /** Every series that has a file, in order of name; what does not fit the layout is passed by. */
  List<Series> series() throws IOException {
    List<Series> found = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      return found;
    }
    try (Stream<Path> folders = Files.walk(root, 4)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        String place = root.relativize(folder).toString().replace('\\', '/');
        Matcher matcher = SERIES.matcher(place);
        if (matcher.matches()) {
          InstrumentId id =
              new InstrumentId(
                  matcher.group(1),
                  matcher.group(3),
                  matcher.group(4),
                  Market.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)));
          found.add(new Series(id, matcher.group(5)));
        }
      }
    }
    return found;
  }
}
