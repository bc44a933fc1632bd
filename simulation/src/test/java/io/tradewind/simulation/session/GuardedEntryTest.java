package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Utc;
import io.tradewind.testkit.TestInstruments;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Entries held against the slippage that is to be expected, on hours of 1000 each. Of the symbol
 * nothing is known, so it moves 5 % a day; of half a percent 0.01 goes to the spread, so 9.6 of the
 * first 1000 are within.
 */
class GuardedEntryTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "within | refuse | 1000 | 0 long qty 9.6 | 1o buy 9.6@100 entry; 7o sell 9.6@100 end | |",
        "over, in three parts over 4.8 hours | split | 1000 | 0 long qty 20 | 1o buy 6.66@100 entry; 3o buy 6.67@100 entry; 5o buy 6.67@100 entry; 7o sell 20@100 end | | split",
        "over, at a limit | limit | 1000 | 0 long qty 20 | 1o buy 20@100 entry; 7o sell 20@100 end | | limit",
        "over, not at all | refuse | 1000 | 0 long qty 20 | | slippage |",
        "a budget is judged by what it buys | refuse | 1000 | 0 long share 0.0961 | | slippage |",
        "and by nothing else | refuse | 1000 | 0 long share 0.096 | 1o buy 9.6@100 entry; 7o sell 9.6@100 end | |",
        "a short | refuse | 1000 | 0 short qty 20 | | slippage |",
        "more parts than are allowed | split | 1000 | 0 long qty 90 | | slippage |",
        "what takes nothing is not judged | refuse | 1000 | 0 long qty 20 limit 99.5 | 1 buy 20@99.5 entry; 7o sell 20@100 end | |",
        "the volume of more hours | refuse | 1000 | 2 long qty 28.8 | 3o buy 28.8@100 entry; 7o sell 28.8@100 end | |",
        "no volume at all | split | 0 | 0 long qty 0.1 | | slippage |",
        "an add of a whole is judged by itself | refuse | 1000 | 0 long qty 9, 1 add qty 15 | 1o buy 9@100 entry; 2o buy 15@100 add; 7o sell 24@100 end | |",
        "an add to what is being worked is not worked | split | 1000 | 0 long qty 20, 0 add qty 20 | 1o buy 6.66@100 entry; 3o buy 6.67@100 entry; 5o buy 6.67@100 entry; 7o sell 20@100 end | slippage | split"
      })
  void isGuarded(
      String what,
      String action,
      String volume,
      String script,
      String fills,
      String refusals,
      String guarded) {
    Scene scene = scene(action, volume);
    assertThat(scene.fills(script)).as(what).isEqualTo(text(fills));
    assertThat(scene.refusals()).isEqualTo(text(refusals));
    assertThat(
            scene.audit.stream()
                .filter(AuditRecord.EntryGuarded.class::isInstance)
                .map(entry -> ((AuditRecord.EntryGuarded) entry).verdict().getClass())
                .map(verdict -> verdict.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ")))
        .isEqualTo(text(guarded));
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }

  private static Scene scene(String action, String volume) {
    String flat = "100 101 99 100 " + volume + ", ";
    return new Scene(
            TestInstruments.of(
                "T0/USDT", Market.PERP, new TradingRules(0, 1, 1_000_000, 0, 0, 0, 0)))
        .limits(guarded(SlippagePolicy.Action.valueOf(action.toUpperCase(Locale.ROOT))))
        .candles(flat.repeat(6) + "100 101 99 100 " + volume);
  }

  private static RiskSettings guarded(SlippagePolicy.Action action) {
    return RiskSettings.only(10, 10, 10, 10)
        .with(
            Optional.of(
                new SlippagePolicy(
                    0.005,
                    action,
                    SlippagePolicy.Action.REFUSE,
                    5,
                    30 * Utc.SECOND_NS,
                    0.1,
                    0.0002)));
  }
}
