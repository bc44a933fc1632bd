package io.tradewind.strategies;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.statistics.ZScore;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingSum;

/**
 * How one-sided the volume of the last candles was, -1 to 1, and how unusual that is: the sum of
 * the signed volumes over the sum of the volumes, and its z-score among its last values. A candle
 * does not tell who was hit, so its sign is a guess: by where in its range it closed ({@code (2
 * close - high - low) / (high - low)}, 0 without range), or whole by whether it closed above the
 * candle before (the tick rule, 0 where unchanged). Outputs: 0 z-score, 1 imbalance. Ready after
 * {@code length + window - 1} bars, by the tick rule one more. Sources: M. Chaikin, in S. B.
 * Achelis (1995), "Technical Analysis from A to Z", for the place of the close; C. Lee and M. Ready
 * (1991), Journal of Finance 46, for the tick rule, there of trades.
 */
final class FlowImbalance extends BarIndicator {
  private static final Definition DEFINITION =
      Definition.of(Family.VOLUME, "flow-imbalance", "One-sidedness of volume, guessed of candles")
          .source("sum of signed volume / sum of volume")
          .output("z-score", Unit.NUMBER)
          .output("imbalance", Unit.NUMBER)
          .makes(values -> new FlowImbalance(24, 240, false));

  private final boolean ticks;
  private final RollingSum flows;
  private final RollingSum volumes;
  private final ZScore unusual;
  private double previousClose = Double.NaN;

  /**
   * Of so many candles, among so many values.
   *
   * @param ticks whether candles are signed by the tick rule, else by the place of their close
   */
  FlowImbalance(int length, int window, boolean ticks) {
    super(DEFINITION, length + window - 1 + (ticks ? 1 : 0));
    this.ticks = ticks;
    this.flows = part(new RollingSum(length));
    this.volumes = part(new RollingSum(length));
    this.unusual = part(new ZScore(window));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (!ticks || seen() > 0) {
      flows.add(volume * (ticks ? Math.signum(close - previousClose) : place(high, low, close)));
      volumes.add(volume);
    }
    previousClose = close;
    return imbalance();
  }

  /**
   * Takes what was bought and sold by aggressors during a candle, which trades tell, in place of
   * the candle. Not to be mixed with {@link #update}.
   */
  double updateTraded(double bought, double sold) {
    flows.add(bought - sold);
    volumes.add(bought + sold);
    return imbalance();
  }

  private double imbalance() {
    if (!flows.isFull()) {
      return publish(Double.NaN);
    }
    double total = volumes.sum();
    double imbalance = total > 0 ? flows.sum() / total : 0.0;
    set(1, imbalance);
    return publish(unusual.update(imbalance));
  }

  private static double place(double high, double low, double close) {
    return high > low ? ((close - low) - (high - close)) / (high - low) : 0.0;
  }

  @Override
  protected void resetOwn() {
    previousClose = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousClose);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousClose = in.readDouble();
  }
}
