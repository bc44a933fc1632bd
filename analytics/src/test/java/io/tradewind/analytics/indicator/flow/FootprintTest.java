package io.tradewind.analytics.indicator.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Levels of one bar: what is an imbalance, a stack and the point of control, and what is merged.
 */
class FootprintTest {
  private static final long SECOND_NS = 1_000_000_000L;

  /** {@code price:bought:sold} of each level, in any order. */
  private static Footprint of(double step, double ratio, int most, String levels) {
    Footprint footprint = new Footprint(60, step, ratio, 2, most);
    for (String level : levels.split(" ")) {
      double[] parts = Arrays.stream(level.split(":")).mapToDouble(Double::parseDouble).toArray();
      footprint.update(0, parts[0], parts[1], true);
      footprint.update(0, parts[0], parts[2], false);
    }
    return footprint;
  }

  private static List<Double> outputs(Indicator indicator) {
    return IntStream.range(0, indicator.outputs()).mapToObj(indicator::value).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // what, poc, buy-imbalances, sell-imbalances, buy-stacks, sell-stacks
    "'one level has none', 5, 0, 0, 0, 0, 5:9:1",
    "'three times what was sold below', 6, 1, 0, 0, 0, 5:1:2 6:6:1",
    "'not quite', 6, 0, 0, 0, 0, 5:1:2 6:5.9:1",
    "'three times, as decimals have it', 6, 1, 0, 0, 0, 5:1:0.1 6:0.3:1",
    "'three times what was bought above', 5, 0, 1, 0, 0, 5:1:6 6:2:1",
    "'not at the same level', 5, 0, 0, 0, 0, 5:9:1 6:2:3",
    "'against nothing', 7, 1, 0, 0, 0, 6:1:0 7:9:5",
    "'nothing against nothing', 5, 0, 0, 0, 0, 5:1:0 7:0:1",
    "'across a level without trades', 7, 1, 1, 0, 0, 5:1:4 7:9:4",
    "'two upon each other are a stack', 7, 2, 0, 1, 0, 5:1:1 6:3:1 7:3:3",
    "'three too', 8, 3, 0, 1, 0, 5:1:1 6:3:1 7:3:1 8:3:3",
    "'two stacks', 7, 4, 1, 2, 0, 5:1:1 6:3:1 7:3:5 8:1:1 9:3:1 10:3:3",
    "'of sales', 5, 0, 2, 0, 1, 5:3:3 6:1:3 7:1:1",
    "'equal: nearest to the middle', 6, 1, 1, 0, 0, 5:2:2 6:2:2 8:2:1",
    "'equal and as near: the lower', 6, 0, 0, 0, 0, 5:1:1 6:2:2 7:2:2 8:1:1",
  })
  void levelsAreMeasured(
      String what,
      double poc,
      double buyImbalances,
      double sellImbalances,
      double buyStacks,
      double sellStacks,
      String levels) {
    Footprint footprint = of(1, 3, 8, levels);
    assertThat(outputs(footprint).subList(3, 8))
        .as(what)
        .containsExactly(poc, buyImbalances, sellImbalances, buyStacks, sellStacks);
  }

  @Test
  void levelsAreTold() {
    Footprint footprint = of(0.1, 3, 8, "0.3:1:2 0.5:4:0 0.41:0:1");
    assertThat(outputs(footprint).subList(0, 3)).containsExactly(2.0, 5.0, 3.0);
    assertThat(footprint.width()).isEqualTo(0.1);
    assertThat(footprint.levels()).isEqualTo(3);
    assertThat(footprint.price(0)).isCloseTo(0.3, within(1e-12));
    assertThat(footprint.price(2)).isEqualTo(0.5);
    assertThat(footprint.bought(0)).isEqualTo(1);
    assertThat(footprint.sold(1)).isEqualTo(1);
    assertThat(footprint.isBuyImbalance(2)).isTrue();
    assertThat(footprint.isBuyImbalance(1)).isFalse();
    assertThat(footprint.isSellImbalance(0)).isTrue();
    assertThat(footprint.isSellImbalance(1)).isFalse();
  }

  @Test
  void aBarEndsWithItsTime() {
    Footprint footprint = new Footprint(60, 1, 3, 2, 8);
    footprint.update(59 * SECOND_NS, 5, 1, true);
    assertThat(footprint.update(60 * SECOND_NS, 7, 2, false)).isEqualTo(-2);
    assertThat(footprint.levels()).isEqualTo(1);
    assertThat(footprint.price(0)).isEqualTo(7);
    assertThat(footprint.bought(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "5, NaN", "Infinity, 1", "1e16, 1"})
  void whatIsNoPriceIsSeenToTheEndOfItsBar(double price, double qty) {
    Footprint footprint = new Footprint(60, 1, 3, 2, 8);
    footprint.update(0, 5, 1, true);
    footprint.update(0, price, qty, true);
    assertThat(outputs(footprint)).containsOnly(Double.NaN);
    footprint.update(0, 5, 1, true);
    assertThat(outputs(footprint)).containsOnly(Double.NaN);
    byte[] unknown = state(footprint);
    assertThat(footprint.update(60 * SECOND_NS, 5, 1, true)).isEqualTo(1);
    assertThat(footprint.value(3)).isEqualTo(5);
    footprint.load(new StateReader(unknown));
    assertThat(footprint.update(0, 5, 1, true)).isNaN();
    footprint.reset();
    assertThat(state(footprint)).isEqualTo(state(new Footprint(60, 1, 3, 2, 8)));
  }

  private static byte[] state(Footprint footprint) {
    StateWriter out = new StateWriter();
    footprint.save(out);
    return out.toByteArray();
  }

  /** Against levels that are made anew from all trades of the bar. */
  @ParameterizedTest
  @CsvSource({"1, 0.01, 512", "2, 0.1, 4", "3, 0.01, 16", "4, 0.01, 5"})
  void equalsItsModelOnRandomTrades(long seed, double step, int most) {
    SplittableRandom random = new SplittableRandom(seed);
    Footprint footprint = new Footprint(60, step, 2, 2, most);
    List<double[]> bar = new ArrayList<>();
    int cents = 10_000;
    int merged = 0;
    for (int i = 0; i < 5000; i++) {
      if (i % 200 == 0) {
        bar.clear();
      }
      cents += random.nextInt(7) - 3;
      boolean buy = random.nextBoolean();
      double qty = (1 + random.nextInt(64)) / 8.0;
      if (random.nextInt(50) == 0) {
        byte[] state = state(footprint);
        footprint = new Footprint(60, step, 2, 2, most);
        footprint.load(new StateReader(state));
      }
      footprint.update(i / 200 * 60L * SECOND_NS, cents / 100.0, qty, buy);
      bar.add(new double[] {Math.floor(cents / 100.0 / step + 1e-6), qty, buy ? 1 : -1});
      double factor = factor(bar, most);
      merged += factor > 1 ? 1 : 0;
      String label = "seed " + seed + ", trade " + i;
      assertThat(footprint.width()).as(label).isEqualTo(factor * step);
      double low = bar.stream().mapToDouble(trade -> trade[0]).min().orElseThrow();
      double lowest = Math.floor(low / factor);
      assertEqual(footprint, model(bar, lowest, factor), lowest * factor * step, label);
    }
    assertThat(merged > 0).isEqualTo(most < 512);
  }

  private static double factor(List<double[]> bar, int most) {
    double low = bar.stream().mapToDouble(trade -> trade[0]).min().orElseThrow();
    double high = bar.stream().mapToDouble(trade -> trade[0]).max().orElseThrow();
    double factor = 1;
    while (Math.floor(high / factor) - Math.floor(low / factor) >= most) {
      factor *= 2;
    }
    return factor;
  }

  /** Bought and sold of each level from the lowest on, {@code [levels][2]}. */
  private static double[][] model(List<double[]> bar, double lowest, double factor) {
    double high = bar.stream().mapToDouble(trade -> trade[0]).max().orElseThrow();
    double[][] levels = new double[(int) (Math.floor(high / factor) - lowest) + 1][2];
    for (double[] trade : bar) {
      levels[(int) (Math.floor(trade[0] / factor) - lowest)][trade[2] > 0 ? 0 : 1] += trade[1];
    }
    return levels;
  }

  private static void assertEqual(
      Footprint footprint, double[][] model, double lowestPrice, String label) {
    assertThat(footprint.levels()).as(label).isEqualTo(model.length);
    assertThat(footprint.price(0)).as(label).isCloseTo(lowestPrice, within(1e-9));
    double bought = Arrays.stream(model).mapToDouble(level -> level[0]).sum();
    double sold = Arrays.stream(model).mapToDouble(level -> level[1]).sum();
    assertThat(outputs(footprint).subList(0, 3))
        .as(label)
        .containsExactly(bought - sold, bought, sold);
    int buys = 0;
    int sells = 0;
    for (int at = 0; at < model.length; at++) {
      double here = model[at][0];
      boolean buy = at > 0 && here > 0 && here >= 2 * model[at - 1][1];
      here = model[at][1];
      boolean sell = at < model.length - 1 && here > 0 && here >= 2 * model[at + 1][0];
      assertThat(footprint.bought(at)).as(label).isEqualTo(model[at][0]);
      assertThat(footprint.sold(at)).as(label).isEqualTo(model[at][1]);
      assertThat(footprint.isBuyImbalance(at)).as(label).isEqualTo(buy);
      assertThat(footprint.isSellImbalance(at)).as(label).isEqualTo(sell);
      buys += buy ? 1 : 0;
      sells += sell ? 1 : 0;
    }
    assertThat(footprint.value(4)).as(label).isEqualTo(buys);
    assertThat(footprint.value(5)).as(label).isEqualTo(sells);
  }
}
