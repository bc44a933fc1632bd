package io.tradewind.app.command;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.check.NearMiss;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.Input;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Setting;
import io.tradewind.app.run.BacktestWiring;
import io.tradewind.app.run.IndicatorValues;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.feature.FeatureSet;
import io.tradewind.core.feature.FeatureTable;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.risk.RiskSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code indicators}: what there is to compute, and its values on candles of the store. */
final class IndicatorsCommand implements Command {
  private static final int SHOWN = 20;
  private static final String WARM_UP = Catalogue.WARM_UP.flag();
  private static final List<Setting<?>> SETTINGS =
      List.of(
          Catalogue.INTERVAL,
          Catalogue.FROM,
          Catalogue.TO,
          Catalogue.MARKET,
          Catalogue.VENUE,
          Catalogue.CANDLES);

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "indicators", "List indicators, or print their values on candles.");
    spec.usageMessage()
        .footer(
            "  tradewind indicators --family momentum",
            "  tradewind indicators macd",
            "  tradewind indicators rsi --symbol BTC/USDT --interval 1h --length 14 --csv",
            "  tradewind indicators 'ema(20)' 'macd.histogram on 4h' 'sma(9) of volume' \\",
            "      --symbol BTC/USDT --interval 15m --from 2024-03-01 --json");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("NAME")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "an indicator with what belongs to it: name(arguments).output of SOURCE on"
                    + " INTERVAL; the parameters of a single one can also be given as options")
            .build());
    spec.addOption(
        Options.option("--family", "NAME", "only this family: " + String.join(", ", families())));
    spec.addOption(
        OptionSpec.builder(Catalogue.SYMBOLS.flag(), "--symbol")
            .type(String.class)
            .paramLabel("A/B")
            .description("print values on candles of this symbol")
            .build());
    SETTINGS.forEach(setting -> spec.addOption(Options.setting(setting)));
    spec.addOption(
        Options.option(WARM_UP, "TIME", "what is read before --from to warm up (all there is)"));
    spec.addOption(Options.flag("--csv", "print every value as CSV"));
    spec.addOption(Options.flag("--json", "print JSON: the list, or every value"));
    spec.addOption(Options.config());
    for (String name : parameterNames()) {
      if (!spec.optionsMap().containsKey("--" + name)) {
        spec.addOption(
            Options.option("--" + name, "VALUE", "a parameter").toBuilder().hidden(true).build());
      }
    }
    return spec;
  }

  private static List<String> families() {
    return Stream.of(Family.values()).map(Family::label).toList();
  }

  private static Set<String> parameterNames() {
    return Indicators.all().stream()
        .flatMap(definition -> definition.parameters().stream())
        .map(Parameter::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    List<String> names = arguments.matchedPositionalValue(0, List.of());
    Map<String, String> given = given(arguments);
    if (!given.isEmpty() && names.size() != 1) {
      throw new UserMistake(
          "--"
              + given.keySet().iterator().next()
              + " belongs to one indicator"
              + (names.isEmpty()
                  ? ": name it"
                  : "; write it with each: " + String.join("(...) ", names) + "(...)"));
    }
    if (Options.has(arguments, Catalogue.SYMBOLS.flag())) {
      checkForValues(names, arguments);
      values(columns(names, given), arguments, session);
      return ExitCode.OK;
    }
    checkForNone(names, arguments);
    if (names.isEmpty()) {
      list(chosen(arguments), arguments, session);
    } else {
      describe(names, given, arguments, session);
    }
    return ExitCode.OK;
  }

  private static void checkForValues(List<String> names, ParseResult arguments) {
    if (names.isEmpty()) {
      throw new UserMistake("say what to compute, such as: tradewind indicators rsi --symbol A/B");
    }
    if (Options.has(arguments, "--csv") && Options.has(arguments, "--json")) {
      throw new UserMistake("--csv and --json: give one of the two");
    }
    Optional<String> file =
        names.stream().filter(name -> name.matches(".*[.]csv|.*/.*")).findFirst();
    if (file.isPresent()) {
      throw new UserMistake(
          "values go to standard output, not to a file; write --csv > " + file.orElseThrow());
    }
  }

  /** Without a symbol there are no values, and what is only for them has been misunderstood. */
  private static void checkForNone(List<String> names, ParseResult arguments) {
    Stream.concat(SETTINGS.stream().map(Setting::flag), Stream.of(WARM_UP, "--csv"))
        .filter(option -> Options.has(arguments, option))
        .findFirst()
        .ifPresent(option -> {
          throw new UserMistake(option + " is for values; say of which candles: --symbol A/B");
        });
    if (!names.isEmpty() && Options.has(arguments, "--family")) {
      throw new UserMistake("--family is for the list; leave it out, or leave out the names");
    }
  }

  /** Parameters that were given as options. */
  private static Map<String, String> given(ParseResult arguments) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : parameterNames()) {
      Optional<OptionSpec> option =
          Optional.ofNullable(arguments.commandSpec().findOption("--" + name));
      if (option.filter(OptionSpec::hidden).isPresent() && Options.has(arguments, "--" + name)) {
        given.put(name, Options.text(arguments, "--" + name).orElseThrow());
      }
    }
    return given;
  }

  /** The texts, with the options of a single one among its arguments. */
  private static List<String> columns(List<String> names, Map<String, String> given) {
    if (given.isEmpty()) {
      return names;
    }
    String text = names.getFirst();
    String name = text.split("[(. ]", 2)[0];
    Definition definition = find(name);
    List<String> known = definition.parameters().stream().map(Parameter::name).toList();
    for (String option : given.keySet()) {
      if (!known.contains(option)) {
        throw new UserMistake(
            name
                + " has no --"
                + option
                + (known.isEmpty()
                    ? "; it has no parameters"
                    : "; it has --" + String.join(", --", known)));
      }
    }
    if (text.contains("(")) {
      throw new UserMistake("give the arguments of " + name + " in brackets or as options");
    }
    String inside =
        given.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
    return List.of(name + "(" + inside + ")" + text.substring(name.length()));
  }

  private static Definition find(String name) {
    return Indicators.find(name)
        .orElseThrow(() ->
            new UserMistake(
                "there is no indicator '"
                    + name
                    + "'"
                    + Indicators.question(name)
                    + "\nall are listed by: tradewind indicators"));
  }

  private static List<Definition> chosen(ParseResult arguments) {
    Optional<String> family = Options.text(arguments, "--family");
    if (family.isPresent() && !families().contains(family.orElseThrow())) {
      throw new UserMistake(
          "--family "
              + family.orElseThrow()
              + ": must be one of "
              + String.join(", ", families())
              + NearMiss.question(family.orElseThrow(), families()));
    }
    return Indicators.all().stream()
        .filter(d -> family.isEmpty() || d.family().label().equals(family.orElseThrow()))
        .sorted(Comparator.comparing(Definition::family).thenComparing(Definition::name))
        .toList();
  }

  private static void list(List<Definition> all, ParseResult arguments, Session session) {
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(all.stream().map(IndicatorsCommand::fields).toList()));
      return;
    }
    for (Family family : Family.values()) {
      List<Definition> mine = all.stream().filter(d -> d.family() == family).toList();
      if (!mine.isEmpty()) {
        session.out().println(session.ink().bold(family.label()));
        Table table = new Table("name", ">warm-up", "what it is");
        mine.forEach(d -> table.row(d.name(), String.valueOf(d.make().warmup()), d.summary()));
        table.lines(session.ink()).stream()
            .skip(1)
            .forEach(line -> session.out().println("  " + line));
        session.out().println();
      }
    }
    session
        .out()
        .println(
            all.size()
                + " indicators with the candles they need by default;"
                + " more of one: tradewind indicators NAME");
  }

  private static void describe(
      List<String> names, Map<String, String> given, ParseResult arguments, Session session) {
    List<Specification> asked = new ArrayList<>();
    for (String text : columns(names, given)) {
      find(text.split("[(. ]", 2)[0]);
      if (!withoutColumn(text).equals(text)) {
        IndicatorValues.mistakes(() -> FeatureSet.Column.parse(text));
      }
      asked.add(IndicatorValues.mistakes(() -> Specification.parse(withoutColumn(text))));
    }
    if (Options.has(arguments, "--json")) {
      session
          .out()
          .println(JsonText.of(asked.stream().map(each -> fields(each.definition())).toList()));
      return;
    }
    asked.forEach(each -> describe(each, session));
  }

  /** A name with its arguments, without the output, source and interval that a value needs. */
  private static String withoutColumn(String text) {
    int end = text.indexOf(')') + 1;
    return end > 0 ? text.substring(0, end) : text.split("[. ]", 2)[0];
  }

  private static void describe(Specification asked, Session session) {
    Definition definition = asked.definition();
    Indicator made = IndicatorValues.mistakes(asked::make);
    session.out().println(session.ink().bold(definition.name()) + "  " + definition.summary());
    Table table = new Table("", "");
    table.row("family", definition.family().label());
    table.row("source", definition.source());
    table.row(
        "TA-Lib", definition.taLib().isEmpty() ? "none" : String.join(", ", definition.taLib()));
    table.row("of", Input.of(made).label());
    table.row("warm-up", made.warmup() + " for " + asked.id());
    table.row("outputs", outputs(definition));
    for (Parameter<?> parameter : definition.parameters()) {
      table.row(
          "--" + parameter.name(), parameter.allowed() + " (" + parameter.defaultValue() + ")");
    }
    table.lines(session.ink()).stream().skip(1).forEach(line -> session.out().println("  " + line));
    session.out().println();
  }

  private static String outputs(Definition definition) {
    return definition.outputs().stream()
        .map(output -> output.name() + " (" + output.unit().label() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> fields(Definition definition) {
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (Parameter<?> parameter : definition.parameters()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", parameter.name());
      one.put("default", parameter.defaultValue());
      one.put("allowed", parameter.allowed());
      parameters.add(one);
    }
    List<Map<String, Object>> outputs = new ArrayList<>();
    definition
        .outputs()
        .forEach(
            output -> outputs.add(Map.of("name", output.name(), "unit", output.unit().label())));
    Indicator made = definition.make();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", definition.name());
    fields.put("family", definition.family().label());
    fields.put("summary", definition.summary());
    fields.put("source", definition.source());
    fields.put("taLib", definition.taLib());
    fields.put("input", Input.of(made).label());
    fields.put("warmup", made.warmup());
    fields.put("parameters", parameters);
    fields.put("outputs", outputs);
    return fields;
  }

  private static void checkOfCandles(Definition definition) {
    Input input = Input.of(definition.make());
    boolean ofTicks =
        switch (input) {
          case TRADES, QUOTES, DEPTH -> true;
          case SERIES, PAIR, BARS, TIMED_BARS -> false;
        };
    if (ofTicks) {
      throw new UserMistake(
          definition.name()
              + " is computed of "
              + input.label()
              + ", and the command line has candles only as yet; its class is described under"
              + " Order flow in analytics/README.md");
    }
  }

  private static void values(List<String> columns, ParseResult arguments, Session session) {
    columns.forEach(text -> checkOfCandles(find(text.split("[(. ]", 2)[0])));
    List<Setting<?>> settings = new ArrayList<>(SETTINGS);
    settings.addAll(List.of(Catalogue.SYMBOLS, Catalogue.WARM_UP));
    Configuration configuration =
        Options.configuration(arguments, session, settings).configuration();
    BacktestWiring wiring = new BacktestWiring(configuration, RiskSettings.RESEARCH);
    IndicatorValues values = new IndicatorValues(columns, configuration.trading());
    CandleColumns candles =
        wiring.candles(
            session.home(),
            !Options.has(arguments, WARM_UP),
            text -> session.err().println(session.ink().yellow("note: ") + text));
    FeatureTable table = values.of(candles);
    if (Options.has(arguments, "--csv")) {
      values.csv(table).forEach(session.out()::println);
    } else if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(values.json(table)));
    } else {
      values.lines(table, SHOWN, session.ink()).forEach(session.out()::println);
    }
  }
}
