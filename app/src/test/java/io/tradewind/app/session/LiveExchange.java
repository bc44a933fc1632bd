package io.tradewind.app.session;

import io.tradewind.app.exchange.ExchangeOptions;
import io.tradewind.app.exchange.ExchangeStart;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.setup.ExchangeSetup;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A simulated exchange in this process, on the time of this machine, with one customer. */
final class LiveExchange {
  private LiveExchange() {}

  static SimulatedExchange open(String key, String secret) {
    ExchangeStart start =
        new ExchangeOptions(
                List.of("BTC/USDT"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("1h"),
                Optional.empty(),
                Optional.empty())
            .start(
                new ExchangeOptions.Customer(
                    List.of(new ApiKey(key, ExchangeSetup.CUSTOMER, new Secret.Hmac(secret))),
                    Map.of("USDT", 100_000_00000000L),
                    7),
                InstantSource.system(),
                new Mistakes())
            .orElseThrow();
    ExchangeSetup.Ready ready = start.setup().at(start.startNs(), start.faults());
    return SimulatedExchange.start(
        ready.apis(), ready.market()::advance, InstantSource.system(), ready.desk(), 0);
  }
}
