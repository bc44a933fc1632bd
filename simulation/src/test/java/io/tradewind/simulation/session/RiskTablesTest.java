package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.risk.limit.LockScope;
import io.tradewind.core.risk.limit.LossLimits;
import io.tradewind.core.risk.limit.PortfolioLimits;
import io.tradewind.core.risk.limit.ProtectionRule;
import io.tradewind.core.risk.limit.Rate;
import io.tradewind.core.risk.sizing.EntryFloors;
import io.tradewind.core.risk.sizing.SizingRule;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Limits, breakers, protections, floors and sizes, line by line: limits and candles in, exact
 * trades and refusals out. Capital is 10,000; perpetuals T0 and, where there are two tables, T1.
 */
class RiskTablesTest {
  /**
   * One line: what it is, its limits (see {@link #settings}), the first day of 2024 and the length
   * of its candles, the candles, the script, and what must come of it: trades, refusals with the
   * candle at whose close they came, and sizes with what bound them.
   */
  record Line(String what, String limits, String times, String candles, String script, String all) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Line line(
      String what, String limits, String times, String candles, String script, String... all) {
    return new Line(what, limits, times, candles, script, String.join("; ", all));
  }

  private static final String FOUR = "100 100 100 100, 100 100 100 100, 100 100 100 100";

  static Stream<Line> losses() {
    return Stream.of(
        line(
            "a loss of 2 % of a day bars entries until the next day begins",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 97.9 97.9, 97.9 97.9 97.9 97.9, 97.9 97.9 97.9 97.9,"
                + " 98 98 98 98",
            "0 long, 1 exit, 2 long, 3 long",
            "long 1o@100 > 2o@97.9 signal",
            "long 4o@98 > 5o@98 end",
            "2 loss-limit"),
        line(
            "a hair less bars nothing",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 98.01 98.01, 98.01 98.01 98.01 98.01, 98.01 98.01 98.01 98.01",
            "0 long, 1 exit, 2 long",
            "long 1o@100 > 2o@98.01 signal",
            "long 3o@98.01 > 4o@98.01 end"),
        line(
            "what is held may be held, and what is lost may be won back: the bar stays",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 97 97, 97 101 97 101, 101 101 101 101",
            "0@0 long share 0.9, 2@0 add share 0.1",
            "long 1o@100 > 4o@101 end",
            "2 loss-limit"),
        line(
            "the close at midnight belongs to the day that it ends",
            "day 2%",
            "Jan 1, 12h",
            "100 100 100 100, 100 100 97 97, 97 97 97 97, 97 97 97 97",
            "0 long, 1 exit, 2 long",
            "long 1o@100 > 2o@97 signal",
            "long 3o@97 > 4o@97 end"),
        line(
            "an entry that waits is taken back when the day's limit is reached",
            "day 2%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 97 97, 97 97 80 97|50 50 50 50, 50 50 50 50, 50 50 30 50",
            "0@0 long share 0.9, 0@1 long limit 40 share 0.1",
            "long 1o@100 > 3o@97 end"),
        line(
            "a loss of 5 % of a week bars entries until Monday",
            "week 5%",
            "Jan 6, 12h",
            "100 100 100 100, 100 100 94 94, 94 94 94 94, 94 94 94 94, 94 94 94 94",
            "0 long, 1 exit, 2 long, 3 long",
            "long 1o@100 > 2o@94 signal",
            "long 4o@94 > 5o@94 end",
            "2 loss-limit"),
        line(
            "a loss of 10 % of a month bars entries until the first of the next",
            "month 10%",
            "Jan 30, 12h",
            "100 100 100 100, 100 100 89 89, 89 89 89 89, 89 89 89 89, 89 89 89 89",
            "0 long, 1 exit, 2 long, 3 long",
            "long 1o@100 > 2o@89 signal",
            "long 4o@89 > 5o@89 end",
            "2 loss-limit"),
        line(
            "20 % under the peak halts for good",
            "drawdown 20%",
            "Jan 1, 12h",
            "100 100 100 100, 100 125 100 125, 125 125 100 100, 100 100 100 100, 100 100 100 100",
            "0 long, 2 exit, 3 long",
            "long 1o@100 > 3o@100 signal",
            "3 loss-limit"),
        line(
            "20 % under the peak halts until resumed, and the peak is measured anew",
            "drawdown 20% resume 3",
            "Jan 1, 12h",
            "100 100 100 100, 100 125 100 125, 125 125 100 100, 100 100 100 100, 100 100 100 100,"
                + " 100 100 100 100",
            "0 long, 2 exit, 3 long, 4 long",
            "long 1o@100 > 3o@100 signal",
            "long 5o@100 > 6o@100 end",
            "3 loss-limit"),
        line(
            "5 % of a day closes everything at the next open and halts until resumed",
            "collapse 5%",
            "Jan 1, 12h",
            "100 100 100 100, 100 100 94 94, 93 93 93 93, 93 93 93 93, 93 93 93 93",
            "0 long share 1, 2 long, 3 long",
            "long 1o@100 > 2o@93 breaker",
            "2 breaker; 3 breaker"),
        line(
            "short: 5 % of a day closes everything",
            "collapse 5%",
            "Jan 1, 12h",
            "100 100 100 100, 100 106 100 106, 107 107 107 107",
            "0 short",
            "short 1o@100 > 2o@107 breaker"),
        line(
            "resumed after everything was closed",
            "collapse 5% resume 2",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 94 94, 93 93 93 93, 93 93 93 93, 93 93 93 93",
            "0 long, 2 long, 3 long",
            "long 1o@100 > 2o@93 breaker",
            "long 4o@93 > 5o@93 end",
            "2 breaker"),
        line(
            "resumed at midnight: the new day closes everything by its own loss",
            "collapse 5% resume 3",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 94 94, 94 94 94 94, 94 94 94 94, 94 94 94 94,"
                + " 94 94 88 88, 88 88 88 88",
            "0 long, 4 long",
            "long 1o@100 > 2o@94 breaker",
            "long 5o@94 > 6o@88 breaker"));
  }

