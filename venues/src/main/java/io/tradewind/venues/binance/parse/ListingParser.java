package io.tradewind.venues.binance.parse;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.binance.model.InputFault;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.SymbolFilters;
import io.tradewind.venues.binance.model.SymbolFilters.Bands;
import io.tradewind.venues.binance.model.SymbolFilters.Notional;
import io.tradewind.venues.binance.model.SymbolFilters.Steps;
import io.tradewind.venues.binance.model.SymbolFilters.Trailing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is listed: {@code exchangeInfo} of spot and of USD-M futures. Prices get the scale of the
 * tick. Quantities of spot get the 8 decimals in which fees are taken out of them, as far as the
 * largest order still fits many times over; those of futures the scale of the lot. Of a symbol that
 * cannot be read nothing is listed, and it is counted.
 */
public final class ListingParser {
  private static final int CASH_SCALE = 8;
  private static final int FEE_DECIMALS = 8;
  private static final int RATE_SCALE = 8;

  /** Digits that the largest order may have in a quantity's scale. */
  private static final int MOST_DIGITS = 17;

  private final Market market;
  private final String venue;
  private final FaultLog faults;
  private final Reading reading;

  /**
   * Of a market.
   *
   * @param venue its name in the ids of instruments
   */
  public ListingParser(Market market, String venue, FaultLog faults) {
    this.market = market;
    this.venue = venue;
    this.faults = faults;
    this.reading = new Reading(faults);
  }

  /**
   * Fees of an account.
   *
   * @param makerPpm of resting orders, millionths of the notional
   * @param takerPpm of orders that take
   */
  public record Fees(long makerPpm, long takerPpm) {}

  /**
   * All that is listed and can be read; of futures the perpetuals alone.
   *
   * @param fromNs from when its rules are known to hold, epoch nanoseconds
   */
  public Optional<List<Listing>> listings(String body, Fees fees, long fromNs) {
    return reading.read(
        body,
        text -> {
          List<Listing> all = new ArrayList<>();
          for (Fields symbol : one(text).list("symbols")) {
            if (isOurs(symbol)) {
              new Reading(faults)
                  .read(symbol.find("symbol").orElse(""), _ -> listing(symbol, fees, fromNs))
                  .ifPresent(all::add);
            }
          }
          return List.copyOf(all);
        });
  }

  private static Fields one(String text) {
    return FieldReader.read(text).stream()
        .findFirst()
        .orElseThrow(() -> new BadInput(InputFault.MISSING_FIELD, "empty list"));
  }

  private boolean isOurs(Fields symbol) {
    return market == Market.SPOT || symbol.find("contractType").orElse("").equals("PERPETUAL");
  }

  private Listing listing(Fields symbol, Fees fees, long fromNs) {
    Map<String, Fields> filters = new HashMap<>();
    symbol.list("filters").forEach(filter -> filters.put(filter.text("filterType"), filter));
    Fields price = filter(filters, "PRICE_FILTER");
    Fields lot = filter(filters, "LOT_SIZE");
    int priceScale = decimals(price, "tickSize");
    int qtyScale = qtyScale(lot);
    SymbolFilters scaled = scaled(filters, priceScale, qtyScale);
    check(scaled.price().step() > 0 && scaled.lot().step() > 0, "a step");
    TradingRules rules =
        new TradingRules(
            fromNs,
            scaled.price().step(),
            scaled.lot().step(),
            scaled.lot().min(),
            scaled.notional().min(),
            fees.makerPpm(),
            fees.takerPpm());
    InstrumentId id =
        new InstrumentId(venue, symbol.text("baseAsset"), symbol.text("quoteAsset"), market);
    check((id.base() + id.quote()).equals(symbol.text("symbol")), "a symbol");
    return new Listing(
        new Instrument(id, priceScale, qtyScale, CASH_SCALE, List.of(rules), margin(symbol)),
        scaled,
        symbol.text("status"),
        new TreeSet<>(symbol.words.getOrDefault("orderTypes", List.of())));
  }

  /** Usual tiers, for these an account has to be asked, with the fee of a liquidation. */
  private static MarginTable margin(Fields symbol) {
    MarginTable usual = MarginTable.standard(CASH_SCALE);
    return symbol.has("liquidationFee")
        ? new MarginTable(usual.tiers(), symbol.scaled("liquidationFee", 6))
        : usual;
  }

