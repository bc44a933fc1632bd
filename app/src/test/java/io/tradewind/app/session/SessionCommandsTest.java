package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli;
import io.tradewind.app.Cli.Answer;
import io.tradewind.app.config.Home;
import io.tradewind.app.config.Origin;
import io.tradewind.app.config.Running;
import io.tradewind.app.golive.GoLive;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.server.SimulatedExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sessions as their user meets them: commands that run one, look at one and talk to one. */
class SessionCommandsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private Cli cli = new Cli(Path.of("."));

  @BeforeEach
  void home() {
    cli = new Cli(folder);
  }

  /** Asks until the answer is as it should be. */
  private Answer until(String line, Predicate<Answer> isThere) {
    Instant end = Instant.now().plus(PATIENCE);
    Answer answer = cli.line(line);
    while (!isThere.test(answer) && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
      answer = cli.line(line);
    }
    assertThat(isThere.test(answer)).as(line + "\n" + answer.out() + answer.err()).isTrue();
    return answer;
  }

  private static JsonNode json(Answer answer) {
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return JsonMapper.shared().readTree(answer.out());
  }

  @Test
  void theDemoTradesAndCanBePlayedAgain() throws IOException {
    Answer demo = cli.line("demo --for 50s --port 0");
    assertThat(demo.exitCode()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains(
            "a simulated exchange and a paper trader on it: ema-cross on BTC/USDT, ETH/USDT",
            "signal   ",
            "fill     bought ",
            "session demo ended in good order: equity ")
        .doesNotContain("outside of the run's span");
    JsonNode replay = json(cli.line("replay demo --json"));
    assertThat(replay.get("same").asBoolean()).isTrue();
    assertThat(replay.get("sameFromSnapshot").asBoolean()).isTrue();
    assertThat(replay.get("fromEntry").asLong()).isEqualTo(1);
    assertThat(replay.get("from").isNull()).isTrue();
    assertThat(replay.get("unread").isEmpty()).isTrue();
    assertThat(replay.get("commands").asLong()).isPositive();
    assertThat(replay.get("fills").asLong()).isPositive();
    assertThat(cli.line("replay demo").out()).startsWith("the same  session demo: ");
    Answer audit = cli.line("audit verify demo");
    assertThat(audit.exitCode()).isZero();
    assertThat(audit.out()).startsWith("whole  the audit of demo: ");
    assertThat(cli.line("doctor --offline").out())
        .contains("session demo   ended in good order, and is whole; its journal takes ");
    assertThat(folder.resolve("home/sessions/demo/records.db")).isNotEmptyFile();
    spoil(folder.resolve("home/sessions/demo/audit"));
    Answer spoilt = cli.line("audit verify demo --json");
    assertThat(spoilt.exitCode()).isEqualTo(3);
    assertThat(JsonMapper.shared().readTree(spoilt.out()).get("whole").asBoolean()).isFalse();
    assertThat(cli.line("doctor --offline").exitCode()).isEqualTo(3);
  }

  /** Makes one fill of the audit another. */
  private static void spoil(Path audit) throws IOException {
    Path file = audit.resolve("audit-00000001.jsonl");
    String text = Files.readString(file);
    int at = text.indexOf("\"kind\":\"signal-raised\"");
    Files.writeString(file, text.substring(0, at + 9) + "x" + text.substring(at + 10));
  }

  private static SimulatedExchange exchange() {
    return LiveExchange.open("key", "secret");
  }

  @Test
  void aLiveSessionIsLookedAtAndTalkedTo() throws IOException {
    cli.with("TRADEWIND_EXCHANGE_KEY", "key").with("TRADEWIND_EXCHANGE_SECRET", "secret");
    try (SimulatedExchange exchange = exchange()) {
      String live =
          "live --network simulated --address http://127.0.0.1:%s --symbols BTC/USDT --port 0"
              .formatted(exchange.port());
      CompletableFuture<Answer> running =
          CompletableFuture.supplyAsync(
              () -> cli.line(live + " --strategy ema-cross --interval 1m --param fast=3,slow=8"),
              // The JDK's sockets need the threads of the common pool.
              task -> Thread.ofPlatform().daemon().start(task));
      until("why", answer -> answer.out().contains("nothing bars it"));
      assertThat(cli.line("status").out())
          .contains("tradewind testnet  session live", "equity  10,000.00 USDT");
      until(
          "status",
          answer ->
              answer.out().contains("market data ") && answer.out().contains("account stream "));
      assertThat(cli.line("status").out()).contains("memory  ", "slowest call ");
      JsonNode vitals = json(cli.line("status --json")).get("vitals");
      assertThat(vitals.get("steps").get(0).get("count").asLong()).isPositive();
      assertThat(Files.readString(folder.resolve("home/golive.json")))
          .contains("\"kind\":\"keys-simulated\"");
      assertThat(cli.line("positions").out()).contains("no position is open");
      assertThat(cli.line("orders").out()).contains("no order is open");
      assertThat(json(cli.line("orders --json")).get("orders")).isEmpty();
      assertThat(cli.line("pause --reason lunch").out()).contains("live: paused");
      until("status --json", answer -> answer.out().contains("\"activity\":\"paused\""));
      assertThat(cli.line("why").out()).contains("it is paused; go on with: tradewind resume");
      assertThat(cli.line("resume").out()).contains("live: resumed");
      until("status --json", answer -> answer.out().contains("\"activity\":\"scanning\""));
      assertThat(cli.line("status --session nobody").err())
          .contains("there is no session 'nobody'", "there are: live");
      Answer second = cli.line(live + " --session live");
      assertThat(second.exitCode()).isEqualTo(2);
      assertThat(second.err()).contains("another process has");
      Answer other = cli.line(live + " --interval 5m");
      assertThat(other.exitCode()).isEqualTo(2);
      assertThat(other.err())
          .contains(
              "session live goes on as it began",
              "trading.interval was 1m and is 5m (--interval)",
              "--session NAME");
      assertThat(cli.line("paper --session live").err()).contains("is on play money, not on paper");
      Answer flat = cli.line("emergency-stop --reason test");
      assertThat(flat.out()).contains("emergency stop", "nothing is open any more");
      assertThat(flat.exitCode()).isZero();
      assertThat(cli.line("stop").out()).contains("live: is ending", "live: stopped in good order");
      Answer ended = running.join();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("session live ended in good order: equity 10,000.00 USDT");
      assertThat(cli.line("status").err()).contains("no session runs");
      Answer again = cli.line(live + " --for 5s");
      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(json(cli.line("replay live --json")).get("same").asBoolean()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          live --strategy momentum --symbols BTC/USDT --network testnet | orders need a key
          paper --symbols BTC/USDT | say what to trade with: --strategy
          paper --strategy momentum | say what to trade: --symbols
          paper --strategy momentum --symbols BTC/USDT --interval 90s | can't be made of the venue's
          paper --strategy momentum --symbols BTC/USDT --session A/B | a name of small letters
          paper --strategy momentum --symbols BTC/USDT --profile home | there are dev, staging
          paper --strategy momentum --symbols BTC/USDT --network moon | main, testnet, simulated
          status | no session runs; start one with: tradewind paper
          stop --session paper | there is no session 'paper'
          replay | Missing required parameter: 'SESSION'
          replay nothing | there is no session 'nothing'
          audit verify nothing | there is no session 'nothing'
          golive status | say of which strategy: --strategy NAME
          golive advance --strategy momentum | momentum may not go to testnet yet
          """)
  void whatIsWrongIsNamedWithTheWayOut(String line, String expected) {
    Answer answer = cli.line(line);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HEDGE_WITH        | BTC/USDT:USDT | hedge.with: BTC/USDT:USDT (TRADEWIND_HEDGE_WITH) is for backtests
          RIVALS_STRATEGIES | ema-cross     | rivals.strategies: ema-cross (TRADEWIND_RIVALS_STRATEGIES) is for
          TRADING_SIGNALS   | mine.csv      | trading.signals: mine.csv (TRADEWIND_TRADING_SIGNALS) is for backtests
          """)
  void whatASessionDoesNotKnowIsNotPassedOver(String variable, String value, String expected) {
    cli.with("TRADEWIND_" + variable, value);
    String strategy = variable.startsWith("TRADING") ? "" : " --strategy momentum";
    Answer answer = cli.line("paper --symbols BTC/USDT" + strategy);
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(expected, "take it out for paper and live");
  }

  @Test
  void realMoneyIsRefusedUntilTheGateIsPassed() {
    cli.with("TRADEWIND_EXCHANGE_KEY", "key").with("TRADEWIND_EXCHANGE_SECRET", "secret");
    String live = "live --strategy momentum --symbols BTC/USDT --capital 60";
    Answer refused = cli.line(live);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains(
            "real money is refused until the go-live gate is passed",
            "momentum is in the stage simulated exchange",
            "the stage testnet is not passed",
            "the stage paper is not passed");
    assertThat(cli.run((live + " --override").split(" ")).exitCode()).isEqualTo(2);
    assertThat(
            cli.run("live", "--strategy", "momentum", "--symbols", "BTC/USDT", "--override", "yes")
                .err())
        .contains("to the letter: I go to micro against the go-live gate and bear the losses");
    Answer status = cli.line("golive status --strategy momentum");
    assertThat(status.exitCode()).isEqualTo(3);
    assertThat(status.out())
        .contains("momentum is in the stage simulated exchange; before testnet it has to show:")
        .contains("no   every stop was triggered: not yet: ");
  }

  @Test
  void theDoctorKeepsThatAKeyWorks() throws IOException {
    Path book = folder.resolve("home/golive.json");
    try (SimulatedExchange exchange = exchange()) {
      String doctor =
          "doctor --network simulated --address http://127.0.0.1:%s --port 0"
              .formatted(exchange.port());
      assertThat(cli.line(doctor).out()).contains("there is none: market data");
      assertThat(book).doesNotExist();
      cli.with("TRADEWIND_EXCHANGE_KEY", "key").with("TRADEWIND_EXCHANGE_SECRET", "wrong");
      assertThat(cli.line(doctor).out()).contains("the venue refuses it");
      assertThat(book).doesNotExist();
      cli.with("TRADEWIND_EXCHANGE_SECRET", "secret");
      assertThat(cli.line(doctor).out()).contains("the venue takes it");
      assertThat(Files.readString(book)).contains("the venue takes the key of simulated");
    }
  }

  /** What a venue took is evidence; what a simulated exchange took is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                         | no   keys work: not shown yet
          simulated      | no   keys work: not shown yet
          testnet        | yes  keys work: the venue takes the key of testnet, 2026-01-05T00:00:00Z
          main           | yes  keys work: the venue takes the key of main, 2026-01-05T00:00:00Z
          testnet main   | yes  keys work: the venue takes the key of main, 2026-01-06T00:00:00Z
          """)
  void keysThatWorkAreShown(String networks, String shown) throws IOException {
    cli.file(
        "home/golive.json",
        """
        {"format":1,"seen":[],"strategies":[{"strategy":"momentum","form":"x","stage":"TESTNET",
        "changed":false,"sinceNs":0}]}
        """);
    Home home = new Home(folder.resolve("home"), new Origin.Default());
    Instant at = Instant.parse("2026-01-05T00:00:00Z");
    for (String each : networks == null ? new String[0] : networks.split(" ")) {
      Running.Network network = Running.Network.valueOf(each.toUpperCase(Locale.ROOT));
      GoLive.keysWork(home, network, Utc.fromInstant(at));
      at = at.plus(Duration.ofDays(1));
    }
    assertThat(cli.line("golive status --strategy momentum").out()).contains(shown);
  }

  @Test
  void aVenueThatCannotBeReachedIsNamed() {
    Answer answer = cli.line("doctor --network simulated --address http://127.0.0.1:9 --port 0");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.out())
        .contains("wrong  venue          http://127.0.0.1:9 can't be reached")
        .contains("well   configuration");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (SimulatedExchange exchange = exchange()) {
      Answer answer =
          cli.line(
              ("paper --network simulated --address http://127.0.0.1:%1$s --symbols BTC/USDT"
                      + " --strategy ema-cross --interval 1m --for 1s --port %1$s")
                  .formatted(exchange.port()));
      assertThat(answer.exitCode()).isEqualTo(2);
      assertThat(answer.err()).contains("port " + exchange.port() + " is taken");
    }
  }
}
