package io.tradewind.store.rules;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Symbols with their rules: the first for all time before, each later one from its date on, and
 * what it does not name stays as it was.
 *
 * <pre>
 * binance:BTC/USDT:
 *   - tick: 0.01
 *     min-notional: 10
 *   - from: 2023-04-12
 *     min-notional: 5
 * binance:BTC/USDT:USDT:
 *   - liquidation-fee-bps: 125
 *     margin:
 *       - {cap: 50000, maintenance: 0.004, leverage: 125}
 *       - {maintenance: 0.005, leverage: 100}
 * </pre>
 */
final class FilterYaml {
  private static final String FROM = "from";
  private static final String SHAPE = "must hold symbols such as BTC/USDT, each with its rules";

  private static final String MARGIN = "margin";
  private static final String CAP = "cap";
  private static final String MAINTENANCE = "maintenance";
  private static final String LEVERAGE = "leverage";
  private static final String DEDUCTION = "deduction";
  private static final List<String> TIER = List.of(CAP, MAINTENANCE, LEVERAGE, DEDUCTION);
  private static final String TIER_SHAPE = String.join(", ", TIER);
  private static final String UNDATED = "has no date: put it into the first rule";

  private static final String KEYS =
      FROM
          + ", "
          + String.join(", ", Arrays.stream(Filter.values()).map(Filter::key).toList())
          + ", "
          + MARGIN;

  private final Path file;
  private final JsonParser parser;
  private final FilterBook book;

  /** Those of the symbol that is being read. */
  private List<MarginStep> margin = List.of();

  private FilterYaml(Path file, JsonParser parser, FilterBook book) {
    this.file = file;
    this.parser = parser;
    this.book = book;
  }

