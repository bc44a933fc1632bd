package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who pays funding, and when: hours at 100, 10,000 of capital, so that a position of one symbol is
 * 100 contracts and a rate of 0.01 is 100 of cash. A signal at candle 0 is filled at hour 1.
 */
class FundingTest {
  private static final Instrument PERP = TestInstruments.perp("T0/USDT");
  private static final Instrument OTHER = TestInstruments.perp("T1/USDT");
  private static final String FLAT = "100 101 99 100";
  private static final String SIX = String.join(", ", List.of(FLAT, FLAT, FLAT, FLAT, FLAT, FLAT));

  /** One table line: hours and rates, what is traded, who paid when, the trades' funding. */
  record Line(
      String what,
      List<Instrument> instruments,
      List<String> candles,
      List<String> fundings,
      String script,
      String paid,
      String trades) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Line one(String what, String fundings, String script, String paid, String trades) {
    return new Line(what, List.of(PERP), List.of(SIX), List.of(fundings), script, paid, trades);
  }

  private static Line on(
      String what, String candles, String fundings, String script, String paid, String trades) {
    return new Line(what, List.of(PERP), List.of(candles), List.of(fundings), script, paid, trades);
  }

  static Stream<Line> lines() {
    return Stream.of(
        one("a long pays a rate above zero", "3 0.01", "0 long", "3o 100", "100"),
        one("a short receives it", "3 0.01", "0 short", "3o -100", "-100"),
        one("a long receives a rate below zero", "3 -0.01", "0 long", "3o -100", "-100"),
        one("a short pays it", "3 -0.01", "0 short", "3o 100", "100"),
        one("who holds nothing pays nothing", "3 0.01", "3 long", "", "0"),
        one("nor who opens at that instant", "1 0.01", "0 long", "", "0"),
        one("who opened an instant before does", "1+7ms 0.01", "0 long", "1 100", "100"),
        one("and who closes only at that instant", "3 0.01", "0 long, 2 exit", "3o 100", "100"),
        one("who turns around pays for what was", "3 0.01", "0 long, 2 short", "3o 100", "100; 0"),
        one("who has closed does not", "3 0.01", "0 long, 1 exit", "", "0"),
        one(
            "each time anew",
            "2 0.01, 3 0.02, 5 -0.01",
            "0 long",
            "2o 100; 3o 200; 5o -100",
            "200"),
        one("twice in one candle", "2+1ms 0.01, 2+2ms 0.01", "0 long", "2 100; 2 100", "200"),
        one("half of it for half", "3 0.01", "0 long share 0.5", "3o 50", "50"),
        one("for what is left of it", "4 0.01", "0 long, 2 reduce 0.25", "4o 75", "75"),
        one("for what was added", "4 0.01", "0 long share 0.4, 2 add share 0.4", "4o 80", "80"),
        one("not before there are candles", "-5 0.01", "0 long", "", "0"),
        one("not where it all ends", "6 0.01", "0 long", "", "0"),
        one("nor after", "7 0.01, 90 0.01", "0 long", "", "0"),
        on(
            "at the last price before",
            "100 101 99 100, 100 121 99 120, 150 151 149 150, " + FLAT,
            "2 0.01",
            "0 long",
            "2o 120",
            "120"),
        on(
            "at the open, once the candle is under way",
            "100 101 99 100, 100 121 99 120, 150 151 149 150, " + FLAT,
            "2+1ms 0.01",
            "0 long",
            "2 150",
            "150"),
        on(
            "also where candles are missing",
            FLAT + ", 100 111 99 110, -, -, -, " + FLAT,
            "3 0.01, 4 0.01",
            "0 long",
            "3o 110; 4o 110",
            "220"),
        on(
            "also who was filled within the candle before",
            FLAT + ", 100 101 95 96, 100 101 99 100, " + FLAT,
            "2 0.01",
            "0 long qty 10 limit 95",
            "2o 9.6",
            "9.6"),
        new Line(
            "each symbol at its own rate and time",
            List.of(PERP, OTHER),
            List.of(SIX, SIX),
            List.of("3 0.01, 4 0.01", "3 0.02"),
            "0@0 long, 0@1 short",
            "3o 50; T1 3o -100; 4o 50",
            "100; -100"),
        new Line(
            "a symbol pays while another has no candles",
            List.of(PERP, OTHER),
            List.of(FLAT + ", " + FLAT + ", -, -, -, " + FLAT, SIX),
            List.of("3 0.01", ""),
            "0@0 long",
            "3o 50",
            "50"),
        new Line(
            "spot pays nothing",
            List.of(TestInstruments.spot("T0/USDT")),
            List.of(SIX),
            List.of("3 0.01"),
            "0 long",
            "",
            "0"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void isPaid(Line line) {
    Scene scene = new Scene(line.instruments().toArray(Instrument[]::new));
    scene
        .candles(line.candles().toArray(String[]::new))
        .fundings(line.fundings().toArray(String[]::new));
    CandleSession session = scene.play(line.script());
    assertThat(paid(scene.audit)).isEqualTo(line.paid());
    assertThat(
            scene.trades().stream()
                .map(closed -> FixedPoint.format(closed.trade().fundingScaled(), 8))
                .collect(Collectors.joining("; ")))
        .isEqualTo(line.trades());
    long profits = scene.trades().stream().mapToLong(closed -> closed.trade().profitScaled()).sum();
    assertThat(session.engine().equityScaled()).isEqualTo(10_000_00000000L + profits);
  }

  private static String paid(List<AuditRecord> audit) {
    return audit.stream()
        .filter(AuditRecord.MarginMoved.class::isInstance)
        .map(entry -> (MarginEvent.Funded) ((AuditRecord.MarginMoved) entry).event())
        .map(event ->
            (event.instrument() == 0 ? "" : "T" + event.instrument() + " ")
                + Told.HOURS.when(event.timeNs())
                + " "
                + FixedPoint.format(event.amountScaled(), TestInstruments.CASH_SCALE))
        .collect(Collectors.joining("; "));
  }

  /** A rate is known from its instant on: not at the close before it. */
  @Test
  void aStrategySeesTheRateAfterItsTime() {
    List<String> seen = new ArrayList<>();
    Strategy listener =
        new Strategy() {
          @Override
          public void prepare(Preparation preparation) {}

          @Override
          public void onBar(BarContext bar, Signals signals) {
            seen.add(String.format(Locale.ROOT, "%.2f", bar.fundingRate()));
          }
        };
    CandleSession session =
        new CandleSession(
            Scene.spec(PERP),
            List.of(listener),
            CostModel.NONE,
            new History(
                List.of(CandleTable.parse(SIX, Scene.HOUR)),
                List.of(Scene.funding("2 0.01, 3+1ms 0.02, 5 -0.03"))),
            entry -> {});
    while (session.step()) {
      session.engine().checkInvariants();
    }
    assertThat(seen).containsExactly("NaN", "NaN", "0.01", "0.02", "0.02", "-0.03");
  }

  /** Random fundings over random candles: cut anywhere, the future is the same. */
  @Test
  void aSessionThatIsCutPaysAsIfItWereNot() {
    for (long seed = 0; seed < 40; seed++) {
      List<AuditRecord> whole = new ArrayList<>();
      CandleSession session = random(seed, whole);
      int steps = toTheEnd(session);
      assertThat(paid(whole)).as("seed %s", seed).isNotEmpty();
      int cut = new SplittableRandom(seed).nextInt(steps);
      List<AuditRecord> joined = new ArrayList<>();
      CandleSession head = random(seed, joined);
      for (int i = 0; i < cut; i++) {
        head.step();
      }
      StateWriter out = new StateWriter();
      head.save(out);
      CandleSession tail = random(seed, joined);
      StateReader in = new StateReader(out.toByteArray());
      tail.load(in);
      assertThat(in.isAtEnd()).isTrue();
      toTheEnd(tail);
      assertThat(joined).as("seed %s cut at %s", seed, cut).isEqualTo(whole);
      assertThat(tail.engine().stateHash()).isEqualTo(session.engine().stateHash());
    }
  }

  private static int toTheEnd(CandleSession session) {
    int steps = 0;
    while (session.step()) {
      session.engine().checkInvariants();
      steps++;
    }
    session.end();
    return steps;
  }

  private static CandleSession random(long seed, List<AuditRecord> audit) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> fundings = new ArrayList<>();
    for (int symbol = 0; symbol < 2; symbol++) {
      List<String> rows = new ArrayList<>();
      for (int hour = random.nextInt(9); hour < 60; hour += random.nextInt(1, 9)) {
        String late = random.nextBoolean() ? "" : "+" + random.nextInt(1, 30) + "ms";
        rows.add(hour + late + " " + FixedPoint.format(random.nextLong(-200, 200), 5));
      }
      fundings.add(String.join(", ", rows));
    }
    return new CandleSession(
        new EngineSpec(
            List.of(PERP, OTHER),
            Scene.HOUR,
            "scripted",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            ExitRules.NONE,
            10_000_00000000L,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2),
        List.of(new ScriptedStrategy("1 long, 15 exit, 20 short, 30 long, 45 short")),
        CostModel.NONE,
        new History(
            List.of(
                RandomCandles.walk(seed, 60, Scene.HOUR),
                RandomCandles.walk(seed + 1_000, 60, Scene.HOUR)),
            fundings.stream().map(Scene::funding).toList()),
        audit::add);
  }
}
