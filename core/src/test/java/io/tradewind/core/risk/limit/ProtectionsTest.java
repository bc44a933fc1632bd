package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are hours; equity is 10000, a trade is 1000. */
class ProtectionsTest {
  private static final long HOUR = ProtectionRule.HOUR_NS;

  /** One of each kind that locks often. */
  private static final List<ProtectionRule> EVERY =
      List.of(
          new ProtectionRule.CoolDown(LockScope.SYMBOL_SIDE, 3 * HOUR),
          new ProtectionRule.StopGuard(LockScope.SIDE, new Rate(2, 20 * HOUR), 5 * HOUR),
          new ProtectionRule.DrawdownLock(LockScope.PORTFOLIO, 20 * HOUR, 3, 0.05, 2 * HOUR),
          new ProtectionRule.LowProfit(LockScope.SYMBOL, 30 * HOUR, 2, -0.02, 4 * HOUR));

  /** Reads {@code name scope window count number lock}, hours for times. */
  private static ProtectionRule rule(String text) {
    String[] words = text.strip().split(" +", -1);
    LockScope scope = LockScope.valueOf(words[1]);
    long windowNs = Long.parseLong(words[2]) * HOUR;
    int count = Integer.parseInt(words[3]);
    double number = Double.parseDouble(words[4]);
    long lockNs = Long.parseLong(words[5]) * HOUR;
    return switch (words[0]) {
      case "cool" -> new ProtectionRule.CoolDown(scope, lockNs);
      case "stops" -> new ProtectionRule.StopGuard(scope, new Rate(count, windowNs), lockNs);
      case "fall" -> new ProtectionRule.DrawdownLock(scope, windowNs, count, number, lockNs);
      default -> new ProtectionRule.LowProfit(scope, windowNs, count, number, lockNs);
    };
  }

  /** Plays {@code hour instrument side profit exit;...} and gives what was locked. */
  private static List<Lock> play(Protections protections, String script) {
    List<Lock> locks = new ArrayList<>();
    for (String step : script.split(";", -1)) {
      String[] words = step.strip().split(" +", -1);
      ClosedTrade trade =
          Trades.of(
              words[2].equals("L") ? Direction.LONG : Direction.SHORT,
              Long.parseLong(words[3]),
              ExitReason.valueOf(words[4]));
      locks.addAll(
          protections.onTrade(
              Long.parseLong(words[0]) * HOUR, words[1].charAt(0) - 'A', trade, 10_000));
    }
    return locks;
  }

  private static String words(List<Lock> locks) {
    return locks.stream()
        .map(lock ->
            lock.reason()
                + (lock.instrument().isPresent()
                    ? " " + (char) ('A' + lock.instrument().getAsInt())
                    : "")
                + lock.side().map(side -> " " + side.label()).orElse("")
                + " "
                + lock.sinceNs() / HOUR
                + "-"
                + lock.untilNs() / HOUR)
        .collect(Collectors.joining(", "));
  }

