package io.tradewind.trader.run;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.trader.session.SessionPlayer;
import io.tradewind.trader.session.WireVenue;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.venue.AccountView;
import io.tradewind.venues.binance.venue.BinanceListener;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.Resumption;
import io.tradewind.venues.binance.venue.VenueNews;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Orders at a venue with money: what it says becomes inputs of the session, once. */
public final class LiveOrders implements OrderSide, BinanceListener {
  /** Why it is not in step while nothing is wrong. */
  static final String LOOKING = "everything is looked at again";

  private final Inputs inputs;
  private final SessionPlayer<WireVenue> session;
  private final Consumer<VenueNews> news;
  private final BinanceVenue venue;
  private long fillsOfOthers;
  private final VenueErrors errors = new VenueErrors();
  private String why = "not connected yet";

  /**
   * Goes on with what the session knows.
   *
   * @param fresh what the engine had said and never went out
   * @param venue made with who hears it
   * @param news hears what is no event of an order
   */
  public LiveOrders(
      Inputs inputs,
      SessionPlayer<WireVenue> session,
      List<VenueCommand> fresh,
      Function<BinanceListener, BinanceVenue> venue,
      Consumer<VenueNews> news) {
    this.inputs = inputs;
    this.session = session;
    this.news = news;
    this.venue = venue.apply(this);
    // First: what the engine says once it goes on was never sent either.
    this.venue.resume(resumption(fresh));
    this.venue.askFundings(session.fundings()::missingFromNs);
    // A slice may be overdue since before the death.
    inputs.time();
    dropEntries();
  }

  /**
   * An entry that never went out is too old by now, and so is one that is decided now by what was
   * heard then; what reduces or takes back goes out.
   */
  private void dropEntries() {
    for (VenueCommand command : session.session().venue().waiting()) {
      if (command instanceof VenueCommand.NewOrder(OrderIntent intent)
          && intent.purpose().opens()) {
        session.session().venue().drop(command);
        inputs.order(
            new OrderEvent.Rejected(intent.orderId(), inputs.nowNs(), RejectReason.NOT_SENT));
      }
    }
  }

  private Resumption resumption(List<VenueCommand> fresh) {
    Set<Long> unsent = new TreeSet<>();
    for (VenueCommand command : fresh) {
      if (command instanceof VenueCommand.NewOrder(OrderIntent intent)) {
        unsent.add(intent.orderId());
      }
    }
    List<StandingOrder> standing =
        session.session().engine().standing().stream()
            .filter(order -> !unsent.contains(order.intent().orderId()))
            .toList();
    Map<InstrumentId, List<Long>> tradeIds = new LinkedHashMap<>();
    List<Instrument> instruments = inputs.instruments();
    for (int i = 0; i < instruments.size(); i++) {
      tradeIds.put(instruments.get(i).id(), session.tradeIds().of(i));
    }
    return new Resumption(standing, session.ended().all(), tradeIds);
  }

  @Override
  public int doWork() {
    return venue.doWork();
  }

  @Override
  public boolean isWaiting() {
    return session.session().venue().isWaiting();
  }

  @Override
  public void release() {
    session.session().venue().release(venue);
  }

  @Override
  public boolean isInStep() {
    return venue.isInStep() && venue.held().isEmpty();
  }

  @Override
  public void recheck() {
    why = LOOKING;
    venue.recheck();
  }

  @Override
  public Optional<AccountView> account() {
    return Optional.of(venue.account());
  }

  @Override
  public String why() {
    return venue.held().orElse(venue.isInStep() ? "" : why);
  }

  @Override
  public long errors() {
    return errors.count();
  }

  @Override
  public long fillsOfOthers() {
    return fillsOfOthers;
  }

  @Override
  public void close() {
    venue.close();
  }

  @Override
  public void onOrder(OrderEvent event) {
    inputs.order(event);
  }

  @Override
  public void onFill(OrderEvent.Filled fill, long tradeId) {
    inputs.fill(fill, tradeId);
  }

  @Override
  public void onNews(VenueNews told) {
    switch (told) {
      case VenueNews.Funding(var row) -> {
        if (!book(row)) {
          return;
        }
      }
      case VenueNews.LateFill late -> inputs.lateFill(late.intent(), late.fill(), late.tradeId());
      case VenueNews.GuardFill fill -> inputs.lateFill(fill.intent(), fill.fill(), fill.tradeId());
      case VenueNews.StreamLost lost -> why = lost.why();
      case VenueNews.Blocked blocked -> why = blocked.error().toString();
      case VenueNews.StrangerFill _ -> fillsOfOthers++;
      case VenueNews.Stranger stranger -> fillsOfOthers += isFill(stranger.event()) ? 1 : 0;
      case VenueNews.InStep _,
          VenueNews.Refused _,
          VenueNews.FeeElsewhere _,
          VenueNews.Account _,
          VenueNews.Contradiction _,
          VenueNews.MarginSet _,
          VenueNews.Guarding _,
          VenueNews.Guard _,
          VenueNews.Forgotten _,
          VenueNews.Uncovered _,
          VenueNews.Unsupported _ -> {}
    }
    errors.add(told);
    news.accept(told);
  }

  private static boolean isFill(UserEvent event) {
    return event instanceof UserEvent.OrderReport report && report.fill().isPresent();
  }

  /** The venue tells it as often as it is asked; false where it is booked. */
  private boolean book(AccountRow.Funding row) {
    FundingPaid payment =
        new FundingPaid(
            place(row.instrument()), row.transactionId(), row.timeNs(), -row.receivedScaled());
    if (session.fundings().has(payment)) {
      return false;
    }
    inputs.funded(payment);
    return true;
  }

  private int place(InstrumentId id) {
    List<Instrument> all = inputs.instruments();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no instrument of the session: " + id);
  }
}
