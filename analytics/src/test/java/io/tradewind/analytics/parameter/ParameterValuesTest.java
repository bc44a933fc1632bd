package io.tradewind.analytics.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValuesTest {
  private static final Parameter<Integer> FAST = Parameter.integer("fast", 12, 1, 200);
  private static final Parameter<Integer> FAST_EXIT = Parameter.integer("fast-exit", 3, 1, 9);
  private static final Parameter<Double> WIDTH = Parameter.decimal("width", 2, 0.5, 4);
  private static final Parameter<String> SIDE = Parameter.choice("side", "both", "long");
  private static final List<Parameter<?>> ALL = List.of(FAST, FAST_EXIT, WIDTH, SIDE);

  @Test
  void defaultsAreOverridden() {
    ParameterValues values =
        ParameterValues.of(ALL, Map.of("fast", " 20 ", "width", "2.5e0", "side", "long"));
    assertThat(values.get(FAST)).isEqualTo(20);
    assertThat(values.get(FAST_EXIT)).isEqualTo(3);
    assertThat(values.get(WIDTH)).isEqualTo(2.5);
    assertThat(values.get(SIDE)).isEqualTo("long");
    assertThat(values.asText())
        .containsExactly(
            Map.entry("fast", "20"),
            Map.entry("fast-exit", "3"),
            Map.entry("side", "long"),
            Map.entry("width", "2.5"));
  }

  @Test
  void allErrorsAreToldAtOnce() {
    assertThatThrownBy(() ->
            ParameterValues.of(
                ALL,
                Map.of("fast-exit", "0", "width", "wide", "side", "up", "fas", "1", "zero", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            fast-exit = '0': must be a whole number from 1 to 9
            width = 'wide': must be a number from 0.5 to 4.0
            side = 'up': must be one of both, long
            fas: no such parameter; there are [fast, fast-exit, width, side]
            zero: no such parameter; there are [fast, fast-exit, width, side]\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "201", "12.0", "1e1", "99999999999", "NaN", "twelve"})
  void isNoWholeNumberInRange(String text) {
    assertThatThrownBy(() -> FAST.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.49", "4.01", "NaN", "Infinity", "-1", "2,5"})
  void isNoNumberInRange(String text) {
    assertThatThrownBy(() -> WIDTH.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatWasNotDeclaredCannotBeAskedFor() {
    ParameterValues values = ParameterValues.of(List.of(), Map.of());
    assertThatThrownBy(() -> values.get(FAST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fast");
  }

  @Test
  void declarationsAreChecked() {
    assertThatThrownBy(() -> Parameter.integer("n", 5, 6, 9))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Parameter.decimal("n", Double.NaN, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Parameter.choice("n")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Fast", "fast length", "fast_length", "-fast", "fast-", "2fast"})
  void isNoName(String name) {
    assertThatThrownBy(() -> Parameter.integer(name, 1, 1, 2)).hasMessageContaining(name);
    assertThatThrownBy(() -> Parameter.decimal(name, 1, 1, 2)).hasMessageContaining(name);
    assertThatThrownBy(() -> Parameter.choice(name, "one")).hasMessageContaining(name);
    assertThatThrownBy(() ->
            Definition.of(Family.TREND, name, "").output("o", Unit.PRICE).makes(values -> null))
        .hasMessage("a name is lower case words with dashes, was '%s'", name);
  }
}
