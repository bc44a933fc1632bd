package io.tradewind.simulation.crowd;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.synthetic.PriceStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Symbols whose fair prices are made from a seed: at each step of the stream makers quote, symbol
 * by symbol; between two steps takers come, those of one time in the order of symbols.
 */
final class GeneratedPlayer implements Player {
  /** Beside the streams of numbers that the prices have. */
  private static final int TAKERS = 1_000;

  private final PriceStream prices;
  private final List<Ladder> ladders = new ArrayList<>();
  private final List<Takers> takers = new ArrayList<>();
  private boolean begun;
  private long nextStepNs;

  GeneratedPlayer(Feed.Generated feed) {
    this.prices = new PriceStream(feed.model(), feed.seed(), feed.interval());
    this.nextStepNs = prices.timeNs();
    long seed = SplitMix.at(feed.seed(), TAKERS + feed.number());
    CrowdModel crowd = feed.crowd();
    for (int i = 0; i < prices.symbols(); i++) {
      MarketPort port = feed.ports().get(i);
      double dailyE8 = feed.model().symbols().get(i).dailyVolume() * Amounts.ONE_E8;
      ladders.add(
          new Ladder(port, crowd.accounts().makerId(), crowd.makers(), dailyE8, nextStepNs));
      takers.add(new Takers(port, crowd, dailyE8, new Deviates(SplitMix.at(seed, i))));
    }
  }

  @Override
  public long nextDueNs() {
    long dueNs = nextStepNs;
    for (Takers some : takers) {
      dueNs = Math.min(dueNs, some.nextNs());
    }
    return dueNs;
  }

  @Override
  public void perform() {
    long dueNs = nextDueNs();
    for (Takers some : takers) {
      if (some.nextNs() == dueNs) {
        some.act();
        return;
      }
    }
    step();
  }

  private void step() {
    if (begun) {
      prices.next();
    }
    begun = true;
    long nowNs = nextStepNs;
    nextStepNs += prices.stepNs();
    for (int i = 0; i < ladders.size(); i++) {
      double fairE8 = prices.price(i) * Amounts.ONE_E8;
      double volumeE8 = prices.volume(i) * Amounts.ONE_E8;
      Ladder ladder = ladders.get(i);
      ladder.quote(fairE8, nowNs);
      takers.get(i).enter(nowNs, nextStepNs, volumeE8, fairE8, ladder.sigma());
    }
  }
}
