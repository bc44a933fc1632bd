package io.tradewind.core.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingRulesTest {
  /** from, tick, lot, least quantity, least notional, maker, taker; a dash is no complaint. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 0 |  1 |  1 |  0 |  0 |       0 |      0 | -",
        "-9 |  5 |  7 |  3 |  2 | -499999 | 499999 | -",
        " 0 |  1 |  1 |  0 |  0 |  499999 |      0 | -",
        " 0 |  0 |  1 |  0 |  0 |       0 |      0 | tickScaled must be > 0, was 0",
        " 0 | -1 |  1 |  0 |  0 |       0 |      0 | tickScaled must be > 0, was -1",
        " 0 |  1 |  0 |  0 |  0 |       0 |      0 | lotScaled must be > 0, was 0",
        " 0 |  1 |  1 | -1 |  0 |       0 |      0 | minQtyScaled must be >= 0, was -1",
        " 0 |  1 |  1 |  0 | -1 |       0 |      0 | minNotionalScaled must be >= 0, was -1",
        " 0 |  1 |  1 |  0 |  0 |  500000 |      0 | makerFeePpm must be under 50 %, was 500000",
        " 0 |  1 |  1 |  0 |  0 | -500000 |      0 | makerFeePpm must be under 50 %, was -500000",
        " 0 |  1 |  1 |  0 |  0 |       0 | 500000 | takerFeePpm must be within 0 and 50 %, was 500000",
        " 0 |  1 |  1 |  0 |  0 |       0 |     -1 | takerFeePpm must be within 0 and 50 %, was -1"
      })
  void ranges(
      long from, long tick, long lot, long qty, long notional, long maker, long taker, String why) {
    if (why.equals("-")) {
      TradingRules rules = new TradingRules(from, tick, lot, qty, notional, maker, taker);
      assertThat(rules.makerFeePpm()).isEqualTo(maker);
      assertThat(rules.takerFeePpm()).isEqualTo(taker);
    } else {
      assertThatThrownBy(() -> new TradingRules(from, tick, lot, qty, notional, maker, taker))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(why);
    }
  }
}
