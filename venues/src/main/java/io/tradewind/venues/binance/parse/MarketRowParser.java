package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.MarketRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers to questions for market data, of spot and USD-M futures. A page is read whole or not at
 * all: what cannot be read is counted, and the answer is empty.
 */
public final class MarketRowParser {
  private static final long MS_NS = 1_000_000L;

  private final Reading reading;

  /** Counts there. */
  public MarketRowParser(FaultLog faults) {
    this.reading = new Reading(faults);
  }

  /** Candles of any interval. */
  public Optional<List<MarketRow.Kline>> klines(Instrument instrument, String body) {
    return reading.read(
        body, text -> RowReader.read(text).stream().map(row -> kline(instrument, row)).toList());
  }

  private static MarketRow.Kline kline(Instrument instrument, Fields row) {
    int price = instrument.priceScale();
    MarketRow.Kline kline =
        new MarketRow.Kline(
            row.timeNs("0"),
            // The venue names the last millisecond of a candle.
            row.timeNs("6") + MS_NS,
            row.scaled("1", price),
            row.scaled("2", price),
            row.scaled("3", price),
            row.scaled("4", price),
            row.scaled("5", instrument.qtyScale()),
            row.decimal("7"),
            row.number("8"),
            row.scaled("9", instrument.qtyScale()));
    check(
        kline.openTimeNs() < kline.closeTimeNs()
            && kline.lowScaled() > 0
            && kline.lowScaled() <= Math.min(kline.openScaled(), kline.closeScaled())
            && kline.highScaled() >= Math.max(kline.openScaled(), kline.closeScaled())
            && kline.volumeScaled() >= 0
            && kline.trades() >= 0,
        "a candle");
    return kline;
  }

  /** Trades as takers made them. */
  public Optional<List<MarketRow.AggTrade>> aggTrades(Instrument instrument, String body) {
    return objects(
        body,
        row -> {
          MarketRow.AggTrade trade =
              new MarketRow.AggTrade(
                  row.number("a"),
                  row.timeNs("T"),
                  row.scaled("p", instrument.priceScale()),
                  row.scaled("q", instrument.qtyScale()),
                  row.number("f"),
                  row.number("l"),
                  !row.flag("m"));
          check(trade.priceScaled() > 0 && trade.qtyScaled() > 0, "a trade");
          return trade;
        });
  }

  /** Single trades. */
  public Optional<List<MarketRow.Trade>> trades(Instrument instrument, String body) {
    return objects(
        body,
        row -> {
          MarketRow.Trade trade =
              new MarketRow.Trade(
                  row.number("id"),
                  row.timeNs("time"),
                  row.scaled("price", instrument.priceScale()),
                  row.scaled("qty", instrument.qtyScale()),
                  !row.flag("isBuyerMaker"));
          check(trade.priceScaled() > 0 && trade.qtyScaled() > 0, "a trade");
          return trade;
        });
  }

  /** Fundings of a perpetual. */
  public Optional<List<MarketRow.Funding>> fundings(String body) {
    return objects(
        body,
        row ->
            new MarketRow.Funding(
                row.timeNs("fundingTime"),
                row.decimal("fundingRate"),
                row.find("markPrice").filter(text -> !text.isEmpty()).isPresent()
                    ? Optional.of(row.decimal("markPrice"))
                    : Optional.empty()));
  }

  /** The last 24 hours of one symbol or of all. */
  public Optional<List<MarketRow.Day>> days(String body) {
    return objects(
        body,
        row ->
            new MarketRow.Day(
                row.text("symbol"),
                row.timeNs("closeTime"),
                row.decimal("lastPrice"),
                row.decimal("highPrice"),
                row.decimal("lowPrice"),
                row.decimal("volume"),
                row.decimal("quoteVolume"),
                row.number("count")));
  }

  /** The best prices of one symbol or of all. */
  public Optional<List<MarketRow.Best>> best(String body) {
    return objects(
        body,
        row ->
            new MarketRow.Best(
                row.text("symbol"),
                row.decimal("bidPrice"),
                row.decimal("bidQty"),
                row.decimal("askPrice"),
                row.decimal("askQty")));
  }

  /** The last price of a symbol. */
  public Optional<BigDecimal> price(String body) {
    return objects(body, row -> row.decimal("price")).flatMap(all -> all.stream().findFirst());
  }

  private <T> Optional<List<T>> objects(String body, Function<Fields, T> row) {
    return reading.read(body, text -> FieldReader.read(text).stream().map(row).toList());
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new BadInput(InputFault.BAD_VALUE, what);
    }
  }
}
