package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Truth;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ctrl-C, or stop, while an entry is on its way: nobody is there to place its stop later. */
class CleanEndTest {
  private final World world = new World(World.Terms.usual(3, Weather.CLEAR).keeping(40));
  private final List<AuditRecord> decided = new ArrayList<>();

  private boolean isEntrySent() {
    return decided.stream()
        .anyMatch(each ->
            each instanceof AuditRecord.OrderSent sent
                && sent.intent().purpose() == OrderPurpose.ENTRY);
  }

  @ParameterizedTest
  @EnumSource(Market.class)
  void whatIsOnItsWayIsTakenBackOrHasItsStop(Market market) {
    Voyage voyage = Voyage.steady(market, false);
    Life life = new Life(world, voyage, new VolatileDisk(1, 1L << 30), decided::add, 1);
    assertThat(world.run(100 * Utc.SECOND_NS, life, this::isEntrySent)).isTrue();
    assertThat(life.settles()).isTrue();
    life.end();
    world.run(60 * Utc.SECOND_NS, () -> 0);
    Truth truth = world.exchange().truth();
    Lookout lookout = new Lookout(world, voyage, new Figures());
    lookout
        .heldE8()
        .forEach((symbol, heldE8) ->
            assertThat(lookout.stopsE8(symbol)).as(symbol).isGreaterThan(heldE8 - 100_000));
    assertThat(truth.open(market)).hasSizeLessThanOrEqualTo(2);
  }
}
