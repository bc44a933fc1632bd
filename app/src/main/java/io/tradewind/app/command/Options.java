package io.tradewind.app.command;

import io.tradewind.app.config.ConfigLoader;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.Profile;
import io.tradewind.app.config.Setting;
import io.tradewind.app.session.SessionDescription;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Options that several commands have, and how settings become options. */
final class Options {
  /** Behind what only one command has. */
  private static final int LAST = 1000;

  private Options() {}

  /** A command with the options that all have. */
  static CommandSpec command(Command command, String name, String summary) {
    return describe(CommandSpec.wrapWithoutInspection(command), name, summary);
  }

  /** Names a command and gives it the options that all have. */
  static CommandSpec describe(CommandSpec spec, String name, String summary) {
    spec.name(name);
    spec.usageMessage().description(summary).sortOptions(false).abbreviateSynopsis(true);
    spec.usageMessage().optionListHeading("%nOptions:%n").parameterListHeading("%n");
    spec.usageMessage().commandListHeading("%nCommands:%n").synopsisHeading("");
    spec.usageMessage().descriptionHeading("%n").footerHeading("%nExamples:%n");
    spec.addOption(
        option("--home", "DIR", "the folder of store, configuration and strategies").toBuilder()
            .order(LAST)
            .build());
    spec.addOption(
        flag("--debug", "show where in the code an error came from").toBuilder()
            .order(LAST)
            .build());
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("show this help")
            .order(LAST)
            .build());
    return spec;
  }

  /** Text as it is: a percent sign would be the beginning of a format. */
  static String plain(String text) {
    return text.replace("%", "%%");
  }

  static OptionSpec option(String name, String placeholder, String summary) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(placeholder)
        .description(plain(summary))
        .build();
  }

  /** One that may be given several times. */
  static OptionSpec several(String name, String placeholder, String summary) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .paramLabel(placeholder)
        .description(plain(summary))
        .build();
  }

  /** What was given of such an option, maybe nothing. */
  static List<String> texts(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, List.<String>of());
  }

  static OptionSpec flag(String name, String summary) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .arity("0")
        .description(plain(summary))
        .build();
  }

  static OptionSpec json() {
    return flag("--json", "print JSON instead of a table");
  }

  static OptionSpec config() {
    return option("--config", "FILE", "the YAML file to read instead of config.yaml in the home");
  }

  /** What the machine is for, beside {@link #config}. */
  static OptionSpec profile() {
    return option("--profile", "NAME", "settings of a kind of machine: " + Profile.names());
  }

  /** A setting as an option. */
  static OptionSpec setting(Setting<?> setting) {
    OptionSpec.Builder builder =
        OptionSpec.builder(setting.flag())
            .paramLabel(setting.placeholder())
            .description(plain(setting.summary() + " (" + setting.defaultInWords() + ")"));
    setting.aloneText().ifPresent(builder::fallbackValue);
    String arity = setting.aloneText().isPresent() ? "0..1" : "1";
    return setting.repeatable()
        ? builder.type(List.class).auxiliaryTypes(String.class).arity(arity).build()
        : builder.type(String.class).arity(arity).build();
  }

  /** Settings under a heading of their own in the help. */
  static ArgGroupSpec group(String heading, List<Setting<?>> settings) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder()
            .heading("%n" + heading + ":%n")
            .exclusive(false)
            .validate(false)
            .multiplicity("0..1");
    settings.stream().filter(Setting::hasFlag).forEach(setting -> group.addArg(setting(setting)));
    return group.build();
  }

  static Optional<String> text(ParseResult arguments, String name) {
    return Optional.ofNullable(arguments.<String>matchedOptionValue(name, null));
  }

  static boolean has(ParseResult arguments, String name) {
    return arguments.hasMatchedOption(name);
  }

  /**
   * Reads the configuration, with the flags of these settings that were given.
   *
   * @throws UserMistake naming everything that is wrong
   */
  static ConfigResult.Loaded configuration(
      ParseResult arguments, Session session, List<Setting<?>> settings) {
    Mistakes mistakes = new Mistakes();
    Optional<ConfigResult.Loaded> loaded =
        configuration(arguments, session, settings, mistakes, faulty -> {});
    mistakes.orThrow();
    return loaded.orElseThrow();
  }

  /**
   * As {@link #configuration(ParseResult, Session, List)}; empty where something is wrong with it,
   * which is added to the mistakes.
   *
   * @param further looks then at what can be looked at nevertheless
   */
  static Optional<ConfigResult.Loaded> configuration(
      ParseResult arguments,
      Session session,
      List<Setting<?>> settings,
      Mistakes mistakes,
      Consumer<ConfigResult.Faulty> further) {
    return load(new ConfigLoader(), arguments, session, settings, mistakes, further);
  }

  /** What a session began with holds where nothing else is said. */
  static Optional<ConfigResult.Loaded> configuration(
      ParseResult arguments,
      Session session,
      List<Setting<?>> settings,
      SessionDescription begun,
      Mistakes mistakes) {
    ConfigLoader loader = new ConfigLoader().session(begun.name(), begun.settings());
    return load(loader, arguments, session, settings, mistakes, faulty -> {});
  }

  private static Optional<ConfigResult.Loaded> load(
      ConfigLoader loader,
      ParseResult arguments,
      Session session,
      List<Setting<?>> settings,
      Mistakes mistakes,
      Consumer<ConfigResult.Faulty> further) {
    configurationFile(arguments, session).ifPresent(loader::file);
    profile(arguments, session).ifPresent(loader::profile);
    Path variables = session.home().variables();
    if (Files.isRegularFile(variables)) {
      loader.variables(variables);
    }
    loader.environment(session.environment());
    for (Setting<?> setting : settings) {
      given(arguments, setting).ifPresent(parts -> loader.flag(setting, parts));
    }
    return switch (loader.load()) {
      case ConfigResult.Loaded loaded -> Optional.of(loaded);
      case ConfigResult.Faulty faulty -> {
        faulty.errors().forEach(error -> mistakes.add(error.toString()));
        mistakes.check(() -> further.accept(faulty));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Profile> profile(ParseResult arguments, Session session) {
    String variable = session.environment().getOrDefault("TRADEWIND_PROFILE", "");
    Optional<String> named =
        text(arguments, "--profile").or(() -> Optional.of(variable).filter(v -> !v.isBlank()));
    return named.map(name ->
        Profile.of(name)
            .orElseThrow(() ->
                new UserMistake(
                    "no profile is called '%s'; there are %s".formatted(name, Profile.names()))));
  }

  private static Optional<List<String>> given(ParseResult arguments, Setting<?> setting) {
    if (!setting.hasFlag()
        || !arguments.commandSpec().optionsMap().containsKey(setting.flag())
        || !arguments.hasMatchedOption(setting.flag())) {
      return Optional.empty();
    }
    Object value = arguments.matchedOption(setting.flag()).getValue();
    return Optional.of(
        value instanceof List<?> list
            ? list.stream().map(Object::toString).toList()
            : List.of(String.valueOf(value)));
  }

  private static Optional<Path> configurationFile(ParseResult arguments, Session session) {
    Optional<String> named =
        has(arguments, "--config") ? text(arguments, "--config") : Optional.empty();
    if (named.isPresent()) {
      if (named.orElseThrow().isBlank()) {
        throw new UserMistake("--config names no file: '" + named.orElseThrow() + "'");
      }
      Path file = Path.of(named.orElseThrow());
      if (!Files.isRegularFile(file)) {
        throw UserMistake.noFile(file, "--config");
      }
      return Optional.of(file);
    }
    Path usual = session.home().configuration();
    return Files.isRegularFile(usual) ? Optional.of(usual) : Optional.empty();
  }
}
