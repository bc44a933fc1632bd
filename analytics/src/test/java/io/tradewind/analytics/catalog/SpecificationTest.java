package io.tradewind.analytics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.indicator.Definition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecificationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RSI                 | did you mean rsi?
          b-b_ands            | did you mean bollinger?
          BBANDS              | did you mean bollinger?
          CDLDOJI             | did you mean doji?
          stochrsi            | did you mean stochastic-rsi?
          WilliamsR           | did you mean williams-r?
          ultimate-oscillator | did you mean ultimate?
          vwap                | did you mean running-vwap or anchored-vwap or extreme-vwap or rolling-vwap or rolling-vwap-bands or session-vwap or trade-vwap?
          sma 20              | did you mean sma?
          emma                | did you mean ema?
          gartley             | did you mean harmonic-patterns.gartley?
          head-and-shoulders  | did you mean chart-patterns.head-and-shoulders?
          """)
  void aNameThatThereIsNotHasNeighbours(String name, String question) {
    assertThatThrownBy(() -> Specification.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no indicator '" + name + "'; " + question);
  }

  @Test
  void everyNameOfTaLibLeadsToItsIndicator() {
    for (Definition definition : Indicators.all()) {
      for (String function : definition.taLib()) {
        assertThat(Indicators.question(function)).as(function).contains(definition.name());
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rsi(0)        | rsi: length = '0': must be a whole number from 2 to 100000
          macd(x,0,9)   | macd: fast = 'x': must be a whole number from 2 to 100000; slow = '0': must be a whole number from 3 to 100000
          rsi(speed=3)  | rsi: speed: no such parameter; there are [length]
          rsi(14,2)     | rsi takes 1 argument, not 2
          doji(1)       | doji takes no arguments, not 1
          macd(1,2,3,4) | macd takes 3 arguments, not 4
          rsi(14        | 'rsi(14' must be a name, or a name with arguments such as sma(20)
          nosuchname    | there is no indicator 'nosuchname'
          """)
  void whatIsWrongIsSaidOfWhich(String text, String said) {
    assertThatThrownBy(() -> Specification.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(said);
  }
}
