package io.tradewind.research.report;

import io.tradewind.core.signal.Signal;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.EquityCurve;
import io.tradewind.research.backtest.SignalRecord;
import io.tradewind.store.catalog.ParquetWriter;
import io.tradewind.store.catalog.TableColumn;
import io.tradewind.store.catalog.TableColumn.Amount;
import io.tradewind.store.catalog.TableColumn.Ratio;
import io.tradewind.store.catalog.TableColumn.SubMicros;
import io.tradewind.store.catalog.TableColumn.Text;
import io.tradewind.store.catalog.TableColumn.Time;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A run as a folder of Parquet files for pandas, Polars, DuckDB and Spark, described in {@code
 * docs/json-output.md}: trades, equity and signals, and beside them {@code run.json} with what made
 * them. Columns are named and meant as the fields of the JSON.
 */
public final class ParquetReport {
  /** The name in a file's footer under which the run's fingerprint is found. */
  public static final String FINGERPRINT = "tradewind.fingerprint";

  private static final String TRADES = "trades.parquet";
  private static final String EQUITY = "equity.parquet";
  private static final String SIGNALS = "signals.parquet";
  private static final String RUN = "run.json";

  /** What is written. */
  public static final List<String> FILES = List.of(TRADES, EQUITY, SIGNALS, RUN);

  private ParquetReport() {}

  /**
   * Writes the {@link #FILES}.
   *
   * @param folder there already; files of these names in it are overwritten
   * @throws IllegalArgumentException if equity per candle is asked for and the run kept none
   * @throws IOException if one can't be written
   */
  public static void write(BacktestResult result, EquityMode mode, Path folder) throws IOException {
    EquityCurve equity = JsonReport.curve(result, mode);
    Map<String, String> metadata = Map.of(FINGERPRINT, result.fingerprint());
    try (ParquetWriter writer = new ParquetWriter()) {
      writer.write(
          folder.resolve(TRADES), trades(result.trades()), result.trades().size(), metadata);
      writer.write(folder.resolve(EQUITY), equity(equity), equity.size(), metadata);
      writer.write(
          folder.resolve(SIGNALS), signals(result.signals()), result.signals().size(), metadata);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(RUN))) {
      JsonReport.writeSummary(result, out);
    }
  }

  private static List<TableColumn> trades(List<ClosedTrade> trades) {
    return List.of(
        text("symbol", trades, trade -> trade.instrument().id().symbol()),
        text("side", trades, trade -> trade.direction().label()),
        amount("quantity", trades, ClosedTrade::qty),
        time("entryTime", trades, ClosedTrade::entryTimeNs),
        amount("entryPrice", trades, ClosedTrade::entryPrice),
        time("exitTime", trades, ClosedTrade::exitTimeNs),
        amount("exitPrice", trades, ClosedTrade::exitPrice),
        text("exitReason", trades, trade -> trade.reason().label()),
        amount("fees", trades, trade -> Decimals.money(trade, trade.feesScaled())),
        amount("slippage", trades, trade -> Decimals.money(trade, trade.slippageScaled())),
        amount("funding", trades, trade -> Decimals.money(trade, trade.fundingScaled())),
        amount("profit", trades, ClosedTrade::profit),
        new Ratio("profitPercent", row -> number(Decimals.profitPercent(trades.get(row)))),
        new Ratio("r", row -> trades.get(row).r()),
        text("entryReason", trades, ClosedTrade::entryReason),
        new SubMicros("entryTimeSubNs", row -> trades.get(row).entryTimeNs()),
        new SubMicros("exitTimeSubNs", row -> trades.get(row).exitTimeNs()));
  }

  private static List<TableColumn> equity(EquityCurve curve) {
    return List.of(
        new Time("time", curve::timeNs),
        new Amount("equity", row -> Decimals.of(curve.equityScaled(row), curve.cashScale())));
  }

  private static List<TableColumn> signals(List<SignalRecord> signals) {
    return List.of(
        time("time", signals, kept -> kept.signal().timeNs()),
        text("symbol", signals, kept -> kept.signal().instrument().symbol()),
        text("action", signals, kept -> kept.signal() instanceof Signal.Enter ? "enter" : "exit"),
        new Text("side", row -> side(signals.get(row).signal())),
        text("reason", signals, kept -> kept.signal().reason()),
        new Text("refusal", row -> signals.get(row).refusal().map(JsonText::key)),
        text("detail", signals, SignalRecord::detail));
  }

  private static Optional<String> side(Signal signal) {
    return switch (signal) {
      case Signal.Enter enter -> Optional.of(enter.direction().label());
      case Signal.Exit _ -> Optional.empty();
    };
  }

  private static OptionalDouble number(Optional<BigDecimal> value) {
    return value.stream().mapToDouble(BigDecimal::doubleValue).findFirst();
  }

  private static <T> Text text(String name, List<T> rows, Function<T, String> value) {
    return new Text(name, row -> Optional.of(value.apply(rows.get(row))));
  }

  private static <T> Time time(String name, List<T> rows, ToLongFunction<T> timeNs) {
    return new Time(name, row -> timeNs.applyAsLong(rows.get(row)));
  }

  private static <T> Amount amount(String name, List<T> rows, Function<T, BigDecimal> value) {
    return new Amount(name, row -> value.apply(rows.get(row)));
  }
}
