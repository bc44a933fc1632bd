package io.tradewind.app.session;

import io.tradewind.app.config.Running;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.Market;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.sign.ApiKey;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.Ed25519Key;
import io.tradewind.venues.sign.HmacKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the venue of a configuration is, and who we are there. */
public final class Venue {
  private Venue() {}

  /** Its addresses. */
  public static BinanceAddresses addresses(Running.Exchange exchange, Market market) {
    return switch (exchange.network()) {
      case MAIN -> BinanceAddresses.production(market);
      case TESTNET -> BinanceAddresses.testnet(market);
      case SIMULATED -> BinanceAddresses.at(URI.create(exchange.address()), market);
    };
  }

  /**
   * Signs for the key; empty where there is none.
   *
   * @throws UserMistake if the file of the key can't be used
   */
  public static Optional<BinanceSigner> signer(Running.Exchange exchange) {
    return exchange.key().map(key -> new BinanceSigner(key(key)));
  }

  private static ApiKey key(Running.Key key) {
    if (key.secret().isPresent()) {
      return HmacKey.ofText(key.id(), key.secret().get());
    }
    Path file = key.file().orElseThrow();
    try {
      return Ed25519Key.ofPem(key.id(), Files.readString(file));
    } catch (IOException e) {
      throw new UserMistake(
          "can't read %s (exchange.private-key): %s".formatted(file, UserMistake.reason(e)), e);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(
          "%s holds no private key of Ed25519 in PEM (exchange.private-key)".formatted(file), e);
    }
  }
}
