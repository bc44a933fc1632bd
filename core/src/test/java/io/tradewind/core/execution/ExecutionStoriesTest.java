package io.tradewind.core.execution;

import static io.tradewind.core.execution.EndReason.CANCELLED;
import static io.tradewind.core.execution.EndReason.CUT;
import static io.tradewind.core.execution.EndReason.FILLED;
import static io.tradewind.core.execution.EndReason.REFUSED;
import static io.tradewind.core.execution.EndReason.REST_TOO_SMALL;
import static io.tradewind.core.execution.EndReason.TIME_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.tradewind.core.execution.ExecutionStyle.Chase;
import io.tradewind.core.execution.ExecutionStyle.Iceberg;
import io.tradewind.core.execution.ExecutionStyle.Immediate;
import io.tradewind.core.execution.ExecutionStyle.Pov;
import io.tradewind.core.execution.ExecutionStyle.Twap;
import io.tradewind.core.execution.ExecutionStyle.Vwap;
import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What each algorithm does, told line by line; {@link Stage} says how a line is read. */
class ExecutionStoriesTest {
  private static final long S = Utc.SECOND_NS;

  /** What is to be bought or sold, and how. */
  private record Order(Side side, String qty, ExecutionStyle style, OptionalLong limitScaled) {
    /** At this price or a better one. */
    Order at(String price) {
      return new Order(side, qty, style, OptionalLong.of(Stage.price(price)));
    }

    Stage stage() {
      return new Stage(Stage.parent(side, qty, limitScaled), style);
    }

    /** Everything happens as it is told. */
    Told plays(String story) {
      Stage stage = stage();
      assertThat(Stage.tidy(stage.play(story))).isEqualTo(Stage.tidy(story));
      return new Told(stage.execution().progress());
    }
  }

  /** How far it came. */
  private record Told(Progress progress) {
    Progress ends(EndReason reason, String filled, String left) {
      assertThat(progress.reason()).isEqualTo(Optional.of(reason));
      assertThat(progress.state()).isEqualTo(reason.state());
      assertThat(progress.filledScaled()).isEqualTo(Stage.qty(filled));
      assertThat(progress.leftScaled()).isEqualTo(Stage.qty(left));
      assertThat(progress.openScaled()).isZero();
      return progress;
    }
  }

  private static Order buy(String qty, ExecutionStyle style) {
    return new Order(Side.BUY, qty, style, OptionalLong.empty());
  }

  private static Order sell(String qty, ExecutionStyle style) {
    return new Order(Side.SELL, qty, style, OptionalLong.empty());
  }

  @Test
  void immediateTakesAllAndRetriesWhatWasRefused() {
    Progress end =
        buy("5", Immediate.DEFAULT)
            .plays(
                """
                0 quote 99 101      |
                0 start             | #1 market 5
                0.1 fill 1 2 101    |
                0.2 end 1 EXPIRED   |
                0.9 time            |
                1.2 time            | #2 market 3
                1.3 fill 2 3 102    |
                2 time              |
                """)
            .ends(FILLED, "5", "0");
    assertThat(end.averagePrice()).hasValue(101.6);
    assertThat(end.arrivalPrice()).hasValue(100);
    assertThat(end.arrivalSlippageBps().orElseThrow()).isCloseTo(160, offset(1e-9));
  }

  @Test
  void aChildThatWasCutIsFollowedByTheRestWhereThereIsRoomAgain() {
    buy("5", Immediate.DEFAULT)
        .plays(
            """
            0 trade 100 1       |
            0 room 3.5          |
            0 start             | #1 market 3.5
            0.1 fill 1 3.5 100  | #2 market 1.5
            0.2 fill 2 1.5 100  |
            """)
        .ends(FILLED, "5", "0");
  }

  @Test
  void whatThereIsNoRoomForIsToldAsCut() {
    buy("5", new Immediate(60 * S))
        .plays(
            """
            0 trade 100 1       |
            0 room 3.5          |
            0 start             | #1 market 3.5
            0.5 room 0          |
            1 time              | no room for 1.5
            1.5 fill 1 3.5 100  |
            2 room 0            |
            2 time              | no room for 1.5
            3 room 0            |
            3 time              | no room for 1.5
            4 room 0            |
            4 time              | no room for 1.5
            5 room 0            |
            5 time              | no room for 1.5
            6 room 0            |
            6 time              | no room for 1.5
            7 time              |
            """)
        .ends(CUT, "3.5", "1.5");
  }

