package io.tradewind.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
  private static final Parameter<Integer> LENGTH = Parameter.integer("length", 5, 2, 10);
  private static final Parameter<Double> WIDTH = Parameter.decimal("width", 2, 0.5, 4);
  private static final Parameter<String> MODE = Parameter.choice("mode", "both", "long");

  @Test
  void defaultsAndWhatIsGiven() {
    ParameterValues values =
        ParameterValues.of(List.of(LENGTH, WIDTH, MODE), Map.of("length", "10", "mode", "long"));
    assertThat(values.get(LENGTH)).isEqualTo(10);
    assertThat(values.get(WIDTH)).isEqualTo(2.0);
    assertThat(values.get(MODE)).isEqualTo("long");
    assertThat(values.asText()).hasToString("{length=10, mode=long, width=2.0}");
  }

  @Test
  void everyErrorAtOnce() {
    assertThatThrownBy(() ->
            ParameterValues.of(
                List.of(LENGTH, WIDTH, MODE),
                Map.of("length", "11", "width", "x", "mode", "up", "other", "1")))
        .hasMessage(
            """
            length = '11': must be a whole number from 2 to 10
            width = 'x': must be a number from 0.5 to 4.0
            mode = 'up': must be one of both, long
            other: no such parameter; there are [length, width, mode]\
            """);
  }

  /** A misspelt name that begins a name whose value is wrong, too, is an error of its own. */
  @Test
  void anUnknownNameIsNamedBesideAnErrorThatBeginsAlike() {
    assertThatThrownBy(
            () -> ParameterValues.of(List.of(LENGTH), Map.of("length", "11", "len", "3")))
        .hasMessage(
            """
            length = '11': must be a whole number from 2 to 10
            len: no such parameter; there are [length]\
            """);
  }

  /** Both ends belong to the range; a dash is refused. */
  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "10, 10",
    "' 7 ', 7",
    "1, -",
    "11, -",
    "'', -",
    "7.0, -",
    "seven, -",
    "99999999999, -"
  })
  void wholeNumbers(String text, String expected) {
    assertThat(read(LENGTH, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "4, 4.0",
    "' 1e0 ', 1.0",
    "0.49999, -",
    "4.00001, -",
    "NaN, -",
    "Infinity, -",
    "'', -"
  })
  void decimals(String text, String expected) {
    assertThat(read(WIDTH, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"both, both", "' long ', long", "Long, -", "'', -"})
  void choices(String text, String expected) {
    assertThat(read(MODE, text)).isEqualTo(expected);
  }

  private static String read(Parameter<?> parameter, String text) {
    try {
      return parameter.parse(text).toString();
    } catch (IllegalArgumentException e) {
      assertThat(e)
          .hasMessage(parameter.name() + " = '" + text + "': must be " + parameter.allowed());
      return "-";
    }
  }

  @Test
  void aDefaultMustLieInItsRange() {
    assertThatThrownBy(() -> Parameter.decimal("n", Double.NaN, 2, 3))
        .hasMessageContaining("out of range");
    assertThatThrownBy(() -> Parameter.choice("n")).hasMessage("n needs a choice");
    assertThatThrownBy(() -> Parameter.integer("n", 1, 2, 3)).hasMessageContaining("out of range");
    assertThatThrownBy(() -> ParameterValues.of(List.of(), Map.of()).get(LENGTH))
        .hasMessageContaining("declare it");
  }
}
