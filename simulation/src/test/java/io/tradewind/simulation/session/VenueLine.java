package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.simulation.venue.CostModel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a rule of docs/fill-rules.md, with orders put by hand: the instruments, the cash of
 * each book, the candles of each instrument, the orders, and what the venue must say to them.
 */
record VenueLine(
    int rule,
    String what,
    CostModel costs,
    List<Instrument> instruments,
    List<Long> cash,
    List<String> candles,
    String orders,
    String told) {
  /** A candle that goes nowhere. */
  static final String FLAT = "100 101 99 100";

  /** Two of them, with more to come. */
  static final String TWO = FLAT + ", " + FLAT + ", ";

  /** One instrument and one book of 10,000. */
  VenueLine(
      int rule,
      String what,
      CostModel costs,
      Instrument instrument,
      String candles,
      String orders,
      String told) {
    this(rule, what, costs, List.of(instrument), List.of(10_000L), List.of(candles), orders, told);
  }

  /** The rules that have a line. */
  static Set<Integer> rules(Stream<VenueLine> lines) {
    return lines.map(VenueLine::rule).collect(Collectors.toUnmodifiableSet());
  }

  /** The venue says what is told. */
  void holds() {
    assertThat(new VenueBench(instruments, costs, cash, candles).play(orders)).isEqualTo(told);
  }

  @Override
  public String toString() {
    return rule + ": " + what;
  }
}
