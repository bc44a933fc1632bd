package io.tradewind.exchange.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          a=1&b=2       |              | b        | 2
          a=1           | b=2          | b        | 2
          a=1           | a=2          | a        | 1
          name=%E6%B5%8B|              | name     | 测
          a=x%20y+z     |              | a        | x y z
          &&a=1&        |              | a        | 1
          """)
  void valuesAreDecodedAndTheQueryWins(String query, String body, String name, String value) {
    Parameters all = Parameters.of(query, body == null ? "" : body);
    assertThat(all.text(name)).isEqualTo(value);
    assertThat(all.error()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                    | 100000000
          0.1                  | 10000000
          0.00000001           | 1
          007.50               | 750000000
          1.000000000000       | 100000000
          92233720368.54775807 | 9223372036854775807
          """)
  void amountsHaveEightDecimals(String text, long scaled) {
    Parameters all = Parameters.of("p=" + text, "");
    assertThat(all.amount("p")).isEqualTo(scaled);
    assertThat(all.error()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p=1e5            | -1100 Illegal characters found in parameter 'p'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.
          p=-1             | -1100 Illegal characters found in parameter 'p'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.
          p=.5             | -1100 Illegal characters found in parameter 'p'; legal range is '^([0-9]{1,20})(\\.[0-9]{1,20})?$'.
          p=0.000000001    | -1111 Parameter 'p' has too much precision.
          p=92233720368.54775808 | -1108 Parameter 'p' overflowed.
          p=               | -1105 Parameter 'p' was empty.
          q=1              | -1102 Mandatory parameter 'p' was not sent, was empty/null, or malformed.
          p=1&p=2          | -1101 Duplicate values for a parameter detected.
          p=%zz            | -1100 Illegal characters found in a parameter.
          """)
  void wrongAmountsAreTold(String query, String told) {
    Parameters all = Parameters.of(query, "");
    assertThat(all.amount("p")).isNotNegative();
    assertThat(told(all)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p=12                   | none
          p=1.5                  | -1100 Illegal characters found in parameter 'p'; legal range is '^[0-9]{1,20}$'.
          p=99999999999999999999 | -1108 Parameter 'p' overflowed.
          q=1                    | -1102 Mandatory parameter 'p' was not sent, was empty/null, or malformed.
          """)
  void countsAreWhole(String query, String told) {
    Parameters all = Parameters.of(query, "");
    all.count("p");
    assertThat(told(all)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00000000",
    "1, 0.00000001",
    "-1, -0.00000001",
    "100000000, 1.00000000",
    "-6000012345678, -60000.12345678",
    "9223372036854775807, 92233720368.54775807"
  })
  void amountsAreWrittenWithAllDecimals(long scaled, String text) {
    assertThat(Parameters.plain(scaled)).isEqualTo(text);
  }

  @Test
  void theFirstMistakeIsKept() {
    Parameters all = Parameters.of("p=x", "");
    all.count("p");
    all.text("q");
    assertThat(all.error()).map(WireError::code).contains(-1100);
  }

  @Test
  void whatNobodyReadIsTold() {
    Parameters all = Parameters.of("a=1&b=2&c=3", "");
    all.text("a");
    all.allRead(Set.of("b"));
    assertThat(told(all))
        .isEqualTo(
            "-1104 Not all sent parameters were read; read '2' parameter(s) but was sent '3'.");
  }

  @Test
  void flagsAndChoices() {
    Parameters all = Parameters.of(Map.of("yes", "TRUE", "no", "false", "side", "BUY", "odd", "1"));
    WireError unknown = WireError.badRequest(-1117, "Invalid side.");
    assertThat(all.flag("yes", false)).isTrue();
    assertThat(all.flag("no", true)).isFalse();
    assertThat(all.flag("absent", true)).isTrue();
    assertThat(all.choice("side", text -> Optional.of(text.length()), unknown)).contains(3);
    assertThat(all.choice("absent", text -> Optional.of(1), unknown)).isEmpty();
    assertThat(all.error()).isEmpty();
    assertThat(all.choice("side", text -> Optional.empty(), unknown)).isEmpty();
    assertThat(all.error()).contains(unknown);
  }

  @Test
  void aFlagIsYesOrNo() {
    Parameters all = Parameters.of("odd=1", "");
    assertThat(all.flag("odd", true)).isFalse();
    assertThat(all.error()).map(WireError::code).contains(-1100);
  }

  private static String told(Parameters all) {
    return all.error().map(error -> error.code() + " " + error.message()).orElse("none");
  }
}
