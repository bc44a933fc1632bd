package io.tradewind.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.allocation.AllocationRule;
import io.tradewind.core.allocation.AllocationSettings;
import io.tradewind.core.allocation.RivalrySettings;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.execution.VolumeCurve;
import io.tradewind.core.risk.limit.HedgeLimits;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How entries are worked and capital is shared, by file and environment. */
class ChosenWaysTest {
  /** A text of each number that changes what is chosen by it. */
  private static final String CHANGES =
      """
      execution.style=twap     | execution.twap.slices        | 11
      execution.style=twap     | execution.twap.time          | 6m
      execution.style=twap     | execution.twap.jitter        | 0
      execution.style=vwap     | execution.vwap.slices        | 31
      execution.style=vwap     | execution.vwap.time          | 31m
      execution.style=vwap     | execution.vwap.participation | 100%
      execution.style=vwap     | execution.vwap.curve         | 1,2
      execution.style=pov      | execution.pov.participation  | 0.2
      execution.style=pov      | execution.pov.step           | 6s
      execution.style=pov      | execution.pov.time           | 2h
      execution.style=iceberg  | execution.iceberg.visible    | 20%
      execution.style=iceberg  | execution.iceberg.time       | 2h
      execution.style=chase    | execution.chase.cap          | 0
      execution.style=chase    | execution.chase.reprice      | 2s
      execution.style=chase    | execution.chase.patience     | 31s
      allocation.rule=bandit   | allocation.interval          | 1w
      allocation.rule=bandit   | allocation.window            | 91
      allocation.rule=bandit   | allocation.warm-up           | 31
      allocation.rule=bandit   | allocation.warm-up-trades    | 0
      allocation.rule=bandit   | allocation.floor             | 0
      allocation.rule=bandit   | allocation.cap               | 100%
      allocation.rule=bandit   | allocation.max-shift         | 20%
      allocation.rule=bandit   | allocation.min-shift         | 0
      allocation.rule=bandit   | allocation.max-drawdown      | 16%
      allocation.rule=bandit   | allocation.bandit.draws      | 1001
      allocation.rule=bandit   | allocation.bandit.prior      | 11
      allocation.rule=bandit   | allocation.bandit.exploration| 0
      allocation.rule=bandit   | allocation.seed              | 2
      rivals.strategies=grid   | rivals.days                  | 61
      rivals.strategies=grid   | rivals.confidence            | 99%
      rivals.strategies=grid   | rivals.block                 | 1
      rivals.strategies=grid   | rivals.draws                 | 10001
      rivals.strategies=grid   | rivals.seed                  | 2
      hedge.with=BTC/USDT      | hedge.beta                   | none
      hedge.with=BTC/USDT      | hedge.beta-target            | 61%
      hedge.with=BTC/USDT      | hedge.heat                   | 11%
      hedge.with=BTC/USDT      | hedge.heat-target            | 0
      hedge.with=BTC/USDT      | hedge.band                   | 6%
      hedge.with=BTC/USDT      | hedge.capital                | 25%
      hedge.with=BTC/USDT      | hedge.leverage               | 4
      """;

  @TempDir private Path folder;

  private static ConfigResult load(Map<String, String> texts) {
    ConfigLoader loader = new ConfigLoader();
    texts.forEach((path, text) ->
        loader.environment(Map.of(Catalogue.find(path).orElseThrow().variable(), text)));
    return loader.load();
  }

