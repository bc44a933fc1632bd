package io.tradewind.app.command;

import io.tradewind.app.config.ConfigLoader;
import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.session.SessionDescription;
import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.session.SessionReplay;
import io.tradewind.app.session.SessionWork;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.run.Replay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code replay}: a session's journal through the same engine. */
final class ReplayCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "replay",
            "Play the journal of a session again: are its orders the same once more?");
    spec.usageMessage().footer("  tradewind replay paper", "  tradewind replay demo --json");
    spec.addPositional(session());
    spec.addOption(Options.json());
    return spec;
  }

  static PositionalParamSpec session() {
    return PositionalParamSpec.builder()
        .paramLabel("SESSION")
        .required(true)
        .arity("1")
        .type(String.class)
        .description("the session")
        .build();
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionFolder folder = Sessions.begun(arguments.matchedPositionalValue(0, ""), session);
    SessionDescription begun = SessionDescription.read(folder.description());
    ConfigResult.Loaded loaded = loaded(begun);
    SessionReplay replay =
        new SessionReplay(() ->
            SessionWork.ready(
                folder,
                begun.mode(),
                new SessionWork.Chosen(loaded.settings(), loaded.configuration()),
                Optional.of(begun),
                session.home()));
    SessionReplay.Told told = replay.run(Commands.version());
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(fields(folder, told)));
    } else {
      tell(folder, told, session);
    }
    return told.outcome().isSame() ? ExitCode.OK : ExitCode.FOUND;
  }

  /** With what the session began, and nothing else. */
  private static ConfigResult.Loaded loaded(SessionDescription begun) {
    return switch (new ConfigLoader().session(begun.name(), begun.settings()).load()) {
      case ConfigResult.Loaded loaded -> loaded;
      case ConfigResult.Faulty faulty ->
          throw new UserMistake(
              "the settings of session %s are of another version: %s"
                  .formatted(begun.name(), faulty.errors().getFirst()));
    };
  }

  private static void tell(SessionFolder folder, SessionReplay.Told told, Session session) {
    Replay.Outcome outcome = told.outcome();
    session
        .out()
        .println(
            Text.of(
                "%s  session %s: %,d entries of the journal, %,d commands, %,d fills, %s",
                outcome.isSame() ? session.ink().green("the same") : session.ink().red("differs"),
                folder.name(),
                outcome.entries(),
                outcome.commands(),
                told.fills(),
                Text.count(told.trades(), "closed trade")));
    if (outcome.beginning() instanceof Replay.Beginning.Anchor(long entry, long timeNs)) {
      session
          .out()
          .println(
              Text.of(
                  "from      entry %,d, at %s: what was before is no longer there"
                      + " (session.journal-days)",
                  entry, Utc.format(timeNs)));
    }
    outcome.unread().forEach(each -> session.out().println("unread    " + each));
    session.out().println("commands  " + outcome.hash());
    session.out().println("state     " + outcome.stateHash());
    outcome
        .snapshot()
        .ifPresent(isSame ->
            session
                .out()
                .println(
                    "snapshot  "
                        + (isSame
                            ? "what follows on the latest is the same state"
                            : "what follows on the latest is another state")));
    outcome
        .difference()
        .ifPresent(difference ->
            session
                .out()
                .println(
                    "command %s was %s, and is %s now"
                        .formatted(
                            difference.number(),
                            difference.then(),
                            difference.now().map(Object::toString).orElse("none"))));
  }

  private static Map<String, Object> fields(SessionFolder folder, SessionReplay.Told told) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("session", folder.name());
    fields.put("same", told.outcome().isSame());
    switch (told.outcome().beginning()) {
      case Replay.Beginning.Whole() -> {
        fields.put("fromEntry", 1);
        fields.put("from", Optional.empty());
      }
      case Replay.Beginning.Anchor(long entry, long timeNs) -> {
        fields.put("fromEntry", entry);
        fields.put("from", Optional.of(Utc.format(timeNs)));
      }
    }
    fields.put("entries", told.outcome().entries());
    fields.put("commands", told.outcome().commands());
    fields.put("fills", told.fills());
    fields.put("trades", told.trades());
    fields.put("commandsHash", told.outcome().hash());
    fields.put("stateHash", told.outcome().stateHash());
    fields.put("sameFromSnapshot", told.outcome().snapshot());
    fields.put("unread", told.outcome().unread());
    fields.put("difference", told.outcome().difference().map(each -> "command " + each.number()));
    return fields;
  }
}
