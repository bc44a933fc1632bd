package io.tradewind.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.SignalRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is read back out of the files, by SQL, is what the result holds. */
class ParquetReportTest {
  private static final long NANOS = 1_000;

  @TempDir Path folder;

  @Test
  void everyTradeIsReadBackToTheLastDigit() throws Exception {
    BacktestResult result = SampleRuns.seeded(7, 60, 200);
    ParquetReport.write(result, EquityMode.DAILY, folder);
    List<List<Object>> rows =
        rows(
            "SELECT symbol, side, quantity, epoch_us(entryTime) * 1000 + entryTimeSubNs, entryPrice,"
                + " epoch_us(exitTime) * 1000 + exitTimeSubNs, exitPrice, exitReason, fees,"
                + " slippage, funding, profit, profitPercent, r, entryReason FROM 'trades.parquet'");
    assertThat(rows).isEqualTo(result.trades().stream().map(ParquetReportTest::row).toList());
    assertThat(result.trades()).anyMatch(trade -> trade.direction() == Direction.SHORT);
    assertThat(result.trades()).anyMatch(trade -> trade.riskScaled() == 0);
    assertThat(result.trades()).anyMatch(trade -> trade.exitTimeNs() % NANOS != 0);
  }

  /** As the JSON has them, in the same order. */
  private static List<Object> row(ClosedTrade trade) {
    List<Object> row = new ArrayList<>();
    row.add(trade.instrument().id().symbol());
    row.add(trade.direction().label());
    row.add(Decimals.canonical(trade.qty()));
    row.add(trade.entryTimeNs());
    row.add(Decimals.canonical(trade.entryPrice()));
    row.add(trade.exitTimeNs());
    row.add(Decimals.canonical(trade.exitPrice()));
    row.add(trade.reason().label());
    row.add(Decimals.money(trade, trade.feesScaled()));
    row.add(Decimals.money(trade, trade.slippageScaled()));
    row.add(Decimals.money(trade, trade.fundingScaled()));
    row.add(Decimals.money(trade, trade.profitScaled()));
    row.add(Decimals.profitPercent(trade).map(BigDecimal::doubleValue).orElse(null));
    row.add(trade.r().isPresent() ? (Object) trade.r().getAsDouble() : null);
    row.add(trade.entryReason());
    return row;
  }

  /** Quantities of 18 decimals, of which one unit stays behind, and the most cash that there is. */
  @Test
  void dustAndTheLargestAmountsAreKept() throws Exception {
    Instrument fine =
        new Instrument(
            new InstrumentId("binance", "TINY", "USDT", Market.PERP),
            18,
            18,
            2,
            List.of(new TradingRules(0, 1, 1, 0, 0, 1000, 1000)));
    ClosedTrade trade =
        new ClosedTrade(
            fine,
            "sample",
            Direction.SHORT,
            3_000_000_000_000_000_001L,
            SampleRuns.START,
            SampleRuns.START + 1,
            Long.MAX_VALUE,
            3_000_000_000_000_000_000L,
            1,
            1,
            -1,
            -Long.MAX_VALUE,
            Long.MIN_VALUE + 1,
            1,
            ExitReason.STOP,
            "");
    write(List.of(trade), SampleRuns.daily(10_000));
    assertThat(rows("SELECT quantity, fees, slippage, funding, profit FROM 'trades.parquet'"))
        .containsExactly(
            List.of(
                new BigDecimal("3.000000000000000001"),
                new BigDecimal("0.01"),
                new BigDecimal("-0.01"),
                new BigDecimal("-92233720368547758.07"),
                new BigDecimal("-92233720368547758.07")));
    BigDecimal average =
        FixedPoint.toDecimal(Long.MAX_VALUE, 2)
            .divide(new BigDecimal("3.000000000000000001"), 18, RoundingMode.HALF_EVEN);
    assertThat(rows("SELECT entryPrice FROM 'trades.parquet'"))
        .containsExactly(List.of(Decimals.canonical(average)));
  }

  @Test
  void aRunWithoutTradesHasTheColumnsAndNoRows() throws Exception {
    write(List.of(), SampleRuns.daily(10_000, 10_000));
    assertThat(rows("SELECT count(*) FROM 'trades.parquet'")).containsExactly(List.of(0L));
    assertThat(rows("SELECT count(*) FROM 'signals.parquet'")).containsExactly(List.of(0L));
    assertThat(rows("SELECT count(*) FROM 'equity.parquet'")).containsExactly(List.of(2L));
    assertThat(rows("SELECT column_name, column_type FROM (DESCRIBE FROM 'trades.parquet')"))
        .contains(
            List.of("profit", "DECIMAL(38,18)"), List.of("exitTime", "TIMESTAMP WITH TIME ZONE"));
  }

