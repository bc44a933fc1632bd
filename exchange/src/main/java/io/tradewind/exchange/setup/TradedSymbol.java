package io.tradewind.exchange.setup;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
import java.util.List;
import java.util.Map;

/**
 * A symbol that is made up: its price of some day, and steps that suit it. Coins that are known
 * begin near a price that they had; others at 100.
 *
 * @param id base and quote
 * @param price at which it begins, in quote
 * @param priceDigits decimals of prices
 * @param lotDigits decimals of quantities
 */
public record TradedSymbol(InstrumentId id, double price, int priceDigits, int lotDigits) {
  private static final Map<String, Double> PRICES =
      Map.of(
          "BTC", 60_000.0, "ETH", 3_000.0, "BNB", 550.0, "SOL", 150.0, "XRP", 0.55, "ADA", 0.40,
          "AVAX", 28.0, "LINK", 12.0, "LTC", 70.0, "DOGE", 0.12);
  private static final double USUAL_PRICE = 100;

  /** What is traded on a usual day, in quote. */
  private static final double DAILY_TURNOVER = 500_000_000;

  private static final int MOST_DIGITS = 8;
  private static final int PRICE_STEPS = 4;
  private static final int LEAST_NOTIONAL = 5;
  private static final int FEE_PPM = 1000;

  /** Of a name such as {@code BTC/USDT}. */
  public static TradedSymbol of(String text) {
    InstrumentId id = InstrumentId.parse(text, "binance", Market.SPOT);
    Check.argument(id.market() == Market.SPOT, "%s is no spot symbol", text);
    double price = PRICES.getOrDefault(id.base(), USUAL_PRICE);
    int magnitude = (int) Math.floor(StrictMath.log10(price));
    return new TradedSymbol(
        id, price, Math.clamp(PRICE_STEPS - magnitude, 2, MOST_DIGITS), Math.max(0, magnitude + 1));
  }

  /**
   * As a recording has it: prices of its decimals, quantities that suit the first of them or that
   * it needs.
   */
  public static TradedSymbol of(InstrumentId id, Recording recording) {
    int magnitude = (int) Math.floor(StrictMath.log10(recording.price()));
    return new TradedSymbol(
        id,
        recording.price(),
        Math.clamp(recording.priceDigits(), 2, MOST_DIGITS),
        Math.clamp(recording.lotDigits().orElse(magnitude + 1), 0, MOST_DIGITS));
  }

  /** As the exchange calls it, such as {@code BTCUSDT}. */
  public String name() {
    return id.base() + id.quote();
  }

  /** As the spot exchange lists it. */
  public Listing listing() {
    long tick = Amounts.ONE_E8 / FixedPoint.pow10(priceDigits);
    long lot = Amounts.ONE_E8 / FixedPoint.pow10(lotDigits);
    return new Listing(
        name(),
        id.base(),
        id.quote(),
        ListingStatus.TRADING,
        Listing.Allowed.everything(),
        List.of(
            new Filter.Price(tick, 10_000_000 * Amounts.ONE_E8, tick),
            new Filter.Lot(lot, lot * 900_000_000, lot),
            new Filter.IcebergParts(50),
            new Filter.TrailingDelta(10, 2000, 10, 2000),
            new Filter.Notional(
                LEAST_NOTIONAL * Amounts.ONE_E8, 9_000_000 * Amounts.ONE_E8, true, false, 5),
            new Filter.MaxOpen(Filter.Counted.ORDERS, Filter.Scope.SYMBOL, 200),
            new Filter.MaxOpen(Filter.Counted.ALGO_ORDERS, Filter.Scope.SYMBOL, 5)),
        new FeeRates(FEE_PPM, FEE_PPM));
  }

  /** As a market is made of it. */
  public SyntheticSymbol synthetic() {
    TradingRules rules = new TradingRules(Long.MIN_VALUE, 1, 1, 0, 0, FEE_PPM, FEE_PPM);
    Instrument instrument = new Instrument(id, priceDigits, lotDigits, MOST_DIGITS, List.of(rules));
    return new SyntheticSymbol(instrument, price, 1, DAILY_TURNOVER / price);
  }
}
