package io.tradewind.analytics.structure;

import io.tradewind.analytics.check.Check;
import java.util.Locale;

/** What makes a turn of the price a swing, with a size. */
public enum SwingKind {
  /** A way back of so many average true ranges of 14 bars. */
  ATR {
    @Override
    public SwingDetector detector(double size) {
      return ZigZag.ofAtr(size, ATR_LENGTH);
    }
  },
  /** A way back of so many percent. */
  PERCENT {
    @Override
    public SwingDetector detector(double size) {
      return ZigZag.ofPercent(size);
    }
  },
  /** So many bars on either side that go less far, a whole number. */
  FRACTAL {
    @Override
    public SwingDetector detector(double size) {
      Check.argument(size == Math.rint(size), "bars of a fractal must be whole, was %s", size);
      return new Fractals((int) size);
    }
  };

  private static final int ATR_LENGTH = 14;

  /**
   * A new detector.
   *
   * @throws IllegalArgumentException if it cannot have that size
   */
  public abstract SwingDetector detector(double size);

  /** Lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static SwingKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
