package io.tradewind.strategies;

import io.tradewind.analytics.adaptive.AtrTargets;
import io.tradewind.analytics.adaptive.EntryThreshold;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.FillContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * What {@code adaptive=on} makes of entries, alike for all that have it: a strategy must be as sure
 * as the last trades of the symbol ask for ({@link EntryThreshold}), and its target lies a multiple
 * of an average true range away that is held within bounds ({@link AtrTargets}).
 */
final class AdaptiveEntries implements Stateful {
  private static final EntryThreshold USUAL = EntryThreshold.SHIPPED;

  /** Whether anything adapts. */
  static final Parameter<String> ADAPTIVE = Parameter.choice("adaptive", "off", "on");

  /** The confidence that is needed where as many trades were won as expected. */
  static final Parameter<Double> MIN_CONFIDENCE =
      Parameter.decimal("min-confidence", USUAL.base(), USUAL.least(), USUAL.most());

  /** How much more of it a win rate asks for that is lower by 1. */
  static final Parameter<Double> CAUTION = Parameter.decimal("caution", USUAL.weight(), 0, 3);

  /** How many trades make a win rate. */
  static final Parameter<Integer> RESULTS = Parameter.integer("results", USUAL.trades(), 2, 100);

  private boolean on;
  private EntryThreshold threshold = USUAL;
  private AtrTargets targets = AtrTargets.SHIPPED;
  private RecentResults results = new RecentResults(0, 1);

  /**
   * Takes its parameters.
   *
   * @param targetAtr distance of targets, in ATR; where it adapts, less than 10
   */
  void prepare(Preparation preparation, double targetAtr) {
    on = preparation.get(ADAPTIVE).equals("on");
    threshold =
        new EntryThreshold(
            preparation.get(MIN_CONFIDENCE),
            preparation.get(CAUTION),
            USUAL.expected(),
            USUAL.least(),
            USUAL.most(),
            preparation.get(RESULTS));
    if (on) {
      targets =
          new AtrTargets(List.of(targetAtr), AtrTargets.SHIPPED.least(), AtrTargets.SHIPPED.most());
    }
    results = new RecentResults(preparation.instruments().size(), threshold.trades());
  }

  boolean isOn() {
    return on;
  }

  /** Whether a confidence suffices for an entry; without adapting any does. */
  boolean allow(BarContext bar, double confidence) {
    return !on || confidence >= needed(bar);
  }

  /** The price of the target, for a range that is known. */
  double target(BarContext bar, Direction direction, double atr) {
    return targets.prices(direction.sign(), bar.close(), atr)[0];
  }

  /** What is asked of an entry, for its reason; nothing without adapting. */
  String words(BarContext bar) {
    return on
        ? ", at least "
            + Words.figure(needed(bar))
            + " sure after "
            + results.losses(bar.instrumentIndex())
            + " losses in "
            + results.closed(bar.instrumentIndex())
            + " trades"
        : "";
  }

  private double needed(BarContext bar) {
    int closed = results.closed(bar.instrumentIndex());
    double lost = results.losses(bar.instrumentIndex());
    return threshold.confidence(closed, 1 - lost / closed);
  }

  /** Takes a fill. */
  void onFill(FillContext fill) {
    results.onFill(fill);
  }

  @Override
  public void save(StateWriter out) {
    results.save(out);
  }

  @Override
  public void load(StateReader in) {
    results.load(in);
  }
}
