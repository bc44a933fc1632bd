package io.tradewind.core.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingRuleTest {
  /** Equity is 1000, the price 50. A dash is a rule that has nothing to say. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a sum,                            amount 70,         , 70",
    "a tenth of equity,                share 0.1,         , 100",
    "2 % over a stop 5 % away,         risk 0.02,         stop 0.05, 400",
    "no stop: all of it is at risk,    risk 0.02,         stop 1, 20",
    "a stop that is not away,          risk 0.02,         stop 0, NaN",
    "a stop behind the price,          risk 0.02,         stop -0.1, NaN",
    "2 % over 2 ranges of 1 at 50,     volatility 0.02 2, atr 1, 500",
    "twice the range is half,          volatility 0.02 2, atr 2, 250",
    "no range yet,                     volatility 0.02 2, atr NaN, NaN",
    "a market that does not move,      volatility 0.02 2, atr 0, NaN",
    "even odds at 2 to 1: a quarter,   kelly 1 1 30,      trades 30 0.5 2 1, 250",
    "a quarter of that,                kelly 0.25 1 30,   trades 30 0.5 2 1, 62.5",
    "capped,                           kelly 1 0.2 30,    trades 30 0.5 2 1, 200",
    "one trade too few says nothing,   kelly 1 1 30,      trades 29 0.5 2 1, -",
    "no edge,                          kelly 1 1 30,      trades 30 0.5 1 1, 0",
    "worse than none,                  kelly 1 1 30,      trades 30 0.3 1 1, 0",
    "never lost: its rate of wins,     kelly 1 1 30,      trades 40 0.9 1 0, 900",
    "never won,                        kelly 1 1 30,      trades 40 0 0 1, 0",
    "neither won nor lost,             kelly 1 1 30,      trades 40 0 0 0, NaN",
    "a record that is no number,       kelly 1 1 30,      trades 40 NaN 1 1, NaN",
    "60 % times 0.7,                   confidence 0.6,    sure 0.7, 420",
    "no confidence known,              confidence 0.6,    sure NaN, NaN",
    "calm and sure,                    damped 0.6 2 0.5,  moves 0 sure 1, 600",
    "5 % a day takes a tenth,          damped 0.6 2 0.5,  moves 0.05 sure 1, 540",
    "25 % takes a half,                damped 0.6 2 0.5,  moves 0.25 sure 1, 300",
    "and more takes no more,           damped 0.6 2 0.5,  moves 3 sure 1, 300",
    "confidence by its square,         damped 0.6 2 0.5,  moves 0.05 sure 0.5, 135",
    "no volatility known,              damped 0.6 2 0.5,  moves NaN sure 1, NaN",
    "a volatility below 0,             damped 0.6 2 0.5,  moves -0.1 sure 1, NaN"
  })
  void says(String what, String rule, String seen, String expected) {
    Seen now = Seen.of(seen == null ? "" : seen);
    OptionalDouble budget = rule(rule).budget(now.situation(), now.evidence());
    if (expected.equals("-")) {
      assertThat(budget).as(what).isEmpty();
    } else if (expected.equals("NaN")) {
      assertThat(budget).as(what).hasValue(Double.NaN);
    } else {
      double value = Double.parseDouble(expected);
      assertThat(budget.orElseThrow()).as(what).isCloseTo(value, within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "amount 0",
    "amount NaN",
    "share 0",
    "share 101",
    "risk 0",
    "risk 1.1",
    "volatility 0 2",
    "volatility 0.02 0",
    "volatility 0.02 NaN",
    "kelly 0 1 30",
    "kelly 1.1 1 30",
    "kelly 1 0 30",
    "kelly 1 1 0",
    "confidence 0",
    "damped 0 2 0.5",
    "damped 0.6 -1 0.5",
    "damped 0.6 2 1.1",
    "damped 0.6 2 NaN"
  })
  void isChecked(String rule) {
    assertThatThrownBy(() -> rule(rule)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shipsTheNumbersOfTheSpecification() {
    assertThat(
            List.<SizingRule>of(
                SizingRule.FixedShare.DEFAULT,
                SizingRule.PercentRisk.DEFAULT,
                SizingRule.Volatility.DEFAULT,
                SizingRule.Kelly.DEFAULT,
                SizingRule.Confidence.DEFAULT,
                SizingRule.Damped.DEFAULT))
        .containsExactly(
            rule("share 0.1"),
            rule("risk 0.02"),
            rule("volatility 0.02 2"),
            rule("kelly 0.25 0.25 30"),
            rule("confidence 0.6"),
            rule("damped 0.6 2 0.5"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "none,                  '', 0, 0, 0, 0",
    "wins and losses,       3 -1 1 -2, 4, 0.5, 2, 1.5",
    "a trade of 0 is no win, 0 2, 2, 0.5, 2, 0",
    "only losses,           -1 -3, 2, 0, 0, 2"
  })
  void aRecordIsOfProfits(
      String what, String profits, int trades, double rate, double win, double loss) {
    double[] values =
        Arrays.stream(profits.split(" "))
            .filter(text -> !text.isEmpty())
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(TradeRecord.of(values)).as(what).isEqualTo(new TradeRecord(trades, rate, win, loss));
  }

  static SizingRule rule(String text) {
    String[] words = text.split(" ");
    double[] n = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
    return switch (words[0]) {
      case "amount" -> new SizingRule.FixedAmount(n[0]);
      case "share" -> new SizingRule.FixedShare(n[0]);
      case "risk" -> new SizingRule.PercentRisk(n[0]);
      case "volatility" -> new SizingRule.Volatility(n[0], n[1]);
      case "kelly" -> new SizingRule.Kelly(n[0], n[1], (int) n[2]);
      case "confidence" -> new SizingRule.Confidence(n[0]);
      case "damped" -> new SizingRule.Damped(n[0], n[1], n[2]);
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** What a line of a table looks at, in words and numbers. */
  private record Seen(
      double stop, double atr, double volatility, double confidence, TradeRecord trades) {
    static Seen of(String text) {
      Seen seen = new Seen(1, 1, 0, 1, TradeRecord.NONE);
      String[] words = text.split(" ");
      for (int i = 0; i < words.length; i++) {
        seen =
            switch (words[i]) {
              case "stop" -> seen.withStop(number(words[i + 1]));
              case "atr" -> seen.withAtr(number(words[i + 1]));
              case "moves" -> seen.withVolatility(number(words[i + 1]));
              case "sure" -> seen.withConfidence(number(words[i + 1]));
              case "trades" ->
                  seen.withTrades(
                      new TradeRecord(
                          (int) number(words[i + 1]),
                          number(words[i + 2]),
                          number(words[i + 3]),
                          number(words[i + 4])));
              default -> seen;
            };
      }
      return seen;
    }

    private static double number(String word) {
      return Double.parseDouble(word);
    }

    Sizer.Situation situation() {
      return new Sizer.Situation(1000, 1000, 1, 50, stop);
    }

    Evidence evidence() {
      return new Evidence(confidence, volatility, atr, 1, 1, trades);
    }

    Seen withStop(double value) {
      return new Seen(value, atr, volatility, confidence, trades);
    }

    Seen withAtr(double value) {
      return new Seen(stop, value, volatility, confidence, trades);
    }

    Seen withVolatility(double value) {
      return new Seen(stop, atr, value, confidence, trades);
    }

    Seen withConfidence(double value) {
      return new Seen(stop, atr, volatility, value, trades);
    }

    Seen withTrades(TradeRecord value) {
      return new Seen(stop, atr, volatility, confidence, value);
    }
  }
}
