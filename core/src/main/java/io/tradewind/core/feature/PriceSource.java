package io.tradewind.core.feature;

import java.util.Locale;

/** Which number of a candle a series indicator is fed with. */
public enum PriceSource {
  /** First price. */
  OPEN,
  /** Highest price. */
  HIGH,
  /** Lowest price. */
  LOW,
  /** Last price. */
  CLOSE,
  /** Volume in base. */
  VOLUME,
  /** (high + low + close) / 3. */
  TYPICAL;

  /** Lower case name. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of a candle. */
  public double of(double open, double high, double low, double close, double volume) {
    return switch (this) {
      case OPEN -> open;
      case HIGH -> high;
      case LOW -> low;
      case CLOSE -> close;
      case VOLUME -> volume;
      case TYPICAL -> (high + low + close) / 3;
    };
  }
}
