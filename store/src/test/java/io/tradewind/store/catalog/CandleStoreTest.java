package io.tradewind.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.StoreException.Reason;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportedCandles;
import io.tradewind.store.importer.ImportedTrades;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.CandleValues;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CandleStoreTest {
  private static final InstrumentId ID = new InstrumentId("binance", "BTC", "USDT", Market.SPOT);
  private static final Interval H1 = Interval.parse("1h");
  private static final long JAN_20 = 1_705_708_800L * Utc.SECOND_NS;
  private static final long ALL = Long.MAX_VALUE;

  @TempDir Path root;

  @Test
  void whatWasMergedIsRead() {
    CandleRows rows = rows(1, 24 * 30);
    try (CandleStore store = new CandleStore(root)) {
      assertThat(store.merge(ID, H1, rows)).isEqualTo(new MergeReport(720, 0, 0));
      assertSame(store.read(ID, H1, 0, ALL), rows.toColumns(H1, rows.scales()));
      assertThat(store.read(ID, H1, rows.openTimeNs(5), rows.openTimeNs(9)).size()).isEqualTo(4);
      assertThat(store.read(ID, Interval.parse("2h"), 0, ALL).size()).isZero();
    }
    assertThat(
            root.resolve(
                "venue=binance/market=spot/symbol=BTC-USDT/kind=candles-1h/month=2024-02/data.parquet"))
        .isRegularFile();
  }

  @Test
  void mergingTwiceChangesNoFile() throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 720));
      Map<String, String> before = parquetFiles();
      assertThat(store.merge(ID, H1, rows(1, 720))).isEqualTo(new MergeReport(0, 720, 0));
      assertThat(parquetFiles()).isEqualTo(before);
    }
  }

  @Test
  void otherValuesReplaceAndNewRowsAreAdded() {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 100));
      CandleRows later = rows(1, 120);
      CandleRows changed = new CandleRows(1);
      for (int i = 0; i < later.size(); i++) {
        changed.add(later.openTimeNs(i), i == 7 ? flat("55.5") : later.values(i));
      }
      assertThat(store.merge(ID, H1, changed)).isEqualTo(new MergeReport(20, 99, 1));
      assertSame(store.read(ID, H1, 0, ALL), changed.toColumns(H1, changed.scales()));
    }
  }

  @Test
  void randomMergesEqualAMap() {
    long seed = 20_240_101;
    Random random = new Random(seed);
    TreeMap<Long, CandleValues> model = new TreeMap<>();
    try (CandleStore store = new CandleStore(root)) {
      for (int round = 0; round < 12; round++) {
        CandleRows batch = new CandleRows(1);
        long timeNs = JAN_20 + random.nextInt(500) * H1.durationNs();
        for (int i = random.nextInt(60); i >= 0; i--) {
          CandleValues values = flat(1 + random.nextInt(3) + ".5");
          batch.add(timeNs, values);
          model.put(timeNs, values);
          timeNs += (1 + random.nextInt(3)) * H1.durationNs();
        }
        store.merge(ID, H1, batch);
        CandleRows expected = new CandleRows(1);
        model.forEach(expected::add);
        CandleColumns wanted = expected.toColumns(H1, expected.scales());
        assertThat(store.read(ID, H1, 0, ALL))
            .as("seed %s", seed)
            .satisfies(read -> assertSame(read, wanted));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WriteStep.Step.class)
  void dyingAtAnyStepLosesNothing(WriteStep.Step at) throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 480));
    }
    int[] writes = {0};
    WriteStep dies =
        (step, file) -> {
          if (step == at && writes[0]++ == 1) {
            throw new IOException("killed");
          }
        };
    try (CandleStore dying = new CandleStore(root, dies)) {
      assertThatThrownBy(() -> dying.merge(ID, H1, rows(2, 480)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("killed");
    }
    Files.writeString(firstParquet().resolveSibling(".data.parquet.1.tmp"), "of another process");
    try (CandleStore store = new CandleStore(root)) {
      CandleColumns read = store.read(ID, H1, 0, ALL);
      assertThat(read.size()).isEqualTo(480);
      store.merge(ID, H1, rows(2, 480));
      CandleRows wanted = rows(2, 480);
      assertSame(store.read(ID, H1, 0, ALL), wanted.toColumns(H1, wanted.scales()));
    }
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  /** A process of its own that halts in the middle of its second file. */
  @ParameterizedTest
  @EnumSource(WriteStep.Step.class)
  void aKilledProcessLosesNothing(WriteStep.Step at) throws Exception {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 480));
      Process child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Halting.class.getName(),
                  root.toString(),
                  at.name())
              .inheritIO()
              .start();
      assertThat(child.waitFor()).isEqualTo(Halting.EXIT);
      assertThat(store.read(ID, H1, 0, ALL).size()).isEqualTo(480);
      MergeReport rest = store.merge(ID, H1, rows(2, 480));
      assertThat(rest.replaced()).isEqualTo(at == WriteStep.Step.RENAMED ? 0 : 192);
      CandleRows wanted = rows(2, 480);
      assertSame(store.read(ID, H1, 0, ALL), wanted.toColumns(H1, wanted.scales()));
    }
  }

  /** Merges {@code rows(2, 480)} and halts at a step of the second file. */
  static final class Halting {
    private static final int EXIT = 42;

    private Halting() {}

    public static void main(String[] args) {
      int[] writes = {0};
      WriteStep halts =
          (step, file) -> {
            if (step == WriteStep.Step.valueOf(args[1]) && writes[0]++ == 1) {
              Runtime.getRuntime().halt(EXIT);
            }
          };
      try (CandleStore store = new CandleStore(Path.of(args[0]), halts)) {
        store.merge(ID, H1, rows(2, 480));
      }
    }
  }

  @Test
  void aCandleOffTheGridIsRefused() {
    CandleRows rows = new CandleRows(1);
    rows.add(JAN_20 + 1, flat("1"));
    try (CandleStore store = new CandleStore(root)) {
      assertThatThrownBy(() -> store.merge(ID, H1, rows))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aMergedSeriesIsReadWithoutDuckDb() {
    CandleRows rows = rows(1, 720);
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(2, 480));
      store.merge(ID, H1, rows);
    }
    try (CandleStore store = new CandleStore(root)) {
      assertSame(store.read(ID, H1, 0, ALL), rows.toColumns(H1, rows.scales()));
      assertThat(store.contents().series()).hasSize(1);
      assertThat(store.hasOpenedDuckDb()).isFalse();
    }
  }

  @Test
  void aMergeThatChangesNothingMakesALostCacheAgain() throws IOException {
    CandleRows rows = rows(1, 720);
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows);
      Files.delete(ColumnCache.beside(firstParquet()));
      assertThat(store.merge(ID, H1, rows).isChange()).isFalse();
    }
    try (CandleStore store = new CandleStore(root)) {
      assertSame(store.read(ID, H1, 0, ALL), rows.toColumns(H1, rows.scales()));
      assertThat(store.hasOpenedDuckDb()).isFalse();
    }
  }

  /** Each month has scales of its own, which the series brings together without DuckDB. */
  @Test
  void monthsOfOtherScalesAreJoinedWithoutDuckDb() {
    CandleRows rows = new CandleRows(2);
    rows.add(JAN_20, candle("0.00000086", "1.5"));
    rows.add(JAN_20 + 40 * Utc.DAY_NS, candle("12.5", "900000000000.75"));
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows);
    }
    try (CandleStore store = new CandleStore(root)) {
      assertSame(store.read(ID, H1, 0, ALL), rows.toColumns(H1, rows.scales()));
      assertThat(store.hasOpenedDuckDb()).isFalse();
    }
  }

  @Test
  void aDamagedOrTruncatedCacheIsMadeAgain() throws IOException {
    CandleRows rows = rows(1, 100);
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows);
      CandleColumns wanted = store.read(ID, H1, 0, ALL);
      Path cache = ColumnCache.beside(firstParquet());
      byte[] sound = Files.readAllBytes(cache);
      for (int at : new int[] {0, 9, 30, 60, 100, 143, 144, 200, sound.length - 1}) {
        byte[] flipped = sound.clone();
        flipped[at] ^= 0x10;
        Files.write(cache, flipped);
        assertSame(store.read(ID, H1, 0, ALL), wanted);
        Files.write(cache, java.util.Arrays.copyOf(sound, at));
        assertSame(store.read(ID, H1, 0, ALL), wanted);
        assertThat(Files.readAllBytes(cache)).isEqualTo(sound);
      }
    }
  }

  @Test
  void aStaleCacheIsNotBelievedAndACopiedFileIs() throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 100));
      store.read(ID, H1, 0, ALL);
      CandleRows changed = rows(2, 100);
      store.merge(ID, H1, changed);
      assertSame(store.read(ID, H1, 0, ALL), changed.toColumns(H1, changed.scales()));
    }
    Files.setLastModifiedTime(firstParquet(), FileTime.fromMillis(1_000));
    try (CandleStore store = new CandleStore(root)) {
      assertThat(store.read(ID, H1, 0, ALL).size()).isEqualTo(100);
      assertThat(store.hasOpenedDuckDb()).isFalse();
    }
  }

  /** As on a full disk; here a folder stands where the cache belongs. */
  @Test
  void aCacheThatCannotBeWrittenLeavesNothing() throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 100));
      Path cache = firstParquet().resolveSibling(".data.columns");
      Files.delete(cache);
      Files.createDirectories(cache.resolve("in the way"));
      assertThat(store.read(ID, H1, 0, ALL).size()).isEqualTo(100);
      try (Stream<Path> inside = Files.list(cache.resolveSibling(""))) {
        assertThat(inside.map(path -> path.getFileName().toString()))
            .containsExactlyInAnyOrder("data.parquet", ".data.columns");
      }
    }
  }

  @Test
  void aDamagedParquetFileIsNamedWithTheWayOut() throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 100));
      Path file = firstParquet();
      byte[] sound = Files.readAllBytes(file);
      for (int size : new int[] {0, 3, sound.length / 2, sound.length - 1}) {
        Files.write(file, java.util.Arrays.copyOf(sound, size));
        assertThatThrownBy(() -> store.read(ID, H1, 0, ALL))
            .isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CORRUPT_FILE))
            .hasMessageContaining(file.toString())
            .hasMessageContaining("delete that file and import its rows again");
      }
      Files.delete(file);
      assertThat(store.merge(ID, H1, rows(1, 100)).added()).isEqualTo(100);
    }
  }

  @Test
  void twoWritersAtOnceAreRefused() {
    try (StoreLock _ = StoreLock.take(root);
        CandleStore store = new CandleStore(root)) {
      assertThatThrownBy(() -> store.merge(ID, H1, rows(1, 1)))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED));
    }
  }

  @Test
  void aDamagedFileHidesNoOtherSeries() throws IOException {
    InstrumentId other = new InstrumentId("binance", "ETH", "USDT", Market.SPOT);
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows(1, 100));
      Path file = firstParquet();
      store.merge(other, H1, rows(2, 50));
      Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 200));
      for (StoreContents contents : List.of(store.contents(), store.candleContents())) {
        assertThat(contents.series()).extracting(SeriesInfo::instrument).containsExactly(other);
        StoreContents.Damaged damaged = contents.damaged().getFirst();
        assertThat(damaged.instrument()).isEqualTo(ID);
        assertThat(damaged.kind()).isEqualTo("candles-1h");
        assertThat(damaged.cause()).hasMessageContaining(file.toString());
      }
      assertThat(store.kinds(ID)).containsExactly("candles-1h");
      assertThat(store.delete(ID, "candles-1h")).isTrue();
      assertThat(store.contents().damaged()).isEmpty();
      assertThat(store.kinds(ID)).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenToIsNamed() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "in the way");
    try (CandleStore store = new CandleStore(file.resolve("data"))) {
      assertThatThrownBy(() -> store.merge(ID, H1, rows(1, 1)))
          .isInstanceOfSatisfying(
              StoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_WRITABLE))
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void scalesComeFromTheWholeSeriesAndLargeVolumesAreRounded() {
    CandleRows rows = new CandleRows(2);
    rows.add(JAN_20, candle("0.00000086", "1.123455499999"));
    rows.add(JAN_20 + 40 * Utc.DAY_NS, candle("12.5", "900000000000.75"));
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, H1, rows);
      for (int round = 0; round < 2; round++) {
        CandleColumns read = store.read(ID, H1, 0, JAN_20 + 1);
        assertThat(read.priceScale()).isEqualTo(8);
        assertThat(read.volumeScale()).isEqualTo(6);
        assertThat(read.open(0)).isEqualTo(86);
        assertThat(read.volume(0)).isEqualTo(1_123_455);
      }
    }
  }

  @Test
  void listDeleteAndGaps() {
    CandleRows rows = new CandleRows(4);
    for (long day : new long[] {0, 1, 20, 21}) {
      rows.add(JAN_20 + day * Utc.DAY_NS, flat("10"));
    }
    try (CandleStore store = new CandleStore(root)) {
      store.merge(ID, Interval.ONE_DAY, rows);
      SeriesInfo info = store.contents().series().getFirst();
      assertThat(info.kind()).isEqualTo("candles-1d");
      assertThat(info.gaps()).isEqualTo(1);
      assertThat(info.rows()).isEqualTo(4);
      assertThat(info.lastNs()).isEqualTo(JAN_20 + 21 * Utc.DAY_NS);
      assertThat(info.bytes()).isPositive();
      assertThat(store.delete(ID, info.kind())).isTrue();
      assertThat(store.delete(ID, info.kind())).isFalse();
      assertThat(store.contents().series()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"CSV", "JSON"})
  void anExportIsImportedAgainToTheSameRows(ExportFormat format) {
    CandleRows rows = rows(3, 300);
    Path file = root.resolve("out." + format);
    try (CandleStore store = new CandleStore(root.resolve("data"))) {
      store.merge(ID, H1, rows);
      assertThat(store.export(ID, "candles-1h", format, file)).isTrue();
      assertThat(store.export(ID, "candles-9h", format, file)).isFalse();
      ImportedCandles back = (ImportedCandles) Importer.read(file, ImportOptions.DEFAULT);
      assertThat(store.merge(ID, H1, back.rows())).isEqualTo(new MergeReport(0, 300, 0));
    }
  }

  @Test
  void aParquetExportHoldsAllMonths() {
    CandleRows rows = rows(3, 720);
    Path file = root.resolve("out.parquet");
    try (CandleStore store = new CandleStore(root.resolve("data"));
        DuckDb duck = new DuckDb()) {
      store.merge(ID, H1, rows);
      store.export(ID, "candles-1h", ExportFormat.PARQUET, file);
      assertThat(new ParquetFiles(duck).readCandles(file).size()).isEqualTo(720);
    }
  }

  @Test
  void tradesAreMergedByNumberOrByContent() {
    TradeRows rows = new TradeRows(4);
    trade(rows, 0, "800.01", OptionalLong.of(1));
    trade(rows, 1, "800.02", OptionalLong.empty());
    trade(rows, 1, "800.02", OptionalLong.empty());
    trade(rows, 2, "800.01", OptionalLong.empty());
    try (CandleStore store = new CandleStore(root)) {
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, rows).added()).isEqualTo(4);
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, rows)).isEqualTo(new MergeReport(0, 4, 0));
      trade(rows, 2, "800.01", OptionalLong.empty());
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, rows)).isEqualTo(new MergeReport(1, 4, 0));
      TradeColumns read = store.readTrades(ID, TradeKind.TRADES, 0, ALL);
      assertThat(read.size()).isEqualTo(5);
      assertThat(read.timeNs(1)).isEqualTo(JAN_20 + 1_001);
      assertThat(read.price(1)).isEqualTo(80_002);
      assertThat(read.buyerIsAggressor(3)).isFalse();
      Path csv = root.resolve("t.csv");
      store.export(ID, "trades", ExportFormat.CSV, csv);
      ImportedTrades back = (ImportedTrades) Importer.read(csv, ImportOptions.DEFAULT);
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, back.rows()))
          .isEqualTo(new MergeReport(0, 5, 0));
      assertThat(store.contents().series().getFirst().rows()).isEqualTo(5);
    }
  }

  private static void trade(TradeRows rows, int micros, String price, OptionalLong id) {
    rows.add(
        JAN_20 + micros * 1_001L,
        Decimals.parse(price),
        Decimals.parse("0.5"),
        new TradeRows.Tag(id, TradeRows.Aggressor.UNKNOWN));
  }

  private static CandleValues flat(String price) {
    return candle(price, "10");
  }

  private static CandleValues candle(String price, String volume) {
    Decimals.Parsed all = Decimals.parse(price);
    return new CandleValues(all, all, all, all, Decimals.parse(volume));
  }

  /** Hourly candles from 20 January 2024, so that they reach into February. */
  private static CandleRows rows(long seed, int count) {
    Random random = new Random(seed);
    CandleRows rows = new CandleRows(count);
    for (int i = 0; i < count; i++) {
      long low = 1_000_000L + random.nextInt(1_000);
      long open = low + random.nextInt(100);
      long close = low + random.nextInt(100);
      long high = Math.max(open, close) + random.nextInt(10);
      rows.add(
          JAN_20 + i * H1.durationNs(),
          new CandleValues(
              cents(open), cents(high), cents(low), cents(close), cents(random.nextInt(99_999))));
    }
    return rows;
  }

  private static Decimals.Parsed cents(long cents) {
    return Decimals.of(java.math.BigDecimal.valueOf(cents, 2));
  }

  private static void assertSame(CandleColumns read, CandleColumns wanted) {
    assertThat(read).usingRecursiveComparison().isEqualTo(wanted);
  }

  private Path firstParquet() throws IOException {
    return new StoreLayout(root).files(ID, "candles-1h").getFirst().file();
  }

  private Map<String, String> parquetFiles() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (StoreLayout.Part part : new StoreLayout(root).files(ID, "candles-1h")) {
      Path file = part.file();
      files.put(
          file.toString(), ColumnCache.stamp(file) + " " + Files.readAttributes(file, "unix:ino"));
    }
    return files;
  }
}
