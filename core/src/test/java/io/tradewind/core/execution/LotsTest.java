package io.tradewind.core.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LotsTest {
  private static Lots lots(
      int priceScale, int qtyScale, int cashScale, TradingRules rules, double reserve) {
    InstrumentId id = new InstrumentId("x", "A", "Q", Market.SPOT);
    return new Lots(
        new Instrument(id, priceScale, qtyScale, cashScale, List.of(rules)), rules, reserve);
  }

  /** A lot of 0.1, at least 0.1, at least 10 of cash; 5 % in reserve. Quantities in thousandths. */
  @ParameterizedTest
  @CsvSource({
    "100, 100, 200",
    "99.99, 200, 200",
    "105, 100, 100",
    "30, 400, 400",
    "1000, 100, 100",
    "0.01, 1000000, 1050000"
  })
  void theSmallestAtAPrice(double price, long smallest, long roomy) {
    Lots lots = lots(2, 3, 4, new TradingRules(0, 1, 100, 100, 10_0000, 0, 0), 0.05);
    long priceScaled = Math.round(price * 100);
    assertThat(lots.smallest(priceScaled)).isEqualTo(smallest);
    assertThat(lots.roomy(priceScaled)).isEqualTo(roomy);
  }

  /** A tenth is just the minimum at 100; with the reserve it would be two tenths. */
  @Test
  void theWholeRestNeedsNoReserve() {
    Lots lots = lots(2, 3, 4, new TradingRules(0, 1, 100, 100, 10_0000, 0, 0), 0.05);
    assertThat(lots.joined(100, 150, 10_000)).isEqualTo(100);
    assertThat(lots.within(100, 150, 10_000)).isEqualTo(100);
    assertThat(lots.within(100, 450, 10_000)).isZero();
  }

  /** With more digits of cash than price and quantity have together, and with far fewer. */
  @Test
  void scalesOfAllKinds() {
    TradingRules rules = new TradingRules(0, 1, 1, 0, 25_000_000L, 0, 0);
    assertThat(lots(1, 2, 6, rules, 0).smallest(20)).isEqualTo(1250);
    TradingRules fine = new TradingRules(0, 1, 1, 0, 5, 0, 0);
    assertThat(lots(12, 8, 0, fine, 0).smallest(2_000_000_000_000L)).isEqualTo(250_000_000L);
    TradingRules none = new TradingRules(0, 1, 1, 0, 0, 0, 0);
    assertThat(lots(2, 2, 2, none, 0).smallest(100)).isEqualTo(1);
  }

  /** At a price of 30 nothing under 0.4 is taken; in thousandths. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a plain part,             500, 2000, 500, 500",
    "down to the lot,          599, 2000, 500, 500",
    "too small as yet,         399, 2000, 0,   0",
    "the rest is joined,       600, 900,  900, 500",
    "all of it,                900, 900,  900, 900",
    "what is under a lot stays, 950, 950, 900, 900",
    "no more than there is,    999, 700,  700, 700",
    "no room for two,          400, 700,  700, 0",
    "less than a child,        300, 300,  0,   0",
    "nothing,                  0,   900,  0,   0",
    "nothing left,             500, 0,    0,   0"
  })
  void whatIsPlacedOfWhatIsDue(String what, long due, long unplaced, long joined, long within) {
    Lots lots = lots(2, 3, 4, new TradingRules(0, 1, 100, 100, 10_0000, 0, 0), 0.05);
    assertThat(lots.joined(due, unplaced, 3000)).as(what).isEqualTo(joined);
    assertThat(lots.within(due, unplaced, 3000)).as(what).isEqualTo(within);
  }
}
