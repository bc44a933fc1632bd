package io.tradewind.core.execution.route;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.number.FixedPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits an order over venues: as much of it as can be had, and that as cheaply as can be, fees and
 * the risk of waiting counted. Pure.
 *
 * <p>Every set of venues is tried, each of it with its minimum first; what is left goes lot by lot
 * to the venue where the next one costs least, which is the best there is where costs rise (B. L.
 * Fox, 1966, "Discrete optimization via marginal analysis", Management Science 13). It is exact
 * where the lots of the venues are equal; where they differ, the result may lie a coarse lot beside
 * the best. The risk of waiting is {@code aversion * volatility * sqrt(latency / day)}, as a ratio
 * of the price.
 */
public final class RoutePlanner {
  /** Two costs nearer than this are one and the same. */
  private static final double HAIR = 1e-12;

  private RoutePlanner() {}

  /**
   * The best split.
   *
   * @param books at most {@link RoutePolicy#maxVenues}
   */
  public static RoutePlan plan(RoutePolicy policy, RouteRequest request, List<VenueBook> books) {
    Check.argument(
        books.size() <= policy.maxVenues(),
        "at most %s venues are considered, these are %s",
        policy.maxVenues(),
        books.size());
    List<VenueWalk> walks = new ArrayList<>();
    for (VenueBook book : books) {
      VenueWalk walk = new VenueWalk(policy, request, book);
      if (walk.smallestScaled() <= walk.largestScaled()) {
        walks.add(walk);
      }
    }
    Split best = new Split(new long[walks.size()], 0, 0);
    for (int set = 1; set < 1 << walks.size(); set++) {
      Split split = split(request.qtyScaled(), walks, set);
      best = split.isBetterThan(best) ? split : best;
    }
    return plan(request, walks, best);
  }

  /** Quantities by venue, their sum and cost. */
  private static final class Split {
    private final long[] qtyScaled;
    private final long totalScaled;
    private final double cost;

    Split(long[] qtyScaled, long totalScaled, double cost) {
      this.qtyScaled = qtyScaled;
      this.totalScaled = totalScaled;
      this.cost = cost;
    }

    boolean isBetterThan(Split other) {
      if (totalScaled != other.totalScaled) {
        return totalScaled > other.totalScaled;
      }
      return cost < other.cost - HAIR * Math.abs(other.cost);
    }
  }

  /** With each venue of the set at its minimum at least; nothing where that is too much. */
  private static Split split(long askedScaled, List<VenueWalk> walks, int set) {
    long[] qty = new long[walks.size()];
    long left = askedScaled;
    for (int i = 0; i < qty.length; i++) {
      if ((set & 1 << i) != 0) {
        qty[i] = walks.get(i).smallestScaled();
        left -= qty[i];
      }
      if (left < 0) {
        return new Split(new long[qty.length], 0, 0);
      }
    }
    int next = cheapest(walks, qty, set, left);
    while (next >= 0) {
      long more = step(walks.get(next), qty[next], left);
      qty[next] += more;
      left -= more;
      next = cheapest(walks, qty, set, left);
    }
    double cost = 0;
    for (int i = 0; i < qty.length; i++) {
      cost += walks.get(i).cost(0, qty[i]);
    }
    return new Split(qty, askedScaled - left, cost);
  }

  /** The venue where the next lot costs least of those that have one; -1 for none. */
  private static int cheapest(List<VenueWalk> walks, long[] qty, int set, long left) {
    int best = -1;
    double bestCost = Double.POSITIVE_INFINITY;
    for (int i = 0; i < qty.length; i++) {
      VenueWalk walk = walks.get(i);
      long lot = walk.lotScaled();
      boolean isOpen = (set & 1 << i) != 0 && lot <= left && qty[i] + lot <= walk.largestScaled();
      double cost = isOpen ? walk.cost(qty[i], qty[i] + lot) / lot : Double.POSITIVE_INFINITY;
      if (cost < bestCost) {
        best = i;
        bestCost = cost;
      }
    }
    return best;
  }

  /** All lots that cost the same as the next. */
  private static long step(VenueWalk walk, long qty, long left) {
    long lot = walk.lotScaled();
    long most = Math.min(left, walk.largestScaled() - qty) / lot;
    return Math.min(most, Math.max(1, walk.lotsAtLevel(qty))) * lot;
  }

  private static RoutePlan plan(RouteRequest request, List<VenueWalk> walks, Split split) {
    List<RoutePlan.Part> parts = new ArrayList<>();
    for (int i = 0; i < walks.size(); i++) {
      long qty = split.qtyScaled[i];
      if (qty > 0) {
        VenueWalk walk = walks.get(i);
        long quote = walk.quoteScaled(qty);
        parts.add(
            new RoutePlan.Part(
                walk.book().venue(), qty, walk.worstScaled(qty), quote, walk.feeScaled(quote)));
      }
    }
    double unit =
        (double) FixedPoint.pow10(request.instrument().priceScale())
            * FixedPoint.pow10(request.instrument().qtyScale());
    return new RoutePlan(parts, request.qtyScaled() - split.totalScaled, split.cost / unit);
  }
}
