package io.tradewind.trader.guard;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.VenueClock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers each request at once, as it is told. */
record FakeVenue(VenueClock clock, Function<WireRequest, Outcome> answers) implements Transport {
  @Override
  public Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    done.accept(answers.apply(request));
    return () -> {};
  }

  VenueHttp http(Market market) {
    return new VenueHttp(
        HttpSettings.STANDARD,
        new BinanceProtocol(
            market,
            Optional.of(new BinanceSigner(HmacKey.ofText("key", "secret"))),
            new RestParser(new FaultLog(clock, report -> {}))),
        new VenueHttp.Line(this, clock),
        new Backoff(100_000_000L, 5 * Utc.SECOND_NS, new SplitMix(1)),
        new RateBudget(RateBudget.Shares.STANDARD, List.of()));
  }
}
