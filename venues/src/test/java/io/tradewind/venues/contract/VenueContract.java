package io.tradewind.venues.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTransitions;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every venue does behind its port, as tables: what is asked of it and what happens in its
 * market, and what it tells. After each story its events lie along the table of states, and its own
 * books hold the money that the fills told of.
 */
abstract class VenueContract {
  private static final long ONE_COIN = 100_000_000L;

  private Floor floor;
  private long cashBefore;
  private long baseBefore;

  /** With 10,000 of cash and ten of base. */
  abstract Floor open();

  @BeforeEach
  void begin() {
    floor = open();
    cashBefore = floor.cashScaled();
    baseBefore = floor.baseScaled();
  }

  @AfterEach
  void end() {
    try {
      assertLegal(floor.events());
      List<OrderEvent> all = new ArrayList<>(floor.events());
      all.addAll(floor.beside());
      assertMoney(all);
    } finally {
      floor.close();
    }
  }

  private static void assertLegal(List<OrderEvent> events) {
    Map<Long, OrderState> states = new TreeMap<>();
    for (OrderEvent event : events) {
      OrderState before = states.getOrDefault(event.orderId(), OrderState.SENT);
      Optional<OrderState> after = OrderTransitions.next(before, event);
      assertThat(after).as("%s after %s, of %s", event, before, events).isPresent();
      states.put(event.orderId(), after.orElseThrow());
    }
  }

  /** Every order of these stories says by its number whether it buys: odd ones do. */
  private void assertMoney(List<OrderEvent> events) {
    long cash = cashBefore;
    long base = baseBefore;
    for (OrderEvent event : events) {
      if (event instanceof OrderEvent.Filled filled) {
        int sign = filled.orderId() % 2 == 1 ? 1 : -1;
        base += sign * filled.qtyScaled() - (filled.feeInBase() ? filled.feeScaled() : 0);
        cash -= sign * filled.quoteScaled() + filled.slippageScaled();
        cash -= filled.feeInBase() ? 0 : filled.feeScaled();
      }
    }
    assertThat(floor.cashScaled())
        .as("cash after %s", events)
        .isCloseTo(cash, within(floor.cashToleranceScaled()));
    assertThat(floor.baseScaled()).as("base after %s", events).isEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 buy 2 limit 99                                      | 1 accepted
          1 buy 2 limit 99; price 98                            | 1 accepted, 1 filled 2 last
          2 sell 2 limit 101; price 102                         | 2 accepted, 2 filled 2 last
          1 buy 2 limit 99; cancel 1                            | 1 accepted, 1 cancelled
          1 buy 2 limit 99; price 98; cancel 1                  | 1 accepted, 1 filled 2 last
          1 buy 2 limit 99; cancel 1; cancel 1; price 98        | 1 accepted, 1 cancelled
          cancel 7                                              |
          1 buy 2 limit 99; trade 0.5 at 99                     | 1 accepted, 1 filled 0.5
          1 buy 2 limit 99; trade 0.5 at 99; cancel 1           | 1 accepted, 1 filled 0.5, 1 cancelled
          1 buy 2 limit 99; trade 0.5 at 99; trade 1.5 at 99    | 1 accepted, 1 filled 0.5, 1 filled 1.5 last
          1 buy 2 market                                        | 1 accepted, 1 filled 2 last
          2 sell 2 market                                       | 2 accepted, 2 filled 2 last
          1 buy 2 post 99; price 98                             | 1 accepted, 1 filled 2 last
          1 buy 2 ioc 99                                        | 1 accepted, 1 expired
          1 buy 2 fok 99                                        | 1 accepted, 1 expired / 1 rejected NOT_FILLABLE
          1 buy 2 ioc 103                                       | 1 accepted, 1 filled 2 last
          2 sell -2 stop 95; price 94                           | 2 accepted, 2 triggered 95, 2 filled 2 last
          2 sell -2 stop 95; price 96; cancel 2                 | 2 accepted, 2 cancelled
          1 buy 2 stop 105; price 106                           | 1 accepted, 1 triggered 105, 1 filled 2 last
          2 sell -2 take 105; price 106                         | 2 accepted, 2 triggered 105, 2 filled 2 last
          2 sell -2 stoplimit 95 90; price 94                   | 2 accepted, 2 triggered 95, 2 filled 2 last
          2 sell -2 oco 110 90; price 111                       | 2 accepted, 2 filled 2 last
          2 sell -2 oco 110 90; price 89                        | 2 accepted, 2 triggered 90, 2 filled 2 last
          2 sell -2 oco 110 90; cancel 2; price 89              | 2 accepted, 2 cancelled
          2 sell -2 oco 110 90; trade 0.5 at 110; cancel 2      | 2 accepted, 2 filled 0.5, 2 cancelled
          1 buy 2 limit 99; 2 sell 1 limit 101; price 98; price 102 | 1 accepted, 2 accepted, 1 filled 2 last, 2 filled 1 last
          """)
  void tellsWhatHappens(String story, String expected) {
    Story.tell(floor, story);
    String[] either = expected == null ? new String[] {""} : expected.split(" / ");
    assertThat(Story.events(floor)).isIn((Object[]) either);
  }

  /** New terms of a standing order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 sell -2 stop 95; amend 2 stop 96; price 95.50       | 2 accepted, 2 amended, 2 triggered 96, 2 filled 2 last
          2 sell -2 stop 95; amend 2 stop 94; price 94.50; cancel 2 | 2 accepted, 2 amended, 2 cancelled
          2 sell -2 stop 95; amend 2 stop 96; amend 2 stop 97; price 96.50 | 2 accepted, 2 amended, 2 amended, 2 triggered 97, 2 filled 2 last
          2 sell -2 limit 110; amend 2 limit 105; price 106     | 2 accepted, 2 amended, 2 filled 2 last
          2 sell -2 limit 110; trade 0.5 at 110; amend 2 limit 111; price 112 | 2 accepted, 2 filled 0.5, 2 amended, 2 filled 1.5 last
          2 sell -2 stop 95; price 94; amend 2 stop 96          | 2 accepted, 2 triggered 95, 2 filled 2 last
          2 sell all stop 95; amend 2 stop 96; price 95.50      | 2 accepted, 2 amended, 2 triggered 96, 2 filled {all} last
          2 sell all stop 95; amend 2 stop 96; amend 2 stop 97; price 96.50 | 2 accepted, 2 amended, 2 amended, 2 triggered 97, 2 filled {all} last
          2 sell all stop 95; amend 2 stop 96; cancel 2         | 2 accepted, 2 amended, 2 cancelled
          """)
  void changesTerms(String story, String expected) {
    String all = FixedPoint.format(floor.baseScaled(), floor.instrument().qtyScale());
    Story.tell(floor, story);
    assertThat(Story.events(floor)).isEqualTo(expected.replace("{all}", all));
  }

