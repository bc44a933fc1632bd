package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.Cli;
import io.tradewind.app.Cli.Answer;
import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Setting;
import io.tradewind.exchange.server.SimulatedExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No secret of a configuration is in anything that a live session writes or says, at its most
 * talkative and while much fails: the database and the address of the heartbeat are not there, and
 * a second session's key is refused.
 */
class SecretsStayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private final Map<String, String> secrets = new TreeMap<>();
  private final List<String> said = new ArrayList<>();

  /** Every secret setting of the catalogue gets a value that is found again; new ones do, too. */
  private Cli cli(String which) {
    Cli cli =
        new Cli(folder)
            .with("TRADEWIND_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/nothing")
            .with("TRADEWIND_MONITORING_LOG_LEVEL", "DEBUG")
            .with("TRADEWIND_MONITORING_HEARTBEAT_EVERY", "11s");
    for (Setting<?> each : Catalogue.ALL) {
      if (each.isSecret()) {
        String mark = "q%s/+\"%s".formatted(which, each.path().replace('.', 'x'));
        String value =
            each.path().endsWith("-url")
                ? "http://127.0.0.1:1/%s?t=%s".formatted(plain(mark), plain(mark))
                : each.path().equals("exchange.key") ? plain(mark) : mark;
        secrets.put(each.path() + " " + which, value.startsWith("http") ? plain(mark) : value);
        cli.with(each.variable(), value);
      }
    }
    return cli;
  }

  private static String plain(String mark) {
    return mark.replaceAll("[^A-Za-z0-9]", "");
  }

  private SimulatedExchange exchange(String which) {
    return LiveExchange.open(
        secrets.getOrDefault("exchange.key " + which, ""),
        secrets.getOrDefault("exchange.secret " + which, ""));
  }

  private Answer say(Cli cli, String line) {
    Answer answer = cli.line(line);
    said.add(answer.out() + answer.err());
    return answer;
  }

  private static String live(SimulatedExchange exchange, String name) {
    return ("live --network simulated --address http://127.0.0.1:%s --symbols BTC/USDT --port 0"
            + " --strategy ema-cross --interval 1m --param fast=3,slow=8 --session %s")
        .formatted(exchange.port(), name);
  }

  @Test
  void noSecretIsWrittenOrSaid() throws IOException {
    Cli right = cli("right");
    assertThat(secrets.keySet())
        .contains(
            "exchange.key right",
            "exchange.secret right",
            "database.password right",
            "monitoring.heartbeat-url right");
    try (SimulatedExchange exchange = exchange("right")) {
      CompletableFuture<Answer> running =
          CompletableFuture.supplyAsync(
              () -> right.line(live(exchange, "good")),
              // The JDK's sockets need the threads of the common pool to be opened.
              task -> Thread.ofPlatform().daemon().start(task));
      untilNothingBars(right, running);
      for (String line :
          List.of(
              "status",
              "status --json",
              "why",
              "orders",
              "emergency-stop --reason test",
              "config show --origin",
              "doctor --network simulated --address http://127.0.0.1:" + exchange.port(),
              "stop")) {
        Answer _ = say(right, line);
      }
      Answer ended = running.join();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      said.add(ended.out() + ended.err());
      Answer _ = say(right, "replay good --json");
      Answer _ = say(right, "audit verify good");
      Cli wrong = cli("wrong");
      Answer _ = say(wrong, live(exchange, "second") + " --for 4s");
      Answer _ = say(wrong, "doctor --network simulated --address http://127.0.0.1:1");
    }
    search();
  }

  private void untilNothingBars(Cli cli, CompletableFuture<Answer> running) {
    Instant end = Instant.now().plus(PATIENCE);
    Answer why = cli.line("why");
    while (!why.out().contains("nothing bars it")
        && !running.isDone()
        && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
      why = cli.line("why");
    }
    assertThat(why.out())
        .as("%s %s", why.err(), running.getNow(new Answer(0, "", "runs")).err())
        .contains("nothing bars it");
  }

  /** What is sought is found where it is no secret, so that finding nothing says something. */
  private void search() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    texts.put("said", String.join("\n", said));
    for (String part :
        List.of("sessions/good/logs", "sessions/good/audit", "sessions/good/journal")) {
      assertThat(texts)
          .as("something is in " + part)
          .anySatisfy((name, text) -> {
            assertThat(name).contains(part);
            assertThat(text).containsIgnoringCase("BTC");
          });
    }
    assertThat(texts)
        .anySatisfy((name, text) -> {
          assertThat(name).endsWith("api.log");
          assertThat(text).contains("/api/v3/account");
        });
    assertThat(texts.get("said"))
        .contains(
            "account stream", " does not take the key: ", "127.0.0.1:1/nothing cannot be reached");
    texts.forEach((name, text) ->
        secrets.forEach((setting, value) -> {
          for (String form : forms(value)) {
            assertThat(text.contains(form)).as("%s is in %s", setting, name).isFalse();
          }
        }));
  }

  /** As it is, as JSON and addresses write it, and as it would stand in a header. */
  private static List<String> forms(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return List.of(
        value,
        value.replace("\"", "\\\""),
        value.replace("\"", "\\\"").replace("/", "\\/"),
        URLEncoder.encode(value, StandardCharsets.UTF_8),
        Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }
}
