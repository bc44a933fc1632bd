package io.tradewind.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.app.config.Catalogue;
import io.tradewind.app.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The documents say what the code does, no less and no more. */
class DocumentTest {

  /** The row of a setting in docs/configuration.md. */
  static String row(Setting<?> setting) {
    return "| `%s` | %s | %s | %s | %s |"
        .formatted(
            setting.path(),
            setting.hasFlag() ? "`" + setting.flag() + "`" : "-",
            setting.summary(),
            setting.defaultInWords(),
            setting.allowed())
        .replace("NAME|FILE", "NAME or FILE");
  }

  /** The part of a command in docs/cli.md: a heading, and its help as it is. */
  static String part(CommandLine command) {
    String help = command.getUsageMessage(Ansi.OFF).strip();
    return "## "
        + command.getCommandSpec().qualifiedName(" ")
        + "\n\n```text\n"
        + String.join("\n", help.lines().map(String::stripTrailing).toList())
        + "\n```\n";
  }

  private static List<CommandLine> commands() {
    List<CommandLine> commands = new ArrayList<>();
    collect(CommandTree.build(false), commands);
    return commands;
  }

  private static void collect(CommandLine command, List<CommandLine> into) {
    if (!command.getCommandSpec().usageMessage().hidden()) {
      into.add(command);
      command.getSubcommands().values().forEach(inner -> collect(inner, into));
    }
  }

  private static String document(String name) throws IOException {
    return Files.readString(Path.of("..", "docs", name));
  }

  @Test
  void everySettingIsInTheDocumentAndNoOther() throws IOException {
    List<String> rows =
        document("configuration.md").lines().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows)
        .containsExactlyElementsOf(Catalogue.ALL.stream().map(DocumentTest::row).toList());
  }

  @Test
  void thePageOfRiskNamesEverySettingOfRiskAndExits() throws IOException {
    String text = document("risk.md");
    List<Setting<?>> settings = new ArrayList<>(Catalogue.section("risk"));
    settings.addAll(Catalogue.section("exits"));
    assertThat(settings)
        .isNotEmpty()
        .allSatisfy(setting ->
            assertThat(text)
                .containsAnyOf(
                    "`" + setting.path(), "`" + setting.path().replaceFirst("risk[.]", "")));
  }

  @Test
  void everyCommandIsInTheDocumentAndNoOther() throws IOException {
    String text = document("cli.md");
    assertThat(commands()).isNotEmpty().allSatisfy(c -> assertThat(text).contains(part(c)));
    assertThat(text.lines().filter(line -> line.startsWith("## tradewind")))
        .containsExactlyElementsOf(
            commands().stream().map(c -> "## " + c.getCommandSpec().qualifiedName(" ")).toList());
  }
}
