package io.tradewind.app.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the tree looks like: the rules of style that no compiler keeps. */
class TidyTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Spelled in two parts, so that this file does not break its own rules. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  /** Homes and work folders of some machine. */
  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.~])/(home/(?!linuxbrew)|Users/|wo" + "rk/|ro" + "ot/)[a-z]");

  private static final List<String> MODULES =
      List.of(
          "analytics",
          "core",
          "testkit",
          "strategies",
          "simulation",
          "store",
          "research",
          "app",
          "bench");

  private static List<Path> files(String... endings) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(ROOT)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String name = ROOT.relativize(path).toString();
        boolean ours = !name.matches("(.*/)?(target|node_modules|\\.git)/.*|\\.git");
        if (ours && Stream.of(endings).anyMatch(name::endsWith)) {
          found.add(path);
        }
      }
    }
    assertThat(found).as("files that end in %s", List.of(endings)).isNotEmpty();
    return found;
  }

  private static List<String> linesWith(Pattern pattern, List<Path> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find()) {
          found.add(ROOT.relativize(file) + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return found;
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertThat(linesWith(UNFINISHED, files(".java", ".js", ".css", ".xml", ".md", "tradewind")))
        .isEmpty();
  }

  @Test
  void noMachineIsNamed() throws IOException {
    assertThat(linesWith(MACHINE, files(".java", ".js", ".xml", ".md", "tradewind", "run")))
        .isEmpty();
  }

  @Test
  void noLineOfCodeIsLongerThanAHundred() throws IOException {
    Pattern longer = Pattern.compile("^(?!\\s*(return )?\".*\"[;,)]*$).{101}"); // but one text
    List<Path> code = new ArrayList<>(files(".java"));
    code.removeIf(path -> path.toString().contains("/src/test/")); // tables of cases are wide
    code.add(ROOT.resolve("tradewind"));
    assertThat(linesWith(longer, code)).isEmpty();
  }

  @Test
  void everyModuleSaysWhatItIsFor() {
    assertThat(MODULES).allSatisfy(m -> assertThat(ROOT.resolve(m).resolve("README.md")).exists());
  }

  @Test
  void everyPackageIsMarkedAndSaysWhatItHolds() throws IOException {
    List<Path> folders =
        files(".java").stream()
            .filter(path -> path.toString().contains("/src/main/java/"))
            .map(path -> path.resolveSibling(""))
            .distinct()
            .toList();
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).contains("/**", "@NullMarked");
    }
  }

  @Test
  void aBreachWouldBeSeen() {
    assertThat(UNFINISHED.matcher("// TO" + "DO later").find()).isTrue();
    assertThat(MACHINE.matcher("see /Users/" + "ann/x").find()).isTrue();
    assertThat(MACHINE.matcher("~/.tradewind and docs/work/a").find()).isFalse();
  }
}