  /** The slice that was cut is made up for by the next, as far as there is room by then. */
  @Test
  void aSliceThatWasCutIsMadeUpForByTheNext() {
    buy("8", new Twap(4, 40 * S, 0))
        .plays(
            """
            0 trade 100 1       |
            0 start             | #1 market 2
            1 fill 1 2 100      |
            10 room 0.5         |
            10 time             | #2 market 0.5
            11 fill 2 0.5 100   |
            20 time             | #3 market 3.5
            21 fill 3 3.5 100   |
            30 room 1.1         |
            30 time             | #4 market 1.1
            31 fill 4 1.1 100   |
            40 room 0           |
            40 time             | no room for 0.9
            70 time             |
            """)
        .ends(CUT, "7.1", "0.9");
  }

  /** What a cut leaves may be less than the venue takes: the cut is why. */
  @Test
  void aRestThatACutLeavesIsTheCuts() {
    buy("0.5", Immediate.DEFAULT)
        .plays(
            """
            0 quote 99 101      |
            0 room 0.4          |
            0 start             | #1 market 0.4
            0 fill 1 0.4 101    |
            """)
        .ends(CUT, "0.4", "0.1");
  }

  /** A venue that refuses is told before a room that was too small earlier. */
  @Test
  void whatTheVenueRefusesIsNotCut() {
    buy("5", Immediate.DEFAULT)
        .plays(
            """
            0 trade 100 1       |
            0 room 3.5          |
            0 start             | #1 market 3.5
            0 end 1 REJECTED    |
            1 refuse            |
            1 time              | refused 5
            2 refuse            |
            2 time              | refused 5
            3 refuse            |
            3 time              | refused 5
            4 refuse            |
            4 time              | refused 5
            5 time              |
            """)
        .ends(REFUSED, "0", "5");
  }

  @Test
  void fiveRefusalsInARowAreEnough() {
    buy("5", Immediate.DEFAULT)
        .plays(
            """
            0 refuse            |
            0 trade 100 1       |
            0 start             | refused 5
            1 time              | #1 market 5
            1 end 1 REJECTED    |
            2 time              | #2 market 5
            2 fill 2 1 100      |
            2 end 2 REJECTED    |
            3 time              | #3 market 4
            3 end 3 REJECTED    |
            4 time              | #4 market 4
            4 end 4 REJECTED    |
            5 time              | #5 market 4
            5 end 5 REJECTED    |
            6 time              | #6 market 4
            6 end 6 REJECTED    |
            7 time              |
            """)
        .ends(REFUSED, "1", "4");
  }

  @Test
  void twapPlacesEqualSlicesAndMakesUpForWhatFailed() {
    Progress end =
        sell("1", new Twap(4, 40 * S, 0))
            .plays(
                """
                0 quote 99 101      |
                0 start             | #1 market 0.2
                0 fill 1 0.2 99     |
                10 time             | #2 market 0.3
                10 fill 2 0.1 98    |
                11 end 2 EXPIRED    |
                12 time             | #3 market 0.2
                12 end 3 REJECTED   |
                20 time             | #4 market 0.4
                20 fill 4 0.4 100   |
                30 quote 97 99      | #5 market 0.3
                30 fill 5 0.3 97    |
                40 time             |
                """)
            .ends(FILLED, "1", "0");
    assertThat(end.slicesDone()).isEqualTo(4);
    assertThat(end.averagePrice()).hasValue(98.7);
    assertThat(end.marketTwap()).hasValue(100);
    assertThat(end.benchmark()).hasValue(100);
    assertThat(end.benchmarkSlippageBps().orElseThrow()).isCloseTo(130, offset(1e-9));
  }

  /** 10 of cash is the least: at a price of 30 that is 0.4, with the reserve of 5 % as well. */
  @Test
  void aSliceTooSmallWaitsAndALastOneTooSmallIsJoined() {
    buy("1", new Twap(5, 50 * S, 0))
        .plays(
            """
            0 quote 30 30.1     |
            0 start             |
            10 time             | #1 market 0.4
            10 fill 1 0.4 30.1  |
            20 time             |
            30 time             | #2 market 0.6
            30 fill 2 0.6 30.1  |
            """)
        .ends(FILLED, "1", "0");
  }

  @Test
  void whatCannotBePlacedIsReported() {
    buy("0.25", Immediate.DEFAULT)
        .plays(
            """
            0 quote 99 101      |
            0 start             | #1 market 0.2
            0 fill 1 0.2 101    |
            """)
        .ends(REST_TOO_SMALL, "0.2", "0.05");
    buy("0.3", Twap.DEFAULT)
        .plays(
            """
            0 start             |
            0 quote 30 30.1     |
            """)
        .ends(REST_TOO_SMALL, "0", "0.3");
  }