  static Stream<Line> breakersAndLocks() {
    return Stream.of(
        line(
            "a gap of 10 % bars entries for the cooling time",
            "flash 10% cool 12h",
            "Jan 1, 6h",
            "100 100 100 100, 90 90 90 90, 90 90 90 90, 90 90 90 90, 90 90 90 90",
            "1 long, 2 long, 3 long",
            "long 4o@90 > 5o@90 end",
            "1 breaker; 2 breaker"),
        line(
            "a gap upwards, too",
            "flash 10% cool 6h",
            "Jan 1, 6h",
            "100 100 100 100, 111 111 111 111, 111 111 111 111, 111 111 111 111",
            "1 long, 2 long",
            "long 3o@111 > 4o@111 end",
            "1 breaker"),
        line(
            "a crash of one symbol bars all",
            "flash 10% cool 6h",
            "Jan 1, 6h",
            "100 100 100 100, 90 90 90 90, 90 90 90 90|" + FOUR,
            "1@1 long",
            "",
            "1 breaker"),
        line(
            "two trades lost in a row bar entries for the cooling time",
            "streak 2 cool 12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 99 99, 99 99 99 99, 99 99 98 98, 98 98 98 98, 98 98 98 98,"
                + " 98 98 98 98",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 long",
            "long 1o@100 > 2o@99 signal",
            "long 3o@99 > 4o@98 signal",
            "long 6o@98 > 7o@98 end",
            "4 breaker"),
        line(
            "a trade at 0 ends a streak",
            "streak 2 cool 12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 99 99, 99 99 99 99, 99 99 99 99, 99 99 99 99, 99 99 98 98,"
                + " 98 98 98 98, 98 98 98 98",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 exit, 6 long",
            "long 1o@100 > 2o@99 signal",
            "long 3o@99 > 4o@99 signal",
            "long 5o@99 > 6o@98 signal",
            "long 7o@98 > 8o@98 end"),
        line(
            "a rest after each exit, of that symbol",
            "rest 12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100,"
                + " 100 100 100 100|"
                + "50 50 50 50, 50 50 50 50, 50 50 50 50, 50 50 50 50, 50 50 50 50, 50 50 50 50",
            "0@0 long, 1@0 exit, 2@0 long, 2@1 long share 0.1, 3@0 long",
            "long 1o@100 > 2o@100 signal",
            "long 4o@100 > 6o@100 end",
            "T1 long 3o@50 > 6o@50 end",
            "2 locked"),
        line(
            "two stops within a day lock that side of that symbol",
            "guard 2/24h/12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 94 94, 94 94 88 88, 88 88 88 88, 88 88 88 88, 88 88 88 88",
            "0 long stop 95, 1 long stop 89, 2 long, 2 short share 0.5, 4 short, 4 long",
            "long 1o@100 > 1@95 stop",
            "long 2o@94 > 2@89 stop",
            "short 3o@88 > 5o@88 signal",
            "long 5o@88 > 6o@88 end",
            "2 locked; 4 already-in-position"),
        line(
            "a trailing stop with a profit is no stop of the guard",
            "guard 1/24h/12h exits trail 1%",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 100 100, 105 106 105 106, 106 106 104 104, 104 104 104 104",
            "0 long, 3 long",
            "long 1o@100 > 3@104.94 trailing-stop",
            "long 4o@104 > 5o@104 end"),
        line(
            "closed trades that lose 3 % from their best lock everything",
            "sink 2/24h/3%/12h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 98 98, 98 98 98 98, 98 98 96 96, 96 96 96 96, 96 96 96 96,"
                + " 96 96 96 96",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 long",
            "long 1o@100 > 2o@98 signal",
            "long 3o@98 > 4o@96 signal",
            "long 6o@96 > 7o@96 end",
            "4 locked"),
        line(
            "trades that earn too little lock their symbol",
            "low 2/24h/1%/6h",
            "Jan 1, 6h",
            "100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100, 100 100 100 100,"
                + " 100 100 100 100, 100 100 100 100",
            "0 long, 1 exit, 2 long, 3 exit, 4 long, 5 long",
            "long 1o@100 > 2o@100 signal",
            "long 3o@100 > 4o@100 signal",
            "long 5o@100 > 7o@100 end",
            "5 already-in-position"));
  }

