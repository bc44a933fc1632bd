package io.tradewind.analytics.regime;

import io.tradewind.analytics.indicator.Candles;
import io.tradewind.analytics.indicator.RealCandles;
import io.tradewind.analytics.regime.HiddenMarkovFit.Search;
import io.tradewind.analytics.regime.RuleBasedRegime.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Labels candles of one hour for the chart of the module's README: reads a gzipped file of candles,
 * writes {@code time_ms,close,rules,markov,fitted}, the regimes as known at each bar's close. The
 * hidden Markov model is fitted to the bars marked as fitted, the first half, and told the rest.
 */
final class RegimeLabels {
  private static final long SEED = 1;

  private RegimeLabels() {}

  /** From the candles' file to the labels' file. */
  public static void main(String[] arguments) throws IOException {
    Candles candles = RealCandles.read(Path.of(arguments[0]));
    int fitted = candles.bars() / 2;
    RegimeDetector rules = new RuleBasedRegime(Rules.HOURLY);
    RegimeDetector markov =
        new HiddenMarkovRegime(
            fit(candles, fitted), new RegimeFeatures(14, 24), new Hysteresis(0.6, 0.4, 12));
    List<String> lines = new ArrayList<>(List.of("time_ms,close,rules,markov,fitted"));
    for (int i = 0; i < candles.bars(); i++) {
      feed(rules, candles, i);
      feed(markov, candles, i);
      String labels = label(rules) + "," + label(markov) + "," + (i < fitted ? 1 : 0);
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%s,%s",
              candles.timeNs()[i] / 1_000_000,
              candles.close()[i],
              labels));
    }
    Files.write(Path.of(arguments[1]), lines);
  }

  private static String label(RegimeDetector detector) {
    return detector.isReady() ? detector.regime().name() : "";
  }

  /** The bar of a row. */
  static void feed(RegimeDetector detector, Candles candles, int bar) {
    detector.update(
        candles.open()[bar],
        candles.high()[bar],
        candles.low()[bar],
        candles.close()[bar],
        candles.volume()[bar]);
  }

  /** A model of four states fitted to the first candles. */
  static HiddenMarkov fit(Candles candles, int count) {
    double[][] observations =
        new RegimeFeatures(14, 24)
            .batch(
                Arrays.copyOf(candles.open(), count),
                Arrays.copyOf(candles.high(), count),
                Arrays.copyOf(candles.low(), count),
                Arrays.copyOf(candles.close(), count),
                Arrays.copyOf(candles.volume(), count));
    return HiddenMarkovFit.of(observations, 4, Search.seeded(SEED)).model();
  }
}
