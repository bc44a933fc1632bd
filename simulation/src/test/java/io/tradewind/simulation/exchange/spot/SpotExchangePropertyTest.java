package io.tradewind.simulation.exchange.spot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds whatever accounts do, after every command. A failure names its seed; {@code new
 * SpotWorld(seed)} plays it again.
 */
class SpotExchangePropertyTest {
  private static final int SEEDS = 200;
  private static final int COMMANDS = 1_000;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsLostAndNothingContradicts(long seed) {
    play(seed);
  }

  private static SpotWorld play(long seed) {
    SpotWorld world = new SpotWorld(seed);
    for (int i = 0; i < COMMANDS; i++) {
      world.step();
    }
    return world;
  }

  @Test
  void aWorldTwiceIsTheSame() {
    assertThat(play(5).witness.told).isNotEmpty().isEqualTo(play(5).witness.told);
  }

  /** The worlds are only worth something if everything happens in them. */
  @Test
  void everythingHappens() {
    TreeSet<String> seen = new TreeSet<>();
    for (long seed = 0; seed < 20; seed++) {
      seen.addAll(play(seed).witness.seen);
    }
    assertThat(seen)
        .containsAll(
            List.of(
                "LIMIT Traded FILLED",
                "LIMIT Expired EXPIRED UNFILLED_FOK_ORDER_EXPIRED",
                "LIMIT Expired EXPIRED UNFILLED_IOC_QUANTITY_EXPIRED",
                "LIMIT Prevented EXPIRED_IN_MATCH",
                "LIMIT Replaced PARTIALLY_FILLED",
                "LIMIT_MAKER Canceled CANCELED",
                "LIMIT_MAKER Expired EXPIRED OCO_TRIGGER",
                "MARKET Expired EXPIRED INSUFFICIENT_LIQUIDITY",
                "MARKET Traded FILLED",
                "STOP_LOSS Expired EXPIRED OTO_PHASE_ONE_EXPIRED",
                "STOP_LOSS Expired EXPIRED REJECTED",
                "STOP_LOSS Traded FILLED",
                "STOP_LOSS_LIMIT Accepted PENDING_NEW",
                "STOP_LOSS_LIMIT Traded FILLED",
                "TAKE_PROFIT Traded FILLED",
                "TAKE_PROFIT_LIMIT Traded PARTIALLY_FILLED",
                "OCO ALL_DONE",
                "OTO UPDATED",
                "refused WOULD_TRIGGER_IMMEDIATELY",
                "refused INSUFFICIENT_BALANCE",
                "refused PRICE_RELATION",
                "refused PEG_NOT_OF_TYPE",
                "refused LIQUIDITY_BELOW_PEG",
                "pegged LIMIT found",
                "pegged LIMIT PENDING_NEW",
                "pegged LIMIT_MAKER found",
                "pegged STOP_LOSS_LIMIT found",
                "refused LIQUIDITY_BELOW_LOT_SIZE"));
  }
}
