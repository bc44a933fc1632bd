package io.tradewind.research.report;

import io.tradewind.research.backtest.EquityCurve;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fewer points of a curve that still look like it: no peak and no trough is lost. */
final class CurveThinning {
  private CurveThinning() {}

  /**
   * Rising indices of the points to keep: all, or the first, the last, and the lowest and highest
   * of each of {@code limit / 2} stretches.
   */
  static List<Integer> points(EquityCurve curve, int limit) {
    TreeSet<Integer> kept = new TreeSet<>();
    int stretches = curve.size() <= limit ? curve.size() : limit / 2;
    for (int stretch = 0; stretch < stretches; stretch++) {
      int from = (int) ((long) stretch * curve.size() / stretches);
      int to = (int) ((stretch + 1L) * curve.size() / stretches);
      addExtremes(curve, from, to, kept);
    }
    if (curve.size() > 0) {
      kept.add(0);
      kept.add(curve.size() - 1);
    }
    return List.copyOf(kept);
  }

  private static void addExtremes(EquityCurve curve, int from, int to, Set<Integer> kept) {
    int lowest = from;
    int highest = from;
    for (int i = from + 1; i < to; i++) {
      lowest = curve.equityScaled(i) < curve.equityScaled(lowest) ? i : lowest;
      highest = curve.equityScaled(i) > curve.equityScaled(highest) ? i : highest;
    }
    kept.add(lowest);
    kept.add(highest);
  }
}
