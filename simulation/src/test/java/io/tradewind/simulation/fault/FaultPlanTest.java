package io.tradewind.simulation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a plan lets itself be told. */
class FaultPlanTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          latency-ms     | 80
          latency-spread | 0.25
          failure-rate   | 1
          clock-skew-ms  | -600000
          """)
  void numbersAreSetByName(String key, String value) {
    FaultPlan plan = set(FaultPlan.NONE, key, value);
    FaultSetting setting =
        Stream.of(FaultSetting.values()).filter(it -> it.key().equals(key)).findFirst().get();
    assertThat(FaultPlan.text(plan.number(setting))).isEqualTo(value);
    assertThat(plan.with(setting, setting.off())).isEqualTo(FaultPlan.NONE);
  }

  @Test
  void whatElseIsSetByName() {
    FaultPlan plan = set(FaultPlan.NONE, "seed", "12");
    plan = set(plan, "maintenance", "true");
    plan = set(plan, "stale-symbols", "btc/usdt", "ETHUSDT");
    assertThat(plan.seed()).isEqualTo(12);
    assertThat(plan.maintenance()).isTrue();
    assertThat(plan.symbols(SymbolFault.STALE)).containsExactly("BTCUSDT", "ETHUSDT");
    assertThat(plan.symbols(SymbolFault.HALTED)).isEmpty();
    assertThat(set(plan, "stale-symbols").symbols(SymbolFault.STALE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          latency-ms      | 60001 | latency-ms must be a number from 0 to 60000 (ms), was '60001'
          latency-ms      | fast  | latency-ms must be a number from 0 to 60000 (ms), was 'fast'
          failure-rate    | 1.01  | failure-rate must be a number from 0 to 1 (of calls), was '1.01'
          failure-rate    | -0.1  | failure-rate must be a number from 0 to 1 (of calls), was '-0.1'
          failure-rate    | NaN   | failure-rate must be a number from 0 to 1 (of calls), was 'NaN'
          liquidity-share | 0     | liquidity-share must be a number from 0.0001 to 1, was '0'
          maintenance     | maybe | maintenance must be true or false, was 'maybe'
          seed            | -1    | seed must be a whole number from 0 to 999999999999999999, was '-1'
          halted-symbols  | B U   | halted-symbols must be a list of symbols such as BTCUSDT, was 'B U'
          latncy-ms       | 5     | latncy-ms is no fault; did you mean latency-ms?
          weather         | bad   | weather is no fault
          """)
  void whatIsWrongIsNamed(String key, String value, String reason) {
    assertThat(FaultPlan.NONE.set(key, List.of(value)))
        .isEqualTo(new FaultPlan.Change.Refused(reason));
  }

  @ParameterizedTest
  @EnumSource(FaultSetting.class)
  void endsOfRangesAreAllowed(FaultSetting setting) {
    assertThat(FaultPlan.NONE.with(setting, setting.least()).number(setting))
        .isEqualTo(setting.least());
    assertThat(FaultPlan.NONE.with(setting, setting.most()).number(setting))
        .isEqualTo(setting.most());
    assertThat(FaultPlan.keys()).contains(setting.key());
  }

  @Test
  void aPlanThatNamesNothingHasLatencyAlone() {
    assertThat(FaultPlan.USUAL.number(FaultSetting.LATENCY_MS)).isEqualTo(50);
    assertThat(FaultPlan.USUAL.with(FaultSetting.LATENCY_MS, 0)).isEqualTo(FaultPlan.NONE);
  }

  private static FaultPlan set(FaultPlan plan, String key, String... values) {
    FaultPlan.Change change = plan.set(key, List.of(values));
    assertThat(change).isInstanceOf(FaultPlan.Change.Made.class);
    return ((FaultPlan.Change.Made) change).plan();
  }
}