  private static Configuration read(String... assignments) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String assignment : assignments) {
      String[] sides = assignment.split("=", 2);
      texts.put(sides[0], sides[1]);
    }
    return loaded(load(texts));
  }

  private static Configuration loaded(ConfigResult result) {
    return switch (result) {
      case ConfigResult.Loaded loaded -> loaded.configuration();
      case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.errors());
    };
  }

  /** Everything that a run takes from these settings. */
  private static List<Object> taken(Configuration configuration) {
    return List.of(
        configuration.execution().style(),
        configuration.allocation().moving(List.of(1_000_000L)),
        configuration.allocation().seed(),
        configuration.rivals().settings(),
        configuration.hedge().limits(),
        configuration.hedge().capital(),
        configuration.hedge().leverage());
  }

  @Test
  void whatIsNotSaidIsAsTheSpecificationHasIt() {
    assertThat(read().execution().style()).isEmpty();
    assertThat(read().allocation().moving(List.of())).isEmpty();
    assertThat(style("twap")).contains(ExecutionStyle.Twap.DEFAULT);
    assertThat(style("vwap")).contains(ExecutionStyle.Vwap.DEFAULT);
    assertThat(style("pov")).contains(ExecutionStyle.Pov.DEFAULT);
    assertThat(style("iceberg")).contains(ExecutionStyle.Iceberg.DEFAULT);
    assertThat(style("chase")).contains(ExecutionStyle.Chase.DEFAULT);
    assertThat(rule("bandit")).contains(AllocationSettings.DEFAULT);
    assertThat(rule("equal"))
        .contains(AllocationSettings.DEFAULT.withRule(new AllocationRule.Equal()));
    assertThat(rule("fixed"))
        .contains(
            AllocationSettings.DEFAULT.withRule(
                new AllocationRule.Fixed(List.of(600_000L, 400_000L))));
    assertThat(read().rivals().settings()).isEqualTo(RivalrySettings.DEFAULT);
    assertThat(read().rivals().names()).isEmpty();
    assertThat(read().hedge().with()).isEmpty();
    assertThat(read().hedge().limits()).isEqualTo(HedgeLimits.SHIPPED);
  }

  private static Optional<ExecutionStyle> style(String name) {
    return read("execution.style=" + name).execution().style();
  }

  private static Optional<AllocationSettings> rule(String name) {
    return read("allocation.rule=" + name).allocation().moving(List.of(600_000L, 400_000L));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = CHANGES)
  void eachNumberChangesWhatIsChosen(String choice, String path, String text) {
    Configuration before = read(choice);
    Configuration after = read(choice, path + "=" + text);
    assertThat(taken(after)).isNotEqualTo(taken(before));
  }

  @Test
  void eachNumberHasItsLineAbove() {
    List<String> choices =
        List.of(
            "execution.style",
            "allocation.rule",
            "allocation.shares",
            "rivals.strategies",
            "hedge.with");
    assertThat(CHANGES.lines().map(line -> line.split("[|]")[1].strip()))
        .containsExactlyElementsOf(
            Catalogue.ALL.stream()
                .filter(each -> each.path().matches("(execution|allocation|rivals|hedge)[.].*"))
                .map(Setting::path)
                .filter(path -> !choices.contains(path))
                .toList());
  }

  @Test
  void aFileHoldsThemInSections() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("config.yaml"),
            """
            execution:
              style: vwap
              vwap: {slices: 3, time: 1h, participation: 5%, curve: [0, 2, 1]}
            allocation:
              shares: {a: 60%, b: 40%}
              rule: bandit
              interval: 1w
              bandit: {draws: 7}
            rivals:
              strategies: [c, d=e]
            hedge: {with: "BTC/USDT:USDT", beta: none, heat: 20%, capital: 0.1}
            """);
    Configuration read = loaded(new ConfigLoader().file(file).load());
    assertThat(read.execution().style())
        .contains(new ExecutionStyle.Vwap(3, 3600 * Utc.SECOND_NS, 0.05, new VolumeCurve(0, 2, 1)));
    assertThat(read.allocation().shares()).containsExactly("a=60%", "b=40%");
    assertThat(read.allocation().settings().interval()).isEqualTo(Interval.parse("1w"));
    assertThat(read.allocation().settings().rule())
        .isEqualTo(new AllocationRule.Bandit(7, 10, 0.1));
    assertThat(read.rivals().names()).containsExactly("c", "d=e");
    assertThat(read.hedge().with()).contains("BTC/USDT:USDT");
    assertThat(read.hedge().limits())
        .isEqualTo(new HedgeLimits(Double.POSITIVE_INFINITY, 0.6, 0.2, 0.07, 0.05));
    assertThat(read.hedge().capital()).isEqualTo(0.1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          execution.twap.slices=5                             | execution.twap.slices has no effect: because
          execution.style=vwap, execution.twap.slices=5       | execution.twap.slices has no effect: because
          execution.style=vwap, execution.twap.slices=5, execution.pov.step=1s | execution.twap.slices, execution.pov.step have no effect: because
          execution.style=twap, execution.twap.slices=5       | ''
          execution.style=twap                                | ''
          allocation.floor=1%                                 | allocation.floor has no effect: because
          allocation.rule=equal, allocation.floor=1%          | ''
          allocation.rule=equal, allocation.seed=9            | allocation.seed has no effect: because
          allocation.rule=fixed, allocation.bandit.draws=9    | allocation.bandit.draws has no effect: because
          allocation.rule=bandit, allocation.bandit.draws=9   | ''
          allocation.shares=a=60%                             | ''
          rivals.days=90                                      | rivals.days has no effect: because
          rivals.strategies=grid, rivals.days=90              | ''
          hedge.band=9%                                       | hedge.band has no effect: because
          hedge.with=BTC/USDT, hedge.band=9%                  | ''
          """)
  void whatIsGivenInVainIsTold(String given, String told) {
    Configuration read = read(given.split(", "));
    List<String> notices =
        Stream.of(
                read.execution().effect(),
                read.allocation().effect(),
                read.rivals().effect(),
                read.hedge().effect())
            .flatMap(effect -> effect.notice("because").stream())
            .toList();
    assertThat(String.join("; ", notices)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          execution.style=fast             | must be one of none, twap, vwap, pov, iceberg, chase
          execution.twap.slices=0          | must be a whole number from 1 to 1000
          execution.twap.time=5            | must be a time above zero
          execution.twap.jitter=100%       | must be a share from 0% to 99%
          execution.vwap.participation=0   | must be a share above 0% and up to 100%
          execution.vwap.curve=0,0         | must be numbers from 0 on with commas between them, not all 0
          execution.vwap.curve=1,-1        | must be numbers from 0 on with commas between them, not all 0
          execution.chase.cap=-1%          | must be a share from 0% to 99%
          allocation.rule=best             | must be one of none, equal, fixed, bandit
          allocation.interval=36h          | must be an interval of days or weeks, such as 1d, 1w
          allocation.warm-up=91            | must be at most allocation.window, which is 90
          allocation.floor=61%             | must be at most allocation.cap, which is 60%
          allocation.min-shift=11%         | must be at most allocation.max-shift, which is 10%
          allocation.max-shift=0           | must be a share from 0.01% to 100%
          allocation.shares=a=60%,,        | must be NAME=PART, several with commas between them
          allocation.bandit.prior=1        | must be a number from 2 to 1000000
          rivals.strategies=,              | must be NAME or LABEL=NAME of a strategy
          rivals.confidence=50%            | must be a share from 51% to 99.99%
          rivals.days=1                    | must be a whole number from 2 to 100000
          """)
  void mistakesSayWhatIsAllowed(String given, String rule) {
    String[] sides = given.split("=", 2);
    ConfigResult result = load(Map.of(sides[0], sides[1]));
    assertThat(result).isInstanceOf(ConfigResult.Faulty.class);
    List<ConfigError> errors = ((ConfigResult.Faulty) result).errors();
    assertThat(errors).hasSize(1);
    assertThat(errors.getFirst().toString()).contains(sides[0], sides[1], rule);
  }
}
