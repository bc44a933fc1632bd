package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.execution.slippage.DailyVolume;
import io.tradewind.core.execution.slippage.Liquidity;
import io.tradewind.core.execution.slippage.SlippageGuard;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.execution.slippage.SquareRootImpact;
import io.tradewind.core.market.CandleColumns;
import java.util.Arrays;
import java.util.Optional;

/**
 * Judges what an entry would lose by taking. Of candles no book is known: the spread is assumed,
 * the impact follows from the volume and the volatility of a day.
 */
final class SlippageDesk implements Stateful {
  private final Optional<SlippagePolicy> policy;
  private final RiskDesk risk;
  private final DailyVolume[] volumes;

  /** How long the latest candle was, by instrument: no part can follow another sooner. */
  private final long[] candleNs;

  SlippageDesk(RiskDesk risk, int instruments) {
    this.policy = risk.settings().slippage();
    this.risk = risk;
    this.volumes = new DailyVolume[instruments];
    this.candleNs = new long[instruments];
    Arrays.setAll(volumes, i -> new DailyVolume());
  }

  boolean isOn() {
    return policy.isPresent();
  }

  void onCandle(int instrument, CandleColumns rows, int row) {
    if (isOn()) {
      candleNs[instrument] = rows.closeTimeNs(row) - rows.openTimeNs(row);
      volumes[instrument].onCandle(rows.openTimeNs(row), rows.closeTimeNs(row), rows.volume(row));
    }
  }

  /** What is to be done with an order that would take all at once. */
  SlippageVerdict judge(int instrument, ParentOrder order) {
    SlippagePolicy held = policy.orElseThrow();
    Liquidity candles =
        new Liquidity.Model(
            risk.books().markScaled(instrument),
            held.spreadRatio(),
            risk.market().volatility(instrument),
            volumes[instrument].scaled(),
            SquareRootImpact.DEFAULT);
    return switch (SlippageGuard.judge(held, order, candles)) {
      case SlippageVerdict.Split split -> stretched(split, candleNs[instrument]);
      case SlippageVerdict.Pass pass -> pass;
      case SlippageVerdict.Limit limit -> limit;
      case SlippageVerdict.Refuse refuse -> refuse;
    };
  }

  private static SlippageVerdict stretched(SlippageVerdict.Split split, long candleNs) {
    return new SlippageVerdict.Split(
        split.expected(),
        split.reason(),
        split.parts(),
        Math.max(split.durationNs(), split.parts() * candleNs),
        split.participation());
  }

  String text(SlippageVerdict verdict) {
    return verdict.text(policy.orElseThrow());
  }

  @Override
  public void save(StateWriter out) {
    out.section("slippage-desk", 1).writeLongs(candleNs);
    for (DailyVolume volume : volumes) {
      volume.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("slippage-desk", 1);
    in.readLongs(candleNs);
    for (DailyVolume volume : volumes) {
      volume.load(in);
    }
  }
}
