package io.tradewind.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

  @Test
  void aDefaultMustLieInItsRange() {
    assertThatThrownBy(() -> Parameter.integer("n", 1, 2, 3)).hasMessageContaining("out of range");
    assertThatThrownBy(() -> ParameterValues.of(List.of(), Map.of()).get(LENGTH))
        .hasMessageContaining("declare it");
  }
}
