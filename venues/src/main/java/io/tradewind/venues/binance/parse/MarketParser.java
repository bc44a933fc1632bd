package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.MarketEvent;
import io.tradewind.venues.binance.model.DepthUpdate;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.Levels;
import io.tradewind.venues.binance.model.MarketMessage;
import io.tradewind.venues.binance.model.Stamp;
import io.tradewind.venues.stream.StreamText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Market streams of spot and USD-M futures, raw or combined. What cannot be read is counted and
 * dropped, whole; nothing is ever thrown. Mark prices and funding rates, which are the venue's
 * estimates, are rounded to the nearest; everything else is exact. Of futures only trades of the
 * market itself are told, not those of the insurance fund and of deleveraging.
 */
public final class MarketParser {
  private static final Pattern PARTIAL = Pattern.compile("[^@]+@depth(5|10|20)(@.*)?");

  private final SymbolTable symbols;
  private final FaultLog faults;

  /** For these instruments. */
  public MarketParser(SymbolTable symbols, FaultLog faults) {
    this.symbols = symbols;
    this.faults = faults;
  }

  /** Reads a text; the messages in it are given in their order, all or none. */
  public void parse(StreamText text, Consumer<MarketMessage> out) {
    List<MarketMessage> messages = new ArrayList<>();
    try {
      for (Fields fields : FieldReader.read(text.text())) {
        read(fields, text.receiveTimeNs(), messages);
      }
    } catch (BadInput e) {
      faults.add(e.fault(), String.valueOf(e.getMessage()), text.text());
      return;
    } catch (JacksonException e) {
      faults.add(InputFault.NOT_JSON, String.valueOf(e.getOriginalMessage()), text.text());
      return;
    } catch (IllegalArgumentException | ArithmeticException e) {
      // The records of the core check their ranges.
      faults.add(InputFault.BAD_VALUE, String.valueOf(e.getMessage()), text.text());
      return;
    }
    messages.forEach(out);
  }

  private void read(Fields fields, long receiveNs, List<MarketMessage> out) {
    if (!fields.has("stream")) {
      one("", fields, receiveNs, out);
      return;
    }
    String stream = fields.text("stream");
    List<Fields> list = fields.lists.get("data");
    if (list == null) {
      one(stream, fields.object("data"), receiveNs, out);
    } else {
      list.forEach(data -> one(stream, data, receiveNs, out));
    }
  }

  private void one(String stream, Fields data, long receiveNs, List<MarketMessage> out) {
    if (data.has("e")) {
      event(stream, data, receiveNs, out);
    } else if (data.has("u") && data.has("B")) {
      out.add(quote(data, receiveNs));
    } else if (data.has("lastUpdateId")) {
      out.add(partial(symbols.ofStream(stream), data, receiveNs));
    } else {
      out.add(control(data));
    }
  }

  private void event(String stream, Fields data, long receiveNs, List<MarketMessage> out) {
    switch (data.text("e")) {
      case "trade" -> trade(data, "t", receiveNs, out);
      case "aggTrade" -> trade(data, "a", receiveNs, out);
      case "bookTicker" -> out.add(quote(data, receiveNs));
      case "kline" -> candle(data, receiveNs, out);
      case "markPriceUpdate" -> markPrice(data, receiveNs, out);
      case "serverShutdown" -> out.add(new MarketMessage.ServerShutdown(data.timeNs("E")));
      case "depthUpdate" -> out.add(depth(stream, data, receiveNs));
      case String other -> throw new BadInput(InputFault.UNKNOWN_EVENT, other);
    }
  }

  private void trade(Fields data, String id, long receiveNs, List<MarketMessage> out) {
    Instrument instrument = symbols.get(data.text("s"));
    // Numbers that were given away without a trade come with a price of 0.
    if (data.find("X").map(kind -> !kind.equals("MARKET")).orElse(false)) {
      return;
    }
    MarketEvent.Trade trade =
        new MarketEvent.Trade(
            instrument.id(),
            data.timeNs("T"),
            receiveNs,
            data.number(id),
            data.scaled("p", instrument.priceScale()),
            data.scaled("q", instrument.qtyScale()),
            !data.flag("m"));
    out.add(new MarketMessage.Data(trade, trade.tradeId()));
  }