  static void read(Path file, String text, String venue, FilterBook book) {
    try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
      new FilterYaml(file, parser, book).readSymbols(venue);
    } catch (JacksonException e) {
      TokenStreamLocation at = e.getLocation();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("").strip();
      int line = at == null ? 0 : at.getLineNr();
      book.refuse(file, line, "the text", "is neither JSON nor valid YAML: " + problem);
    }
  }

  private void readSymbols(String venue) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      book.refuse(file, SHAPE);
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      int line = line();
      parser.nextToken();
      margin = List.of();
      List<FilterRule> rules = readRules(name, line);
      try {
        InstrumentId id = InstrumentId.parse(name, venue, Market.SPOT);
        if (!rules.isEmpty()) {
          book.add(new KnownFilters(id, file, rules), line);
          addMargin(id, line, rules.getFirst());
        }
      } catch (IllegalArgumentException e) {
        book.refuse(file, line, name, String.valueOf(e.getMessage()));
      }
    }
  }

  private void addMargin(InstrumentId id, int line, FilterRule first) {
    boolean named = !margin.isEmpty() || first.get(Filter.LIQUIDATION_FEE_BPS).isPresent();
    if (named && id.market() == Market.SPOT) {
      String perpetual = id.symbol() + ":" + id.quote();
      book.refuse(file, line, id.toString(), "has no margin, for it is spot; write " + perpetual);
    } else if (!margin.isEmpty()) {
      KnownMargin known = new KnownMargin(file, margin);
      book.addMargin(id.venue(), id.base() + id.quote(), line, known);
    }
  }

  private List<FilterRule> readRules(String symbol, int line) {
    List<FilterRule> rules = new ArrayList<>();
    boolean list = parser.currentToken() == JsonToken.START_ARRAY;
    int count = 0;
    while (list && parser.nextToken() != JsonToken.END_ARRAY) {
      count++;
      String place = symbol + " rule " + count;
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        rules.add(readRule(place, rules));
      } else {
        book.refuse(file, line(), place, "must hold some of " + KEYS);
        parser.skipChildren();
      }
    }
    if (count == 0) {
      book.refuse(file, line, symbol, "must hold a list of rules, each begun by a dash");
      parser.skipChildren();
    }
    return rules;
  }

  /** A rule over the one before. */
  private FilterRule readRule(String place, List<FilterRule> before) {
    FilterRule last = before.isEmpty() ? FilterRule.NOTHING : before.getLast();
    Map<Filter, BigDecimal> values = new EnumMap<>(Filter.class);
    values.putAll(last.values());
    long fromNs = last.fromNs();
    int line = line();
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      line = line();
      parser.nextToken();
      if (key.equals(MARGIN) && before.isEmpty() && seen.add(key)) {
        margin = readMargin(place + " " + MARGIN, line);
        continue;
      }
      String text = text();
      if (!seen.add(key)) {
        book.refuse(file, line, place + " " + key, "stands twice in its rule");
      } else if (!before.isEmpty() && isUndated(key)) {
        book.refuse(file, line, place + " " + key, UNDATED);
      } else if (key.equals(FROM)) {
        fromNs = readFrom(line, place, text, before).orElse(fromNs);
      } else {
        readValue(line, place, key, text, values);
      }
    }
    if (!before.isEmpty() && !seen.contains(FROM)) {
      book.refuse(file, line, place, "needs the date that it holds from: from");
    }
    return new FilterRule(fromNs, values);
  }

  private static boolean isUndated(String key) {
    return key.equals(MARGIN) || key.equals(Filter.LIQUIDATION_FEE_BPS.key());
  }

  /** The value at hand, if it is one; what else stands there is passed over. */
  private String text() {
    if (parser.currentToken().isScalarValue()) {
      return parser.getString();
    }
    parser.skipChildren();
    return "a list or a map";
  }

  /** Tiers up to the first that is wrong. */
  private List<MarginStep> readMargin(String place, int line) {
    MarginSteps steps = new MarginSteps();
    boolean list = parser.currentToken() == JsonToken.START_ARRAY;
    boolean sound = true;
    int count = 0;
    while (list && parser.nextToken() != JsonToken.END_ARRAY) {
      count++;
      String tier = place + " tier " + count;
      int tierLine = line();
      Optional<MarginSteps.Told> told = readTier(tier);
      Optional<String> wrong = sound ? told.flatMap(steps::add) : Optional.empty();
      wrong.ifPresent(rule -> book.refuse(file, tierLine, tier, rule));
      sound &= told.isPresent() && wrong.isEmpty();
    }
    if (count == 0) {
      book.refuse(file, line, place, "must hold a list of tiers, each begun by a dash");
      parser.skipChildren();
    }
    return steps.steps();
  }

  private Optional<MarginSteps.Told> readTier(String tier) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      book.refuse(file, line(), tier, "must hold " + TIER_SHAPE);
      parser.skipChildren();
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    boolean sound = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int line = line();
      parser.nextToken();
      String text = text();
      if (!TIER.contains(key)) {
        book.refuse(file, line, tier + " " + key, "no such entry; there are " + TIER_SHAPE);
        sound = false;
      } else if (values.put(key, text) != null) {
        book.refuse(file, line, tier + " " + key, "stands twice in its tier");
        sound = false;
      }
    }
    MarginSteps.Told told =
        new MarginSteps.Told(
            Optional.empty(),
            Optional.ofNullable(values.get(CAP)),
            Optional.ofNullable(values.get(MAINTENANCE)),
            Optional.ofNullable(values.get(DEDUCTION)),
            Optional.ofNullable(values.get(LEVERAGE)));
    return sound ? Optional.of(told) : Optional.empty();
  }

  private void readValue(
      int line, String place, String key, String text, Map<Filter, BigDecimal> values) {
    String what = place + " " + key + " = " + text;
    Optional<Filter> filter =
        Arrays.stream(Filter.values()).filter(one -> one.key().equals(key)).findFirst();
    Optional<BigDecimal> value = filter.flatMap(one -> one.read(text));
    if (filter.isEmpty()) {
      book.refuse(file, line, what, "no such entry; there are " + KEYS);
    } else if (value.isEmpty()) {
      book.refuse(file, line, what, "must be " + filter.orElseThrow().allowed());
    } else {
      values.put(filter.orElseThrow(), value.orElseThrow());
    }
  }

  private OptionalLong readFrom(int line, String place, String text, List<FilterRule> before) {
    String what = place + " " + FROM + " = " + text;
    if (before.isEmpty()) {
      book.refuse(file, line, what, "the first rule holds for all time before: leave it out");
      return OptionalLong.empty();
    }
    try {
      boolean isDate = text.length() <= 10;
      Instant instant =
          isDate
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : Instant.parse(text);
      long fromNs = Utc.fromInstant(instant);
      if (fromNs <= before.getLast().fromNs()) {
        book.refuse(file, line, what, "must be after that of the rule before");
      }
      return OptionalLong.of(fromNs);
    } catch (DateTimeException | ArithmeticException _) {
      String rule = "must be a date or a time in UTC, such as 2023-04-12 or 2023-04-12T08:00:00Z";
      book.refuse(file, line, what, rule);
      return OptionalLong.empty();
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
