package io.tradewind.analytics.indicator.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the votes; that they are of the right indicators is told by golden numbers. */
class VotesTest {
  private static final double MARGIN = 1e-6;

  private static void assertVote(double vote, double expected) {
    assertThat(Double.valueOf(vote)).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 1",
    "1, 2, -1",
    "1, 1, 0",
    "1.0000005, 1, 0",
    "1, 1.0000005, 0",
    "NaN, 1, NaN",
    "1, NaN, NaN",
  })
  void oneIsAboveAnotherByMoreThanAMargin(double one, double other, double expected) {
    assertVote(Votes.above(one, other, MARGIN), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1e-10",
    "-2, 2e-12",
  })
  void theMarginIsAPartOfThePrice(double price, double expected) {
    assertThat(Votes.margin(price)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1, 1",
    "-1, -1, -1, -1, -1",
    "0, 1, 1, 1, 0",
    "1, 1, -1, 1, 0",
    "0, 0, 0, 0, 0",
    "1, 1, 1, NaN, NaN",
  })
  void theCloudVotesIfAllFourAgree(
      double spans, double base, double conversion, double price, double expected) {
    assertVote(AverageVotes.cloud(spans, base, conversion, price), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 29, 1",
    "29, 28, 0",
    "28, 28, 0",
    "29, 30, 0",
    "29, 31, 0",
    "72, 71, -1",
    "71, 72, 0",
    "71, 70, 0",
    "71, 69, 0",
    "29, 29.0000000005, 0",
    "NaN, 29, NaN",
    "29, NaN, NaN",
  })
  void aTurnIsToldBeyondItsBounds(double before, double now, double expected) {
    assertVote(OscillatorVotes.turn(before, now, 30, 70), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 18, 1",
    "18, 19, 0",
    "20, 19, 0",
    "19, 19, 0",
    "81, 82, -1",
    "82, 81, 0",
    "80, 81, 0",
    "50, 40, 0",
    "19, NaN, NaN",
  })
  void linesVoteOnOneSide(double k, double d, double expected) {
    assertVote(OscillatorVotes.lines(k, d), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "21, 22, 5, 4, 1",
    "21, 22, 4, 5, -1",
    "22, 21, 5, 4, 0",
    "22, 21, 4, 5, 0",
    "18, 20, 5, 4, 0",
    "21, 22, 5, 5, 0",
    "NaN, 22, 5, 4, NaN",
    "21, 22, NaN, 4, NaN",
  })
  void aStrongTrendVotesItsWay(
      double before, double now, double plus, double minus, double expected) {
    assertVote(OscillatorVotes.strength(before, now, plus, minus), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "9, -1, 1, 1",
    "-9, 0, 1, 1",
    "3, 2, 4, 1",
    "2, 2, 4, 0",
    "1, 2, 4, 0",
    "3, 2, 1, 0",
    "-3, -2, -4, -1",
    "-1, -2, -4, 0",
    "-9, 1, -1, -1",
    "9, 0, -1, -1",
    "1, 1, 0, 0",
    "NaN, 1, 2, NaN",
  })
  void aSaucerOrACrossingVotes(double earlier, double before, double now, double expected) {
    assertVote(OscillatorVotes.saucer(earlier, before, now, MARGIN), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1",
    "1, 1, 0",
    "0, 1, 0",
    "1, -1, -1",
    "-1, -1, 0",
    "-1, 0, 0",
    "NaN, 1, NaN",
    "1, NaN, NaN",
  })
  void aVoteCountsAgainstTheTrend(double direction, double vote, double expected) {
    assertVote(OscillatorVotes.against(direction, vote), expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, -1, -1, 1, 1",
    "1, 1, -1, -1, -1, 0",
    "1, 1, -1, 1, 1, 0",
    "-1, 1, -1, -1, 1, -1",
    "-1, 1, 1, -1, 1, 0",
    "-1, -1, -1, -1, 1, 0",
    "0, 1, -1, -1, 1, 0",
    "1, 1, NaN, -1, 1, NaN",
    "NaN, 1, 1, -1, 1, NaN",
  })
  void powerVotesAlongTheTrend(
      double direction,
      double bull,
      double bullMove,
      double bear,
      double bearMove,
      double expected) {
    assertVote(OscillatorVotes.power(direction, bull, bullMove, bear, bearMove), expected);
  }

  @ParameterizedTest
  @CsvSource({"71, 1", "70, 0", "50, 0", "30, 0", "29, -1", "NaN, NaN"})
  void outsideItsBoundsItVotes(double now, double expected) {
    assertVote(OscillatorVotes.outside(now, 30, 70), expected);
  }
}
