package io.tradewind.app.command;

import io.tradewind.app.run.Examination;
import io.tradewind.app.run.ExaminationFields;
import io.tradewind.app.run.WarmupText;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.research.bias.WarmupReport;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analyze warmup}: whether it matters where a strategy's history begins. */
final class WarmupCommand implements Command {
  private static final int STARTS = 10;
  private static final int FEWEST_STARTS = 4;
  private static final int MOST_STARTS = 1_000;
  private static final String TOLERANCE = "0.1%";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "warmup", "Run a strategy with less and less history before it, and compare.");
    spec.usageMessage()
        .footer(
            "  tradewind analyze warmup --strategy momentum --from 2024-06-01",
            "  tradewind analyze warmup --strategy ./MyStrategy.java --tolerance 0.01%",
            "",
            "Answers 0 where the warm-up is long enough, 3 where it matters where the",
            "history begins, and 4 where the strategy raises no signal, so that only",
            "features compare.");
    AnalyzeOptions.add(spec);
    spec.addOption(
        Options.option("--starts", "COUNT", "how many other starts to try (" + STARTS + ")"));
    spec.addOption(
        Options.option("--tolerance", "SHARE", "how far a feature may be off (" + TOLERANCE + ")"));
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Mistakes mistakes = new Mistakes();
    Optional<Integer> starts =
        mistakes.find(
            () -> AnalyzeOptions.count(arguments, "--starts", STARTS, FEWEST_STARTS, MOST_STARTS));
    Optional<Double> tolerance =
        mistakes.find(() -> tolerance(Options.text(arguments, "--tolerance").orElse(TOLERANCE)));
    Examination examination = AnalyzeOptions.examination(arguments, session, mistakes).forWarmup();
    ProgressLine progress = session.progress(arguments);
    progress.begin("warm-up");
    WarmupReport report =
        examination.warmup(starts.orElseThrow(), tolerance.orElseThrow(), progress::at);
    progress.wipe();
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(ExaminationFields.of(examination, report)));
    } else {
      WarmupText.lines(examination, report, session.ink()).forEach(session.out()::println);
    }
    return AnalyzeOptions.exitCode(report.verdict());
  }

  private static double tolerance(String text) {
    boolean percent = text.endsWith("%");
    String number = percent ? text.substring(0, text.length() - 1).strip() : text;
    if (number.matches("[0-9]{1,3}(\\.[0-9]{1,12})?")) {
      double share = Double.parseDouble(number) / (percent ? 100 : 1);
      if (share < 1) {
        return share;
      }
    }
    throw new UserMistake(
        "--tolerance " + text + ": must be a share under 1, such as 0.1% or 0.001");
  }
}
