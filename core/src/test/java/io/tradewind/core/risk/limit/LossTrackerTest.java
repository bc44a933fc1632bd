package io.tradewind.core.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.time.Utc;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2024-01-01 is a Monday and the first of a month. */
class LossTrackerTest {
  private final LossTracker tracker = new LossTracker(LossLimits.SHIPPED);

  /** Plays {@code 01-01T10:00 1000, 01-01T11:00 +500}, signs being transfers. */
  private static List<LossNotice> play(LossTracker tracker, String script) {
    List<LossNotice> notices = new ArrayList<>();
    for (String step : script.split(";", -1)) {
      String[] words = step.strip().split(" +", -1);
      double number = Double.parseDouble(words[1]);
      if (words[1].matches("[+-].*")) {
        tracker.onTransfer(Cut.at(words[0]), number);
      } else {
        notices.addAll(tracker.onEquity(Cut.at(words[0]), number));
      }
    }
    return notices;
  }

  private static String words(List<LossNotice> notices) {
    return notices.stream()
        .map(notice -> notice.reason() + " " + notice.level())
        .collect(Collectors.joining(", "));
  }

  /** what, events, what is told. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing lost,              01-01T10:00 1000; 01-01T11:00 1010, ''",
    "under 80 % of the day,     01-01T10:00 1000; 01-01T11:00 984.1, ''",
    "80 % of the day,           01-01T10:00 1000; 01-01T11:00 984, DAY_LOSS NEAR",
    "told once,                 01-01T10:00 1000; 01-01T11:00 984; 01-01T12:00 1000; 01-01T13:00"
        + " 984, DAY_LOSS NEAR",
    "the day,                   01-01T10:00 1000; 01-01T11:00 980, DAY_LOSS REACHED",
    "a hair under the day,      01-01T10:00 1000; 01-01T11:00 980.0001, DAY_LOSS NEAR",
    "near and then reached,     01-01T10:00 1000; 01-01T11:00 983; 01-01T12:00 979,"
        + " 'DAY_LOSS NEAR, DAY_LOSS REACHED'",
    "a jump over all,           01-01T10:00 1000; 01-01T11:00 700, 'DAY_LOSS REACHED, WEEK_LOSS"
        + " REACHED, MONTH_LOSS REACHED, DRAWDOWN REACHED'",
    "a new day tells anew,      01-01T10:00 1000; 01-01T11:00 984; 01-02T00:00 968,"
        + " 'DAY_LOSS NEAR, DAY_LOSS NEAR'",
    "a day starts from its eve, 01-01T10:00 1000; 01-01T23:00 1100; 01-02T09:00 1078,"
        + " DAY_LOSS REACHED",
    "days without any event,    01-01T10:00 1000; 01-09T09:00 980, DAY_LOSS REACHED",
    "a week's 4 %,              01-01T10:00 1000; 01-02T10:00 985; 01-03T10:00 971; 01-04T10:00"
        + " 960, WEEK_LOSS NEAR",
    "a week's 5 %,              01-01T10:00 1000; 01-02T10:00 985; 01-03T10:00 971; 01-04T10:00"
        + " 957; 01-05T10:00 950, 'WEEK_LOSS NEAR, WEEK_LOSS REACHED, DRAWDOWN WARNS'",
    "Monday is another week,    01-01T10:00 1000; 01-05T10:00 985; 01-07T10:00 971; 01-08T00:00"
        + " 957, ''",
    "a new peak calms,          01-01T10:00 1000; 01-08T10:00 985; 01-16T10:00 971; 01-23T10:00"
        + " 957; 01-31T10:00 950; 02-02T10:00 1001; 02-09T10:00 986; 02-16T10:00 972; 02-23T10:00"
        + " 958; 03-03T10:00 950.95, 'DRAWDOWN WARNS, DRAWDOWN WARNS'",
    "a deposit is no gain,      01-01T10:00 1000; 01-01T11:00 +1000; 01-01T11:00 2000;"
        + " 01-01T12:00 1968, DAY_LOSS NEAR",
    "a deposit eases nothing,   01-01T10:00 1000; 01-01T11:00 984; 01-01T11:00 +984; 01-01T11:00"
        + " 1968; 01-01T12:00 1960, 'DAY_LOSS NEAR, DAY_LOSS REACHED'",
    "a withdrawal is no loss,   01-01T10:00 1000; 01-01T11:00 -500; 01-01T11:00 500, ''",
    "a withdrawal trips none,   01-01T10:00 1000; 01-01T11:00 990; 01-01T11:00 -800; 01-01T11:00"
        + " 190, ''",
    "a deposit at midnight,     01-01T10:00 1000; 01-02T00:00 +1000; 01-02T00:00 2000;"
        + " 01-02T01:00 1960, DAY_LOSS REACHED",
    "a deposit into nothing,    01-01T10:00 0; 01-01T11:00 +1000; 01-01T11:00 1000; 01-01T12:00"
        + " 980, DAY_LOSS REACHED",
    "nothing from nothing,      01-01T10:00 0; 01-01T11:00 -5; 01-01T11:00 -5, ''",
    "before any equity,         01-01T10:00 +1000; 01-01T11:00 1000; 01-01T12:00 981, DAY_LOSS NEAR"
  })
  void whatIsTold(String what, String script, String told) {
    assertThat(words(play(tracker, script))).as(what).isEqualTo(told);
  }

  /** what, events, when it is asked, the stance. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "open,                      01-01T10:00 1000, 01-01T10:00, open",
    "the last ns of the day,    01-01T10:00 1000; 01-01T11:00 980, 01-01T23:59:59.999999999,"
        + " DAY_LOSS 2024-01-02T00:00:00Z",
    "the next day,              01-01T10:00 1000; 01-01T11:00 980, 01-02T00:00, open",
    "reached in the last ns,    01-01T10:00 1000; 01-01T23:59:59.999999999 980,"
        + " 01-01T23:59:59.999999999, DAY_LOSS 2024-01-02T00:00:00Z",
    "reached in the first ns,   01-01T10:00 1000; 01-02T00:00 980, 01-02T12:00,"
        + " DAY_LOSS 2024-01-03T00:00:00Z",
    "won back holds,            01-01T10:00 1000; 01-01T11:00 980; 01-01T12:00 1100, 01-01T13:00,"
        + " DAY_LOSS 2024-01-02T00:00:00Z",
    "a deposit lifts nothing,   01-01T10:00 1000; 01-01T11:00 980; 01-01T12:00 +9000; 01-01T12:00"
        + " 9980, 01-01T13:00, DAY_LOSS 2024-01-02T00:00:00Z",
    "the week goes to Monday,   01-03T10:00 1000; 01-03T11:00 950, 01-07T23:59:59.999999999,"
        + " WEEK_LOSS 2024-01-08T00:00:00Z",
    "Monday,                    01-03T10:00 1000; 01-03T11:00 950, 01-08T00:00, open",
    "the month to the 1st,      01-03T10:00 1000; 01-03T11:00 900, 01-31T23:59:59.999999999,"
        + " MONTH_LOSS 2024-02-01T00:00:00Z",
    "the 1st,                   01-03T10:00 1000; 01-03T11:00 900, 02-01T00:00, open",
    "the month of 29 days,      02-03T10:00 1000; 02-03T11:00 900, 02-28T00:00,"
        + " MONTH_LOSS 2024-03-01T00:00:00Z",
    "the week over the year,    12-31T10:00 1000; 12-31T11:00 900, 12-31T12:00,"
        + " WEEK_LOSS 2025-01-06T00:00:00Z",
    "a week over the month,     01-29T10:00 1000; 01-29T11:00 900, 02-02T00:00,"
        + " WEEK_LOSS 2024-02-05T00:00:00Z",
    "a new peak lifts nothing,  01-03T10:00 1000; 01-03T11:00 800; 02-04T11:00 1300, 03-03T00:00,"
        + " DRAWDOWN by hand",
    "the drawdown never ends,   01-03T10:00 1000; 01-03T11:00 800, 12-31T00:00, DRAWDOWN by hand"
  })
  void whatIsAllowed(String what, String script, String at, String stance) {
    play(tracker, script);
    assertThat(words(tracker.stance(Cut.at(at)))).as(what).isEqualTo(stance);
  }

  private static String words(Stance stance) {
    return switch (stance) {
      case Stance.Open _ -> "open";
      case Stance.NoEntries no ->
          no.reason()
              + " "
              + (no.untilNs().isPresent() ? Utc.format(no.untilNs().getAsLong()) : "by hand");
      case Stance.CloseAll all -> "close " + all.reason();
    };
  }

  @Test
  void afterADrawdownSomebodyResumesAndThePeakIsNew() {
    play(tracker, "01-03T10:00 1000; 01-03T11:00 800; 02-05T10:00 790");
    assertThat(tracker.active(Cut.at("02-05T10:00")))
        .extracting(ActiveStop::text)
        .containsExactly(
            "the drawdown reached its limit: 0.200000, limit 0.200000, since"
                + " 2024-01-03T11:00:00Z, until resumed by hand");
    assertThat(tracker.resume(Cut.at("02-05T11:00"))).isTrue();
    assertThat(tracker.resume(Cut.at("02-05T11:00"))).isFalse();
    assertThat(tracker.stance(Cut.at("02-05T11:00"))).isEqualTo(Stance.OPEN);
    assertThat(tracker.drawdown()).isZero();
    assertThat(words(play(tracker, "02-05T12:00 632"))).contains("DRAWDOWN REACHED");
  }

  @Test
  void allThatHoldsIsListed() {
    play(tracker, "01-03T10:00 1000; 01-03T11:00 950; 01-03T12:00 890");
    assertThat(tracker.active(Cut.at("01-03T13:00")))
        .extracting(stop -> stop.reason() + " " + Utc.format(stop.sinceNs()) + stop.measured())
        .containsExactly(
            "DAY_LOSS 2024-01-03T11:00:00Z0.05",
            "WEEK_LOSS 2024-01-03T11:00:00Z0.05",
            "MONTH_LOSS 2024-01-03T12:00:00Z0.11");
    assertThat(tracker.active(Cut.at("01-04T00:00"))).hasSize(2);
    assertThat(tracker.active(Cut.at("02-01T00:00"))).isEmpty();
  }

  @Test
  void researchIsNeverStopped() {
    LossTracker free = new LossTracker(LossLimits.NONE);
    assertThat(play(free, "01-03T10:00 1000; 01-03T11:00 1; 01-03T12:00 -50")).isEmpty();
    assertThat(free.stance(Cut.at("01-03T12:00"))).isEqualTo(Stance.OPEN);
  }

  /** The last row of the events of a period, from everything that happened before. */
  private static final class Naive {
    private final List<Long> times = new ArrayList<>();
    private final List<Double> equities = new ArrayList<>();

