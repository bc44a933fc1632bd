package io.tradewind.app.command;

import io.tradewind.app.run.Examination;
import io.tradewind.app.run.ExaminationFields;
import io.tradewind.app.run.LookaheadText;
import io.tradewind.app.terminal.JsonText;
import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.ProgressLine;
import io.tradewind.research.bias.LookaheadReport;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analyze lookahead}: whether a strategy knows what it cannot know yet. */
final class LookaheadCommand implements Command {
  private static final int CUTS = 20;
  private static final int MOST_CUTS = 10_000;

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "lookahead", "Run a strategy with the future cut off or exchanged, and compare.");
    spec.usageMessage()
        .footer(
            "  tradewind analyze lookahead --strategy momentum --symbols BTC/USDT",
            "  tradewind analyze lookahead --strategy ./MyStrategy.java --cuts 100",
            "",
            "Answers 0 where nothing was found, 3 where something was, and 4 where the",
            "strategy raises no signal, or the same ones on any candles, so that nothing is",
            "proved.");
    AnalyzeOptions.add(spec);
    spec.addOption(
        Options.option("--cuts", "COUNT", "how many histories to cut off (" + CUTS + ")"));
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    Mistakes mistakes = new Mistakes();
    Optional<Integer> cuts =
        mistakes.find(() -> AnalyzeOptions.count(arguments, "--cuts", CUTS, 1, MOST_CUTS));
    Examination examination = AnalyzeOptions.examination(arguments, session, mistakes);
    ProgressLine progress = session.progress(arguments);
    progress.begin("lookahead");
    LookaheadReport report = examination.lookahead(cuts.orElseThrow(), progress::at);
    progress.wipe();
    if (Options.has(arguments, "--json")) {
      session.out().println(JsonText.of(ExaminationFields.of(examination, report)));
    } else {
      LookaheadText.lines(examination, report, session.ink()).forEach(session.out()::println);
    }
    return AnalyzeOptions.exitCode(report.verdict());
  }
}
