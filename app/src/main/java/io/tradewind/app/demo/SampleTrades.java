package io.tradewind.app.demo;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportRefused;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.Resample;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The real trades that come with the build: Bitstamp BTC/USD, 6.7 days of November 2013. */
final class SampleTrades {
  /** What they are of. */
  static final InstrumentId ID = new InstrumentId("bitstamp", "BTC", "USD", Market.SPOT);

  private static final String RESOURCE = "/sample/bitstamp_trades_from_20131125_usd.csv";

  private SampleTrades() {}

  /** The trades as candles. */
  static CandleColumns candles(Interval interval) {
    return Resample.trades(trades(), interval);
  }

  private static TradeColumns trades() {
    try (InputStream in = SampleTrades.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks its sample trades, " + RESOURCE);
      }
      Path file = Files.createTempFile("tradewind-sample-", ".csv");
      try {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return switch (Importer.trades(file, ImportOptions.DEFAULT)) {
          case ImportedTrades trades -> trades.columns();
          case ImportRefused refused -> throw new IllegalStateException(refused.message());
        };
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the sample trades can't be unpacked", e);
    }
  }
}
