package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.execution.slippage.DailyVolume;
import io.tradewind.core.execution.slippage.Level;
import io.tradewind.core.execution.slippage.Liquidity;
import io.tradewind.core.execution.slippage.SlippageGuard;
import io.tradewind.core.execution.slippage.SlippagePolicy;
import io.tradewind.core.execution.slippage.SlippageVerdict;
import io.tradewind.core.execution.slippage.SquareRootImpact;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Judges what an entry would lose by taking: by the order book where it is known, else the spread
 * is assumed, and the impact follows from the volume and the volatility of a day.
 */
final class SlippageDesk implements Stateful {
  private final Optional<SlippagePolicy> policy;
  private final RiskDesk risk;
  private final LevelBook[] depths;
  private final DailyVolume[] volumes;

  /** How long the latest candle was, by instrument: no part can follow another sooner. */
  private final long[] candleNs;

  SlippageDesk(RiskDesk risk, LevelBook[] depths) {
    this.policy = risk.settings().slippage();
    this.risk = risk;
    this.depths = depths;
    this.volumes = new DailyVolume[depths.length];
    this.candleNs = new long[depths.length];
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
    Liquidity known =
        depths[instrument].hasBothSides() ? book(instrument, order) : model(instrument, held);
    return switch (SlippageGuard.judge(held, order, known)) {
      case SlippageVerdict.Split split -> stretched(split, candleNs[instrument]);
      case SlippageVerdict.Pass pass -> pass;
      case SlippageVerdict.Limit limit -> limit;
      case SlippageVerdict.Refuse refuse -> refuse;
    };
  }

  private Liquidity model(int instrument, SlippagePolicy held) {
    return new Liquidity.Model(
        risk.books().markScaled(instrument),
        held.spreadRatio(),
        risk.market().volatility(instrument),
        volumes[instrument].scaled(),
        SquareRootImpact.DEFAULT);
  }

  /** The levels that the order would take, and no more. */
  private Liquidity book(int instrument, ParentOrder order) {
    LevelBook depth = depths[instrument];
    Side side = order.side().opposite();
    List<Level> levels = new ArrayList<>();
    long sum = 0;
    for (int i = 0; i < depth.levels(side) && sum < order.qtyScaled(); i++) {
      levels.add(new Level(depth.priceScaled(side, i), depth.qtyScaled(side, i)));
      sum += depth.qtyScaled(side, i);
    }
    return new Liquidity.Book((long) depth.midScaled(), levels, volumes[instrument].scaled());
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
