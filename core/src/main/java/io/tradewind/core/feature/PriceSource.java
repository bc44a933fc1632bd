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

  /** The number of the latest candle. */
  double of(BarSeries bar) {
    return switch (this) {
      case OPEN -> bar.open();
      case HIGH -> bar.high();
      case LOW -> bar.low();
      case CLOSE -> bar.close();
      case VOLUME -> bar.volume();
      case TYPICAL -> (bar.high() + bar.low() + bar.close()) / 3;
    };
  }
}
