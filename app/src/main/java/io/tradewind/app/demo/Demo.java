package io.tradewind.app.demo;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.run.BacktestWiring;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.StrategyRun;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.BacktestResult;
import io.tradewind.research.backtest.BacktestSpec;
import java.util.ArrayList;
import java.util.List;

/** Paper trading on the sample trades. */
public final class Demo {
  /** How often a terminal's status line is renewed. */
  private static final long TERMINAL_STATUS_NS = 100_000_000L;

  /** How often a status line is written where it stays. */
  private static final long FILE_STATUS_NS = 2_000_000_000L;

  private final Configuration configuration;
  private final Terminal terminal;
  private final CandleColumns candles;

  /** For a configuration whose interval is the demo's. */
  public Demo(Configuration configuration, Terminal terminal) {
    this.configuration = configuration;
    this.terminal = terminal;
    this.candles = SampleTrades.candles(configuration.trading().interval());
  }

  /** What is traded. */
  public static List<InstrumentId> symbols() {
    return List.of(SampleTrades.ID);
  }

  /** Says its last words, when the run is over but the process is not. */
  public interface Ending {
    /** Takes the result of what was traded. */
    void tell(BacktestResult result);
  }

  /** Trades until the trades, the time or the user's patience end; then tells the ending. */
  public void run(ChosenStrategy strategy, Ending ending) {
    List<DemoPrinter> printers = new ArrayList<>();
    AuditSink listener = entry -> printers.forEach(printer -> printer.accept(entry));
    BacktestSpec spec =
        new BacktestWiring(configuration, RiskSettings.SHIPPED)
            .of(strategy, SampleTrades.ID, candles, listener);
    DemoPrinter printer = new DemoPrinter(terminal, spec.market().instruments().getFirst());
    printers.add(printer);
    greet(strategy);
    try (StopSwitch stop = StopSwitch.listening()) {
      StrategyRun run = new StrategyRun(spec);
      boolean atEnd = trade(run, printer, stop);
      printer.clearStatus();
      terminal.out().println();
      BacktestResult result = run.run().finish();
      ending.tell(atEnd ? result : EarlyEnd.cut(result, run.run().timeNs()));
      terminal.out().flush();
    }
  }

  private void greet(ChosenStrategy strategy) {
    Interval interval = configuration.trading().interval();
    terminal
        .out()
        .println(
            terminal.ink().bold("paper trading " + SampleTrades.ID + " with " + strategy.name())
                + Text.of(
                    ", %s candles of real trades, %,.0f times as fast; Ctrl-C stops",
                    interval, configuration.demo().speed()));
    terminal.out().println();
    terminal.out().flush();
  }

  /** Whether the trades ended before anything else did. */
  private boolean trade(StrategyRun run, DemoPrinter printer, StopSwitch stop) {
    long startNs = System.nanoTime();
    long firstNs = candles.openTimeNs(0);
    long limitNs = configuration.demo().durationNs().orElse(Long.MAX_VALUE);
    long statusEveryNs = terminal.interactive() ? TERMINAL_STATUS_NS : FILE_STATUS_NS;
    long nextStatusNs = 0;
    while (run.step()) {
      long dueNs = (long) ((run.run().timeNs() - firstNs) / configuration.demo().speed());
      long passedNs = System.nanoTime() - startNs;
      if (passedNs >= nextStatusNs) {
        status(run, printer);
        nextStatusNs = passedNs + statusEveryNs;
      }
      if (stop.isStoppedWithin(Math.min(dueNs, limitNs) - passedNs) || dueNs >= limitNs) {
        return false;
      }
    }
    return true;
  }

  private static void status(StrategyRun run, DemoPrinter printer) {
    Portfolio portfolio = run.run().session().engine().portfolio();
    printer.status(
        run.run().timeNs(),
        portfolio.equityScaled(),
        portfolio.position(0).qtyScaled(),
        portfolio.markScaled(0));
  }
}
