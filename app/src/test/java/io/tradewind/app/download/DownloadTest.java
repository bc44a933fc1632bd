package io.tradewind.app.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However a download goes, the files of the store are the same to the byte. */
@Timeout(300)
final class DownloadTest {
  private static final Interval M1 = Interval.parse("1m");
  private static final long TIMEOUT_NS = 2 * Utc.SECOND_NS;

  @TempDir Path folder;

  private static Download.Order order(Download.Kind kind, String from) {
    Market market = kind == Download.Kind.FUNDING ? Market.PERP : Market.SPOT;
    List<InstrumentId> symbols =
        Stream.of("BTC/USDT", "ETH/USDT", "PEPE/USDT")
            .map(text -> InstrumentId.parse(text, "binance", market))
            .toList();
    return new Download.Order(symbols, kind, M1, ns(from), Long.MAX_VALUE, 3);
  }

  private static String from(Download.Kind kind) {
    return switch (kind) {
      case CANDLES -> "2024-02-22T00:30:30Z";
      case TRADES -> "2024-02-29T22:00:00Z";
      case FUNDING -> "2019-09-01T00:00:00Z";
    };
  }

  private static long ns(String instant) {
    return Utc.fromInstant(Instant.parse(instant));
  }

  /** Notes what a download tells. */
  private static final class Notes implements Watcher {
    private final List<String> lines = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();

    @Override
    public void at(double share) {
      shares.add(share);
    }

    @Override
    public void done(String series, MergeReport report) {
      lines.add(series + " " + report.added());
    }

    @Override
    public void gaveUp(String series, String reason) {
      lines.add(series + " gave up: " + reason);
    }

    @Override
    public void waits(String series, String reason, long ns) {}
  }

