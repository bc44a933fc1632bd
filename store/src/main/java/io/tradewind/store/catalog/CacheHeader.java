package io.tradewind.store.catalog;

import io.tradewind.store.series.ColumnNeeds;
import io.tradewind.store.series.Scales;
import java.nio.ByteBuffer;

/**
 * What a cache file says before its columns.
 *
 * @param source the Parquet file it was made from
 * @param rows how many
 * @param scales of its columns
 * @param price what the price scale has to satisfy
 * @param volume what the volume scale has to satisfy
 * @param gaps places where candles are missing within the file
 * @param firstNs open of the first candle
 * @param lastNs open of the last candle
 * @param bodyCrc CRC32C of the columns
 */
record CacheHeader(
    SourceStamp source,
    int rows,
    Scales scales,
    ColumnNeeds price,
    ColumnNeeds volume,
    long gaps,
    long firstNs,
    long lastNs,
    long bodyCrc) {
  /** Longs in a header, without magic and its own CRC. */
  static final int LONGS = 16;

  /** What a Parquet file looks like from outside. */
  record SourceStamp(long size, long modifiedNs, long crc) {}

  /** Whether the columns hold every digit at these scales, or are rounded to just these. */
  boolean serves(Scales wanted) {
    boolean priceServes = price.decimals() <= scales.price() || scales.price() == wanted.price();
    boolean volumeServes =
        volume.decimals() <= scales.volume() || scales.volume() == wanted.volume();
    return priceServes && volumeServes;
  }

  void put(ByteBuffer out) {
    out.putLong(source.size()).putLong(source.modifiedNs()).putLong(source.crc());
    out.putLong(rows).putLong(scales.price()).putLong(scales.volume());
    put(out, price);
    put(out, volume);
    out.putLong(gaps).putLong(firstNs).putLong(lastNs).putLong(bodyCrc);
  }

  static CacheHeader get(ByteBuffer in) {
    return new CacheHeader(
        new SourceStamp(in.getLong(), in.getLong(), in.getLong()),
        Math.toIntExact(in.getLong()),
        new Scales((int) in.getLong(), (int) in.getLong()),
        getNeeds(in),
        getNeeds(in),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong());
  }

  private static void put(ByteBuffer out, ColumnNeeds needs) {
    out.putLong(needs.decimals()).putLong(needs.maxMantissa()).putLong(needs.maxDecimals());
  }

  private static ColumnNeeds getNeeds(ByteBuffer in) {
    return new ColumnNeeds((int) in.getLong(), in.getLong(), (int) in.getLong());
  }
}
