package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionCandle;

/**
 * Woodie's pivot points from the high H and low L of the session before and the open O of this one:
 * {@code p = (H + L + 2 O) / 4}, {@code r1 = 2 p - L}, {@code s1 = 2 p - H}, {@code r2 = p + (H -
 * L)}, {@code s2 = p - (H - L)}, {@code r3 = H + 2 (p - L)}, {@code s3 = L - 2 (H - p)}. Outputs: 0
 * p, then r1, r2, r3, s1, s2, s3. Ready after 1 bar; NaN until a session that was seen from its
 * beginning has ended (see {@link SessionCandle}), and for a session after one with a NaN in it.
 *
 * <p>Source: K. Wood ("Woodie"), as told in F. Ochoa (2010), "Secrets of a Pivot Boss". There are
 * two forms: this is Wood's own, with the open of the session that begins; the other has the close
 * of the session before in its place, for those who need the levels before the open.
 */
public final class WoodiePivots extends FloorPivots {
  /** What this is. */
  public static final Definition DEFINITION =
      outputs(
              Definition.of(
                  Family.STRUCTURE,
                  "pivots-woodie",
                  "Pivot points that weigh the open of this session"))
          .source("K. Wood, in F. Ochoa (2010), Secrets of a Pivot Boss")
          .parameter(SESSION)
          .memory(Memory.SESSION)
          .makes(values -> new WoodiePivots(Session.of(values.get(SESSION))));

  /** Of the session before. */
  public WoodiePivots(Session session) {
    super(DEFINITION, session);
  }

  @Override
  double pivot(SessionCandle candles) {
    return (candles.previousHigh() + candles.previousLow() + 2 * candles.open()) / 4.0;
  }
}
