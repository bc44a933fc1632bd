package io.tradewind.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.indicator.trend.Wma;
import io.tradewind.core.time.Interval;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "rsi; rsi(14)",
        "rsi(7); rsi(7)",
        "rsi(length=7); rsi(7)",
        " ema( 12 ) ; ema(12)",
        "macd.signal; macd(12,26,9).signal",
        "macd(3,7,2).macd; macd(3,7,2)",
        "macd(3,7).histogram; macd(3,7,9).histogram",
        "sma(20) of volume; sma(20) of volume",
        "sma(20) of typical on 4h; sma(20) of typical on 4h",
        "macd(3,7,2).histogram of high on 1d; macd(3,7,2).histogram of high on 1d",
        "adx on 15m; adx(14) on 15m"
      })
  void aColumnIsReadFromItsText(String text, String name) {
    assertThat(FeatureSet.Column.parse(text).name()).isEqualTo(name);
    assertThat(FeatureSet.Column.parse(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "rsy; there is no indicator 'rsy'",
        "rsi(0); length = '0': must be a whole number from 2 to 100000",
        "rsi(2,3); rsi takes 1 argument, not 2",
        "rsi(width=3); width: no such parameter",
        "rsi(14; must be a name, or a name with arguments",
        "rsi.upper; has outputs [rsi], asked for 'upper'",
        "rsi of middle; 'middle' is no price of a candle",
        "rsi of high, low; takes one series, not 2",
        "adx of high; takes whole bars and no other series",
        "macd(26,12,9); slow must be > fast",
        "rsi on 7x; 7x"
      })
  void whatIsWrongIsSaid(String text, String said) {
    assertThatThrownBy(() -> FeatureSet.Column.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said);
  }

  @Test
  void aSetIsToldFromEveryOther() {
    FeatureSet set = FeatureSet.of("trend", 1, "rsi(14)", "ema(20) on 4h");
    assertThat(set.names()).isEqualTo(List.of("rsi(14)", "ema(20) on 4h"));
    assertThat(set.fingerprint())
        .isEqualTo(FeatureSet.of("trend", 1, "rsi", "ema(20) on 4h").fingerprint())
        .isNotEqualTo(FeatureSet.of("trend", 2, "rsi", "ema(20) on 4h").fingerprint())
        .isNotEqualTo(FeatureSet.of("trend", 1, "ema(20) on 4h", "rsi").fingerprint())
        .isNotEqualTo(FeatureSet.of("other", 1, "rsi", "ema(20) on 4h").fingerprint());
    assertThatThrownBy(() -> FeatureSet.of("trend", 1, "rsi", "rsi(14)"))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> FeatureSet.of("trend", 1)).hasMessageContaining("no columns");
    assertThatThrownBy(() -> FeatureSet.of("trend", 0, "rsi")).hasMessageContaining("version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Trend", "two words", "trend-", "-trend", "a--b", "a_b", "\u00e4"})
  void aNameIsLowerCaseWordsWithDashes(String name) {
    assertThat(FeatureSet.of("trend-2-slow", 1, "rsi").name()).isEqualTo("trend-2-slow");
    assertThatThrownBy(() -> FeatureSet.of(name, 1, "rsi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower case words with dashes, was '" + name + "'");
  }

  /** Also where two things go by one name. */
  @Test
  void theFingerprintTellsWhatComputesAColumn() {
    FeatureSet own = of(FeatureSpec.of("mean", () -> new Sma(5)));
    assertThat(of(FeatureSpec.of("mean", () -> new Sma(5))).fingerprint())
        .isEqualTo(own.fingerprint());
    assertThat(
            Stream.of(
                    own,
                    of(FeatureSpec.of("mean", () -> new Sma(3))),
                    of(FeatureSpec.of("mean", () -> new Wma(5))),
                    of(new FeatureSpec("mean", List.of(PriceSource.LOW), () -> new Sma(5))),
                    own.and(new WindowSpec("fit", 3, w -> new double[1])),
                    own.and(new WindowSpec("fit", 4, w -> new double[1])),
                    own.and(new WindowSpec("fit", 3, List.of("slope"), w -> new double[1])),
                    own.and(Interval.ONE_DAY, new WindowSpec("fit", 3, w -> new double[1])))
                .map(FeatureSet::fingerprint))
        .doesNotHaveDuplicates();
  }

  private static FeatureSet of(FeatureSpec spec) {
    String output = spec.outputs().getFirst();
    return new FeatureSet(
        "own", 1, List.of(new FeatureSet.Column("mean", spec, output, Optional.empty())));
  }

  @Test
  void eachOutputOfAWindowIsAColumn() {
    WindowSpec fit = new WindowSpec("fit(9)", 9, List.of("slope", "r2"), w -> new double[2]);
    FeatureSet set = FeatureSet.of("trend", 1, "rsi").and(fit).and(Interval.ONE_DAY, fit);
    assertThat(set.names())
        .containsExactly("rsi(14)", "fit(9)", "fit(9).r2", "fit(9) on 1d", "fit(9).r2 on 1d");
    assertThatThrownBy(() -> set.and(fit)).hasMessageContaining("twice");
    assertThatThrownBy(() -> set.columns().getLast().output("r3"))
        .hasMessageContaining("has outputs [slope, r2], asked for 'r3'");
  }
}
