package io.tradewind.core.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.HedgeLimits;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSpecTest {
  /** Markets of the instruments, kinds of the books, what the hedge trades. */
  @ParameterizedTest
  @CsvSource({
    "perp perp, strategy hedge, 2, false, needs a perpetual",
    "perp spot, strategy hedge, 1, true, needs a perpetual",
    "perp perp, strategy hedge, 0, true, comes after the others",
    "perp, strategy hedge, 0, true, comes after the others",
    "perp perp, hedge, 1, true, comes after those of the strategies",
    "perp perp, hedge strategy, 1, true, comes after those of the strategies",
    "perp perp, strategy hedge hedge, 1, true, comes after those of the strategies"
  })
  void aHedgeComesLast(String markets, String kinds, int reference, boolean own, String message) {
    List<Instrument> instruments = new ArrayList<>();
    for (String market : markets.split(" ")) {
      instruments.add(instrument("I" + instruments.size(), market));
    }
    List<BookSpec> books = new ArrayList<>();
    for (String kind : kinds.split(" ")) {
      books.add(
          new BookSpec(
              "book " + books.size(),
              Interval.ONE_DAY,
              ParameterValues.of(List.of(), Map.of()),
              ExitRules.NONE,
              MarginMode.CROSS,
              Optional.empty(),
              100,
              kind.equals("hedge")
                  ? Optional.of(new HedgeSpec(reference, own, HedgeLimits.SHIPPED, 3))
                  : Optional.empty()));
    }
    assertThatThrownBy(() -> new EngineSpec(instruments, books, RiskSettings.RESEARCH, 0, 1))
        .hasMessageContaining(message);
  }

  private static Instrument instrument(String base, String market) {
    return new Instrument(
        new InstrumentId("x", base, "Q", market.equals("perp") ? Market.PERP : Market.SPOT),
        2,
        0,
        2,
        List.of(new TradingRules(0, 1, 1, 0, 0, 0, 0)));
  }
}
