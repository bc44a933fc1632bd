package io.tradewind.app.run;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Configuration.Trading;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.Direction;
import io.tradewind.research.signalfile.SignalFile;
import io.tradewind.research.strategyfile.LoadedStrategy;
import io.tradewind.research.strategyfile.StrategyFile;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.strategies.SignalFileStrategy;
import io.tradewind.strategies.TimedSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds the strategy that a configuration names: built in, a file, or a file of signals. */
public final class StrategyChoice {
  private static final String JAVA = ".java";

  private final Home home;

  /**
   * A strategy that can be named.
   *
   * @param description one line
   * @param file where the user's own lives, empty for what is built in
   * @param parameters of what is built in; a file is not compiled for a list
   */
  public record Known(
      String name, String description, Optional<Path> file, List<Parameter<?>> parameters) {
    /** Copies the list. */
    public Known {
      parameters = List.copyOf(parameters);
    }
  }

  /** Looks in this home for strategies that are named without a path. */
  public StrategyChoice(Home home) {
    this.home = home;
  }

  /**
   * A fresh strategy.
   *
   * @param symbols of the run
   * @throws UserMistake if there is none, or it can't be used
   */
  public ChosenStrategy of(Configuration configuration, List<InstrumentId> symbols) {
    Trading trading = configuration.trading();
    if (trading.signals().isPresent()) {
      return signals(trading.signals().orElseThrow(), symbols);
    }
    String name =
        trading
            .strategy()
            .orElseThrow(() ->
                new UserMistake(
                    "say what to trade with: --strategy NAME, --strategy FILE or --signals"
                        + " FILE\nsee what there is with: tradewind strategies"));
    if (names(name).size() > 1) {
      throw new UserMistake(
          "one strategy at a time is examined, --strategy names " + name.replace(",", ", "));
    }
    return named(name, trading.parameters());
  }

  /** A strategy as it was named, and what it is called in the records. */
  private record Entrant(String label, String name) {

    /** One that is traded, called by its own name. */
    static Entrant live(String name) {
      return new Entrant(bare(name), name);
    }

    /** A challenger, which may be called otherwise. */
    static Entrant rival(String text) {
      int sign = text.indexOf('=');
      String label = text.substring(0, Math.max(0, sign)).strip();
      String name = text.substring(sign + 1).strip();
      if (sign >= 0 && (label.isEmpty() || name.isEmpty())) {
        throw new UserMistake("--rival must be NAME or LABEL=NAME, was '" + text + "'");
      }
      return sign < 0 ? live(name) : new Entrant(label, name);
    }
  }

  /**
   * Fresh ones of all strategies that are named, at least one, and of the challengers.
   *
   * @param symbols of the run
   * @throws UserMistake if there is none, one is named twice, or can't be used
   */
  public Contestants all(Configuration configuration, List<InstrumentId> symbols) {
    Trading trading = configuration.trading();
    List<String> rivals = configuration.rivals().names();
    if (trading.signals().isPresent()) {
      List<ChosenStrategy> file = List.of(signals(trading.signals().orElseThrow(), symbols));
      return new Contestants(file, chosen(entrants(List.of(), rivals), trading.parameters()));
    }
    List<String> names = names(trading.strategy().orElse(""));
    if (names.size() == 1 && rivals.isEmpty()) {
      return new Contestants(List.of(of(configuration, symbols)), List.of());
    }
    List<ChosenStrategy> all = chosen(entrants(names, rivals), owned(names, trading.parameters()));
    return new Contestants(all.subList(0, names.size()), all.subList(names.size(), all.size()));
  }

  private static List<Entrant> entrants(List<String> names, List<String> rivals) {
    List<Entrant> all = new ArrayList<>();
    for (String name : names) {
      add(Entrant.live(name), all, "--strategy names %s twice");
    }
    for (String text : rivals) {
      add(
          Entrant.rival(text),
          all,
          "there are two strategies %1$s; call the challenger otherwise, such as --rival"
              + " other=%1$s");
    }
    return all;
  }

