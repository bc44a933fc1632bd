package io.tradewind.core.feature;

import java.util.Arrays;
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
  /** (high + low) / 2. */
  MEDIAN,
  /** (high + low + close) / 3. */
  TYPICAL,
  /** (open + high + low + close) / 4. */
  AVERAGE,
  /** (high + low + 2 close) / 4. */
  WEIGHTED;

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException saying which there are
   */
  static PriceSource parse(String text) {
    for (PriceSource source : values()) {
      if (source.label().equals(text.strip())) {
        return source;
      }
    }
    throw new IllegalArgumentException(
        "'" + text.strip() + "' is no price of a candle; there are " + Arrays.toString(labels()));
  }

  private static String[] labels() {
    return Arrays.stream(values()).map(PriceSource::label).toArray(String[]::new);
  }

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
      case MEDIAN -> (bar.high() + bar.low()) / 2;
      case TYPICAL -> (bar.high() + bar.low() + bar.close()) / 3;
      case AVERAGE -> (bar.open() + bar.high() + bar.low() + bar.close()) / 4;
      case WEIGHTED -> (bar.high() + bar.low() + 2 * bar.close()) / 4;
    };
  }
}