  @Test
  void theEquityIsTheOneThatWasAskedFor() throws Exception {
    EquityCurve candle =
        new EquityCurve(
            8,
            new long[] {SampleRuns.START + SampleRuns.HOUR_NS, SampleRuns.START + 7 * NANOS},
            new long[] {1, -1_000_000_000_001L});
    EquityCurve daily = SampleRuns.daily(10_000, 9_999.99999999, 0);
    BacktestResult plain = SampleRuns.result(SampleRuns.description("sample", 2), List.of(), daily);
    BacktestResult result = withCandles(plain, candle);
    ParquetReport.write(result, EquityMode.DAILY, folder);
    assertThat(rows("SELECT epoch_us(time) * 1000, equity FROM 'equity.parquet'"))
        .isEqualTo(points(daily));
    ParquetReport.write(result, EquityMode.CANDLE, folder);
    assertThat(rows("SELECT epoch_us(time) * 1000, equity FROM 'equity.parquet'"))
        .isEqualTo(points(candle));
    assertThatThrownBy(() -> ParquetReport.write(plain, EquityMode.CANDLE, folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<List<Object>> points(EquityCurve curve) {
    List<List<Object>> points = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      points.add(List.of(curve.timeNs(i), Decimals.of(curve.equityScaled(i), curve.cashScale())));
    }
    return points;
  }

  private static BacktestResult withCandles(BacktestResult result, EquityCurve candle) {
    return new BacktestResult(
        result.run(),
        result.trades(),
        result.daily(),
        Optional.of(candle),
        result.buyAndHold(),
        result.signals(),
        result.charts(),
        result.fingerprint(),
        result.stateHash(),
        result.candles(),
        result.elapsedNs());
  }

  @Test
  void everySignalIsThereWithWhatBecameOfIt() throws Exception {
    Signal enter =
        new Signal.Enter(
            SampleRuns.START,
            SampleRuns.BTC.id(),
            Direction.SHORT,
            1,
            SignalSize.EQUAL_SHARE,
            OptionalLong.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            List.of(),
            1,
            false,
            Optional.empty(),
            "it's \"down\", né \ud83d\ude00\u0000\n");
    Signal exit = new Signal.Exit(SampleRuns.START + 60, SampleRuns.ETH.id(), "over");
    List<SignalRecord> signals =
        List.of(
            new SignalRecord(enter, Optional.empty(), ""),
            new SignalRecord(exit, Optional.of(Refusal.SIZE_TOO_SMALL), "1 is less than 5"));
    ParquetReport.write(
        SampleRuns.result(
            SampleRuns.description("sample", 1),
            List.of(),
            SampleRuns.daily(10_000),
            List.of(),
            signals),
        EquityMode.DAILY,
        folder);
    List<Object> ended = new ArrayList<>(List.of("ETH/USDT", "exit"));
    ended.add(null);
    ended.addAll(List.of("over", "size-too-small", "1 is less than 5"));
    List<Object> entered =
        new ArrayList<>(
            List.of("BTC/USDT", "enter", "short", "it's \"down\", né \ud83d\ude00\u0000\n"));
    entered.add(null);
    entered.add("");
    assertThat(rows("SELECT symbol, action, side, reason, refusal, detail FROM 'signals.parquet'"))
        .containsExactly(entered, ended);
  }

  @Test
  void whatMadeTheRunLiesBesideItAndEachFileNamesTheFingerprint() throws Exception {
    BacktestResult result = SampleRuns.seeded(3, 10, 20);
    ParquetReport.write(result, EquityMode.DAILY, folder);
    JsonNode run = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
    JsonNode whole = JsonMapper.shared().readTree(json(result));
    List<String> names = new ArrayList<>(whole.propertyNames());
    names.removeAll(List.of("trades", "equity"));
    assertThat(run.propertyNames()).containsExactlyElementsOf(names);
    names.forEach(name -> assertThat(run.get(name)).isEqualTo(whole.get(name)));
    for (String name : List.of("trades", "equity", "signals")) {
      assertThat(
              rows(
                  "SELECT decode(key), decode(value) FROM parquet_kv_metadata('"
                      + name
                      + ".parquet')"))
          .contains(List.of(ParquetReport.FINGERPRINT, result.fingerprint()));
    }
  }

  private static String json(BacktestResult result) {
    java.io.StringWriter out = new java.io.StringWriter();
    JsonReport.write(result, EquityMode.DAILY, out);
    return out.toString();
  }

  private void write(List<ClosedTrade> trades, EquityCurve daily) throws IOException {
    ParquetReport.write(
        SampleRuns.result(SampleRuns.description("sample", 1), trades, daily),
        EquityMode.DAILY,
        folder);
  }

  /** Decimals without trailing zeros. */
  private List<List<Object>> rows(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    String there = sql.replaceAll("'(\\w+\\.parquet)'", "'" + folder + "/$1'");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(there)) {
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          Object value = result.getObject(i);
          row.add(value instanceof BigDecimal exact ? Decimals.canonical(exact) : value);
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
