package io.tradewind.trader.run;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.store.disk.Disk;
import io.tradewind.trader.feed.MarketFeed;
import io.tradewind.trader.session.SessionPlayer;
import io.tradewind.trader.session.SessionStart;
import io.tradewind.trader.session.WireVenue;
import io.tradewind.venues.binance.venue.BinanceListener;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.OrderLine;
import io.tradewind.venues.binance.venue.SocketLine;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Puts a session together over whatever was left to it on disk, and what is outside. */
public final class Assembly {
  private static final int SEGMENT_BYTES = 64 << 20;

  private final SessionPlan plan;
  private final Outside outside;
  private final VenueHttp http;
  private final Disk disk;
  private final AuditSink audit;
  private final Trader.Parts parts;
  private final int segmentBytes;

  /**
   * Nothing has begun.
   *
   * @param http on which the venue's limits are known
   * @param disk of the session's folder
   * @param audit hears what the engine decides, also what it decides again
   */
  public Assembly(
      SessionPlan plan,
      Outside outside,
      VenueHttp http,
      Disk disk,
      AuditSink audit,
      Trader.Parts parts) {
    this(plan, outside, http, disk, audit, parts, SEGMENT_BYTES);
  }

  private Assembly(
      SessionPlan plan,
      Outside outside,
      VenueHttp http,
      Disk disk,
      AuditSink audit,
      Trader.Parts parts,
      int segmentBytes) {
    this.plan = plan;
    this.outside = outside;
    this.http = http;
    this.disk = disk;
    this.audit = audit;
    this.parts = parts;
    this.segmentBytes = segmentBytes;
  }

  /** With files of another size. */
  public Assembly segments(int bytes) {
    return new Assembly(plan, outside, http, disk, audit, parts, bytes);
  }

  /**
   * A session that runs when it is stepped.
   *
   * @param start how it began
   * @param <V> its venue
   */
  public record Running<V extends SessionVenue>(
      Trader<V> trader, SessionPlayer<V> player, OrderSide orders, SessionStart.Begun<V> start) {}

  /** On paper: fills are reckoned here. */
  public Running<TickVenue> paper() {
    SessionPlayer<TickVenue> player = players().paper();
    SessionStart.Begun<TickVenue> begun = begin(player);
    return running(player, begun, inputs(begun), OrderSide.PAPER);
  }

  /**
   * With orders that go to the venue.
   *
   * @param abilities of the venue
   * @param overSocket whether orders go over a socket
   * @param news hears what is no event of an order
   */
  public Running<WireVenue> live(
      Set<Ability> abilities, boolean overSocket, Consumer<VenueNews> news) {
    SessionPlayer<WireVenue> player = players().live(abilities);
    SessionStart.Begun<WireVenue> begun = begin(player);
    Inputs inputs = inputs(begun);
    List<VenueCommand> fresh = begun.fresh();
    LiveOrders orders =
        new LiveOrders(
            inputs, player, fresh, listener -> venue(player, overSocket, listener), news);
    return running(player, begun, inputs, orders);
  }

  private List<Instrument> instruments() {
    return plan.engine().instruments();
  }

  private Players players() {
    return new Players(plan, audit, command -> {});
  }

  private <V extends SessionVenue> SessionStart.Begun<V> begin(SessionPlayer<V> player) {
    return new SessionStart(disk, plan.head(), parts.keeping().snapshots(), segmentBytes)
        .begin(player, parts.keeping().memory());
  }

  private <V extends SessionVenue> Inputs inputs(SessionStart.Begun<V> begun) {
    return new Inputs(
        outside.clock(),
        instruments(),
        begun.recorder(),
        begun.recorder().player().session().timeNs());
  }

  private <V extends SessionVenue> Running<V> running(
      SessionPlayer<V> player, SessionStart.Begun<V> begun, Inputs inputs, OrderSide orders) {
    OrderSide timed =
        new TimedOrders(orders, parts.boards().status().meters().path(), outside.clock());
    Trader<V> trader = new Trader<>(begun.recorder(), parts, inputs, feed(player, inputs), timed);
    return new Running<>(trader, player, timed, begun);
  }

  private <V extends SessionVenue> MarketFeed feed(SessionPlayer<V> player, Inputs inputs) {
    long sliceNs = player.session().sliceNs();
    long[] nextOpenNs = new long[instruments().size()];
    Arrays.fill(nextOpenNs, sliceNs == Long.MIN_VALUE ? plan.warmFromNs() : sliceNs);
    return new MarketFeed(
        plan.feed(),
        nextOpenNs,
        parts.settings().patience(),
        new MarketFeed.Line(
            http,
            outside.socketLine(),
            outside.place().addresses().marketStreams(),
            outside::backoff),
        outside.faults(),
        new TimedFeed(inputs.market(), parts.boards().status().meters(), outside.clock()));
  }

  private BinanceVenue venue(
      SessionPlayer<WireVenue> player, boolean overSocket, BinanceListener listener) {
    BinanceSigner signer = outside.place().signer().orElseThrow();
    OrderLine line =
        overSocket
            ? new SocketLine(
                http,
                signer,
                outside.place().addresses().socketApi(),
                outside.socketLine(),
                outside.backoff())
            : new OrderLine.Rest(http);
    return new BinanceVenue(
        new BinanceVenue.Setup(
            plan.feed().market(),
            plan.feed().listings(),
            plan.head().session(),
            signer,
            outside.place().addresses()),
        new BinanceVenue.Wires(
            http,
            line,
            outside.socketLine(),
            place -> last(player, place),
            (book, place) -> held(player, book, place),
            outside.faults()),
        outside.backoff(),
        listener);
  }

  private static OptionalLong held(SessionPlayer<WireVenue> player, int book, int place) {
    return OptionalLong.of(player.session().engine().books().of(book).position(place).qtyScaled());
  }

  private static OptionalLong last(SessionPlayer<WireVenue> player, int place) {
    long mark = player.session().engine().books().markScaled(place);
    return mark == 0 ? OptionalLong.empty() : OptionalLong.of(mark);
  }
}
