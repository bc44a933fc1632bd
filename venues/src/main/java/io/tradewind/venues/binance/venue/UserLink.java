package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.parse.BinanceErrors;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.parse.UserParser;
import io.tradewind.venues.binance.stream.BinanceNames;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.stream.SocketSettings;
import io.tradewind.venues.stream.StreamKind;
import io.tradewind.venues.stream.StreamListener;
import io.tradewind.venues.stream.StreamSpec;
import io.tradewind.venues.stream.StreamState;
import io.tradewind.venues.stream.StreamText;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The stream of an account. Spot asks for it over the WebSocket API with a signature; futures open
 * it with a listen key, which is kept alive and made anew when it is lost.
 */
final class UserLink {
  private static final int CAPACITY = 100_000;
  private static final long RECEIVE_WINDOW_MS = 5_000;
  private static final long KEEP_ALIVE_NS = 30 * 60 * Utc.SECOND_NS;
  private static final long ASK_AGAIN_NS = 5 * Utc.SECOND_NS;
  private static final String KEY_PATH = "/fapi/v1/listenKey";

  private final Market market;
  private final BinanceAddresses addresses;
  private final Parts parts;
  private final Backoff backoff;
  private final Told told;

  private @Nullable VenueSocket socket;
  private Optional<String> listenKey = Optional.empty();
  private boolean isAsking;
  private long nextAskNs = Long.MIN_VALUE;
  private long askedNs;
  private boolean isTelling;
  private long generation;

  /** What it is made of. */
  record Parts(
      VenueHttp http,
      BinanceSigner signer,
      VenueSocket.Line line,
      UserParser users,
      RestParser answers) {}

  /** Whom it tells. */
  interface Told {
    /** Something happened to the account. */
    void onEvent(UserEvent event);

    /** From now on all is told. */
    void onLive();

    /** From now on nothing is told. */
    void onLost(String why);

    /** The venue does not give it to us. */
    void onRefused(VenueError error);
  }

  UserLink(Market market, BinanceAddresses addresses, Parts parts, Backoff backoff, Told told) {
    this.market = market;
    this.addresses = addresses;
    this.parts = parts;
    this.backoff = backoff;
    this.told = told;
  }

  int doWork() {
    VenueSocket standing = socket;
    int work = standing == null ? 0 : standing.doWork();
    long nowNs = parts.line().clock().nowNs();
    // What is signed needs the venue's time.
    if (isAsking || nowNs < nextAskNs || !parts.http().offset().isKnown()) {
      return work;
    }
    if (market == Market.SPOT) {
      if (socket == null) {
        open();
        work++;
      }
    } else {
      askForKey();
      work++;
    }
    return work;
  }

  private void open() {
    nextAskNs = Long.MAX_VALUE;
    StreamSpec spec =
        market == Market.SPOT
            ? new StreamSpec(
                addresses::socketApi,
                () -> List.of(subscription()),
                StreamKind.ACCOUNT,
                CAPACITY,
                BinanceNames.names())
            : new StreamSpec(
                this::keyAddress, List.of(), StreamKind.ACCOUNT, CAPACITY, BinanceNames.names());
    socket =
        new VenueSocket(
            spec, SocketSettings.STANDARD, parts.line(), backoff, new Ear(++generation));
  }

  private URI keyAddress() {
    return URI.create(addresses.userStream() + listenKey.orElse(""));
  }

  private String subscription() {
    long nowNs = parts.line().clock().nowNs();
    return SocketText.signed(
        new SocketText.Call("1", "userDataStream.subscribe.signature"),
        new TreeMap<>(),
        parts.signer(),
        parts.http().offset().venueMs(nowNs),
        RECEIVE_WINDOW_MS);
  }

