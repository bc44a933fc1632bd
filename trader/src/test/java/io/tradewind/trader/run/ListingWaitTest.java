package io.tradewind.trader.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.trader.world.VirtualExchange;
import io.tradewind.trader.world.VirtualHost;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is listed, and what an account pays and needs, as the simulated exchange says it. */
class ListingWaitTest {
  private static final ListingParser.Fees SET = new ListingParser.Fees(111, 222);
  private static final long LONG_NS = 60 * Utc.SECOND_NS;

  private final World world =
      new World(
          World.Terms.usual(
              1, Weather.CLEAR.with(FaultPlan.NONE.with(FaultSetting.LATENCY_MS, 20))));

  private Outside outside(Market market, Optional<String> secret) {
    VirtualHost host = world.net().host();
    return new Outside(
        new Outside.Place(
            market,
            BinanceAddresses.at(URI.create("http://exchange"), market),
            secret.map(each -> new BinanceSigner(HmacKey.ofText(VirtualExchange.KEY, each)))),
        new Outside.Net(host, host),
        world.time(),
        new FaultLog(world.time(), report -> {}),
        1);
  }

  private ListingWait ofBitcoin(Market market, Optional<String> secret, boolean isPatient) {
    Outside outside = outside(market, secret);
    List<InstrumentId> wanted = List.of(new InstrumentId("binance", "BTC", "USDT", market));
    return ListingWait.ofAccount(outside, outside.http(), wanted, SET, isPatient);
  }

  private boolean isListed(ListingWait wait) {
    return world.run(LONG_NS, wait::doWork, () -> wait.listed().isPresent());
  }

  private static Instrument instrument(ListingWait wait, String base) {
    return wait.listed().orElseThrow().listings().stream()
        .map(each -> each.instrument())
        .filter(each -> each.id().base().equals(base))
        .findFirst()
        .orElseThrow();
  }

  private static String fees(Instrument of) {
    return of.rules().getLast().makerFeePpm() + "/" + of.rules().getLast().takerFeePpm();
  }

  /** Of other symbols, and without a key, fees are those that were set. */
  @ParameterizedTest
  @CsvSource({
    "SPOT, true, 1000/1000, 111/222",
    "SPOT, false, 111/222, 111/222",
    "PERP, true, 200/500, 111/222",
    "PERP, false, 111/222, 111/222"
  })
  void feesAreTheAccounts(Market market, boolean hasKey, String wanted, String other) {
    Optional<String> secret = hasKey ? Optional.of(VirtualExchange.SECRET) : Optional.empty();
    ListingWait wait = ofBitcoin(market, secret, true);
    assertThat(isListed(wait)).isTrue();
    assertThat(fees(instrument(wait, "BTC"))).isEqualTo(wanted);
    assertThat(fees(instrument(wait, "ETH"))).isEqualTo(other);
    assertThat(wait.notes()).isEmpty();
    assertThat(wait.why()).isEmpty();
  }

  @Test
  void marginsAreTheAccounts() {
    ListingWait wait = ofBitcoin(Market.PERP, Optional.of(VirtualExchange.SECRET), true);
    assertThat(isListed(wait)).isTrue();
    MarginTable usual = MarginTable.standard(8);
    MarginTable told = instrument(wait, "BTC").margin();
    assertThat(told.tiers()).isNotEqualTo(usual.tiers());
    assertThat(told.tiers().getFirst().maxLeverage()).isEqualTo(125);
    assertThat(told.liquidationFeePpm()).isEqualTo(12_500);
    ListingWait keyless = ofBitcoin(Market.PERP, Optional.empty(), true);
    assertThat(isListed(keyless)).isTrue();
    assertThat(instrument(keyless, "BTC").margin()).isEqualTo(usual);
  }

  /** Who begins waits for it; who goes on has what it was, and does not. */
  @ParameterizedTest
  @EnumSource(Market.class)
  void aKeyThatTheVenueDoesNotTake(Market market) {
    ListingWait patient = ofBitcoin(market, Optional.of("another"), true);
    assertThat(isListed(patient)).isFalse();
    assertThat(patient.why()).startsWith("fees of binance:BTC/USDT");
    ListingWait impatient = ofBitcoin(market, Optional.of("another"), false);
    assertThat(isListed(impatient)).isTrue();
    assertThat(fees(instrument(impatient, "BTC"))).isEqualTo("111/222");
    assertThat(impatient.notes()).hasSize(market == Market.SPOT ? 1 : 2);
  }
}
