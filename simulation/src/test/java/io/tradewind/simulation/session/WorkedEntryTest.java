package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.ExecutionState;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.execution.Progress;
import io.tradewind.core.execution.VolumeCurve;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.journal.JournalEntry;
import io.tradewind.core.journal.TradeJournal;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are worked as several orders, on hours: fills, refusals, and how it ended. */
class WorkedEntryTest {
  private static final long HOUR_NS = 3600 * Utc.SECOND_NS;
  private static final String FLAT = "100 101 99 100 1000, ";

  private static ExecutionStyle style(String name) {
    return switch (name) {
      case "twap" -> new ExecutionStyle.Twap(3, 3 * HOUR_NS, 0);
      case "late" -> new ExecutionStyle.Twap(3, 3 * HOUR_NS, 0.5);
      case "once" -> new ExecutionStyle.Twap(1, 3 * HOUR_NS, 0);
      case "chase" -> new ExecutionStyle.Chase(0.01, HOUR_NS, 3 * HOUR_NS);
      case "pov" -> new ExecutionStyle.Pov(0.01, HOUR_NS, 6 * HOUR_NS);
      case "vwap" -> new ExecutionStyle.Vwap(3, 3 * HOUR_NS, 0.5, VolumeCurve.FLAT);
      case "iceberg" -> new ExecutionStyle.Iceberg(0.4, 6 * HOUR_NS);
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "three parts over three hours | twap | 0 long qty 9 | 1o buy 3@100 entry; 2o buy 3@100 entry; 3o buy 3@100 entry; 7o sell 9@100 end | done 9 of 9",
        "an exit ends it | twap | 0 long qty 9, 1 exit | 1o buy 3@100 entry; 2o sell 3@100 signal-exit | cancelled 3 of 9",
        "a signal the other way ends it | twap | 0 long qty 9, 1 short qty 3 | 1o buy 3@100 entry; 2o sell 3@100 signal-exit; 2o sell 1@100 entry; 3o sell 1@100 entry; 4o sell 1@100 entry; 7o buy 3@100 end | done 3 of 3",
        "a stop protects each part and ends it | twap | 0 long qty 9 stop 99.5 | 1o buy 3@100 entry; 1 sell 3@99.5 stop | cancelled 3 of 9",
        "beside the last price, where it does not take | chase | 0 long qty 9 | 1 buy 9@99.9999 entry; 7o sell 9@100 end | done 9 of 9",
        "a share of the volume | pov | 0 long qty 25 | 2o buy 10@100 entry; 3o buy 10@100 entry; 4o buy 5@100 entry; 7o sell 25@100 end | done 25 of 25"
      })
  void isWorked(String what, String name, String script, String fills, String end) {
    Scene scene = scene(RiskSettings.RESEARCH, name);
    assertThat(scene.fills(script)).as(what).isEqualTo(fills);
    assertThat(last(scene)).isEqualTo(end);
  }

  /** The gate is asked for all of it when the signal comes, also where no part goes at once. */
  @ParameterizedTest
  @ValueSource(strings = {"twap", "late", "once", "vwap", "pov", "iceberg", "chase"})
  void whatIsBarredIsRefusedAtOnce(String name) {
    String candles = FLAT.repeat(9) + "100 101 99 100 1000";
    Scene scene = scene(RiskWords.of("rest 4h").settings(), name, candles);
    scene.play("0 long qty 9, 4 exit, 5 long qty 9, 6 long qty 9");
    assertThat(scene.refusals()).isEqualTo("locked; locked");
    assertThat(ends(scene)).hasSize(1);
  }

  /** Each trade has the signal that it came of, whenever its first part was filled. */
  @ParameterizedTest
  @ValueSource(strings = {"twap", "late", "once", "vwap", "pov", "iceberg", "chase"})
  void theJournalHasTheSignal(String name) {
    String candles = FLAT.repeat(11) + "100 101 99 100 1000";
    Scene scene = scene(RiskSettings.RESEARCH, name, candles);
    scene.play("0 long qty 9, 4 exit, 6 short qty 9, 9 exit");
    List<JournalEntry> told = new ArrayList<>();
    scene.audit.forEach(new TradeJournal(told::add)::accept);
    assertThat(told)
        .extracting(entry -> entry.ideas().stream().map(idea -> idea.signal().reason()).toList())
        .containsExactly(List.of("0 long qty 9"), List.of("6 short qty 9"));
  }

  private static List<AuditRecord.ExecutionMoved> ends(Scene scene) {
    return scene.audit.stream()
        .filter(AuditRecord.ExecutionMoved.class::isInstance)
        .map(AuditRecord.ExecutionMoved.class::cast)
        .filter(moved -> moved.progress().state().isFinal())
        .toList();
  }

