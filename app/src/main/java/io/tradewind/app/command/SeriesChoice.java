package io.tradewind.app.command;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.SeriesInfo;
import io.tradewind.store.catalog.StoreContents;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which series of the store a {@code data} command is about. */
final class SeriesChoice {
  private SeriesChoice() {}

  static void addOptions(CommandSpec spec) {
    spec.addOption(Options.option("--symbol", "A/B", "only this symbol, such as BTC/USDT"));
    spec.addOption(
        Options.option("--interval", "LENGTH", "only candles of this length, such as 5m"));
    spec.addOption(
        Options.option("--kind", "KIND", "only this kind, as the list names it: funding, ..."));
    spec.addOption(Options.option("--venue", "NAME", "only what came from this venue"));
    spec.addOption(Options.option("--market", "KIND", "only spot, or only perp"));
  }

  /** The series that fit; none only where the store is empty and nothing was asked for by name. */
  static StoreContents choose(CandleStore store, Session session, ParseResult arguments) {
    StoreContents all = store.contents();
    BiPredicate<InstrumentId, String> wanted = wanted(arguments);
    StoreContents found =
        new StoreContents(
            all.series().stream()
                .filter(info -> wanted.test(info.instrument(), info.kind()))
                .toList(),
            all.damaged().stream()
                .filter(series -> wanted.test(series.instrument(), series.kind()))
                .toList());
    boolean asked =
        Stream.of("--symbol", "--venue", "--market", "--kind", "--interval")
            .anyMatch(option -> Options.has(arguments, option));
    if (found.series().isEmpty() && found.damaged().isEmpty() && asked) {
      throw nothing(all.series(), session, Options.text(arguments, "--symbol"));
    }
    return found;
  }

  private static BiPredicate<InstrumentId, String> wanted(ParseResult arguments) {
    Optional<InstrumentId> symbol =
        Options.text(arguments, "--symbol").map(text -> parse(text, Market.SPOT));
    Optional<String> venue = Options.text(arguments, "--venue");
    Optional<String> market = market(arguments);
    Optional<String> kind = kind(arguments);
    return (id, itsKind) ->
        symbol.map(one -> isPair(one, id, market.isPresent())).orElse(true)
            && venue.map(id.venue()::equals).orElse(true)
            && market.map(marketName(id)::equals).orElse(true)
            && kind.map(itsKind::equals).orElse(true);
  }

  private static boolean isPair(InstrumentId asked, InstrumentId id, boolean onAnyMarket) {
    return id.base().equals(asked.base())
        && id.quote().equals(asked.quote())
        && (onAnyMarket || id.market() == asked.market());
  }

  /**
   * Tells of series that cannot be read, once the others have been dealt with.
   *
   * @throws UserMistake if there are any
   */
  static void refuseDamaged(StoreContents contents) {
    if (!contents.damaged().isEmpty()) {
      throw new UserMistake(
          contents.damaged().stream()
              .map(series -> String.valueOf(series.cause().getMessage()))
              .collect(Collectors.joining("\n")));
    }
  }

  /** {@code spot} or {@code perp}. */
  static String marketName(InstrumentId id) {
    return id.market().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a symbol.
   *
   * @throws UserMistake if it is none
   */
  static InstrumentId parse(String text, Market market) {
    try {
      return InstrumentId.parse(text, "any", market);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
  }

  /** The market that was asked for. */
  static Optional<String> market(ParseResult arguments) {
    Optional<String> market = Options.text(arguments, "--market");
    if (market.isPresent() && !List.of("spot", "perp").contains(market.orElseThrow())) {
      throw new UserMistake("--market " + market.orElseThrow() + ": must be spot or perp");
    }
    return market;
  }

  /** The length of candles that was asked for. */
  static Optional<Interval> interval(ParseResult arguments) {
    return Options.text(arguments, "--interval").map(SeriesChoice::parseInterval);
  }

  private static Interval parseInterval(String text) {
    try {
      return Interval.parse(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UserMistake("--interval: " + e.getMessage(), e);
    }
  }

  private static Optional<String> kind(ParseResult arguments) {
    Optional<String> kind = Options.text(arguments, "--kind");
    Optional<Interval> interval = interval(arguments);
    if (kind.isPresent() && interval.isPresent()) {
      throw new UserMistake("--kind and --interval say the same thing: give one of the two");
    }
    return kind.or(() -> interval.map(length -> "candles-" + length));
  }

  private static UserMistake nothing(
      List<SeriesInfo> all, Session session, Optional<String> symbol) {
    Path folder = session.home().store();
    if (all.isEmpty()) {
      return new UserMistake(
          "the store in " + folder + " is empty; fill it with: tradewind data import FILE");
    }
    List<String> known = all.stream().map(info -> info.instrument().symbol()).distinct().toList();
    String wanted = symbol.map(text -> " " + text).orElse(" like that");
    return new UserMistake(
        "the store in "
            + folder
            + " has nothing"
            + (symbol.isPresent() ? " of" : "")
            + wanted
            + symbol.map(text -> NearMiss.question(text, known)).orElse("")
            + "\nsee what it has with: tradewind data list"
            + "\nadd to it with: tradewind data import FILE"
            + symbol.map(text -> " --symbol " + text).orElse(""));
  }
}
