package io.tradewind.app.command;

import io.tradewind.app.golive.GoLive;
import io.tradewind.app.session.SessionWork;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code live}: orders go to the venue. */
final class LiveCommand implements Command {
  private static final String OVERRIDE = "--override";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "live",
            "Trade at the venue. Real money is refused until the go-live gate is passed.");
    spec.usageMessage()
        .footer(
            "  tradewind live --network simulated --strategy momentum --symbols BTC/USDT",
            "  tradewind live --network testnet --config my.yaml",
            "  tradewind golive status",
            "  tradewind live --config my.yaml");
    SessionOptions.add(spec);
    spec.addOption(
        Options.option(OVERRIDE, "WORDS", "go against the gate; golive status says which words"));
    return spec;
  }

  /**
   * What of the go-live gate was overridden, for the audit.
   *
   * @throws UserMistake if real money may not be traded
   */
  private static Optional<AuditNote.GateOverridden> overridden(
      ParseResult arguments, SessionWork work, Session session) {
    if (work.mode() != TraderStatus.Mode.LIVE) {
      return Optional.empty();
    }
    long nowNs = Utc.fromInstant(Instant.now());
    String who = session.environment().getOrDefault("USER", "user");
    GoLive gate = new GoLive(work.configuration(), work.settings(), session.home());
    List<String> missing = gate.check(nowNs, who, Options.text(arguments, OVERRIDE));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AuditNote.GateOverridden(nowNs, who, gate.status(nowNs).stage().text(), missing));
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionWork work = SessionOptions.work(arguments, session, TraderStatus.Mode.LIVE);
    if (work.configuration().running().exchange().key().isEmpty()) {
      throw new UserMistake(
          "orders need a key: exchange.key with exchange.secret or exchange.private-key, in"
              + " config.yaml or as TRADEWIND_EXCHANGE_KEY and TRADEWIND_EXCHANGE_SECRET");
    }
    PaperCommand.run(
        work.with(overridden(arguments, work, session)),
        session,
        timeNs ->
            GoLive.keysWork(
                session.home(), work.configuration().running().exchange().network(), timeNs));
    return ExitCode.OK;
  }
}