  private MarketMessage quote(Fields data, long receiveNs) {
    Instrument instrument = symbols.get(data.text("s"));
    MarketEvent.Quote quote =
        new MarketEvent.Quote(
            instrument.id(),
            data.has("T") ? data.timeNs("T") : receiveNs,
            receiveNs,
            data.scaled("b", instrument.priceScale()),
            notNegative(data, "B", instrument),
            data.scaled("a", instrument.priceScale()),
            notNegative(data, "A", instrument));
    return new MarketMessage.Data(quote, data.number("u"));
  }

  private static long notNegative(Fields data, String name, Instrument instrument) {
    long value = data.scaled(name, instrument.qtyScale());
    if (value < 0) {
      throw new BadInput(InputFault.BAD_VALUE, name);
    }
    return value;
  }

  /** A candle closes a millisecond after the last one that it holds. */
  private void candle(Fields data, long receiveNs, List<MarketMessage> out) {
    Instrument instrument = symbols.get(data.text("s"));
    Fields k = data.object("k");
    MarketEvent.Candle candle =
        new MarketEvent.Candle(
            instrument.id(),
            k.timeNs("t"),
            k.timeNs("T") / 1_000_000L * 1_000_000L + 1_000_000L,
            receiveNs,
            k.scaled("o", instrument.priceScale()),
            k.scaled("h", instrument.priceScale()),
            k.scaled("l", instrument.priceScale()),
            k.scaled("c", instrument.priceScale()),
            k.scaled("v", instrument.qtyScale()));
    out.add(k.flag("x") ? new MarketMessage.Data(candle, -1) : new MarketMessage.Forming(candle));
  }

  private void markPrice(Fields data, long receiveNs, List<MarketMessage> out) {
    Instrument instrument = symbols.get(data.text("s"));
    long eventNs = data.timeNs("E");
    long price = data.rounded("p", instrument.priceScale());
    out.add(
        new MarketMessage.Data(
            new MarketEvent.MarkPrice(instrument.id(), eventNs, receiveNs, price), -1));
    // Dated contracts have no funding and send an empty rate.
    if (data.find("r").filter(rate -> !rate.isEmpty()).isPresent()) {
      long rate = data.rounded("r", 8);
      out.add(
          new MarketMessage.Data(
              new MarketEvent.FundingRate(instrument.id(), eventNs, receiveNs, rate), -1));
    }
  }

  /** On futures a partial book looks like changes; only the stream's name tells them apart. */
  private MarketMessage depth(String stream, Fields data, long receiveNs) {
    Instrument instrument = symbols.get(data.text("s"));
    long eventNs = data.timeNs("E");
    long transactNs = data.has("T") ? data.timeNs("T") : eventNs;
    Levels bids = scaled(data, "b", instrument);
    Levels asks = scaled(data, "a", instrument);
    if (PARTIAL.matcher(stream).matches()) {
      return new MarketMessage.Data(
          new MarketEvent.BookSnapshot(
              instrument.id(), transactNs, receiveNs, data.number("u"), bids.list(), asks.list()),
          data.number("u"));
    }
    DepthUpdate.Ids ids =
        new DepthUpdate.Ids(
            data.number("U"), data.number("u"), data.number("pu", DepthUpdate.NO_PREVIOUS));
    Stamp stamp = new Stamp(eventNs, transactNs, receiveNs);
    return new MarketMessage.Depth(new DepthUpdate(instrument.id(), stamp, ids, bids, asks));
  }

  private static Levels scaled(Fields data, String name, Instrument instrument) {
    return data.levels(name).scaled(instrument.priceScale(), instrument.qtyScale());
  }

  private MarketMessage partial(Instrument instrument, Fields data, long receiveNs) {
    long id = data.number("lastUpdateId");
    return new MarketMessage.Data(
        new MarketEvent.BookSnapshot(
            instrument.id(),
            receiveNs,
            receiveNs,
            id,
            scaled(data, "bids", instrument).list(),
            scaled(data, "asks", instrument).list()),
        id);
  }

  /** Answers to requests: a result, which may be null, or a code with a text, within or without. */
  private static MarketMessage control(Fields data) {
    Fields error = data.objects.getOrDefault("error", data);
    if (error.has("code")) {
      return new MarketMessage.Refused(
          Math.toIntExact(error.number("code")), error.find("msg").orElse(""));
    }
    if (data.has("id")) {
      return new MarketMessage.Acknowledged(data.text("id"));
    }
    throw new BadInput(InputFault.UNKNOWN_EVENT, "no event");
  }
}
