package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of risk whatever strategies say, prices do and people allow. A failure names its seed;
 * {@code new RiskWitness(seed).play()} plays it again.
 */
class RiskPropertyTest {
  private static final int SEEDS = 300;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void limitsHold(long seed) {
    new RiskWitness(seed).play();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aCutChangesNothing(long seed) {
    List<AuditRecord> whole = new ArrayList<>();
    RiskWorld first = new RiskWorld(seed, whole::add, _ -> {});
    int cut = new SplittableRandom(~seed).nextInt(1, RiskWorld.ROWS);
    while (first.row() < cut) {
      first.play();
    }
    List<AuditRecord> tail = new ArrayList<>();
    RiskWorld second = new RiskWorld(seed, tail::add, _ -> {});
    second.load(first.save(), cut);
    int before = whole.size();
    while (first.row() < RiskWorld.ROWS) {
      first.play();
      second.play();
    }
    assertThat(tail)
        .as("cut at %s, seed %s", cut, seed)
        .isEqualTo(whole.subList(before, whole.size()));
    assertThat(second.save()).as("cut at %s, seed %s", cut, seed).isEqualTo(first.save());
    assertThat(second.engine.stateHash()).isEqualTo(first.engine.stateHash());
  }

  /** The worlds are only worth something if everything happens in them. */
  @Test
  void everythingHappens() {
    TreeSet<String> happened = new TreeSet<>();
    for (long seed = 0; seed < SEEDS; seed++) {
      RiskWitness witness = new RiskWitness(seed);
      witness.play();
      happened.addAll(witness.happened);
    }
    assertThat(happened)
        .contains(
            "ADD of Base",
            "ADD of Budget",
            "ENTRY of Base",
            "ENTRY of Budget",
            "all at its limit",
            "correlated at its limit",
            "correlated of what is known at its limit",
            "heat at its limit",
            "last order",
            "last position",
            "sector at its limit",
            "symbol at its limit",
            "trade risk at its limit",
            "value at risk at its limit",
            "value at risk of what is known at its limit",
            "volatility at its limit",
            "volatility of what is known at its limit",
            "part",
            "cut by CORRELATION",
            "cut by FREE_BALANCE",
            "cut by HEAT",
            "cut by LEVERAGE",
            "cut by SECTOR_EXPOSURE",
            "cut by SYMBOL_EXPOSURE",
            "cut by TRADE_RISK",
            "cut by VALUE_AT_RISK",
            "cut by VOLATILITY_TARGET",
            "guarded by a split",
            "guarded by a limit",
            "refused SLIPPAGE",
            "stop tightened",
            "liquidated",
            "resumed",
            "DAY_LOSS REACHED",
            "WEEK_LOSS REACHED",
            "MONTH_LOSS REACHED",
            "DRAWDOWN REACHED",
            "tripped DAY_COLLAPSE",
            "tripped FLASH_CRASH",
            "tripped LOSING_STREAK",
            "tripped SLIPPAGE",
            "returned DAY_COLLAPSE by hand",
            "returned LOSING_STREAK",
            "locked COOL_DOWN",
            "locked DRAWDOWN",
            "locked LOW_PROFIT",
            "locked STOP_GUARD",
            "refused BREAKER",
            "refused HALTED",
            "refused LOCKED",
            "refused LOSS_LIMIT",
            "refused LIQUIDATION_TOO_NEAR",
            "refused ORDER_RATE",
            "closed by BREAKER",
            "closed by TRAILING_STOP",
            "partly filled ADD",
            "partly filled ENTRY",
            "partly filled REDUCE",
            "partly filled STOP",
            "partly filled TARGET",
            "filled STOP",
            "filled TARGET");
  }
}
