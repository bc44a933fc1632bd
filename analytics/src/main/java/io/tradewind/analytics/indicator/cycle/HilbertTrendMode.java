package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Whether the market trends (1) or cycles (0). It cycles for half a period after the lines of the
 * {@link HilbertSine} cross, and while the phase turns by 0.67 to 1.5 of what its period says; it
 * trends if the smoothed price is 1.5 % away from the {@link CycleTrend}, and else. Ready after 64
 * values. Source: J. F. Ehlers (2001), "Rocket Science for Traders", chapter 11. As TA-Lib's
 * HT_TRENDMODE.
 */
public final class HilbertTrendMode extends SeriesIndicator {
  private static final double AWAY = 0.015;

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.CYCLE, "hilbert-trend-mode", "Whether it trends (1) or cycles (0)")
          .source("J. F. Ehlers (2001), Rocket Science for Traders, chapter 11")
          .taLib("HT_TRENDMODE")
          .output("trend-mode", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new HilbertTrendMode());

  private final CyclePhase cycle;
  private final CycleTrend trend;
  private double previousGap;
  private int barsInTrend;

  /** Of each value. */
  public HilbertTrendMode() {
    super(DEFINITION, 64);
    cycle = part(new CyclePhase());
    trend = part(new CycleTrend());
  }

  @Override
  public double update(double value) {
    cycle.update(value);
    double period = cycle.hilbert().period();
    double line = trend.update(value, period);
    if (period == 0) {
      return publish(Double.NaN);
    }
    boolean cycles = hasCrossed();
    barsInTrend = cycles ? 1 : Math.min(barsInTrend + 1, 1000);
    double turn = cycle.turn() * period / 360.0;
    cycles |= barsInTrend < 0.5 * period || (turn > 0.67 && turn < 1.5);
    double distance = line == 0 ? 0.0 : Math.abs((cycle.hilbert().smoothed() - line) / line);
    double mode = cycles && !(distance >= AWAY) ? 0.0 : 1.0;
    return publish(Double.isNaN(distance) ? distance : mode);
  }

  private boolean hasCrossed() {
    double phase = cycle.phase();
    double gap =
        Trigonometry.sin(phase * HilbertSine.RADIANS)
            - Trigonometry.sin((phase + HilbertSine.LEAD) * HilbertSine.RADIANS);
    boolean crossed = (gap > 0 && previousGap <= 0) || (gap < 0 && previousGap >= 0);
    previousGap = gap;
    return crossed;
  }

  @Override
  protected void resetOwn() {
    previousGap = 0;
    barsInTrend = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousGap).writeInt(barsInTrend);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousGap = in.readDouble();
    barsInTrend = in.readInt();
  }
}
