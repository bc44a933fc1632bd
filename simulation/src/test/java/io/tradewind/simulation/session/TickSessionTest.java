package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleAggregator;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.risk.limit.BreakerEvent;
import io.tradewind.core.risk.limit.BreakerLimits;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.BookContext;
import io.tradewind.core.strategy.DepthView;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.strategy.TradeContext;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomTicks;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a strategy sees of ticks, when, and what comes of what it says. */
class TickSessionTest {
  private static final Interval CANDLES = Interval.parse("10s");
  private static final long MS = 1_000_000;
  private static final Instrument PERP = TestInstruments.perp("T0/USDT");
  private static final String BOOK = "0 book b99:5 b98:9 a101:3 a102:4, ";

  /** Notes what it is shown and does what it is told: {@code t} and {@code b} are what it wants. */
  private static final class Noting implements Strategy {
    private final String wants;
    private final String script;
    private final List<String> notes = new ArrayList<>();

    /** Says the words of a script at the milliseconds before them: {@code 6 long 2}. */
    Noting(String wants, String script) {
      this.wants = wants;
      this.script = script;
    }

    @Override
    public void prepare(Preparation preparation) {
      if (wants.contains("t")) {
        preparation.trades();
      }
      if (wants.contains("b")) {
        preparation.book();
      }
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {
      notes.add(
          ms(bar.timeNs())
              + String.format(
                  " bar %.0f %.0f %.0f %.0f %.0f",
                  bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
      speak(bar.timeNs(), signals);
    }

    @Override
    public void onTrade(TradeContext trade, Signals signals) {
      notes.add(
          ms(trade.timeNs())
              + (trade.timeNs() == trade.venueTimeNs() ? "" : "<" + ms(trade.venueTimeNs()))
              + (trade.buyerIsAggressor() ? " bought " : " sold ")
              + String.format("%.0f@%.0f", trade.qty(), trade.price())
              + " equity "
              + Math.round(trade.equity()));
      assertThat(trade.priceScaled()).isEqualTo(Math.round(trade.price() * 1e4));
      assertThat(trade.qtyScaled()).isEqualTo(Math.round(trade.qty() * 1e8));
      speak(trade.timeNs(), signals);
    }

    @Override
    public void onBook(BookContext book, Signals signals) {
      DepthView depth = book.depth();
      notes.add(
          ms(book.timeNs())
              + (depth.isKnown()
                  ? String.format(
                      " book %.0f/%.0f depth %.0f/%.0f imbalance %.2f",
                      depth.bid(),
                      depth.ask(),
                      depth.depth(Side.BUY, 2),
                      depth.depth(Side.SELL, 2),
                      depth.imbalance(1))
                  : " unknown"));
      speak(book.timeNs(), signals);
    }

    @Override
    public void onFill(FillContext fill) {
      notes.add(
          "fill " + ms(fill.timeNs()) + String.format(" %.0f@%.0f", fill.qty(), fill.price()));
    }

    private void speak(long timeNs, Signals signals) {
      for (String line : script.split("\\s*,\\s*")) {
        String[] words = line.split(" ");
        if (words[0].equals(String.valueOf(ms(timeNs)))) {
          switch (words[1]) {
            case "long" ->
                signals.enterLong("told").size(new SignalSize.Qty(Double.parseDouble(words[2])));
            case "rest" ->
                signals
                    .enterLong("told")
                    .size(new SignalSize.Qty(1))
                    .limit(Double.parseDouble(words[2]));
            case "exit" -> signals.exit("told");
            default -> throw new IllegalArgumentException("no such word: " + words[1]);
          }
        }
      }
    }
  }

  private static long ms(long timeNs) {
    return (timeNs - CandleTable.START_NS) / MS;
  }

  private final List<AuditRecord> audit = new ArrayList<>();

  private TickSession session(
      Strategy strategy, TickSettings settings, RiskSettings risk, String script) {
    return session(strategy, settings, risk, TickTable.trades(script), TickTable.book(script));
  }

  private TickSession session(
      Strategy strategy,
      TickSettings settings,
      RiskSettings risk,
      TradeColumns trades,
      BookColumns book) {
    return new TickSession(
        new EngineSpec(
            List.of(PERP),
            CANDLES,
            "noting",
            ParameterValues.of(List.of(), Map.of()),
            risk,
            ExitRules.NONE,
            10_000_00000000L,
            CandleTable.START_NS,
            Long.MAX_VALUE / 2),
        List.of(strategy),
        settings,
        TickHistory.of(List.of(trades), List.of(book)),
        audit::add);
  }

  private static TickSettings settings(long feedMs, long graceMs, long entryMs, long backMs) {
    return new TickSettings(
        new TickRules(
            false,
            FeeTiers.NONE,
            QueueModel.RISK_AVERSE,
            new Latency.Constant(entryMs * MS),
            new Latency.Constant(backMs * MS),
            0),
        EnumSet.allOf(Ability.class),
        CANDLES,
        OptionalLong.of(feedMs * MS),
        graceMs * MS);
  }

  private List<String> notes(Noting strategy, TickSettings settings, String script) {
    TickSession session = session(strategy, settings, RiskSettings.RESEARCH, script);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    return strategy.notes;
  }

  @Test
  void showsWhatIsAskedForInOrder() {
    String script =
        BOOK + "1 trade buy 101 2, 1 set a101:1, 2 lost, 10000 trade sell 99 1, 10001 set b1:1";
    TickSettings none = TickSettings.of(CANDLES);
    String book = "0 book 99/101 depth 14/7 imbalance 0.25";
    String trade = "1 bought 2@101 equity 10000";
    String bar = "10000 bar 101 101 101 101 2";
    String last = "10000 sold 1@99 equity 10000";
    assertThat(notes(new Noting("", ""), none, script)).containsExactly(bar);
    assertThat(notes(new Noting("t", ""), none, script)).containsExactly(trade, bar, last);
    assertThat(notes(new Noting("tb", ""), none, script))
        .containsExactly(
            book,
            trade,
            "1 book 99/101 depth 14/5 imbalance 0.67",
            "2 unknown",
            bar,
            last,
            "10001 unknown");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          of one candle | 0 | 0 | 1 trade buy 100 1, 2 trade buy 103 2, 9999 trade buy 101 1, 10000 trade buy 5 1 | 10000 bar 100 103 100 101 4
          a gap stays a gap | 0 | 0 | 1 trade buy 100 1, 30001 trade buy 101 1, 40000 trade buy 5 1 | 10000 bar 100 100 100 100 1; 40000 bar 101 101 101 101 1
          what is under way at the end | 0 | 0 | 1 trade buy 100 1, 10001 trade buy 101 1 | 10000 bar 100 100 100 100 1
          late, but in time for the grace | 7 | 10 | 1 trade buy 100 1, 9999 trade buy 101 2, 10020 trade buy 5 1 | 10000 bar 100 101 100 101 3
          late, and the next has begun | 7 | 10 | 9999 trade buy 101 2, 10001 trade buy 90 5, 10009 trade buy 92 1, 20020 trade buy 5 1 | 10000 bar 101 101 101 101 2; 20000 bar 90 92 90 92 6
          too late | 7 | 5 | 1 trade buy 100 1, 9999 trade buy 101 2, 20020 trade buy 5 1 | 10000 bar 100 100 100 100 1
          too late for a candle that nothing was in | 7 | 5 | 9999 trade buy 101 2, 10001 trade buy 90 5, 20020 trade buy 5 1 | 20000 bar 90 90 90 90 5
          """)
  void makesCandlesOfTrades(
      String what, long feedMs, long graceMs, String script, String expected) {
    List<String> bars = notes(new Noting("", ""), settings(feedMs, graceMs, 0, 0), script);
    assertThat(String.join("; ", bars)).as(what).isEqualTo(expected);
  }

  @Test
  void countsTradesThatCameTooLate() {
    String script = "1 trade buy 100 1, 9999 trade buy 101 2, 20020 trade buy 5 1";
    TickSession session =
        session(new Noting("", ""), settings(7, 5, 0, 0), RiskSettings.RESEARCH, script);
    while (session.step()) {
      assertThat(session.candles()).isPositive();
      assertThat(session.timeNs() - session.sliceNs()).isEqualTo(5 * MS);
    }
    assertThat(session.lateTrades()).isEqualTo(1);
  }

  /** The one aggregator by hand over the same trades. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void candlesAreThoseOfTheTrades(long seed) {
    RandomTicks market = new RandomTicks(seed, 500, false);
    TradeColumns trades = market.trades(Long.MAX_VALUE);
    Noting strategy = new Noting("", "");
    TickSession session =
        session(
            strategy,
            TickSettings.of(CANDLES),
            RiskSettings.RESEARCH,
            trades,
            market.book(Long.MAX_VALUE));
    boolean more = true;
    while (more) {
      more = session.step();
    }
    List<String> expected = new ArrayList<>();
    CandleAggregator candle = new CandleAggregator(CANDLES);
    for (int i = 0; i < trades.size(); i++) {
      if (candle.isDue(trades.timeNs(i))) {
        expected.add(
            ms(candle.closeTimeNs())
                + String.format(
                    " bar %.0f %.0f %.0f %.0f %.0f",
                    candle.open() / 1e4,
                    candle.high() / 1e4,
                    candle.low() / 1e4,
                    candle.close() / 1e4,
                    candle.volume() / 1e8));
        candle.clear();
      }
      candle.addTrade(trades.timeNs(i), trades.price(i), trades.qty(i));
    }
    assertThat(strategy.notes).isEqualTo(expected).hasSizeGreaterThan(5);
  }

  /** Three milliseconds to us, two to the venue, four back. */
  @Test
  void lateIsLate() {
    String script =
        BOOK + "10 trade buy 101 1, 12 set a101:7, 14 set a101:0, 20 trade buy 102 1, 30 lost";
    Noting strategy = new Noting("t", "13 long 2, 23 exit");
    assertThat(notes(strategy, settings(3, 3, 2, 4), script))
        .containsExactly(
            "13<10 bought 1@101 equity 10000",
            "fill 15 2@102",
            "23<20 bought 1@102 equity 10000",
            "fill 25 2@99");
  }

  @Test
  void theLastTradeMarks() {
    String script = BOOK + "1 trade buy 101 1, 2 trade buy 111 1, 3 trade sell 91 1";
    Noting strategy = new Noting("t", "1 long 2");
    assertThat(notes(strategy, TickSettings.of(CANDLES), script))
        .containsExactly(
            "1 bought 1@101 equity 10000",
            "fill 1 2@101",
            "2 bought 1@111 equity 10020",
            "3 sold 1@91 equity 9980");
  }

  @Test
  void aCrashIsSeenByTrades() {
    BreakerLimits limits =
        new BreakerLimits(
            BreakerLimits.NONE.dayLoss(),
            0.05,
            5 * Utc.SECOND_NS,
            true,
            BreakerLimits.NONE.losingStreak(),
            BreakerLimits.NONE.errors(),
            1,
            BreakerLimits.NONE.slippageBps(),
            60 * Utc.SECOND_NS);
    RiskSettings all = RiskSettings.RESEARCH;
    RiskSettings risk =
        new RiskSettings(
            all.exposure(),
            all.losses(),
            limits,
            all.protections(),
            all.floors(),
            all.sizing(),
            all.dynamic(),
            all.followsTrend(),
            all.leverage(),
            all.sectors(),
            all.slippage());
    String script =
        BOOK
            + "1 trade buy 101 1, 6000 trade sell 95 1, 6500 trade sell 91 1, 6600 trade sell 90.2 1,"
            + " 9000 trade sell 90.1 1, 10000 trade sell 90 1";
    Noting strategy = new Noting("t", "1 rest 80, 9000 long 1");
    TickSession session = session(strategy, TickSettings.of(CANDLES), risk, script);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    assertThat(
            audit.stream()
                .filter(AuditRecord.BreakerMoved.class::isInstance)
                .map(AuditRecord.BreakerMoved.class::cast)
                .filter(moved -> moved.event() instanceof BreakerEvent.Tripped)
                .map(moved -> ms(moved.timeNs())))
        .containsExactly(6600L);
    assertThat(
            audit.stream()
                .filter(AuditRecord.OrderMoved.class::isInstance)
                .map(AuditRecord.OrderMoved.class::cast)
                .filter(moved -> moved.event() instanceof OrderEvent.Cancelled)
                .map(moved -> ms(moved.timeNs())))
        .containsExactly(6600L);
    assertThat(audit.stream().filter(AuditRecord.SignalRefused.class::isInstance)).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the first level is within  | 3   | 1 long 3 | fill 1 3@101
          the second is not          | 3   | 1 long 4 | -
          a book that is not known is estimated | 3 lost | 4 long 4 | -
          """)
  void theGuardOfSlippageKnowsTheBook(String what, String lost, String script, String expected) {
    RiskSettings risk =
        RiskSettings.RESEARCH.with(
            Optional.of(
                new SlippagePolicy(
                    0.011,
                    SlippagePolicy.Action.REFUSE,
                    SlippagePolicy.Action.REFUSE,
                    2,
                    Utc.SECOND_NS,
                    0.1,
                    0.0002)));
    String ticks =
        BOOK
            + "1 trade sell 99 1, "
            + (lost.endsWith("lost") ? "3 lost, " : "")
            + "4 trade buy 101 1";
    Noting strategy = new Noting("t", script);
    TickSession session = session(strategy, TickSettings.of(CANDLES), risk, ticks);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    String fills =
        String.join("; ", strategy.notes.stream().filter(each -> each.startsWith("fill")).toList());
    assertThat(fills).as(what).isEqualTo(expected.equals("-") ? "" : expected);
    assertThat(audit.stream().filter(AuditRecord.SignalRefused.class::isInstance))
        .hasSize(expected.equals("-") ? 1 : 0);
  }
}
