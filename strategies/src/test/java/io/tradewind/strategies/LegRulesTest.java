package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.cointegration.EngleGranger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of two legs at once, and when one of them is gone. */
class LegRulesTest {
  private static final String FIRST = "ETH/USDT:USDT";
  private static final String SECOND = "BTC/USDT:USDT";
  private static final int LENGTH = 150;

  /**
   * Closes of two that belong together: the first's logarithm is half of the second's, and noise.
   */
  private static double[][] together(double kept) {
    SplittableRandom random = new SplittableRandom(11);
    double[][] closes = new double[2][LENGTH];
    double second = 4;
    double spread = 0;
    for (int i = 0; i < LENGTH; i++) {
      second += 0.02 * (random.nextDouble() - 0.5);
      spread = kept * spread + 0.01 * (random.nextDouble() - 0.5);
      closes[0][i] = StrictMath.exp(0.5 * second + spread);
      closes[1][i] = StrictMath.exp(second);
    }
    return closes;
  }

  private static Stage pairs() {
    Map<String, String> given = Map.of("length", String.valueOf(LENGTH), "share", "0.5");
    return new Stage(new Pairs(), given, FIRST, SECOND);
  }

  private static List<String> show(Stage stage, int hour, double first, double second) {
    long at = hour * Stage.HOUR.durationNs();
    assertThat(stage.bar(0, at, first)).isEmpty();
    return stage.bar(1, at, second);
  }

  /** A stage that has seen all but the last of the candles, and the last ones, the first moved. */
  private static Stage seen(double[][] closes) {
    Stage stage = pairs();
    for (int i = 0; i < LENGTH; i++) {
      assertThat(show(stage, i, closes[0][i], closes[1][i])).isEmpty();
    }
    return stage;
  }

  private static EngleGranger test(double[][] closes, double first, double second) {
    double[][] logs = new double[2][LENGTH];
    for (int leg = 0; leg < 2; leg++) {
      for (int i = 1; i < LENGTH; i++) {
        logs[leg][i - 1] = StrictMath.log(closes[leg][i]);
      }
    }
    logs[0][LENGTH - 1] = StrictMath.log(first);
    logs[1][LENGTH - 1] = StrictMath.log(second);
    return EngleGranger.of(logs[0], logs[1]);
  }

  /** The first's close that lies so many deviations of the window from its line. */
  private static double moved(double[][] closes, double away) {
    double last = closes[0][LENGTH - 1];
    EngleGranger test = test(closes, last, closes[1][LENGTH - 1]);
    return last * StrictMath.exp((away - test.zScore()) * test.deviation());
  }

