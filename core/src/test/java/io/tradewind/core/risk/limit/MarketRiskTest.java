package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.analytics.risk.ValueAtRisk;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarketRiskTest {
  /** From 80 days of all returns, written out. */
  @Test
  void theSameAsFromTheWholePast() {
    SplittableRandom random = new SplittableRandom(3);
    MarketRisk market = new MarketRisk(2);
    List<double[]> rows = new ArrayList<>();
    double[] prices = {100, 10};
    double[] before = {Double.NaN, Double.NaN};
    for (int day = 0; day < 81; day++) {
      for (int tick = 0; tick < 5; tick++) {
        prices[0] *= 1 + 0.02 * (random.nextDouble() - 0.5);
        prices[1] *= 1 + 0.03 * (random.nextDouble() - 0.5);
        market.onPrice(day * Utc.DAY_NS + tick, 0, prices[0]);
        market.onPrice((day + 1) * Utc.DAY_NS - 6 + tick, 1, prices[1]);
      }
      if (day > 0) {
        rows.add(new double[] {prices[0] / before[0] - 1, prices[1] / before[1] - 1});
      }
      before = prices.clone();
    }
    market.onPrice(81 * Utc.DAY_NS, 0, prices[0]);
    double[] exposures = {0.5, -0.2};
    double[] returns = rows.stream().mapToDouble(row -> 0.5 * row[0] - 0.2 * row[1]).toArray();
    assertThat(market.valueAtRisk(exposures, RiskLevel.DEFAULT))
        .isCloseTo(ValueAtRisk.historical(returns, RiskLevel.DEFAULT).loss(), within(1e-15));
    double aa = weighted(rows, 0, 0);
    double ab = weighted(rows, 0, 1);
    double bb = weighted(rows, 1, 1);
    assertThat(market.volatility(0)).isCloseTo(Math.sqrt(aa), within(1e-15));
    assertThat(market.correlation(0, 1)).isCloseTo(ab / Math.sqrt(aa * bb), within(1e-12));
    assertThat(market.variance(exposures))
        .isCloseTo(0.25 * aa - 0.2 * ab + 0.04 * bb, within(1e-15));
    assertThat(market.covarianceWith(1, exposures)).isCloseTo(0.5 * ab - 0.2 * bb, within(1e-15));
    assertThat(market.beta(0, 1)).isCloseTo(ab / bb, within(1e-12));
    assertThat(market.beta(1, 0)).isCloseTo(ab / aa, within(1e-12));
    assertThat(market.beta(0, 0)).isEqualTo(1);
  }

  private static double weighted(List<double[]> rows, int a, int b) {
    double sum = 0;
    double weights = 0;
    for (double[] row : rows) {
      sum = 0.94 * sum + row[a] * row[b];
      weights = 0.94 * weights + 1;
    }
    return sum / weights;
  }

  @Test
  void whatIsNotKnownIsBad() {
    MarketRisk market = new MarketRisk(2);
    for (int day = 0; day < 21; day++) {
      market.onPrice(day * Utc.DAY_NS, 0, 100 + day % 2);
    }
    assertThat(market.volatility(0)).isEqualTo(0.05);
    market.onPrice(21 * Utc.DAY_NS, 0, 101);
    assertThat(market.volatility(0)).isCloseTo(0.01, within(1e-4));
    assertThat(market.volatility(1)).isEqualTo(0.05);
    assertThat(market.correlation(0, 1)).isEqualTo(1);
    assertThat(market.beta(1, 0)).isEqualTo(1);
    assertThat(market.beta(0, 1)).isEqualTo(1);
    assertThat(market.valueAtRisk(new double[] {0, 0.4}, RiskLevel.DEFAULT))
        .isCloseTo(1.6448536 * 0.02, within(1e-8));
    assertThat(market.valueAtRisk(new double[] {0, 0.4}, new RiskLevel(0.95, 4)))
        .isCloseTo(1.6448536 * 0.04, within(1e-8));
  }

  @Test
  void aReferenceThatStandsStillSaysNothing() {
    MarketRisk market = new MarketRisk(2);
    for (int day = 0; day < 30; day++) {
      market.onPrice(day * Utc.DAY_NS, 0, 100);
      market.onPrice(day * Utc.DAY_NS, 1, 100 + day);
    }
    assertThat(market.beta(1, 0)).isEqualTo(1);
  }

  /** Of 250 days the worst is known to the last, and gone with the next. */
  @Test
  void aCrashIsForgottenAfter250Days() {
    MarketRisk market = new MarketRisk(1);
    double[] exposures = {1};
    RiskLevel worst = new RiskLevel(0.9999999, 1);
    for (int day = 0; day < 252; day++) {
      market.onPrice(day * Utc.DAY_NS, 0, day == 0 ? 200 : 100);
    }
    assertThat(market.valueAtRisk(exposures, worst)).isCloseTo(0.5, within(1e-4));
    market.onPrice(252 * Utc.DAY_NS, 0, 100);
    assertThat(market.valueAtRisk(exposures, worst)).isZero();
  }

  /** A jump over days without prices is no return of a day. */
  @Test
  void daysWithoutPricesHaveNoReturns() {
    MarketRisk market = new MarketRisk(1);
    for (int day = 0; day < 60; day++) {
      market.onPrice((day < 30 ? day : day + 5) * Utc.DAY_NS, 0, day < 30 ? 100 : 200);
    }
    assertThat(market.volatility(0)).isZero();
  }

  @Test
  void whatWasSavedHasTheSameFuture() {
    for (long seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      MarketRisk whole = new MarketRisk(3);
      MarketRisk cut = new MarketRisk(3);
      long timeNs = 0;
      for (int i = 0; i < 900; i++) {
        cut = random.nextInt(100) == 0 ? Cut.into(new MarketRisk(3), cut) : cut;
        timeNs += random.nextLong(Utc.DAY_NS);
        int instrument = random.nextInt(3);
        double price = 100 + random.nextDouble();
        whole.onPrice(timeNs, instrument, price);
        cut.onPrice(timeNs, instrument, price);
      }
      assertThat(Cut.bytes(cut)).as("seed %s", seed).isEqualTo(Cut.bytes(whole));
      double[] exposures = {0.2, -0.3, 0.1};
      assertThat(cut.valueAtRisk(exposures, RiskLevel.DEFAULT))
          .isEqualTo(whole.valueAtRisk(exposures, RiskLevel.DEFAULT));
    }
  }
}
