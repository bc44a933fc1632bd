package io.tradewind.simulation.crowd;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Has an order book happen again, message by message, and its trades between them. Of one time
 * trades come first: a message tells what the trades before it have left.
 */
final class BookPlayer implements Player {
  private final BookColumns book;
  private final MarketPort.Rules rules;
  private final CrowdModel.Accounts accounts;
  private final TradePrints prints;
  private final MakerBook makers;
  private Optional<Print> nextPrint;
  private int row;

  BookPlayer(Feed.Book feed) {
    this.book = feed.book();
    this.rules = feed.port().rules();
    this.accounts = feed.accounts();
    this.prints = new TradePrints(feed.trades());
    this.makers = new MakerBook(feed.port(), accounts.makerId());
    this.nextPrint = prints.next();
  }

  @Override
  public long nextDueNs() {
    return Math.min(bookNs(), printNs());
  }

  private long bookNs() {
    return row == book.size() ? Takers.NEVER : book.timeNs(row);
  }

  private long printNs() {
    return nextPrint.map(Print::timeNs).orElse(Takers.NEVER);
  }

  @Override
  public void perform() {
    if (printNs() <= bookNs()) {
      nextPrint.ifPresent(this::print);
      nextPrint = prints.next();
    } else {
      message();
    }
  }

  private void print(Print print) {
    long qtyE8 = print.qtyE8() - print.qtyE8() % rules.lotE8();
    if (qtyE8 >= rules.minQtyE8()) {
      makers.trade(
          print.aggressor(), onTick(print.priceE8()), qtyE8, accounts.takerId(), print.timeNs());
    }
  }

  private long onTick(long priceE8) {
    long ticks = Math.max(1, (priceE8 + rules.tickE8() / 2) / rules.tickE8());
    return ticks * rules.tickE8();
  }

  /** The rows of one message; what the book is not known from at the end of all is no change. */
  private void message() {
    long nowNs = book.timeNs(row);
    boolean isLast = row == book.size() - 1;
    if (book.begins(row) && !(isLast && book.price(row) == 0)) {
      makers.tellNothing();
    }
    boolean ends = false;
    while (!ends) {
      if (book.price(row) > 0) {
        Side side = book.isBid(row) ? Side.BUY : Side.SELL;
        makers.tell(
            side,
            onTick(e8(book.price(row), book.priceScale())),
            e8(book.qty(row), book.qtyScale()));
      }
      ends = book.ends(row++);
    }
    makers.settle(nowNs);
  }

  private static long e8(long value, int scale) {
    return FixedPoint.rescale(value, scale, Amounts.SCALE, RoundingMode.HALF_EVEN);
  }
}