  @ParameterizedTest
  @CsvSource({"-2.5, long, short, 0.75, 1.25", "2.5, short, long, 1.25, 0.75"})
  void pairsSellTheDearOne(double away, String first, String second, double stop, double other) {
    double[][] closes = together(0.2);
    Stage stage = seen(closes);
    double last = moved(closes, away);
    double against = closes[1][LENGTH - 1];
    EngleGranger expected = test(closes, last, against);
    assertThat(Math.abs(expected.zScore())).isBetween(2.0, 4.0);
    assertThat(expected.probability()).isLessThan(0.05);
    List<String> said = show(stage, LENGTH, last, against);
    double ratio = expected.ratio();
    double qty = 5_000 / (1 + ratio) / last;
    double otherQty = 5_000 * ratio / (1 + ratio) / against;
    String why =
        ("z-score " + Words.tenth(expected.zScore()))
            + (", probability " + Words.hundredth(expected.probability()))
            + (", half-life " + Words.tenth(expected.halfLife()))
            + (", hedge ratio " + Words.hundredth(ratio) + "; Qty[base=");
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).startsWith("on 0, " + first + ": " + why + digits(qty));
    assertThat(said.get(1)).startsWith(second + ": " + why + digits(otherQty));
    assertThat(said.get(0)).contains("]; stop " + Words.figure(last * stop) + "; confidence 0.");
    assertThat(said.get(1))
        .contains("]; stop " + Words.figure(against * other) + "; confidence 0.");
  }

  /** As far as both ways of summing agree. */
  private static String digits(double qty) {
    return String.valueOf(qty).substring(0, 8);
  }

  @Test
  void pairsWantACrossingOfTwoThatBelongTogether() {
    double[][] closes = together(0.2);
    double last = moved(closes, -2.5);
    Stage stage = seen(closes);
    assertThat(show(stage, LENGTH, last, closes[1][LENGTH - 1])).hasSize(2);
    assertThat(show(stage, LENGTH + 1, last, closes[1][LENGTH - 1])).as("was beyond").isEmpty();

    Stage far = seen(closes);
    double beyond = moved(closes, -30);
    assertThat(show(far, LENGTH, beyond, closes[1][LENGTH - 1])).as("beyond the stop").isEmpty();

    double[][] strangers = together(1);
    double next = strangers[0][LENGTH - 1];
    Stage other = pairs();
    for (int i = 0; i < LENGTH; i++) {
      show(other, i, strangers[0][i], strangers[1][i]);
    }
    for (double move = -0.03; move < 0.03; move += 0.001) {
      double moved = next * StrictMath.exp(move);
      EngleGranger test = test(strangers, moved, strangers[1][LENGTH - 1]);
      Stage again = pairs();
      again.load(other.saved());
      assertThat(show(again, LENGTH, moved, strangers[1][LENGTH - 1]))
          .hasSize(
              Math.abs(test.zScore()) >= 2
                      && Math.abs(test.zScore()) < 4
                      && test.isCointegrated(0.05)
                  ? 2
                  : 0);
      assertThat(test.probability()).isGreaterThan(0.05);
    }
  }

  @Test
  void pairsEndAtZeroAtTheStopAndWhenTheyPart() {
    double[][] closes = together(0.2);
    double against = closes[1][LENGTH - 1];
    assertSaid(held(closes, 1), moved(closes, 0.5), against, "spread is back at 0: z-score 0.");
    assertSaid(held(closes, -1), moved(closes, -0.5), against, "spread is back at 0: z-score -0.");
    assertThat(show(held(closes, -1), LENGTH, moved(closes, 0.5), against)).isEmpty();
    assertSaid(
        held(closes, 1), moved(closes, -20), against, "spread went on to its stop: z-score -");
    assertSaid(
        held(closes, -1), moved(closes, 20), against, "spread went on to its stop: z-score ");
    double[][] strangers = together(1);
    double low = strangers[0][LENGTH - 1] * StrictMath.exp(-0.01);
    EngleGranger parted = test(strangers, low, strangers[1][LENGTH - 1]);
    assertThat(parted.probability()).isGreaterThan(0.3);
    assertSaid(
        held(strangers, parted.zScore() < 0 ? 1 : -1),
        low,
        strangers[1][LENGTH - 1],
        "they belong together no more: z-score ");
  }

  private static Stage held(double[][] closes, double first) {
    Stage stage = pairs();
    for (int i = 0; i < LENGTH; i++) {
      show(stage, i, closes[0][i], closes[1][i]);
    }
    return stage.holding(0, first, 1).holding(1, -first, 1);
  }

  private static void assertSaid(Stage stage, double first, double second, String reason) {
    List<String> said = show(stage, LENGTH, first, second);
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).startsWith("on 0, exit: " + reason);
    assertThat(said.get(1)).startsWith("exit: " + reason);
  }

  @Test
  void aLegThatIsLeftAloneIsClosed() {
    double[][] closes = together(0.2);
    Stage stage = seen(closes).holding(0, 1, 1);
    assertThat(show(stage, LENGTH, closes[0][0], closes[1][0]))
        .containsExactly("on 0, exit: the other leg is closed");
    stage.holding(0, 0, 1).holding(1, -1, 1);
    assertThat(show(stage, LENGTH + 1, closes[0][0], closes[1][0]))
        .containsExactly("exit: the other leg is closed");
  }

  @Test
  void pairsSkipWhatDoesNotCloseTogether() {
    double[][] closes = together(0.2);
    Stage stage = seen(closes);
    double last = moved(closes, -2.5);
    stage.bar(0, LENGTH * Stage.HOUR.durationNs(), last);
    assertThat(stage.bar(1, (LENGTH + 1) * Stage.HOUR.durationNs(), closes[1][LENGTH - 1]))
        .isEmpty();
  }

  @Test
  void pairsRefuseWhatTheyCannotTrade() {
    Map<String, String> none = Map.of();
    assertThatThrownBy(() -> new Stage(new Pairs(), none, FIRST, "BTC/USDT"))
        .hasMessage(
            "pairs sells one of two short, which spot cannot: use perpetuals such as"
                + " BTC/USDT:USDT");
    assertThatThrownBy(() -> new Stage(new Pairs(), none, FIRST))
        .hasMessage("pairs trades two symbols, the run has 1");
    assertThatThrownBy(() -> new Stage(new Pairs(), Map.of("stop-z", "2"), FIRST, SECOND))
        .hasMessage("enter-z must be < stop-z = 2.0, was 2.0");
    assertThatThrownBy(() -> new Stage(new Pairs(), Map.of("level", "0.4"), FIRST, SECOND))
        .hasMessage("level must be <= leave-level, was 0.4");
  }

  private static Stage carry() {
    return new Stage(
        new FundingCarry(), Map.of("candles", "3"), "BTC/USDT", "BTC/USDT:USDT", "ETH/USDT");
  }

  private static List<String> fund(Stage stage, double rate) {
    return stage.funding(rate).bar(1, 0, 50_000);
  }

  /** 0.0002 three times a day are 21.9 % a year; 0.3 % each month cost 3.65 %. */
  @Test
  void carryBuysSpotAndSellsThePerpetual() {
    Stage stage = carry();
    assertThat(stage.funding(0.01).bar(0, 0, 50_000)).as("spot has no funding").isEmpty();
    assertThat(fund(stage, 0.0001)).isEmpty();
    assertThat(fund(stage, 0.0002)).isEmpty();
    assertThat(fund(stage, 0.0003))
        .containsExactly(
            "on 0, long: funding 21.9 % a year over 3 candles, 18.2 % after costs;"
                + " Qty[base=0.09]; stop 25000; confidence 0.696429",
            "short: funding 21.9 % a year over 3 candles, 18.2 % after costs;"
                + " Qty[base=0.09]; stop 75000; confidence 0.696429");
  }

  /** Funding of three candles each, positions of spot and perpetual. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "0.0001   | 0 | 0  | -",
        "0.000125 | 0 | 0  | on 0, long: funding 13.7 % a year over 3 candles, 10.0 % after costs",
        "-0.0002  | 0 | 0  | -",
        "NaN      | 0 | 0  | -",
        "0.0002   | 1 | -1 | -",
        "0.00002  | 1 | -1 | -",
        "0.00001  | 1 | -1 | on 0, exit: funding 1.1 % a year, under 2.0",
        "NaN      | 1 | -1 | -",
        "0.0002   | 1 | 0  | on 0, exit: the other leg is closed",
        "0.0002   | 0 | -1 | exit: the other leg is closed",
      })
  void carryGoesByTheFunding(double rate, double spot, double perp, String expected) {
    Stage stage = carry();
    for (int i = 0; i < 2; i++) {
      fund(stage, rate);
    }
    stage.holding(0, spot, 50_000).holding(1, perp, 50_000);
    List<String> said = fund(stage, rate);
    assertThat(said.isEmpty()).isEqualTo(expected == null);
    if (expected != null) {
      assertThat(said.getFirst()).startsWith(expected);
      assertThat(said).hasSize(expected.contains("other leg") ? 1 : 2);
    }
  }

  @Test
  void carryRemembersItsRates() {
    Stage stage = carry();
    fund(stage, 0.0003);
    fund(stage, 0.0003);
    Stage other = carry();
    other.load(stage.saved());
    assertThat(fund(other, 0.0003)).hasSize(2);
  }

  @Test
  void carryNeedsBothMarkets() {
    for (String[] symbols :
        List.of(
            new String[] {"BTC/USDT", "ETH/USDT:USDT"},
            new String[] {"BTC/USDT"},
            new String[] {"BTC/USDT:USDT"},
            new String[] {"BTC/USDC", "BTC/USDT:USDT"})) {
      assertThatThrownBy(() -> new Stage(new FundingCarry(), Map.of(), symbols))
          .as(Arrays.toString(symbols))
          .hasMessage(
              "funding-carry needs spot and perpetual of one base in the run, such as BTC/USDT and"
                  + " BTC/USDT:USDT; it has "
                  + String.join(", ", symbols));
    }
  }
}
