package io.tradewind.analytics.structure;

/** A straight line of prices over bars, counted from a bar of its own. */
final class Line {
  private double intercept;
  private double slope;

  /** Through two points. */
  Line through(double x1, double y1, double x2, double y2) {
    slope = (y2 - y1) / (x2 - x1);
    intercept = y1 - slope * x1;
    return this;
  }

  /** With the least squares of the distances of three points. */
  Line fit(double x1, double y1, double x2, double y2, double x3, double y3) {
    double meanX = (x1 + x2 + x3) / 3.0;
    double meanY = (y1 + y2 + y3) / 3.0;
    double dx1 = x1 - meanX;
    double dx2 = x2 - meanX;
    double dx3 = x3 - meanX;
    slope =
        (dx1 * (y1 - meanY) + dx2 * (y2 - meanY) + dx3 * (y3 - meanY))
            / (dx1 * dx1 + dx2 * dx2 + dx3 * dx3);
    intercept = meanY - slope * meanX;
    return this;
  }

  double at(double x) {
    return intercept + slope * x;
  }
}
