package io.tradewind.venues.binance.model;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.order.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a text of an account's stream says. Amounts of assets are exact decimals. */
public sealed interface UserEvent {

  /** Something happened to an order. */
  record OrderReport(
      OrderName name, OrderShape shape, Progress progress, Optional<Fill> fill, Stamp stamp)
      implements UserEvent {}

  /** All balances that an event touched, absolute, of spot. */
  record Balances(List<Balance> balances, Stamp stamp) implements UserEvent {
    /** Copies the list. */
    public Balances {
      balances = List.copyOf(balances);
    }
  }

  /** A deposit, withdrawal or transfer of spot. */
  record BalanceChange(String asset, BigDecimal delta, Stamp stamp) implements UserEvent {}

  /** Wallets and positions of futures after an event. */
  record AccountUpdate(
      String reason, List<Wallet> wallets, List<PositionUpdate> positions, Stamp stamp)
      implements UserEvent {
    /** Copies the lists. */
    public AccountUpdate {
      wallets = List.copyOf(wallets);
      positions = List.copyOf(positions);
    }
  }

  /** A conditional order of futures; the id of what it became once it was triggered. */
  record AlgoUpdate(
      OrderName name, String status, Optional<Long> triggeredOrderId, String reason, Stamp stamp)
      implements UserEvent {}

  /** The leverage of a symbol is another. */
  record LeverageChange(InstrumentId instrument, int leverage, Stamp stamp) implements UserEvent {}

  /** The margin is nearly used up. */
  record MarginCall(Stamp stamp) implements UserEvent {}

  /** Nothing more comes over this stream until it is opened with a new key. */
  record StreamEnded(String why) implements UserEvent {}

  /**
   * A request over the stream was answered.
   *
   * @param status that of HTTP
   * @param code the venue's, 0 if it was done
   * @param text the venue's words, empty if it was done
   */
  record Answered(String id, int status, int code, String text) implements UserEvent {}

  /** A kind of event that changes nothing here. */
  record Other(String type) implements UserEvent {}

  /** A text that could not be read: what it said has to be asked for. */
  record Unreadable(InputFault fault) implements UserEvent {}

  /** Which order; the client's id is ours, the order's own and not that of its cancel. */
  record OrderName(InstrumentId instrument, long venueOrderId, String clientOrderId) {}

  /**
   * What was ordered, in the instrument's scales.
   *
   * @param type the venue's word
   * @param priceScaled 0 if it has none
   * @param stopScaled 0 if it has none
   */
  record OrderShape(Side side, String type, long priceScaled, long qtyScaled, long stopScaled) {}

  /**
   * How it stands.
   *
   * @param filledQtyScaled of all fills, in quantity scale
   * @param reason the venue's word why it was rejected or expired, empty if it says none
   * @param isWorking whether it stands in the book; a stop does when it was triggered
   */
  record Progress(
      Execution execution,
      OrderStatus status,
      long filledQtyScaled,
      String reason,
      boolean isWorking) {}

  /** One fill. */
  record Fill(long tradeId, long qtyScaled, long priceScaled, Fee fee, boolean isMaker) {}

  /** A fee that was paid; below zero if it was given. */
  record Fee(BigDecimal amount, String asset) {}

  /** What can be spent and what is held for orders. */
  record Balance(String asset, BigDecimal free, BigDecimal locked) {}

  /** The money of futures in one asset; change is what came other than by trades. */
  record Wallet(String asset, BigDecimal balance, BigDecimal crossBalance, BigDecimal change) {}

  /**
   * A position of futures.
   *
   * @param positionSide BOTH, or LONG or SHORT where an account holds both
   * @param qtyScaled below zero if it is short, in quantity scale
   */
  record PositionUpdate(
      InstrumentId instrument, String positionSide, long qtyScaled, BigDecimal entryPrice) {}

  /** What has just happened to an order. */
  enum Execution {
    /** It is there. */
    NEW,
    /** It was taken back. */
    CANCELED,
    /** A cancel-replace took its place. */
    REPLACED,
    /** It was not taken. */
    REJECTED,
    /** A fill. */
    TRADE,
    /** It ended by its own terms. */
    EXPIRED,
    /** It would have met an order of the same account. */
    TRADE_PREVENTION,
    /** A fill of a liquidation. */
    CALCULATED,
    /** Its terms are others. */
    AMENDMENT,
  }

  /** How an order stands. */
  enum OrderStatus {
    /** Open. */
    NEW,
    /** Waits for another order of its list. */
    PENDING_NEW,
    /** Open, and a part is filled. */
    PARTIALLY_FILLED,
    /** All is filled. */
    FILLED,
    /** Taken back. */
    CANCELED,
    /** Is being taken back. */
    PENDING_CANCEL,
    /** Not taken. */
    REJECTED,
    /** Ended by its own terms. */
    EXPIRED,
    /** Ended since it would have met an order of the same account. */
    EXPIRED_IN_MATCH
  }
}
