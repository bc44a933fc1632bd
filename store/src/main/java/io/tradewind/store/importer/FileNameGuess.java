package io.tradewind.store.importer;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file's name gives away, by the customs of freqtrade ({@code BTC_USDT-5m.csv.gz}, {@code
 * BTC_USDT_USDT-1h-futures.json}) and Binance Vision ({@code BTCUSDT-1m-2024-01.zip}, {@code
 * BTCUSDT-aggTrades-2024-01.zip}, {@code BTCUSDT-fundingRate-2024-01.zip}), and by that of
 * recorders of streams ({@code usdm_btcusdt_20240808.jsonl.gz}).
 *
 * @param venue only where the name begins with one ({@code Coinbase_BTC-USD-4h})
 * @param base upper case
 * @param quote upper case
 * @param market perpetual where the name says so or tells of funding, spot else
 * @param kind only for what is not candles
 * @param unsupported the kind of data, where the name says that it is none that is imported
 */
public record FileNameGuess(
    Optional<String> venue,
    Optional<String> base,
    Optional<String> quote,
    Market market,
    Optional<Interval> interval,
    Optional<DataKind> kind,
    Optional<String> unsupported) {
  private static final Pattern EXTENSION =
      Pattern.compile("\\.(csv|tsv|txt|jsonl|json|zip|gz|gzip|parquet)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern INTERVAL = Pattern.compile("[1-9][0-9]{0,5}[smhdw]");
  private static final Pattern DAY = Pattern.compile("20[0-9]{6}");
  private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{1,20}");

  /** Known quote currencies; a name without a separator is cut by the first that fits. */
  private static final List<String> QUOTES =
      List.of(
          "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USDP", "USDD", "DAI", "USD", "EUR", "GBP",
          "JPY", "TRY", "BRL", "AUD", "BTC", "ETH", "BNB");

  private static final Set<String> PERP_WORDS = Set.of("futures", "perp", "swap", "um", "usdm");
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "mark",
          "index",
          "rate",
          "markpriceklines",
          "indexpriceklines",
          "premiumindexklines",
          "premiumindex",
          "bookticker",
          "bookdepth");

  /** The guess from a path's last name. */
  public static FileNameGuess of(Path file) {
    Path name = file.getFileName();
    return of(name == null ? "" : name.toString());
  }

  /** The guess from a file's name. */
  public static FileNameGuess of(String fileName) {
    List<String> words = new ArrayList<>();
    for (String word : withoutExtensions(fileName).split("[-_ ]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    Found found = new Found();
    found.readHead(words);
    int end = found.readTail(words);
    found.readSymbol(words.subList(0, end));
    return found.guess();
  }

  /** The instrument, where the name gives base and quote. */
  public Optional<InstrumentId> instrument(String defaultVenue) {
    if (base.isEmpty() || quote.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new InstrumentId(
            venue.orElse(defaultVenue), base.orElseThrow(), quote.orElseThrow(), market));
  }

  private static String withoutExtensions(String fileName) {
    String name = fileName;
    while (true) {
      String shorter = EXTENSION.matcher(name).replaceFirst("");
      if (shorter.equals(name)) {
        return name;
      }
      name = shorter;
    }
  }

  private static final class Found {
    private Optional<String> venue = Optional.empty();
    private Optional<String> base = Optional.empty();
    private Optional<String> quote = Optional.empty();
    private Market market = Market.SPOT;
    private Optional<Interval> interval = Optional.empty();
    private Optional<DataKind> kind = Optional.empty();
    private Optional<String> unsupported = Optional.empty();

    /** Reads all words but those of the symbol; returns where the symbol ends. */
    int readTail(List<String> words) {
      int end = words.size();
      for (int i = words.size() - 1; i > 0; i--) {
        if (isKnown(words.get(i))) {
          end = i;
        }
      }
      return end;
    }

    /** Takes a market off the front, as recorders of streams put it there. */
    void readHead(List<String> words) {
      String first = words.isEmpty() ? "" : words.getFirst().toLowerCase(Locale.ROOT);
      boolean market = first.equals("spot") || PERP_WORDS.contains(first);
      if (market && words.size() > 1 && isPair(words.get(1))) {
        isKnown(words.removeFirst());
      }
    }

    private static boolean isPair(String word) {
      String upper = word.toUpperCase(Locale.ROOT);
      return QUOTES.stream()
          .anyMatch(quote -> upper.length() > quote.length() && upper.endsWith(quote));
    }

    private boolean isKnown(String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (interval.isEmpty() && INTERVAL.matcher(word).matches()) {
        interval = Optional.of(Interval.parse(word));
        return true;
      }
      if (lower.equals("trades") || lower.equals("aggtrades")) {
        kind = Optional.of(lower.equals("trades") ? DataKind.TRADES : DataKind.AGG_TRADES);
        return true;
      }
      if (lower.equals("funding") || lower.equals("fundingrate")) {
        kind = Optional.of(DataKind.FUNDING);
        market = Market.PERP;
        return true;
      }
      if (PERP_WORDS.contains(lower)) {
        market = Market.PERP;
        return true;
      }
      if (lower.equals("spot") || DAY.matcher(word).matches()) {
        return true;
      }
      if (UNSUPPORTED.contains(lower)) {
        unsupported = Optional.of(lower);
        return true;
      }
      return false;
    }

    void readSymbol(List<String> words) {
      List<String> upper = words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
      if (upper.isEmpty() || !upper.stream().allMatch(word -> ASSET.matcher(word).matches())) {
        return;
      }
      switch (upper.size()) {
        case 1 -> cut(upper.getFirst());
        case 2 -> pair(upper.get(0), upper.get(1));
        case 3 -> three(upper);
        default -> {}
      }
    }

    private void three(List<String> words) {
      if (words.get(1).equals(words.get(2))) {
        market = Market.PERP;
        pair(words.get(0), words.get(1));
      } else if (QUOTES.contains(words.get(2))) {
        venue = Optional.of(words.get(0).toLowerCase(Locale.ROOT));
        pair(words.get(1), words.get(2));
      }
    }

    /** Only with a known quote: "my-candles" is no symbol. */
    private void pair(String first, String second) {
      if (!QUOTES.contains(second)) {
        return;
      }
      base = Optional.of(first);
      quote = Optional.of(second);
    }

    private void cut(String symbol) {
      for (String known : QUOTES) {
        if (symbol.endsWith(known) && symbol.length() > known.length()) {
          pair(symbol.substring(0, symbol.length() - known.length()), known);
          return;
        }
      }
    }

    FileNameGuess guess() {
      boolean rate = kind.equals(Optional.of(DataKind.FUNDING));
      Optional<String> refused = unsupported.filter(word -> !rate || !word.equals("rate"));
      return new FileNameGuess(venue, base, quote, market, interval, kind, refused);
    }
  }
}
