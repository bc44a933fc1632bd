package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.exchange.FilterKind;

/** Why a command was not carried out. Nothing has changed then. */
public sealed interface Refusal permits Refusal.FilterFailure, RefusalReason {

  /** The order fails a filter. */
  record FilterFailure(FilterKind filter) implements Refusal {}
}
