package io.tradewind.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.signal.SignalSize;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizerTest {
  /** Equity is 1000, the price 10, two symbols. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an equal share,            equal, 0, 1000, 0,   1,    1,    1, 1, 500, EQUAL_SHARE",
    "a share,                   share, 0.25, 1000, 0, 1,   1,    1, 1, 250, SIGNAL",
    "a quantity,                qty, 3, 1000, 0,     1,    1,    1, 1, 30, SIGNAL",
    "a sum,                     sum, 77, 1000, 0,    1,    1,    1, 1, 77, SIGNAL",
    "no more than is free,      equal, 0, 120, 0,    1,    1,    1, 1, 120, FREE_BALANCE",
    "nothing free,              equal, 0, -5, 0,     1,    1,    1, 1, 0, FREE_BALANCE",
    "risk over the stop,        share, 1, 1000, 0,   0.05, 0.02, 1, 1, 400, TRADE_RISK",
    "no stop: all is at risk,   share, 1, 1000, 0,   1,    0.02, 1, 1, 20, TRADE_RISK",
    "exposure of one symbol,    share, 1, 1000, 0,   1,    1,  0.6, 1, 600, SYMBOL_EXPOSURE",
    "what others leave,         share, 1, 1000, 300, 1,    1,    1, 1, 700, LEVERAGE",
    "others have it all,        share, 1, 1000, 1200, 1,   1,    1, 1, 0, LEVERAGE",
    "leverage allows more,      share, 3, 5000, 500, 0.1,    1,    5, 2, 1500, LEVERAGE",
    "of equals the first named, share, 1, 1000, 0,   1,    1,    1, 1, 1000, SIGNAL"
  })
  void theSmallestWins(
      String what,
      String kind,
      double wanted,
      double free,
      double others,
      double stopDistance,
      double tradeRisk,
      double exposure,
      double leverage,
      double budget,
      SizeRule rule) {
    SignalSize size =
        switch (kind) {
          case "share" -> new SignalSize.Share(wanted);
          case "qty" -> new SignalSize.Qty(wanted);
          case "sum" -> new SignalSize.Notional(wanted);
          default -> SignalSize.EQUAL_SHARE;
        };
    Sizer.Situation now = new Sizer.Situation(1000, free, 2, 10, stopDistance);
    Sizer.Request request =
        new Sizer.Request(
            size,
            now,
            Evidence.NONE,
            1,
            0,
            Limits.caps(now, others, tradeRisk, exposure, leverage));
    Sizer.Size got = Sizer.size(request, List.of());
    assertThat(got).as(what).isEqualTo(new Sizer.Size(budget, rule));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1",
    "NaN, 1, 1, 1",
    "1, 0, 1, 1",
    "1, 1, 0, 1",
    "1, 1, NaN, 1",
    "1, 1, 1, 0"
  })
  void limitsAreChecked(double risk, double exposure, double leverage, int positions) {
    assertThatThrownBy(() -> RiskSettings.only(risk, exposure, leverage, positions))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
