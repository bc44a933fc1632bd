package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.risk.RiskLevel;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.testkit.TestInstruments;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sizes after thirty days that each went up by half a percent, where longs are a tenth larger and
 * shorts a tenth smaller. A day's value at risk may be 0.4 %: as 1.645 deviations of 0.5 % are,
 * that is 48.6 % of equity.
 */
class TrendSizeTest {
  private static final int DAYS = 30;
  private static final String RISING = rising();

  private static String rising() {
    StringBuilder rows = new StringBuilder();
    double price = 100 * StrictMath.pow(1.005, -DAYS);
    for (int day = 0; day < DAYS; day++) {
      double next = day == DAYS - 1 ? 100 : price * 1.005;
      rows.append(row(price, price).repeat(23)).append(row(price, next));
      price = next;
    }
    return rows + row(100, 100) + row(100, 100) + "100 100 100 100";
  }

  private static String row(double open, double close) {
    return String.format(Locale.ROOT, "%.4f %.4f %.4f %.4f, ", open, close, open, close);
  }

  private static RiskSettings following() {
    RiskSettings wide = RiskSettings.RESEARCH;
    return new RiskSettings(
        new PortfolioLimits(10, 10, 10, 10, 10, 10, 10, 0.004, RiskLevel.DEFAULT, 1, Rate.NEVER),
        wide.losses(),
        wide.breakers(),
        wide.protections(),
        wide.floors(),
        wide.sizing(),
        Optional.empty(),
        true,
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "long share 0.2 | buy 22@100",
        "short share 0.2 | sell 18@100",
        "long qty 20 | buy 22@100",
        "short qty 20 | sell 18@100",
        "long share 0.45 | buy 48.6@100",
        "long qty 45 | buy 48.6@100",
      })
  void anEntry(String entry, String fill) {
    Scene scene =
        new Scene(
                TestInstruments.of(
                    "T0/USDT", Market.PERP, new TradingRules(0, 1, 10_000_000, 0, 0, 0, 0)))
            .limits(following())
            .candles(RISING);
    String hour = String.valueOf(24 * DAYS);
    assertThat(scene.fills(24 * DAYS - 1 + " " + entry))
        .as(scene.details().toString())
        .startsWith(hour + "o " + fill + " entry;");
  }
}
