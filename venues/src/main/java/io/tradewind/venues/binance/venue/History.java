package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.http.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was filled while the stream was gone and is not of our orders, which are asked for one by
 * one: all fills of an instrument after the last that was told, however many. Where the venue does
 * not answer it is asked again after the next gap, from the same fill on.
 */
final class History {
  private final Questions questions;
  private final Connection connection;
  private final Orders orders;

  /** The numbers of the latest fills that the stream has told of. */
  private final Map<InstrumentId, Long> latest = new LinkedHashMap<>();

  /** The same as it was when the stream went; empty where nothing is missing. */
  private final Map<InstrumentId, Long> before = new LinkedHashMap<>();

  /** What the stream has told of since then. */
  private final Set<Told> since = new HashSet<>();

  private record Told(InstrumentId instrument, long tradeId) {}

  /** Questions that have not been answered. */
  private int missing;

  private Optional<Runnable> done = Optional.empty();

  History(Questions questions, Connection connection, Orders orders) {
    this.questions = questions;
    this.connection = connection;
    this.orders = orders;
  }

  /** The stream has told of a fill. */
  void onFill(InstrumentId instrument, long tradeId) {
    latest.merge(instrument, tradeId, Math::max);
    if (!before.isEmpty()) {
      since.add(new Told(instrument, tradeId));
    }
  }

  /** The stream is gone. */
  void onLost() {
    latest.forEach(before::putIfAbsent);
  }

  /** The stream is back, and our orders have been asked for. */
  void catchUp(List<Listing> listings, Runnable whenDone) {
    List<Listing> asked = new ArrayList<>();
    for (Listing listing : listings) {
      if (before.containsKey(listing.instrument().id())) {
        asked.add(listing);
      }
    }
    missing = asked.size();
    done = Optional.of(whenDone);
    asked.forEach(this::ask);
    end();
  }

  private void ask(Listing listing) {
    InstrumentId id = listing.instrument().id();
    long fromId = before.getOrDefault(id, 0L) + 1;
    questions.tradesFrom(listing, fromId, reply -> onTrades(listing, fromId, reply));
  }

  private void onTrades(Listing listing, long fromId, Reply reply) {
    Optional<List<AccountRow.Trade>> page = questions.trades(listing.instrument(), reply);
    InstrumentId id = listing.instrument().id();
    long last = fromId - 1;
    for (AccountRow.Trade trade : page.orElse(List.of())) {
      if (trade.fill().tradeId() >= fromId) {
        tell(id, trade);
        last = Math.max(last, trade.fill().tradeId());
      }
    }
    if (page.isPresent() && last >= fromId && page.orElseThrow().size() >= OrderDialect.TRADES) {
      before.put(id, last);
      ask(listing);
      return;
    }
    if (page.isPresent()) {
      before.remove(id);
      latest.merge(id, last, Math::max);
    }
    missing--;
    end();
  }

  private void tell(InstrumentId id, AccountRow.Trade trade) {
    boolean ours = orders.find(new OrderName(id, trade.venueOrderId(), "")).isPresent();
    if (!ours && !since.contains(new Told(id, trade.fill().tradeId()))) {
      connection.tell(new VenueNews.StrangerFill(id, trade));
    }
  }

  private void end() {
    if (missing > 0) {
      return;
    }
    if (before.isEmpty()) {
      since.clear();
    }
    Optional<Runnable> told = done;
    done = Optional.empty();
    told.ifPresent(Runnable::run);
  }
}
