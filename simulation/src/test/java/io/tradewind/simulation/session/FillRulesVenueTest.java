package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules of docs/fill-rules.md that need costs, lots, several symbols or orders put by hand: a
 * line each, as in {@link FillRulesTest}.
 */
class FillRulesVenueTest {
  private static final Pattern RULE_METHOD = Pattern.compile("rule([0-9]+)");

  private static final long COIN = 100_000_000;

  /** A scripted run: costs, market, the candles, the script, and every fill that must come out. */
  record EngineLine(
      int rule,
      String what,
      CostModel costs,
      Instrument instrument,
      String candles,
      String script,
      String fills) {
    @Override
    public String toString() {
      return rule + ": " + what;
    }
  }

  private static CostModel costs(double slippage, double spread, double impact) {
    return new CostModel(slippage, spread, impact, OptionalDouble.empty(), false);
  }

  private static CostModel share(double share) {
    return new CostModel(0, 0, 0, OptionalDouble.of(share), false);
  }

  /** Maker 10 bps, taker 20 bps. */
  private static Instrument fees(Market market) {
    return TestInstruments.of("T0/USDT", market, new TradingRules(0, 1, 1, 0, 0, 1_000, 2_000));
  }

  private static Instrument lots(long lot, long minQty, long minNotional, long feePpm) {
    return TestInstruments.of(
        "T0/USDT",
        Market.SPOT,
        new TradingRules(0, 1, lot * COIN, minQty * COIN, minNotional * COIN, feePpm / 2, feePpm));
  }

  private static final Instrument SPOT = TestInstruments.spot("T0/USDT");
  private static final Instrument PERP = TestInstruments.perp("T0/USDT");
  private static final Instrument COINS = lots(1, 0, 0, 0);
  private static final String FLAT = "100 101 99 100, 100 101 99 100, 100 101 99 100";

  /** Up to 2000 traded 10 bps and 20 bps, from there on 5 and 10. */
  private static final CostModel TIERS =
      new CostModel(
          0,
          0,
          0,
          OptionalDouble.empty(),
          false,
          new FeeTiers(
              List.of(
                  new FeeTiers.Tier(0, 1_000, 2_000),
                  new FeeTiers.Tier(2_000 * COIN, 500, 1_000))));

  /** The rules that have a line, or a test named after them, here. */
  static final Set<Integer> RULES =
      Stream.of(
              engineLines().map(EngineLine::rule),
              venueLines().map(VenueLine::rule),
              Stream.of(FillRulesVenueTest.class.getDeclaredMethods())
                  .map(method -> RULE_METHOD.matcher(method.getName()))
                  .filter(Matcher::lookingAt)
                  .map(matcher -> Integer.parseInt(matcher.group(1))))
          .flatMap(rules -> rules)
          .collect(Collectors.toUnmodifiableSet());

  private static String flat(int hours) {
    return String.join(", ", Collections.nCopies(hours, "100 101 99 100"));
  }

  private static EngineLine tiers(String what, String candles, String script, String fills) {
    return new EngineLine(21, what, TIERS, lots(1, 0, 0, 50_000), candles, script, fills);
  }

