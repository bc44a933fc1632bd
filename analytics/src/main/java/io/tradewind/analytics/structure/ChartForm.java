package io.tradewind.analytics.structure;

import io.tradewind.analytics.pattern.PatternMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Forms of the last swings that have names, each with its mirror image. What they are allowed to be
 * is measured in parts of their own height and width, never in percent of the price, so that a form
 * is seen alike at any price and over any number of bars.
 *
 * <p>Sources: T. N. Bulkowski (2005), "Encyclopedia of Chart Patterns", 2nd edition, for what
 * identifies each form, where it is confirmed and how far it should go; R. D. Edwards and J. Magee
 * (1948), "Technical Analysis of Stock Trends"; A. Lo, H. Mamaysky and J. Wang (2000), "Foundations
 * of Technical Analysis", Journal of Finance 55(4), who first wrote forms as conditions on
 * consecutive extremes. Their limits in percent of the price are of daily stocks and are replaced
 * by limits relative to the form. A confidence is the mean of measures from 0 to 1 that each form
 * names.
 */
public enum ChartForm {
  /** Three tops, the middle one the highest, or three bottoms. */
  HEAD_AND_SHOULDERS(6) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return TopForms.headAndShoulders(swings, into);
    }
  },
  /** Two tops at one price, or two bottoms. */
  DOUBLE(4) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return TopForms.doubleTop(swings, into);
    }
  },
  /** Three tops at one price, or three bottoms. */
  TRIPLE(6) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return TopForms.tripleTop(swings, into);
    }
  },
  /** Two lines that meet, of which one is level or which go against each other. */
  TRIANGLE(5) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return BoundaryForms.triangle(swings, into);
    }
  },
  /** Two lines that meet and both rise or both fall. */
  WEDGE(5) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return BoundaryForms.wedge(swings, into);
    }
  },
  /** A short pause between parallel lines after a steep leg. */
  FLAG(5) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return PoleForms.flag(swings, into);
    }
  },
  /** A short pause between lines that meet after a steep leg. */
  PENNANT(5) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return PoleForms.pennant(swings, into);
    }
  },
  /** Two parallel lines. */
  CHANNEL(5) {
    @Override
    boolean readForm(Swings swings, ChartReading into) {
      return BoundaryForms.channel(swings, into);
    }
  };

  private final int least;

  ChartForm(int least) {
    this.least = least;
  }

  abstract boolean readForm(Swings swings, ChartReading into);

  /**
   * Reads the last swings. Work is bounded and nothing is allocated.
   *
   * @return whether they have this form, and the latest close has not left it by the wrong side; if
   *     not, {@code into} is in no defined state
   */
  public boolean read(Swings swings, ChartReading into) {
    return swings.size() >= least && readForm(swings, into) && !into.isInvalidAt(swings.close());
  }

  /** The forms that became known at the latest bar. */
  public static List<PatternMatch> known(Swings swings) {
    List<PatternMatch> found = new ArrayList<>();
    ChartReading reading = new ChartReading();
    for (ChartForm form : values()) {
      if (swings.isNew() && form.read(swings, reading)) {
        found.add(reading.match(swings));
      }
    }
    return found;
  }

  /** Lower case words with dashes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
