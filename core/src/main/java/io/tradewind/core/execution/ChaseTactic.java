package io.tradewind.core.execution;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.util.OptionalLong;

/**
 * Rests post-only at the near touch and goes with it, both ways, as far as the cap. When its
 * patience is over it takes back what rests and takes from the market what it can get at the cap.
 * One child is open at a time: the next is placed when the end of the last is told.
 */
final class ChaseTactic implements Tactic {
  private final ExecutionStyle.Chase style;
  private long endNs;

  /** Where its child rests; 0 where it takes. */
  private long restingScaled;

  private long repriceNs;

  ChaseTactic(ExecutionStyle.Chase style) {
    this.style = style;
  }

  @Override
  public void start(long timeNs) {
    endNs = Utc.plus(timeNs, style.patienceNs());
    repriceNs = timeNs;
  }

  @Override
  public void act(Desk desk) {
    boolean isImpatient = desk.nowNs() >= endNs;
    if (desk.book().openChildren() > 0) {
      if (restingScaled > 0 && (isImpatient || hasMoved(desk))) {
        desk.cancelAll();
      }
    } else if (isImpatient) {
      restingScaled = 0;
      desk.takeAt(desk.unplacedScaled(), capScaled(desk));
    } else {
      rest(desk);
    }
  }

  private void rest(Desk desk) {
    OptionalLong price = desk.rest(desk.unplacedScaled(), passiveScaled(desk), true);
    if (price.isPresent()) {
      restingScaled = price.getAsLong();
      repriceNs = Utc.plus(desk.nowNs(), style.repriceNs());
    }
  }

  private boolean hasMoved(Desk desk) {
    return desk.nowNs() >= repriceNs && desk.worth(passiveScaled(desk)) != restingScaled;
  }

  private long passiveScaled(Desk desk) {
    Side side = desk.parent().side();
    long near = desk.market().passiveScaled(side, desk.parent().rules().tickScaled());
    long cap = capScaled(desk);
    return side == Side.BUY ? Math.min(near, cap) : Math.max(near, cap);
  }

  private long capScaled(Desk desk) {
    return desk.parent().worstScaled(desk.market().arrival().orElseThrow(), style.capRatio());
  }

  @Override
  public long nextWakeNs() {
    return Math.min(repriceNs, endNs);
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
    out.writeLong(endNs).writeLong(restingScaled).writeLong(repriceNs);
  }

  @Override
  public void load(StateReader in) {
    endNs = in.readLong();
    restingScaled = in.readLong();
    repriceNs = in.readLong();
  }
}
