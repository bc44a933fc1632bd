package io.tradewind.exchange.setup;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.simulation.crowd.CrowdModel;
import io.tradewind.simulation.crowd.Feed;
import io.tradewind.simulation.crowd.MarketPort;
import java.util.List;
import java.util.Optional;

/**
 * An order book with its trades. It begins where the book is known first; what was traded before is
 * what came before.
 *
 * @param book with a change; where it begins it is to be known at some time, see {@link #isBook}
 * @param trades maybe none; those of more than a minute after the end of the book are left out
 */
public record BookRecording(BookColumns book, TradeColumns trades) implements Recording {
  /** Without a trade. */
  public static final TradeColumns NO_TRADES =
      new TradeColumns(0, 0, new long[0], new long[0], new long[0], new boolean[0]);

  /** As much before a beginning happens at once as of trades, so that there is a last price. */
  public static final long LEAD_NS = MINUTE_NS;

  /** Checks that there is a change, and takes the trades of its time. */
  public BookRecording {
    Check.argument(book.size() > 0, "a recording needs a change of the book");
    trades = rows(trades, 0, rowFrom(trades, lastNs(book) + LEAD_NS), 0);
  }

  /** Whether a book is known at any time. */
  public static boolean isBook(BookColumns book) {
    return firstRow(book) < book.size();
  }

  private static int firstRow(BookColumns book) {
    int row = 0;
    while (row < book.size() && !(book.begins(row) && book.price(row) > 0)) {
      row++;
    }
    return row;
  }

  private static long lastNs(BookColumns book) {
    return book.timeNs(book.size() - 1);
  }

  private static int rowFrom(TradeColumns trades, long timeNs) {
    int row = 0;
    while (row < trades.size() && trades.timeNs(row) < timeNs) {
      row++;
    }
    return row;
  }

  private static TradeColumns rows(TradeColumns trades, int first, int end, long byNs) {
    if (first == 0 && end == trades.size() && byNs == 0) {
      return trades;
    }
    int size = end - first;
    long[] timeNs = new long[size];
    long[] price = new long[size];
    long[] qty = new long[size];
    boolean[] buyerIsAggressor = new boolean[size];
    for (int i = 0; i < size; i++) {
      timeNs[i] = trades.timeNs(first + i) + byNs;
      price[i] = trades.price(first + i);
      qty[i] = trades.qty(first + i);
      buyerIsAggressor[i] = trades.buyerIsAggressor(first + i);
    }
    return new TradeColumns(
        trades.priceScale(), trades.qtyScale(), timeNs, price, qty, buyerIsAggressor);
  }

  @Override
  public long firstNs() {
    return book.timeNs(Math.min(firstRow(book), book.size() - 1));
  }

  @Override
  public long endNs() {
    long tradedNs = trades.size() == 0 ? Long.MIN_VALUE : trades.timeNs(trades.size() - 1);
    return Math.max(lastNs(book), tradedNs) + 1;
  }

  /** The best bid of the first book, or its best ask. */
  @Override
  public double price() {
    Check.argument(isBook(book), "a book that is never known has no price");
    LevelBook first = new LevelBook();
    int row = firstRow(book);
    do {
      first.apply(book, row);
    } while (!book.ends(row++));
    Side side = first.levels(Side.BUY) > 0 ? Side.BUY : Side.SELL;
    return (double) first.bestScaled(side) / FixedPoint.pow10(book.priceScale());
  }

  @Override
  public int priceDigits() {
    return Math.max(book.priceScale(), trades.priceScale());
  }

  @Override
  public Optional<Integer> lotDigits() {
    int digits = 0;
    for (int i = 0; i < book.size(); i++) {
      digits = decimals(book.qty(i), book.qtyScale(), digits);
    }
    for (int i = 0; i < trades.size(); i++) {
      digits = decimals(trades.qty(i), trades.qtyScale(), digits);
    }
    return Optional.of(digits);
  }

  private static int decimals(long value, int scale, int atLeast) {
    int digits = atLeast;
    while (digits < scale && value % FixedPoint.pow10(scale - digits) != 0) {
      digits++;
    }
    return digits;
  }

  @Override
  public Recording shifted(long byNs) {
    BookPart all = new BookPart(book.size());
    for (int i = 0; i < book.size(); i++) {
      all.add(book, i, byNs);
    }
    return new BookRecording(all.columns(book), rows(trades, 0, trades.size(), byNs));
  }

  @Override
  public Recording from(long timeNs) {
    long cutNs = timeNs - LEAD_NS;
    if (cutNs <= firstNs()) {
      return new BookRecording(book, rows(trades, rowFrom(trades, firstNs()), trades.size(), 0));
    }
    LevelBook before = new LevelBook();
    int row = 0;
    while (row < book.size() && book.timeNs(row) < cutNs) {
      before.apply(book, row++);
    }
    BookPart part = new BookPart((before.isKnown() ? levels(before) : 0) + book.size() - row);
    if (before.isKnown()) {
      part.begin(before, cutNs);
    }
    while (row < book.size()) {
      part.add(book, row++, 0);
    }
    TradeColumns left = rows(trades, rowFrom(trades, cutNs), trades.size(), 0);
    return new BookRecording(part.columns(book), left);
  }

  private static int levels(LevelBook book) {
    return book.levels(Side.BUY) + book.levels(Side.SELL);
  }

  @Override
  public List<Kline> before(long timeNs) {
    int end = rowFrom(trades, Math.max(firstNs(), timeNs - LEAD_NS));
    return end == 0 ? List.of() : Trades.minutes(trades, end);
  }

  @Override
  public Feed feed(MarketPort port, CrowdModel crowd, long seed) {
    return new Feed.Book(book, trades, port, crowd.accounts());
  }

  /** Rows of a book that are put together anew. */
  private static final class BookPart {
    private final long[] timeNs;
    private final long[] price;
    private final long[] qty;
    private final byte[] flags;
    private int size;

    BookPart(int size) {
      this.timeNs = new long[size];
      this.price = new long[size];
      this.qty = new long[size];
      this.flags = new byte[size];
    }

    /** A whole book as one message. */
    void begin(LevelBook whole, long atNs) {
      int left = levels(whole);
      for (Side side : Side.values()) {
        for (int i = 0; i < whole.levels(side); i++) {
          byte mark = BookColumns.flags(side == Side.BUY, size == 0, --left == 0);
          add(atNs, whole.priceScaled(side, i), whole.qtyScaled(side, i), mark);
        }
      }
    }

    void add(BookColumns book, int row, long byNs) {
      byte mark = BookColumns.flags(book.isBid(row), book.begins(row), book.ends(row));
      add(book.timeNs(row) + byNs, book.price(row), book.qty(row), mark);
    }

    private void add(long atNs, long itsPrice, long itsQty, byte mark) {
      timeNs[size] = atNs;
      price[size] = itsPrice;
      qty[size] = itsQty;
      flags[size++] = mark;
    }

    /** All of them are there. */
    BookColumns columns(BookColumns like) {
      return new BookColumns(like.priceScale(), like.qtyScale(), timeNs, timeNs, price, qty, flags);
    }
  }
}
