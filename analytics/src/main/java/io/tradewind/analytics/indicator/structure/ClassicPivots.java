package io.tradewind.analytics.indicator.structure;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.session.Session;
import io.tradewind.analytics.session.SessionCandle;

/**
 * Classic pivot points from the high H, low L and close C of the session before: {@code p = (H + L
 * + C) / 3}, {@code r1 = 2 p - L}, {@code s1 = 2 p - H}, {@code r2 = p + (H - L)}, {@code s2 = p -
 * (H - L)}, {@code r3 = H + 2 (p - L)}, {@code s3 = L - 2 (H - p)}. Outputs: 0 p, then r1, r2, r3,
 * s1, s2, s3. Ready after 1 bar; NaN until a session that was seen from its beginning has ended
 * (see {@link SessionCandle}), and for a session after one with a NaN in it.
 *
 * <p>Source: the floor traders of Chicago; in print J. L. Person (2004), "A Complete Guide to
 * Technical Trading Tactics", whose third levels these are. Some charts take {@code r3 = r1 + (H -
 * L)}, which is the same number.
 */
public final class ClassicPivots extends FloorPivots {
  /** What this is. */
  public static final Definition DEFINITION =
      outputs(Definition.of(Family.STRUCTURE, "pivots-classic", "Pivot points of floor traders"))
          .source("J. L. Person (2004), A Complete Guide to Technical Trading Tactics")
          .parameter(SESSION)
          .memory(Memory.SESSION)
          .makes(values -> new ClassicPivots(Session.of(values.get(SESSION))));

  /** Of the session before. */
  public ClassicPivots(Session session) {
    super(DEFINITION, session);
  }

  @Override
  double pivot(SessionCandle candles) {
    return (candles.previousHigh() + candles.previousLow() + candles.previousClose()) / 3.0;
  }
}
