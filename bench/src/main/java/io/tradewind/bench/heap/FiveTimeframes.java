package io.tradewind.bench.heap;

import io.tradewind.core.feature.Feature;
import io.tradewind.core.feature.Features;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees five timeframes of each symbol, four features of each, and trades the fastest in the
 * direction of the others.
 */
final class FiveTimeframes implements Strategy {
  private static final List<String> LENGTHS = List.of("1m", "5m", "15m", "1h", "4h");
  private static final int AGREED = 3;

  private final List<Feature> fast = new ArrayList<>();
  private final List<Feature> slow = new ArrayList<>();

  @Override
  public void prepare(Preparation preparation) {
    for (String length : LENGTHS) {
      Interval interval = Interval.parse(length);
      fast.add(preparation.feature(interval, Features.ema(12)));
      slow.add(preparation.feature(interval, Features.ema(26)));
      preparation.feature(interval, Features.rsi(14));
      preparation.feature(interval, Features.atr(14));
    }
  }

  @Override
  public void onBar(BarContext bar, Signals signals) {
    int rising = 0;
    for (int i = 0; i < LENGTHS.size(); i++) {
      rising += bar.value(fast.get(i)) > bar.value(slow.get(i)) ? 1 : 0;
    }
    if (bar.position().isFlat() && rising >= AGREED && bar.crossedAbove(fast.get(0), slow.get(0))) {
      signals
          .enterLong("most rise")
          .stop(bar.close() * 0.99)
          .target(bar.close() * 1.01)
          .size(new SignalSize.Notional(500));
    } else if (!bar.position().isFlat() && bar.crossedBelow(fast.get(0), slow.get(0))) {
      signals.exit("the fastest falls");
    }
  }
}
