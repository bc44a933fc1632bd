package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits and candles in, exact trades and refusals out. Capital is 10,000; perpetuals T0 and, where
 * there are two tables, T1.
 *
 * @param what what the line shows
 * @param limits see {@link RiskWords}
 * @param times the first day of 2024 and the length of its candles
 * @param all what must come of it: trades, refusals with the candle at whose close they came, and
 *     sizes with what bound them
 */
record RiskLine(
    String what, String limits, String times, String candles, String script, String all) {
  /** Three candles that go nowhere. */
  static final String FOUR = "100 100 100 100, 100 100 100 100, 100 100 100 100";

  static RiskLine line(
      String what, String limits, String times, String candles, String script, String... all) {
    return new RiskLine(what, limits, times, candles, script, String.join("; ", all));
  }

  /** What must come of it does. */
  void holds() {
    String[] tables = candles.split("\\|");
    String[] time = times.split("[ ,]+");
    long startNs = CandleTable.START_NS + (Long.parseLong(time[1]) - 1) * Utc.DAY_NS;
    Interval interval = Interval.parse(time[2]);
    List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < tables.length; i++) {
      instruments.add(TestInstruments.perp("T" + i + "/USDT"));
    }
    RiskWords words = RiskWords.of(limits);
    List<AuditRecord> audit = new ArrayList<>();
    CandleSession session =
        new CandleSession(
            new EngineSpec(
                instruments,
                interval,
                "scripted",
                ParameterValues.of(List.of(), Map.of()),
                words.settings(),
                words.exits(),
                10_000_00000000L,
                startNs,
                Long.MAX_VALUE / 2),
            new ScriptedStrategy(script),
            CostModel.NONE,
            Stream.of(tables).map(table -> CandleTable.parse(table, interval, startNs)).toList(),
            audit::add);
    for (int row = 0; session.step(); row++) {
      session.engine().checkInvariants();
      if (row == words.resume()) {
        session.engine().onControl(new ControlEvent.Resume(session.timeNs(), "somebody"));
      }
    }
    session.end();
    boolean tellsSizes = all.matches(".*\\d+ \\d+ [a-z-]+$");
    String told = tell(new Told(startNs, interval.durationNs()), instruments, audit, tellsSizes);
    assertThat(told).isEqualTo(all.replaceAll("^; ", ""));
  }

  private static String tell(
      Told told, List<Instrument> instruments, List<AuditRecord> audit, boolean withSizes) {
    Stream<String> trades =
        audit.stream()
            .filter(AuditRecord.TradeClosed.class::isInstance)
            .map(entry -> ((AuditRecord.TradeClosed) entry).trade())
            .map(trade -> symbol(instruments.indexOf(trade.instrument())) + told.trade(trade));
    Stream<String> refusals =
        audit.stream()
            .flatMap(entry ->
                switch (entry) {
                  case AuditRecord.SignalRefused refused ->
                      Stream.of(told.close(refused.timeNs()) + " " + Told.word(refused.refusal()));
                  case AuditRecord.OrderMoved moved
                      when moved.event() instanceof OrderEvent.Rejected rejected ->
                      Stream.of("rejected " + Told.word(rejected.reason()));
                  default -> Stream.<String>of();
                });
    Stream<String> sizes =
        audit.stream()
            .filter(entry -> withSizes && entry instanceof AuditRecord.EntrySized)
            .map(AuditRecord.EntrySized.class::cast)
            .map(sized ->
                told.close(sized.timeNs())
                    + " "
                    + sized.budgetScaled() / 100_000_000
                    + " "
                    + Told.word(sized.boundBy()));
    return Stream.of(trades, refusals, sizes)
        .flatMap(each -> each)
        .collect(Collectors.joining("; "));
  }

  private static String symbol(int index) {
    return index == 0 ? "" : "T" + index + " ";
  }

  @Override
  public String toString() {
    return what;
  }
}
