package io.tradewind.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run has its funding rates from, and what it says of those that it has not. */
class FundingSourceTest {
  private static final InstrumentId BTC = InstrumentId.parse("BTC/USDT", "binance", Market.PERP);
  private static final InstrumentId ETH = InstrumentId.parse("ETH/USDT", "binance", Market.PERP);
  private static final InstrumentId SPOT = InstrumentId.parse("BTC/USDT", "binance", Market.SPOT);
  private static final long JAN_1 = Utc.fromInstant(Instant.parse("2024-01-01T00:00:00Z"));
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;
  private static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  @TempDir private Path folder;
  private CandleStore store;

  @BeforeEach
  void fillAStore() {
    store = new CandleStore(folder.resolve("store"));
    store.mergeFunding(BTC, rows(0, 8, 16, 24), share -> {});
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static FundingRows rows(int... hours) {
    FundingRows rows = new FundingRows(1);
    for (int hour : hours) {
      rows.add(JAN_1 + hour * HOUR_NS + 7_000_000, Decimals.parse("0.000" + (1 + Math.abs(hour))));
    }
    return rows;
  }

  private static FundingColumns columns(int... hours) {
    return rows(hours).toColumns(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static Span span(int fromHour, int toHour) {
    return new Span(JAN_1 + fromHour * HOUR_NS, JAN_1 + toHour * HOUR_NS);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private KnownFunding load(InstrumentId id, Span span, String... files) {
    return new FundingSource(store, List.of(files), List.of(BTC, ETH)).load(id, span);
  }

  /** Each hour of the year with its rate. */
  private static String told(KnownFunding known) {
    return known
        .columns()
        .map(columns ->
            IntStream.range(0, columns.size())
                .mapToObj(i ->
                    (columns.timeNs(i) - JAN_1) / HOUR_NS
                        + "="
                        + FixedPoint.format(columns.rate(i), FundingColumns.RATE_SCALE))
                .collect(Collectors.joining(" ")))
        .orElse("none");
  }

  @Test
  void theStoreGivesWhatLiesInTheSpan() {
    assertThat(told(load(BTC, ALL))).isEqualTo("0=0.0001 8=0.0009 16=0.00017 24=0.00025");
    assertThat(told(load(BTC, span(8, 24)))).isEqualTo("8=0.0009 16=0.00017");
    assertThat(told(load(BTC, span(9, 16)))).isEqualTo("none");
    assertThat(told(load(ETH, ALL))).isEqualTo("none");
    assertThat(load(BTC, ALL).notices()).isEmpty();
  }

  @Test
  void spotHasNone() {
    FundingSource source = new FundingSource(store, List.of(), List.of(SPOT));
    assertThat(told(source.load(SPOT, ALL))).isEqualTo("none");
  }

  @Test
  void aFileStandsInForTheStore() throws IOException {
    Path one = file("one.csv", "time,rate\n2024-01-01T04:00:00.003Z,-0.5\nx,1\n2024-01-02,0.25\n");
    KnownFunding known = load(BTC, ALL, "BTC/USDT=" + one);
    assertThat(told(known)).isEqualTo("4=-0.5 24=0.25");
    assertThat(known.notices())
        .containsExactly(
            "1 broken line of one.csv was left out; the first: one.csv:3: 'x' is no time");
    assertThat(told(load(BTC, span(0, 24), "BTC/USDT=" + one))).isEqualTo("4=-0.5");
    assertThat(told(load(ETH, ALL, "BTC/USDT=" + one))).isEqualTo("none");
    assertThat(told(load(BTC, ALL, "ETH/USDT=" + one))).startsWith("0=0.0001 8=");
  }

  @Test
  void aNameAnOptionAndTheRowsTellTheSymbol() throws IOException {
    Path named =
        file("ETH_USDT-8h.csv", "date,open,high,low,close,volume\n2024-01-01,0.5,0,0,0,0\n");
    assertThat(told(load(ETH, ALL, named.toString()))).isEqualTo("0=0.5");
    String rows =
        "[{\"symbol\":\"ETHUSDT\",\"fundingTime\":1704067200000,\"fundingRate\":\"0.1\"},"
            + "{\"symbol\":\"BTCUSDT\",\"fundingTime\":1704067200000,\"fundingRate\":\"0.2\"}]";
    Path both = file("both.json", rows);
    assertThat(told(load(ETH, ALL, "ETH/USDT=" + both, "BTC/USDT=" + both))).isEqualTo("0=0.1");
    assertThat(told(load(BTC, ALL, "ETH/USDT=" + both, "BTC/USDT=" + both))).isEqualTo("0=0.2");
  }

  @Test
  void mistakes() throws IOException {
    Path file = file("a.csv", "time,rate\n2024-01-01,0.5\n");
    refuses(
        "does not say which of the symbols BTC/USDT:USDT, ETH/USDT:USDT it is of; write"
            + " --funding SYMBOL=",
        file.toString());
    refuses("which is not among the symbols", "SOL/USDT=" + file);
    refuses(
        "two files hold the funding of binance:BTC/USDT:USDT",
        "BTC/USDT=" + file,
        "BTC/USDT=" + file);
    refuses("there is no file no.csv (--funding)", "BTC/USDT=no.csv");
    refuses(
        "no line could be read, line 2: 'x' is no time (--funding)",
        "BTC/USDT=" + file("x.csv", "time,rate\nx,1\n"));
    assertThatThrownBy(() -> new FundingSource(store, List.of(file.toString()), List.of(SPOT)))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("which is spot and has none; trade the perpetual with --market perp");
  }

  private void refuses(String message, String... files) {
    assertThatThrownBy(() -> load(BTC, ALL, files))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining(message);
  }

  /** Hours with a funding, the hours that are traded, and what the user is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          0 8 16 24    | 0 32  | ~~
          0 8 16 24    | 8 16  | ~~
          8 16 24      | 1 32  | ~~
          -8 0 8       | 0 16  | ~~
          0 8 16 24    | 0 33  | : 1 gap of more than 8 hours in the funding, for which none is charged, the longest 9h from 2024-01-02T00:00:00Z
          16 24        | 0 32  | : 1 gap of more than 8 hours in the funding, for which none is charged, the longest 16h from 2024-01-01T00:00:00Z
          0 24 32 90   | 0 96  | : 2 gaps of more than 8 hours in the funding, for which none is charged, the longest 2d from 2024-01-02T08:00:00Z
          0 8          | 16 32 | : no funding is known in the span that is traded, so none is charged; import it with: tradewind data import FILE --kind funding, or name a file with --funding
          ~~           | 0 32  | : no funding is known, so none is charged; import it with: tradewind data import FILE --kind funding, or name a file with --funding
          """)
  void whatIsNotKnownIsTold(String hours, String traded, String told) {
    int[] known =
        hours.isEmpty()
            ? new int[0]
            : List.of(hours.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
    String[] ends = traded.split(" ");
    Span span = span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    Optional<FundingColumns> columns =
        known.length == 0 ? Optional.empty() : Optional.of(columns(known));
    assertThat(FundingNotices.describe(BTC, columns, span).orElse(""))
        .isEqualTo(told.isEmpty() ? "" : BTC + told);
    assertThat(FundingNotices.describe(SPOT, Optional.empty(), span)).isEmpty();
  }
}
