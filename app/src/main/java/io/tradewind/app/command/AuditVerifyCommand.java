package io.tradewind.app.command;

import io.tradewind.app.session.SessionFolder;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.store.audit.AuditVerdict;
import io.tradewind.store.audit.AuditVerifier;
import io.tradewind.store.disk.FolderView;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code audit verify}: whether the audit of a session is whole. */
final class AuditVerifyCommand implements Command {
  private static final String EXPECT = "--expect";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "verify", "Walk the audit of a session from end to end.");
    spec.usageMessage()
        .footer(
            "  tradewind audit verify paper",
            "  tradewind audit verify paper --expect 1200:9f86d081884c7d65...");
    spec.addPositional(ReplayCommand.session());
    spec.addOption(
        Options.option(
            EXPECT, "LINE:HASH", "a line that is known to have been there, kept elsewhere"));
    spec.addOption(Options.json());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    SessionFolder folder = Sessions.begun(arguments.matchedPositionalValue(0, ""), session);
    if (!Files.isDirectory(folder.audit())) {
      throw new UserMistake("session %s has no audit yet".formatted(folder.name()));
    }
    FolderView disk = new FolderView(folder.audit());
    AuditVerdict verdict =
        expected(arguments)
            .map(line -> AuditVerifier.verify(disk, line))
            .orElseGet(() -> AuditVerifier.verify(disk));
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(fields(folder, verdict)));
    } else {
      session.out().println(words(folder, verdict, session));
    }
    boolean isHarmless =
        verdict instanceof AuditVerdict.Whole
            || (verdict instanceof AuditVerdict.Broken broken
                && broken.fault() == AuditVerdict.Fault.TORN_END
                && folder.isRunning());
    return isHarmless ? ExitCode.OK : ExitCode.FOUND;
  }

  private static Optional<AuditVerifier.Expected> expected(ParseResult arguments) {
    return Options.text(arguments, EXPECT)
        .map(text -> {
          String[] parts = text.split(":", -1);
          if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) {
            throw new UserMistake("--expect must be LINE:HASH, was '" + text + "'");
          }
          return new AuditVerifier.Expected(Long.parseLong(parts[0]), parts[1]);
        });
  }

  private static String words(SessionFolder folder, AuditVerdict verdict, Session session) {
    return switch (verdict) {
      case AuditVerdict.Whole whole ->
          Text.of(
              "%s  the audit of %s: %,d lines, each follows on the one before\nend   %d:%s\nkeep"
                  + " that elsewhere: with --expect it shows later that nothing was cut off",
              session.ink().green("whole"),
              folder.name(),
              whole.lines(),
              whole.lines(),
              whole.lastHash());
      case AuditVerdict.Broken broken ->
          Text.of(
              "%s  the audit of %s: %s\nfile %s, row %d, line %d; up to the line before it is whole",
              session.ink().red("broken"),
              folder.name(),
              broken.text(),
              broken.file(),
              broken.row(),
              broken.line());
    };
  }

  private static Map<String, Object> fields(SessionFolder folder, AuditVerdict verdict) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("session", folder.name());
    switch (verdict) {
      case AuditVerdict.Whole whole -> {
        fields.put("whole", true);
        fields.put("lines", whole.lines());
        fields.put("hash", whole.lastHash());
      }
      case AuditVerdict.Broken broken -> {
        fields.put("whole", false);
        fields.put("fault", broken.fault().name().toLowerCase(Locale.ROOT));
        fields.put("file", broken.file());
        fields.put("row", broken.row());
        fields.put("line", broken.line());
        fields.put("text", broken.text());
      }
    }
    return fields;
  }
}