  /** what, rule, trades, locks as they were brought, with their hours. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a rest after any exit,     cool SYMBOL 0 0 0 2, 1 A L 50 TARGET, COOL_DOWN A 1-3",
    "a rest of the side,        cool SYMBOL_SIDE 0 0 0 2, 1 A S 50 TARGET, COOL_DOWN A short 1-3",
    "a rest of all,             cool PORTFOLIO 0 0 0 2, 1 A S 50 TARGET, COOL_DOWN 1-3",
    "a rest that goes on,       cool SYMBOL 0 0 0 2, 1 A L 5 TIME;2 A L 5 TIME,"
        + " 'COOL_DOWN A 1-3, COOL_DOWN A 1-4'",
    "a rest that was over,      cool SYMBOL 0 0 0 2, 1 A L 5 TIME;3 A L 5 TIME,"
        + " 'COOL_DOWN A 1-3, COOL_DOWN A 3-5'",
    "one stop,                  stops SYMBOL 6 2 0 3, 1 A L -5 STOP, ''",
    "two stops,                 stops SYMBOL 6 2 0 3, 1 A L -5 STOP;2 A S -5 TRAILING_STOP,"
        + " STOP_GUARD A 2-5",
    "stops with a profit,       stops SYMBOL 6 2 0 3, 1 A L -5 STOP;2 A L 5 TRAILING_STOP, ''",
    "losses that are no stops,  stops SYMBOL 6 2 0 3, 1 A L -5 STOP;2 A L -5 SIGNAL, ''",
    "stops too far apart,       stops SYMBOL 6 2 0 3, 1 A L -5 STOP;7 A L -5 STOP, ''",
    "stops of two symbols,      stops SYMBOL 6 2 0 3, 1 A L -5 STOP;2 B L -5 STOP, ''",
    "of all symbols,            stops PORTFOLIO 6 2 0 3, 1 A L -5 STOP;2 B S -5 STOP,"
        + " STOP_GUARD 2-5",
    "of a side,                 stops SIDE 6 2 0 3, 1 A L -5 STOP;2 B S -5 STOP;3 C L -5 STOP,"
        + " STOP_GUARD long 3-6",
    "of a symbol and side,      stops SYMBOL_SIDE 6 2 0 3, 1 A L -5 STOP;2 A S -5 STOP;3 B L -5"
        + " STOP;4 A L -5 STOP, STOP_GUARD A long 4-7",
    "a winner locks nothing,    stops SYMBOL 6 2 0 1, 1 A L -5 STOP;2 A L -5 STOP;4 A L 9 TARGET,"
        + " STOP_GUARD A 2-3",
    "a fall,                    fall PORTFOLIO 9 2 0.1 4, 1 A L 500 TIME;2 B L -1000 STOP,"
        + " DRAWDOWN 2-6",
    "a fall from the start,     fall PORTFOLIO 9 2 0.1 4, 1 A L -500 TIME;2 B L -600 STOP,"
        + " DRAWDOWN 2-6",
    "a smaller fall,            fall PORTFOLIO 9 2 0.1 4, 1 A L 500 TIME;2 B L -999 STOP, ''",
    "too few trades to fall,    fall PORTFOLIO 9 3 0.1 4, 1 A L 500 TIME;2 B L -1000 STOP, ''",
    "a fall that is past,       fall PORTFOLIO 9 2 0.1 4, 1 A L -1000 TIME;9 B L 5 TIME;"
        + "10 B L 5 TIME, DRAWDOWN 9-13",
    "a symbol's own fall,       fall SYMBOL 9 2 0.1 4, 1 A L -500 TIME;2 B L -900 STOP;3 A S -500"
        + " STOP, ''",
    "little profit,             low SYMBOL 9 2 0.01 4, 1 A L 5 TIME;2 A L 4 TIME, LOW_PROFIT A 2-6",
    "just enough profit,        low SYMBOL 9 2 0.01 4, 1 A L 5 TIME;2 A L 5 TIME, ''",
    "of the last trades only,   low SYMBOL 9 2 0 4, 1 A L -90 TIME;10 A L 5 TIME;11 A L 1 TIME, ''",
    "little profit of a side,   low SYMBOL_SIDE 9 2 0 4, 1 A L -9 TIME;2 A S 20 TIME;3 A L 5 TIME,"
        + " LOW_PROFIT A long 3-7"
  })
  void whatIsLocked(String what, String rule, String trades, String locks) {
    Protections protections = new Protections(List.of(rule(rule)));
    assertThat(words(play(protections, trades))).as(what).isEqualTo(locks);
  }

  /** who is locked, by which scope. */
  @ParameterizedTest
  @CsvSource({
    "SYMBOL_SIDE, 'A long'",
    "SYMBOL, 'A long, A short'",
    "SIDE, 'A long, B long'",
    "PORTFOLIO, 'A long, A short, B long, B short'"
  })
  void whomALockBars(LockScope scope, String barred) {
    Protections protections =
        new Protections(List.of(new ProtectionRule.CoolDown(scope, 2 * HOUR)));
    play(protections, "1 A L 5 TIME");
    List<String> found = new ArrayList<>();
    for (int instrument = 0; instrument < 2; instrument++) {
      for (Direction side : Direction.values()) {
        if (protections.barring(3 * HOUR - 1, instrument, side).isPresent()) {
          found.add((char) ('A' + instrument) + " " + side.label());
        }
        assertThat(protections.barring(3 * HOUR, instrument, side)).isEmpty();
      }
    }
    assertThat(String.join(", ", found)).isEqualTo(barred);
  }

