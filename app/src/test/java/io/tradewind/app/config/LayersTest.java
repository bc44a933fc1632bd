package io.tradewind.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting may be said in several places: who covers whom, and what is told of mistakes. */
class LayersTest {
  private static final String HIDDEN = "do-not-show-this";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void begin() {
    cli = new Cli(folder);
  }

  /** Of the capital everything speaks but the profile's own; each layer has its own number. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what speaks                                        | capital | from
                                                               | 10000   | default
          preset                                               | 100     | preset conservative
          preset session                                       | 3       | session mine
          preset session file                                  | 4       | @/my.yaml line 2
          preset session file profile                          | 6       | @/my.yaml line 6
          preset session file profile .env                     | 7       | @/.env line 2
          preset session file profile .env environment         | 8       | TRADEWIND_TRADING_CAPITAL
          preset session file profile .env environment flag    | 9       | --capital
          preset flag                                          | 9       | --capital
          session .env                                         | 7       | @/.env line 2
          profile                                              | 10000   | default
          """)
  void aLaterOneCoversThoseBefore(String speaks, String capital, String from) throws IOException {
    List<String> layers = speaks == null ? List.of() : List.of(speaks.split(" "));
    ConfigLoader loader = new ConfigLoader();
    if (layers.contains("session")) {
      loader.session("mine", Map.of("trading.capital", "3", "gone.setting", "1"));
    }
    if (layers.contains("file")) {
      loader.file(
          cli.file(
              "my.yaml",
              """
              trading:
                capital: 4
              profiles:
                staging:
                  trading:
                    capital: 6
                dev:
                  trading:
                    capital: 60
              """));
    }
    if (layers.contains("profile")) {
      loader.profile(Profile.STAGING);
    }
    if (layers.contains(".env")) {
      loader.variables(cli.file(".env", "# what it costs\nexport TRADEWIND_TRADING_CAPITAL='7'\n"));
    }
    if (layers.contains("environment")) {
      loader.environment(Map.of("TRADEWIND_TRADING_CAPITAL", "8", "HOME", "x"));
    }
    if (layers.contains("preset")) {
      loader.flag(Catalogue.PRESET, List.of("conservative"));
    }
    if (layers.contains("flag")) {
      loader.flag(Catalogue.CAPITAL, List.of("9"));
    }
    Settings.Value value = loaded(loader).value(Catalogue.CAPITAL);
    assertThat(value.text()).contains(capital);
    assertThat(value.origin().text().replace(folder.toString(), "@")).isEqualTo(from);
  }

  /** What a profile ships comes over the file, and what the file says of that profile over both. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dev        | network: testnet                    | simulated | profile dev
          staging    | network: main                       | testnet   | profile staging
          production | network: testnet                    | main      | profile production
          production | NONE                                | main      | profile production
          production | profiles: {production: {exchange: {network: testnet}}} | testnet | @/my.yaml line 1
          production | profiles: {dev: {exchange: {network: testnet}}}        | main    | profile production
          """)
  void aProfileShipsItsNetwork(String profile, String file, String network, String from)
      throws IOException {
    ConfigLoader loader = new ConfigLoader();
    if (!file.equals("NONE")) {
      loader.file(
          cli.file("my.yaml", file.startsWith("profiles") ? file : "exchange: {" + file + "}"));
    }
    Settings.Value value =
        loaded(loader.profile(Profile.of(profile).orElseThrow())).value(SessionCatalogue.NETWORK);
    assertThat(value.text()).contains(network);
    assertThat(value.origin().text().replace(folder.toString(), "@")).isEqualTo(from);
  }

  @Test
  void aFlagNamesTheProfileOverTheVariable() {
    cli.with("TRADEWIND_PROFILE", "dev");
    assertThat(shown(cli.line("config show --origin"), "exchange.network"))
        .isEqualTo("exchange.network simulated profile dev");
    assertThat(shown(cli.line("config show --origin --profile staging"), "exchange.network"))
        .isEqualTo("exchange.network testnet profile staging");
  }

  @Test
  void aProfileThatDoesNotExistIsRefused() {
    Cli.Answer answer = cli.line("config show --profile prod");
    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.err())
        .contains("no profile is called 'prod'; there are dev, staging, production");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profiles: 3                              | profiles        | holds sections of dev, staging, production
          profiles: {prod: {}}                     | profiles.prod   | must be a section of dev, staging, production
          profiles: {dev: 3}                       | profiles.dev    | must be a section of dev, staging, production
          profiles: {dev: {trading: {capitl: 3}}}  | trading.capitl  | no such setting
          exchange: {key: abc}                     | exchange.key    | needs exchange.secret or exchange.private-key
          exchange: {secret: abc}                  | exchange.secret | needs exchange.key, too
          exchange: {cancel-after: 3s}             | exchange.cancel-after | must be 10s at least
          monitoring: {heartbeat-every: 3s}        | monitoring.heartbeat-every | must be 5s at least
          """)
  void whatIsWrongInAFileIsToldWithItsLine(String yaml, String path, String rule)
      throws IOException {
    cli.file("my.yaml", yaml);
    Cli.Answer answer = cli.line("config show --config @/my.yaml");
    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.err()).contains("@/my.yaml line 1", path, rule);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no sign in it                       | must be NAME=VALUE
          =7                                  | must be NAME=VALUE
          TRADEWIND_TRADING_CAPITL=7          | no setting has this variable
          TRADEWIND_TRADING_CAPITAL=much      | must be a number
          export TRADEWIND_TRADING_CAPITAL=-1 | must be a number
          """)
  void aWrongLineOfVariablesIsToldWithItsPlace(String line, String rule) throws IOException {
    cli.file("home/.env", "# mine\n\n" + line + "\n");
    Cli.Answer answer = cli.line("config show");
    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.err()).contains("@/home/.env line 3", rule);
  }

  @Test
  void secretsAreShownNowhere() throws IOException {
    StringBuilder env = new StringBuilder();
    for (Setting<?> setting : secrets()) {
      String value = setting.path().endsWith("url") ? "http://localhost/" + HIDDEN : HIDDEN;
      env.append(setting.variable()).append('=').append(value).append('\n');
    }
    cli.file("home/.env", env.toString());
    for (String line : List.of("config show", "config show --origin", "config show --json")) {
      Cli.Answer answer = cli.line(line);
      assertThat(answer.exitCode()).as(answer.err()).isZero();
      assertThat(answer.out() + answer.err()).as(line).doesNotContain(HIDDEN);
      assertThat(answer.out().split("\\(hidden\\)", -1)).as(line).hasSize(secrets().size() + 1);
    }
  }

  /** Also where the mistake is in the secret's own line. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home/.env        | TRADEWIND_MONITORING_HEARTBEAT_URL=do-not-show-this
          home/.env        | TRADEWIND_EXCHANGE_SECRT=do-not-show-this
          home/.env        | TRADEWIND_EXCHANGE_SECRET do-not-show-this
          home/config.yaml | exchange: {secret: [do-not-show-this, {a: b}]}
          home/config.yaml | exchange: {secrt: do-not-show-this}
          home/config.yaml | exchange: {secret: "do-not-show-this}
          home/config.yaml | exchange: {secret: do-not-show-this: x]
          home/config.yaml | exchange: {secret: @do-not-show-this}
          """)
  void noMistakeShowsASecret(String file, String text) throws IOException {
    cli.file(file, text + "\n");
    Cli.Answer answer = cli.line("config show");
    assertThat(answer.exitCode()).isNotZero();
    assertThat(answer.err()).contains("@/" + file).doesNotContain(HIDDEN);
  }

  /** As they are, and with what is commented out. */
  @Test
  void theExamplesLoad() throws IOException {
    String env = Files.readString(docs().resolve("example.env"));
    cli.file("my.yaml", Files.readString(docs().resolve("example.yaml")));
    cli.file("home/.env", env);
    Cli.Answer answer = cli.line("config show --origin --config @/my.yaml");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(shown(answer, "trading.capital")).startsWith("trading.capital 1000 ");
    for (Profile profile : Profile.values()) {
      answer = cli.line("config show --config @/my.yaml --profile " + profile.label());
      assertThat(answer.exitCode()).as(answer.err()).isZero();
    }
    cli.file(
        "home/.env",
        env.replace("#TRADEWIND_", "TRADEWIND_")
            .replaceAll("(?m)^TRADEWIND_EXCHANGE_PRIVATE_KEY=.*$", ""));
    answer = cli.line("config show --origin --config @/my.yaml");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(shown(answer, "database.user")).startsWith("database.user tradewind ");
  }

  private static List<Setting<?>> secrets() {
    return Catalogue.ALL.stream().filter(Setting::isSecret).<Setting<?>>map(each -> each).toList();
  }

  private static Path docs() {
    Path here = Path.of("").toAbsolutePath();
    return here.endsWith("app") ? here.resolveSibling("docs") : here.resolve("docs");
  }

  private static String shown(Cli.Answer answer, String path) {
    return answer
        .out()
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(path + " "))
        .findFirst()
        .orElse("not shown: " + path + " in " + answer);
  }

  private static Settings loaded(ConfigLoader loader) {
    return switch (loader.load()) {
      case ConfigResult.Loaded loaded -> loaded.settings();
      case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.errors());
    };
  }
}