  static Stream<Line> sizes() {
    String one = "Jan 1, 6h";
    return Stream.of(
        line(
            "equal share of two symbols",
            "",
            one,
            FOUR + "|" + FOUR,
            "0@0 long",
            "long 1o@100 > 3o@100 end",
            "0 5000 equal-share"),
        line(
            "the signal's share",
            "",
            one,
            FOUR,
            "0 long share 0.3",
            "long 1o@100 > 3o@100 end",
            "0 3000 signal"),
        line(
            "a trade may lose 2 % at its stop",
            "risk 2%",
            one,
            FOUR,
            "0 long stop 95",
            "long 1o@100 > 3o@100 end",
            "0 4000 trade-risk"),
        line(
            "without a stop all of a trade may be lost",
            "risk 2%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 200 trade-risk"),
        line(
            "the strategy's stop counts where the signal has none",
            "risk 2% exits stop 4%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 5000 trade-risk"),
        line(
            "the exits of the trade count in their place",
            "risk 2% exits stop 4%",
            one,
            FOUR,
            "0 long [stop 10%]",
            "long 1o@100 > 3o@100 end",
            "0 2000 trade-risk"),
        line(
            "a symbol up to 60 %",
            "symbol 60%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 6000 symbol-exposure"),
        line(
            "all symbols up to 80 %",
            "all 80%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.5, 1@1 long share 0.5",
            "long 1o@100 > 3o@100 end",
            "T1 long 2o@100 > 3o@100 end",
            "0 5000 signal; 1 3000 leverage"),
        line(
            "nothing is left",
            "all 50%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.5, 1@1 long share 0.5",
            "long 1o@100 > 3o@100 end",
            "1 size-too-small",
            "0 5000 signal"),
        line(
            "heat of all stops up to 3 %",
            "heat 3%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.4 stop 95, 1@1 short share 0.5 stop 110",
            "long 1o@100 > 3o@100 end",
            "T1 short 2o@100 > 3o@100 end",
            "0 4000 signal; 1 1000 heat"),
        line(
            "a sector up to 70 %",
            "sector 70%",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.5, 0@1 short share 0.5",
            "long 1o@100 > 3o@100 end",
            "T1 short 1o@100 > 3o@100 end",
            "0 5000 signal; 0 2000 sector-exposure"),
        line(
            "one position at a time, also one that waits",
            "positions 1",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.1 limit 90, 1@1 long share 0.1",
            "",
            "1 open-positions",
            "0 1000 signal; 1 1000 signal"),
        line(
            "a ratio of equity at the stop",
            "percent 1%",
            one,
            FOUR,
            "0 long stop 95",
            "long 1o@100 > 3o@100 end",
            "0 2000 percent-risk"),
        line(
            "a fixed share",
            "share 25%",
            one,
            FOUR,
            "0 long",
            "long 1o@100 > 3o@100 end",
            "0 2500 fixed"),
        line(
            "the smallest of several is named",
            "percent 1% share 25% symbol 15%",
            one,
            FOUR,
            "0 long stop 95",
            "long 1o@100 > 3o@100 end",
            "0 1500 symbol-exposure"),
        line(
            "free balance",
            "",
            one,
            FOUR + "|" + FOUR,
            "0@0 long share 0.7, 1@1 long share 0.5",
            "long 1o@100 > 3o@100 end",
            "T1 long 2o@100 > 3o@100 end",
            "0 7000 signal; 1 3000 free-balance"));
  }

