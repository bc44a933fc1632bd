package io.tradewind.analytics.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What other programs call an indicator and what it is here: {@code name = specification # what
 * differs}, or {@code name = - why there is none}.
 */
class CounterpartsTest {
  private static final String PANDAS_TA = "pandas-ta.txt";
  private static final String TRADING_VIEW = "tradingview.txt";

  static Stream<String> lines() {
    return Stream.of(PANDAS_TA, TRADING_VIEW).flatMap(file -> read(file).stream());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void hasACounterpartOrAReason(String line) {
    String[] sides = line.split(" = ", 2);
    assertThat(sides).as("name = specification: %s", line).hasSize(2);
    String right = sides[1].strip();
    if (right.startsWith("-")) {
      assertThat(right).as("reason of %s", sides[0]).matches("- \\S.{8,}");
      return;
    }
    String text = right.split(" # ", 2)[0].strip();
    assertThat(Specification.parse(text).make().outputs()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {PANDAS_TA, TRADING_VIEW})
  void namesEachOnce(String file) {
    List<String> lines = read(file);
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      assertThat(names.add(line.split(" = ", 2)[0])).as("once: %s", line).isTrue();
    }
    assertThat(names).hasSizeGreaterThan(100);
  }

  @Test
  void fewHaveNone() {
    long without = read(PANDAS_TA).stream().filter(line -> line.contains(" = -")).count();
    assertThat(without).as("functions of pandas-ta without a counterpart").isEqualTo(2);
  }

  private static List<String> read(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            CounterpartsTest.class.getResourceAsStream("/golden/indicator/" + file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
