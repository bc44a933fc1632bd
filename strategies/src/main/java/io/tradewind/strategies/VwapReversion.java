package io.tradewind.strategies;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.session.Session;
import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.Direction;
import java.util.List;

/**
 * Back to the session's volume-weighted average: buys a close that lies some volume-weighted
 * deviations under it, when the candle has turned up and ADX shows no strong trend; aims for the
 * average, and is out at the latest when the session is over. The mirror image short, on
 * perpetuals. Stop beyond the last swing. Source: S. Berkowitz, D. Logue and E. Noser (1988), "The
 * Total Cost of Transactions on the NYSE", Journal of Finance 43, for the price that large traders
 * are measured by, and so come back to.
 */
public final class VwapReversion implements Strategy {
  private static final Parameter<String> SESSION = Session.parameter();
  private static final Parameter<Double> DEVIATIONS = Parameter.decimal("deviations", 2, 0.5, 5);
  private static final Parameter<Integer> MIN_CANDLES = Parameter.integer("min-candles", 6, 1, 500);
  private static final Parameter<Double> MAX_ADX = Parameter.decimal("max-adx", 30, 0, 100);
  private static final Parameter<Double> STOP_ATR = SwingStop.farthest(2.5);

  private final Handles handles = new Handles();
  private Session session = Session.DAY;
  private double deviations;
  private int minCandles;
  private double maxAdx;
  private String directions = "";
  private final SwingStop stops = new SwingStop();

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(
        SESSION, DEVIATIONS, MIN_CANDLES, MAX_ADX, STOP_ATR, SwingStop.BEYOND, Entries.DIRECTION);
  }

  @Override
  public void prepare(Preparation preparation) {
    String word = preparation.get(SESSION);
    session = Session.of(word);
    handles.set(
        preparation.feature(Features.of("session-vwap(" + word + ")")),
        preparation.feature(Features.adx(14)));
    stops.prepare(preparation, preparation.interval(), preparation.get(STOP_ATR));
    deviations = preparation.get(DEVIATIONS);
    minCandles = preparation.get(MIN_CANDLES);
    maxAdx = preparation.get(MAX_ADX);
    directions = preparation.get(Entries.DIRECTION);
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    long openNs = bar.timeNs() - bar.interval().durationNs();
    long beganNs = session.startNs(openNs);
    double average = bar.value(handles.get(0));
    if (!bar.position().isFlat()) {
      if (bar.position().entryTimeNs() < beganNs) {
        signals.exit("the session of its entry is over");
      } else if (Entries.held(bar).sign() * (bar.close() - average) >= 0) {
        signals.exit("close back at the session's average " + Words.figure(average));
      }
    } else if (bar.timeNs() - beganNs >= minCandles * bar.interval().durationNs()) {
      enter(bar, signals, bar.close() < average ? Direction.LONG : Direction.SHORT);
    }
  }

  private void enter(BarContext bar, Signals signals, Direction direction) {
    int sign = direction.sign();
    Feature vwap = handles.get(0);
    double average = bar.value(vwap);
    double away = (bar.close() - average) / (bar.value(vwap.output(1)) - average);
    double adx = bar.value(handles.get(1));
    double stop = stops.price(bar, direction);
    if (-sign * away >= deviations
        && sign * (bar.close() - bar.open()) > 0
        && adx <= maxAdx
        && stop > 0
        && Entries.allows(directions, bar, direction)) {
      String reason =
          "close "
              + Words.tenth(Math.abs(away))
              + (sign > 0 ? " deviations under" : " deviations over")
              + " the session's average "
              + Words.figure(average)
              + (sign > 0 ? " and turned up" : " and turned down")
              + ", ADX "
              + Words.tenth(adx);
      Entries.open(signals, direction, reason)
          .stop(stop)
          .target(average)
          .confidence(
              Confidence.of(
                  Confidence.between(Math.abs(away), deviations, deviations + 2),
                  Confidence.between(-adx, -maxAdx, 0)));
    }
  }
}
