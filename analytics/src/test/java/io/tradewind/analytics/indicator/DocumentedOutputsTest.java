package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Indicators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that README and Javadoc give to parameters and outputs are those that features take. */
class DocumentedOutputsTest {
  /** {@code | `name(a, b)` | kind | outputs |}. */
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)(?:\\(([a-z, -]+)\\))?` \\| \\w \\| ([^|]+) \\|.*");

  /** {@code 3 high-age}, or {@code 3 highAge}. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\b(\\d+)\\s+([a-z]+(?:-[a-z0-9]+)+|[a-z]+[A-Z]\\w*)");

  private static final Pattern CLASS_TEXT =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*public final class", Pattern.DOTALL);

  static List<Definition> definitions() {
    return Indicators.all();
  }

  @Test
  void theReadmeNamesParametersAndOutputs() throws IOException {
    int rows = 0;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows++;
        Definition definition = Indicators.find(row.group(1)).orElseThrow();
        assertThat(words(Optional.ofNullable(row.group(2)).orElse("")))
            .as("parameters of %s", definition.name())
            .isEqualTo(definition.parameters().stream().map(one -> one.name()).toList());
        assertThat(outputs(row.group(3), definition))
            .as("outputs of %s", definition.name())
            .isEqualTo(names(definition));
      }
    }
    assertThat(rows).isEqualTo(30);
  }

  private static List<String> words(String list) {
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
  }

  private static List<String> names(Definition definition) {
    return definition.outputs().stream().map(one -> one.name()).toList();
  }

  /** Names with commas between, {@code first to last} for all from one to another. */
  private static List<String> outputs(String list, Definition definition) {
    List<String> told = new ArrayList<>();
    for (String word : words(list)) {
      String[] ends = word.split(" to ");
      List<String> names = names(definition);
      if (ends.length == 2) {
        told.addAll(names.subList(names.indexOf(ends[0]), names.indexOf(ends[1]) + 1));
      } else {
        told.add(word);
      }
    }
    return told;
  }

  /** Of names of more than one word, which can be told from other words. */
  @ParameterizedTest
  @MethodSource("definitions")
  void theJavadocNumbersOutputsByTheirNames(Definition definition) throws IOException {
    Matcher text = CLASS_TEXT.matcher(source(definition));
    assertThat(text.find()).isTrue();
    String outputs = text.group(1).replaceAll("\\s+\\*\\s+", " ");
    int from = outputs.indexOf("Outputs:");
    if (from < 0) {
      return;
    }
    for (MatchResult named : NUMBERED.matcher(outputs.substring(from)).results().toList()) {
      int number = Integer.parseInt(named.group(1));
      assertThat(names(definition))
          .as("%s has no output %s", definition.name(), named.group())
          .element(number)
          .isEqualTo(named.group(2));
    }
  }

  private static String source(Definition definition) throws IOException {
    String name = definition.make().getClass().getName().replace('.', '/');
    return Files.readString(Path.of("src/main/java", name + ".java"));
  }
}
