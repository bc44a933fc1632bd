package io.tradewind.app.command;

import io.tradewind.analytics.check.NearMiss;
import io.tradewind.app.terminal.UserMistake;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: a script that lets a shell complete commands and options. */
final class CompletionCommand implements Command {
  private static final List<String> SHELLS = List.of("bash", "zsh");

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "completion", "Print a script that completes commands and options.");
    spec.usageMessage()
        .footer(
            "  tradewind completion bash >> ~/.bashrc", "  tradewind completion zsh >> ~/.zshrc");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SHELL")
            .arity("1")
            .type(String.class)
            .description("bash or zsh")
            .build());
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Session session) {
    String shell = arguments.matchedPositionalValue(0, "");
    if (!SHELLS.contains(shell)) {
      throw new UserMistake(
          "no completion for '"
              + shell
              + "': there is one for bash and for zsh"
              + NearMiss.question(shell, SHELLS));
    }
    CommandLine root = arguments.commandSpec().root().commandLine();
    if (shell.equals("zsh")) {
      session.out().println("autoload -U +X compinit && compinit");
      session.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    session.out().println(AutoComplete.bash("tradewind", root));
    return ExitCode.OK;
  }
}
