package io.tradewind.store.catalog;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.catalog.StoreException.Reason;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.ColumnNeeds;
import io.tradewind.store.series.Scales;
import java.io.IOException;
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
    List<Integer> wanted = new ArrayList<>();
    int rows = 0;
    for (int i = 0; i < files.size(); i++) {
      CacheHeader header = headers.get(i);
      if (header.rows() > 0 && header.lastNs() >= fromNs && header.firstNs() < toNs) {
        wanted.add(i);
        rows += header.rows();
      }
    }
    JoinedColumns joined = new JoinedColumns(scales, rows);
    ByteBuffer room = ColumnCache.room(wanted.stream().map(headers::get).toList());
    for (int i : wanted) {
      Month month = month(i, scales, room);
      joined.add(month.header, month.columns);
    }
    CandleColumns all = joined.columns(interval);
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
  private record Month(CacheHeader header, LongBuffer columns) {}

  private Month month(int index, Scales scales, ByteBuffer room) {
    Path file = files.get(index);
    CacheHeader header = headers.get(index);
    try {
      Optional<LongBuffer> cached =
          header.serves(scales) ? ColumnCache.columns(file, header, room) : Optional.empty();
      if (cached.isPresent()) {
        return new Month(header, cached.get());
      }
    } catch (IOException e) {
      return rebuild(file, Optional.of(scales));
    }
    return rebuild(file, Optional.of(scales));
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
