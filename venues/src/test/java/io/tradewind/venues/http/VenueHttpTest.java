package io.tradewind.venues.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of requests, one story a line; no socket, no time that passes by itself. */
class VenueHttpTest {
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  /** Of a question up to 3 attempts, of an order one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ask a; a<200                                       | sent a@0, a ok@0
          ask a; a<400                                       | sent a@0, a rejected(FILTER)@0
          ask a; a<401; +9                                   | sent a@0, a fatal(KEY)@0
          ask a; a<500; +2; a<200                            | sent a@0, sent a@1, a ok@2
          ask a; a<timeout; +2; a<200                        | sent a@0, sent a@1, a ok@2
          ask a; a<garbage; +2; a<200                        | sent a@0, sent a@1, a ok@2
          ask a; a<unsent; +2; a<broken; +2; a<503; +9       | sent a@0, sent a@1, sent a@4, a later(OVERLOADED 0)@4
          ask a; a<500; +2; a<500; +2; a<500; +9             | sent a@0, sent a@1, sent a@4, a unknown@4
          order a; a<200                                     | sent a@0, a ok@0
          order a; a<500; +9                                 | sent a@0, a unknown@0
          order a; a<timeout; +9                             | sent a@0, a unknown@0
          order a; a<broken; +9                              | sent a@0, a unknown@0
          order a; a<garbage; +9                             | sent a@0, a unknown@0
          order a; a<unsent; +9                              | sent a@0, a later(NO_CONNECTION 0)@0
          order a; a<503; +9                                 | sent a@0, a later(OVERLOADED 0)@0
          order a; a<400; +9                                 | sent a@0, a rejected(FILTER)@0
          order a; +11                                       | sent a@0, cut a@11, a unknown@11
          order a; +11; a<200                                | sent a@0, cut a@11, a unknown@11
          """)
  void anAttemptEnds(String story, String expected) {
    assertThat(HttpScript.run(new HttpScript(HttpScript.TWO, 30), story)).isEqualTo(expected);
  }

  /** Two at once and four waiting; orders go first; who waits too long is told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ask a; ask b; ask c; +1; a<200                     | sent a@0, sent b@0, a ok@1, sent c@1
          ask a; ask b; ask c; order d; +1; a<200            | sent a@0, sent b@0, sent d@1, a ok@1
          ask a; ask b; ask c; ask d; ask e; ask f; ask g    | sent a@0, sent b@0, g later(QUEUE_FULL 0)@0
          ask a; ask b; +1; ask c; +9; a<200; +1; ask d      | sent a@0, sent b@0, a ok@10, sent c@10, cut b@11, sent d@11
          """)
  void theBulkheadHolds(String story, String expected) {
    String log = HttpScript.run(new HttpScript(HttpScript.TWO, 30), story);
    assertThat(sorted(log)).isEqualTo(sorted(expected));
  }

  private static String sorted(String log) {
    return String.join(", ", java.util.Arrays.stream(log.split(", ")).sorted().toList());
  }

  /** As long as the venue says nothing goes out, nor what was asked before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ask a; a<429 retry-after=7; ask b; +6; +1; a<200   | sent a@0, sent a@7, sent b@7, a ok@7
          order a; a<418 retry-after=7; order b; +6; +1      | sent a@0, a later(RATE_LIMIT 7)@0, sent b@7
          ask a; a<418 retry-after=99; order b; +9           | sent a@0, a later(RATE_LIMIT 99)@0, b later(RATE_LIMIT 99)@0
          ask a; a<503 retry-after=7; ask b; +6; +1; a<200   | sent a@0, sent a@7, sent b@7, a ok@7
          ask a; a<429 retry-after=Tue,_14_Nov_2023_22:14:07_GMT; ask b; +6; +1 | sent a@0, sent a@7
          order a; a<429; order b; +1                        | sent a@0, a later(RATE_LIMIT 1)@0, sent b@1
          ask a; ask b; b<429 retry-after=7; a<200; +7       | sent a@0, sent b@0, a ok@0, sent b@7
          """)
  void waitsAsLongAsTheVenueSays(String story, String expected) {
    assertThat(HttpScript.run(new HttpScript(HttpScript.TWO, 30), story)).isEqualTo(expected);
  }

  /**
   * Behind a rest one goes, the most urgent, and twice as many with each that is answered well;
   * four at once without a rest.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ask b; ask c; order d; +7                                    | sent d@7
          ask b; ask c; order d; +7; d<200                             | sent d@7, sent b@7, sent c@7, d ok@7
          ask b; ask c; ask d; ask e; +7; b<200                        | sent b@7, sent c@7, sent d@7, b ok@7
          ask b; ask c; ask d; ask e; +7; b<200; c<200                 | sent b@7, sent c@7, sent d@7, b ok@7, sent e@7, c ok@7
          ask b; ask c; ask d; ask e; +7; b<400; c<200                 | sent b@7, sent c@7, sent d@7, b rejected(FILTER)@7, sent e@7, c ok@7
          order b; order c; +7; b<429 retry-after=5; +4; order d; +1   | sent b@7, b later(RATE_LIMIT 5)@7, sent c@12
          order b; order c; +7; b<418 retry-after=5; +5; c<200; ask d  | sent b@7, b later(RATE_LIMIT 5)@7, sent c@12, c ok@12, sent d@12
          order b; order c; order d; +7; b<500; c<200; ask e           | sent b@7, sent c@7, b unknown@7, sent d@7, c ok@7, sent e@7
          order b; order c; order d; +7; b<timeout; c<timeout          | sent b@7, sent c@7, b unknown@7, sent d@7, c unknown@7
          order b; order c; +7; +11                                    | sent b@7, cut b@18, sent c@18, b unknown@18
          """)
  void afterARestOneGoesFirst(String story, String expected) {
    HttpScript script = new HttpScript(new HttpSettings.Bulkhead(4, 9), 30);
    String log = HttpScript.run(script, "order a; a<429 retry-after=7; " + story);
    assertThat(log).isEqualTo("sent a@0, a later(RATE_LIMIT 7)@0, " + expected);
  }

  /** What is on its way when a rest begins neither keeps the first waiting nor speaks for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +7; ask c; ask d                      | sent c@7
          +7; ask c; ask d; a<200               | sent c@7, a ok@7
          +7; ask c; ask d; a<200; c<200        | sent c@7, a ok@7, sent d@7, c ok@7
          +7; ask c; ask d; a<429 retry-after=5; c<200; +5 | sent c@7, c ok@7, sent a@12
          """)
  void whatWasOnItsWayBeforeTheRestTellsNothing(String story, String expected) {
    HttpScript script = new HttpScript(new HttpSettings.Bulkhead(4, 9), 30);
    String log = HttpScript.run(script, "ask a; order b; b<429 retry-after=7; " + story);
    assertThat(log).isEqualTo("sent a@0, sent b@0, b later(RATE_LIMIT 7)@0, " + expected);
  }

  /** Five failures, 300 seconds without a sign of the venue, one that tries. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order f                                            | sent f@0
          +299; order f                                      | f later(CIRCUIT_OPEN 1)@299
          +299; ask f                                        | f later(CIRCUIT_OPEN 1)@299
          +300; order f; order g; f<200            | sent f@300, sent g@300, f ok@300
          +300; order f; order g; f<500            | sent f@300, f unknown@300, g later(CIRCUIT_OPEN 5)@300
          +300; order f; f<400; order g            | sent f@300, f rejected(FILTER)@300, sent g@300
          +300; order f; f<429 retry-after=5; order g; +5 | sent f@300, f later(RATE_LIMIT 5)@300, sent g@305
          """)
  void theBreakerOpensAndTries(String story, String expected) {
    boolean closed = story.startsWith("order");
    String failures = "order x; x<500; ".repeat(closed ? 4 : 5);
    String log =
        HttpScript.run(new HttpScript(HttpScript.TWO, 30), "time off; " + failures + story);
    assertThat(log.replaceAll("(sent x@0|x unknown@0),? ?", "")).isEqualTo(expected);
  }

  /** Asked for its time after 1, 2 and 4 seconds and then every 5, the venue is soon known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          time off; +299                                    | 61 pings
          time off; +9; time on; +3; order f                | sent f@12
          time off; +99; time on; +5; order f; f<200; order g | sent f@104, f ok@104, sent g@104
          time off; +99; time on; +5; order f; f<500; order g | sent f@104, f unknown@104, g later(CIRCUIT_OPEN 5)@104
          time off; +99; time on; +5; order f; order g; f<200 | sent f@104, sent g@104, f ok@104
          time off; +9; order f                             | f later(CIRCUIT_OPEN 3)@9
          """)
  void aPingTellsThatTheVenueIsBack(String story, String expected) {
    HttpScript script = new HttpScript(HttpScript.TWO, 30);
    String log = HttpScript.run(script, "time off; " + "order x; x<500; ".repeat(5) + story);
    assertThat(
            expected.endsWith("pings")
                ? script.unansweredTimes() + " pings"
                : log.replaceAll("(sent x@0|x unknown@0),? ?", ""))
        .isEqualTo(expected);
  }

  /** A limit of 100 within a minute: questions may use 80, orders 95; a request weighs 10. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          heavy a; a<200; ask b; b<200; ask c; c<200; ask d; d<200; ask e; +59; +1 | sent a@0, a ok@0, sent b@0, b ok@0, sent c@0, c ok@0, sent d@0, d ok@0, sent e@60
          ask a; a<200 used-weight=75; ask b; order c; +1    | sent a@0, a ok@0, sent c@0
          ask a; a<200 used-weight=90; order b; +60          | sent a@0, a ok@0, sent b@60
          +55; ask a; +7; a<200 used-weight=90; order b      | sent a@55, a ok@62, sent b@62
          huge a                                             | a rejected(INVALID_REQUEST)@0
          ask a; ask b; a<200 used-weight=65; heavy c; +60   | sent a@0, sent b@0, a ok@0, cut b@11, sent b@60, sent c@60
          ask a; ask b; b<200 used-weight=60; ask c; +1      | sent a@0, sent b@0, b ok@0, sent c@0
          """)
  void staysBelowTheLimit(String story, String expected) {
    RateLimit limit = new RateLimit(RateLimit.Kind.WEIGHT, MINUTE_NS, 100);
    String log = HttpScript.run(new HttpScript(new HttpSettings.Bulkhead(2, 9), 61, limit), story);
    assertThat(log).isEqualTo(expected);
  }

  /** Who has 30 s of patience is told at once that he would wait for 60. */
  @Test
  void refusesWhatWouldWaitTooLong() {
    RateLimit limit = new RateLimit(RateLimit.Kind.ORDERS, MINUTE_NS, 2);
    HttpScript script = new HttpScript(HttpScript.TWO, 30, limit);
    assertThat(HttpScript.run(script, "order a; a<200; +5; order b; ask c"))
        .isEqualTo("sent a@0, a ok@0, b later(BUDGET 55)@5, sent c@5");
  }

  /** Of two limits each counts, here 5 orders within 10 s and 100 of weight within a minute. */
  @Test
  void everyWindowCounts() {
    RateLimit orders = new RateLimit(RateLimit.Kind.ORDERS, 10 * Utc.SECOND_NS, 2);
    RateLimit weight = new RateLimit(RateLimit.Kind.WEIGHT, MINUTE_NS, 100);
    HttpScript script = new HttpScript(HttpScript.TWO, 30, orders, weight);
    assertThat(HttpScript.run(script, "order a; a<200; order b; +9; +1; b<200"))
        .isEqualTo("sent a@0, a ok@0, sent b@10, b ok@10");
  }

  /** A doubted clock is measured again; until there is a time, nothing is signed. */
  @Test
  void withoutTheVenuesTimeNothingIsSigned() {
    HttpScript script = new HttpScript(HttpScript.TWO, 30);
    assertThat(HttpScript.run(script, "signed a; a<409; +2; a<200"))
        .isEqualTo("sent a@0, sent a@1, a ok@2");
  }
}
