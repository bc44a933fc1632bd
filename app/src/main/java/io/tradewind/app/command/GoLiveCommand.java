package io.tradewind.app.command;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.golive.GoLive;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.golive.ChecklistItem;
import io.tradewind.core.golive.GoLiveStatus;
import io.tradewind.core.golive.Stage;
import io.tradewind.core.time.Utc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code golive status} and {@code golive advance}: the way to real money. */
final class GoLiveCommand implements Command {
  private final boolean advances;

  private GoLiveCommand(boolean advances) {
    this.advances = advances;
  }

  static GoLiveCommand status() {
    return new GoLiveCommand(false);
  }

  static GoLiveCommand advance() {
    return new GoLiveCommand(true);
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        advances
            ? Options.command(this, "advance", "Go to the next stage, if all was shown.")
            : Options.command(
                this, "status", "Show the stage of a strategy, and what the next one asks for.");
    spec.usageMessage()
        .footer("  tradewind golive " + spec.name() + " --strategy momentum --symbols BTC/USDT");
    SessionOptions.add(spec);
    if (!advances) {
      spec.addOption(Options.json());
    }
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    ConfigResult.Loaded loaded =
        Options.configuration(arguments, session, SessionOptions.settings());
    GoLive gate = new GoLive(loaded.configuration(), loaded.settings(), session.home());
    String strategy = loaded.settings().value(Catalogue.STRATEGY).text().orElse("");
    long nowNs = Utc.fromInstant(Instant.now());
    if (advances) {
      Stage next = gate.advance(nowNs);
      session.out().println(strategy + " is in the stage " + next.text() + " now");
      return ExitCode.OK;
    }
    GoLiveStatus status = gate.status(nowNs);
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(fields(strategy, status)));
    } else {
      tell(strategy, status, session);
    }
    return status.missing().isEmpty() ? ExitCode.OK : ExitCode.FOUND;
  }

  private static void tell(String strategy, GoLiveStatus status, Session session) {
    session
        .out()
        .println(
            "%s is in the stage %s%s"
                .formatted(
                    session.ink().bold(strategy),
                    status.stage().text(),
                    status
                        .next()
                        .map(next -> "; before " + next.text() + " it has to show:")
                        .orElse("")));
    for (ChecklistItem item : status.checklist()) {
      session
          .out()
          .println(
              Text.of(
                  "  %s  %s: %s",
                  item.met() ? session.ink().green("yes") : session.ink().red("no "),
                  item.rule().text(),
                  item.evidence()));
    }
    status
        .warning()
        .ifPresent(warning ->
            session
                .out()
                .println(
                    session.ink().yellow("warning")
                        + Text.of(
                            "  running it costs %.2f USD a month, of a capital of %.2f",
                            warning.costs(), warning.capital())));
    if (status.missing().isEmpty() && status.next().isPresent()) {
      session.out().println("go on with: tradewind golive advance");
    }
  }

  private static Map<String, Object> fields(String strategy, GoLiveStatus status) {
    List<Object> checklist = new ArrayList<>();
    for (ChecklistItem item : status.checklist()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("rule", item.rule().name().toLowerCase(Locale.ROOT));
      one.put("met", item.met());
      one.put("evidence", item.evidence());
      checklist.add(one);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("strategy", strategy);
    fields.put("stage", status.stage().name().toLowerCase(Locale.ROOT));
    fields.put("next", status.next().map(next -> next.name().toLowerCase(Locale.ROOT)));
    fields.put("realMoney", status.terms().realMoney());
    fields.put("checklist", checklist);
    return fields;
  }
}