  static Stream<Line> floors() {
    String one = "Jan 1, 6h";
    return Stream.of(
        line(
            "a stop in its band",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 104",
            "long 1o@100 > 3o@100 end"),
        line("no stop", "floors", one, FOUR, "0 long target 104", "", "0 floor"),
        line(
            "a stop that is too near",
            "floors",
            one,
            FOUR,
            "0 long stop 99.6 target 104",
            "",
            "0 floor"),
        line(
            "a stop on the lower edge",
            "floors",
            one,
            FOUR,
            "0 long stop 99.5 target 104",
            "long 1o@100 > 3o@100 end"),
        line(
            "a stop that is too far",
            "floors",
            one,
            FOUR,
            "0 long stop 89 target 140",
            "",
            "0 floor"),
        line("short: too far", "floors", one, FOUR, "0 short stop 111 target 70", "", "0 floor"),
        line(
            "reward to risk under 1.5",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 102.9",
            "",
            "0 floor"),
        line(
            "reward to risk of 1.5",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 103",
            "long 1o@100 > 3o@100 end"),
        line(
            "too little profit at the first target",
            "floors",
            one,
            FOUR,
            "0 long stop 98 target 104 qty 0.7",
            "",
            "0 floor"),
        line(
            "without a target the stop's band alone",
            "floors",
            one,
            FOUR,
            "0 long stop 98",
            "long 1o@100 > 3o@100 end"));
  }

