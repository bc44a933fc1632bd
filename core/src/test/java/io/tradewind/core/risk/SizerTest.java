package io.tradewind.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.signal.SignalSize;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equity is 10,000; 2 % at risk, 60 % in one symbol, 1.5 times all of it together. */
class SizerTest {
  private static final RiskLimits LIMITS = new RiskLimits(0.02, 0.6, 1.5, 10);

  /** The one row that binds is the smallest of its line: each rule has its line. */
  @ParameterizedTest
  @CsvSource({
    // share, free, others, symbols, stop, budget, rule
    "equal, 99999, 0, 4, 0.01, 2500, EQUAL_SHARE",
    "equal, 99999, 0, 1, 0.01, 6000, SYMBOL_EXPOSURE",
    "0.25, 99999, 0, 1, 0.01, 2500, SIGNAL",
    "100, 99999, 0, 1, 0.01, 6000, SYMBOL_EXPOSURE",
    "0.5, 99999, 0, 1, 0.05, 4000, TRADE_RISK",
    "0.5, 99999, 0, 1, 1, 200, TRADE_RISK",
    "0.5, 99999, 12000, 1, 0.01, 3000, LEVERAGE",
    "0.5, 1234, 0, 1, 0.01, 1234, FREE_BALANCE",
    "0.5, 0, 0, 1, 0.01, 0, FREE_BALANCE",
    "0.5, -1, 0, 1, 0.01, 0, FREE_BALANCE",
    "0.5, 99999, 15000, 1, 0.01, 0, LEVERAGE",
    "0.5, 99999, 20000, 1, 0.01, 0, LEVERAGE",
    // Of equal limits the first one is named: what the signal asked for was not cut.
    "0.6, 6000, 9000, 1, 0.01, 6000, SIGNAL",
    "0.7, 6000, 9000, 1, 0.01, 6000, SYMBOL_EXPOSURE"
  })
  void theSmallestBindsAndIsNamed(
      String share,
      double free,
      double others,
      int symbols,
      double stop,
      double budget,
      SizeRule by) {
    SignalSize wanted =
        share.equals("equal")
            ? SignalSize.EQUAL_SHARE
            : new SignalSize.Share(Double.parseDouble(share));
    Sizer.Size size =
        Sizer.size(wanted, new Sizer.Situation(10_000, free, others, symbols, 100, stop), LIMITS);
    assertThat(size.budget()).isCloseTo(budget, within(1e-9));
    assertThat(size.boundBy()).isEqualTo(by);
  }

  @Test
  void whatASignalMayAskFor() {
    Sizer.Situation now = new Sizer.Situation(10_000, 10_000, 0, 4, 50, 0.01);
    assertThat(Sizer.size(SignalSize.EQUAL_SHARE, now, LIMITS))
        .isEqualTo(new Sizer.Size(2_500, SizeRule.EQUAL_SHARE));
    assertThat(Sizer.size(new SignalSize.Share(0.25), now, LIMITS))
        .isEqualTo(new Sizer.Size(2_500, SizeRule.SIGNAL));
    assertThat(Sizer.size(new SignalSize.Qty(3), now, LIMITS))
        .isEqualTo(new Sizer.Size(150, SizeRule.SIGNAL));
    assertThat(Sizer.size(new SignalSize.Notional(70), now, LIMITS))
        .isEqualTo(new Sizer.Size(70, SizeRule.SIGNAL));
  }

  @Test
  void noLimitIsEverPassed() {
    for (long seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RiskLimits limits =
          new RiskLimits(
              random.nextDouble(0.001, 1),
              random.nextDouble(0.01, 5),
              random.nextDouble(0.01, 5),
              1);
      double equity = random.nextDouble(1, 1e6);
      double free = random.nextDouble(-1e4, 1e6);
      double others = random.nextDouble(0, 1e6);
      double stop = random.nextDouble(0.0001, 1);
      double budget =
          Sizer.size(
                  new SignalSize.Share(random.nextDouble(0.01, 10)),
                  new Sizer.Situation(equity, free, others, 3, 100, stop),
                  limits)
              .budget();
      String as = "seed " + seed;
      double hair = 1e-9 * equity;
      assertThat(budget).as(as).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(Math.max(0, free));
      assertThat(budget * stop).as(as).isLessThanOrEqualTo(limits.maxTradeRisk() * equity + hair);
      assertThat(budget).as(as).isLessThanOrEqualTo(limits.maxSymbolExposure() * equity + hair);
      assertThat(budget)
          .as(as)
          .isLessThanOrEqualTo(Math.max(0, limits.maxLeverage() * equity - others) + hair);
    }
  }
}
