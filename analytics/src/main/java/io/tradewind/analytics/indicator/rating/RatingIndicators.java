package io.tradewind.analytics.indicator.rating;

import io.tradewind.analytics.indicator.Definition;
import java.util.List;

/** The indicators of this family. */
public final class RatingIndicators {
  /** By class name. */
  public static final List<Definition> ALL = List.of(TechnicalRatings.DEFINITION);

  private RatingIndicators() {}
}
