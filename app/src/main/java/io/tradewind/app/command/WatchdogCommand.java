package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.StopSwitch;
import io.tradewind.app.session.WatchdogProcess;
import io.tradewind.app.terminal.UserMistake;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code watchdog}: takes the entries of a session back where it gives no sign of life. */
final class WatchdogCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "watchdog",
            "Take the entries of a live session back when it dies; live starts one by itself.");
    spec.usageMessage().footer("  tradewind watchdog --session live");
    spec.addOption(Sessions.option());
    spec.addArgGroup(
        Options.group(
            "The venue",
            List.of(SessionCatalogue.NETWORK, SessionCatalogue.ADDRESS, Catalogue.MARKET)));
    spec.addOption(Options.config());
    spec.addOption(Options.profile());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionFolder folder = Sessions.running(arguments, session);
    Configuration configuration =
        Options.configuration(
                arguments,
                session,
                List.of(SessionCatalogue.NETWORK, SessionCatalogue.ADDRESS, Catalogue.MARKET))
            .configuration();
    if (configuration.running().exchange().key().isEmpty()) {
      throw new UserMistake("a watchdog needs the key: exchange.key with exchange.secret");
    }
    try (StopSwitch stop = StopSwitch.listening()) {
      new WatchdogProcess(folder, configuration, session.terminal(), stop).run();
    }
    return ExitCode.OK;
  }
}
