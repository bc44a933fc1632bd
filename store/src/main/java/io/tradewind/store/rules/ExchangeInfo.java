package io.tradewind.store.rules;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of Binance to {@code GET /api/v3/exchangeInfo} (spot) or {@code GET
 * /fapi/v1/exchangeInfo} (perpetuals in USD), see developers.binance.com. A step of 0 switches a
 * filter off. Of the steps for limit and for market orders the coarser one holds, since one rule
 * serves both. Symbols whose names can't be written here, dated and coin-settled contracts are left
 * out, and so are filters that are not of {@link Filter}.
 */
final class ExchangeInfo {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{1,20}");

  /** A field of a filter, and what it is here. */
  private record Field(String filterType, String name, Filter filter) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("PRICE_FILTER", "tickSize", Filter.TICK),
          new Field("LOT_SIZE", "stepSize", Filter.LOT),
          new Field("MARKET_LOT_SIZE", "stepSize", Filter.LOT),
          new Field("LOT_SIZE", "minQty", Filter.MIN_QTY),
          new Field("MARKET_LOT_SIZE", "minQty", Filter.MIN_QTY),
          new Field("NOTIONAL", "minNotional", Filter.MIN_NOTIONAL),
          new Field("MIN_NOTIONAL", "minNotional", Filter.MIN_NOTIONAL),
          new Field("MIN_NOTIONAL", "notional", Filter.MIN_NOTIONAL));

  private final Path file;
  private final FilterBook book;

  private ExchangeInfo(Path file, FilterBook book) {
    this.file = file;
    this.book = book;
  }

  static void read(Path file, String text, FilterBook book) {
    try {
      JsonNode root = MAPPER.readTree(text);
      JsonNode symbols = root.path("symbols");
      if (symbols.isArray()) {
        symbols.forEach(new ExchangeInfo(file, book)::readSymbol);
      } else if (LeverageBrackets.fits(root)) {
        LeverageBrackets.read(file, root, book);
      } else {
        book.refuse(
            file,
            "is JSON, but no answer of exchangeInfo (there is no list 'symbols') nor of"
                + " leverageBracket (there are no 'brackets')");
      }
    } catch (JacksonException e) {
      String problem = e.getOriginalMessage().lines().findFirst().orElse("").strip();
      book.refuse(file, "is not valid JSON, maybe cut off: " + problem);
    }
  }

  private void readSymbol(JsonNode symbol) {
    String base = symbol.path("baseAsset").asString("");
    String quote = symbol.path("quoteAsset").asString("");
    boolean named = ASSET.matcher(base).matches() && ASSET.matcher(quote).matches();
    Optional<Market> market = market(symbol, quote);
    if (named && market.isPresent()) {
      InstrumentId id = new InstrumentId("binance", base, quote, market.orElseThrow());
      Map<Filter, BigDecimal> values = values(id, symbol.path("filters"));
      liquidationFee(id, symbol).ifPresent(fee -> values.put(Filter.LIQUIDATION_FEE_BPS, fee));
      FilterRule rule = new FilterRule(Long.MIN_VALUE, values);
      book.add(new KnownFilters(id, file, List.of(rule)), 0);
    }
  }

  /** Only contracts say of which type they are. */
  private static Optional<Market> market(JsonNode symbol, String quote) {
    if (!symbol.has("contractType")) {
      return Optional.of(Market.SPOT);
    }
    boolean perpetual = symbol.path("contractType").asString("").equals("PERPETUAL");
    boolean linear = symbol.path("marginAsset").asString(quote).equals(quote);
    return perpetual && linear ? Optional.of(Market.PERP) : Optional.empty();
  }

  private Map<Filter, BigDecimal> values(InstrumentId id, JsonNode filters) {
    Map<Filter, BigDecimal> values = new EnumMap<>(Filter.class);
    for (JsonNode filter : filters) {
      for (Field field : FIELDS) {
        JsonNode value = filter.path(field.name());
        if (filter.path("filterType").asString("").equals(field.filterType())
            && !value.isMissingNode()) {
          read(id, field, value).ifPresent(v -> values.merge(field.filter(), v, BigDecimal::max));
        }
      }
    }
    return values;
  }

  /** Of contracts, as a share there. */
  private Optional<BigDecimal> liquidationFee(InstrumentId id, JsonNode symbol) {
    JsonNode node = symbol.path("liquidationFee");
    if (id.market() != Market.PERP || node.isMissingNode()) {
      return Optional.empty();
    }
    String text = node.isValueNode() ? node.asString("") : node.toString();
    Filter bps = Filter.LIQUIDATION_FEE_BPS;
    Optional<BigDecimal> value = bps.read(text + "e4");
    if (value.isEmpty()) {
      book.refuse(file, 0, id + " liquidationFee = " + text, "must be a share under 0.5");
    }
    return value;
  }

  private Optional<BigDecimal> read(InstrumentId id, Field field, JsonNode node) {
    String text = node.isValueNode() ? node.asString("") : node.toString();
    Filter fromZero = Filter.MIN_QTY; // here a 0 is allowed for steps as well
    Optional<BigDecimal> value = fromZero.read(text);
    if (value.isEmpty()) {
      String what = id + " " + field.filterType() + " " + field.name() + " = " + text;
      book.refuse(file, 0, what, "must be " + fromZero.allowed());
    }
    return value.filter(v -> v.signum() > 0);
  }
}
