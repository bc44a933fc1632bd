package io.tradewind.simulation.exchange.spot;

import java.util.List;

/** What an account is told of what it asked for. */
public sealed interface Answer {

  /** An order after it came to the market, and before what that may have triggered. */
  record Placed(OrderView order, List<Fill> fills, List<PreventedMatch> prevented)
      implements Answer {}

  /** A list likewise, with its orders in the order of their ids. */
  record ListPlaced(OrderListView list, List<OrderView> orders) implements Answer {}

  /** Something that was cancelled. */
  sealed interface Canceled extends Answer {}

  /** An order that was cancelled. */
  record OrderCanceled(OrderView order) implements Canceled {}

  /** A list that was cancelled, with those of its orders that were open. */
  record ListCanceled(OrderListView list, List<OrderView> orders) implements Canceled {}

  /** An order that was amended. */
  record Amended(OrderView order, String previousClientOrderId, long executionId)
      implements Answer {}

  /** Both halves of a cancel with replacement. */
  record Replaced(Result<Canceled> cancel, Replacement replacement) implements Answer {}

  /** The second half. */
  sealed interface Replacement {}

  /** It was tried. */
  record Attempted(Result<Placed> placed) implements Replacement {}

  /** It was not, since the cancel failed. */
  record NotAttempted() implements Replacement {}
}
