package io.tradewind.simulation.matching;

import io.tradewind.core.order.Side;
import java.util.Locale;

/**
 * A command to a book as a test writes it down: {@code buy 3 7@100 ioc by=2 stp=decrement show=2},
 * {@code buy 3 7@100 retail}, {@code sell 3 7@market}, {@code buy 3 quote=500/10} (budget and lot),
 * {@code cancel 3}, {@code reduce 3 7}, {@code replace 3 7@101}.
 */
record BookCommand(
    String verb,
    long id,
    long price,
    long qty,
    long owner,
    TimeInForce time,
    SelfTradeMode mode,
    long display,
    long budget,
    long lot,
    boolean retail) {

  static BookCommand of(String verb, long id, long price, long qty) {
    return new BookCommand(
        verb, id, price, qty, id, TimeInForce.GTC, SelfTradeMode.NONE, 0, 0, 0, false);
  }

  static BookCommand parse(String text) {
    String[] words = text.trim().split(" +");
    BookCommand command = of(words[0], Long.parseLong(words[1]), 0, 0);
    for (int i = 2; i < words.length; i++) {
      command = command.with(words[i]);
    }
    return command;
  }

  private BookCommand with(String word) {
    if (word.contains("@")) {
      String[] parts = word.split("@");
      long at = parts[1].equals("market") ? 0 : Long.parseLong(parts[1]);
      return at(at, Long.parseLong(parts[0])).time(at == 0 ? TimeInForce.IOC : time);
    }
    String value = word.substring(word.indexOf('=') + 1).toUpperCase(Locale.ROOT);
    String key = word.contains("=") ? word.substring(0, word.indexOf('=')) : "";
    return switch (key) {
      case "by" -> by(Long.parseLong(value), mode);
      case "stp" -> by(owner, SelfTradeMode.valueOf(value));
      case "show" -> show(Long.parseLong(value));
      case "quote" -> {
        String[] parts = value.split("/");
        yield quote(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
      }
      default ->
          Character.isDigit(value.charAt(0))
              ? at(price, Long.parseLong(value))
              : value.equals("RETAIL")
                  ? ofRetail(true)
                  : time(TimeInForce.valueOf(value.equals("POST") ? "POST_ONLY" : value));
    };
  }

  private BookCommand at(long newPrice, long newQty) {
    return new BookCommand(
        verb, id, newPrice, newQty, owner, time, mode, display, budget, lot, retail);
  }

  BookCommand time(TimeInForce value) {
    return new BookCommand(verb, id, price, qty, owner, value, mode, display, budget, lot, retail);
  }

  BookCommand by(long who, SelfTradeMode value) {
    return new BookCommand(verb, id, price, qty, who, time, value, display, budget, lot, retail);
  }

  BookCommand show(long value) {
    return new BookCommand(verb, id, price, qty, owner, time, mode, value, budget, lot, retail);
  }

  BookCommand quote(long newBudget, long newLot) {
    return new BookCommand(
        verb, id, 0, 0, owner, TimeInForce.IOC, mode, display, newBudget, newLot, retail);
  }

  BookCommand ofRetail(boolean value) {
    return new BookCommand(verb, id, price, qty, owner, time, mode, display, budget, lot, value);
  }

  boolean isOrder() {
    return verb.equals("buy") || verb.equals("sell");
  }

  Side side() {
    return Side.valueOf(verb.toUpperCase(Locale.ROOT));
  }

  /** To the book that is tried. */
  void apply(OrderBook book) {
    switch (verb) {
      case "cancel" -> book.cancel(id);
      case "reduce" -> book.reduce(book.find(id).orElseThrow(), qty);
      case "replace" -> book.replace(book.find(id).orElseThrow(), price, qty);
      default -> book.submit(order());
    }
  }

  BookOrder order() {
    BookOrder order = priced().selfTrade(mode).tag(7 * id);
    if (retail) {
      order.retail();
    }
    return display > 0 ? order.display(display) : order;
  }

  private BookOrder priced() {
    if (budget > 0) {
      return BookOrder.marketByQuote(id, owner, side(), budget, lot);
    }
    return price == 0
        ? BookOrder.market(id, owner, side(), qty)
        : BookOrder.limit(id, owner, side(), price, qty).timeInForce(time);
  }

  @Override
  public String toString() {
    String where = budget > 0 ? "quote=" + budget + "/" + lot : qty + "@" + price;
    return isOrder()
        ? verb
            + " "
            + id
            + " "
            + where.replace("@0", "@market")
            + " "
            + time
            + " by="
            + owner
            + " stp="
            + mode
            + (display > 0 ? " show=" + display : "")
            + (retail ? " retail" : "")
        : verb + " " + id + (verb.equals("cancel") ? "" : " " + where);
  }
}
