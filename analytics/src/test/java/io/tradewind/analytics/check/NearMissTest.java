package io.tradewind.analytics.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  private static final List<String> KNOWN =
      List.of("BTC/USDT", "SOL/USDT", "BTC/EUR", "momentum", "ema-cross");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          momentm  | ; did you mean momentum?
          mometnmu | ; did you mean momentum?
          EMA      | ; did you mean ema-cross?
          moon     | ''
          BTX/USDT | ; did you mean BTC/USDT?
          btc/usdt | ; did you mean BTC/USDT?
          BTC/USD  | ; did you mean BTC/USDT?
          FOO/USDT | ''
          """)
  void whatIsNearIsAskedFor(String written, String question) {
    assertThat(NearMiss.question(written, KNOWN)).isEqualTo(question);
  }
}
