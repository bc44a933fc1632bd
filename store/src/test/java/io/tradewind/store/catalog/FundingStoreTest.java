package io.tradewind.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportedFunding;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Funding rates in the store. */
final class FundingStoreTest {
  private static final InstrumentId ID = new InstrumentId("binance", "BTC", "USDT", Market.PERP);
  private static final long JAN_30 = Utc.fromInstant(Instant.parse("2024-01-30T00:00:00Z"));
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;
  private static final long ALL = Long.MAX_VALUE;

  @TempDir Path root;

  /** Every 8 hours from 2024-01-30 on, each a millisecond later than the one before. */
  private static FundingRows rows(int count) {
    FundingRows rows = new FundingRows(1);
    for (int i = 0; i < count; i++) {
      rows.add(JAN_30 + i * (8 * HOUR_NS + 1_000_000L), Decimals.parse("-0.0000" + (i + 1)));
    }
    return rows;
  }

  private static String text(FundingColumns fundings) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < fundings.size(); i++) {
      rows.add(
          Utc.format(fundings.timeNs(i))
              + " "
              + FixedPoint.format(fundings.rate(i), FundingColumns.RATE_SCALE));
    }
    return String.join("|", rows);
  }

  private static MergeReport merge(CandleStore store, FundingRows rows) {
    return store.mergeFunding(ID, rows, share -> {});
  }

  @Test
  void whatWasMergedIsReadByItsMinutes() {
    try (CandleStore store = new CandleStore(root)) {
      assertThat(merge(store, rows(9))).isEqualTo(new MergeReport(9, 0, 0));
      assertThat(text(store.readFunding(ID, JAN_30 + 8 * HOUR_NS, JAN_30 + 24 * HOUR_NS)))
          .isEqualTo("2024-01-30T08:00:00Z -0.00002|2024-01-30T16:00:00Z -0.00003");
      assertThat(store.readFunding(ID, Long.MIN_VALUE, ALL).size()).isEqualTo(9);
      assertThat(store.allFundings(ID).timeNs(2))
          .isEqualTo(JAN_30 + 2 * (8 * HOUR_NS + 1_000_000L));
      InstrumentId other = new InstrumentId("binance", "ETH", "USDT", Market.PERP);
      assertThat(store.readFunding(other, Long.MIN_VALUE, ALL).size()).isZero();
      assertThat(store.kinds(ID)).containsExactly("funding");
    }
    for (String month : List.of("2024-01", "2024-02")) {
      assertThat(
              root.resolve(
                  "venue=binance/market=perp/symbol=BTC-USDT/kind=funding/month="
                      + month
                      + "/data.parquet"))
          .isRegularFile();
    }
  }

  @Test
  void mergingTwiceChangesNoFile() throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      merge(store, rows(9));
      Map<Path, FileTime> before = fileTimes();
      assertThat(merge(store, rows(9))).isEqualTo(new MergeReport(0, 9, 0));
      FundingRows booked = new FundingRows(1);
      booked.add(JAN_30 + 30 * Utc.SECOND_NS, Decimals.parse("-0.00001"));
      assertThat(merge(store, booked)).isEqualTo(new MergeReport(0, 1, 0));
      assertThat(fileTimes()).isEqualTo(before).hasSize(2);
    }
  }

  @Test
  void anotherRateReplacesAndTheRestIsKept() {
    try (CandleStore store = new CandleStore(root)) {
      merge(store, rows(3));
      FundingRows other = new FundingRows(1);
      other.add(JAN_30 + 4 * HOUR_NS, Decimals.parse("0.5"));
      other.add(JAN_30 + 8 * HOUR_NS, Decimals.parse("0.25"));
      assertThat(merge(store, other)).isEqualTo(new MergeReport(1, 0, 1));
      assertThat(text(store.readFunding(ID, 0, ALL)))
          .isEqualTo(
              "2024-01-30T00:00:00Z -0.00001|2024-01-30T04:00:00Z 0.5|2024-01-30T08:00:00Z"
                  + " 0.25|2024-01-30T16:00:00Z -0.00003");
    }
  }

  @Test
  void randomMergesEqualAMap() {
    long seed = 20_250_306;
    Random random = new Random(seed);
    TreeMap<Long, String> model = new TreeMap<>();
    try (CandleStore store = new CandleStore(root)) {
      for (int round = 0; round < 12; round++) {
        FundingRows batch = new FundingRows(1);
        long timeNs = JAN_30 + random.nextInt(60) * HOUR_NS;
        for (int i = random.nextInt(40); i >= 0; i--) {
          String rate = random.nextInt(-3, 3) + "e-" + random.nextInt(4, 18);
          batch.add(timeNs + random.nextInt(60) * Utc.SECOND_NS, Decimals.parse(rate));
          model.put(timeNs, rate);
          timeNs += random.nextInt(1, 4) * HOUR_NS;
        }
        merge(store, batch);
        List<String> wanted = new ArrayList<>();
        model.forEach((at, rate) -> {
          BigDecimal value = new BigDecimal(rate);
          String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
          wanted.add(Utc.format(at) + " " + plain);
        });
        assertThat(text(store.readFunding(ID, 0, ALL)))
            .as("seed %s", seed)
            .isEqualTo(String.join("|", wanted));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WriteStep.Step.class)
  void dyingAtAnyStepLosesNothing(WriteStep.Step at) {
    int[] writes = {0};
    WriteStep dies =
        (step, file) -> {
          if (step == at && writes[0]++ == 1) {
            throw new IOException("killed");
          }
        };
    try (CandleStore store = new CandleStore(root)) {
      merge(store, rows(4));
    }
    try (CandleStore dying = new CandleStore(root, dies)) {
      assertThatThrownBy(() -> merge(dying, rows(9))).hasMessageContaining("killed");
    }
    try (CandleStore store = new CandleStore(root)) {
      assertThat(store.readFunding(ID, 0, ALL).size()).isBetween(4, 9);
      merge(store, rows(9));
      assertThat(store.readFunding(ID, 0, ALL).size()).isEqualTo(9);
    }
  }

  @Test
  void theListTellsRowsSpanAndGaps() {
    FundingRows holed = new FundingRows(1);
    FundingRows all = rows(9);
    for (int i : new int[] {0, 1, 2, 5, 6, 8}) {
      holed.addFrom(all, i);
    }
    try (CandleStore store = new CandleStore(root)) {
      merge(store, holed);
      SeriesInfo info = store.contents().series().getFirst();
      assertThat(info.kind()).isEqualTo("funding");
      assertThat(info.interval()).isEmpty();
      assertThat(info.rows()).isEqualTo(6);
      assertThat(info.gaps()).isEqualTo(2);
      assertThat(info.firstNs()).isEqualTo(JAN_30);
      assertThat(info.lastNs()).isEqualTo(JAN_30 + 64 * HOUR_NS + 8_000_000);
      assertThat(store.candleContents().series()).isEmpty();
      assertThat(store.delete(ID, "funding")).isTrue();
      assertThat(store.contents().series()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void whatIsExportedIsImportedAgain(ExportFormat format) throws IOException {
    Path target = root.resolve("funding." + format);
    try (CandleStore store = new CandleStore(root.resolve("store"))) {
      merge(store, rows(9));
      assertThat(store.export(ID, "funding", format, target)).isTrue();
      if (format == ExportFormat.PARQUET) {
        assertThat(Files.size(target)).isPositive();
        return;
      }
      ImportedFunding read =
          (ImportedFunding) Importer.read(target, ImportOptions.DEFAULT.withSymbol(ID));
      assertThat(read.notes().brokenCount()).isZero();
      assertThat(merge(store, read.rows())).isEqualTo(new MergeReport(0, 9, 0));
    }
    String text = Files.readString(target);
    assertThat(text)
        .startsWith(
            format == ExportFormat.CSV
                ? "time,rate\n2024-01-30T00:00:00Z,-0.00001\n2024-01-30T08:00:00.001Z,-0.00002\n"
                : "[\n{\"fundingTime\":1706572800000,\"fundingRate\":\"-0.00001\"},\n");
  }

  @Test
  void spotHasNoFunding() {
    InstrumentId spot = new InstrumentId("binance", "BTC", "USDT", Market.SPOT);
    try (CandleStore store = new CandleStore(root)) {
      assertThatThrownBy(() -> store.mergeFunding(spot, rows(1), share -> {}))
          .hasMessage("only a perpetual has fundings, was binance:BTC/USDT");
    }
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      merge(store, rows(9));
    }
    Path file = fileTimes().keySet().iterator().next();
    Files.writeString(file, "not Parquet");
    try (CandleStore store = new CandleStore(root)) {
      assertThatThrownBy(() -> store.readFunding(ID, 0, ALL))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString());
      assertThat(store.contents().damaged()).hasSize(1);
    }
  }

  /** The recordings, line by line, beside what comes back from the store. */
  @ParameterizedTest
  @ValueSource(strings = {"ADA", "BNB", "BTC", "ETH"})
  void recordingsComeBackAsTheyAre(String base) throws IOException {
    Path file = recordings().resolve(base + "_USDT-8h-funding_rate.csv.gz");
    InstrumentId id = new InstrumentId("binance", base, "USDT", Market.PERP);
    ImportedFunding read =
        (ImportedFunding) Importer.read(file, ImportOptions.DEFAULT.withSymbol(id));
    assertThat(read.notes().brokenCount() + read.notes().duplicates()).isZero();
    try (CandleStore store = new CandleStore(root)) {
      store.mergeFunding(id, read.rows(), share -> {});
      FundingColumns fundings = store.readFunding(id, 0, ALL);
      int row = 0;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine(), row++) {
          String[] fields = line.split(",");
          long hours = Long.parseLong(fields[0]) / 3_600_000;
          assertThat(fundings.timeNs(row)).isEqualTo(hours * HOUR_NS);
          assertThat(FixedPoint.toDecimal(fundings.rate(row), FundingColumns.RATE_SCALE))
              .isEqualByComparingTo(fields[1]);
        }
      }
      assertThat(row).isEqualTo(fundings.size()).isGreaterThan(250);
      assertThat(store.contents().series().getFirst().gaps()).isZero();
    }
  }

  private static Path recordings() {
    Optional<Path> found =
        Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve("shared/data/perp"))
            .filter(Files::isDirectory)
            .findFirst();
    if (found.isEmpty()) {
      System.out.println(
          "FundingStoreTest skipped: there is no shared/data/perp above this folder");
    }
    Assumptions.assumeTrue(found.isPresent(), "there is no shared/data/perp above this folder");
    return found.orElseThrow();
  }

  private Map<Path, FileTime> fileTimes() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.endsWith("data.parquet")).toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