  /** What is not placed yet is on its way: of 100 there is room for 10 beside 90, or for none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 long qty 90, 0 add qty 20 limit 99 | buy 10.1@99 add",
        "0 long qty 90, 0 add qty 20 | buy 10@100 add",
        "0 long qty 100, 0 add qty 20 | no-free-cash"
      })
  void holdsItsRoom(String script, String told) {
    Scene scene = scene(RiskSettings.RESEARCH, "twap");
    assertThat(scene.fills(script) + "; " + scene.refusals()).contains(told);
    double bought =
        Arrays.stream(scene.fills().split("; "))
            .filter(fill -> fill.contains("buy"))
            .mapToDouble(fill -> Double.parseDouble(fill.split(" ")[2].split("@")[0]))
            .sum();
    assertThat(bought).isBetween(99.9, 100.11);
  }

  /**
   * All of 10000 at a price that rises, falls, or jumps where a candle opens: the parts are cut to
   * the cash that is free, or to the limit, and buy nearly all that it can buy.
   */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "twap | rising | all | 1o buy 33.3@100 entry; 2o buy 33.3@102 entry; 3o buy 31.34@104 entry; 4o buy 0.03@106 entry; 7o sell 97.97@110 end | expired 97 of 99, cut by free-balance",
        "vwap | jumping | all | 2o buy 66.6@102.05 entry; 3o buy 30.67@104.05 entry; 4o buy 0.02@106.05 entry; 7o sell 97.29@110 end | expired 97 of 99, cut by free-balance",
        "vwap | rising | all | 2o buy 66.6@102 entry; 3o buy 30.7@104 entry; 4o buy 0.03@106 entry; 7o sell 97.33@110 end | expired 97 of 99, cut by free-balance",
        "pov | rising | all | 2o buy 50@102 entry; 3o buy 46.97@104 entry; 4o buy 0.04@106 entry; 7o sell 97.01@110 end | cancelled 97 of 99, cut by free-balance",
        "chase | rising | all | 2 buy 98.81@101 entry; 7o sell 98.81@110 end | expired 98 of 99, cut by free-balance",
        "iceberg | rising | all | 1o buy 39.96@100 entry; 1o buy 39.96@100 entry; 1o buy 19.98@100 entry; 7o sell 99.9@110 end | done 99 of 99",
        "twap | falling | all | 1o buy 33.3@100 entry; 2o buy 33.3@98 entry; 3o buy 33.3@96 entry; 7o sell 99.9@90 end | done 99 of 99",
        "vwap | falling | all | 2o buy 66.6@98 entry; 3o buy 33.3@96 entry; 7o sell 99.9@90 end | done 99 of 99",
        "pov | falling | all | 2o buy 50@98 entry; 3o buy 49.9@96 entry; 7o sell 99.9@90 end | done 99 of 99",
        "chase | falling | all | 1 buy 99.9@99.9999 entry; 7o sell 99.9@90 end | done 99 of 99",
        "iceberg | falling | all | 1o buy 39.96@100 entry; 1o buy 39.96@100 entry; 1o buy 19.98@100 entry; 7o sell 99.9@90 end | done 99 of 99",
        "twap | jumping | all | 1o buy 33.3@100.05 entry; 2o buy 33.3@102.05 entry; 3o buy 31.31@104.05 entry; 4o buy 0.02@106.05 entry; 7o sell 97.93@110 end | expired 97 of 99, cut by free-balance",
        "chase | jumping | all | 2 buy 98.81@101 entry; 7o sell 98.81@110 end | expired 98 of 99, cut by free-balance",
        "pov | jumping | all | 2o buy 50@102.05 entry; 3o buy 46.94@104.05 entry; 4o buy 0.03@106.05 entry; 7o sell 96.97@110 end | cancelled 96 of 99, cut by free-balance",
        "twap | rising | half | 1o buy 16.65@100 entry; 2o buy 16.65@102 entry; 3o buy 15.24@104 entry; 7o sell 48.54@110 end | expired 48 of 49, cut by symbol-exposure",
        "chase | rising | half | 2 buy 49.5@101 entry; 7o sell 49.5@110 end | expired 49 of 49, cut by symbol-exposure",
        "twap | rising | risk | 1o buy 19.98@100 entry; 2o buy 19.98@102 entry; 3o buy 17.63@104 entry; 7o sell 57.59@110 end | expired 57 of 59, cut by trade-risk",
        "twap | rising | twice | 1o buy 66.53@100 entry; 2o buy 66.53@102 entry; 3o buy 62.63@104 entry; 4o buy 0.07@106 entry; 7o sell 195.76@110 end | expired 195 of 199, cut by free-balance",
        "chase | rising | twice | 2 buy 197.42@101 entry; 7o sell 197.42@110 end | expired 197 of 199, cut by free-balance",
        "twap | flat | slips | 1o buy 33.3@100 entry; 2o buy 33.3@100 entry; 3o buy 33.23@100 entry; 4o buy 0.02@100 entry; 7o sell 99.85@100 end | expired 99 of 99, cut by free-balance",
        "once | flat | slips | 2o buy 99.8@100 entry; 4o buy 0.05@100 entry; 7o sell 99.85@100 end | expired 99 of 99, cut by free-balance",
        "twap | rising | least | 1o buy 33.3@100 entry; 2o buy 33.3@102 entry; 3o buy 31.34@104 entry; 7o sell 97.94@110 end | expired 97 of 99, cut by free-balance",
        "twap | soaring | half | 1o buy 16.65@100 entry; 2o buy 14.82@180 entry; 7o sell 31.47@180 end | expired 31 of 49, cut by symbol-exposure",
      })
  void partsAreCutToTheRoom(String name, String way, String room, String fills, String end) {
    String script =
        switch (room) {
          case "risk" -> "0 long stop 50";
          case "twice" -> "0 long leverage 2 stop 60";
          default -> "0 long";
        };
    Scene scene = cramped(name, way, room);
    assertThat(scene.fills(script).replaceAll(" (fee|slip) [0-9.]+", "")).isEqualTo(fills);
    assertThat(last(scene)).isEqualTo(end);
    assertThat(scene.refusals()).doesNotContain("too-small");
    for (int candles = 1; candles < 7; candles++) {
      Scene cut = cramped(name, way, room);
      cut.playCut(script, candles);
      assertThat(cut.audit).as("cut after %s", candles).isEqualTo(scene.audit);
    }
  }

  private static Scene cramped(String name, String way, String room) {
    return new Scene(
            TestInstruments.of(
                "T0/USDT", Market.PERP, new TradingRules(0, 1, 1_000_000, 0, least(room), 0, 1000)))
        .limits(room(room))
        .costs(new CostModel(room.equals("slips") ? 5 : 0, 0, 0, OptionalDouble.empty(), false))
        .execution(style(name))
        .candles(way(way));
  }

  /** The venue's least notional. */
  private static long least(String room) {
    return room.equals("least") ? 100_00000000L : 0;
  }

  private static RiskSettings room(String word) {
    return switch (word) {
      case "all", "slips", "least" -> RiskSettings.RESEARCH;
      case "twice" -> RiskSettings.only(1, 3, 3, 10);
      case "half" -> RiskSettings.only(1, 0.5, 1, 10);
      case "risk" -> RiskSettings.only(0.3, 1, 1, 10);
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String way(String word) {
    return switch (word) {
      case "rising" ->
          "100 101 99 100 1000, 100 102 100 102 5000, 102 104 101 104 5000, 104 106 103 106 5000, "
              + "106 108 105 108 5000, 108 110 107 110 5000, 110 111 109 110 5000";
      case "flat" -> FLAT + FLAT + FLAT + FLAT + FLAT + FLAT + "100 101 99 100 1000";
      case "falling" ->
          "100 101 99 100 1000, 100 100 97 98 5000, 98 98 95 96 5000, 96 97 94 94 5000, "
              + "94 95 92 92 5000, 92 93 90 90 5000, 90 91 89 90 5000";
      case "jumping" ->
          "100 101 99 100 1000, 100.05 102 100 102 5000, 102.05 104 101 104 5000, "
              + "104.05 106 103 106 5000, 106.05 108 105 108 5000, 108.05 110 107 110 5000, "
              + "110.05 111 109 110 5000";
      case "soaring" ->
          "100 101 99 100 1000, 100 180 100 180 5000, 180 181 170 180 5000, 180 181 170 180 5000, "
              + "180 181 170 180 5000, 180 181 170 180 5000, 180 181 170 180 5000";
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Scene scene(RiskSettings risk, String name) {
    return scene(risk, name, FLAT + FLAT + FLAT + FLAT + FLAT + FLAT + "100 101 99 100 1000");
  }

  private static Scene scene(RiskSettings risk, String name, String candles) {
    return new Scene(
            TestInstruments.of(
                "T0/USDT", Market.PERP, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0)))
        .limits(risk)
        .execution(style(name))
        .candles(candles);
  }

  private static String last(Scene scene) {
    AuditRecord.ExecutionMoved ended =
        scene.audit.stream()
            .filter(AuditRecord.ExecutionMoved.class::isInstance)
            .map(AuditRecord.ExecutionMoved.class::cast)
            .filter(each -> each.progress().state().isFinal())
            .reduce((first, second) -> second)
            .orElseThrow();
    Progress progress = ended.progress();
    assertThat(progress.state() == ExecutionState.DONE)
        .isEqualTo(progress.filledScaled() == progress.askedScaled());
    return progress.state().name().toLowerCase(Locale.ROOT)
        + " "
        + progress.filledScaled() / 100_000_000
        + " of "
        + progress.askedScaled() / 100_000_000
        + ended.cutBy().map(rule -> ", cut by " + Told.word(rule)).orElse("");
  }
}
