package io.tradewind.venues.binance.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.order.FuturesDialect;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.binance.order.SpotDialect;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.OrderParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.parse.SymbolTable;
import io.tradewind.venues.binance.parse.UserParser;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Rejection;
import io.tradewind.venues.http.CircuitBreaker;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Binance as a venue, spot or USD-M futures, as a duty cycle: commands are laid down by {@link
 * #submit} and carried out by {@link #doWork}, by the thread that calls both. What happens to
 * orders is told once and along the table of states, from the account's stream and from answers to
 * questions, whichever comes first. An order goes out once; where nobody knows what came of it, the
 * venue is asked by our name of it. While the stream is gone orders still go out, and when it is
 * back all that was missed is asked for.
 */
public final class BinanceVenue implements VenuePort {
  /** New orders that may wait for the next step; cancels always may. */
  private static final int MOST_WAITING = 1_024;

  private static final long ACCOUNT_AGAIN_NS = 5 * Utc.SECOND_NS;

  private final Setup setup;
  private final Wires wires;
  private final Holdings holdings = new Holdings();
  private final Connection connection;
  private final Questions questions;
  private final OrderWire wire;
  private final Orders orders;
  private final Desk desk;
  private final Resolver resolver;
  private final History history;
  private final Fundings fundings;
  private final Resuming resuming;
  private final UserLink link;
  private final Deque<VenueCommand> inbox = new ArrayDeque<>();
  private final Deque<Long> unwanted = new ArrayDeque<>();
  private int newWaiting;
  private boolean isInStep;
  private boolean hasStepped;

  /** How often the stream has been lost: what was begun before is not gone on with. */
  private long gaps;

  private long accountToldNs = AccountView.NEVER;

  /** When what is held is asked for again, by our clock. */
  private long accountNs = Long.MAX_VALUE;

  /**
   * Whose orders, of what.
   *
   * @param listings by the places of their instruments in the session, all of one market
   * @param session number of the session, for the names of its orders
   */
  public record Setup(
      Market market,
      List<Listing> listings,
      long session,
      BinanceSigner signer,
      BinanceAddresses addresses) {
    /** Copies the list. */
    public Setup {
      listings = List.copyOf(listings);
      Check.argument(!listings.isEmpty(), "a venue needs an instrument");
    }
  }

  /**
   * What it speaks and hears over.
   *
   * @param http for questions
   * @param orders for orders and cancels: the same, or a socket
   * @param sockets for the account's stream
   * @param prices what is known of the markets
   * @param held what is known of the books: orders of a whole position close no more
   * @param faults where texts are counted that cannot be read
   */
  public record Wires(
      VenueHttp http,
      OrderLine orders,
      VenueSocket.Line sockets,
      LastPrices prices,
      HeldQty held,
      FaultLog faults) {
    /** Without ledgers: what the account holds is taken for the book's. */
    public Wires(
        VenueHttp http,
        OrderLine orders,
        VenueSocket.Line sockets,
        LastPrices prices,
        FaultLog faults) {
      this(http, orders, sockets, prices, HeldQty.UNKNOWN, faults);
    }
  }

  /** Nothing sent, nothing heard; the first step connects. */
  public BinanceVenue(Setup setup, Wires wires, Backoff backoff, BinanceListener listener) {
    this.setup = setup;
    this.wires = wires;
    ClientIds ids = new ClientIds(setup.session());
    List<Instrument> instruments = setup.listings().stream().map(Listing::instrument).toList();
    SymbolTable symbols = new SymbolTable(setup.market(), instruments);
    OrderDialect dialect =
        setup.market() == Market.SPOT ? new SpotDialect(ids) : new FuturesDialect(ids);
    OrderParser parser = new OrderParser(symbols, wires.faults());
    this.orders = new Orders(ids);
    this.connection = new Connection(wires.http(), wires.sockets().clock(), listener);
    this.wire = new OrderWire(dialect, wires.orders(), parser);
    this.questions = new Questions(wires.http(), dialect, parser);
    Markets markets =
        new Markets(setup.listings(), wires.prices(), new Closable(holdings, wires.held(), orders));
    Desk.Room room = new Desk.Room(connection, markets, wire, orders);
    this.desk = new Desk(room);
    this.resolver = new Resolver(questions, connection, orders, desk);
    this.history = new History(questions, connection, orders, desk.follower());
    this.fundings = new Fundings(questions, connection);
    Survey survey = new Survey(questions, connection);
    this.resuming = new Resuming(room, desk, resolver, survey);
    UserLink.Parts parts =
        new UserLink.Parts(
            wires.http(),
            setup.signer(),
            wires.sockets(),
            new UserParser(symbols, wires.faults()),
            new RestParser(wires.faults()));
    this.link = new UserLink(setup.market(), setup.addresses(), parts, backoff, new AccountEar());
  }

  /**
   * Goes on with a session whose process has ended, at whatever point, before the first step. What
   * happened since is told as if it had not, each fill once and each end once, and only then {@link
   * VenueNews.InStep}, at the earliest when nothing of the other process can arrive any more.
   * Nothing is sent again: an order that the venue does not know by then is {@code NOT_SENT}.
   */
  public void resume(Resumption before) {
    Check.argument(!hasStepped, "a session is resumed before the first step");
    resuming.begin(before);
    history.resume(before.tradeIds());
  }

  /**
   * Tells fundings of the account as {@link VenueNews.Funding}, of futures alone.
   *
   * @param missingFromNs from when on some may be missing, by the venue's clock, asked each time;
   *     empty where none can be
   */
  public void askFundings(Supplier<OptionalLong> missingFromNs) {
    if (setup.market() == Market.PERP) {
      fundings.follow(missingFromNs);
    }
  }

  @Override
  public Set<Ability> abilities() {
    return wire.abilities();
  }

  @Override
  public void submit(Approved<? extends VenueCommand> command) {
    if (!(command.command() instanceof VenueCommand.NewOrder order)) {
      inbox.add(command.command());
    } else if (newWaiting < MOST_WAITING) {
      newWaiting++;
      inbox.add(order);
    } else {
      unwanted.add(order.intent().orderId());
    }
  }

  /**
   * One step, of the lines also.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    hasStepped = true;
    // Orders first: what else is to be done can wait for them.
    int work = takeIn();
    work += link.doWork();
    if (accountNs <= connection.nowNs()) {
      accountNs = Long.MAX_VALUE;
      questions.account(this::onHoldings);
      work++;
    }
    work += desk.tick() + resolver.tick() + resuming.tick() + history.tick() + fundings.tick();
    return work + wire.doWork();
  }

  private int takeIn() {
    int count = 0;
    for (Long id = unwanted.poll(); id != null; id = unwanted.poll()) {
      connection.tell(new OrderEvent.Rejected(id, connection.venueNs(), RejectReason.NOT_SENT));
      count++;
    }
    for (VenueCommand next = inbox.poll(); next != null; next = inbox.poll()) {
      carryOut(next);
      count++;
    }
    return count;
  }

  private void carryOut(VenueCommand next) {
    switch (next) {
      case VenueCommand.NewOrder command -> {
        newWaiting--;
        desk.place(command.intent());
      }
      case VenueCommand.AmendOrder command -> desk.amend(command);
      case VenueCommand.CancelOrder command -> desk.cancel(command.orderId());
      case VenueCommand.SetMargin command when setup.market() == Market.PERP -> margin(command);
      case VenueCommand.SetMargin _, VenueCommand.Transfer _ ->
          connection.tell(new VenueNews.Unsupported(next));
    }
  }

  /** The mode first, then the leverage; that it is so already is no error. */
  private void margin(VenueCommand.SetMargin command) {
    String symbol = setup.listings().get(command.instrument()).symbol();
    String mode = command.mode() == MarginMode.ISOLATED ? "ISOLATED" : "CROSSED";
    wires
        .http()
        .submit(
            post("marginType", symbol, new Parameter("marginType", mode)),
            first -> {
              Optional<VenueError> error = marginError(first);
              if (error.isPresent()) {
                connection.tell(new VenueNews.MarginSet(command, error));
                return;
              }
              String leverage = Integer.toString(command.leverage());
              wires
                  .http()
                  .submit(
                      post("leverage", symbol, new Parameter("leverage", leverage)),
                      second ->
                          connection.tell(new VenueNews.MarginSet(command, marginError(second))));
            });
  }

  private static VenueRequest post(String name, String symbol, Parameter what) {
    return new VenueRequest(
        Method.POST,
        "/fapi/v1/" + name,
        List.of(new Parameter("symbol", symbol), what),
        new Terms(Access.SIGNED, Repeat.NEVER, 1, 0));
  }

  private static Optional<VenueError> marginError(Reply reply) {
    return switch (reply) {
      case Reply.Done _ -> Optional.empty();
      case Reply.Failed(VenueError.Rejected refused)
          when refused.reason() == Rejection.NOTHING_TO_CHANGE ->
          Optional.empty();
      case Reply.Failed(VenueError error) -> Optional.of(error);
    };
  }

  /** What the account's stream says. */
  private final class AccountEar implements UserLink.Told {
    @Override
    public void onEvent(UserEvent event) {
      switch (event) {
        case UserEvent.OrderReport report -> {
          report
              .fill()
              .ifPresent(fill -> history.onFill(report.name().instrument(), fill.tradeId()));
          desk.follower().onReport(report);
        }
        case UserEvent.AlgoUpdate update -> desk.follower().onAlgo(update);
        case UserEvent.Unreadable _ ->
            orders.open().forEach(order -> order.doubt(connection.nowNs()));
        case UserEvent.Balances _,
            UserEvent.BalanceChange _,
            UserEvent.AccountUpdate _,
            UserEvent.LeverageChange _,
            UserEvent.MarginCall _ -> {
          holdings.onEvent(event);
          if (event instanceof UserEvent.AccountUpdate update) {
            fundings.onUpdate(update);
          }
          connection.tell(new VenueNews.Account(event));
        }
        case UserEvent.StreamEnded _, UserEvent.Answered _, UserEvent.Other _ -> {}
      }
    }

    @Override
    public void onLive() {
      long gap = gaps;
      questions.account(reply -> onAccount(gap, reply));
    }

    @Override
    public void onLost(String why) {
      isInStep = false;
      gaps++;
      accountToldNs = AccountView.NEVER;
      history.onLost();
      connection.tell(new VenueNews.StreamLost(why));
    }

    @Override
    public void onRefused(VenueError error) {
      if (error instanceof VenueError.Fatal fatal) {
        connection.block(fatal);
      }
    }
  }

  private void onAccount(long gap, Reply reply) {
    if (gap != gaps) {
      return;
    }
    onHoldings(reply);
    resuming.find(() -> askForOrders(gap));
  }

  private void askForOrders(long gap) {
    if (gap == gaps) {
      resolver.catchUp(setup.listings(), strangers -> onOrders(gap, strangers));
    }
  }

  private void onOrders(long gap, int strangers) {
    if (gap == gaps && !resuming.goesOn(() -> askForOrders(gap))) {
      // Fills first: before them nobody knows whether anything could have been funded.
      history.catchUp(setup.listings(), () -> fundings.catchUp(() -> inStep(gap, strangers)));
    }
  }

  /** Orders do not wait for it. */
  private void onHoldings(Reply reply) {
    if (reply instanceof Reply.Done(var response)) {
      if (setup.market() == Market.SPOT) {
        questions.parser().balances(response.body()).ifPresent(this::onBalances);
      } else {
        questions.parser().positions(response.body()).ifPresent(this::onPositions);
      }
    } else if (reply instanceof Reply.Failed(VenueError.Fatal fatal)) {
      connection.block(fatal);
    } else if (!(reply instanceof Reply.Failed(VenueError.Rejected _))) {
      accountNs = connection.nowNs() + ACCOUNT_AGAIN_NS;
    }
  }

  private void onBalances(List<UserEvent.Balance> told) {
    accountToldNs = connection.nowNs();
    holdings.onBalances(told);
  }

  private void onPositions(List<UserEvent.PositionUpdate> told) {
    accountToldNs = connection.nowNs();
    holdings.onAllPositions(told);
  }

  private void inStep(long gap, int strangers) {
    isInStep = gap == gaps && link.isTelling();
    if (isInStep) {
      connection.tell(new VenueNews.InStep(strangers));
    }
  }

  /** Whether the account's stream tells and all that was missed has been asked for. */
  public boolean isInStep() {
    return isInStep;
  }

  /** Why requests do not go out now, in words; empty while they do. */
  public Optional<String> held() {
    if (connection.isBlocked()) {
      return Optional.of("the venue does not take the key");
    }
    CircuitBreaker.State breaker = wires.http().breakerState();
    // Half open holds nothing: where nobody has a question, an order is what tries.
    if (breaker == CircuitBreaker.State.OPEN || breaker == CircuitBreaker.State.PROBING) {
      return Optional.of("the venue does not answer; it is asked every few seconds");
    }
    return wires.orders().pausedUntilNs() > connection.nowNs()
        ? Optional.of("the venue wants no requests for now, and gets none")
        : Optional.empty();
  }

  /**
   * Looks again at everything, as after a gap of the account's stream: what was not told, or was
   * lost on the way, is told then, and {@link VenueNews.InStep} after it. Nothing happens while it
   * is not in step.
   */
  public void recheck() {
    if (isInStep) {
      isInStep = false;
      gaps++;
      accountToldNs = AccountView.NEVER;
      history.onLost();
      long gap = gaps;
      questions.account(reply -> onAccount(gap, reply));
    }
  }

  /** What the account holds. */
  public AccountView account() {
    return holdings.view(accountToldNs);
  }

  /** Orders that have not ended, as far as is known here. */
  public int openOrders() {
    return orders.openCount();
  }

  /** Ends the stream; orders stay as they are. */
  public void close() {
    link.close();
  }
}