    void add(long timeNs, double equity) {
      times.add(timeNs);
      equities.add(equity);
    }

    void scale(double factor) {
      equities.replaceAll(equity -> equity * factor);
    }

    /** Whether the loss since a date had reached the limit at any event from then on. */
    boolean reached(LocalDate from, double limit) {
      long fromNs = from.toEpochDay() * Utc.DAY_NS;
      double start = start(fromNs);
      for (int i = 0; i < times.size(); i++) {
        if (times.get(i) >= fromNs && start - equities.get(i) >= limit * start) {
          return true;
        }
      }
      return false;
    }

    double loss(LocalDate from) {
      double start = start(from.toEpochDay() * Utc.DAY_NS);
      return Math.max(0, (start - equities.getLast()) / start);
    }

    private double start(long fromNs) {
      double start = equities.getFirst();
      for (int i = 0; i < times.size(); i++) {
        start = times.get(i) < fromNs ? equities.get(i) : start;
      }
      return start;
    }
  }

  private static LocalDate monday(LocalDate date) {
    return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Whole equities, so that both reckon the same; each event is held against the whole past. */
  @Test
  void aReferenceThatForgetsNothingAgrees() {
    LossLimits limits = new LossLimits(0.03, 0.06, 0.09, 0.5, 0.9, 0.8);
    int stopped = 0;
    for (long seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LossTracker fast = new LossTracker(limits);
      Naive naive = new Naive();
      long timeNs = Cut.at("01-01T00:00") + random.nextLong(366 * Utc.DAY_NS);
      double equity = 1_000_000;
      for (int i = 0; i < 150; i++) {
        timeNs += random.nextLong(Utc.DAY_NS);
        timeNs = random.nextInt(5) == 0 ? (Utc.epochDay(timeNs) + 1) * Utc.DAY_NS : timeNs;
        equity = Math.rint(equity * (1 + 0.04 * (random.nextDouble() - 0.5)));
        fast.onEquity(timeNs, equity);
        naive.add(timeNs, equity);
        LocalDate day = Utc.date(timeNs);
        assertThat(fast.dayLoss()).as("seed %s", seed).isEqualTo(naive.loss(day));
        assertThat(fast.weekLoss()).as("seed %s", seed).isEqualTo(naive.loss(monday(day)));
        assertThat(fast.monthLoss())
            .as("seed %s", seed)
            .isEqualTo(naive.loss(day.withDayOfMonth(1)));
        boolean stops =
            naive.reached(day, 0.03)
                || naive.reached(monday(day), 0.06)
                || naive.reached(day.withDayOfMonth(1), 0.09);
        stopped += stops ? 1 : 0;
        assertThat(fast.stance(timeNs).equals(Stance.OPEN)).as("seed %s", seed).isNotEqualTo(stops);
      }
    }
    assertThat(stopped).isBetween(500, 8500);
  }

  /** Transfers leave every ratio as it would have been without them. */
  @Test
  void transfersChangeNoRatio() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LossTracker with = new LossTracker(LossLimits.NONE);
      Naive without = new Naive();
      long timeNs = Cut.at("01-01T00:00");
      double equity = 1000;
      for (int i = 0; i < 100; i++) {
        timeNs += random.nextLong(Utc.DAY_NS);
        if (random.nextInt(4) == 0) {
          double amount = equity * (random.nextDouble() * 2 - 0.9);
          with.onTransfer(timeNs, amount);
          without.scale((equity + amount) / equity);
          equity += amount;
        }
        equity *= 1 + 0.04 * (random.nextDouble() - 0.5);
        with.onEquity(timeNs, equity);
        without.add(timeNs, equity);
        LocalDate day = Utc.date(timeNs);
        assertThat(with.dayLoss()).as("seed %s", seed).isCloseTo(without.loss(day), within(1e-9));
        assertThat(with.monthLoss())
            .as("seed %s", seed)
            .isCloseTo(without.loss(day.withDayOfMonth(1)), within(1e-9));
      }
    }
  }

  @Test
  void whatWasSavedHasTheSameFuture() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LossTracker whole = new LossTracker(LossLimits.SHIPPED);
      LossTracker cut = new LossTracker(LossLimits.SHIPPED);
      long timeNs = Cut.at("01-01T00:00");
      double equity = 1000;
      for (int i = 0; i < 200; i++) {
        cut = random.nextInt(10) == 0 ? Cut.into(new LossTracker(LossLimits.SHIPPED), cut) : cut;
        timeNs += random.nextLong(Utc.DAY_NS / 2);
        equity *= 1 + 0.03 * (random.nextDouble() - 0.52);
        if (random.nextInt(10) == 0) {
          whole.onTransfer(timeNs, 100);
          cut.onTransfer(timeNs, 100);
        } else if (random.nextInt(20) == 0) {
          assertThat(cut.resume(timeNs)).isEqualTo(whole.resume(timeNs));
        }
        assertThat(cut.onEquity(timeNs, equity))
            .as("seed %s", seed)
            .isEqualTo(whole.onEquity(timeNs, equity));
        assertThat(cut.active(timeNs)).as("seed %s", seed).isEqualTo(whole.active(timeNs));
      }
      assertThat(Cut.bytes(cut)).as("seed %s", seed).isEqualTo(Cut.bytes(whole));
    }
  }

  /** Once a limit was told, no entry is allowed before its time, whatever happens. */
  @Test
  void aLimitHoldsToItsTime() {
    int told = 0;
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LossTracker any = new LossTracker(LossLimits.SHIPPED);
      long timeNs = Cut.at("01-01T00:00");
      long closedUntilNs = Long.MIN_VALUE;
      for (int i = 0; i < 300; i++) {
        timeNs += random.nextLong(Utc.DAY_NS / 8);
        double equity = 1000 * (0.85 + 0.3 * random.nextDouble());
        any.onTransfer(timeNs, random.nextInt(9) == 0 ? 500 : 0);
        for (LossNotice notice : any.onEquity(timeNs, equity)) {
          closedUntilNs = Math.max(closedUntilNs, notice.untilNs().orElse(Long.MIN_VALUE));
          told += notice.level() == LossNotice.Level.REACHED ? 1 : 0;
        }
        if (timeNs < closedUntilNs) {
          assertThat(any.stance(timeNs)).as("seed %s", seed).isNotEqualTo(Stance.OPEN);
        }
      }
    }
    assertThat(told).isGreaterThan(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 1, 1",
    "NaN, 1, 1, 1, 1, 1",
    "1, 0, 1, 1, 1, 1",
    "1, 1, -1, 1, 1, 1",
    "1, 1, 1, 0, 1, 1",
    "1, 1, 1, 0.2, 0.1, 1",
    "1, 1, 1, 1, 1, 0",
    "1, 1, 1, 1, 1, 1.1"
  })
  void limitsAreChecked(
      double day, double week, double month, double warns, double halts, double warningAt) {
    assertThatThrownBy(() -> new LossLimits(day, week, month, warns, halts, warningAt))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEquityThatIsNoNumberIsABug() {
    assertThatThrownBy(() -> tracker.onEquity(7, Double.NaN))
        .hasMessage("equity must be finite, at 7");
  }
}