  static Stream<EngineLine> engineLines() {
    return Stream.of(
        tiers(
            "what was traded today counts from midnight on, whatever the rules of the symbol say",
            flat(27),
            "0 long share 0.101, 1 exit, 21 long share 0.101, 22 exit, 23 long share 0.101, 24 exit",
            "1o buy 10@100 fee 2 entry; 2o sell 10@100 fee 2 signal-exit;"
                + " 22o buy 10@100 fee 2 entry; 23o sell 10@100 fee 2 signal-exit;"
                + " 24o buy 10@100 fee 1 entry; 25o sell 10@100 fee 1 signal-exit"),
        tiers(
            "a volume of 1999 is not one of 2000",
            "100 101 99 100, 100 101 99 100, 99.9 101 99 100, " + flat(24),
            "0 long share 0.101, 1 exit, 23 long share 0.101, 24 exit",
            "1o buy 10@100 fee 2 entry; 2o sell 10@99.9 fee 1.998 signal-exit;"
                + " 24o buy 10@100 fee 2 entry; 25o sell 10@100 fee 2 signal-exit"),
        tiers(
            "a target pays the maker fee of its tier",
            flat(25) + ", 100 106 99 100",
            "0 long share 0.101, 1 exit, 23 long share 0.101 target 105",
            "1o buy 10@100 fee 2 entry; 2o sell 10@100 fee 2 signal-exit;"
                + " 24o buy 10@100 fee 1 entry; 25 sell 10@105 fee 0.525 target"),
        tiers(
            "a day counts for the 30 that follow it, and no longer",
            flat(746),
            "0 long share 0.101, 1 exit, 742 long share 0.101, 743 exit",
            "1o buy 10@100 fee 2 entry; 2o sell 10@100 fee 2 signal-exit;"
                + " 743o buy 10@100 fee 1 entry; 744o sell 10@100 fee 2 signal-exit"),
        tiers(
            "a budget is sized with the fee of its tier",
            flat(26),
            "0 long share 0.101, 1 exit, 23 long share 0.1002, 24 exit",
            "1o buy 10@100 fee 2 entry; 2o sell 10@100 fee 2 signal-exit;"
                + " 24o buy 10@100 fee 1 entry; 25o sell 10@100 fee 1 signal-exit"),
        new EngineLine(
            12,
            "the taker fee on both ways, the price unchanged",
            CostModel.NONE,
            fees(Market.SPOT),
            FLAT,
            "0 long share 0.1002, 1 exit",
            "1o buy 10@100 fee 2 entry; 2o sell 10@100 fee 2 signal-exit"),
        new EngineLine(
            12,
            "a target that stood pays the maker fee, its entry the taker fee",
            CostModel.NONE,
            fees(Market.SPOT),
            "100 101 99 100, 100 101 99 100, 100 111 99 105",
            "0 long share 0.1002 target 110",
            "1o buy 10@100 fee 2 entry; 2 sell 10@110 fee 1.1 target"),
        new EngineLine(
            12,
            "a limit that stood pays the maker fee, also where the open is better",
            CostModel.NONE,
            fees(Market.SPOT),
            "100 101 99 100, 90 101 89 100, 100 101 99 100",
            "0 long limit 95 share 0.09009",
            "1o buy 10@90 fee 0.9 entry; 3o sell 10@100 fee 2 end"),
        new EngineLine(
            12,
            "a limit that the price has already reached takes",
            CostModel.NONE,
            fees(Market.SPOT),
            FLAT,
            "0 long limit 105 share 0.1002",
            "1o buy 10@100 fee 2 entry; 3o sell 10@100 fee 2 end"),
        new EngineLine(
            12,
            "a target that the entry has passed within the candle takes",
            CostModel.NONE,
            fees(Market.SPOT),
            "100 101 99 100, 105 106 95 100, 100 101 99 100",
            "0 long limit 96 target 96.01 share 0.096096, 1 exit",
            "1 buy 10@96 fee 0.96 entry; 1 sell 10@96.01 fee 0.9601 target"),
        new EngineLine(
            12,
            "a stop takes",
            CostModel.NONE,
            fees(Market.SPOT),
            "100 101 99 100, 100 101 99 100, 100 101 90 95",
            "0 long share 0.1002 stop 95",
            "1o buy 10@100 fee 2 entry; 2 sell 10@95 fee 1.9 stop"),
        new EngineLine(
            12,
            "slippage and half the spread, the price unchanged",
            costs(10, 4, 0),
            SPOT,
            FLAT,
            "0 long share 0.10012, 1 exit",
            "1o buy 10@100 slip 1.2 entry; 2o sell 10@100 slip 1.2 signal-exit"),
        new EngineLine(
            12,
            "a target pays neither slippage nor spread",
            costs(10, 4, 0),
            SPOT,
            "100 101 99 100, 100 101 99 100, 100 111 99 105",
            "0 long share 0.10012 target 110",
            "1o buy 10@100 slip 1.2 entry; 2 sell 10@110 target"),
        new EngineLine(
            12,
            "impact grows with the root of the share of the volume: 10 of 1000 is a tenth of it",
            costs(0, 0, 100),
            COINS,
            FLAT,
            "0 long share 0.1002, 1 exit",
            "1o buy 10@100 slip 1 entry; 2o sell 10@100 slip 1 signal-exit"),
        new EngineLine(
            12,
            "a tenth of a basis point is exact",
            costs(1.1, 0, 0),
            COINS,
            FLAT,
            "0 long share 0.1002, 1 exit",
            "1o buy 10@100 slip 0.11 entry; 2o sell 10@100 slip 0.11 signal-exit"),
        new EngineLine(
            12,
            "each cost is rounded up to the last digit",
            costs(1.1, 0, 0),
            TestInstruments.of("T0/USDT", Market.PERP, new TradingRules(0, 1, 1, 0, 0, 1, 1)),
            "0.0101 0.0101 0.0101 0.0101, 0.0101 0.0101 0.0101 0.0101, 0.0101 0.0101 0.0101 0.0101",
            "0 short share 0.000000001, 1 exit",
            "1o sell 0.00098811@0.0101 fee 0.00000001 slip 0.00000001 entry;"
                + " 2o buy 0.00098811@0.0101 fee 0.00000001 slip 0.00000001 signal-exit"),
        new EngineLine(
            13,
            "an entry and an exit over several candles",
            share(0.01),
            COINS,
            FLAT + ", " + FLAT + ", " + FLAT,
            "0 long share 0.25, 3 exit",
            "1o buy 10@100 entry; 2o buy 10@100 entry; 3o buy 5@100 entry;"
                + " 4o sell 10@100 signal-exit; 5o sell 10@100 signal-exit; 6o sell 5@100 signal-exit"),
        new EngineLine(
            13,
            "a stop: what is left goes at the next open, whatever it is",
            share(0.01),
            COINS,
            "100 101 99 100, 100 101 99 100 10000, 100 101 94 98, 98 99 97 98, 99 99 97 98",
            "0 long share 0.25 stop 95",
            "1o buy 25@100 entry; 2 sell 10@95 stop; 3o sell 10@98 stop; 4o sell 5@99 stop"),
        new EngineLine(
            13,
            "a target waits for its price again",
            share(0.01),
            COINS,
            "100 101 99 100, 100 101 99 100 10000, 100 106 99 101, 101 104 99 101, 101 106 99 101, 106 106 99 101",
            "0 long share 0.25 target 105",
            "1o buy 25@100 entry; 2 sell 10@105 target; 4 sell 10@105 target; 5o sell 5@106 target"),
        new EngineLine(
            13,
            "stop and entry of one candle share its volume",
            share(0.01),
            COINS,
            "100 101 99 100, 100 101 94 96, 96 97 95.5 96, 96 97 95.5 96",
            "0 long share 0.08 stop 95",
            "1o buy 8@100 entry; 1 sell 2@95 stop; 2o sell 6@96 stop"),
        new EngineLine(
            15,
            "a budget that fits exactly is spent to the last",
            CostModel.NONE,
            COINS,
            FLAT,
            "0 long",
            "1o buy 100@100 entry; 3o sell 100@100 end"),
        new EngineLine(
            15,
            "down to the lot",
            CostModel.NONE,
            lots(7, 0, 0, 0),
            FLAT,
            "0 long",
            "1o buy 98@100 entry; 3o sell 98@100 end"),
        new EngineLine(
            15,
            "fee and slippage come out of the budget",
            costs(10, 0, 0),
            lots(1, 0, 0, 2_000),
            FLAT,
            "0 long",
            "1o buy 99@100 fee 19.8 slip 9.9 entry; 3o sell 99@100 fee 19.8 slip 9.9 end"),
        new EngineLine(
            15,
            "at the price of the fill, not of the signal",
            CostModel.NONE,
            COINS,
            "100 101 99 100, 125 126 124 125, 125 126 124 125",
            "0 long",
            "1o buy 80@125 entry; 3o sell 80@125 end"),
        new EngineLine(
            15,
            "under the smallest quantity by the price of the fill",
            CostModel.NONE,
            lots(1, 90, 0, 0),
            "100 101 99 100, 125 126 124 125, 125 126 124 125",
            "0 long",
            ""),
        new EngineLine(
            15,
            "under the smallest notional by the lots of the fill",
            CostModel.NONE,
            lots(70, 0, 9000, 0),
            FLAT,
            "0 long",
            ""),
        new EngineLine(
            15,
            "an exit is not held to the smallest notional",
            CostModel.NONE,
            lots(1, 0, 5000, 0),
            "100 101 99 100, 100 101 99 100, 40 41 39 40",
            "0 long, 1 exit",
            "1o buy 100@100 entry; 2o sell 100@40 signal-exit"),
        new EngineLine(
            15,
            "a fee in base leaves what is under a lot",
            new CostModel(0, 0, 0, OptionalDouble.empty(), true),
            lots(1, 0, 0, 2_000),
            FLAT,
            "0 long, 1 exit",
            "1o buy 100@100 fee 0.2 base entry; 2o sell 99@100 fee 19.8 signal-exit"));
  }

