package io.tradewind.analytics.indicator.rating;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Indicators that vote, 1 to buy and -1 to sell, and the mean of their votes. What they rest on is
 * compared with a margin for rounding, so that a tie stays one.
 */
abstract class Votes implements Resettable {
  private static final double SAME_PRICE = 1e-12;

  private final List<Resettable> parts = new ArrayList<>();

  /** Adds an indicator. */
  final <P extends Resettable> P part(P part) {
    parts.add(part);
    return part;
  }

  /** Takes the next bar and returns the mean of the votes; NaN if one has none. */
  abstract double update(double open, double high, double low, double close, double volume);

  /** Prices that are no further apart are equal. */
  static double margin(double price) {
    return SAME_PRICE * Math.abs(price);
  }

  /** 1 to buy, -1 to sell, else 0; NaN if what it rests on is NaN. */
  static double vote(boolean buy, boolean sell, double ground) {
    if (Double.isNaN(ground)) {
      return Double.NaN;
    }
    return buy ? 1.0 : sell ? -1.0 : 0.0;
  }

  /** To buy if a number is above another by more than a margin, to sell if it is below. */
  static double above(double one, double other, double margin) {
    double lead = one - other;
    return vote(lead > margin, lead < -margin, lead);
  }

  @Override
  public final void reset() {
    parts.forEach(Resettable::reset);
  }

  @Override
  public final void save(StateWriter out) {
    parts.forEach(part -> part.save(out));
  }

  @Override
  public final void load(StateReader in) {
    parts.forEach(part -> part.load(in));
  }
}
