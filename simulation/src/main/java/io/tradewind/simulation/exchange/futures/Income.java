package io.tradewind.simulation.exchange.futures;

import java.util.Optional;
import java.util.OptionalLong;

/** A line of an account's history of money. */
public record Income(
    long transactionId,
    Optional<String> symbol,
    Type type,
    String asset,
    long amountE8,
    long timeNs,
    OptionalLong tradeId) {

  /** What it was for. */
  public enum Type {
    TRANSFER,
    REALIZED_PNL,
    COMMISSION,
    FUNDING_FEE,
    INSURANCE_CLEAR
  }
}