  static Stream<VenueLine> venueLines() {
    String rise = "100 101 99 100, 100 106 99 104, 104 105 98 99, 99 100 95 96";
    return Stream.of(
        venue("market at the next open", SPOT, FLAT, "1 buy 2 market", "1o #1 2@100"),
        venue("a limit below", SPOT, rise, "1 buy 2 limit 98.5", "2 #1 2@98.5"),
        venue(
            "a stop entry, on the way up",
            SPOT,
            rise,
            "1 buy 2 stop 105",
            "1 #1 triggered 105; 1 #1 2@105"),
        venue(
            "a stop entry that the open has passed",
            SPOT,
            "100 101 99 100, 107 108 106 107",
            "1 buy 2 stop 105",
            "1o #1 triggered 105; 1o #1 2@107"),
        venue(
            "short: a stop entry, on the way down",
            PERP,
            rise,
            "1 sell 2 stop 98.5",
            "2 #1 triggered 98.5; 2 #1 2@98.5"),
        venue(
            "a stop-limit is its limit once triggered: reached at once",
            SPOT,
            rise,
            "1 buy 2 stop-limit 105 105.5",
            "1 #1 triggered 105; 1 #1 2@105"),
        venue(
            "a stop-limit whose limit is not reached waits for it",
            SPOT,
            rise,
            "1 buy 2 stop-limit 105 103",
            "1 #1 triggered 105; 2 #1 2@103"),
        venue(
            "a stop-limit that the open has passed by more than its limit waits",
            SPOT,
            "100 101 99 100, 107 108 106.5 107, 107 108 105 106",
            "1 buy 2 stop-limit 105 106",
            "1o #1 triggered 105; 2 #1 2@106"),
        venue(
            "a stop-limit that sells",
            SPOT,
            "100 101 99 100, 100 101 99 100, 100 101 90 92, 92 95 91 94",
            "1 buy 2 market, 2 sell all stop-limit 95 94.5 reduce",
            "1o #1 2@100; 2 #2 triggered 95; 2 #2 2@95"),
        venue(
            "a take-profit is a market order once the price is there",
            SPOT,
            rise,
            "1 buy 2 market, 2 sell all take-profit 104.5 reduce",
            "1o #1 2@100; 2 #2 triggered 104.5; 2 #2 2@104.5"),
        venue(
            "a take-profit that the open has passed",
            SPOT,
            "100 101 99 100, 100 101 99 100, 107 108 106 107",
            "1 buy 2 market, 2 sell all take-profit 105 reduce",
            "1o #1 2@100; 2o #2 triggered 105; 2o #2 2@107"),
        venue(
            "a trailing stop",
            SPOT,
            rise,
            "1 buy 2 market, 2 sell all trailing 2 100 reduce",
            "1o #1 2@100; 2 #2 triggered 102.9; 2 #2 2@102.9"),
        venue(
            "post-only that would take is refused",
            SPOT,
            FLAT,
            "1 buy 2 post-only 100",
            "1o #1 would-take"),
        venue("post-only that waits", SPOT, rise, "1 buy 2 post-only 98.5", "2 #1 2@98.5"),
        venue(
            "a price off the tick is refused",
            TestInstruments.of("T0/USDT", Market.SPOT, new TradingRules(0, 100, 1, 0, 0, 0, 0)),
            FLAT,
            "1 buy 2 limit 99.005, 1 buy 2 stop 101.001, 1 buy 2 stop-limit 101 101.001",
            "1o #1 price-off-tick; 1o #2 price-off-tick; 1o #3 price-off-tick"),
        venue(
            "a quantity off the lot, or under the least, is refused",
            lots(2, 4, 0, 0),
            FLAT,
            "1 buy 3 market, 1 buy 2 market",
            "1o #1 qty-off-lot; 1o #2 qty-too-small"),
        venue(
            "more than there is money for is refused",
            SPOT,
            FLAT,
            "1 buy 100.00000001 market, 1 buy 100 market",
            "1o #1 insufficient-balance; 1o #2 100@100"),
        new VenueLine(
            14,
            "a sale of what is not held is refused on spot",
            CostModel.NONE,
            SPOT,
            FLAT,
            "1 sell 2 market, 2 sell 2 limit 100.5",
            "1o #1 not-held; 2 #2 not-held"),
        venue("a cancel", SPOT, rise, "1 buy 2 limit 98.5, 2 cancel 1", "2o #1 cancelled"),
        venue(
            "new terms",
            SPOT,
            rise,
            "1 buy 2 market, 2 sell all stop 90 reduce, 3 amend 2 stop 97",
            "1o #1 2@100; 3o #2 amended; 3 #2 triggered 97; 3 #2 2@97"),
        venue(
            "two stops of one position: the second finds nothing",
            SPOT,
            rise,
            "1 buy 2 market, 2 sell all stop 97 reduce, 2 sell all stop 96 reduce",
            "1o #1 2@100; 3 #2 triggered 97; 3 #2 2@97; 3 #3 triggered 96; 3 #3 expired"),
        limited(
            "a take-profit goes on at the market",
            "100 101 99 100, 100 101 99 100 100000, 100 106 99 101, 101 102 99 101",
            "1 buy 15 market, 2 sell all take-profit 105 reduce",
            "1o #1 15@100; 2 #2 triggered 105; 2 #2 10@105 part; 3o #2 5@101"),
        limited(
            "immediate-or-cancel: the rest expires at that open",
            FLAT,
            "1 buy 15 market ioc",
            "1o #1 10@100 part; 1o #1 expired"),
        limited(
            "fill-or-kill: nothing of it where not all",
            FLAT,
            "1 buy 15 market fok, 2 buy 10 market fok",
            "1o #1 expired; 2o #2 10@100"),
        new VenueLine(
            20,
            "immediate-or-cancel that does not fill",
            CostModel.NONE,
            SPOT,
            FLAT,
            "1 buy 2 limit 99.5 ioc",
            "1o #1 expired"),
        new VenueLine(
            20,
            "good till the next open but one",
            CostModel.NONE,
            SPOT,
            "100 101 99 100, 100 101 99 100, 100 101 97 100",
            "1 buy 2 limit 98 gtd 2, 1 buy 1 limit 98 gtd 3",
            "2o #1 expired; 2 #2 1@98"));
  }

