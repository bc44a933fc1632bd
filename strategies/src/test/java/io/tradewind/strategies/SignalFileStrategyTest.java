package io.tradewind.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.trade.Direction;
import io.tradewind.strategies.TimedSignal.Entry;
import io.tradewind.strategies.TimedSignal.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalFileStrategyTest {
  private static final long HOUR_NS = Stage.HOUR.durationNs();

  @Test
  void saysAtACloseWhatCameSinceTheCloseBefore() {
    Stage stage =
        stage(
            List.of(exit(3.0, "third"), exit(1.5, "a"), exit(2.0, "b"), exit(2.0, "c")),
            "BTC/USDT");
    assertThat(stage.bar(0, HOUR_NS, 100)).isEmpty();
    assertThat(stage.bar(0, 2 * HOUR_NS, 100)).containsExactly("exit: a", "exit: b", "exit: c");
    assertThat(stage.bar(0, 3 * HOUR_NS, 100)).containsExactly("exit: third");
    assertThat(stage.bar(0, 4 * HOUR_NS, 100)).isEmpty();
  }

  @Test
  void leavesOutWhatIsOlderThanTheFirstCandle() {
    SignalFileStrategy strategy =
        strategy(exit(1, "old"), exit(9, "at the open"), exit(9.1, "first"), exit(12, "never"));
    Stage stage = new Stage(strategy, Map.of(), "BTC/USDT");
    assertThat(stage.bar(0, 10 * HOUR_NS, 100)).containsExactly("exit: first");
    assertThat(strategy.unused())
        .containsExactly(
            "2 signals, 1970-01-01T01:00:00Z to 1970-01-01T09:00:00Z, of binance:BTC/USDT:"
                + " before the first candle closed",
            "1 signal, at 1970-01-01T12:00:00Z, of binance:BTC/USDT: after the last candle");
    assertThat(strategy.unusedNotice())
        .contains("3 of 4 signals were not used: " + String.join("; ", strategy.unused()));
    assertThat(stage.bar(0, 12 * HOUR_NS, 100)).containsExactly("exit: never");
    assertThat(strategy.unusedNotice()).hasValueSatisfying(n -> assertThat(n).startsWith("2 of 4"));
  }

  @Test
  void hasNothingToTellWhereAllWereSaid() {
    SignalFileStrategy strategy = strategy(exit(9.1, "first"));
    Stage stage = new Stage(strategy, Map.of(), "BTC/USDT");
    assertThat(strategy.unusedNotice())
        .hasValueSatisfying(n -> assertThat(n).startsWith("1 of 1 signal was not used: "));
    stage.bar(0, 10 * HOUR_NS, 100);
    assertThat(strategy.unusedNotice()).isEmpty();
  }

  @Test
  void saysInAGapWhatTheNextCloseFinds() {
    Stage stage = stage(List.of(exit(3, "in the gap")), "BTC/USDT");
    assertThat(stage.bar(0, HOUR_NS, 100)).isEmpty();
    assertThat(stage.bar(0, 8 * HOUR_NS, 100)).containsExactly("exit: in the gap");
  }

  @Test
  void placesLevelsByTheClose() {
    Level five = new Level.Distance(0.05);
    Level eight = new Level.Distance(0.08);
    Level price = new Level.Price(123);
    SignalSize quarter = new SignalSize.Share(0.25);
    Entry up = new Entry(Direction.LONG, quarter, Optional.of(five), List.of(eight, price));
    Entry down =
        new Entry(Direction.SHORT, SignalSize.EQUAL_SHARE, Optional.of(five), List.of(eight));
    Stage stage =
        stage(
            List.of(
                new TimedSignal(HOUR_NS, "", Optional.of(up), "up"),
                new TimedSignal(HOUR_NS, "", Optional.of(down), "down")),
            "BTC/USDT");
    assertThat(stage.bar(0, HOUR_NS, 100))
        .containsExactly(
            "long: up; Share[ratio=0.25]; stop 95; target 108; target 123",
            "short: down; stop 105; target 92");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,   1, true",
    "LONG,  -1, false",
    "LONG,   0, true",
    "SHORT,  1, false",
    "SHORT, -1, true",
    "SHORT,  0, true",
    ",       1, true",
    ",      -1, true",
  })
  void closesTheDirectionThatIsMeant(Direction closes, double held, boolean expected) {
    TimedSignal exit =
        new TimedSignal(HOUR_NS, "", Optional.empty(), Optional.ofNullable(closes), "out");
    Stage stage = stage(List.of(exit), "BTC/USDT:USDT").holding(held);
    assertThat(stage.bar(0, HOUR_NS, 100)).hasSize(expected ? 1 : 0);
  }

  /** Symbols of the run, what is written, and the places that may be meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "BTC/USDT                     | BTC/USDT              | 0",
        "BTC/USDT                     | btcusdt               | 0",
        "BTC/USDT                     | BINANCE:BTC/USDT      | 0",
        "BTC/USDT                     | kraken:BTC/USDT       | -",
        "BTC/USDT                     | BTC/USDT:USDT         | -",
        "BTC/USDT                     | BTC/USD               | -",
        "BTC/USDT:USDT                | BTC/USDT              | 0",
        "BTC/USDT:USDT                | BTCUSDT:USDT          | 0",
        "BTC/USDT:USDT                | binance:BTCUSDT       | 0",
        "BTC/USDT,BTC/USDT:USDT       | BTC/USDT              | 0",
        "BTC/USDT,BTC/USDT:USDT       | BTC/USDT:USDT         | 1",
        "BTC/USDT,BTC/USDT:USDT       | BTCUSDT               | 0,1",
        "binance:BTC/USDT,okx:BTC/USDT | BTC/USDT             | 0,1",
        "binance:BTC/USDT,okx:BTC/USDT | okx:BTCUSDT          | 1",
        "A/USDT                       | ''                    | 0",
        "A/USDT,B/USDT                | ''                    | 0,1",
      })
  void findsTheInstrument(String run, String written, String places) {
    SignalFileStrategy strategy =
        strategy(new TimedSignal(HOUR_NS, written, Optional.empty(), "out"));
    Stage stage = new Stage(strategy, Map.of(), run.split(","));
    List<String> expected = places == null ? List.of() : List.of(places.split(","));
    for (int i = 0; i < run.split(",").length; i++) {
      boolean alone = expected.size() == 1 && expected.contains(String.valueOf(i));
      assertThat(stage.bar(i, HOUR_NS, 100)).as("instrument %s", i).hasSize(alone ? 1 : 0);
    }
    assertThat(strategy.unused()).hasSize(expected.size() == 1 ? 0 : 1);
    assertThat(String.join("", strategy.unused()))
        .contains(
            expected.size() == 1
                ? ""
                : expected.isEmpty() ? "the run has no such symbol" : "may mean any of [");
  }

  @Test
  void goesOnFromItsState() {
    List<TimedSignal> signals = List.of(exit(1, "old"), exit(3, "a"), exit(4, "b"));
    SignalFileStrategy first = new SignalFileStrategy(signals);
    Stage stage = new Stage(first, Map.of(), "BTC/USDT");
    assertThat(stage.bar(0, 3 * HOUR_NS, 100)).containsExactly("exit: a");
    SignalFileStrategy second = new SignalFileStrategy(signals);
    Stage other = new Stage(second, Map.of(), "BTC/USDT");
    second.load(new StateReader(state(first)));
    assertThat(second.unused()).isEqualTo(first.unused()).hasSize(2);
    assertThat(other.bar(0, 4 * HOUR_NS, 100)).containsExactly("exit: b");
  }

  @Test
  void refusesTheStateOfAnotherFile() {
    SignalFileStrategy one = strategy(exit(1, "a"));
    SignalFileStrategy two = strategy(exit(1, "a"), exit(2, "b"));
    new Stage(one, Map.of(), "BTC/USDT");
    new Stage(two, Map.of(), "BTC/USDT");
    StateReader reader = new StateReader(state(one));
    assertThatThrownBy(() -> two.load(reader))
        .isInstanceOf(StateException.class)
        .hasMessage("the state is of a file of 1 signals for 1 instruments, this one has 2 for 1");
  }

  private static byte[] state(SignalFileStrategy strategy) {
    StateWriter out = new StateWriter();
    strategy.save(out);
    return out.toByteArray();
  }

  private static Stage stage(List<TimedSignal> signals, String... symbols) {
    return new Stage(new SignalFileStrategy(signals), Map.of(), symbols);
  }

  private static SignalFileStrategy strategy(TimedSignal... signals) {
    return new SignalFileStrategy(List.of(signals));
  }

  private static TimedSignal exit(double hours, String reason) {
    return new TimedSignal(StrictMath.round(hours * HOUR_NS), "", Optional.empty(), reason);
  }
}