  private static Fields filter(Map<String, Fields> filters, String name) {
    Fields filter = filters.get(name);
    if (filter == null) {
      throw new BadInput(InputFault.MISSING_FIELD, name);
    }
    return filter;
  }

  private int qtyScale(Fields lot) {
    int lotScale = decimals(lot, "stepSize");
    if (market == Market.PERP) {
      return lotScale;
    }
    BigDecimal most = lot.decimal("maxQty");
    int whole = Math.max(1, most.precision() - most.scale());
    return Math.max(lotScale, Math.min(FEE_DECIMALS, MOST_DIGITS - whole));
  }

  /** Decimals that a step has, without zeros at its end. */
  private static int decimals(Fields fields, String name) {
    BigDecimal step = fields.decimal(name);
    check(step.signum() > 0, name);
    return Math.max(0, step.stripTrailingZeros().scale());
  }

  private SymbolFilters scaled(Map<String, Fields> filters, int priceScale, int qtyScale) {
    Fields marketLot = filters.getOrDefault("MARKET_LOT_SIZE", new Fields());
    return new SymbolFilters(
        steps(filter(filters, "PRICE_FILTER"), "Price", "tickSize", priceScale),
        steps(filter(filters, "LOT_SIZE"), "Qty", "stepSize", qtyScale),
        steps(marketLot, "Qty", "stepSize", qtyScale),
        notional(filters),
        bands(filters),
        trailing(filters));
  }

  /** A bound that the scale cannot hold is none; so is one of 0. */
  private static Steps steps(Fields filter, String what, String step, int scale) {
    long max =
        filter.has("max" + what)
            ? bound(filter.decimal("max" + what), scale, RoundingMode.FLOOR)
            : 0;
    return new Steps(
        filter.has("min" + what)
            ? bound(filter.decimal("min" + what), scale, RoundingMode.CEILING)
            : 0,
        max == 0 ? Long.MAX_VALUE : max,
        filter.scaledOr0(step, scale));
  }

  /** As narrow as the scale makes it. */
  private static long bound(BigDecimal value, int scale, RoundingMode inwards) {
    BigDecimal scaled = value.movePointRight(scale).setScale(0, inwards);
    return scaled.toBigInteger().bitLength() < Long.SIZE ? scaled.longValueExact() : Long.MAX_VALUE;
  }

  private Notional notional(Map<String, Fields> filters) {
    Fields old = filters.getOrDefault("MIN_NOTIONAL", new Fields());
    if (market == Market.PERP) {
      return new Notional(old.scaledOr0("notional", CASH_SCALE), Long.MAX_VALUE, true, false);
    }
    Fields both = filters.get("NOTIONAL");
    if (both == null) {
      boolean toMarket = old.has("applyToMarket") && old.flag("applyToMarket");
      return new Notional(
          old.scaledOr0("minNotional", CASH_SCALE), Long.MAX_VALUE, toMarket, false);
    }
    return new Notional(
        both.scaled("minNotional", CASH_SCALE),
        bound(both.decimal("maxNotional"), CASH_SCALE, RoundingMode.FLOOR),
        both.flag("applyMinToMarket"),
        both.flag("applyMaxToMarket"));
  }

  private static Bands bands(Map<String, Fields> filters) {
    Fields bySide = filters.get("PERCENT_PRICE_BY_SIDE");
    if (bySide != null) {
      return new Bands(
          bySide.scaled("bidMultiplierUp", RATE_SCALE),
          bySide.scaled("bidMultiplierDown", RATE_SCALE),
          bySide.scaled("askMultiplierUp", RATE_SCALE),
          bySide.scaled("askMultiplierDown", RATE_SCALE));
    }
    Fields both = filters.get("PERCENT_PRICE");
    if (both == null) {
      return Bands.NONE;
    }
    long up = both.scaled("multiplierUp", RATE_SCALE);
    long down = both.scaled("multiplierDown", RATE_SCALE);
    return new Bands(up, down, up, down);
  }

  private static Trailing trailing(Map<String, Fields> filters) {
    Fields filter = filters.get("TRAILING_DELTA");
    if (filter == null) {
      return new Trailing(0, Long.MAX_VALUE, 0, Long.MAX_VALUE);
    }
    return new Trailing(
        filter.number("minTrailingAboveDelta"),
        filter.number("maxTrailingAboveDelta"),
        filter.number("minTrailingBelowDelta"),
        filter.number("maxTrailingBelowDelta"));
  }

