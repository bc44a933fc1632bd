package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an account asks for on a symbol: it is checked, and carried out or refused. */
final class TradeDesk {
  private final SpotExchange exchange;
  private final SpotMarket market;
  private final Customer customer;
  private final OrderRules rules;

  TradeDesk(SpotExchange exchange, SpotMarket market, Customer customer) {
    this.exchange = exchange;
    this.market = market;
    this.customer = customer;
    this.rules = new OrderRules(market, customer, exchange.exchangeFilters());
  }

  Result<SelfTradeMode> test(NewOrder order) {
    return rules
        .check(List.of(order), false)
        .<Result<SelfTradeMode>>map(Result.Refused::new)
        .orElseGet(() ->
            new Result.Done<>(
                order.selfTradeMode().orElse(market.listing.allowed().selfTradeMode())));
  }

  Result<Answer.Placed> place(NewOrder order) {
    Optional<Refusal> refusal = rules.check(List.of(order), false);
    return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : placeChecked(order);
  }

  private Result<Answer.Placed> placeChecked(NewOrder order) {
    SpotOrder draft = market.draft(customer, exchange.nextOrderId(), order);
    List<SpotOrder> alone = List.of(draft);
    Optional<Refusal> refusal = market.pegs().fix(alone).or(() -> market.reserves().reserve(alone));
    if (refusal.isPresent()) {
      exchange.giveBackOrderIds(1);
      return new Result.Refused<>(refusal.get());
    }
    market.accept(draft);
    market.start(draft);
    Answer.Placed answer =
        new Answer.Placed(
            draft.view(), List.copyOf(draft.takerFills), List.copyOf(draft.takerPrevented));
    market.settle();
    return new Result.Done<>(answer);
  }

  Result<Answer.Canceled> cancel(Command.Cancel command) {
    return customer
        .book(command.symbol())
        .findOpen(command.order())
        .then(order ->
            isBarred(order, command.restriction())
                ? new Result.Refused<>(RefusalReason.CANCEL_RESTRICTION)
                : new Result.Done<>(cancel(order, command.cancelClientOrderId())));
  }

  private static boolean isBarred(SpotOrder order, Command.CancelRestriction restriction) {
    return switch (restriction) {
      case NONE -> false;
      case ONLY_NEW -> order.status != OrderStatus.NEW;
      case ONLY_PARTIALLY_FILLED -> order.status != OrderStatus.PARTIALLY_FILLED;
    };
  }

  private Answer.Canceled cancel(SpotOrder order, String cancelClientOrderId) {
    SpotList list = order.list;
    if (list != null) {
      return cancel(list, cancelClientOrderId);
    }
    market.cancel(order, cancelClientOrderId);
    return new Answer.OrderCanceled(order.view());
  }

  private Answer.ListCanceled cancel(SpotList list, String cancelClientOrderId) {
    List<SpotOrder> canceled = market.lists().cancel(list, cancelClientOrderId);
    return new Answer.ListCanceled(list.view(), canceled.stream().map(SpotOrder::view).toList());
  }

  Result<List<Answer.Canceled>> cancelAll(String cancelClientOrderId) {
    List<SpotOrder> open = List.copyOf(customer.book(market.listing.symbol()).open());
    if (open.isEmpty()) {
      return new Result.Refused<>(RefusalReason.UNKNOWN_ORDER);
    }
    List<Answer.Canceled> canceled = new ArrayList<>();
    for (SpotOrder order : open) {
      if (order.status.isOpen()) {
        canceled.add(cancel(order, cancelClientOrderId));
      }
    }
    return new Result.Done<>(List.copyOf(canceled));
  }

  Result<Answer.Replaced> cancelReplace(Command.CancelReplace command) {
    if (!market.listing.allowed().features().contains(Feature.CANCEL_REPLACE)) {
      return new Result.Refused<>(RefusalReason.CANCEL_REPLACE_NOT_SUPPORTED);
    }
    Optional<Refusal> refusal = rules.check(List.of(command.order()), false);
    if (refusal.isPresent() && refusal.get() instanceof Refusal.FilterFailure) {
      return new Result.Refused<>(refusal.get());
    }
    Result<Answer.Canceled> cancel = cancel(command.cancel());
    boolean stops =
        cancel instanceof Result.Refused
            && command.mode() == Command.CancelReplaceMode.STOP_ON_FAILURE;
    return new Result.Done<>(
        new Answer.Replaced(
            cancel,
            stops ? new Answer.NotAttempted() : new Answer.Attempted(place(command.order()))));
  }

