package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.app.config.Setting;
import io.tradewind.app.demo.Demo;
import io.tradewind.app.run.StrategyChoice;
import io.tradewind.app.session.ScreenSize;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.SessionWork;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.core.status.TraderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code demo}: a simulated exchange and a paper trader on it, in one process. */
final class DemoCommand implements Command {
  private static final String NAME = "demo";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            NAME,
            "Trade on paper at a simulated exchange of its own, many times as fast as the clock.");
    spec.usageMessage()
        .footer("  tradewind demo", "  tradewind demo --for 20s", "  tradewind demo --speed 60");
    spec.addArgGroup(Options.group("The demo", Catalogue.section(NAME)));
    spec.addArgGroup(Options.group("Account", List.of(Catalogue.CAPITAL, SessionCatalogue.PORT)));
    spec.addArgGroup(Options.group("Exits", Catalogue.section("exits")));
    spec.addArgGroup(Options.group("Costs", Catalogue.section("costs")));
    spec.addArgGroup(Options.group("Limits of risk", Catalogue.section("risk")));
    spec.addOption(Options.config());
    return spec;
  }

  private static List<Setting<?>> settings() {
    List<Setting<?>> settings = new ArrayList<>();
    List.of(NAME, "exits", "costs", "risk")
        .forEach(section -> settings.addAll(Catalogue.section(section)));
    settings.add(Catalogue.CAPITAL);
    settings.add(SessionCatalogue.PORT);
    return settings;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    StrategyChoice choice = new StrategyChoice(session.home());
    Mistakes mistakes = new Mistakes();
    Optional<ConfigResult.Loaded> loaded =
        Options.configuration(
            arguments,
            session,
            settings(),
            mistakes,
            faulty ->
                choice.check(
                    Optional.of(faulty.demo().strategy()), List.of(), faulty.demo().parameters()));
    mistakes.orThrow();
    session.home().writable(session.home().sessions());
    SessionFolder folder = SessionFolder.of(session.home(), NAME);
    Demo.clear(folder);
    ConfigResult.Loaded demo = loaded.orElseThrow().forDemo(Demo.SYMBOLS);
    SessionWork work =
        SessionWork.ready(
            folder,
            TraderStatus.Mode.PAPER,
            new SessionWork.Chosen(demo.settings(), demo.configuration()),
            Optional.empty(),
            session.home());
    new Demo(work, session.terminal(), Commands.version(), ScreenSize.ofProcess()).run();
    return ExitCode.OK;
  }
}
