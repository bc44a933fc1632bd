package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import java.util.List;
import java.util.stream.Stream;

/** Orders that somebody wants to place together, all on one symbol. */
public sealed interface NewOrderList {

  /** What its owner calls it, of no other open list of his. */
  String listClientOrderId();

  /** Its orders, in the order in which they get their ids. */
  List<NewOrder> orders();

  /** The symbol of all its orders. */
  default String symbol() {
    return orders().getFirst().symbol();
  }

  /** How its orders depend on each other. */
  default Contingency contingency() {
    return switch (this) {
      case Oco _ -> Contingency.OCO;
      case Oto _, Otoco _ -> Contingency.OTO;
    };
  }

  /** One cancels the other: a pair around the market, in one quantity, on one side. */
  record Oco(String listClientOrderId, NewOrder above, NewOrder below) implements NewOrderList {
    public Oco {
      checkPair(above, below);
    }

    /** The stop leg first. */
    @Override
    public List<NewOrder> orders() {
      return isStopLoss(above) ? List.of(above, below) : List.of(below, above);
    }
  }

  /** One triggers the other: the pending order is placed when the working one is filled. */
  record Oto(String listClientOrderId, NewOrder working, NewOrder pending) implements NewOrderList {
    public Oto {
      checkSymbols(Stream.of(working, pending));
    }

    @Override
    public List<NewOrder> orders() {
      return List.of(working, pending);
    }
  }

  /** One triggers a pair of which one cancels the other. */
  record Otoco(String listClientOrderId, NewOrder working, NewOrder above, NewOrder below)
      implements NewOrderList {
    public Otoco {
      checkPair(above, below);
      checkSymbols(Stream.of(working, above));
    }

    /** The working order, then the pair with the stop leg first. */
    @Override
    public List<NewOrder> orders() {
      return isStopLoss(above) ? List.of(working, above, below) : List.of(working, below, above);
    }
  }

  private static boolean isStopLoss(NewOrder leg) {
    return switch (leg.terms().type()) {
      case STOP_LOSS, STOP_LOSS_LIMIT -> true;
      case LIMIT, MARKET, TAKE_PROFIT, TAKE_PROFIT_LIMIT, LIMIT_MAKER -> false;
    };
  }

  private static void checkPair(NewOrder above, NewOrder below) {
    checkSymbols(Stream.of(above, below));
    Check.argument(above.side() == below.side(), "the legs of a pair are on one side");
    Check.argument(
        above.terms().qtyE8().isPresent() && above.terms().qtyE8().equals(below.terms().qtyE8()),
        "the legs of a pair have one quantity");
  }

  private static void checkSymbols(Stream<NewOrder> orders) {
    Check.argument(orders.map(NewOrder::symbol).distinct().count() == 1, "a list is on one symbol");
  }
}
