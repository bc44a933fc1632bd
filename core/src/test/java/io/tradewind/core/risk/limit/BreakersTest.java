package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakersTest {
  private static final long MINUTE = 60 * Utc.SECOND_NS;

  /** Three errors within ten minutes, slippage of two fills. */
  private static final BreakerLimits LIMITS =
      new BreakerLimits(
          0.05, 0.10, 5 * MINUTE, false, 3, new Rate(3, 10 * MINUTE), 2, 10, 60 * MINUTE);

  private final Breakers breakers = new Breakers(LIMITS, 2);

  /** Plays {@code minute event number}. */
  private static List<BreakerEvent> play(Breakers breakers, String script) {
    List<BreakerEvent> events = new ArrayList<>();
    for (String step : script.split(";", -1)) {
      String[] words = step.strip().split(" +", -1);
      events.addAll(event(breakers, Long.parseLong(words[0]) * MINUTE, words));
    }
    return events;
  }

  private static List<BreakerEvent> event(Breakers breakers, long timeNs, String[] words) {
    double number = words.length > 2 ? Double.parseDouble(words[2]) : 0;
    return switch (words[1]) {
      case "day" -> breakers.onDayLoss(timeNs, number);
      case "A" -> breakers.onPrice(timeNs, 0, number);
      case "B" -> breakers.onPrice(timeNs, 1, number);
      case "candle" -> breakers.onCandle(0, timeNs - MINUTE, timeNs, 100, 100, number, 99);
      case "trade" ->
          breakers.onTrade(timeNs, Trades.of(Direction.LONG, (long) number, ExitReason.STOP));
      case "error" -> breakers.onOrderFailed(timeNs);
      case "fill" -> breakers.onFill(timeNs, number);
      case "resume" -> breakers.resume(timeNs, StopReason.valueOf(words[3]));
      default -> breakers.onTime(timeNs);
    };
  }

  private static String words(List<BreakerEvent> events) {
    return events.stream().map(BreakersTest::words).collect(Collectors.joining(", "));
  }

  private static String words(BreakerEvent event) {
    return switch (event) {
      case BreakerEvent.Tripped tripped ->
          tripped.timeNs() / MINUTE + " " + tripped.stop().reason() + until(tripped.stop());
      case BreakerEvent.Returned back ->
          back.timeNs() / MINUTE + " back" + (back.byHand() ? " by hand " : " ") + back.reason();
    };
  }

  private static String until(ActiveStop stop) {
    return stop.untilNs().isPresent() ? " to " + stop.untilNs().getAsLong() / MINUTE : "";
  }

  /** what, events by the minute, what is told. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a small loss of the day,    1 day 0.0499, ''",
    "a large loss of the day,    1 day 0.05; 2 day 0.06, 1 DAY_COLLAPSE",
    "it never returns by itself, 1 day 0.05; 2000 day 0; 9000 time, 1 DAY_COLLAPSE",
    "it returns by hand,         1 day 0.05; 2 resume 0 DAY_COLLAPSE; 3 day 0.06,"
        + " '1 DAY_COLLAPSE, 2 back by hand DAY_COLLAPSE'",
    "as much again,              1 day 0.05; 2 resume 0 DAY_COLLAPSE; 3 day 0.1,"
        + " '1 DAY_COLLAPSE, 2 back by hand DAY_COLLAPSE, 3 DAY_COLLAPSE'",
    "another day forgives none,  1 day 0.05; 2 resume 0 DAY_COLLAPSE; 1440 day 0.05,"
        + " '1 DAY_COLLAPSE, 2 back by hand DAY_COLLAPSE, 1440 DAY_COLLAPSE'",
    "a crash,                    1 A 100; 3 A 90.1; 4 A 90, 4 FLASH_CRASH to 64",
    "a crash upwards,            1 A 100; 4 A 110, 4 FLASH_CRASH to 64",
    "a slow fall is none,        1 A 100; 4 A 95; 7 A 90, ''",
    "each for itself,            1 A 100; 2 B 90; 3 A 100, ''",
    "one move is told once,      1 A 100; 2 A 90; 3 A 89, 2 FLASH_CRASH to 62",
    "another move holds longer,  1 A 100; 2 A 90; 3 A 81, '2 FLASH_CRASH to 62, 3 FLASH_CRASH to"
        + " 63'",
    "it returns by itself,       1 A 100; 2 A 90; 61 time; 62 time; 63 time, '2 FLASH_CRASH to 62,"
        + " 62 back FLASH_CRASH'",
    "it returns at its time,     1 A 100; 2 A 90; 62 time, '2 FLASH_CRASH to 62, 62 back"
        + " FLASH_CRASH'",
    "any event brings it back,   1 A 100; 2 A 90; 99 B 50, '2 FLASH_CRASH to 62, 62 back"
        + " FLASH_CRASH'",
    "a candle,                   5 candle 90, 5 FLASH_CRASH to 65",
    "losers in a row,            1 trade -1; 2 trade -1; 3 trade -1, 3 LOSING_STREAK to 63",
    "a winner between,           1 trade -1; 2 trade -1; 3 trade 1; 4 trade -1; 5 trade -1, ''",
    "nothing won ends it too,    1 trade -1; 2 trade -1; 3 trade 0; 4 trade -1, ''",
    "a streak begins at zero,    1 trade -1; 2 trade -1; 3 trade -1; 4 trade -1; 5 trade -1;"
        + " 64 trade -1, '3 LOSING_STREAK to 63, 63 back LOSING_STREAK, 64 LOSING_STREAK to 124'",
    "errors,                     1 error; 5 error; 10 error, 10 ERROR_RATE to 70",
    "errors too far apart,       1 error; 5 error; 11 error, ''",
    "errors slide,               1 error; 5 error; 11 error; 14 error, 14 ERROR_RATE to 74",
    "errors begin at zero,       1 error; 2 error; 3 error; 4 error, 3 ERROR_RATE to 63",
    "slippage begins at zero,    1 fill 50; 2 fill 50; 3 fill 50, 2 SLIPPAGE to 62",
    "slippage,                   1 fill 9; 2 fill 11.1, 2 SLIPPAGE to 62",
    "slippage at the limit,      1 fill 9; 2 fill 11, ''",
    "of the last fills only,     1 fill 11; 2 fill -20; 3 fill 25, ''",
    "too few fills,              1 fill 50, ''",
    "by hand before its time,    1 fill 50; 1 fill 50; 9 resume 0 SLIPPAGE; 70 time,"
        + " '1 SLIPPAGE to 61, 9 back by hand SLIPPAGE'",
    "nothing to resume,          9 resume 0 SLIPPAGE, ''",
    "two at a time,              1 fill 50; 1 fill 50; 2 error; 2 error; 2 error; 99 time,"
        + " '1 SLIPPAGE to 61, 2 ERROR_RATE to 62, 61 back SLIPPAGE, 62 back ERROR_RATE'"
  })
  void whatIsTold(String what, String script, String told) {
    assertThat(words(play(breakers, script))).as(what).isEqualTo(told);
  }

  @Test
  void theStanceIsTheWorstOfAll() {
    assertThat(breakers.stance(0, 0)).isEqualTo(Stance.OPEN);
    play(breakers, "1 A 100; 2 A 90");
    Stance crash = noEntries(StopReason.FLASH_CRASH, 62);
    assertThat(breakers.stance(2 * MINUTE, 0)).isEqualTo(crash);
    assertThat(breakers.stance(2 * MINUTE, 1)).isEqualTo(Stance.OPEN);
    assertThat(breakers.stance(62 * MINUTE - 1, 0)).isEqualTo(crash);
    assertThat(breakers.stance(62 * MINUTE, 0)).isEqualTo(Stance.OPEN);
    play(breakers, "3 error; 3 error; 3 error");
    assertThat(breakers.stance(3 * MINUTE, 0)).isEqualTo(noEntries(StopReason.ERROR_RATE, 63));
    play(breakers, "4 day 0.07");
    assertThat(breakers.stance(4 * MINUTE, 1))
        .isEqualTo(new Stance.CloseAll(StopReason.DAY_COLLAPSE));
    assertThat(breakers.stance(Long.MAX_VALUE, 1))
        .isEqualTo(new Stance.CloseAll(StopReason.DAY_COLLAPSE));
  }

  private static Stance noEntries(StopReason reason, long minute) {
    return new Stance.NoEntries(reason, OptionalLong.of(minute * MINUTE));
  }

  @Test
  void aCrashOfOneCanStopAll() {
    Breakers shipped = new Breakers(BreakerLimits.SHIPPED, 2);
    play(shipped, "1 A 100; 2 A 90");
    assertThat(shipped.stance(2 * MINUTE, 1)).isEqualTo(noEntries(StopReason.FLASH_CRASH, 62));
  }

  @Test
  void allThatHoldAreListed() {
    play(breakers, "1 B 100; 2 B 85; 3 trade -1; 3 trade -1; 3 trade -1; 4 day 0.07; 5 B 73");
    assertThat(breakers.active(6 * MINUTE))
        .containsExactly(
            stop(StopReason.DAY_COLLAPSE, OptionalInt.empty(), 4, OptionalLong.empty(), 0.07, 0.05),
            stop(StopReason.LOSING_STREAK, OptionalInt.empty(), 3, minute(63), 3, 3),
            stop(StopReason.FLASH_CRASH, OptionalInt.of(1), 2, minute(65), -12.0 / 85, 0.1));
    assertThat(breakers.active(63 * MINUTE)).hasSize(2);
  }

  private static OptionalLong minute(long minute) {
    return OptionalLong.of(minute * MINUTE);
  }

  private static ActiveStop stop(
      StopReason reason,
      OptionalInt instrument,
      long sinceMinute,
      OptionalLong untilNs,
      double measured,
      double limit) {
    return new ActiveStop(reason, instrument, sinceMinute * MINUTE, untilNs, measured, limit);
  }

  @Test
  void researchIsNeverStopped() {
    Breakers free = new Breakers(BreakerLimits.NONE, 2);
    assertThat(
            play(
                free,
                "1 day 0.9; 1 A 100; 1 A 1; 1 trade -5; 1 trade -5; 1 error; 1 error; 1 fill 900"))
        .isEmpty();
  }

  /** A random event of any kind, the same for all that are given. */
  private static List<List<BreakerEvent>> any(
      SplittableRandom random, long timeNs, double[] prices, Breakers... all) {
    int kind = random.nextInt(8);
    int instrument = random.nextInt(2);
    double number = random.nextDouble();
    prices[instrument] *= 1 + 0.08 * (number - 0.5);
    List<List<BreakerEvent>> answers = new ArrayList<>();
    for (Breakers one : all) {
      answers.add(
          switch (kind) {
            case 0 -> one.onDayLoss(timeNs, number * 0.051);
            case 1, 2 -> one.onPrice(timeNs, instrument, prices[instrument]);
            case 3 ->
                one.onTrade(
                    timeNs,
                    Trades.of(Direction.LONG, Math.round(number * 10) - 7, ExitReason.TARGET));
            case 4 -> number < 0.3 ? one.onOrderFailed(timeNs) : one.onTime(timeNs);
            case 5 -> one.onFill(timeNs, number * 18);
            case 6 ->
                one.onCandle(
                    instrument,
                    timeNs - MINUTE / 2,
                    timeNs,
                    prices[instrument],
                    prices[instrument] * 1.01,
                    prices[instrument] * 0.99,
                    prices[instrument]);
            default ->
                number < 0.02 ? one.resume(timeNs, StopReason.DAY_COLLAPSE) : one.onTime(timeNs);
          });
    }
    return answers;
  }

  @Test
  void whatWasSavedHasTheSameFuture() {
    for (long seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Breakers whole = new Breakers(LIMITS, 2);
      Breakers cut = new Breakers(LIMITS, 2);
      double[] prices = {100, 7};
      long timeNs = 0;
      for (int i = 0; i < 500; i++) {
        cut = random.nextInt(20) == 0 ? Cut.into(new Breakers(LIMITS, 2), cut) : cut;
        timeNs += MINUTE + random.nextLong(5 * MINUTE);
        List<List<BreakerEvent>> answers = any(random, timeNs, prices, whole, cut);
        assertThat(answers.get(1)).as("seed %s", seed).isEqualTo(answers.get(0));
        assertThat(cut.active(timeNs)).as("seed %s", seed).isEqualTo(whole.active(timeNs));
      }
      assertThat(Cut.bytes(cut)).as("seed %s", seed).isEqualTo(Cut.bytes(whole));
    }
  }

  /** What tripped holds to its time, or until somebody resumes, and each return is told once. */
  @Test
  void noEntryBeforeTheTime() {
    int tripped = 0;
    int returned = 0;
    for (long seed = 0; seed < 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Breakers any = new Breakers(LIMITS, 2);
      double[] prices = {100, 7};
      long timeNs = 0;
      List<ActiveStop> holding = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        timeNs += MINUTE + random.nextLong(5 * MINUTE);
        for (BreakerEvent event : any(random, timeNs, prices, any).getFirst()) {
          switch (event) {
            case BreakerEvent.Tripped trip -> {
              holding.removeIf(old -> isLike(old, trip.stop()));
              holding.add(trip.stop());
              tripped++;
            }
            case BreakerEvent.Returned back -> {
              assertThat(
                      holding.removeIf(
                          old -> old.sinceNs() == back.sinceNs() && old.reason() == back.reason()))
                  .as("seed %s", seed)
                  .isTrue();
              returned++;
            }
          }
        }
        for (ActiveStop stop : holding) {
          assertThat(stop.untilNs().orElse(Long.MAX_VALUE))
              .as("seed %s", seed)
              .isGreaterThan(timeNs);
          assertThat(any.stance(timeNs, stop.instrument().orElse(0)))
              .as("seed %s", seed)
              .isNotEqualTo(Stance.OPEN);
        }
        assertThat(any.active(timeNs)).as("seed %s", seed).hasSameElementsAs(holding);
      }
    }
    assertThat(tripped).isGreaterThan(500);
    assertThat(returned).isGreaterThan(400);
  }

  private static boolean isLike(ActiveStop a, ActiveStop b) {
    return a.reason() == b.reason() && a.instrument().equals(b.instrument());
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> new Rate(0, 1)).hasMessage("count must be in 1..100000, was 0");
    assertThatThrownBy(() -> new Rate(1, -1)).hasMessage("windowNs must be >= 0, was -1");
    assertThatThrownBy(() -> new BreakerLimits(0, 1, MINUTE, true, 1, Rate.NEVER, 1, 1, 1))
        .hasMessage("dayLoss must be > 0, was 0.0");
    assertThatThrownBy(() -> new BreakerLimits(1, 1, 1, true, 1, Rate.NEVER, 1, 1, 1))
        .hasMessage("flashWindowNs must be >= 1 s, was 1");
    assertThatThrownBy(() -> breakers.onFill(7, Double.NaN))
        .hasMessage("a slippage must be finite, at 7");
  }
}
