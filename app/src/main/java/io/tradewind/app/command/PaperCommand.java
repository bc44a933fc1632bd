package io.tradewind.app.command;

import io.tradewind.app.session.ScreenSize;
import io.tradewind.app.session.SessionProcess;
import io.tradewind.app.session.SessionWork;
import io.tradewind.app.session.StopSwitch;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.venues.time.WallClock;
import java.util.function.LongConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code paper}: live market data, simulated fills. */
final class PaperCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "paper", "Trade on paper: live market data, fills that are reckoned here.");
    spec.usageMessage()
        .footer(
            "  tradewind paper --strategy momentum --symbols BTC/USDT,ETH/USDT --interval 15m",
            "  tradewind paper",
            "  tradewind paper --session fast --strategy momentum --param length=9 \\",
            "      --symbols BTC/USDT --interval 5m --port 8001",
            "  tradewind paper --config my.yaml --profile staging");
    SessionOptions.add(spec);
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionWork work = SessionOptions.work(arguments, session, TraderStatus.Mode.PAPER);
    run(work, session, timeNs -> {});
    return ExitCode.OK;
  }

  /**
   * Runs a session to its end.
   *
   * @param keysWork told once that the venue takes the key, and when
   */
  static void run(SessionWork work, Session session, LongConsumer keysWork) {
    try (StopSwitch stop = StopSwitch.listening()) {
      SessionProcess.Around around =
          new SessionProcess.Around(
              session.terminal(),
              new WallClock(),
              SessionOptions.database(work.configuration(), session.home()),
              Commands.version(),
              ScreenSize.ofProcess());
      new SessionProcess(work, around, stop, keysWork).run();
      session.out().println("it goes on from here: the same command, or its --session alone");
    }
  }
}
