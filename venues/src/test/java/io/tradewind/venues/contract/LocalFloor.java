package io.tradewind.venues.contract;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.rest.ListingQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.OrderLine;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Binance in process and in virtual time, against the simulated exchange. Its connection may die at
 * any point, and be resumed from what its {@link Journal} holds.
 */
final class LocalFloor implements Floor {
  private static final URI NOWHERE = URI.create("http://localhost:1");
  private static final int MOST_STEPS = 2_000;

  private final ManualClock clock =
      new ManualClock(InstantSource.system().millis() * 1_000_000L + Utc.SECOND_NS);
  private final WireMarket market;
  private final LocalWire wire;
  private final List<FaultLog.Report> reports = new ArrayList<>();
  private final FaultLog faults = new FaultLog(clock, reports::add);
  private final BinanceSigner signer =
      new BinanceSigner(HmacKey.ofText(WireMarket.KEY, WireMarket.SECRET));
  private final Listing listing;
  private final Journal journal;
  private final List<Long> tradesBefore;
  private final boolean keepsLedger;
  private Optional<BinanceVenue> venue = Optional.empty();

  /** What the account holds is taken for the session's. */
  LocalFloor(WireMarket market) {
    this(market, false);
  }

  /**
   * @param keepsLedger whether the session knows by itself what it holds: nothing at first
   */
  LocalFloor(WireMarket market, boolean keepsLedger) {
    this.market = market;
    this.keepsLedger = keepsLedger;
    this.wire = new LocalWire(clock, market);
    wire.doWork();
    this.tradesBefore = market.tradeIds();
    this.listing = listing();
    this.journal = new Journal(listing.instrument());
    venue = Optional.of(connection());
    untilInStep();
  }

  private VenueHttp http() {
    return new VenueHttp(
        HttpSettings.STANDARD,
        new BinanceProtocol(market.kind(), Optional.of(signer), new RestParser(faults)),
        new VenueHttp.Line(wire, clock),
        backoff(),
        new RateBudget(RateBudget.Shares.STANDARD, List.of()));
  }

  private static Backoff backoff() {
    return new Backoff(100_000_000L, Utc.SECOND_NS, new SplitMix(1));
  }

  private Listing listing() {
    ListingQueries queries =
        new ListingQueries(
            market.kind(),
            new ListingParser(market.kind(), "binance", faults),
            new RestParser(faults));
    Query<ListingQueries.Listed> query =
        queries.info(new ListingParser.Fees(1_000, 1_000), clock.nowNs());
    List<Reply> replies = new ArrayList<>();
    VenueHttp http = http();
    http.submit(query.request(), replies::add);
    while (replies.isEmpty()) {
      http.doWork();
      wire.doWork();
    }
    Reply.Done done = (Reply.Done) replies.getFirst();
    return query.read(done.response().body()).orElseThrow().listings().getFirst();
  }

  private BinanceVenue connection() {
    VenueHttp http = http();
    return new BinanceVenue(
        new BinanceVenue.Setup(
            market.kind(),
            List.of(listing),
            77,
            signer,
            BinanceAddresses.at(NOWHERE, market.kind())),
        new BinanceVenue.Wires(
            http,
            new OrderLine.Rest(http),
            new VenueSocket.Line(wire, clock),
            i -> OptionalLong.of(market.askScaled()),
            (book, i) -> keepsLedger ? OptionalLong.of(heldScaled()) : OptionalLong.empty(),
            faults),
        backoff(),
        journal);
  }

  /** By all fills that were told; odd orders buy. */
  private long heldScaled() {
    return journal.events().stream()
        .filter(OrderEvent.Filled.class::isInstance)
        .map(OrderEvent.Filled.class::cast)
        .mapToLong(fill ->
            (fill.orderId() % 2 == 1 ? fill.qtyScaled() : -fill.qtyScaled())
                - (fill.feeInBase() ? fill.feeScaled() : 0))
        .sum();
  }

  /** The process dies; see {@link LocalWire#kill}. */
  void kill(String fate) {
    wire.kill(fate);
    venue = Optional.empty();
  }

  /** Another process takes over, and is not waited for. */
  void resume(boolean withGuards) {
    BinanceVenue next = connection();
    next.resume(journal.resumption(withGuards));
    venue = Optional.of(next);
  }

  boolean isAlive() {
    return venue.isPresent();
  }

  /** From now on only so many requests that change something get through. */
  void hold(int count) {
    wire.hold(count);
    settle();
  }

  /** For so many tenths of a second nothing gets through. */
  void cut(int tenths) {
    wire.cut(clock.nowNs() + tenths * 100_000_000L);
  }

  void takeBack(String name) {
    market.takeBack(name);
    settle();
  }

  void buyByHand() {
    market.onTime(clock.nowNs());
    market.buyByHand();
    settle();
  }

  /** Until all is known that has to be known. */
  void untilInStep() {
    for (int i = 0; i < MOST_STEPS; i++) {
      if (venue.orElseThrow().isInStep()) {
        settle();
        return;
      }
      step();
      clock.advance(100_000_000L);
    }
    throw new AssertionError("never in step; " + journal.news() + journal.text() + reports);
  }

  /** Tenths of a second, one by one. */
  void pass(int tenths) {
    for (int i = 0; i < tenths; i++) {
      clock.advance(100_000_000L);
      settle();
    }
  }

  private int step() {
    int work = venue.map(BinanceVenue::doWork).orElse(0);
    return work + wire.doWork();
  }

  /** One step of the connection alone, and one of the wire. */
  void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
    }
  }

  private void settle() {
    int idle = 0;
    for (int i = 0; i < MOST_STEPS && idle < 3; i++) {
      idle = step() == 0 ? idle + 1 : 0;
    }
  }

  @Override
  public Instrument instrument() {
    return listing.instrument();
  }

  @Override
  public void submit(VenueCommand command) {
    submitOnly(command);
    settle();
  }

  /** What is submitted is written down first. */
  void submitOnly(VenueCommand command) {
    journal.onSubmit(command);
    venue.ifPresent(each -> each.submit(Approvals.of(command)));
  }

  @Override
  public void price(long priceScaled) {
    priceOnly(priceScaled);
    settle();
  }

  void priceOnly(long priceScaled) {
    market.onTime(clock.nowNs());
    market.price(priceScaled);
  }

  @Override
  public void trade(long priceScaled, long qtyScaled) {
    tradeOnly(priceScaled, qtyScaled);
    settle();
  }

  void tradeOnly(long priceScaled, long qtyScaled) {
    market.onTime(clock.nowNs());
    market.trade(priceScaled, qtyScaled);
  }

  Journal journal() {
    return journal;
  }

  /** The customer's fills since it was opened. */
  List<Long> trades() {
    return market.tradeIds().stream().filter(id -> !tradesBefore.contains(id)).sorted().toList();
  }

  List<String> standing() {
    return market.standing();
  }

  @Override
  public List<OrderEvent> events() {
    return List.copyOf(journal.events());
  }

  @Override
  public List<OrderEvent.Filled> beside() {
    return List.copyOf(journal.beside());
  }

  @Override
  public long cashScaled() {
    return market.cashScaled();
  }

  @Override
  public long baseScaled() {
    return market.baseScaled();
  }

  @Override
  public long cashToleranceScaled() {
    return market.cashToleranceScaled();
  }

  @Override
  public void close() {
    venue.ifPresent(BinanceVenue::close);
  }
}
