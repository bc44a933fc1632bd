package io.tradewind.store.catalog;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where what lies: {@code
 * venue=binance/market=spot/symbol=BTC-USDT/kind=candles-5m/month=2024-01/data.parquet}.
 */
final class StoreLayout {
  /** The name of every file. */
  static final String FILE = "data.parquet";

  private static final String CANDLES = "candles-";
  private static final Pattern SERIES =
      Pattern.compile(
          "venue=([a-z0-9-]+)/market=(spot|perp)/symbol=([A-Z0-9]+)-([A-Z0-9]+)/kind=([a-z0-9-]+)");
  private static final Pattern MONTH = Pattern.compile("month=[0-9]{4}-[0-9]{2}");

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

  Path month(InstrumentId id, String kind, long timeNs) {
    return folder(id, kind).resolve("month=" + monthOf(timeNs)).resolve(FILE);
  }

  /** {@code 2024-01}, in UTC. */
  static String monthOf(long timeNs) {
    LocalDate date = Utc.date(timeNs);
    return String.format(Locale.ROOT, "%04d-%02d", date.getYear(), date.getMonthValue());
  }

  /** First instant of the month after the one of a time. */
  static long nextMonthNs(long timeNs) {
    LocalDate next = Utc.date(timeNs).withDayOfMonth(1).plusMonths(1);
    return Math.multiplyExact(next.toEpochDay(), Utc.DAY_NS);
  }

  /** The Parquet files of a series, rising in time. */
  List<Path> files(InstrumentId id, String kind) throws IOException {
    Path folder = folder(id, kind);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> months = Files.list(folder)) {
      return months
          .filter(month -> MONTH.matcher(String.valueOf(month.getFileName())).matches())
          .sorted()
          .map(month -> month.resolve(FILE))
          .filter(Files::isRegularFile)
          .toList();
    }
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
