package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Variable index dynamic average: {@code vidya += k |cmo| (x - vidya)} with {@code k = 2 / (length
 * + 1)} and Chande's momentum of the last {@code momentum} changes, {@code cmo = (up - down) / (up
 * + down)}, 0 without any. It begins at the value before the first one it gives. Ready after {@code
 * momentum + 1} values. Source: T. S. Chande (1992), "Adapting Moving Averages to Market
 * Volatility", Stocks and Commodities 10(3), with the momentum of T. S. Chande and S. Kroll (1994),
 * "The New Technical Trader".
 */
public final class Vidya extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);
  private static final IntParameter MOMENTUM = Parameter.integer("momentum", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "vidya", "Variable index dynamic average")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .parameter(LENGTH)
          .parameter(MOMENTUM)
          .output("vidya", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Vidya(values.get(LENGTH), values.get(MOMENTUM)));

  private final double factor;
  private final RollingSum moves;
  private final RollingSum ways;
  private double previous;
  private double vidya;

  /**
   * Over the last values.
   *
   * @param length at least 1
   * @param momentum changes in the momentum, at least 1, usually 9
   */
  public Vidya(int length, int momentum) {
    super(DEFINITION, MOMENTUM.check(momentum) + 1);
    factor = 2.0 / (LENGTH.check(length) + 1.0);
    moves = part(new RollingSum(momentum));
    ways = part(new RollingSum(momentum));
  }

  @Override
  public double update(double value) {
    if (seen() > 0) {
      moves.add(value - previous);
      ways.add(Math.abs(value - previous));
    }
    if (ways.isFull()) {
      double last = isReady() ? vidya : previous;
      double way = ways.sum();
      double index = way == 0 ? 0.0 : Math.min(Math.abs(moves.sum()) / way, 1.0);
      vidya = last + factor * index * (value - last);
    }
    previous = value;
    return publish(vidya);
  }

  @Override
  protected void resetOwn() {
    previous = 0;
    vidya = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previous).writeDouble(vidya);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previous = in.readDouble();
    vidya = in.readDouble();
  }
}
