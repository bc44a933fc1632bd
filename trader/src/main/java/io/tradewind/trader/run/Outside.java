package io.tradewind.trader.run;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.VenueClock;
import java.util.List;
import java.util.Optional;

/** What a process has of the world: a clock, a net, one venue's market, and maybe a key for it. */
public final class Outside {
  private static final long FIRST_AGAIN_NS = Utc.SECOND_NS / 10;
  private static final long LAST_AGAIN_NS = 5 * Utc.SECOND_NS;

  private final Place place;
  private final Transport requests;
  private final SocketTransport sockets;
  private final VenueClock clock;
  private final FaultLog faults;
  private final SplitMix dice;

  /** A market and where it is found. */
  public record Place(Market market, BinanceAddresses addresses, Optional<BinanceSigner> signer) {}

  /** What carries. */
  public record Net(Transport requests, SocketTransport sockets) {}

  /**
   * Nothing connected.
   *
   * @param seed of the waits between tries
   */
  public Outside(Place place, Net net, VenueClock clock, FaultLog faults, long seed) {
    this.place = place;
    this.requests = net.requests();
    this.sockets = net.sockets();
    this.clock = clock;
    this.faults = faults;
    this.dice = new SplitMix(seed);
  }

  /** A line for requests, with limits of its own until the venue's are known. */
  public VenueHttp http() {
    return new VenueHttp(
        HttpSettings.STANDARD,
        new BinanceProtocol(place.market(), place.signer(), new RestParser(faults)),
        new VenueHttp.Line(requests, clock),
        backoff(),
        new RateBudget(RateBudget.Shares.STANDARD, List.of()));
  }

  /** What streams connect over. */
  public VenueSocket.Line socketLine() {
    return new VenueSocket.Line(sockets, clock);
  }

  /** Waits of their own. */
  public Backoff backoff() {
    return new Backoff(FIRST_AGAIN_NS, LAST_AGAIN_NS, new SplitMix(dice.nextLong()));
  }

  /** The market and where it is found. */
  public Place place() {
    return place;
  }

  /** Ours. */
  public VenueClock clock() {
    return clock;
  }

  /** Where texts are counted that cannot be read. */
  public FaultLog faults() {
    return faults;
  }
}
