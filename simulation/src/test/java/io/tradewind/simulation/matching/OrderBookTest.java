package io.tradewind.simulation.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules one by one. A line is: what stands in the book, the commands, and what they make the
 * book say. {@link BookCommand} and {@link EventTape} say how they are written; orders without
 * {@code by} have an owner each. A cent of quote is one product of price and quantity.
 */
class OrderBookTest {
  private final EventTape tape = new EventTape();
  private final OrderBook book = new OrderBook(1, tape);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # nothing to match: it rests and its level shows it
                                               | buy 1 5@100             | rest 1; BUY 100=5
          sell 1 5@101                         | buy 2 5@100             | rest 2; BUY 100=5
          buy 1 5@100                          | buy 2 3@100             | rest 2; BUY 100=8
          # a better price goes first, whoever came first
          sell 1 5@102; sell 2 5@101           | buy 3 5@102             | 3x2 5@101; done 2 FILLED; SELL 101=0; done 3 FILLED
          buy 1 5@100; buy 2 5@101             | sell 3 5@100            | 3x2 5@101; done 2 FILLED; BUY 101=0; done 3 FILLED
          # at one price who came first goes first
          sell 1 5@101; sell 2 5@101           | buy 3 5@101             | 3x1 5@101; done 1 FILLED; SELL 101=5; done 3 FILLED
          buy 1 5@101; buy 2 5@101             | sell 3 7@101            | 3x1 5@101; done 1 FILLED; 3x2 2@101; BUY 101=3; done 3 FILLED
          # the maker's price, also where the taker offers more
          sell 1 5@101                         | buy 2 5@999             | 2x1 5@101; done 1 FILLED; SELL 101=0; done 2 FILLED
          # equal prices meet, prices apart do not
          sell 1 5@101                         | buy 2 2@101             | 2x1 2@101; SELL 101=3; done 2 FILLED
          # level by level, each told once, and the rest rests
          sell 1 2@101; sell 2 3@102; sell 3 9@103 | buy 4 8@102         | 4x1 2@101; done 1 FILLED; SELL 101=0; 4x2 3@102; done 2 FILLED; SELL 102=0; rest 4; BUY 102=3
          """)
  void priceThenTime(String before, String commands, String events) {
    holds(before, commands, events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # immediate or cancel: what is left ends
          sell 1 2@101               | buy 2 5@101 ioc      | 2x1 2@101; done 1 FILLED; SELL 101=0; done 2 EXPIRED
          sell 1 2@101               | buy 2 5@100 ioc      | done 2 EXPIRED
          sell 1 5@101               | buy 2 5@101 ioc      | 2x1 5@101; done 1 FILLED; SELL 101=0; done 2 FILLED
          # fill or kill: all or nothing
          sell 1 2@101; sell 2 3@102 | buy 3 5@102 fok      | 3x1 2@101; done 1 FILLED; SELL 101=0; 3x2 3@102; done 2 FILLED; SELL 102=0; done 3 FILLED
          sell 1 2@101; sell 2 3@102 | buy 3 6@102 fok      | done 3 KILLED
          sell 1 2@101; sell 2 3@102 | buy 3 5@101 fok      | done 3 KILLED
          buy 1 2@101; buy 2 3@100   | sell 3 5@100 fok     | 3x1 2@101; done 1 FILLED; BUY 101=0; 3x2 3@100; done 2 FILLED; BUY 100=0; done 3 FILLED
          buy 1 2@101; buy 2 3@100   | sell 3 5@101 fok     | done 3 KILLED
                                     | buy 3 5@101 fok      | done 3 KILLED
          # hidden quantity counts
          sell 1 9@101 show=2        | buy 2 9@101 fok      | 2x1 2@101; 2x1 2@101; 2x1 2@101; 2x1 2@101; 2x1 1@101; done 1 FILLED; SELL 101=0; done 2 FILLED
          # post only: at or beyond the other side it is refused
          sell 1 2@101               | buy 2 5@101 post     | done 2 WOULD_TAKE
          sell 1 2@101               | buy 2 5@100 post     | rest 2; BUY 100=5
          buy 1 2@101                | sell 2 5@101 post    | done 2 WOULD_TAKE
          buy 1 2@101                | sell 2 5@102 post    | rest 2; SELL 102=5
          # its own orders count
          sell 1 2@101 by=9          | buy 2 5@101 post by=9 stp=expire_maker | done 2 WOULD_TAKE
          # market: at any price, what is missing ends
          sell 1 2@1; sell 2 2@9999  | buy 3 5@market       | 3x1 2@1; done 1 FILLED; SELL 1=0; 3x2 2@9999; done 2 FILLED; SELL 9999=0; done 3 EXPIRED
          buy 1 2@1; buy 2 2@9999    | sell 3 3@market      | 3x2 2@9999; done 2 FILLED; BUY 9999=0; 3x1 1@1; BUY 1=1; done 3 FILLED
                                     | buy 1 5@market       | done 1 EXPIRED
          """)
  void timeInForce(String before, String commands, String events) {
    holds(before, commands, events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # it rests beside the book, as deep as it likes within the spread
                                           | sell 1 5@101 rpi            | rest 1; RPI SELL 101=5
          sell 1 2@102                     | sell 2 5@101 rpi            | rest 2; RPI SELL 101=5
          # it never takes out of the book, and is not taken by it either way
          buy 1 5@100                      | sell 2 5@100 rpi            | done 2 WOULD_TAKE
          buy 1 5@100                      | sell 2 5@101 rpi            | rest 2; RPI SELL 101=5
          # others do not see it: they pass, rest beyond it, are post only across it
          sell 1 5@101 rpi                 | buy 2 3@market              | done 2 EXPIRED
          sell 1 5@101 rpi                 | buy 2 3@102                 | rest 2; BUY 102=3
          sell 1 5@101 rpi                 | buy 2 3@102 post            | rest 2; BUY 102=3
          sell 1 5@101 rpi                 | buy 2 3@102 fok             | done 2 KILLED
          sell 1 5@101 rpi; sell 2 5@103   | buy 3 3@103                 | 3x2 3@103; SELL 103=2; done 3 FILLED
          # two of them may cross and do not meet
          sell 1 5@101 rpi                 | buy 2 3@102 rpi             | rest 2; RPI BUY 102=3
          # retail takes it, at its price
          sell 1 5@101 rpi                 | buy 2 3@102 retail          | 2x1 3@101; RPI SELL 101=2; done 2 FILLED
          sell 1 5@101 rpi                 | buy 2 7@market retail       | 2x1 5@101; done 1 FILLED; RPI SELL 101=0; done 2 EXPIRED
          sell 1 5@101 rpi                 | buy 2 7@100 retail          | rest 2; BUY 100=7
          sell 1 5@101 rpi                 | buy 2 7@101 retail post     | done 2 WOULD_TAKE
          # a better price first; at one price after all others, whoever came first
          sell 1 5@101 rpi; sell 2 5@102   | buy 3 7@102 retail          | 3x1 5@101; done 1 FILLED; RPI SELL 101=0; 3x2 2@102; SELL 102=3; done 3 FILLED
          sell 1 5@101 rpi; sell 2 5@101   | buy 3 7@101 retail          | 3x2 5@101; done 2 FILLED; SELL 101=0; 3x1 2@101; RPI SELL 101=3; done 3 FILLED
          sell 1 5@102 rpi; sell 2 5@101   | buy 3 5@102 retail          | 3x2 5@101; done 2 FILLED; SELL 101=0; done 3 FILLED
          buy 1 5@101 rpi; buy 2 5@100     | sell 3 7@100 retail         | 3x1 5@101; done 1 FILLED; RPI BUY 101=0; 3x2 2@100; BUY 100=3; done 3 FILLED
          buy 1 5@101 rpi; buy 2 5@101     | sell 3 7@101 retail         | 3x2 5@101; done 2 FILLED; BUY 101=0; 3x1 2@101; RPI BUY 101=3; done 3 FILLED
          # among them who came first
          sell 1 5@101 rpi; sell 2 5@101 rpi | buy 3 7@101 retail        | 3x1 5@101; done 1 FILLED; 3x2 2@101; RPI SELL 101=3; done 3 FILLED
          # one that is crossed can still be taken
          sell 1 5@101 rpi; buy 2 5@102    | buy 3 5@101 retail          | 3x1 5@101; done 1 FILLED; RPI SELL 101=0; done 3 FILLED
          # fill or kill counts it for retail
          sell 1 5@101 rpi; sell 2 5@102   | buy 3 8@102 retail fok      | 3x1 5@101; done 1 FILLED; RPI SELL 101=0; 3x2 3@102; SELL 102=2; done 3 FILLED
          sell 1 5@101 rpi; sell 2 5@102   | buy 3 11@102 retail fok     | done 3 KILLED
          sell 1 5@103 rpi; sell 2 5@102   | buy 3 8@102 retail fok      | done 3 KILLED
          # its owner does not take it where he minds
          sell 1 5@101 rpi by=7; sell 2 5@102 | buy 3 5@102 retail by=7 stp=expire_maker | 3~1 -0 -5; done 1 SELF_TRADE; RPI SELL 101=0; 3x2 5@102; done 2 FILLED; SELL 102=0; done 3 FILLED
          # it is cancelled, shrinks and moves as any other
          sell 1 5@101 rpi                 | cancel 1                    | done 1 CANCELLED; RPI SELL 101=0
          sell 1 5@101 rpi                 | reduce 1 2                  | RPI SELL 101=2
          sell 1 5@101 rpi; buy 2 5@99     | replace 1 5@100             | RPI SELL 101=0; rest 1; RPI SELL 100=5
          sell 1 5@101 rpi; buy 2 5@99     | replace 1 5@99              | RPI SELL 101=0; done 1 WOULD_TAKE
          sell 1 9@101 rpi show=4          | buy 2 5@101 retail          | 2x1 4@101; 2x1 1@101; RPI SELL 101=3; done 2 FILLED
          """)
  void retailPriceImprovement(String before, String commands, String events) {
    holds(before, commands, events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # only a part is shown
                                              | sell 1 9@101 show=4     | rest 1; SELL 101=4
                                              | sell 1 3@101 show=4     | rest 1; SELL 101=3
          # a part that is gone is followed by the next, behind those who wait
          sell 1 9@101 show=4; sell 2 5@101   | buy 3 4@101             | 3x1 4@101; done 3 FILLED
          sell 1 9@101 show=4; sell 2 5@101   | buy 3 4@101; buy 4 6@101 | 4x2 5@101; done 2 FILLED; 4x1 1@101; SELL 101=3; done 4 FILLED
          # a part that is half gone stays where it is
          sell 1 9@101 show=4; sell 2 5@101   | buy 3 3@101; buy 4 2@101 | 4x1 1@101; 4x2 1@101; SELL 101=8; done 4 FILLED
          # two icebergs take turns; the last part is what is left
          sell 1 5@101 show=2; sell 2 3@101 show=2 | buy 3 8@101        | 3x1 2@101; 3x2 2@101; 3x1 2@101; 3x2 1@101; done 2 FILLED; 3x1 1@101; done 1 FILLED; SELL 101=0; done 3 FILLED
          # an iceberg may take first, and shows a part of what is left
          sell 1 3@101                        | buy 2 9@101 show=2      | 2x1 3@101; done 1 FILLED; SELL 101=0; rest 2; BUY 101=2
          # a level that shows as much as before is not told
          sell 1 8@101 show=4                 | buy 2 4@101             | 2x1 4@101; done 2 FILLED
          """)
  void icebergs(String before, String commands, String events) {
    holds(before, commands, events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the taker's mode counts, the maker's does not
          buy 1 1@1 by=7 stp=expire_maker | sell 2 1@1 by=7                    | 2x1 1@1; done 1 FILLED; BUY 1=0; done 2 FILLED
          buy 1 1@1 by=7 stp=expire_maker | sell 2 1@1 by=7 stp=expire_taker   | 2~1 -1 -0; done 2 SELF_TRADE
          # others trade whatever the mode
          buy 1 1@1 by=6                  | sell 2 1@1 by=7 stp=expire_both    | 2x1 1@1; done 1 FILLED; BUY 1=0; done 2 FILLED
          # the taker's rest ends; what it traded before stands
          buy 1 12@12 by=7; buy 2 13@11 by=7 | sell 3 30@10 by=7 stp=expire_taker | 3~1 -30 -0; done 3 SELF_TRADE
          buy 1 4@5; buy 2 4@5 by=7       | sell 3 9@5 by=7 stp=expire_taker   | 3x1 4@5; done 1 FILLED; 3~2 -5 -0; BUY 5=4; done 3 SELF_TRADE
          # makers end one after the other, and the taker goes on
          buy 1 12@12 by=7; buy 2 13@11 by=7; buy 3 81@10 by=7 | sell 4 30@10 by=7 stp=expire_maker | 4~1 -0 -12; done 1 SELF_TRADE; BUY 12=0; 4~2 -0 -13; done 2 SELF_TRADE; BUY 11=0; 4~3 -0 -81; done 3 SELF_TRADE; BUY 10=0; rest 4; SELL 10=30
          buy 1 4@5 by=7; buy 2 4@5       | sell 3 4@5 by=7 stp=expire_maker   | 3~1 -0 -4; done 1 SELF_TRADE; 3x2 4@5; done 2 FILLED; BUY 5=0; done 3 FILLED
          buy 1 1@1 by=7                  | sell 2 1@market by=7 stp=expire_maker | 2~1 -0 -1; done 1 SELF_TRADE; BUY 1=0; done 2 EXPIRED
          # hidden quantity ends too
          buy 1 9@5 by=7 show=2           | sell 2 4@5 by=7 stp=expire_maker   | 2~1 -0 -9; done 1 SELF_TRADE; BUY 5=0; rest 2; SELL 5=4
          # both end, the maker first
          buy 1 1@1 by=7; buy 2 5@1       | sell 3 3@1 by=7 stp=expire_both    | 3~1 -3 -1; done 1 SELF_TRADE; BUY 1=5; done 3 SELF_TRADE
          # both lose the smaller rest
          buy 1 6@2 by=7                  | sell 2 2@2 by=7 stp=decrement      | 2~1 -2 -2; BUY 2=4; done 2 SELF_TRADE
          buy 1 2@2 by=7                  | sell 2 6@2 by=7 stp=decrement      | 2~1 -2 -2; done 1 SELF_TRADE; BUY 2=0; rest 2; SELL 2=4
          buy 1 2@2 by=7                  | sell 2 2@2 by=7 stp=decrement      | 2~1 -2 -2; done 1 SELF_TRADE; BUY 2=0; done 2 SELF_TRADE
          buy 1 2@2 by=7; buy 2 2@2       | sell 3 3@2 by=7 stp=decrement      | 3~1 -2 -2; done 1 SELF_TRADE; 3x2 1@2; BUY 2=1; done 3 FILLED
          # of an iceberg the hidden part first; it keeps its place
          buy 1 9@2 by=7 show=2; buy 2 1@2 | sell 3 4@2 by=7 stp=decrement     | 3~1 -4 -4; done 3 SELF_TRADE
          buy 1 9@2 by=7 show=4; sell 2 2@2 | sell 3 3@2 by=7 stp=decrement    | 3~1 -3 -3; done 3 SELF_TRADE
          buy 1 9@2 by=7 show=3           | sell 2 8@2 by=7 stp=decrement      | 2~1 -8 -8; BUY 2=1; done 2 SELF_TRADE
          buy 1 9@2 by=7 show=2; buy 2 1@2 | sell 3 4@2 by=7 stp=decrement; sell 4 1@2 | 4x1 1@2; BUY 2=2; done 4 FILLED
          """)
  void selfTrades(String before, String commands, String events) {
    holds(before, commands, events);
  }

  /**
   * Fill or kill trades in full or changes nothing, so that what would be prevented is not there.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 6@5 fok by=7                  | 4x1 2@5; done 1 FILLED; 4x2 3@5; done 2 FILLED; 4x3 1@5; SELL 5=3; done 4 FILLED
          # makers that would end are passed over
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 6@5 fok by=7 stp=expire_maker | 4x1 2@5; done 1 FILLED; 4~2 -0 -3; done 2 SELF_TRADE; 4x3 4@5; done 3 FILLED; SELL 5=0; done 4 FILLED
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 7@5 fok by=7 stp=expire_maker | done 4 KILLED
          # what stands behind one that would end the taker does not count
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 2@5 fok by=7 stp=expire_taker | 4x1 2@5; done 1 FILLED; SELL 5=7; done 4 FILLED
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 3@5 fok by=7 stp=expire_taker | done 4 KILLED
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 3@5 fok by=7 stp=expire_both  | done 4 KILLED
          sell 1 2@5; sell 2 3@5 by=7; sell 3 4@5 | buy 4 3@5 fok by=7 stp=decrement    | done 4 KILLED
          sell 1 2@5; sell 2 3@6 by=7             | buy 4 2@6 fok by=7 stp=decrement    | 4x1 2@5; done 1 FILLED; SELL 5=0; done 4 FILLED
          # the hidden part of an iceberg stands behind it as well
          sell 1 9@5 show=2; sell 2 3@5 by=7      | buy 4 2@5 fok by=7 stp=expire_taker | 4x1 2@5; done 4 FILLED
          sell 1 9@5 show=2; sell 2 3@5 by=7      | buy 4 3@5 fok by=7 stp=expire_taker | done 4 KILLED
          sell 1 9@5 show=2; sell 2 3@6 by=7      | buy 4 9@6 fok by=7 stp=expire_taker | 4x1 2@5; 4x1 2@5; 4x1 2@5; 4x1 2@5; 4x1 1@5; done 1 FILLED; SELL 5=0; done 4 FILLED
          """)
  void fillOrKillAmongOnesOwn(String before, String commands, String events) {
    holds(before, commands, events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # as many lots as the budget pays for
          sell 1 9@10                | buy 2 quote=47/1     | 2x1 4@10; SELL 10=5; done 2 FILLED
          sell 1 9@10                | buy 2 quote=49/2     | 2x1 4@10; SELL 10=5; done 2 FILLED
          sell 1 9@10                | buy 2 quote=59/3     | 2x1 3@10; SELL 10=6; done 2 FILLED
          sell 1 9@10                | buy 2 quote=90/1     | 2x1 9@10; done 1 FILLED; SELL 10=0; done 2 EXPIRED
          # what is left goes to the next level
          sell 1 3@10; sell 2 9@11   | buy 3 quote=65/1     | 3x1 3@10; done 1 FILLED; SELL 10=0; 3x2 3@11; SELL 11=6; done 3 FILLED
          sell 1 3@10; sell 2 9@11   | buy 3 quote=40/1     | 3x1 3@10; done 1 FILLED; SELL 10=0; done 3 FILLED
          # a sale brings in no more than the amount
          buy 1 3@10; buy 2 9@9      | sell 3 quote=65/1    | 3x1 3@10; done 1 FILLED; BUY 10=0; 3x2 3@9; BUY 9=6; done 3 FILLED
          # not a single lot
          sell 1 9@10                | buy 2 quote=9/1      | done 2 UNDER_LOT
          sell 1 9@10                | buy 2 quote=29/3     | done 2 UNDER_LOT
          # an empty book
                                     | buy 2 quote=90/1     | done 2 EXPIRED
          # the book ends first
          sell 1 2@10                | buy 2 quote=90/1     | 2x1 2@10; done 1 FILLED; SELL 10=0; done 2 EXPIRED
          # among one's own
          sell 1 9@10 by=7           | buy 2 quote=47/1 by=7 stp=expire_taker | 2~1 -4 -0; done 2 SELF_TRADE
          sell 1 9@10 by=7; sell 2 9@10 | buy 3 quote=47/1 by=7 stp=expire_maker | 3~1 -0 -9; done 1 SELF_TRADE; 3x2 4@10; SELL 10=5; done 3 FILLED
          sell 1 3@10 by=7; sell 2 9@10 | buy 3 quote=47/1 by=7 stp=decrement | 3~1 -3 -3; done 1 SELF_TRADE; 3x2 1@10; SELL 10=8; done 3 FILLED
          sell 1 9@10 by=7           | buy 2 quote=47/1 by=7 stp=decrement    | 2~1 -4 -4; SELL 10=5; done 2 SELF_TRADE
          sell 1 4@10 by=7; sell 2 9@10 | buy 3 quote=47/1 by=7 stp=decrement | 3~1 -4 -4; done 1 SELF_TRADE; SELL 10=9; done 3 SELF_TRADE
          """)
  void marketByQuote(String before, String commands, String events) {
    holds(before, commands, events);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sell 1 5@101; sell 2 5@101          | cancel 1                     | done 1 CANCELLED; SELL 101=5
          sell 1 5@101                        | cancel 1                     | done 1 CANCELLED; SELL 101=0
          sell 1 5@101                        | cancel 2                     |
          sell 1 5@101; sell 2 5@101          | cancel 1; buy 3 1@101        | 3x2 1@101; SELL 101=4; done 3 FILLED
          sell 1 5@101; sell 2 5@101; sell 3 5@101 | cancel 2; buy 4 6@101   | 4x1 5@101; done 1 FILLED; 4x3 1@101; SELL 101=4; done 4 FILLED
          # an id that is done may come again
          sell 1 5@101                        | cancel 1; sell 1 2@101       | rest 1; SELL 101=2
          # less of an order keeps its place
          sell 1 5@101; sell 2 5@101          | reduce 1 3                   | SELL 101=8
          sell 1 5@101; sell 2 5@101          | reduce 1 3; buy 3 4@101      | 3x1 3@101; done 1 FILLED; 3x2 1@101; SELL 101=4; done 3 FILLED
          # the whole counts what was filled
          sell 1 5@101; buy 2 2@101           | reduce 1 4                   | SELL 101=2
          # the hidden part goes first
          sell 1 9@101 show=4                 | reduce 1 5                   |
          sell 1 9@101 show=4                 | reduce 1 3                   | SELL 101=3
          # replace: less keeps its place, more or another price loses it
          sell 1 5@101; sell 2 5@101          | replace 1 3@101; buy 3 1@101 | 3x1 1@101; SELL 101=7; done 3 FILLED
          sell 1 5@101; sell 2 5@101          | replace 1 6@101              | rest 1; SELL 101=11
          sell 1 5@101; sell 2 5@101          | replace 1 6@101; buy 3 1@101 | 3x2 1@101; SELL 101=10; done 3 FILLED
          sell 1 5@101; sell 2 5@102          | replace 1 5@102; buy 3 1@102 | 3x2 1@102; SELL 102=9; done 3 FILLED
          sell 1 5@101                        | replace 1 7@101              | rest 1; SELL 101=7
          sell 1 5@101                        | replace 1 5@101              |
          sell 1 5@101                        | replace 1 4@103              | SELL 101=0; rest 1; SELL 103=4
          # a new price may take
          buy 1 3@100; sell 2 5@101           | replace 2 5@100              | SELL 101=0; 2x1 3@100; done 1 FILLED; BUY 100=0; rest 2; SELL 100=2
          buy 1 3@100; sell 2 5@101 post      | replace 2 5@100              | SELL 101=0; done 2 WOULD_TAKE
          # the whole counts what was filled
          sell 1 5@101; buy 2 2@101           | replace 1 5@102              | SELL 101=0; rest 1; SELL 102=3
          # an iceberg shows a whole part again
          sell 1 9@101 show=4; buy 2 3@101    | replace 1 10@101             | rest 1; SELL 101=4
          """)
  void changes(String before, String commands, String events) {
    holds(before, commands, events);
  }

  private void holds(String before, String commands, String events) {
    apply(before);
    String last = commands.substring(commands.lastIndexOf(';') + 1);
    apply(commands.substring(0, Math.max(0, commands.lastIndexOf(';'))));
    tape.take();
    BookCommand.parse(last).apply(book);
    assertThat(tape.take()).isEqualTo(words(events));
    book.checkInvariants();
  }

  private void apply(String commands) {
    words(commands).forEach(command -> BookCommand.parse(command).apply(book));
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Stream.of(text.split(";")).map(String::trim).toList();
  }

  @Test
  void aBudgetOfAnotherScaleIsNeverPassed() {
    OrderBook cents = new OrderBook(100, tape);
    cents.submit(BookOrder.limit(1, 1, Side.SELL, 333, 10));
    cents.submit(BookOrder.limit(2, 2, Side.SELL, 333, 90));
    BookOrder order = BookOrder.marketByQuote(3, 3, Side.BUY, 100, 1);
    cents.submit(order);
    // 10 * 3.33 is paid with 34; the 66 that are left pay for 19.8.
    assertThat(tape.take()).contains("3x1 10@333", "3x2 19@333", "done 3 FILLED");
    assertThat(order.budgetScaled()).isEqualTo(100 - 34 - 64);
    assertThat(order.qtyScaled()).isEqualTo(29);
    assertThat(order.filledQtyScaled()).isEqualTo(29);
    assertThat(order.openQtyScaled()).isZero();
  }

  @Test
  void budgetsAndPricesMayBeAsLargeAsALong() {
    OrderBook large = new OrderBook(100_000_000, tape);
    long most = Long.MAX_VALUE;
    large.submit(BookOrder.limit(1, 1, Side.SELL, most, most));
    large.submit(BookOrder.marketByQuote(2, 2, Side.BUY, most, 1));
    assertThat(tape.take())
        .containsExactly(
            "rest 1",
            "SELL " + most + "=" + most,
            "2x1 100000000@" + most,
            "SELL " + most + "=" + (most - 100_000_000),
            "done 2 FILLED");
    large.submit(BookOrder.limit(3, 3, Side.BUY, most - 1, most));
    large.submit(BookOrder.market(4, 4, Side.SELL, most));
    assertThat(large.isEmpty(Side.BUY)).isTrue();
    large.checkInvariants();
  }

  @Test
  void whatDoesNotFitIsRefusedAndChangesNothing() {
    apply("sell 1 5@101; sell 2 5@103");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.submit(BookOrder.limit(3, 3, Side.SELL, 102, Long.MAX_VALUE - 9)))
        .withMessage(
            "all that rests on a side must fit a long, was 10 and 9223372036854775798 more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.replace(book.find(1).orElseThrow(), 102, Long.MAX_VALUE))
        .withMessageContaining("must fit a long");
    book.checkInvariants();
    book.submit(BookOrder.limit(3, 3, Side.SELL, 102, Long.MAX_VALUE - 10));
    book.submit(BookOrder.limit(4, 4, Side.BUY, 100, Long.MAX_VALUE));
    book.checkInvariants();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    apply("sell 1 5@101; buy 2 2@101");
    BookOrder rests = book.find(1).orElseThrow();
    refused("priceScaled must be > 0, was 0", () -> BookOrder.limit(9, 9, Side.BUY, 0, 1));
    refused("qtyScaled must be > 0, was 0", () -> BookOrder.limit(9, 9, Side.BUY, 1, 0));
    refused("qtyScaled must be > 0, was -1", () -> BookOrder.market(9, 9, Side.BUY, -1));
    refused("budgetScaled must be > 0, was 0", () -> BookOrder.marketByQuote(9, 9, Side.BUY, 0, 1));
    refused("lotScaled must be > 0, was 0", () -> BookOrder.marketByQuote(9, 9, Side.BUY, 1, 0));
    refused(
        "a market order is IOC, was GTC",
        () -> BookOrder.market(9, 9, Side.BUY, 1).timeInForce(TimeInForce.GTC));
    refused(
        "displayQtyScaled is for orders that rest, was 2",
        () ->
            book.submit(
                BookOrder.limit(9, 9, Side.BUY, 1, 5).display(2).timeInForce(TimeInForce.FOK)));
    refused("displayQtyScaled must be > 0, was 0", () -> limit(9).display(0));
    refused("order 1 is in the book already", () -> book.submit(limit(1)));
    refused("an order is submitted once, order 1 was", () -> book.submit(rests));
    refused(
        "an order is submitted once, order 1 was", () -> rests.timeInForce(TimeInForce.POST_ONLY));
    refused("order 9 does not rest", () -> book.cancel(limit(9)));
    refused("qtyScaled must lie between 2 and 5, was 2", () -> book.reduce(rests, 2));
    refused("qtyScaled must lie between 2 and 5, was 5", () -> book.reduce(rests, 5));
    refused("qtyScaled must be > 2, was 2", () -> book.replace(rests, 101, 2));
    refused("priceScaled must be > 0, was 0", () -> book.replace(rests, 0, 5));
    refused("BUY has no orders", () -> book.bestPriceScaled(Side.BUY));
    refused("quoteUnit must be >= 1, was 0", () -> new OrderBook(0, tape));
    book.checkInvariants();
    assertThat(book.bestPriceScaled(Side.SELL)).isEqualTo(101);
  }

  private static BookOrder limit(long id) {
    return BookOrder.limit(id, id, Side.SELL, 200, 5);
  }

  private static void refused(String why, Runnable what) {
    assertThatIllegalArgumentException().isThrownBy(what::run).withMessage(why);
  }

  @Test
  void anOrderTellsWhatBecameOfIt() {
    BookOrder maker = BookOrder.limit(1, 7, Side.SELL, 101, 9).display(4).tag(42);
    book.submit(maker);
    BookOrder taker = BookOrder.limit(2, 8, Side.BUY, 102, 5);
    book.submit(taker);
    BookOrder own = BookOrder.limit(3, 7, Side.BUY, 101, 1).selfTrade(SelfTradeMode.DECREMENT);
    book.submit(own);
    assertThat(maker.isResting()).isTrue();
    assertThat(maker.filledQtyScaled()).isEqualTo(5);
    assertThat(maker.preventedQtyScaled()).isEqualTo(1);
    assertThat(maker.openQtyScaled()).isEqualTo(3);
    assertThat(maker.shownQtyScaled()).isEqualTo(3);
    assertThat(taker.isResting()).isFalse();
    assertThat(taker.openQtyScaled()).isZero();
    assertThat(own.preventedQtyScaled()).isEqualTo(1);
    assertThat(book.size()).isEqualTo(1);
    book.cancel(maker);
    assertThat(maker.isResting()).isFalse();
    assertThat(maker.openQtyScaled()).isEqualTo(3);
    assertThat(maker.shownQtyScaled()).isZero();
    assertThat(book.find(1)).isEmpty();
    assertThat(book.size()).isZero();
  }

  @Test
  void depthBeginsWithTheBestAndEndsInTime() {
    apply("buy 1 1@98; buy 2 2@99; buy 3 3@97; sell 4 4@101; sell 5 5@100; sell 6 6@102");
    List<String> levels = new ArrayList<>();
    for (Side side : Side.values()) {
      book.depth(side, 2, (s, price, qty) -> levels.add(s + " " + price + "=" + qty));
    }
    assertThat(levels).containsExactly("BUY 99=2", "BUY 98=1", "SELL 100=5", "SELL 101=4");
    assertThat(book.bestPriceScaled(Side.BUY)).isEqualTo(99);
    assertThat(book.bestPriceScaled(Side.SELL)).isEqualTo(100);
  }

  @Test
  void aSinkMustNotCommandItsBook() {
    OrderBook[] cell = new OrderBook[1];
    BookSink meddler =
        new BookSink() {
          @Override
          public void onTrade(BookOrder taker, BookOrder maker, long price, long qty) {}

          @Override
          public void onPrevented(BookOrder taker, BookOrder maker, long ours, long theirs) {}

          @Override
          public void onRested(BookOrder order) {
            cell[0].cancel(order);
          }

          @Override
          public void onDone(BookOrder order, DoneReason reason) {}

          @Override
          public void onLevel(Side side, long price, long qty) {}
        };
    cell[0] = new OrderBook(1, meddler);
    assertThatIllegalStateException()
        .isThrownBy(() -> cell[0].submit(limit(1)))
        .withMessage("a sink must not command its book");
  }

  @Test
  void aStateWithAnOrderTwiceIsRefused() {
    BookOrder order = limit(1);
    book.submit(order);
    StateWriter out = new StateWriter().section("order-book", 2).writeInt(2);
    order.save(out);
    order.save(out);
    byte[] bytes = out.toByteArray();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> book.load(new StateReader(bytes)))
        .isInstanceOf(StateException.class)
        .hasMessage("order 1 stands twice in the book");
  }
}
