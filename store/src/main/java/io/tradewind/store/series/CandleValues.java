package io.tradewind.store.series;

import java.util.Optional;

/** The five values of a candle, exact; volume in base. */
public record CandleValues(
    Decimals.Parsed open,
    Decimals.Parsed high,
    Decimals.Parsed low,
    Decimals.Parsed close,
    Decimals.Parsed volume) {

  /** Why this is no candle, in words for the user; empty if it is one. */
  public Optional<String> problem() {
    if (low.mantissa() <= 0 || open.mantissa() <= 0 || close.mantissa() <= 0) {
      return Optional.of("a price must be above 0");
    }
    if (volume.mantissa() < 0) {
      return Optional.of("the volume must not be below 0");
    }
    if (above(low, open) || above(low, close)) {
      return Optional.of("the low " + text(low) + " is above open or close");
    }
    if (above(open, high) || above(close, high)) {
      return Optional.of("the high " + text(high) + " is below open or close");
    }
    return Optional.empty();
  }

  private static boolean above(Decimals.Parsed a, Decimals.Parsed b) {
    return Decimals.compare(a.mantissa(), a.decimals(), b.mantissa(), b.decimals()) > 0;
  }

  private static String text(Decimals.Parsed value) {
    return value.value().toPlainString();
  }
}