  /** A jump over the whole time places the rest at once, and there is a last call for it. */
  @Test
  void twapAfterAJumpOfTime() {
    buy("2", Twap.DEFAULT)
        .at("100")
        .plays(
            """
            0 trade 100 1       |
            0 start             |
            500 time            | #1 limit 100 2 ioc
            500 fill 1 0.5 100  |
            500 end 1 EXPIRED   |
            501 time            | #2 limit 100 1.5 ioc
            501 end 2 EXPIRED   |
            529 time            | #3 limit 100 1.5 ioc
            530 time            | cancel #3
            530 fill 3 0.2 100  |
            531 end 3 CANCELLED |
            532 time            |
            """)
        .ends(TIME_UP, "0.7", "1.3");
  }

  @Test
  void vwapFollowsTheCurveUnderItsCap() {
    double[] hours = new double[24];
    hours[0] = 1;
    hours[1] = 3;
    buy("8", new Vwap(2, 7200 * S, 0.1, new VolumeCurve(hours)))
        .plays(
            """
            0 trade 100 900     |
            0 start             |
            1 trade 100 10      |
            60 trade 100 70     |
            3600 time           | #1 market 8
            3600 cancel         | cancel #1
            3600 end 1 CANCELLED |
            """)
        .ends(CANCELLED, "0", "8");
    buy("8", new Vwap(4, 7200 * S, 0.1, new VolumeCurve(hours)))
        .plays(
            """
            0 quote 99 101      |
            0 start             |
            1 trade 100 15      |
            60 trade 102 5      |
            1800 time           | #1 market 2
            1800 fill 1 2 101   |
            1801 trade 100 30   |
            3600 trade 100 100  | #2 market 3
            3600 fill 2 3 101   |
            5400 time           | #3 market 3
            5400 fill 3 3 101   |
            """)
        .ends(FILLED, "8", "0");
  }

  @Test
  void vwapIsJudgedByThePriceOfTheMarketsVolume() {
    Progress end =
        sell("1", new Vwap(1, 100 * S, 1, VolumeCurve.FLAT))
            .plays(
                """
                0 trade 50 1000     |
                0 start             |
                10 trade 100 3      |
                20 trade 104 1      |
                100 time            | #1 market 1
                100 fill 1 1 100    |
                """)
            .ends(FILLED, "1", "0");
    assertThat(end.marketVwap()).hasValue(101);
    assertThat(end.benchmark()).hasValue(101);
    assertThat(end.arrivalPrice()).hasValue(50);
    assertThat(end.benchmarkSlippageBps().orElseThrow()).isCloseTo(1e4 / 101, offset(1e-9));
    assertThat(end.arrivalSlippageBps()).hasValue(-10_000);
  }

  @Test
  void povTakesItsPartOfTheVolumeAndNoMore() {
    buy("2", Pov.DEFAULT)
        .plays(
            """
            0 quote 99 101      |
            0 start             |
            1 trade 100 9.9     | #1 market 0.9
            1 fill 1 0.9 101    |
            2 trade 100 5       |
            6 time              | #2 market 0.5
            6 end 2 EXPIRED     |
            6.5 time            |
            11 time             | #3 market 0.5
            11 fill 3 0.5 101   |
            20 trade 100 500    | #4 market 0.6
            20 fill 4 0.6 101   |
            """)
        .ends(FILLED, "2", "0");
  }

  @Test
  void icebergShowsAPartAndRefills() {
    sell("1.1", new Iceberg(0.3, 100 * S))
        .plays(
            """
            0 quote 99 100.05   |
            0 start             | #1 limit 100.1 0.3
            1 fill 1 0.1 100.1  |
            2 quote 97 98       |
            2 fill 1 0.2 100.1  | #2 limit 100.1 0.3
            3 fill 2 0.3 100.1  | #3 limit 100.1 0.3
            3 fill 3 0.3 100.1  | #4 limit 100.1 0.2
            3 fill 4 0.2 100.1  |
            """)
        .ends(FILLED, "1.1", "0");
  }

  @Test
  void icebergShowsAtLeastWhatTheVenueTakes() {
    buy("0.5", new Iceberg(0.01, 100 * S))
        .plays(
            """
            0 quote 99 101      |
            0 start             | #1 limit 99 0.2
            1 fill 1 0.2 99     | #2 limit 99 0.3
            2 fill 2 0.3 99     |
            """)
        .ends(FILLED, "0.5", "0");
  }

  @Test
  void icebergJoinsALastPartThatIsTooSmall() {
    buy("1", new Iceberg(0.4, 100 * S))
        .at("30")
        .plays(
            """
            0 quote 35 36       |
            0 start             | #1 limit 30 0.4
            1 fill 1 0.4 30     | #2 limit 30 0.6
            100 time            |
            130 time            | cancel #2
            131 fill 2 0.1 30   |
            131 end 2 CANCELLED |
            """)
        .ends(TIME_UP, "0.5", "0.5");
  }

