package io.tradewind.core.execution;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import java.math.RoundingMode;

/** Rests with the visible part at one price, and with the next once that is gone. */
final class IcebergTactic implements Tactic {
  private final ExecutionStyle.Iceberg style;
  private final long visiblePpm;
  private long endNs;
  private long priceScaled;

  IcebergTactic(ExecutionStyle.Iceberg style) {
    this.style = style;
    this.visiblePpm = Crossing.ppm(style.visibleShare());
  }

  @Override
  public void start(long timeNs) {
    endNs = Utc.plus(timeNs, style.durationNs());
  }

  @Override
  public void act(Desk desk) {
    if (priceScaled == 0) {
      ParentOrder parent = desk.parent();
      priceScaled = parent.limitScaled().orElse(desk.market().nearScaled(parent.side()));
    }
    if (desk.book().openChildren() == 0) {
      desk.rest(visible(desk), priceScaled, false);
    }
  }

  /** Never under what the venue takes, so that a small part can be shown at all. */
  private long visible(Desk desk) {
    long share =
        FixedPoint.mulDiv(desk.parent().qtyScaled(), visiblePpm, 1_000_000, RoundingMode.FLOOR);
    return Math.max(share, desk.roomyScaled(priceScaled));
  }

  @Override
  public long endNs() {
    return endNs;
  }

  @Override
  public Benchmark benchmark() {
    return Benchmark.ARRIVAL;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(endNs).writeLong(priceScaled);
  }

  @Override
  public void load(StateReader in) {
    endNs = in.readLong();
    priceScaled = in.readLong();
  }
}
