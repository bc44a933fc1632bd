package io.tradewind.venues.binance.parse;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.venues.binance.model.InputFault;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The instruments that are listened to, by the venue's names, all of one market. */
public final class SymbolTable {
  private final Map<String, Instrument> bySymbol = new TreeMap<>();
  private final Market market;

  /** Each under its base and quote, as BTCUSDT. */
  public SymbolTable(Market market, Collection<Instrument> instruments) {
    this.market = market;
    for (Instrument instrument : instruments) {
      Check.argument(
          instrument.id().market() == market, "%s is of another market", instrument.id());
      bySymbol.put(instrument.id().base() + instrument.id().quote(), instrument);
    }
  }

  /** Spot and futures have their own names for some things. */
  Market market() {
    return market;
  }

  Instrument get(String symbol) {
    Instrument instrument = bySymbol.get(symbol);
    if (instrument == null) {
      throw new BadInput(InputFault.UNKNOWN_SYMBOL, "s");
    }
    return instrument;
  }

  /** Empty if nobody listens to it. */
  Optional<Instrument> find(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol));
  }

  /** By the name of a stream, as btcusdt@depth20. */
  Instrument ofStream(String stream) {
    int at = stream.indexOf('@');
    return get(stream.substring(0, at < 0 ? stream.length() : at).toUpperCase(Locale.ROOT));
  }
}
