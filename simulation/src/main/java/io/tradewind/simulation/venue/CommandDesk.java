package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Takes in what is asked of the venue, and lets orders come and go in its books. */
final class CommandDesk {
  private final Book[] books;
  private final VenueAccount[] accounts;
  private final boolean amends;
  private final boolean takesSeveralExits;
  private final OrderChecks checks;
  private final VenueListener listener;
  private final ArrayDeque<VenueCommand> inbox = new ArrayDeque<>();

  /** Orders for other instruments that were given within a candle: they come when it has ended. */
  private final ArrayDeque<VenueCommand> later = new ArrayDeque<>();

  CommandDesk(
      List<Instrument> instruments,
      Book[] books,
      VenueAccount[] accounts,
      EnumSet<Ability> abilities,
      VenueListener listener) {
    this.books = books;
    this.accounts = accounts;
    this.amends = abilities.contains(Ability.AMEND);
    this.takesSeveralExits = abilities.contains(Ability.SEVERAL_EXITS);
    this.checks = new OrderChecks(instruments, abilities);
    this.listener = listener;
  }

  void submit(VenueCommand command) {
    inbox.add(command);
  }

  /** Takes in what was submitted between candles. */
  void process(long timeNs) {
    while (!later.isEmpty()) {
      inbox.addFirst(later.removeLast());
    }
    takeIn(timeNs, 0, Joined.BEFORE, 0);
  }

  /** Takes in what was submitted in answer to what happened to an instrument at a price. */
  void takeIn(long timeNs, int instrument, Joined moment, long price) {
    while (!inbox.isEmpty()) {
      VenueCommand next = inbox.remove();
      if (moment != Joined.BEFORE && isElsewhere(next, instrument)) {
        later.add(next);
      } else {
        carryOut(next, timeNs, moment, price);
      }
    }
  }

  private static boolean isElsewhere(VenueCommand next, int instrument) {
    return switch (next) {
      case VenueCommand.NewOrder command -> command.intent().instrument() != instrument;
      case VenueCommand.AmendOrder command -> command.instrument() != instrument;
      case VenueCommand.CancelOrder _, VenueCommand.SetMargin _, VenueCommand.Transfer _ -> false;
    };
  }

  /** Does what is asked, at this moment and price. */
  void carryOut(VenueCommand next, long timeNs, Joined moment, long price) {
    switch (next) {
      case VenueCommand.NewOrder command -> place(command.intent(), timeNs, moment, price);
      case VenueCommand.AmendOrder command -> amend(command, timeNs, moment, price);
      case VenueCommand.CancelOrder command -> {
        RestingOrder order = books[command.instrument()].find(command.orderId());
        // A cancel that comes too late is not answered: the fill has been.
        if (order != null) {
          cancel(order, timeNs);
        }
      }
      case VenueCommand.SetMargin command -> change(command, timeNs);
      case VenueCommand.Transfer command -> transfer(command, timeNs);
    }
  }

  private void place(OrderIntent intent, long timeNs, Joined moment, long price) {
    long now = moment == Joined.BEFORE ? books[intent.instrument()].lastPrice() : price;
    Optional<RejectReason> refusal =
        isHeldElsewhere(intent)
            ? Optional.of(RejectReason.NOTHING_TO_REDUCE)
            : checks.check(intent, timeNs, now);
    if (refusal.isPresent()) {
      listener.onOrder(new OrderEvent.Rejected(intent.orderId(), timeNs, refusal.get()));
    } else {
      stand(intent, timeNs, moment, price, now);
    }
  }

  /** Where an exit that rests holds what it would close, there is nothing left for another. */
  private boolean isHeldElsewhere(OrderIntent intent) {
    return !takesSeveralExits
        && intent.reduceOnly()
        && books[intent.instrument()].orders().stream()
            .map(RestingOrder::intent)
            .anyMatch(each -> each.reduceOnly() && each.book() == intent.book());
  }

  private void stand(OrderIntent intent, long timeNs, Joined moment, long price, long now) {
    RestingOrder order = new RestingOrder(intent);
    order.join(moment, price);
    order.meet(now);
    books[intent.instrument()].add(order);
    listener.onOrder(new OrderEvent.Accepted(intent.orderId(), timeNs));
  }

  /** New terms hold from now on: within a candle they know nothing of the way before. */
  private void amend(VenueCommand.AmendOrder command, long timeNs, Joined moment, long price) {
    Check.invariant(amends, "order %s cannot be amended at this venue", command.orderId());
    Book book = books[command.instrument()];
    RestingOrder order = book.find(command.orderId());
    if (order == null) {
      return;
    }
    order.amend(command.terms());
    if (moment != Joined.BEFORE) {
      order.join(moment, price);
    }
    order.meet(moment == Joined.BEFORE ? book.lastPrice() : price);
    book.refresh();
    listener.onOrder(new OrderEvent.Amended(command.orderId(), timeNs, command.terms()));
  }

  private void cancel(RestingOrder order, long timeNs) {
    books[order.intent().instrument()].remove(order);
    listener.onOrder(new OrderEvent.Cancelled(order.intent().orderId(), timeNs));
    endEntry(order, timeNs);
  }

  /** What is left of a bracket's entry ends when its exit is filled or ends. */
  void endEntry(RestingOrder exit, long timeNs) {
    RestingOrder entry = books[exit.intent().instrument()].entryOf(exit.intent().orderId());
    if (entry != null) {
      cancel(entry, timeNs);
    }
  }

  /** What is filled of a bracket's entry brings its exit, or more of it. */
  void bringExit(RestingOrder order, OrderEvent.Filled event, Joined moment) {
    Book book = books[order.intent().instrument()];
    endEntry(order, event.timeNs());
    OrderTerms.Bracket bracket = order.bracket();
    if (bracket == null) {
      return;
    }
    RestingOrder standing = book.find(bracket.exitOrderId());
    if (standing != null) {
      standing.grow(event.qtyScaled());
    } else {
      OrderIntent exit = exit(order.intent(), bracket, event.qtyScaled());
      stand(exit, event.timeNs(), moment, event.priceScaled(), event.priceScaled());
    }
  }

  private static OrderIntent exit(OrderIntent entry, OrderTerms.Bracket bracket, long qty) {
    return new OrderIntent(
        bracket.exitOrderId(),
        entry.book(),
        entry.instrument(),
        entry.side().opposite(),
        new OrderSize.Base(qty),
        new OrderTerms.Oco(bracket.targetScaled(), bracket.stopScaled()),
        TimeInForce.GTC,
        true,
        OrderPurpose.STOP);
  }

  private void change(VenueCommand.SetMargin command, long timeNs) {
    VenueAccount account = accounts[command.book()];
    listener.onMargin(
        new MarginEvent.Changed(
            command.book(),
            command.instrument(),
            timeNs,
            command.mode(),
            command.leverage(),
            account.change(command.instrument(), command.mode(), command.leverage())));
  }

  private void transfer(VenueCommand.Transfer command, long timeNs) {
    long moved = accounts[command.fromBook()].withdraw(command.amountScaled());
    accounts[command.toBook()].deposit(moved);
    listener.onTransfer(new Transferred(command.fromBook(), command.toBook(), timeNs, moved));
  }
}
