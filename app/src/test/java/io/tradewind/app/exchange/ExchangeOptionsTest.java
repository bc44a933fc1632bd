package io.tradewind.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.app.terminal.Mistakes;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.simulation.fault.FaultSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked for, as a line of options without dashes: {@code speed=60 from=2024-01-01}. */
class ExchangeOptionsTest {
  private static final InstantSource WALL =
      InstantSource.fixed(Instant.parse("2026-11-22T09:30:15Z"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          speed=60                         | --speed is for --replay
          history=4x                       | --history must be a time up to 365d, or 0, was '4x'
          latency=fast                     | --latency must be a time up to 60s, such as 50ms, was 'fast'
          latency=61s                      | --latency must be a time up to 60s
          symbols=BTC                      | "'BTC' is no spot symbol"
          faults=none.yaml                 | there is no file none.yaml (--faults)
          replay=none.csv                  | there is no file or folder none.csv (--replay)
          replay=DATA speed=0              | --speed must be a number from 0.1 to 3600, was '0'
          replay=DATA speed=60 clock=wall  | --clock wall goes with --speed 1 alone
          replay=DATA clock=sun            | --clock must be wall or data, was 'sun'
          replay=DATA from=June            | --from must be a date or a date and time in UTC
          replay=DATA from=2030-01-01      | has BTC/USDT from 2024-01-01T00:00:00Z
          replay=DATA symbols=SOL/USDT     | has no SOL/USDT (--symbols); it has BTC/USDT
          replay=DATA history=3d           | --history is for a market that is generated
          """)
  void whatIsWrongIsTold(String line, String message) throws IOException {
    assertThatThrownBy(() -> start(line)).hasMessageContaining(message);
  }

  @Test
  void aReplayBeginsAtTheHourOfNowAndEndsWithItsData() throws IOException {
    ExchangeStart start = start("replay=DATA");
    assertThat(start.told())
        .contains("from 2024-01-01T09:30:15Z to 2024-01-05T00:00:00Z")
        .endsWith("moved to now");
    assertThat(start.startNs()).isEqualTo(WALL.millis() * 1_000_000);
    assertThat(start.wallMsToEnd().orElseThrow().getAsLong())
        .isEqualTo((3 * 86_400 + 52_185) * 1_000L);
    assertThat(start.setup().symbols()).hasSize(1);
    assertThat(start.setup().clients()).isEmpty();
  }

  @Test
  void atAnotherSpeedTheExchangeHasTheTimeOfItsData() throws IOException {
    ExchangeStart start = start("replay=DATA from=2024-01-02 speed=60 latency=20ms");
    assertThat(start.clock().instant()).isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
    assertThat(start.wallMsToEnd().orElseThrow().getAsLong()).isEqualTo(3 * 86_400 * 1_000L / 60);
    assertThat(start.setup().clients()).isPresent();
    assertThat(start.faults().number(FaultSetting.LATENCY_MS)).isEqualTo(20);
  }

  private ExchangeStart start(String line) throws IOException {
    Map<String, String> given =
        Stream.of(line.split(" +"))
            .map(each -> each.split("=", 2))
            .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    ExchangeOptions options =
        new ExchangeOptions(
            Optional.ofNullable(given.get("symbols"))
                .map(List::of)
                .orElse(given.containsKey("replay") ? List.of() : List.of("BTC/USDT")),
            Optional.ofNullable(given.get("replay"))
                .map(name -> name.equals("DATA") ? data().toString() : name),
            Optional.ofNullable(given.get("from")),
            Optional.ofNullable(given.get("speed")),
            Optional.ofNullable(given.get("clock")),
            Optional.ofNullable(given.get("history")),
            Optional.ofNullable(given.get("faults")),
            Optional.ofNullable(given.get("latency")));
    Mistakes mistakes = new Mistakes();
    Optional<ExchangeStart> start =
        options.start(
            new ExchangeOptions.Customer(
                List.of(new ApiKey("key", 1, new Secret.Hmac("secret"))),
                Map.of("USDT", 100_000_000L),
                7),
            WALL,
            mistakes);
    mistakes.orThrow();
    return start.orElseThrow();
  }

  /** Four days of hours. */
  private Path data() {
    StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
    long firstMs = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    for (int i = 0; i < 96; i++) {
      text.append(firstMs + i * 3_600_000L).append(",100.5,102,99.25,101,12.5\n");
    }
    Path file = folder.resolve("BTC_USDT-1h.csv");
    try {
      Files.writeString(file, text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return file;
  }
}