  private static void add(Entrant entrant, List<Entrant> all, String twice) {
    if (all.stream().anyMatch(other -> other.label().equals(entrant.label()))) {
      throw new UserMistake(Text.of(twice, entrant.label()));
    }
    all.add(entrant);
  }

  /** What names no strategy is of the only one that is not a challenger. */
  private static Map<String, String> owned(List<String> names, Map<String, String> parameters) {
    if (names.size() > 1) {
      return parameters;
    }
    Map<String, String> owned = new LinkedHashMap<>();
    parameters.forEach((key, value) ->
        owned.put(owner(key).isEmpty() ? bare(names.getFirst()) + "." + key : key, value));
    return owned;
  }

  private List<ChosenStrategy> chosen(List<Entrant> entrants, Map<String, String> parameters) {
    List<String> labels = entrants.stream().map(Entrant::label).toList();
    for (String key : parameters.keySet()) {
      if (!labels.contains(owner(key))) {
        throw new UserMistake(
            "--param "
                + key
                + " must name which of the strategies it is for, such as "
                + labels.getFirst()
                + "."
                + key.substring(key.lastIndexOf('.') + 1)
                + "=VALUE");
      }
    }
    List<ChosenStrategy> chosen = new ArrayList<>();
    for (Entrant entrant : entrants) {
      Map<String, String> own = new LinkedHashMap<>();
      parameters.forEach((key, value) -> {
        if (owner(key).equals(entrant.label())) {
          own.put(key.substring(entrant.label().length() + 1), value);
        }
      });
      chosen.add(named(entrant.name(), own).called(entrant.label()));
    }
    return chosen;
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** The strategy that a parameter such as {@code momentum.length} is for, maybe none. */
  private static String owner(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  private static String bare(String name) {
    return name.endsWith(JAVA) ? nameOf(Path.of(name)) : name;
  }

  /**
   * Looks whether strategies can be used with these parameters; none is well.
   *
   * @param rivals challengers beside them
   * @throws UserMistake if there is none of a name, or it can't be used
   */
  public void check(Optional<String> name, List<String> rivals, Map<String, String> parameters) {
    name.ifPresent(text -> {
      List<String> names = names(text);
      if (names.size() == 1 && rivals.isEmpty()) {
        named(text, parameters);
      } else {
        chosen(entrants(names, rivals), owned(names, parameters));
      }
    });
  }

  private ChosenStrategy named(String name, Map<String, String> parameters) {
    Optional<BuiltInStrategies.Entry> builtIn = BuiltInStrategies.find(name);
    if (builtIn.isPresent()) {
      Supplier<Strategy> factory = builtIn.orElseThrow().factory();
      Strategy strategy = factory.get();
      return new ChosenStrategy(
          name, strategy, factory, values(name, strategy, parameters), hidden(name));
    }
    return fromFile(fileOf(name), parameters);
  }

  /** Tells of a file of the home that has the name of a built-in strategy. */
  private List<String> hidden(String name) {
    return ownFiles().stream()
        .filter(file -> nameOf(file).equals(name))
        .map(file ->
            "this is the built-in "
                + name
                + ", not your "
                + file
                + "; for yours name its path: --strategy "
                + file)
        .toList();
  }

  /** A path as it is, a bare name as a file of the home. */
  private Path fileOf(String name) {
    if (name.endsWith(JAVA) || name.contains("/")) {
      return Path.of(name);
    }
    return ownFiles().stream()
        .filter(file -> nameOf(file).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UserMistake(
                "no such strategy: "
                    + name
                    + NearMiss.question(name, known().stream().map(Known::name).toList())
                    + "\nsee what there is with: tradewind strategies"));
  }

  private ChosenStrategy fromFile(Path file, Map<String, String> parameters) {
    return switch (StrategyFile.load(file, home.strategyCache())) {
      case LoadedStrategy.Loaded loaded -> {
        Strategy strategy = made(loaded, file);
        ParameterValues values = values(loaded.name(), strategy, parameters);
        yield new ChosenStrategy(
            loaded.name(), strategy, () -> made(loaded, file), values, loaded.notices());
      }
      case LoadedStrategy.CompileFailed failed ->
          throw new UserMistake(file + " does not compile:\n" + failed.text().stripTrailing());
      case LoadedStrategy.Refused refused ->
          throw new UserMistake(
              file + " is no strategy that can be run:\n" + String.join("\n", refused.reasons()));
      case LoadedStrategy.Unreadable unreadable ->
          throw new UserMistake(unreadable.message() + " (--strategy)");
    };
  }

  private static Strategy made(LoadedStrategy.Loaded loaded, Path file) {
    try {
      return loaded.factory().get();
    } catch (RuntimeException e) {
      throw new UserMistake(file + " failed in its constructor: " + e, e);
    }
  }

  private static ChosenStrategy signals(Path file, List<InstrumentId> symbols) {
    SignalFile signals = readSignals(file, symbols);
    checkShorts(file, signals, symbols);
    if (!signals.errors().isEmpty()) {
      throw new UserMistake(
          "some lines of "
              + file
              + " can't be read (--signals); mend or delete them:\n"
              + String.join("\n", signals.errors()));
    }
    List<String> notices = signals.notices();
    return new ChosenStrategy(
        "signals " + file.getFileName(),
        new SignalFileStrategy(signals.signals()),
        () -> new SignalFileStrategy(signals.signals()),
        ParameterValues.of(List.of(), Map.of()),
        notices);
  }

  private static SignalFile readSignals(Path file, List<InstrumentId> symbols) {
    if (!Files.isRegularFile(file)) {
      throw UserMistake.noFile(file, "--signals");
    }
    SignalFile signals;
    try {
      signals = SignalFile.read(file, symbols);
    } catch (UncheckedIOException e) {
      throw new UserMistake("can't read " + file + " (--signals): " + e.getMessage(), e);
    }
    if (signals.signals().isEmpty()) {
      String reason = signals.errors().isEmpty() ? "it is empty" : signals.errors().getFirst();
      throw new UserMistake("there are no signals in " + file + ": " + reason);
    }
    return signals;
  }

  private static void checkShorts(Path file, SignalFile signals, List<InstrumentId> symbols) {
    boolean spot = symbols.stream().anyMatch(id -> id.market() == Market.SPOT);
    Optional<TimedSignal> first =
        signals.signals().stream()
            .filter(signal -> signal.entry().isPresent())
            .filter(signal -> signal.entry().orElseThrow().direction() == Direction.SHORT)
            .findFirst();
    if (spot && first.isPresent()) {
      throw new UserMistake(
          file
              + " goes short at "
              + Utc.format(first.orElseThrow().timeNs())
              + ", and on spot nothing can be sold that is not held; trade perpetuals with"
              + " --market perp");
    }
  }

  /** What is built in, then the files in the home, each in order of name. */
  public List<Known> known() {
    List<Known> known = new ArrayList<>();
    for (BuiltInStrategies.Entry entry : BuiltInStrategies.all()) {
      known.add(
          new Known(
              entry.name(),
              entry.description(),
              Optional.empty(),
              entry.factory().get().parameters()));
    }
    for (Path file : ownFiles()) {
      boolean hidden = BuiltInStrategies.find(nameOf(file)).isPresent();
      String description =
          hidden ? "your own; built in is one of this name: write --strategy " + file : "your own";
      known.add(new Known(nameOf(file), description, Optional.of(file), List.of()));
    }
    return known;
  }

  private List<Path> ownFiles() {
    if (!Files.isDirectory(home.strategies())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.strategies())) {
      return files.filter(file -> file.toString().endsWith(JAVA)).sorted().toList();
    } catch (IOException e) {
      throw new UserMistake("can't read " + home.strategies() + ": " + e, e);
    }
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - JAVA.length());
  }

  private static ParameterValues values(
      String name, Strategy strategy, Map<String, String> parameters) {
    try {
      return ParameterValues.of(strategy.parameters(), parameters);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("parameters of " + name + " (--param):\n" + e.getMessage(), e);
    }
  }
}