  private static VenueLine venue(
      String what, Instrument instrument, String candles, String orders, String told) {
    return new VenueLine(19, what, CostModel.NONE, instrument, candles, orders, told);
  }

  private static VenueLine limited(String what, String candles, String orders, String told) {
    return new VenueLine(19, what, share(0.01), COINS, candles, orders, told);
  }

  @ParameterizedTest
  @MethodSource("engineLines")
  void runs(EngineLine line) {
    Scene scene = new Scene(line.instrument()).costs(line.costs()).candles(line.candles());
    assertThat(scene.fills(line.script())).isEqualTo(line.fills());
  }

  @ParameterizedTest
  @MethodSource("venueLines")
  void answers(VenueLine line) {
    line.holds();
  }

  @Test
  void rule11FinerCandlesDecideTheWay() {
    String script = "0 long stop 95 target 110";
    Scene whole = new Scene(SPOT).candles("100 101 99 100, 100 101 99 100, 100 111 94 105");
    assertThat(whole.fills(script)).isEqualTo("1o buy 100@100 entry; 2 sell 100@95 stop");
    Scene fine =
        new Scene(SPOT)
            .feeds(quarters("100 101 99 100, 100 111 100 105, 105 105 94 96, 96 105 96 105"));
    assertThat(fine.fills(script)).isEqualTo("1o buy 100@100 entry; 2 sell 100@110 target");
    Scene mirrored =
        new Scene(PERP)
            .feeds(quarters("100 101 99 100, 100 101 89 95, 95 106 95 104, 104 105 103 105"));
    assertThat(mirrored.fills("0 short stop 105 target 90"))
        .isEqualTo("1o sell 100@100 entry; 2 buy 100@90 target");
  }