  /** Makes a key, or keeps the one that there is. */
  private void askForKey() {
    isAsking = true;
    askedNs = parts.line().clock().nowNs();
    boolean make = listenKey.isEmpty();
    Terms terms = new Terms(Access.KEYED, Repeat.NEVER, 1, 0);
    List<Parameter> parameters =
        listenKey.map(key -> List.of(new Parameter("listenKey", key))).orElse(List.of());
    VenueRequest request =
        new VenueRequest(make ? Method.POST : Method.PUT, KEY_PATH, parameters, terms);
    parts.http().submit(request, reply -> onKey(make, reply));
  }

  private void onKey(boolean make, Reply reply) {
    isAsking = false;
    long nowNs = parts.line().clock().nowNs();
    Optional<String> key =
        reply instanceof Reply.Done(var response)
            ? parts.answers().listenKey(response.body())
            : Optional.empty();
    boolean kept = !make && reply instanceof Reply.Done;
    if (key.isPresent() || kept) {
      nextAskNs = nowNs + KEEP_ALIVE_NS;
      boolean another = key.isPresent() && !key.equals(listenKey);
      if (another) {
        listenKey = key;
        reopen();
        nextAskNs = nowNs + KEEP_ALIVE_NS;
      }
      return;
    }
    nextAskNs = nowNs + ASK_AGAIN_NS;
    if (reply instanceof Reply.Failed(VenueError error)) {
      if (error instanceof VenueError.Rejected) {
        listenKey = Optional.empty();
      }
      told.onRefused(error);
    }
  }

  private void reopen() {
    lost("opened anew");
    VenueSocket standing = socket;
    if (standing != null) {
      standing.close();
    }
    open();
  }

  private void lost(String why) {
    if (isTelling) {
      isTelling = false;
      told.onLost(why);
    }
  }

  private void live() {
    if (!isTelling) {
      isTelling = true;
      told.onLive();
    }
  }

  /** One connection after the other; what an old one still says is not heard. */
  private final class Ear implements StreamListener {
    private final long mine;

    private Ear(long mine) {
      this.mine = mine;
    }

    @Override
    public void onText(StreamText text) {
      if (mine != generation) {
        return;
      }
      switch (parts.users().parse(text)) {
        case UserEvent.Answered answered -> onAnswer(answered);
        case UserEvent.StreamEnded(String why) -> onEnded(why);
        case UserEvent event -> told.onEvent(event);
      }
    }

    private void onAnswer(UserEvent.Answered answer) {
      if (answer.status() == 200) {
        live();
        return;
      }
      long nowNs = parts.line().clock().nowNs();
      long venueMs = parts.http().offset().venueMs(nowNs);
      onEnded(answer.text());
      nextAskNs = nowNs + ASK_AGAIN_NS;
      told.onRefused(BinanceErrors.ofCode(answer.code(), answer.text(), venueMs));
    }

    private void onEnded(String why) {
      lost(why);
      listenKey = Optional.empty();
      VenueSocket standing = socket;
      if (standing != null) {
        standing.close();
      }
      socket = null;
      generation++;
      nextAskNs = Long.MIN_VALUE;
    }

    @Override
    public void onState(StreamState state) {
      if (mine != generation) {
        return;
      }
      switch (state) {
        case StreamState.Live _ -> {
          // Without a key the address tells nothing; with the next one it is opened anew.
          if (market == Market.PERP && listenKey.isPresent()) {
            live();
          }
        }
        case StreamState.Down down -> {
          lost(down.why());
          if (market == Market.PERP) {
            // The key may be what was wrong; asking for it gives the same one if it was not.
            listenKey = Optional.empty();
            long retryNs = parts.line().clock().nowNs() + down.retryAfterNs();
            nextAskNs = Math.max(retryNs, askedNs + ASK_AGAIN_NS);
          }
        }
        case StreamState.Connecting _,
            StreamState.Renewing _,
            StreamState.Renewed _,
            StreamState.RenewalFailed _,
            StreamState.Closed _ -> {}
      }
    }
  }

  boolean isTelling() {
    return isTelling;
  }

  void close() {
    VenueSocket standing = socket;
    if (standing != null) {
      standing.close();
    }
    nextAskNs = Long.MAX_VALUE;
  }
}
