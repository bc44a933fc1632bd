package io.tradewind.analytics.check;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class NearMiss {
  private static final int MOST = 3;

  private NearMiss() {}

  /**
   * The names nearest to what was written, at most three: those that take the fewest edits (insert,
   * delete, replace, swap of neighbours; optimal string alignment, Damerau 1964), no more than a
   * third of its length, of a symbol's without the quote; a name that begins with it counts as one
   * edit.
   */
  public static List<String> of(String written, Collection<String> known) {
    String low = written.toLowerCase(Locale.ROOT);
    int slash = low.indexOf('/');
    int reach = Math.max(1, (slash > 0 ? slash : low.length()) / 3);
    int best = known.stream().mapToInt(name -> cost(low, name)).min().orElse(0);
    return known.stream()
        .distinct()
        .filter(name -> cost(low, name) == best && best <= reach)
        .sorted()
        .limit(MOST)
        .toList();
  }

  /** {@code "; did you mean x or y?"}, or nothing where nothing is near. */
  public static String question(String written, Collection<String> known) {
    List<String> near = of(written, known);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  private static int cost(String low, String name) {
    String other = name.toLowerCase(Locale.ROOT);
    return low.length() >= 2 && other.startsWith(low) ? 1 : edits(low, other);
  }

  private static int edits(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    if (i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1)) {
      best = Math.min(best, cost[i - 2][j - 2] + 1);
    }
    return best;
  }
}