  Result<Answer.Amended> amend(Command.Amend command) {
    if (market.listing.status() != ListingStatus.TRADING) {
      return new Result.Refused<>(RefusalReason.MARKET_CLOSED);
    }
    CustomerBook book = customer.book(command.symbol());
    return book.findOpen(command.order())
        .then(order -> {
          Optional<Refusal> refusal = checkAmend(book, order, command);
          return refusal.isPresent()
              ? new Result.Refused<>(refusal.get())
              : new Result.Done<>(amend(order, command));
        });
  }

  private Optional<Refusal> checkAmend(CustomerBook book, SpotOrder order, Command.Amend command) {
    boolean renames = !command.newClientOrderId().equals(order.order.clientOrderId());
    if (renames && book.isTaken(command.newClientOrderId())) {
      return Optional.of(RefusalReason.DUPLICATE_ORDER);
    }
    boolean tooSmall =
        sibling(order).stream()
            .anyMatch(it -> command.newQtyE8() <= it.executedE8 + it.preventedE8);
    return rules
        .checkAmend(order, command.newQtyE8())
        .or(() -> tooSmall ? Optional.of(RefusalReason.AMEND_BELOW_EXECUTED) : Optional.empty());
  }

  /** The other one of a pair, if it is open: an amendment is of both. */
  private static Optional<SpotOrder> sibling(SpotOrder order) {
    SpotList list = order.list;
    return list == null ? Optional.empty() : list.sibling(order).filter(it -> it.status.isOpen());
  }

  /** The other one of a pair has the same quantity, and keeps its name. */
  private Answer.Amended amend(SpotOrder order, Command.Amend command) {
    String before = order.order.clientOrderId();
    market.amend(order, command.newQtyE8(), command.newClientOrderId());
    long executionId = market.lastExecutionId();
    SpotList list = order.list;
    if (list != null) {
      sibling(order)
          .filter(it -> it.origE8 > command.newQtyE8())
          .ifPresent(it -> market.amend(it, command.newQtyE8(), it.order.clientOrderId()));
      market.lists().report(list, ListReport.Event.UPDATED);
    }
    return new Answer.Amended(order.view(), before, executionId);
  }

  Result<Answer.ListPlaced> placeList(NewOrderList list) {
    return checkList(list)
        .<Result<Answer.ListPlaced>>map(Result.Refused::new)
        .orElseGet(() -> placeChecked(list));
  }

  private Optional<Refusal> checkList(NewOrderList list) {
    boolean oco = list.contingency() == Contingency.OCO;
    if (!market.listing.allowed().features().contains(oco ? Feature.OCO : Feature.OTO)) {
      return Optional.of(oco ? RefusalReason.OCO_NOT_SUPPORTED : RefusalReason.OTO_NOT_SUPPORTED);
    }
    long names = list.orders().stream().map(NewOrder::clientOrderId).distinct().count();
    boolean taken = names < list.orders().size() || customer.isTaken(list.listClientOrderId());
    return ListDesk.checkTypes(list)
        .or(() -> rules.check(list.orders(), true))
        .or(() -> taken ? Optional.of(RefusalReason.DUPLICATE_ORDER) : Optional.empty());
  }

  private Result<Answer.ListPlaced> placeChecked(NewOrderList placed) {
    SpotList list = new SpotList(customer, exchange.nextListId(), placed, market.nowNs());
    for (NewOrder order : placed.orders()) {
      SpotOrder draft = market.draft(customer, exchange.nextOrderId(), order);
      draft.list = list;
      list.orders.add(draft);
    }
    SpotOrder working = list.working();
    List<SpotOrder> first = working == null ? list.orders : List.of(working);
    Optional<Refusal> refusal =
        market
            .pegs()
            .fix(first)
            .or(() -> market.lists().checkPrices(first))
            .or(() -> market.reserves().reserve(first));
    if (refusal.isPresent()) {
      exchange.giveBackOrderIds(list.orders.size());
      exchange.giveBackListId();
      return new Result.Refused<>(refusal.get());
    }
    customer.opened(list);
    for (SpotOrder order : list.orders) {
      if (!first.contains(order)) {
        order.status = OrderStatus.PENDING_NEW;
      }
      market.accept(order);
    }
    market.lists().report(list, ListReport.Event.EXEC_STARTED);
    first.forEach(market::start);
    Answer.ListPlaced answer =
        new Answer.ListPlaced(list.view(), list.orders.stream().map(SpotOrder::view).toList());
    market.settle();
    return new Result.Done<>(answer);
  }

  Result<Answer.ListCanceled> cancelList(Command.CancelList command) {
    return customer
        .findList(command.list())
        .then(list -> {
          boolean open = list.isOpen() && list.placed.symbol().equals(command.symbol());
          return open
              ? new Result.Done<>(cancel(list, command.cancelClientOrderId()))
              : new Result.Refused<>(RefusalReason.UNKNOWN_LIST);
        });
  }
}