  @Test
  void locksAreSeenAndLifted() {
    Protections protections =
        new Protections(List.of(rule("cool SYMBOL 0 0 0 2"), rule("stops PORTFOLIO 6 2 0 3")));
    play(protections, "1 A L -5 STOP;2 B S -5 STOP");
    assertThat(words(protections.active(2 * HOUR)))
        .isEqualTo("COOL_DOWN A 1-3, COOL_DOWN B 2-4, STOP_GUARD 2-5");
    assertThat(protections.barring(2 * HOUR, 1, Direction.LONG).map(Lock::reason))
        .contains(LockReason.STOP_GUARD);
    List<Lock> lifted = protections.lift(2 * HOUR, lock -> lock.reason() == LockReason.STOP_GUARD);
    assertThat(words(lifted)).isEqualTo("STOP_GUARD 2-5");
    assertThat(words(protections.active(2 * HOUR))).isEqualTo("COOL_DOWN A 1-3, COOL_DOWN B 2-4");
    assertThat(words(protections.active(3 * HOUR))).isEqualTo("COOL_DOWN B 2-4");
    assertThat(words(play(protections, "3 C L -5 STOP")))
        .isEqualTo("COOL_DOWN C 3-5, STOP_GUARD 3-6");
  }

  /** What a longer rule remembers is no business of a shorter one. */
  @Test
  void eachRuleHasItsOwnWindow() {
    Protections protections =
        new Protections(List.of(rule("stops SYMBOL 6 2 0 3"), rule("low SYMBOL 100 2 -0.5 3")));
    assertThat(play(protections, "1 A L -5 STOP;7 A L -5 STOP")).isEmpty();
    assertThat(words(play(protections, "12 A L -5 STOP"))).isEqualTo("STOP_GUARD A 12-15");
  }

  @Test
  void withoutRulesNothingIsLocked() {
    Protections none = new Protections(List.of());
    play(none, "1 A L -500 STOP;1 A L -500 STOP;1 A L -500 STOP");
    assertThat(none.active(HOUR)).isEmpty();
  }

  private static ClosedTrade any(SplittableRandom random) {
    return Trades.of(
        random.nextBoolean() ? Direction.LONG : Direction.SHORT,
        random.nextInt(200) - 110,
        ExitReason.values()[random.nextInt(7)]);
  }

  @Test
  void whatWasSavedHasTheSameFuture() {
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Protections whole = new Protections(EVERY);
      Protections cut = new Protections(EVERY);
      long timeNs = 0;
      for (int i = 0; i < 300; i++) {
        cut = random.nextInt(10) == 0 ? Cut.into(new Protections(EVERY), cut) : cut;
        timeNs += random.nextLong(3 * HOUR);
        int instrument = random.nextInt(3);
        ClosedTrade trade = any(random);
        assertThat(cut.onTrade(timeNs, instrument, trade, 1000))
            .as("seed %s", seed)
            .isEqualTo(whole.onTrade(timeNs, instrument, trade, 1000));
        if (random.nextInt(10) == 0) {
          assertThat(cut.lift(timeNs, lock -> lock.side().isEmpty()))
              .isEqualTo(whole.lift(timeNs, lock -> lock.side().isEmpty()));
        }
      }
      assertThat(Cut.bytes(cut)).as("seed %s", seed).isEqualTo(Cut.bytes(whole));
    }
  }

  /** What was locked stays locked to its time. */
  @Test
  void noEntryBeforeTheTime() {
    int held = 0;
    for (long seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Protections any = new Protections(ProtectionRule.SHIPPED);
      List<Lock> told = new ArrayList<>();
      long timeNs = 0;
      for (int i = 0; i < 200; i++) {
        timeNs += random.nextLong(HOUR);
        told.addAll(any.onTrade(timeNs, random.nextInt(3), any(random), 1000));
        for (Lock lock : told) {
          if (timeNs < lock.untilNs()) {
            assertThat(
                    any.barring(
                        timeNs, lock.instrument().orElse(2), lock.side().orElse(Direction.SHORT)))
                .as("seed %s", seed)
                .get()
                .extracting(Lock::untilNs)
                .matches(untilNs -> untilNs >= lock.untilNs());
            held++;
          }
        }
      }
    }
    assertThat(held).isGreaterThan(5000);
  }

  @Test
  void rulesAreChecked() {
    assertThatThrownBy(() -> new ProtectionRule.CoolDown(LockScope.SIDE, 0))
        .hasMessage("lockNs must be >= 1, was 0");
    assertThatThrownBy(() -> new ProtectionRule.DrawdownLock(LockScope.SIDE, 1, 1, 0, 1))
        .hasMessage("drawdown must be > 0, was 0.0");
    assertThatThrownBy(() -> new ProtectionRule.LowProfit(LockScope.SIDE, 0, 1, 0, 1))
        .hasMessage("windowNs must be >= 1, was 0");
    assertThatThrownBy(() -> new ProtectionRule.LowProfit(LockScope.SIDE, 1, 0, 0, 1))
        .hasMessage("trades must be >= 1, was 0");
  }
}
