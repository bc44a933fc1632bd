package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.simulation.exchange.spot.Peg;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Reads where in the book an order finds its limit. */
final class PegForm {
  /** In what an offset is counted. */
  private enum OffsetType {
    PRICE_LEVEL
  }

  private final Parameters all;
  private final String priceType;
  private final String offsetType;
  private final String offsetValue;

  /**
   * Of an order whose parameters are called so.
   *
   * @param names from a parameter of a single order to the same of this one
   */
  PegForm(Parameters all, UnaryOperator<String> names) {
    this.all = all;
    this.priceType = names.apply("pegPriceType");
    this.offsetType = names.apply("pegOffsetType");
    this.offsetValue = names.apply("pegOffsetValue");
  }

  /** Empty if the order names a price alone, or if anything is wrong, which the parameters tell. */
  Optional<Peg> peg() {
    Optional<Peg.PriceType> type =
        all.choice(priceType, Peg.PriceType.class, badRequest(-1210, "Invalid pegPriceType."));
    Optional<OffsetType> unit =
        all.choice(offsetType, OffsetType.class, badRequest(-1211, "Invalid pegOffsetType."));
    OptionalLong offset = all.optionalCount(offsetValue);
    if (unit.isPresent() != offset.isPresent()) {
      all.fail(combination("'%s' and '%s' must both be sent.", offsetType, offsetValue));
    }
    if (offset.isPresent() && offset.getAsLong() > Peg.MOST_LEVELS) {
      all.fail(badRequest(-1130, "Data sent for parameter '%s' is not valid.", offsetValue));
      return Optional.empty();
    }
    if (type.isEmpty() && offset.isPresent()) {
      all.fail(combination("'%s' should also be sent.", priceType));
    }
    return type.map(it ->
        new Peg(
            it,
            offset.isPresent() ? OptionalInt.of((int) offset.getAsLong()) : OptionalInt.empty()));
  }

  private static WireError combination(String advice, Object... names) {
    return badRequest(
        -1128, "Combination of optional parameters invalid. Recommendation: " + advice, names);
  }

  /** Of an order that has no limit. */
  void refuse() {
    if (Stream.of(priceType, offsetType, offsetValue).anyMatch(all::has)) {
      all.fail(badRequest(-2010, "This order type may not use pegged price."));
    }
  }
}
