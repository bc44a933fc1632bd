package io.tradewind.trader.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.MarketEvent.Candle;
import io.tradewind.core.time.Interval;
import io.tradewind.testkit.TestInstruments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candles of a minute in a row, each by a letter. */
class LiveQualityTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  /**
   * {@code g} good, {@code t} thin, {@code j} a jump, {@code f} frozen, {@code h} a hole of six.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9t            | ''
          10g           | ''
          10t           | the latest candles are poor: low volume
          # A fifth, and one more.
          8g 2j         | ''
          7g 3j         | the latest candles are poor: jump
          # Thin ones count half.
          6g 4t         | ''
          5g 5t         | the latest candles are poor: low volume
          12g 3j        | ''
          11g 4j        | the latest candles are poor: jump
          10g h         | the latest candles are poor: gap
          60g h         | ''
          # It recovers when the bad ones are an hour old.
          20j 40g       | the latest candles are poor: jump
          20j 48g       | ''
          # What does not move is frozen after twelve.
          10g 11f       | ''
          10g 12f       | the latest candles are poor: frozen
          """)
  void isPoorUnderEightTenths(String story, String expected) {
    LiveQuality quality = new LiveQuality(TestInstruments.spot("T0/USDT"), Interval.parse("1m"));
    long minute = 0;
    long price = 100_000;
    for (String word : story.split(" ")) {
      char kind = word.charAt(word.length() - 1);
      int count = word.length() == 1 ? 1 : Integer.parseInt(word.substring(0, word.length() - 1));
      for (int i = 0; i < count; i++) {
        minute += kind == 'h' ? 7 : 1;
        price += kind == 'f' ? 0 : 1;
        price = kind == 'j' ? price * 5 / 4 : price;
        quality.add(candle(kind, minute, price));
      }
    }
    assertThat(quality.poor().orElse("")).isEqualTo(expected);
  }

  private static Candle candle(char kind, long minute, long price) {
    boolean isFrozen = kind == 'f';
    return new Candle(
        TestInstruments.spot("T0/USDT").id(),
        minute * MINUTE_NS,
        (minute + 1) * MINUTE_NS,
        (minute + 1) * MINUTE_NS,
        price,
        isFrozen ? price : price + 1,
        price,
        price,
        kind == 't' ? 1 : 1_000_000_000_000L);
  }
}
