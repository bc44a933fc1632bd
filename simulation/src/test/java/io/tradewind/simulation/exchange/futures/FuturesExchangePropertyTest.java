package io.tradewind.simulation.exchange.futures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds whatever accounts do and marks jump, after every command. A failure names its seed;
 * {@code new FuturesWorld(seed)} plays it again.
 */
class FuturesExchangePropertyTest {
  private static final int SEEDS = 100;
  private static final int COMMANDS = 500;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void nothingIsLostAndNothingContradicts(long seed) {
    play(seed);
  }

  private static FuturesWorld play(long seed) {
    FuturesWorld world = new FuturesWorld(seed);
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
    for (long seed = 0; seed < 15; seed++) {
      seen.addAll(play(seed).witness.seen);
    }
    assertThat(seen)
        .containsAll(
            List.of(
                "LIMIT Traded FILLED",
                "LIMIT Traded PARTIALLY_FILLED",
                "LIMIT Amended PARTIALLY_FILLED",
                "LIMIT Expired EXPIRED LIQUIDATION",
                "LIMIT Expired EXPIRED REDUCE_ONLY",
                "LIMIT Expired EXPIRED GOOD_TILL_DATE",
                "LIMIT Expired EXPIRED UNFILLED_IOC_QUANTITY",
                "LIMIT Expired EXPIRED_IN_MATCH SELF_TRADE",
                "MARKET Expired EXPIRED REDUCE_ONLY",
                "MARKET Expired EXPIRED UNFILLED_MARKET_QUANTITY",
                "LIQUIDATION Traded PARTIALLY_FILLED",
                "LIQUIDATION Traded FILLED",
                "STOP FINISHED",
                "STOP_MARKET EXPIRED",
                "STOP_MARKET FINISHED",
                "TAKE_PROFIT REJECTED",
                "TAKE_PROFIT_MARKET FINISHED",
                "TRAILING_STOP_MARKET FINISHED",
                "account FUNDING_FEE",
                "account INSURANCE_CLEAR",
                "account MARGIN_TRANSFER",
                "trade INSURANCE_FUND",
                "trade RPI",
                "crossed beside the book",
                "shown beside the book",
                "refused RPI_NOT_MODIFIED",
                "force FILLED",
                "refused FOK_NOT_FILLABLE",
                "refused GTX_WOULD_TAKE",
                "refused ISOLATED_BALANCE_INSUFFICIENT",
                "refused LEVERAGE_MARGIN_INSUFFICIENT",
                "refused LEVERAGE_REDUCTION_ISOLATED",
                "refused MARGIN_INSUFFICIENT",
                "refused POSITION_LIMIT_AT_LEVERAGE",
                "refused REDUCE_ONLY_REJECTED",
                "refused WOULD_TRIGGER_IMMEDIATELY"));
  }
}
