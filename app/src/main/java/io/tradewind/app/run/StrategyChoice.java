package io.tradewind.app.run;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Configuration.Trading;
import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.NearMiss;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.strategy.Parameter;
import io.tradewind.core.strategy.ParameterValues;
import io.tradewind.core.strategy.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the strategy that a configuration names: built in, a file, or a file of signals. */
public final class StrategyChoice {
  private static final String JAVA = ".java";

  private final Home home;

  /**
   * A strategy that can be named.
   *
   * @param file where the user's own lives, empty for what is built in
   * @param parameters of what is built in; a file is not compiled for a list
   */
  public record Known(String name, Optional<Path> file, List<Parameter<?>> parameters) {
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
    String name =
        trading
            .strategy()
            .orElseThrow(() ->
                new UserMistake(
                    "say what to trade with: --strategy NAME, --strategy FILE or --signals"
                        + " FILE\nsee what there is with: tradewind strategies"));
    Optional<Strategy> builtIn = BuiltIns.create(name);
    Strategy strategy =
        builtIn.orElseThrow(() ->
            new UserMistake(
                "no such strategy: "
                    + name
                    + NearMiss.question(name, BuiltIns.names())
                    + "\nsee what there is with: tradewind strategies"));
    return new ChosenStrategy(name, strategy, parameters(name, strategy, trading), List.of());
  }

  /** What is built in, then the files in the home, each in order of name. */
  public List<Known> known() {
    List<Known> known = new ArrayList<>();
    for (String name : BuiltIns.names()) {
      BuiltIns.create(name)
          .ifPresent(
              strategy -> known.add(new Known(name, Optional.empty(), strategy.parameters())));
    }
    ownFiles().forEach(file -> known.add(new Known(nameOf(file), Optional.of(file), List.of())));
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

  private static ParameterValues parameters(String name, Strategy strategy, Trading trading) {
    try {
      return ParameterValues.of(strategy.parameters(), trading.parameters());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("parameters of " + name + " (--param):\n" + e.getMessage(), e);
    }
  }
}
