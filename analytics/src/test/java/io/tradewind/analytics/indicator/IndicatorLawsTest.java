package io.tradewind.analytics.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.catalog.Specification;
import io.tradewind.analytics.parameter.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the definitions say, held against the indicators: names, units, memory. */
class IndicatorLawsTest {
  private static final String SPECIMENS = "io.tradewind.analytics.indicator.Specimen#all";
  private static final String WORDS = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final int BARS = 600;
  private static final int REST = 12_000;
  private static final double TOLERANCE = 1e-9;

  static Stream<Definition> definitions() {
    return Indicators.all().stream();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void isWellDescribed(Definition definition) {
    assertThat(definition.name()).matches(WORDS);
    assertThat(definition.summary()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(80);
    assertThat(definition.source()).isNotBlank();
    Set<String> names = new HashSet<>();
    for (Output output : definition.outputs()) {
      assertThat(output.name()).matches(WORDS);
      assertThat(names.add(output.name())).as("unique %s", output.name()).isTrue();
    }
    for (Parameter<?> parameter : definition.parameters()) {
      assertThat(parameter.name()).matches(WORDS);
    }
  }

  @Test
  void namesAreUnique() {
    assertThat(Indicators.all().stream().map(Definition::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void isReadBackFromItsText(Specification specimen) {
    assertThat(Specification.parse(specimen.id()).id()).isEqualTo(specimen.id());
    Indicator made = specimen.make();
    assertThat(made.definition()).isSameAs(specimen.definition());
    assertThat(made.outputs()).isEqualTo(specimen.definition().outputs().size());
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void refusesArgumentsOutOfRange(Definition definition) {
    for (Parameter<?> parameter : definition.parameters()) {
      for (String wrong : List.of("-1000000000", "x")) {
        String text = definition.name() + "(" + parameter.name() + "=" + wrong + ")";
        assertThatThrownBy(() -> Specification.parse(text))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(parameter.name())
            .hasMessageContaining(parameter.allowed());
      }
    }
  }

  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void growsWithItsInputsAsItsUnitsSay(Specification specimen) {
    double prices = 0x1p7;
    double volumes = 0x1p-3;
    Candles candles = Candles.random(21, BARS);
    double[][] plain = candles.run(specimen.make());
    double[][] scaled = candles.scaled(prices, volumes).run(specimen.make());
    for (int output = 0; output < plain.length; output++) {
      Unit unit = specimen.definition().outputs().get(output).unit();
      if (unit == Unit.UNSCALED) {
        continue;
      }
      double factor =
          Math.pow(prices, unit.priceExponent()) * Math.pow(volumes, unit.volumeExponent());
      double[] expected = Arrays.stream(plain[output]).map(x -> x * factor).toArray();
      String name = specimen + "." + output;
      Comparison.assertClose(
          name, scaled[output], expected, TOLERANCE, factor * size(plain[output]));
    }
  }

  static double size(double[] values) {
    return Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
  }

  /** A NaN is never hidden in a number that looks right. */
  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void aNaNIsSeenAndLeavesAsItsMemorySays(Specification specimen) {
    Candles candles = Candles.random(41, BARS);
    double[][] clean = candles.run(specimen.make());
    int warmup = specimen.make().warmup();
    int at = warmup + 20;
    for (double[] column : columns(candles)) {
      column[at] = Double.NaN;
    }
    Indicator indicator = specimen.make();
    double[][] dirty = candles.run(indicator);
    for (int output = 0; output < clean.length; output++) {
      String name = specimen + "." + output;
      Comparison.assertClose(
          name, Arrays.copyOf(dirty[output], at), Arrays.copyOf(clean[output], at), 0, 0);
      if (specimen.definition().memory() == Memory.WINDOW) {
        double[] after = Arrays.copyOfRange(dirty[output], at + warmup, BARS);
        double[] wanted = Arrays.copyOfRange(clean[output], at + warmup, BARS);
        Comparison.assertClose(name + " after", after, wanted, TOLERANCE, size(wanted));
      }
    }
    Memory memory = specimen.definition().memory();
    if (memory == Memory.WINDOW || memory == Memory.FADING) {
      assertThat(dirty[0][at]).as("%s at the NaN", specimen).isNaN();
    }
    indicator.reset();
    Candles anew = Candles.random(42, BARS).scaled(1.0 / 256, 1);
    double[] after = anew.batch(indicator)[0];
    assertThat(after).as("%s after a reset", specimen).isEqualTo(anew.batch(specimen.make())[0]);
    if (!specimen.definition().outputs().getFirst().mayBeUndefined()) {
      assertThat(after[BARS - 1]).as("%s after a reset", specimen).isFinite();
    }
  }

  /** What fades is halved until it is nothing: no quotient of two such may stay behind. */
  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void aMarketAtRestLeavesNothingBehind(Specification specimen) {
    Candles candles = Candles.random(43, BARS + REST + BARS);
    rest(candles, BARS, BARS + REST, 1);
    checkNumbers(specimen, candles);
  }

  /** As before the first trade of a day, or on a venue where nobody trades. */
  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void aMarketWithoutTradesIsNoFault(Specification specimen) {
    Candles candles = Candles.random(44, 2 * BARS);
    rest(candles, 0, BARS, 0);
    checkNumbers(specimen, candles);
  }

  /** What overshoots once may overshoot further each time. */
  @ParameterizedTest
  @MethodSource(SPECIMENS)
  void aFallOrRiseInOneBarIsNoFault(Specification specimen) {
    for (double factor : new double[] {1e-4, 1e4}) {
      Candles candles = Candles.random(45, 2 * BARS);
      for (double[] column : columns(candles).subList(0, 4)) {
        for (int bar = BARS; bar < column.length; bar++) {
          column[bar] *= factor;
        }
      }
      checkNumbers(specimen, candles);
    }
  }

  private static void rest(Candles candles, int from, int to, double volume) {
    double price = candles.close()[from];
    columns(candles).forEach(column -> Arrays.fill(column, from, to, price));
    Arrays.fill(candles.volume(), from, to, volume);
  }

  private static void checkNumbers(Specification specimen, Candles candles) {
    double[][] outputs = candles.run(specimen.make());
    for (int output = 0; output < outputs.length; output++) {
      Output promised = specimen.definition().outputs().get(output);
      for (int bar = specimen.make().warmup(); bar < candles.bars(); bar++) {
        double value = outputs[output][bar];
        boolean overflows = Double.isInfinite(value) && promised.unit() != Unit.UNSCALED;
        if (overflows || (Double.isNaN(value) && !promised.mayBeUndefined())) {
          fail("%s.%s is %s at bar %s", specimen, promised.name(), value, bar);
        }
      }
    }
  }

  private static List<double[]> columns(Candles candles) {
    return List.of(
        candles.open(), candles.high(), candles.low(), candles.close(), candles.volume());
  }

  @Test
  void everyDefinitionIsFoundByItsName() {
    for (Definition definition : Indicators.all()) {
      assertThat(Indicators.find(definition.name())).containsSame(definition);
    }
    assertThat(Indicators.find("no-such")).isEmpty();
  }
}
