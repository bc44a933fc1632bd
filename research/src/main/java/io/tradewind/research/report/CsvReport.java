package io.tradewind.research.report;

import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.research.backtest.BacktestResult;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/**
 * The trades of a run as CSV by RFC 4180: a header, lines that end with CR LF, quotes where a field
 * needs them. Columns, units and signs are those of {@code trades} in the JSON; what is undefined
 * is an empty field. Where several strategies traded side by side a last column names whose trade
 * it was.
 */
public final class CsvReport {
  /** The first line. */
  public static final String HEADER =
      "symbol,side,quantity,entryTime,entryPrice,exitTime,exitPrice,exitReason,"
          + "fees,slippage,funding,profit,profitPercent,r,entryReason";

  private static final String END_OF_LINE = "\r\n";

  private CsvReport() {}

  /**
   * Writes the trades of a run and flushes; the writer stays open.
   *
   * @throws IOException if the writer fails
   */
  public static void write(BacktestResult result, Writer out) throws IOException {
    write(result.trades(), result.strategies().size() > 1, out);
  }

  /** Writes trades, with their strategies where these are to be told. */
  static void write(List<ClosedTrade> trades, boolean strategies, Writer out) throws IOException {
    out.write(strategies ? HEADER + ",strategy" : HEADER);
    out.write(END_OF_LINE);
    for (ClosedTrade trade : trades) {
      out.write(line(trade));
      if (strategies) {
        out.write("," + field(trade.strategy()));
      }
      out.write(END_OF_LINE);
    }
    out.flush();
  }

  private static String line(ClosedTrade trade) {
    return String.join(
        ",",
        field(trade.instrument().id().symbol()),
        trade.direction().label(),
        Decimals.canonical(trade.qty()).toPlainString(),
        Utc.format(trade.entryTimeNs()),
        Decimals.canonical(trade.entryPrice()).toPlainString(),
        Utc.format(trade.exitTimeNs()),
        Decimals.canonical(trade.exitPrice()).toPlainString(),
        trade.reason().label(),
        Decimals.money(trade, trade.feesScaled()).toPlainString(),
        Decimals.money(trade, trade.slippageScaled()).toPlainString(),
        Decimals.money(trade, trade.fundingScaled()).toPlainString(),
        Decimals.money(trade, trade.profitScaled()).toPlainString(),
        Decimals.profitPercent(trade).map(BigDecimal::toPlainString).orElse(""),
        Decimals.r(trade).map(BigDecimal::toPlainString).orElse(""),
        field(trade.entryReason()));
  }

  private static String field(String text) {
    boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
