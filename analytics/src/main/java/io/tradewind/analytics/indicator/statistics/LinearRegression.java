package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingTrend;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * A figure of the least-squares line through the last {@code length} values, by {@link
 * RollingTrend}: its {@link Figure}. Ready after {@code length} values. Source: C. F. Gauss (1809),
 * "Theoria motus corporum coelestium". As TA-Lib's LINEARREG and its relatives, with the digits of
 * small slopes that its large sums lose.
 */
public final class LinearRegression extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);
  private static final double DEGREES = 180.0 / Math.PI;

  /** Which figure of the line. */
  public enum Figure {
    /** The line at the newest value. */
    END("linear-regression", "Least-squares line at the newest value", "LINEARREG", Unit.PRICE),
    /** The line one step after the newest value. */
    FORECAST("time-series-forecast", "Least-squares line one step ahead", "TSF", Unit.PRICE),
    /** The line at the oldest value. */
    INTERCEPT(
        "linear-regression-intercept",
        "Least-squares line at the oldest value",
        "LINEARREG_INTERCEPT",
        Unit.PRICE),
    /** Rise from one value to the next. */
    SLOPE(
        "linear-regression-slope",
        "Rise of the least-squares line from one value to the next",
        "LINEARREG_SLOPE",
        Unit.PRICE),
    /** Angle of the rise, in degrees, as if a step and a price were of one unit. */
    ANGLE(
        "linear-regression-angle",
        "Angle of the least-squares line in degrees",
        "LINEARREG_ANGLE",
        Unit.UNSCALED);

    private final String label;
    private final String summary;
    private final String taLib;
    private final Unit unit;

    Figure(String label, String summary, String taLib, Unit unit) {
      this.label = label;
      this.summary = summary;
      this.taLib = taLib;
      this.unit = unit;
    }

    private Definition define() {
      return Definition.of(Family.STATISTICS, label, summary)
          .source("C. F. Gauss (1809), Theoria motus corporum coelestium")
          .taLib(taLib)
          .parameter(LENGTH)
          .output(label, unit)
          .makes(values -> new LinearRegression(this, values.get(LENGTH)));
    }
  }

  private static final Map<Figure, Definition> DEFINITIONS = new EnumMap<>(Figure.class);

  static {
    for (Figure figure : Figure.values()) {
      DEFINITIONS.put(figure, figure.define());
    }
  }

  private final Figure figure;
  private final int length;
  private final RollingTrend window;

  /**
   * Over the last values.
   *
   * @param figure what of the line
   * @param length at least 2
   */
  public LinearRegression(Figure figure, int length) {
    super(definition(figure), LENGTH.check(length));
    this.figure = figure;
    this.length = length;
    this.window = part(new RollingTrend(length));
  }

  /** What a figure is. */
  public static Definition definition(Figure figure) {
    return Objects.requireNonNull(DEFINITIONS.get(figure));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(
        switch (figure) {
          case END -> window.end();
          case FORECAST -> window.mean() + window.slope() * ((length + 1) / 2.0);
          case INTERCEPT -> window.mean() - window.slope() * ((length - 1) / 2.0);
          case SLOPE -> window.slope();
          case ANGLE -> StrictMath.atan(window.slope()) * DEGREES;
        });
  }
}
