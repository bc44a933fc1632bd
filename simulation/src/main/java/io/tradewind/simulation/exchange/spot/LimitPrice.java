package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import java.util.Optional;
import java.util.OptionalLong;

/** The price of an order that has a limit. */
public sealed interface LimitPrice {

  /** The price that the order names; empty if it is pegged and names none. */
  OptionalLong namedE8();

  /** Where else its limit comes from. */
  default Optional<Peg> peg() {
    return Optional.empty();
  }

  /** As the order says; above 0. */
  record Fixed(long priceE8) implements LimitPrice {
    public Fixed {
      Check.argument(priceE8 > 0, "priceE8 must be > 0, was %s", priceE8);
    }

    @Override
    public OptionalLong namedE8() {
      return OptionalLong.of(priceE8);
    }
  }

  /**
   * As the book is when the order comes there.
   *
   * @param namedE8 a price that has to pass the filters as well, and decides nothing else
   */
  record Pegged(Peg to, OptionalLong namedE8) implements LimitPrice {
    public Pegged {
      namedE8.ifPresent(it -> Check.argument(it > 0, "namedE8 must be > 0, was %s", it));
    }

    @Override
    public Optional<Peg> peg() {
      return Optional.of(to);
    }
  }
}
