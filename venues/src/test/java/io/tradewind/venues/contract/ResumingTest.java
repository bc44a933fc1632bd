package io.tradewind.venues.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.venues.binance.venue.VenueNews;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process dies and another one goes on, against the simulated exchange: what is told in all is
 * what would have been told had it lived, and what the exchange has is what was told.
 *
 * <p>{@code hold 1} lets one more request through that changes something, {@code kill lost} loses
 * what is on its way, {@code kill taken} loses the answers, with {@code kill 4} it arrives four
 * seconds later; {@code resume} waits until all is known.
 */
class ResumingTest {
  /** What is told in all, and what stands in the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # an order that was sent and never answered
          both | hold 0; 1 buy 2 limit 99; kill taken; resume | 1 accepted | 1_o0
          both | hold 0; 1 buy 2 limit 99; kill lost; resume  | 1 rejected NOT_SENT |
          both | hold 0; 1 buy 2 limit 99; kill 4; resume     | 1 accepted | 1_o0
          both | hold 0; 1 buy 2 limit 99; kill taken; trade 0.5 at 99; resume | 1 accepted, 1 filled 0.5 | 1_o0
          both | hold 0; 1 buy 2 limit 99; kill taken; trade 0.5 at 99; price 98; resume | 1 accepted, 1 filled 0.5, 1 filled 1.5 last |
          both | hold 0; 1 buy 2 market; kill taken; resume | x |
          both | hold 0; 1 buy 2 market; kill 4; resume | x |
          both | hold 0; 2 sell -2 stop 95; kill taken; price 94; resume | x |
          both | hold 0; 2 sell -2 oco 110 90; kill 4; resume | x |
          both | hold 0; 2 sell -2 oco 110 90; kill lost; resume | x |
          both | hold 1; 2 sell -2 oco 110 90; kill lost; resume | x |
          both | hold 1; 2 sell -2 oco 110 90; kill 4; resume | x |
          both | hold 0; 2 sell -2 oco 110 90; kill taken; price 111; resume | x |
          # told before, and missed
          both | 1 buy 2 limit 99; trade 0.5 at 99; kill lost; resume | x |
          both | 1 buy 2 limit 99; trade 0.5 at 99; kill lost; trade 0.5 at 99; resume; trade 0.5 at 99 | x |
          both | 1 buy 2 limit 99; trade 0.5 at 99; kill lost; price 98; resume | x |
          both | 2 sell -2 stop 95; kill lost; price 94; resume | x |
          both | 2 sell -2 stop 95; kill lost; takeback 2_o0; resume | x |
          both | 2 sell all stop 95; kill lost; resume; price 94 | x |
          both | 2 sell -2 oco 110 90; kill lost; resume; price 89 | x |
          both | 2 sell -2 oco 110 90; kill lost; price 111; resume | x |
          both | 2 sell -2 oco 110 90; kill lost; price 89; resume | x |
          both | 2 sell -2 trail 1 105; kill lost; resume; cancel 2 | x |
          # amendments
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill lost; resume | x |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill taken; resume | x |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill 4; resume; price 95.50 | x |
          both | 2 sell -2 stop 95; hold 1; amend 2 stop 96; kill lost; resume | x |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill taken; price 95.50; resume | x |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill 4; price 94; resume | x |
          both | 2 sell -2 limit 110; trade 0.5 at 110; hold 0; amend 2 limit 111; kill taken; resume; price 112 | x |
          both | 2 sell -2 limit 110; trade 0.5 at 110; hold 0; amend 2 limit 111; kill 4; resume; price 112 | x |
          both | 2 sell -2 oco 110 90; hold 0; amend 2 oco 110 91; kill lost; resume | x |
          both | 2 sell -2 oco 110 90; hold 0; amend 2 oco 111 91; kill taken; resume | x |
          both | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill lost; resume | x |
          both | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill taken; resume | x |
          both | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill 4; resume | x |
          both | 2 sell all stop 95; hold 0; amend 2 stop 96; kill 4; resume; amend 2 stop 97; price 96.5 | x |
          # commands while it resumes
          both | 2 sell -2 stop 95; kill lost; begin 5; amend 2 stop 96; wait 15 | x |
          both | 2 sell -2 stop 95; kill lost; begin 0; cancel 2; wait 15 | x |
          both | hold 0; 1 buy 2 limit 99; kill 4; begin 0; cancel 1; wait 15 | x |
          both | hold 0; 1 buy 2 limit 99; kill 4; begin 0; amend 1 limit 98; wait 15 | x |
          # cancel
          both | 1 buy 2 limit 99; hold 0; cancel 1; kill lost; resume | x |
          both | 1 buy 2 limit 99; hold 0; cancel 1; kill taken; resume | x |
          both | hold 0; 1 buy 2 limit 99; cancel 1; kill taken; resume | x |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; cancel 2; kill 4; resume | x |
          # again
          both | hold 0; 1 buy 2 limit 99; kill 4; begin 1; kill lost; resume | x |
          both | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill lost; begin 2; kill lost; begin 30; kill lost; resume | x |
          # brackets
          both | 1 buy 2 bracket 99 110 90 4; kill lost; resume; price 98; price 89 | x |
          both | hold 0; 1 buy 2 bracket 99 110 90 4; kill lost; resume | x |
          both | hold 0; 1 buy 2 bracket 99 110 90 4; kill taken; resume; cancel 1 | x |
          both | 1 buy 2 bracket 99 110 90 4; kill lost; price 98; resume; price 89 | x |
          both | 1 buy 2 bracket 99 110 90 4; kill lost; price 98; price 89; resume | x |
          both | 1 buy 2 bracket 99 110 90 4; kill lost; trade 0.5 at 99; resume; trade 1.5 at 99; price 89 | x |
          both | 1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; kill lost; trade 0.5 at 99; resume; price 98; price 89 | x |
          both | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; price 89; resume | x |
          both | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; price 111; resume | x |
          both | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; resume; cancel 4 | x |
          both | 1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; hold 0; cancel 1; kill taken; resume; price 89 | x |
          futures | 1 buy 2 bracket 99 110 90 4; hold 0; price 98; kill lost; resume; price 89 | x |
          futures | 1 buy 2 bracket 99 110 90 4; hold 0; price 98; kill 4; resume; price 89 | x |
          futures | 1 buy 2 bracket 99 110 90 4; hold 1; price 98; kill 4; resume; price 89 | x |
          """)
  void goesOn(String where, String story, String told, String standing) {
    for (String market : where.equals("both") ? List.of("spot", "futures") : List.of(where)) {
      try (LocalFloor floor =
          new LocalFloor(market.equals("spot") ? new SpotWire() : new FuturesWire())) {
        tell(floor, story);
        if (told != null && told.equals("x")) { System.out.println("CASE " + market + " | " + story + " | " + Story.events(floor) + " | " + names(floor) + " | " + floor.journal().news() + floor.journal().tradeIds().equals(new TreeSet<>(floor.trades()))); continue; }
        assertThat(Story.events(floor)).as(market).isEqualTo(told == null ? "" : told);
        assertThat(names(floor)).as(market).isEqualTo(standing == null ? "" : standing);
        assertThat(floor.journal().tradeIds())
            .as(market)
            .isEqualTo(new TreeSet<>(floor.trades()));
      }
    }
  }

  private static void tell(LocalFloor floor, String story) {
    for (String step : story.split(";")) {
      String[] words = step.strip().split(" +");
      switch (words[0]) {
        case "hold" -> floor.hold(Integer.parseInt(words[1]));
        case "kill" -> floor.kill(words[1]);
        case "resume" -> {
          floor.resume(words.length == 1);
          floor.untilInStep();
        }
        case "begin" -> {
          floor.resume(true);
          floor.pass(Integer.parseInt(words[1]));
        }
        case "wait" -> floor.pass(Integer.parseInt(words[1]) * 10);
        case "takeback" -> floor.takeBack("tw25_" + words[1]);
        default -> Story.tell(floor, step);
      }
    }
  }

  private static String names(LocalFloor floor) {
    return floor.standing().stream()
        .map(name -> name.replaceFirst("^tw25_", ""))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  static List<VenueNews> news(LocalFloor floor) {
    return floor.journal().news();
  }
}
