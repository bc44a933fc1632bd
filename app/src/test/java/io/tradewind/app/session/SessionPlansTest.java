package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of fees and margins that are others than when a session began. */
class SessionPlansTest {
  private static final SymbolFilters.Steps ANY = new SymbolFilters.Steps(0, Long.MAX_VALUE, 1);

  private static Instrument instrument(Market market, int maker, int taker, int feePpm) {
    return new Instrument(
        new InstrumentId("binance", "BTC", "USDT", market),
        2,
        5,
        8,
        List.of(new TradingRules(0, 1, 1, 0, 0, maker, taker)),
        new MarginTable(MarginTable.standard(8).tiers(), feePpm));
  }

  private static Listing listed(Instrument instrument) {
    SymbolFilters filters =
        new SymbolFilters(
            ANY,
            ANY,
            ANY,
            new SymbolFilters.Notional(0, Long.MAX_VALUE, true, false),
            SymbolFilters.Bands.NONE,
            new SymbolFilters.Trailing(0, Long.MAX_VALUE, 0, Long.MAX_VALUE));
    return new Listing(instrument, filters, "TRADING", Set.of());
  }

  /** It began with fees of 200 and 500 millionths and a margin's fee of 12500. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERP | 200 | 500 | 12500 |
          PERP | 180 | 500 | 12500 | BTC/USDT:USDT: the account pays 0.018 % as maker and 0.05 % as taker now; the session goes on reckoning with 0.02 % as maker and 0.05 % as taker, and books what is paid
          SPOT | 200 | 0   | 12500 | BTC/USDT: the account pays 0.02 % as maker and 0 % as taker now; the session goes on reckoning with 0.02 % as maker and 0.05 % as taker, and books what is paid
          PERP | 200 | 500 | 15000 | BTC/USDT:USDT: its margins are others now; the session goes on with those of its beginning
          SPOT | 200 | 500 | 15000 |
          """)
  void otherTermsAreSaid(Market market, int maker, int taker, int feePpm, String said) {
    List<String> changed =
        SessionPlans.changed(
            List.of(listed(instrument(market, maker, taker, feePpm))),
            List.of(instrument(market, 200, 500, 12_500)));
    assertThat(String.join("; ", changed)).isEqualTo(said == null ? "" : said);
  }

  /** It is of three symbols: one is traded, one is halted, one is gone. */
  @Test
  void aSessionGoesOnWithWhatIsNotTradedNow() {
    Instrument bitcoin = instrument(Market.PERP, 200, 500, 12_500);
    Instrument ether = of(bitcoin, "ETH");
    Instrument gone = of(bitcoin, "XYZ");
    Listing halted = new Listing(ether, SymbolFilters.NONE, "HALT", Set.of());
    List<String> notes = new ArrayList<>();
    List<Listing> listings =
        SessionPlans.goingOn(
            List.of(halted, listed(bitcoin)), List.of(bitcoin, ether, gone), notes);
    assertThat(listings).extracting(Listing::instrument).containsExactly(bitcoin, ether, gone);
    assertThat(listings).extracting(Listing::status).containsExactly("TRADING", "HALT", "GONE");
    assertThat(notes)
        .containsExactly(
            "binance:ETH/USDT:USDT is not traded at the venue now (HALT): nothing opens there, and"
                + " the rest goes on",
            "binance:XYZ/USDT:USDT is not traded at the venue now (GONE): nothing opens there, and"
                + " the rest goes on");
  }

  private static Instrument of(Instrument like, String base) {
    return new Instrument(
        new InstrumentId("binance", base, "USDT", Market.PERP),
        like.priceScale(),
        like.qtyScale(),
        like.cashScale(),
        like.rules(),
        like.margin());
  }
}