  /** An entry that brings its exit with it; the exit is told under its own id. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 buy 2 bracket 99 110 90 4; cancel 1                 | 1 accepted, 1 cancelled
          1 buy 2 bracket 99 110 90 4; price 98                 | 1 accepted, 1 filled 2 last, 4 accepted
          1 buy 2 bracket 99 110 90 4; price 98; cancel 4       | 1 accepted, 1 filled 2 last, 4 accepted, 4 cancelled
          1 buy 2 bracket 99 110 90 4; trade 0.5 at 99          | 1 accepted, 1 filled 0.5, 4 accepted / 1 accepted, 1 filled 0.5
          1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; trade 1.5 at 99; price 89 | 1 accepted, 1 filled 0.5, 4 accepted, 1 filled 1.5 last, 4 triggered 90, 4 filled 2 last / 1 accepted, 1 filled 0.5, 1 filled 1.5 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last
          1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; price 89 | 1 accepted, 1 filled 0.5, 4 accepted, 1 filled 1.5 last, 4 triggered 90, 4 filled 0.5 last / 1 accepted, 1 filled 0.5, 1 filled 1.5 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last / 1 accepted, 1 filled 0.5, 4 accepted, 1 filled 1.5 last, 4 triggered 90, 4 filled 2 last
          1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; cancel 1; price 89 | 1 accepted, 1 filled 0.5, 4 accepted, 1 cancelled, 4 triggered 90, 4 filled 0.5 last / 1 accepted, 1 filled 0.5, 1 cancelled, 4 accepted, 4 triggered 90, 4 filled 0.498 last
          """)
  void bringsTheExit(String story, String expected) {
    Story.tell(floor, story);
    assertThat(Story.events(floor)).isIn((Object[]) expected.split(" / "));
  }

  /** However fast the market goes through entry and stop, all that was bought is sold. */
  @Test
  void nothingStaysOpenBehindTheStop() {
    Story.tell(floor, "1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; price 89; price 88");
    assertThat(floor.baseScaled())
        .isCloseTo(baseBefore, within(2 * floor.instrument().rules().getLast().lotScaled()));
  }

  /** The last word is a refusal, for one of these reasons. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 buy 2 limit 99.02                 | PRICE_OFF_TICK
          1 buy 2.001 limit 99                | QTY_OFF_LOT
          1 buy 0.002 limit 99                | QTY_TOO_SMALL, NOTIONAL_TOO_SMALL
          2 sell -2 oco 90 110                | LEGS_CROSSED
          1 buy 2 post 103                    | WOULD_TAKE
          1 buy 2000 limit 103                | INSUFFICIENT_BALANCE
          2 sell 2000 limit 97                | INSUFFICIENT_BALANCE, NOT_HELD
          """)
  void refuses(String story, String reasons) {
    Story.tell(floor, story);
    assertThat(floor.events().getLast())
        .isInstanceOfSatisfying(
            OrderEvent.Rejected.class,
            rejected -> assertThat(reasons.split(", ")).contains(rejected.reason().name()));
  }

  /** A sum buys as much as it pays for, and no more. */
  @ParameterizedTest
  @CsvSource({"150", "99.50", "1000"})
  void aBudgetIsNotOverspent(String sum) {
    Story.tell(floor, "1 buy $" + sum + " market");
    long spent = cashBefore - floor.cashScaled();
    long budget = FixedPoint.parse(sum, 8, RoundingMode.UNNECESSARY);
    assertThat(spent)
        .isLessThanOrEqualTo(budget)
        .isGreaterThan(budget - budget / 500 - ONE_COIN / 2);
  }

  /** All of the position, whatever it is. */
  @Test
  void sellsAllThatIsHeld() {
    Story.tell(floor, "1 buy 2 market; 2 sell all market");
    assertThat(floor.baseScaled())
        .isLessThan(
            FixedPoint.parse("0.002", floor.instrument().qtyScale(), RoundingMode.UNNECESSARY));
  }
}
