package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.fault.SymbolFault;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine whose clock is not the venue's: an exit that is refused keeps its distances. */
class ClockTest {
  private static final String HELD = "BTCUSDT";

  private final World world = new World(World.Terms.usual(3, Weather.CLEAR).keeping(40));
  private final List<AuditRecord> decided = new ArrayList<>();

  private static long ours(Life life) {
    return life.engine().stream()
        .mapToLong(engine -> engine.books().of(0).position(0).qtyScaled())
        .sum();
  }

  private long exits() {
    return decided.stream()
        .filter(each ->
            each instanceof AuditRecord.OrderSent sent
                && sent.intent().purpose() == OrderPurpose.END
                && sent.intent().instrument() == 0)
        .count();
  }

  private void halted(boolean isHalted) {
    var plan = world.exchange().desk().plan();
    TreeSet<String> symbols = new TreeSet<>(isHalted ? List.of(HELD) : List.of());
    world.exchange().front().change(plan.with(SymbolFault.HALTED, symbols));
  }

  /**
   * Asked again after 1, 2, 4, 8 and 16 seconds.
   *
   * @param lagS seconds that the machine's clock is behind, below 0 where it is ahead
   */
  @ParameterizedTest
  @CsvSource({"0", "-30", "300"})
  void aRefusedExitIsAskedForAgain(long lagS) {
    Life life = new Life(world, Voyage.steady(Market.PERP, false), disk(), decided::add, 1);
    life.lagNs = Math.min(0, lagS) * Utc.SECOND_NS;
    boolean isHolding =
        world.run(100 * Utc.SECOND_NS, life, () -> life.isInStep() && ours(life) > 0);
    assertThat(isHolding).isTrue();
    world.run(5 * Utc.SECOND_NS, life);
    if (lagS > 0) {
      world.run(lagS * Utc.SECOND_NS, () -> 0);
      life.lagNs = lagS * Utc.SECOND_NS;
      world.run(30 * Utc.SECOND_NS, life);
    }
    halted(true);
    life.halt();
    life.ask(ControlEvent.CloseAll::new);
    world.run(20 * Utc.SECOND_NS, life);
    assertThat(exits()).isBetween(3L, 8L);
    halted(false);
    assertThat(world.run(20 * Utc.SECOND_NS, life, () -> ours(life) == 0)).isTrue();
  }

  private static VolatileDisk disk() {
    return new VolatileDisk(1, 1L << 30);
  }
}