  /** Ends the process in the middle of it, as far as a test can. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Notes run(Download.Order order, URI address, String store, int requests) {
    Notes notes = new Notes();
    int[] left = {requests};
    try (JdkTransport line = new JdkTransport("test", address);
        CandleStore into = new CandleStore(folder.resolve(store))) {
      Transport mortal =
          (request, timeoutNs, done) -> {
            if (left[0]-- == 0) {
              throw new Killed();
            }
            return line.send(request, timeoutNs, done);
          };
      Download.Line over = new Download.Line(mortal, new WallClock(), address.toString());
      new Download(order, over, TIMEOUT_NS).run(into, notes);
    }
    return notes;
  }

  private Map<String, String> files(String store) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = folder.resolve(store);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(path -> path.endsWith("data.parquet")).toList()) {
        String bytes = HexFormat.of().formatHex(Files.readAllBytes(file));
        files.put(root.relativize(file).toString(), bytes);
      }
    }
    assertThat(files).isNotEmpty();
    return files;
  }

  private Map<String, String> undisturbed(Download.Kind kind) throws IOException {
    try (FaultyVenue venue = new FaultyVenue(0, 1)) {
      Notes notes = run(order(kind, from(kind)), venue.address(), "sound", -1);
      assertThat(notes.lines).hasSize(3).noneMatch(line -> line.contains("gave up"));
      assertThat(notes.shares.getLast()).isEqualTo(1.0);
      assertThat(notes.shares).isSorted();
    }
    return files("sound");
  }

  @ParameterizedTest
  @EnumSource(Download.Kind.class)
  void faultsChangeNothing(Download.Kind kind) throws IOException {
    Map<String, String> wanted = undisturbed(kind);
    long seed = 20_240_301;
    try (FaultyVenue venue = new FaultyVenue(0.3, seed)) {
      Notes notes = run(order(kind, from(kind)), venue.address(), "harmed", -1);
      assertThat(notes.lines).as("seed %s", seed).hasSize(3).noneMatch(l -> l.contains("gave up"));
      assertThat(venue.harmed()).isPositive();
      System.out.println(
          kind + ": " + venue.harmed() + " of " + venue.asked() + " answers were spoiled");
    }
    assertThat(files("harmed").equals(wanted)).as("seed %s", seed).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Download.Kind.class)
  void whoIsKilledGoesOnAndEndsTheSame(Download.Kind kind) throws IOException {
    Map<String, String> wanted = undisturbed(kind);
    long seed = 7;
    SplitMix lots = new SplitMix(seed);
    int kills = 0;
    try (FaultyVenue venue = new FaultyVenue(0.1, seed)) {
      // The share of what is asked rises, so that the last of them ends.
      for (int most = 4; most > 0; most = most > 200 ? -1 : most * 2) {
        try {
          run(order(kind, from(kind)), venue.address(), "killed", (int) (lots.nextDouble() * most));
        } catch (Killed end) {
          kills++;
        }
      }
      Notes last = run(order(kind, from(kind)), venue.address(), "killed", -1);
      assertThat(last.lines).as("seed %s", seed).noneMatch(line -> line.contains("gave up"));
    }
    assertThat(kills).as("seed %s", seed).isPositive();
    assertThat(files("killed").equals(wanted)).as("seed %s", seed).isTrue();
  }

  @Test
  void aHoleIsFilledAndNothingElseIsAskedFor() throws IOException {
    Map<String, String> wanted = undisturbed(Download.Kind.CANDLES);
    InstrumentId id = InstrumentId.parse("BTC/USDT", "binance", Market.SPOT);
    try (CandleStore sound = new CandleStore(folder.resolve("sound"));
        CandleStore holes = new CandleStore(folder.resolve("holes"))) {
      for (SeriesInfo info : sound.contents().series()) {
        CandleColumns all = sound.read(info.instrument(), M1, 0, Long.MAX_VALUE);
        boolean isHoley = info.instrument().equals(id);
        holes.merge(info.instrument(), M1, all.slice(0, isHoley ? 3_000 : all.size()));
        if (isHoley) {
          holes.merge(info.instrument(), M1, all.slice(5_500, all.size()));
        }
      }
    }
    try (FaultyVenue venue = new FaultyVenue(0, 1)) {
      run(order(Download.Kind.CANDLES, from(Download.Kind.CANDLES)), venue.address(), "holes", -1);
      assertThat(venue.asked()).isEqualTo(3);
    }
    assertThat(files("holes").equals(wanted)).isTrue();
  }

  @Test
  void aCandleThatHasNotClosedIsNeverStored() throws IOException {
    undisturbed(Download.Kind.CANDLES);
    try (CandleStore store = new CandleStore(folder.resolve("sound"))) {
      for (SeriesInfo info : store.contents().series()) {
        assertThat(Utc.format(info.lastNs())).isEqualTo("2024-03-01T23:59:00Z");
        assertThat(Utc.format(info.firstNs())).isEqualTo("2024-02-22T00:31:00Z");
        assertThat(info.gaps()).isZero();
      }
    }
  }

  @Test
  void valuesAreTheVenuesToTheLastDigit() throws IOException {
    undisturbed(Download.Kind.CANDLES);
    InstrumentId pepe = InstrumentId.parse("PEPE/USDT", "binance", Market.SPOT);
    Path csv = folder.resolve("pepe.csv");
    try (CandleStore store = new CandleStore(folder.resolve("sound"))) {
      store.export(pepe, "candles-1m", io.tradewind.store.catalog.ExportFormat.CSV, csv);
    }
    long minute = ns("2024-02-22T00:31:00Z") / 60_000_000_000L + 2 * 977L;
    assertThat(Files.readAllLines(csv).get(1))
        .isEqualTo(
            String.format(
                    Locale.ROOT,
                    "2024-02-22T00:31:00Z,0.0000%d,0.0000%d,0.0000%d,0.0000%d,123456789012%d",
                    2_000 + minute % 500,
                    3_000 + minute % 500,
                    1_000 + minute % 500,
                    2_000 + (minute + 1) % 500,
                    minute % 10)
                .replaceAll("0+,", ","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "400 {\"code\":-1121,\"msg\":\"Invalid symbol.\"} ~ the venue says: Invalid symbol.",
        "403 forbidden ~ the venue lets nobody in",
        "418 {\"code\":-1003,\"msg\":\"Way too much; IP banned until 4102444800000.\"} ~ nothing is"
            + " answered before 2100-01-01T00:00:00Z",
      })
  void whatCannotBeHadIsSaid(String refusal, String reason) throws IOException {
    try (FaultyVenue venue = new FaultyVenue(0, 1)) {
      venue.refuse(refusal);
      Notes notes =
          run(order(Download.Kind.CANDLES, "2024-02-29T00:00:00Z"), venue.address(), "none", -1);
      assertThat(notes.lines).hasSize(3).allMatch(line -> line.contains("gave up: "));
      assertThat(notes.lines.getFirst()).contains(reason);
    }
  }

  @Test
  void aSymbolThatTheVenueDoesNotHaveIsNamed() throws IOException {
    Download.Order wrong =
        new Download.Order(
            List.of(InstrumentId.parse("BTC/USDX", "binance", Market.SPOT)),
            Download.Kind.CANDLES,
            M1,
            0,
            Long.MAX_VALUE,
            1);
    try (FaultyVenue venue = new FaultyVenue(0, 1)) {
      assertThatThrownBy(() -> run(wrong, venue.address(), "none", -1))
          .isInstanceOf(UserMistake.class)
          .hasMessageContaining("has no BTC/USDX (BTCUSDX)")
          .hasMessageContaining("BTCUSDT");
    }
  }

  @Test
  void withoutANetworkTheAddressIsNamed() {
    URI nobody = URI.create("http://127.0.0.1:1");
    assertThatThrownBy(
            () -> run(order(Download.Kind.CANDLES, "2024-02-29T00:00:00Z"), nobody, "none", -1))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("can't ask http://127.0.0.1:1: no connection")
        .hasMessageContaining("--base-url");
  }
}
