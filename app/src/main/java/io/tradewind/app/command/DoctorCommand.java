package io.tradewind.app.command;

import io.tradewind.app.config.ConfigResult;
import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.app.config.Setting;
import io.tradewind.app.doctor.Doctor;
import io.tradewind.app.doctor.Finding;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code doctor}: what is wrong, and what to do about it. */
final class DoctorCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "doctor", "Find what is wrong, and say what to do about it.");
    spec.usageMessage().footer("  tradewind doctor", "  tradewind doctor --config my.yaml --json");
    spec.addArgGroup(Options.group("What is looked at", settings()));
    spec.addOption(Options.flag("--offline", "ask no venue"));
    spec.addOption(Options.config());
    spec.addOption(Options.profile());
    spec.addOption(Options.json());
    return spec;
  }

  private static List<Setting<?>> settings() {
    return List.of(
        SessionCatalogue.NETWORK,
        SessionCatalogue.ADDRESS,
        SessionCatalogue.DATABASE_URL,
        SessionCatalogue.PORT);
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    List<Finding> findings = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    Optional<ConfigResult.Loaded> loaded =
        Options.configuration(arguments, session, settings(), mistakes, faulty -> {});
    try {
      mistakes.orThrow();
      findings.add(Finding.well("configuration", "every setting can be read"));
    } catch (UserMistake e) {
      findings.add(
          Finding.bad(
              "configuration",
              String.valueOf(e.getMessage()),
              "mend what is named; see: tradewind config show --origin"));
    }
    Doctor doctor = new Doctor(session.home());
    findings.addAll(doctor.machine());
    loaded.ifPresent(each ->
        findings.addAll(
            doctor.around(
                each.configuration(),
                SessionOptions.database(each.configuration(), session.home()),
                !Options.has(arguments, "--offline"))));
    findings.addAll(doctor.sessions());
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(findings.stream().map(DoctorCommand::fields).toList()));
    } else {
      findings.forEach(each -> tell(each, session));
    }
    return findings.stream().anyMatch(each -> each.level() == Finding.Level.BAD)
        ? ExitCode.FOUND
        : ExitCode.OK;
  }

  private static void tell(Finding finding, Session session) {
    String level =
        switch (finding.level()) {
          case WELL -> session.ink().green("well ");
          case WARNING -> session.ink().yellow("look ");
          case BAD -> session.ink().red("wrong");
        };
    session
        .out()
        .println(
            "%s  %-14s %s"
                .formatted(
                    level,
                    finding.what(),
                    finding.found().replace("\n", "\n                      ")));
    if (!finding.remedy().isEmpty()) {
      session.out().println("                      " + session.ink().bold(finding.remedy()));
    }
  }

  private static Map<String, Object> fields(Finding finding) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("what", finding.what());
    fields.put("level", finding.level().name().toLowerCase(Locale.ROOT));
    fields.put("found", finding.found());
    fields.put("remedy", finding.remedy());
    return fields;
  }
}
