package io.tradewind.venues.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sizes of exits on an account with ten coins of its own: a session sells what it holds by its own
 * ledger, and never one of those. Bought is two, of which a fee of 0.1 per cent is taken on spot.
 */
class OwnCoinsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spot    | 1 buy 2 market; 2 sell all market                | 2 accepted, 2 filled 1.998 last
          futures | 1 buy 2 market; 2 sell all market                | 2 accepted, 2 filled 2 last
          both    | 2 sell all market                                | 2 rejected NOTHING_TO_REDUCE
          spot    | 2 sell all stop 95                               | 2 rejected NOTHING_TO_REDUCE
          spot    | 1 buy 2 market; 2 sell all stop 95; price 94     | 2 accepted, 2 triggered 95, 2 filled 1.998 last
          spot    | 1 buy 2 market; 2 sell all limit 105; price 106  | 2 accepted, 2 filled 1.998 last
          spot    | 1 buy 2 market; 2 sell all stop 95; amend 2 stop 96; price 95.50 | 2 accepted, 2 amended, 2 triggered 96, 2 filled 1.998 last
          # a part of it is sold already, or held by another exit
          spot    | 1 buy 2 market; 2 sell 1 market; 4 sell all market | 2 accepted, 2 filled 1 last, 4 accepted, 4 filled 0.998 last
          spot    | 1 buy 2 market; 2 sell -1 limit 110; 4 sell all market | 2 accepted, 4 accepted, 4 filled 0.998 last
          spot    | 1 buy 2 market; 2 sell all stop 95; 4 sell all market | 2 accepted, 4 rejected NOTHING_TO_REDUCE
          spot    | 1 buy 2 market; 2 sell all stop 95; cancel 2; 4 sell all market | 2 accepted, 2 cancelled, 4 accepted, 4 filled 1.998 last
          # the stop follows an entry that goes on
          spot    | 1 buy 2 limit 99; trade 0.5 at 99; 2 sell all stop 90; trade 1.5 at 99; wait; price 89 | 2 accepted, 2 triggered 90, 2 filled 1.998 last
          spot    | 1 buy 2 market; 2 sell all stop 95; trade 0.1 at 100; wait; price 94 | 2 accepted, 2 triggered 95, 2 filled 1.998 last
          """)
  void areNeverSold(String market, String story, String expected) {
    for (String each : market.replace("both", "spot futures").split(" ")) {
      LocalFloor floor =
          new LocalFloor(each.equals("spot") ? new SpotWire() : new FuturesWire(), true);
      for (String step : story.split(" *; *")) {
        if (step.equals("wait")) {
          floor.pass(30);
        } else {
          Story.tell(floor, step);
        }
      }
      String exits =
          Stream.of(Story.events(floor).split(", "))
              .filter(event -> !event.startsWith("1 "))
              .collect(Collectors.joining(", "));
      assertThat(exits).isEqualTo(expected);
      if (each.equals("spot")) {
        assertThat(floor.baseScaled())
            .isGreaterThanOrEqualTo(10 * pow10(floor.instrument().qtyScale()));
      }
      floor.close();
    }
  }

  private static long pow10(int scale) {
    long pow = 1;
    for (int i = 0; i < scale; i++) {
      pow *= 10;
    }
    return pow;
  }
}
