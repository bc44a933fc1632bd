package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two features cross once: with the candle that brings it about, whatever their intervals. */
class FeatureCrossingTest {

  /** At which hours of five days one crossed the other; each is told once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        // one;  its interval; other; its interval; hours at which it crossed above; below
        "sma(1); 1d; sma(2); 1d; 96;           72",
        "sma(2); 1d; sma(1); 1d; 72;           96",
        "sma(1); 1h; sma(1); 1d; 25 73 101;    49 97",
        "sma(1); 1d; sma(1); 1h; 49 97;        25 73 101",
        "sma(1); 1h; sma(2); 1h; 25 73 85 101; 49 97",
        "sma(1); 1h; sma(1); 1h; -;            -",
      })
  void crossedOnce(
      String one,
      String onInterval,
      String other,
      String otherInterval,
      String above,
      String below) {
    Watcher watcher = new Watcher(one, onInterval, other, otherInterval);
    watcher.play(hours("100*24 110*24 90*24 95*12 130*12 120*4 140*20"));
    assertThat(watcher.above).containsExactlyElementsOf(numbers(above));
    assertThat(watcher.below).containsExactlyElementsOf(numbers(below));
  }

  private static List<Integer> numbers(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }

  /** Beside what a strategy would find that keeps the values of the bar before. */
  @Test
  void acrossGapsNoneIsMissedAndNoneToldTwice() {
    for (int seed = 1; seed <= 30; seed++) {
      for (String intervals : List.of("1h 1h", "1h 1d", "1d 1h", "1d 1d")) {
        String[] of = intervals.split(" ");
        Watcher watcher = new Watcher("sma(2)", of[0], "sma(3)", of[1]);
        watcher.play(walk(seed));
        assertThat(watcher.above).as("seed %s", seed).isEqualTo(watcher.seenAbove).isNotEmpty();
        assertThat(watcher.below).as("seed %s", seed).isEqualTo(watcher.seenBelow).isNotEmpty();
      }
    }
  }

  /** A strategy that looks once a day sees what crossed since the day before. */
  @Test
  void fasterFeaturesAreComparedFromBarToBar() {
    for (int seed = 1; seed <= 30; seed++) {
      Watcher watcher = new Watcher("sma(1)", "1h", "sma(5)", "1d").on("1d");
      watcher.play(walk(seed));
      assertThat(watcher.above).as("seed %s", seed).isEqualTo(watcher.seenAbove).isNotEmpty();
      assertThat(watcher.below).as("seed %s", seed).isEqualTo(watcher.seenBelow).isNotEmpty();
    }
  }

  /** The day ends at hour 24 with its last candle, at 48 in a gap, and at 72 again with one. */
  @Test
  void aFeatureIsNewWithItsCandleOrAtTheFirstBarAfterAGap() {
    Watcher watcher = new Watcher("sma(1)", "1d", "sma(1)", "1h");
    watcher.play(hours("100*46 -*3 100*25"));
    assertThat(watcher.days).containsExactly(24, 50, 72);
  }

  /** Hours of thirty days, some missing for up to twelve, so that days end in gaps. */
  private static CandleColumns walk(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> rows = new ArrayList<>();
    long price = 1000;
    int gap = 0;
    for (int hour = 0; hour < 30 * 24; hour++) {
      price += random.nextLong(-20, 21);
      gap = gap == 0 && random.nextInt(20) == 0 ? random.nextInt(1, 13) : Math.max(0, gap - 1);
      rows.add(gap > 0 ? "-" : flat(price));
    }
    return CandleTable.parse(String.join(", ", rows), Scene.HOUR);
  }

  private static String flat(long price) {
    return price + " " + price + " " + price + " " + price;
  }

  private static CandleColumns hours(String text) {
    String rows =
        Arrays.stream(text.split(" "))
            .map(part -> part.split("\\*"))
            .flatMap(part ->
                IntStream.range(0, Integer.parseInt(part[1]))
                    .mapToObj(i -> part[0].equals("-") ? "-" : flat(Long.parseLong(part[0]))))
            .collect(Collectors.joining(", "));
    return CandleTable.parse(rows, Scene.HOUR);
  }

  /** Notes the hours at which it is told of a crossing, and those at which it finds one itself. */
  private static final class Watcher implements Strategy {
    private final String[] asked;
    private final List<Feature> features = new ArrayList<>();
    private final List<Integer> above = new ArrayList<>();
    private final List<Integer> below = new ArrayList<>();
    private final List<Integer> seenAbove = new ArrayList<>();
    private final List<Integer> seenBelow = new ArrayList<>();
    private final List<Integer> days = new ArrayList<>();
    private double difference = Double.NaN;
    private Interval lookedAt = Interval.parse("1h");

    Watcher(String... asked) {
      this.asked = asked;
    }

    /** Looks at bars of this interval only. */
    Watcher on(String interval) {
      lookedAt = Interval.parse(interval);
      return this;
    }

    void play(CandleColumns candles) {
      CandleSession session =
          new CandleSession(
              Scene.spec(TestInstruments.spot("T0/USDT")),
              this,
              CostModel.NONE,
              List.of(candles),
              entry -> {});
      while (session.step()) {
        session.engine().checkInvariants();
      }
    }

    @Override
    public void prepare(Preparation preparation) {
      preparation.bars(lookedAt);
      for (int i = 0; i < asked.length; i += 2) {
        features.add(preparation.feature(Interval.parse(asked[i + 1]), Features.of(asked[i])));
      }
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      if (!bar.interval().equals(lookedAt)) {
        return;
      }
      Feature one = features.get(0);
      Feature other = features.get(1);
      int hour = (int) ((bar.timeNs() - CandleTable.START_NS) / Scene.HOUR.durationNs());
      double now = bar.value(one) - bar.value(other);
      note(above, bar.crossedAbove(one, other), hour);
      note(below, bar.crossedBelow(one, other), hour);
      note(days, bar.isNew(one), hour);
      note(seenAbove, difference <= 0 && now > 0, hour);
      note(seenBelow, difference >= 0 && now < 0, hour);
      difference = now;
    }

    private static void note(List<Integer> hours, boolean crossed, int hour) {
      if (crossed) {
        hours.add(hour);
      }
    }
  }
}
