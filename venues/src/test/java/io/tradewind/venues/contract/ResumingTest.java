package io.tradewind.venues.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.binance.venue.VenueNews;
import java.util.List;
import java.util.Locale;
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
  /** Half of an entry, whose exit is taken back, is filled before its rest is taken back, too. */
  private static final String GUARD =
      "1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; hold 2; cancel 4; trade 0.5 at 99;";

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
          both | hold 0; 1 buy 2 market; kill taken; resume | 1 accepted, 1 filled 2 last |
          both | hold 0; 1 buy 2 market; kill 4; resume | 1 accepted, 1 filled 2 last |
          both | hold 0; 2 sell -2 stop 95; kill taken; price 94; resume | 2 accepted, 2 triggered 95, 2 filled 2 last |
          spot | hold 0; 2 sell -2 oco 110 90; kill 4; resume | 2 accepted | 2_s0 2_t0
          futures | hold 0; 2 sell -2 oco 110 90; kill 4; resume | 2 accepted | 2_s0 2_t1
          both | hold 0; 2 sell -2 oco 110 90; kill lost; resume | 2 rejected NOT_SENT |
          spot | hold 1; 2 sell -2 oco 110 90; kill lost; resume | 2 accepted | 2_s0 2_t0
          futures | hold 1; 2 sell -2 oco 110 90; kill lost; resume | 2 accepted | 2_s0 2_t1
          both | hold 1; 2 sell -2 oco 110 90; kill 4; resume | 2 accepted | 2_s0 2_t0
          both | hold 0; 2 sell -2 oco 110 90; kill taken; price 111; resume | 2 accepted, 2 filled 2 last |
          # told before, and missed
          both | 1 buy 2 limit 99; trade 0.5 at 99; kill lost; resume | 1 accepted, 1 filled 0.5 | 1_o0
          both | 1 buy 2 limit 99; trade 0.5 at 99; kill lost; trade 0.5 at 99; resume; trade 0.5 at 99 | 1 accepted, 1 filled 0.5, 1 filled 0.5, 1 filled 0.5 | 1_o0
          both | 1 buy 2 limit 99; trade 0.5 at 99; kill lost; price 98; resume | 1 accepted, 1 filled 0.5, 1 filled 1.5 last |
          both | 2 sell -2 stop 95; kill lost; price 94; resume | 2 accepted, 2 triggered 95, 2 filled 2 last |
          both | 2 sell -2 stop 95; kill lost; takeback 2_o0; resume | 2 accepted, 2 cancelled |
          both | 2 sell all stop 95; kill lost; resume; price 94 | 2 accepted, 2 triggered 95, 2 filled 10 last |
          both | 2 sell -2 oco 110 90; kill lost; resume; price 89 | 2 accepted, 2 triggered 90, 2 filled 2 last |
          both | 2 sell -2 oco 110 90; kill lost; price 111; resume | 2 accepted, 2 filled 2 last |
          both | 2 sell -2 oco 110 90; kill lost; price 89; resume | 2 accepted, 2 triggered 90, 2 filled 2 last |
          both | 2 sell -2 trail 1 105; kill lost; resume; cancel 2 | 2 accepted, 2 cancelled |
          spot | 2 sell -2 limit 100; 1 buy 1 market; kill lost; forget 2; resume | 2 accepted, 1 accepted, 1 filled 1 last, 2 filled 1 | 2_o0
          # amendments
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill lost; resume | 2 accepted | 2_o0
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill taken; resume | 2 accepted, 2 amended | 2_o1
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill 4; resume; price 95.50 | 2 accepted, 2 amended, 2 triggered 96, 2 filled 2 last |
          both | 2 sell -2 stop 95; hold 1; amend 2 stop 96; kill lost; resume | 2 accepted, 2 amended | 2_o1
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill taken; price 95.50; resume | 2 accepted, 2 amended, 2 triggered 96, 2 filled 2 last |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; kill 4; price 94; resume | 2 accepted, 2 triggered 95, 2 filled 2 last |
          both | 2 sell -2 limit 110; trade 0.5 at 110; hold 0; amend 2 limit 111; kill taken; resume; price 112 | 2 accepted, 2 filled 0.5, 2 amended, 2 filled 1.5 last |
          both | 2 sell -2 limit 110; trade 0.5 at 110; hold 0; amend 2 limit 111; kill 4; resume; price 112 | 2 accepted, 2 filled 0.5, 2 amended, 2 filled 1.5 last |
          both | 2 sell -2 oco 110 90; hold 0; amend 2 oco 110 91; kill lost; resume | 2 accepted | 2_s0 2_t0
          spot | 2 sell -2 oco 110 90; hold 0; amend 2 oco 111 91; kill taken; resume | 2 accepted | 2_s2 2_t2
          futures | 2 sell -2 oco 110 90; hold 0; amend 2 oco 111 91; kill taken; resume | 2 accepted, 2 amended | 2_s2 2_t0
          spot | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill lost; resume | 2 accepted | 2_s2 2_t2
          futures | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill lost; resume | 2 accepted, 2 amended | 2_s2 2_t0
          spot | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill taken; resume | 2 accepted, 2 amended | 2_s1 2_t1
          futures | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill taken; resume | 2 accepted, 2 amended | 2_s1 2_t0
          spot | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill 4; resume | 2 accepted, 2 amended | 2_s1 2_t1
          futures | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill 4; resume | 2 accepted, 2 amended | 2_s1 2_t0
          both | 2 sell all stop 95; hold 0; amend 2 stop 96; kill 4; resume; amend 2 stop 97; price 96.5 | 2 accepted, 2 amended, 2 amended, 2 triggered 97, 2 filled 10 last |
          # commands while it resumes
          both | 2 sell -2 stop 95; kill lost; begin 5; amend 2 stop 96; wait 15 | 2 accepted, 2 amended | 2_o1
          both | 2 sell -2 stop 95; kill lost; begin 0; cancel 2; wait 15 | 2 accepted, 2 cancelled |
          both | hold 0; 1 buy 2 limit 99; kill 4; begin 0; cancel 1; wait 15 | 1 accepted, 1 cancelled |
          spot | hold 0; 1 buy 2 limit 99; kill 4; begin 0; amend 1 limit 98; wait 15 | 1 accepted, 1 amended | 1_o1
          futures | hold 0; 1 buy 2 limit 99; kill 4; begin 0; amend 1 limit 98; wait 15 | 1 accepted, 1 amended | 1_o0
          # cancel
          both | 1 buy 2 limit 99; hold 0; cancel 1; kill lost; resume | 1 accepted, 1 cancelled |
          both | 1 buy 2 limit 99; hold 0; cancel 1; kill taken; resume | 1 accepted, 1 cancelled |
          both | hold 0; 1 buy 2 limit 99; cancel 1; kill taken; resume | 1 accepted, 1 cancelled |
          both | 2 sell -2 stop 95; hold 0; amend 2 stop 96; cancel 2; kill 4; resume | 2 accepted, 2 cancelled |
          # nothing gets through for four seconds
          both | hold 0; 1 buy 2 limit 99; kill lost; away 40; resume | 1 rejected NOT_SENT |
          both | hold 0; 1 buy 2 limit 99; kill 4; away 40; resume | 1 accepted | 1_o0
          both | 2 sell -2 stop 95; kill lost; price 94; away 40; resume | 2 accepted, 2 triggered 95, 2 filled 2 last |
          # a date
          both | 1 buy 2 limit 99; kill lost; resume; wait 5; kill lost; resume; cancel 1 | 1 accepted, 1 cancelled |
          futures | 1 buy 2 bracket 99 110 90 4; hold 0; price 98; kill 4; unhear 1; resume; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          # again
          both | hold 0; 1 buy 2 limit 99; kill 4; begin 1; kill lost; resume | 1 accepted | 1_o0
          spot | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill lost; begin 2; kill lost; begin 30; kill lost; resume | 2 accepted | 2_s2 2_t2
          futures | 2 sell -2 oco 110 90; hold 1; amend 2 oco 111 91; kill lost; begin 2; kill lost; begin 30; kill lost; resume | 2 accepted, 2 amended | 2_s2 2_t0
          # brackets
          spot | 1 buy 2 bracket 99 110 90 4; kill lost; resume; price 98; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; kill lost; resume; price 98; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          both | hold 0; 1 buy 2 bracket 99 110 90 4; kill lost; resume | 1 rejected NOT_SENT |
          both | hold 0; 1 buy 2 bracket 99 110 90 4; kill taken; resume; cancel 1 | 1 accepted, 1 cancelled |
          spot | 1 buy 2 bracket 99 110 90 4; kill lost; price 98; resume; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; kill lost; price 98; resume; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          spot | 1 buy 2 bracket 99 110 90 4; kill lost; price 98; price 89; resume | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; kill lost; price 98; price 89; resume | 1 accepted, 1 filled 2 last, 4 rejected WOULD_TRIGGER |
          spot | 1 buy 2 bracket 99 110 90 4; kill lost; trade 0.5 at 99; resume; trade 1.5 at 99; price 89 | 1 accepted, 1 filled 0.5, 1 filled 1.5 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; kill lost; trade 0.5 at 99; resume; trade 1.5 at 99; price 89 | 1 accepted, 1 filled 0.5, 4 accepted, 1 filled 1.5 last, 4 triggered 90, 4 filled 2 last |
          spot | 1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; kill lost; trade 0.5 at 99; resume; wait 2; price 98; wait 2; price 89 | 1 accepted, 1 filled 0.5, 1 filled 0.5, 1 filled 1 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; kill lost; trade 0.5 at 99; resume; wait 2; price 98; wait 2; price 89 | 1 accepted, 1 filled 0.5, 4 accepted, 1 filled 0.5, 1 filled 1 last, 4 triggered 90, 4 filled 2 last |
          spot | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; price 89; resume | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; price 89; resume | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          spot | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; price 111; resume | 1 accepted, 1 filled 2 last, 4 accepted, 4 filled 1.998 last |
          futures | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; price 111; resume | 1 accepted, 1 filled 2 last, 4 accepted, 4 filled 2 last |
          both | 1 buy 2 bracket 99 110 90 4; price 98; kill lost; resume; cancel 4 | 1 accepted, 1 filled 2 last, 4 accepted, 4 cancelled |
          spot | 1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; hold 0; cancel 1; kill taken; resume; price 89 | 1 accepted, 1 filled 0.5, 1 cancelled, 4 accepted, 4 triggered 90, 4 filled 0.498 last |
          futures | 1 buy 2 bracket 99 110 90 4; trade 0.5 at 99; hold 0; cancel 1; kill taken; resume; price 89 | 1 accepted, 1 filled 0.5, 4 accepted, 1 cancelled, 4 triggered 90, 4 filled 0.5 last |
          futures | 1 buy 2 bracket 99 110 90 4; hold 0; price 98; kill lost; resume; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          futures | 1 buy 2 bracket 99 110 90 4; hold 0; price 98; kill 4; resume; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          futures | 1 buy 2 bracket 99 110 90 4; hold 1; price 98; kill 4; resume; price 89 | 1 accepted, 1 filled 2 last, 4 accepted, 4 triggered 90, 4 filled 2 last |
          """)
  void goesOn(String where, String story, String told, String standing) {
    for (String market : where.equals("both") ? List.of("spot", "futures") : List.of(where)) {
      try (LocalFloor floor =
          new LocalFloor(market.equals("spot") ? new SpotWire() : new FuturesWire())) {
        tell(floor, story);
        assertThat(Story.events(floor)).as(market).isEqualTo(told == null ? "" : told);
        assertThat(names(floor)).as(market).isEqualTo(standing == null ? "" : standing);
        assertThat(floor.journal().tradeIds()).as(market).isEqualTo(floor.trades());
      }
    }
  }

  /** What is told beside the events of orders, and what stands in the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # guards
          futures | guard; hold 99; kill lost; resume | guarding 0.5, guard accepted | 4_o1
          futures | guard; hold 99; kill lost; resume nothing | guarding 0.5, guard accepted, guarding 0.5, guard accepted | 4_o1
          futures | guard; hold 99; kill lost; price 89; resume | guarding 0.5, guard accepted, guard triggered, guard filled 0.5 |
          futures | guard; hold 99; kill lost; price 89; resume nothing | guarding 0.5, guard accepted, late 0.5 |
          futures | guard; hold 99; kill lost; resume; price 89 | guarding 0.5, guard accepted, guard triggered, guard filled 0.5 |
          futures | guard; hold 99; kill lost; resume; cancel 4 | guarding 0.5, guard accepted, guard cancelled |
          futures | guard; hold 99; kill lost; resume; amend 4 stop 91 | guarding 0.5, guard accepted, guard amended | 4_o2
          futures | guard; hold 1; kill lost; resume; wait 2 | guarding 0.5, guard rejected, guarding 0.5, guard accepted | 4_o4
          futures | guard; hold 2; kill lost; resume | guarding 0.5, guard accepted | 4_o1
          futures | guard; hold 1; kill 4; resume; wait 2 | guarding 0.5, guard accepted | 4_o1
          # late fills, and what others do
          both | 1 buy 2 limit 99; trade 0.5 at 99; cancel 1; kill lost; forget 1; resume | late 0.5 |
          both | 2 sell -2 stop 95; price 94; 1 buy 2 limit 92; kill lost; forget 2; resume | late 2 | 1_o0
          both | 1 buy 2 limit 99; 2 sell -2 stop 95; kill lost; lose 1; resume | forgotten 1 | 1_o0 2_o0
          both | 1 buy 2 market; kill lost; byhand; resume | strange 0.5 |
          """)
  void tellsTheRest(String where, String story, String told, String standing) {
    for (String market : where.equals("both") ? List.of("spot", "futures") : List.of(where)) {
      try (LocalFloor floor =
          new LocalFloor(market.equals("spot") ? new SpotWire() : new FuturesWire())) {
        tell(floor, story.replace("guard;", GUARD));
        assertThat(beside(floor)).as(market).isEqualTo(told);
        assertThat(names(floor)).as(market).isEqualTo(standing == null ? "" : standing);
        assertThat(floor.journal().tradeIds()).as(market).isEqualTo(floor.trades());
      }
    }
  }

  private static String beside(LocalFloor floor) {
    int scale = floor.instrument().qtyScale();
    return floor.journal().news().stream()
        .map(news ->
            switch (news) {
              case VenueNews.Guarding guarding ->
                  "guarding " + FixedPoint.format(guarding.qtyScaled(), scale);
              case VenueNews.Guard guard ->
                  "guard " + guard.event().getClass().getSimpleName().toLowerCase(Locale.ROOT);
              case VenueNews.GuardFill guard ->
                  "guard filled " + FixedPoint.format(guard.fill().qtyScaled(), scale);
              case VenueNews.LateFill late ->
                  "late " + FixedPoint.format(late.fill().qtyScaled(), scale);
              case VenueNews.StrangerFill stranger ->
                  "strange " + FixedPoint.format(stranger.trade().fill().qtyScaled(), scale);
              case VenueNews.Forgotten forgotten -> "forgotten " + forgotten.orderId();
              case VenueNews.Contradiction wrong -> "wrong " + wrong.event();
              case VenueNews _ -> "";
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
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
        case "lose" -> floor.journal().lose(Long.parseLong(words[1]));
        case "away" -> floor.cut(Integer.parseInt(words[1]));
        case "unhear" -> floor.journal().unhear(Long.parseLong(words[1]));
        case "byhand" -> floor.buyByHand();
        case "forget" -> floor.journal().forget(Long.parseLong(words[1]));
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
}