  @Test
  void chaseFollowsUpToItsCapAndThenTakes() {
    buy("1", new Chase(0.002, S, 10 * S))
        .plays(
            """
            0 quote 99.9 100.1  |
            0 start             | #1 post 99.9 1
            0.5 quote 100 100.2 |
            1 time              | cancel #1
            1.1 fill 1 0.2 99.9 |
            1.2 end 1 CANCELLED | #2 post 100 0.8
            2 quote 101 102     |
            2.2 time            | cancel #2
            2.3 end 2 CANCELLED | #3 post 100.2 0.8
            2.3 end 3 WOULD_TAKE |
            3.4 time            | #4 post 100.2 0.8
            5 quote 100.1 100.2 | cancel #4
            5 end 4 CANCELLED   | #5 post 100.1 0.8
            10 time             | cancel #5
            10 end 5 CANCELLED  | #6 limit 100.2 0.8 ioc
            10 fill 6 0.3 100.2 |
            10 end 6 EXPIRED    |
            11 time             | #7 limit 100.2 0.5 ioc
            11 fill 7 0.5 100.1 |
            """)
        .ends(FILLED, "1", "0");
  }

  @Test
  void chaseOfASaleNeverGoesBelowItsLimit() {
    sell("1", Chase.DEFAULT)
        .at("99.95")
        .plays(
            """
            0 trade 100 1       |
            0 start             | #1 post 100.1 1
            5 trade 99 1        | cancel #1
            6 trade 103 1       |
            6 end 1 CANCELLED   | #2 post 103.1 1
            30 time             | cancel #2
            29 end 2 CANCELLED  | #3 limit 100 1 ioc
            30 end 3 EXPIRED    |
            60 time             |
            """)
        .ends(TIME_UP, "0", "1");
  }

  @Test
  void aFillAfterTheEndIsCountedAndEverythingElseTakenBack() {
    Progress end =
        buy("1", new Twap(2, 20 * S, 0))
            .plays(
                """
                0 quote 99 101      |
                0 start             | #1 market 0.5
                1 end 1 CANCELLED   |
                2 time              | #2 market 0.5
                10 time             | #3 market 0.5
                11 fill 1 0.5 101   | cancel #3, cancel #2
                12 fill 2 0.3 101   |
                12 end 2 CANCELLED  |
                13 end 3 CANCELLED  |
                14 time             |
                20 time             | #4 market 0.2
                20 fill 4 0.2 101   |
                21 fill 3 0.5 101   |
                """)
            .progress();
    assertThat(end.filledScaled()).isEqualTo(Stage.qty("1.5"));
    assertThat(end.state()).isEqualTo(ExecutionState.DONE);
    assertThat(end.leftScaled()).isZero();
    assertThat(end.shareDone()).isEqualTo(1.5);
  }

  @Test
  void cancelBeforeTheStartAndTwice() {
    buy("1", Twap.DEFAULT)
        .plays(
            """
            0 quote 99 101      |
            0 cancel            |
            0 cancel            |
            1 quote 99 102      |
            """)
        .ends(CANCELLED, "0", "1");
    buy("1", Immediate.DEFAULT)
        .plays(
            """
            0 quote 99 101      |
            0 start             | #1 market 1
            0 cancel            | cancel #1
            0 cancel            |
            1 fill 1 1 101      |
            1 cancel            |
            """)
        .ends(FILLED, "1", "0");
  }

  @Test
  void theListenerIsToldOfEachChangeOnce() {
    Stage stage = buy("1", Immediate.DEFAULT).stage();
    var _ =
        stage.play(
            """
            0 quote 99 101      |
            0 start             |
            1 quote 99 101      |
            1 fill 1 0.961 101  |
            1 time              |
            1 fill 1 0.039 101  |
            2 time              |
            """);
    assertThat(stage.told()).extracting(Progress::filledScaled).containsExactly(0L, 961L, 1000L);
    assertThat(stage.told().getLast().state()).isEqualTo(ExecutionState.DONE);
    assertThat(stage.execution().nextWakeNs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void jitterMovesASliceWithinItsStretchAndDependsOnTheSeed() {
    Stage stage = buy("10", Twap.DEFAULT).stage();
    var _ = stage.play("0 quote 99 101 |\n0 start |");
    Execution run = stage.execution();
    boolean anyLate = false;
    for (int slice = 0; slice < 10; slice++) {
      long wakeNs = run.nextWakeNs();
      assertThat(wakeNs - slice * 30L * S).as("slice %s", slice).isBetween(0L, 9 * S);
      anyLate |= wakeNs - slice * 30L * S > S;
      run.onTime(wakeNs);
      assertThat(run.progress().slicesDone()).isEqualTo(slice + 1);
      assertThat(run.progress().openScaled()).isEqualTo((slice + 1) * Stage.qty("1"));
    }
    assertThat(anyLate).isTrue();
    assertThat(run.nextWakeNs()).as("the end, for what is left").isEqualTo(300 * S);
  }
}
