package io.tradewind.analytics.structure;

import static io.tradewind.analytics.structure.HarmonicRatio.b;
import static io.tradewind.analytics.structure.HarmonicRatio.c;
import static io.tradewind.analytics.structure.HarmonicRatio.cOfX;
import static io.tradewind.analytics.structure.HarmonicRatio.cd;
import static io.tradewind.analytics.structure.HarmonicRatio.d;
import static io.tradewind.analytics.structure.HarmonicRatio.dOfC;
import static io.tradewind.analytics.structure.HarmonicRatio.equal;

import io.tradewind.analytics.pattern.Direction;
import io.tradewind.analytics.pattern.PatternMatch;
import io.tradewind.analytics.pattern.PatternMatch.Level;
import io.tradewind.analytics.pattern.PatternMatch.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Harmonic patterns: five swings X, A, B, C, D whose legs stand in given ratios, bullish if D is a
 * low. Known when D is known to be a swing: later than for those who act at the touch of the zone,
 * but never wrong about D.
 *
 * <p>Ratios: {@code b = AB/XA}, {@code c = BC/AB}, {@code cd = CD/BC}, {@code d = AD/XA}; of the
 * cypher {@code cOfX = XC/XA} and {@code dOfC = CD/XC}; of AB=CD, which has no X, {@code CD = AB}.
 * A ratio fits if it misses its range by no more than {@code tolerance}, a part of the bound that
 * it misses. The confidence is the mean over the ratios of 1 within the range, falling to one half
 * at the edge of what is tolerated.
 *
 * <p>Sources: H. M. Gartley (1935), "Profits in the Stock Market", page 222, without ratios; S. M.
 * Carney (1999), "The Harmonic Trader", (2004) "Harmonic Trading of the Financial Markets" and
 * (2010) "Harmonic Trading", volumes 1 and 2, for the ratios of Gartley, bat, butterfly, crab and
 * shark, whose points 0, X, A, B, C are X, A, B, C, D here; D. Oglesbee for the cypher. Where the
 * source gives one ratio the range is that ratio.
 */
public enum HarmonicPattern {
  /** By H. M. Gartley, with ratios by S. M. Carney. */
  GARTLEY(b(0.618, 0.618), c(0.382, 0.886), cd(1.13, 1.618), d(0.786, 0.786)),
  /** By S. M. Carney. */
  BAT(b(0.382, 0.5), c(0.382, 0.886), cd(1.618, 2.618), d(0.886, 0.886)),
  /** By B. Gilmore, with ratios by S. M. Carney. */
  BUTTERFLY(b(0.786, 0.786), c(0.382, 0.886), cd(1.618, 2.24), d(1.27, 1.27)),
  /** By S. M. Carney. */
  CRAB(b(0.382, 0.618), c(0.382, 0.886), cd(2.24, 3.618), d(1.618, 1.618)),
  /** By S. M. Carney. */
  SHARK(b(0.382, 0.618), c(1.13, 1.618), cd(1.618, 2.24), d(0.886, 1.13)),
  /** By D. Oglesbee. */
  CYPHER(b(0.382, 0.618), cOfX(1.272, 1.414), dOfC(0.786, 0.786)),
  /** Two equal legs, by H. M. Gartley. */
  AB_CD(c(0.382, 0.886), cd(1.13, 2.618), equal());

  @SuppressWarnings("ImmutableEnumChecker") // it is a List.of
  private final List<HarmonicRatio> ratios;

  private final int points;

  HarmonicPattern(HarmonicRatio... ratios) {
    this.ratios = List.of(ratios);
    int most = 0;
    for (HarmonicRatio ratio : ratios) {
      most = Math.max(most, ratio.points());
    }
    points = most;
  }

  /** Lower case words with dashes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Measures the last swings. Work is bounded and nothing is allocated.
   *
   * @param tolerance part of a ratio, above 0, usually 0.05
   * @return direction (1 up, -1 down) times confidence (0 to 1), 0 if they are no such pattern or
   *     the latest close has gone beyond its invalidation
   */
  public double signedConfidence(Swings swings, double tolerance) {
    if (swings.size() < points) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < ratios.size(); i++) {
      double missed = ratios.get(i).missed(swings);
      if (!(missed <= tolerance)) {
        return 0;
      }
      sum += Measure.closeness(missed, tolerance);
    }
    int up = -swings.sign();
    boolean invalid = Measure.isBeyond(up, swings.close(), invalidation(swings, tolerance));
    return invalid ? 0 : up * sum / ratios.size();
  }

  private double invalidation(Swings swings, double tolerance) {
    int up = -swings.sign();
    return up * Math.min(far(swings, tolerance), up * swings.price(0));
  }

  /** Where the reversal zone ends as seen from C, as if D were a low. */
  private double far(Swings swings, double tolerance) {
    double far = -Double.MAX_VALUE;
    for (int i = 0; i < ratios.size(); i++) {
      HarmonicRatio ratio = ratios.get(i);
      if (ratio.endsAtD()) {
        double from = -swings.sign() * swings.price(ratio.from());
        far = Math.max(far, from - ratio.high() * (1 + tolerance) * ratio.base(swings));
      }
    }
    return far;
  }

  /**
   * The last swings as a match; to be asked for only if {@link #signedConfidence} is not 0.
   *
   * <p>Levels: {@code zone-near} and {@code zone-far}, the potential reversal zone as seen from C:
   * where the projections of D by its ratios overlap, tolerance included; {@code target-1} and
   * {@code target-2}, 38.2 % and 61.8 % of the way from D back to A (Carney), or to C where C is
   * further; {@code invalidation}, the end of the zone or D, whichever is further.
   */
  public PatternMatch match(Swings swings, double tolerance) {
    double signed = signedConfidence(swings, tolerance);
    List<Point> corners = new ArrayList<>();
    for (int ago = points - 1; ago >= 0; ago--) {
      corners.add(new Point(swings.bar(ago), swings.price(ago)));
    }
    int up = -swings.sign();
    double near = Double.MAX_VALUE;
    for (HarmonicRatio ratio : ratios) {
      if (ratio.endsAtD()) {
        double from = up * swings.price(ratio.from());
        near = Math.min(near, from - ratio.low() * (1 - tolerance) * ratio.base(swings));
      }
    }
    double end = swings.price(0);
    double back = up * Math.max(up * swings.price(1), up * swings.price(3)) - end;
    return new PatternMatch(
        label(),
        Direction.of(signed),
        corners,
        swings.knownBar(0),
        Math.abs(signed),
        List.of(
            new Level("zone-near", up * near),
            new Level("zone-far", up * far(swings, tolerance)),
            new Level("target-1", end + 0.382 * back),
            new Level("target-2", end + 0.618 * back),
            new Level("invalidation", invalidation(swings, tolerance))));
  }

  /** The patterns that became known at the latest bar. */
  public static List<PatternMatch> known(Swings swings, double tolerance) {
    List<PatternMatch> found = new ArrayList<>();
    for (HarmonicPattern pattern : values()) {
      if (swings.isNew() && pattern.signedConfidence(swings, tolerance) != 0) {
        found.add(pattern.match(swings, tolerance));
      }
    }
    return found;
  }
}
