package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The most that one trade can lose under the shipped limits when the price jumps by 15 % twice:
 * between the close that an entry is decided at and the open that it fills at, and then through its
 * stop. Between the jumps the price goes over four days to where the second one hurts most, which
 * is searched in steps of a percent of the price of the fill. The market before was so calm that
 * nothing but the exposure of a symbol, the risk of a trade and the signal limit the size.
 */
class TwoJumpsTest {
  private static final int CALM_DAYS = 70;
  private static final int CALM_HOURS = CALM_DAYS * 24;
  private static final int DRIFT_HOURS = 96;
  private static final double JUMP = 0.15;
  private static final double CAPITAL = 10_000_00000000.0;
  private static final CostModel COSTS = new CostModel(2, 1, 0, OptionalDouble.empty(), false);
  private static final String CALM = calm();

  private static String calm() {
    StringBuilder rows = new StringBuilder();
    for (int day = 0; day < CALM_DAYS; day++) {
      double open = day % 2 == 0 ? 100 : 100.5;
      rows.append(row(open, open).repeat(23)).append(row(open, 200.5 - open));
    }
    return rows.toString();
  }

  private static String row(double open, double close) {
    return String.format(
        Locale.ROOT,
        "%.4f %.4f %.4f %.4f, ",
        open,
        Math.max(open, close),
        Math.min(open, close),
        close);
  }

  private static Instrument instrument(Market market) {
    int fee = market == Market.PERP ? 500 : 1000;
    return TestInstruments.of("T0/USDT", market, new TradingRules(0, 1, 1, 1, 0, fee, fee));
  }

  /**
   * In percent: the jump at the fill, and the most that is lost; then at how many of the searched
   * places the position is liquidated. No stop is further from a fill than the size was reckoned
   * with, so that a jump before the fill costs nothing more.
   */
  @ParameterizedTest(name = "{0} {2} % {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PERP | long share 1 leverage 5 [stop 4%] | 0 | 8.84 | 0",
        "PERP | long share 1 leverage 5 [stop 4%] | 15 | 8.84 | 0",
        "PERP | long share 1 leverage 5 [stop 4%] | -15 | 8.84 | 0",
        "PERP | long qty 45 [stop 4%] | 0 | 8.75 | 0",
        "PERP | long qty 45 [stop 4%] | 15 | 8.75 | 0",
        "PERP | long share 1 leverage 5 stop 96 | 0 | 8.84 | 0",
        "PERP | long share 1 leverage 5 stop 96 | 15 | 8.84 | 0",
        "PERP | long share 1 leverage 5 stop 96 | -15 | 0.07 | 0",
        "PERP | long qty 45 stop 96 | 15 | 8.75 | 0",
        "PERP | long share 1 leverage 5 stop 90 | 15 | 4.55 | 0",
        "PERP | short share 1 leverage 5 [stop 4%] | 0 | 9.30 | 0",
        "PERP | short share 1 leverage 5 [stop 4%] | -15 | 9.30 | 0",
        "PERP | short qty 49 [stop 4%] | 15 | 8.20 | 0",
        "PERP | short share 1 stop 104 | -15 | 9.30 | 0",
        "PERP | short qty 49 stop 104 | -15 | 8.20 | 0",
        "PERP | short share 1 leverage 5 stop 104 | -15 | 9.30 | 0",
        "PERP | short share 1 leverage 5 stop 104 | 15 | 0.07 | 0",
        "PERP | short share 1 leverage 5 stop 110 | -15 | 5.10 | 0",
        "SPOT | long share 1 [stop 4%] | 15 | 8.88 | 0",
        "SPOT | long qty 45 [stop 4%] | 15 | 8.79 | 0",
        "SPOT | long share 1 stop 96 | 15 | 8.88 | 0",
      })
  void theWorst(Market market, String entry, double jump, double percent, int liquidations) {
    double fill = 100 + jump;
    int sign = entry.startsWith("long") ? 1 : -1;
    double worst = 0;
    int liquidated = 0;
    for (int drift = 0; drift <= 30; drift++) {
      Scene scene =
          new Scene(instrument(market))
              .limits(RiskSettings.SHIPPED)
              .costs(COSTS)
              .candles(candles(fill, fill * (1 - sign * drift / 100.0), sign));
      scene.play(CALM_HOURS - 1 + " " + entry);
      liquidated += scene.audit.stream().anyMatch(TwoJumpsTest::isLiquidation) ? 1 : 0;
      assertThat(scene.trades()).as(scene.details().toString()).isNotEmpty();
      double loss = -scene.trades().getFirst().trade().profitScaled() / CAPITAL;
      worst = Math.max(worst, loss);
    }
    assertThat(100 * worst).isCloseTo(percent, within(0.01));
    assertThat(liquidated).isEqualTo(liquidations);
  }

  private static String candles(double from, double to, int sign) {
    StringBuilder rows = new StringBuilder(CALM);
    for (int hour = 0; hour < DRIFT_HOURS; hour++) {
      double step = (to - from) / DRIFT_HOURS;
      rows.append(row(from + hour * step, from + (hour + 1) * step));
    }
    double beyond = to * (1 - sign * JUMP);
    return rows.append(row(beyond, beyond)).append("100 100 100 100").toString();
  }

  private static boolean isLiquidation(AuditRecord entry) {
    return entry instanceof AuditRecord.MarginMoved moved
        && moved.event() instanceof MarginEvent.Liquidated;
  }
}
