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
    List<long[][]> parts = new ArrayList<>();
    int size = 0;
    for (int i = 0; i < files.size(); i++) {
      CacheHeader header = headers.get(i);
      if (header.rows() > 0 && header.lastNs() >= fromNs && header.firstNs() < toNs) {
        long[][] part = month(i, scales);
        parts.add(part);
        size += part[0].length;
      }
    }
    CandleColumns all = join(parts, size, scales);
    int from = all.firstRowFrom(fromNs);
    int to = all.firstRowFrom(toNs);
    return from == 0 && to == all.size() ? all : all.slice(from, Math.max(from, to));
  }

  private static final class Rebuilt {
    private final CacheHeader header;
    private final long[][] columns;

    Rebuilt(CacheHeader header, long[][] columns) {
      this.header = header;
      this.columns = columns;
    }
  }

  private long[][] month(int index, Scales scales) {
    Path file = files.get(index);
    CacheHeader header = headers.get(index);
    try {
      Optional<long[][]> cached =
          header.serves(scales) ? ColumnCache.columns(file, header) : Optional.empty();
      if (cached.isPresent()) {
        rescale(cached.get(), header.scales(), scales);
        return cached.get();
      }
    } catch (IOException e) {
      return rebuild(file, Optional.of(scales)).columns;
    }
    return rebuild(file, Optional.of(scales)).columns;
  }

  /** Up to more decimals, or down where what is cut off is known to be zeros. */
  private static void rescale(long[][] columns, Scales from, Scales to) {
    for (int i = 1; i < columns.length; i++) {
      boolean volume = i == columns.length - 1;
      int had = volume ? from.volume() : from.price();
      int wanted = volume ? to.volume() : to.price();
      if (had != wanted) {
        for (int row = 0; row < columns[i].length; row++) {
          columns[i][row] =
              FixedPoint.rescale(columns[i][row], had, wanted, RoundingMode.HALF_EVEN);
        }
      }
    }
  }

  private CandleColumns join(List<long[][]> parts, int size, Scales scales) {
    long[][] all = new long[6][size];
    int at = 0;
    for (long[][] part : parts) {
      for (int i = 0; i < all.length; i++) {
        System.arraycopy(part[i], 0, all[i], at, part[i].length);
      }
      at += part[0].length;
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

  private Rebuilt rebuild(Path file, Optional<Scales> wanted) {
    try {
      CacheHeader.SourceStamp stamp = ColumnCache.stamp(file);
      CandleRows rows = parquet.readCandles(file);
      return rebuild(file, stamp, rows, wanted.orElseGet(rows::scales));
    } catch (IllegalArgumentException e) {
      throw ParquetFiles.unreadable(file, e);
    } catch (IOException e) {
      throw new StoreException(
          Reason.NOT_READABLE, "can't read " + file + ": " + AtomicFile.firstLine(e), e);
    }
  }

  private Rebuilt rebuild(
      Path file, CacheHeader.SourceStamp stamp, CandleRows rows, Scales scales) {
    CandleColumns columns = rows.toColumns(interval, scales);
    ByteBuffer body = ColumnCache.body(columns);
    int size = rows.size();
    CacheHeader header =
        new CacheHeader(
            stamp,
            size,
            scales,
            rows.priceNeeds(),
            rows.volumeNeeds(),
            gaps(rows),
            size == 0 ? 0 : rows.openTimeNs(0),
            size == 0 ? 0 : rows.openTimeNs(size - 1),
            ColumnCache.crc(body));
    ColumnCache.write(file, header, body);
    long[][] split = new long[6][size];
    java.nio.LongBuffer longs = body.asLongBuffer();
    for (long[] column : split) {
      longs.get(column);
    }
    return new Rebuilt(header, split);
  }

  private long gaps(CandleRows rows) {
    long gaps = 0;
    for (int i = 1; i < rows.size(); i++) {
      gaps += rows.openTimeNs(i) - rows.openTimeNs(i - 1) > interval.durationNs() ? 1 : 0;
    }
    return gaps;
  }
}