  static Stream<Line> lines() {
    return Stream.of(losses(), breakersAndLocks(), sizes(), floors()).flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void limits(Line line) {
    String[] tables = line.candles().split("\\|");
    String[] times = line.times().split("[ ,]+");
    long startNs = CandleTable.START_NS + (Long.parseLong(times[1]) - 1) * Utc.DAY_NS;
    Interval interval = Interval.parse(times[2]);
    List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      instruments.add(TestInstruments.perp("T" + i + "/USDT"));
    }
    Map<String, String> words = words(line.limits());
    List<AuditRecord> audit = new ArrayList<>();
    CandleSession session =
        new CandleSession(
            new EngineSpec(
                instruments,
                interval,
                "scripted",
                ParameterValues.of(List.of(), Map.of()),
                settings(words),
                words.containsKey("exits")
                    ? FillRulesTest.exits(words.get("exits"))
                    : ExitRules.NONE,
                10_000_00000000L,
                startNs,
                Long.MAX_VALUE / 2),
            new ScriptedStrategy(line.script()),
            CostModel.NONE,
            Stream.of(tables).map(table -> CandleTable.parse(table, interval, startNs)).toList(),
            audit::add);
    int resume = Integer.parseInt(words.getOrDefault("resume", "-1"));
    for (int row = 0; session.step(); row++) {
      session.engine().checkInvariants();
      if (row == resume) {
        session.engine().onControl(new ControlEvent.Resume(session.timeNs(), "somebody"));
      }
    }
    session.end();
    Told told = new Told(startNs, interval.durationNs(), instruments);
    boolean tellsSizes = line.all().matches(".*\\d+ \\d+ [a-z-]+$");
    assertThat(told.all(audit, tellsSizes)).isEqualTo(line.all().replaceAll("^; ", ""));
  }

  /** Of words like {@code day 2% exits stop 5%}: each with what follows; exits take the rest. */
  private static Map<String, String> words(String limits) {
    Map<String, String> words = new TreeMap<>();
    String[] parts = limits.split(" exits ", 2);
    if (parts.length == 2) {
      words.put("exits", parts[1]);
    }
    String last = "";
    for (String word : parts[0].isBlank() ? new String[0] : parts[0].split(" ")) {
      if (Character.isLetter(word.charAt(0))) {
        last = word;
        words.put(word, "");
      } else {
        words.put(last, word);
      }
    }
    return words;
  }

  private static RiskSettings settings(Map<String, String> words) {
    PortfolioLimits none = PortfolioLimits.NONE;
    LossLimits calm = LossLimits.NONE;
    return new RiskSettings(
        new PortfolioLimits(
            Integer.parseInt(words.getOrDefault("positions", "1000")),
            ratio(words, "symbol", none.symbolExposure()),
            ratio(words, "sector", none.sectorExposure()),
            ratio(words, "all", none.leverage()),
            ratio(words, "risk", none.tradeRisk()),
            ratio(words, "heat", none.heat()),
            none.yearlyVolatility(),
            none.valueAtRisk(),
            none.level(),
            none.correlation(),
            none.orders()),
        new LossLimits(
            ratio(words, "day", calm.day()),
            ratio(words, "week", calm.week()),
            ratio(words, "month", calm.month()),
            ratio(words, "drawdown", calm.drawdownHalts()) / 2,
            ratio(words, "drawdown", calm.drawdownHalts()),
            0.8),
        new BreakerLimits(
            ratio(words, "collapse", Double.POSITIVE_INFINITY),
            ratio(words, "flash", Double.POSITIVE_INFINITY),
            300 * Utc.SECOND_NS,
            true,
            Integer.parseInt(words.getOrDefault("streak", "1000")),
            Rate.NEVER,
            1,
            Double.POSITIVE_INFINITY,
            ns(words.getOrDefault("cool", "1h"))),
        protections(words),
        words.containsKey("floors") ? floorsWithoutConfidence() : EntryFloors.NONE,
        sizing(words),
        Optional.empty(),
        false,
        Optional.empty(),
        new TreeMap<>(Map.of("T0", "one", "T1", "one")));
  }

  private static EntryFloors floorsWithoutConfidence() {
    EntryFloors shipped = EntryFloors.SHIPPED;
    return new EntryFloors(
        shipped.stop(), shipped.netProfit(), shipped.rewardToRisk(), OptionalDouble.empty());
  }