  /**
   * The margins of the perpetuals: {@code leverageBracket}, by the venue's names of them. A symbol
   * whose tiers do not follow each other is left out and counted.
   */
  public Optional<Map<String, MarginTable>> margins(String body, long liquidationFeePpm) {
    return reading.readPrivate(
        body,
        text -> {
          Map<String, MarginTable> tables = new HashMap<>();
          for (Fields symbol : FieldReader.read(text)) {
            String name = symbol.text("symbol");
            new Reading(faults)
                .readPrivate(name, _ -> new MarginTable(tiers(symbol), liquidationFeePpm))
                .ifPresent(table -> tables.put(name, table));
          }
          return Map.copyOf(tables);
        });
  }

  private static List<MarginTier> tiers(Fields symbol) {
    return symbol.list("brackets").stream()
        .map(ListingParser::tier)
        .sorted(Comparator.comparingLong(MarginTier::floorScaled))
        .toList();
  }

  private static MarginTier tier(Fields bracket) {
    BigDecimal cap = bracket.decimal("notionalCap");
    return new MarginTier(
        bracket.scaled("notionalFloor", CASH_SCALE),
        bound(cap, CASH_SCALE, RoundingMode.FLOOR),
        bracket.scaled("maintMarginRatio", 6),
        bracket.scaled("cum", CASH_SCALE),
        Math.toIntExact(bracket.number("initialLeverage")));
  }

  /**
   * What an account pays: {@code account/commission} of spot, {@code commissionRate} of futures.
   */
  public Optional<Fees> fees(String body) {
    return reading.readPrivate(
        body,
        text -> {
          Fields fields = one(text);
          if (market == Market.PERP) {
            return new Fees(
                fields.scaled("makerCommissionRate", 6), fields.scaled("takerCommissionRate", 6));
          }
          long maker = 0;
          long taker = 0;
          for (String kind : List.of("standardCommission", "specialCommission", "taxCommission")) {
            Fields rates = fields.objects.getOrDefault(kind, new Fields());
            maker += rates.scaledOr0("maker", 6) + rates.scaledOr0("buyer", 6);
            taker += rates.scaledOr0("taker", 6) + rates.scaledOr0("buyer", 6);
          }
          return new Fees(maker, taker);
        });
  }

  /**
   * An instrument with the rules that hold from now on beside those of before; the same where
   * nothing has changed. Scales are units and stay: rules that they cannot hold are bad input.
   */
  public Optional<Instrument> updated(Instrument standing, Instrument now, long nowNs) {
    return reading.read(
        standing.id().toString(),
        _ -> {
          TradingRules rules = rescaled(standing, now, nowNs);
          TradingRules last = standing.rules().getLast();
          boolean same = rules.equals(from(last, nowNs));
          if (same || nowNs <= last.fromNs()) {
            return standing;
          }
          List<TradingRules> all = new ArrayList<>(standing.rules());
          all.add(rules);
          return new Instrument(
              standing.id(),
              standing.priceScale(),
              standing.qtyScale(),
              standing.cashScale(),
              all,
              standing.margin());
        });
  }

  private static TradingRules from(TradingRules rules, long fromNs) {
    return new TradingRules(
        fromNs,
        rules.tickScaled(),
        rules.lotScaled(),
        rules.minQtyScaled(),
        rules.minNotionalScaled(),
        rules.makerFeePpm(),
        rules.takerFeePpm());
  }

  private static TradingRules rescaled(Instrument standing, Instrument now, long nowNs) {
    TradingRules rules = now.rules().getLast();
    return new TradingRules(
        nowNs,
        exact(rules.tickScaled(), now.priceScale(), standing.priceScale()),
        exact(rules.lotScaled(), now.qtyScale(), standing.qtyScale()),
        exact(rules.minQtyScaled(), now.qtyScale(), standing.qtyScale()),
        exact(rules.minNotionalScaled(), now.cashScale(), standing.cashScale()),
        rules.makerFeePpm(),
        rules.takerFeePpm());
  }

  private static long exact(long value, int from, int to) {
    return FixedPoint.rescale(value, from, to, RoundingMode.UNNECESSARY);
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new BadInput(InputFault.BAD_VALUE, what);
    }
  }
}
