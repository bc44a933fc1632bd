package io.tradewind.bench.heap;

import java.util.List;
import java.util.Locale;

/** A curve of live heap over simulated time, as an image that can be read on light and on dark. */
final class HeapCurve {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 240;
  private static final int LEFT = 48;
  private static final int BOTTOM = 28;
  private static final int TOP = 12;
  private static final int LINES = 4;
  private static final double DAY_H = 24;

  private HeapCurve() {}

  /**
   * The image.
   *
   * @param megabytes one for each step
   * @param everyHours a step
   */
  static String svg(List<Double> megabytes, int everyHours) {
    double most = megabytes.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double top = Math.ceil(most / 10) * 10;
    double hours = (double) megabytes.size() * everyHours;
    StringBuilder text = new StringBuilder();
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img"
          aria-label="live heap">
        <style>
        text { font: 12px sans-serif; fill: #57606a }
        line { stroke: #8c959f; stroke-width: 0.5 }
        polyline { fill: none; stroke: #0969da; stroke-width: 1.5 }
        @media (prefers-color-scheme: dark) {
          text { fill: #9198a1 } line { stroke: #656c76 } polyline { stroke: #4493f8 }
        }
        </style>
        """
            .formatted(WIDTH, HEIGHT));
    for (int i = 0; i <= LINES; i++) {
      double value = top * i / LINES;
      double y = y(value, top);
      text.append(line(LEFT, y, WIDTH, y)).append(text(4, y + 4, "%.0f MB", value));
    }
    int days = (int) Math.ceil(hours / DAY_H);
    int step = Math.max(1, days / 10);
    for (int day = 0; day <= days; day += step) {
      double x = Math.min(WIDTH - 46.0, x(day * DAY_H, hours));
      text.append(text(x, HEIGHT - 8.0, "day %.0f", day));
    }
    text.append("<polyline points=\"");
    for (int i = 0; i < megabytes.size(); i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              x((i + 1.0) * everyHours, hours),
              y(megabytes.get(i), top)));
    }
    return text.append("\"/>\n</svg>\n").toString();
  }

  private static double x(double hour, double hours) {
    return LEFT + (WIDTH - LEFT) * hour / hours;
  }

  private static double y(double value, double top) {
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top;
  }

  private static String line(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", x1, y1, x2, y2);
  }

  private static String text(double x, double y, String words, double value) {
    return String.format(
        Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">" + words + "</text>%n", x, y, value);
  }
}
