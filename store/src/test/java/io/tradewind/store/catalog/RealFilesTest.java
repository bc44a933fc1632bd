package io.tradewind.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.store.importer.CandleFile;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.series.Resample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of a venue, where the machine has them. */
final class RealFilesTest {
  private static final Interval M5 = Interval.parse("5m");
  private static final Interval H1 = Interval.parse("1h");

  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(strings = {"BTC", "DOGE"})
  void hoursOfImportedMinutesEqualTheRecordedHours(String base) {
    Path folder = recordings();
    InstrumentId id = new InstrumentId("binance", base, "USDT", Market.SPOT);
    ImportedCandles minutes = load(folder.resolve(base + "_USDT-5m.csv.gz"), M5);
    ImportedCandles hours = load(folder.resolve(base + "_USDT-1h.csv.gz"), H1);
    assertThat(minutes.notes().brokenCount()).isZero();
    try (CandleStore store = new CandleStore(root)) {
      store.merge(id, M5, minutes.rows());
      store.merge(id, H1, hours.rows());
      CandleColumns made = Resample.candles(store.read(id, M5, 0, Long.MAX_VALUE), H1);
      CandleColumns recorded = store.read(id, H1, 0, Long.MAX_VALUE);
      assertThat(recorded.size()).isGreaterThan(5_000);
      int rows = Math.min(made.size(), recorded.size());
      assertThat(recorded.size() - made.size()).isBetween(-1, 1);
      assertThat(made.slice(0, rows)).usingRecursiveComparison().isEqualTo(recorded.slice(0, rows));
    }
  }

  private static ImportedCandles load(Path file, Interval interval) {
    return (ImportedCandles) CandleFile.load(file, interval);
  }

  private static Path recordings() {
    Optional<Path> found = Optional.empty();
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data/spot");
      if (found.isEmpty() && Files.isDirectory(candidate)) {
        found = Optional.of(candidate);
      }
    }
    if (found.isEmpty()) {
      System.out.println("RealFilesTest skipped: there is no shared/data/spot above this folder");
    }
    Assumptions.assumeTrue(found.isPresent(), "there is no shared/data/spot above this folder");
    return found.orElseThrow();
  }
}