  @Test
  void rule11SignalsStillComeAtTheClosesOfTheRunsInterval() {
    Scene fine =
        new Scene(SPOT)
            .feeds(quarters("100 101 99 100, 101 101 99 100, 102 102 99 100, 103 103 99 100"));
    assertThat(fine.fills("1 long, 2 exit"))
        .isEqualTo("2o buy 100@100 entry; 3o sell 100@103 signal-exit");
  }

  /** Two hours as such, one by its quarters, and one more. */
  private static CandleColumns quarters(String third) {
    long hour = Scene.HOUR.durationNs();
    return CandleTable.join(
        CandleTable.parse("100 101 99 100, 100 101 99 100", Scene.HOUR),
        CandleTable.parse(third, Interval.parse("15m"), CandleTable.START_NS + 2 * hour),
        CandleTable.parse("103 104 102 103", Scene.HOUR, CandleTable.START_NS + 3 * hour));
  }

  @Test
  void rule21AllSymbolsOfTheAccountCount() {
    Instrument other =
        TestInstruments.of("T1/USDT", Market.SPOT, new TradingRules(0, 1, COIN, 0, 0, 0, 0));
    Scene scene = new Scene(COINS, other).costs(TIERS).candles(flat(26), flat(26));
    assertThat(scene.fills("0 long share 0.101, 23@0 exit"))
        .startsWith("1o buy 10@100 fee 2 entry; T1 1o buy 10@100 fee 2 entry;")
        .contains("; 24o sell 10@100 fee 1 signal-exit;");
  }

  @Test
  void rule17StampsAndOrderAcrossSymbols() {
    Scene scene =
        new Scene(SPOT, TestInstruments.spot("T1/USDT"), TestInstruments.spot("T2/USDT"))
            .candles(
                "100 101 99 100, 100 101 99 100, 100 101 90 95",
                "100 101 99 100, 100 101 99 100, 100 111 99 105",
                "100 101 99 100, 100 101 99 100, 100 101 90 95");
    assertThat(scene.fills("0 long share 0.3 stop 95 target 110"))
        .isEqualTo(
            "1o buy 30@100 entry; T1 1o buy 30@100 entry; T2 1o buy 30@100 entry;"
                + " 2 sell 30@95 stop; T1 2 sell 30@110 target; T2 2 sell 30@95 stop");
    long close = CandleTable.START_NS + 3 * Scene.HOUR.durationNs();
    assertThat(scene.trades())
        .extracting(closed -> closed.trade().exitTimeNs())
        .containsExactly(close - 1, close - 1, close - 1);
    assertThat(scene.trades())
        .extracting(closed -> closed.trade().entryTimeNs())
        .containsOnly(CandleTable.START_NS + Scene.HOUR.durationNs());
  }
}