  private static List<ProtectionRule> protections(Map<String, String> words) {
    List<ProtectionRule> rules = new ArrayList<>();
    words.forEach((word, value) -> {
      String[] parts = value.split("/");
      switch (word) {
        case "rest" -> rules.add(new ProtectionRule.CoolDown(LockScope.SYMBOL, ns(value)));
        case "guard" ->
            rules.add(
                new ProtectionRule.StopGuard(
                    LockScope.SYMBOL_SIDE,
                    new Rate(Integer.parseInt(parts[0]), ns(parts[1])),
                    ns(parts[2])));
        case "sink" ->
            rules.add(
                new ProtectionRule.DrawdownLock(
                    LockScope.PORTFOLIO,
                    ns(parts[1]),
                    Integer.parseInt(parts[0]),
                    ratio(parts[2]),
                    ns(parts[3])));
        case "low" ->
            rules.add(
                new ProtectionRule.LowProfit(
                    LockScope.SYMBOL,
                    ns(parts[1]),
                    Integer.parseInt(parts[0]),
                    ratio(parts[2]),
                    ns(parts[3])));
        default -> {}
      }
    });
    return rules;
  }

  private static List<SizingRule> sizing(Map<String, String> words) {
    List<SizingRule> rules = new ArrayList<>();
    if (words.containsKey("percent")) {
      rules.add(new SizingRule.PercentRisk(ratio(words.get("percent"))));
    }
    if (words.containsKey("share")) {
      rules.add(new SizingRule.FixedShare(ratio(words.get("share"))));
    }
    return rules;
  }

  private static long ns(String interval) {
    return Long.parseLong(interval.replace("h", "")) * 3600 * Utc.SECOND_NS;
  }

  private static double ratio(Map<String, String> words, String word, double otherwise) {
    return words.containsKey(word) ? ratio(words.get(word)) : otherwise;
  }

  private static double ratio(String percent) {
    return Double.parseDouble(percent.replace("%", "")) / 100;
  }

  /** Puts the audit of a run in words. */
  private record Told(long startNs, long candleNs, List<Instrument> instruments) {
    String all(List<AuditRecord> audit, boolean withSizes) {
      String trades =
          audit.stream()
              .filter(AuditRecord.TradeClosed.class::isInstance)
              .map(entry -> ((AuditRecord.TradeClosed) entry).trade())
              .map(trade ->
                  symbol(instruments.indexOf(trade.instrument()))
                      + trade.direction().label()
                      + " "
                      + when(trade.entryTimeNs())
                      + "@"
                      + trade.entryPrice().stripTrailingZeros().toPlainString()
                      + " > "
                      + when(trade.exitTimeNs())
                      + "@"
                      + trade.exitPrice().stripTrailingZeros().toPlainString()
                      + " "
                      + trade.reason().label())
              .collect(Collectors.joining("; "));
      String refusals =
          audit.stream()
              .flatMap(entry ->
                  switch (entry) {
                    case AuditRecord.SignalRefused refused ->
                        Stream.of(close(refused.timeNs()) + " " + word(refused.refusal()));
                    case AuditRecord.OrderMoved moved
                        when moved.event() instanceof OrderEvent.Rejected rejected ->
                        Stream.of("rejected " + word(rejected.reason()));
                    default -> Stream.<String>of();
                  })
              .collect(Collectors.joining("; "));
      String sizes =
          audit.stream()
              .filter(entry -> withSizes && entry instanceof AuditRecord.EntrySized)
              .map(AuditRecord.EntrySized.class::cast)
              .map(sized ->
                  close(sized.timeNs())
                      + " "
                      + sized.budgetScaled() / 100_000_000
                      + " "
                      + word(sized.boundBy()))
              .collect(Collectors.joining("; "));
      return Stream.of(trades, refusals, sizes)
          .filter(each -> !each.isEmpty())
          .collect(Collectors.joining("; "));
    }

    private static String symbol(int index) {
      return index == 0 ? "" : "T" + index + " ";
    }

    private long close(long timeNs) {
      return (timeNs - startNs) / candleNs - 1;
    }

    private String when(long timeNs) {
      long since = timeNs - startNs;
      return since / candleNs + (since % candleNs == 0 ? "o" : "");
    }

    private static String word(Enum<?> value) {
      return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
