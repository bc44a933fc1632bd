package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of margins whatever is ordered and whatever prices do. A failure names its seed;
 * {@code new MarginWorld(seed)} plays it again.
 */
class MarginPropertyTest {
  private static final int SEEDS = 600;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ledgerAndVenueAgreeAndACutChangesNothing(long seed) {
    MarginWorld whole = new MarginWorld(seed);
    whole.play(0, MarginWorld.ROWS);
    int cut = new SplittableRandom(~seed).nextInt(1, MarginWorld.ROWS);
    MarginWorld first = new MarginWorld(seed);
    first.play(0, cut);
    MarginWorld second = first.restored();
    second.play(cut, MarginWorld.ROWS);
    assertThat(second.state()).as("cut at %s, seed %s", cut, seed).isEqualTo(whole.state());
  }

  /** The worlds are only worth something if everything happens in them. */
  @Test
  void everythingHappens() {
    TreeSet<String> happened = new TreeSet<>();
    for (long seed = 0; seed < 300; seed++) {
      MarginWorld world = new MarginWorld(seed);
      world.play(0, MarginWorld.ROWS);
      happened.addAll(world.happened);
    }
    assertThat(happened)
        .contains(
            "isolated liquidated",
            "isolated covered",
            "cross liquidated",
            "cross covered",
            "isolated paid",
            "isolated received",
            "cross paid",
            "cross received",
            "DONE",
            "NO_CONTRACTS",
            "POSITION_OPEN",
            "LEVERAGE_REDUCED",
            "LEVERAGE_TOO_HIGH",
            "INSUFFICIENT_MARGIN",
            "INSUFFICIENT_BALANCE",
            "moved",
            "exit",
            "Triggered",
            "Cancelled",
            "Expired",
            "Market filled",
            "Limit filled",
            "Stop filled",
            "Oco filled",
            "Bracket filled",
            "Iceberg filled",
            "TrailingStop filled");
  }
}
