package io.tradewind.simulation.session;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Trades and changes of a book in words, as {@link TickBench} has them, as columns. */
final class TickTable {
  private static final long MS = 1_000_000;

  private TickTable() {}

  private static List<String[]> lines(String script, List<String> kinds) {
    return Stream.of(script.strip().split("\\s*,\\s*"))
        .map(line -> line.split("\\s+"))
        .filter(line -> kinds.contains(line[1]))
        .toList();
  }

  /** Lines such as {@code 6 trade buy 101 2}. */
  static TradeColumns trades(String script) {
    List<String[]> lines = lines(script, List.of("trade"));
    boolean[] buys = new boolean[lines.size()];
    long[][] columns = new long[3][lines.size()];
    for (int i = 0; i < buys.length; i++) {
      String[] line = lines.get(i);
      columns[0][i] = timeNs(line);
      columns[1][i] = OrderWords.scaled(line[3], TestInstruments.PRICE_SCALE);
      columns[2][i] = OrderWords.scaled(line[4], TestInstruments.QTY_SCALE);
      buys[i] = line[2].equals("buy");
    }
    return new TradeColumns(
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        columns[0],
        columns[1],
        columns[2],
        buys);
  }

  private static long timeNs(String[] line) {
    return CandleTable.START_NS + Long.parseLong(line[0]) * MS;
  }

  /** Lines such as {@code 0 book b99:5 a101:3}, {@code 5 set a101:0 a102:4}, {@code 7 lost}. */
  static BookColumns book(String script) {
    List<long[]> rows = new ArrayList<>();
    for (String[] line : lines(script, List.of("book", "set", "lost"))) {
      if (line[1].equals("lost")) {
        rows.add(new long[] {timeNs(line), 0, 0, BookColumns.flags(true, true, true)});
      }
      for (int i = 2; i < line.length; i++) {
        boolean begins = i == 2 && line[1].equals("book");
        String[] level = line[i].substring(1).split(":");
        rows.add(
            new long[] {
              timeNs(line),
              OrderWords.scaled(level[0], TestInstruments.PRICE_SCALE),
              OrderWords.scaled(level[1], TestInstruments.QTY_SCALE),
              BookColumns.flags(line[i].startsWith("b"), begins, i == line.length - 1)
            });
      }
    }
    byte[] flags = new byte[rows.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) rows.get(i)[3];
    }
    return new BookColumns(
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        column(rows, 0),
        column(rows, 0),
        column(rows, 1),
        column(rows, 2),
        flags);
  }

  private static long[] column(List<long[]> rows, int at) {
    long[] column = new long[rows.size()];
    Arrays.setAll(column, i -> rows.get(i)[at]);
    return column;
  }
}
