package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.venue.VenueNews;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong at the venue is in the status. */
class ErrorsTest {
  private static final long LENGTH_NS = 60 * Utc.SECOND_NS;

  @Test
  void aLostStreamIsAnError() {
    World world =
        new World(
            World.Terms.usual(
                1,
                new Weather(
                    Weather.CLEAR.faults(),
                    Weather.CLEAR.net(),
                    List.of(
                        new Weather.Blow(
                            Weather.Kind.CUT, World.START_NS + LENGTH_NS, Utc.SECOND_NS)),
                    World.START_NS + 2 * LENGTH_NS)));
    Voyage voyage =
        new Voyage(1, Market.SPOT, false, false, false, Voyage.Limits.WIDE, Voyage.Conduct.RANDOM);
    Life life = new Life(world, voyage, new VolatileDisk(1, 1L << 30), entry -> {}, 1);
    world.run(LENGTH_NS - Utc.SECOND_NS, life);
    assertThat(errors(life)).isEqualTo(refused(life));
    world.run(LENGTH_NS, life);
    assertThat(life.news).anyMatch(VenueNews.StreamLost.class::isInstance);
    assertThat(errors(life)).isGreaterThan(refused(life));
    life.end();
  }

  private static long errors(Life life) {
    return life.status().orElseThrow().traffic().errors();
  }

  private static long refused(Life life) {
    return life.news.stream().filter(VenueNews.Refused.class::isInstance).count();
  }
}
