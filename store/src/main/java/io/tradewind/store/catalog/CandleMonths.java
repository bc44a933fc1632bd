package io.tradewind.store.catalog;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Interval;
import io.tradewind.store.catalog.StoreException.Reason;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.ColumnNeeds;
import io.tradewind.store.series.Scales;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The months of one series of candles, read by way of their caches. */
final class CandleMonths {
  private final ParquetFiles parquet;
  private final Interval interval;
  private final List<Path> files;
  private final List<CacheHeader> headers = new ArrayList<>();

  /** Files rise in time; what has no sound cache is read from Parquet here. */
  CandleMonths(ParquetFiles parquet, Interval interval, List<Path> files) {
    this.parquet = parquet;
    this.interval = interval;
    this.files = files;
    for (Path file : files) {
      headers.add(cached(file).orElseGet(() -> rebuild(file, Optional.empty()).header));
    }
  }

  List<CacheHeader> headers() {
    return headers;
  }

  /** Scales of the whole series. */
  Scales scales() {
    ColumnNeeds price = ColumnNeeds.NONE;
    ColumnNeeds volume = ColumnNeeds.NONE;
    for (CacheHeader header : headers) {
      price = price.and(header.price());
      volume = volume.and(header.volume());
    }
    return Scales.of(price, volume);
  }

  /** The candles that open within {@code [fromNs, toNs)}. */
  CandleColumns read(long fromNs, long toNs) {
    Scales scales = scales();
    List<Month> months = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < files.size(); i++) {
      CacheHeader header = headers.get(i);
      if (header.rows() > 0 && header.lastNs() >= fromNs && header.firstNs() < toNs) {
        Month month = month(i, scales);
        months.add(month);
        size += month.header.rows();
      }
    }
    CandleColumns all = join(months, size, scales);
    int from = all.firstRowFrom(fromNs);
    int to = all.firstRowFrom(toNs);
    return from == 0 && to == all.size() ? all : all.slice(from, Math.max(from, to));
  }

  /**
   * Writes the cache of a file whose rows are at hand, so that the first to read them need not open
   * the file.
   */
  static void keep(Path file, Interval interval, CandleRows rows) {
    try {
      make(file, ColumnCache.stamp(file), interval, rows, rows.scales());
    } catch (IOException e) {
      throw notReadable(file, e);
    }
  }

  /** Whether a file has a sound cache. */
  static boolean isKept(Path file) {
    return cached(file).isPresent();
  }

  /** A header with its columns, one after the other. */
  private static final class Month {
    private final CacheHeader header;
    private final LongBuffer columns;

    Month(CacheHeader header, LongBuffer columns) {
      this.header = header;
      this.columns = columns;
    }

    /** Copies the columns to where they belong, in the scales that are wanted. */
    void copyTo(long[][] all, int at, Scales wanted) {
      int rows = header.rows();
      for (int i = 0; i < all.length; i++) {
        columns.get(i * rows, all[i], at, rows);
      }
      for (int i = 1; i < all.length; i++) {
        boolean volume = i == all.length - 1;
        int had = volume ? header.scales().volume() : header.scales().price();
        rescale(all[i], at, at + rows, had, volume ? wanted.volume() : wanted.price());
      }
    }

    /** Up to more decimals, or down where what is cut off is known to be zeros. */
    private static void rescale(long[] column, int from, int to, int had, int wanted) {
      if (had != wanted) {
        for (int row = from; row < to; row++) {
          column[row] = FixedPoint.rescale(column[row], had, wanted, RoundingMode.HALF_EVEN);
        }
      }
    }
  }

  private Month month(int index, Scales scales) {
    Path file = files.get(index);
    CacheHeader header = headers.get(index);
    try {
      Optional<LongBuffer> cached =
          header.serves(scales) ? ColumnCache.columns(file, header) : Optional.empty();
      if (cached.isPresent()) {
        return new Month(header, cached.get());
      }
    } catch (IOException e) {
      return rebuild(file, Optional.of(scales));
    }
    return rebuild(file, Optional.of(scales));
  }

  private CandleColumns join(List<Month> months, int size, Scales scales) {
    long[][] all = new long[ColumnCache.COLUMNS][size];
    int at = 0;
    for (Month month : months) {
      month.copyTo(all, at, scales);
      at += month.header.rows();
    }
    long[] closes = new long[size];
    for (int i = 0; i < size; i++) {
      closes[i] = all[0][i] + interval.durationNs();
    }
    return new CandleColumns(
        scales.price(), scales.volume(), all[0], closes, all[1], all[2], all[3], all[4], all[5]);
  }

  private static Optional<CacheHeader> cached(Path file) {
    try {
      return ColumnCache.header(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Month rebuild(Path file, Optional<Scales> wanted) {
    try {
      CacheHeader.SourceStamp stamp = ColumnCache.stamp(file);
      CandleRows rows = parquet.readCandles(file);
      return make(file, stamp, interval, rows, wanted.orElseGet(rows::scales));
    } catch (IllegalArgumentException e) {
      throw ParquetFiles.unreadable(file, e);
    } catch (IOException e) {
      throw notReadable(file, e);
    }
  }

  private static Month make(
      Path file, CacheHeader.SourceStamp stamp, Interval interval, CandleRows rows, Scales scales) {
    ByteBuffer body = ColumnCache.body(rows.toColumns(interval, scales));
    int size = rows.size();
    CacheHeader header =
        new CacheHeader(
            stamp,
            size,
            scales,
            rows.priceNeeds(),
            rows.volumeNeeds(),
            gaps(rows, interval),
            size == 0 ? 0 : rows.openTimeNs(0),
            size == 0 ? 0 : rows.openTimeNs(size - 1),
            ColumnCache.crc(body));
    ColumnCache.write(file, header, body);
    return new Month(header, body.asLongBuffer());
  }

  private static long gaps(CandleRows rows, Interval interval) {
    long gaps = 0;
    for (int i = 1; i < rows.size(); i++) {
      gaps += rows.openTimeNs(i) - rows.openTimeNs(i - 1) > interval.durationNs() ? 1 : 0;
    }
    return gaps;
  }

  private static StoreException notReadable(Path file, IOException e) {
    return new StoreException(
        Reason.NOT_READABLE, "can't read " + file + ": " + AtomicFile.firstLine(e), e);
  }
}
