package io.tradewind.simulation.crowd;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.Deviates;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.exchange.Amounts;
import java.util.ArrayList;
import java.util.List;

/**
 * All that happens on an exchange by itself, from one or several feeds. A function of the feeds, of
 * the exchange and of what others do there in between: who advances it in one step or in many gets
 * the same. How fast its time passes is the caller's business.
 */
public final class Market {
  private final List<Player> players = new ArrayList<>();
  private long nowNs = Long.MIN_VALUE;

  /** Before anything has happened. The accounts of the crowds are open. */
  public Market(List<Feed> feeds) {
    Check.argument(!feeds.isEmpty(), "a market needs a feed");
    feeds.forEach(feed -> players.add(player(feed)));
  }

  private static Player player(Feed feed) {
    return switch (feed) {
      case Feed.Generated generated -> new GeneratedPlayer(generated);
      case Feed.Index index -> new IndexPlayer(index);
      case Feed.Candles(var candles, long seed, int count, MarketPort port, CrowdModel crowd) ->
          new ReplayPlayer(
              port,
              crowd,
              dailyVolumeE8(candles),
              new CandlePrints(candles, count, port.rules(), new Deviates(seed)));
      case Feed.Trades(var trades, MarketPort port, CrowdModel crowd) ->
          new ReplayPlayer(port, crowd, dailyVolumeE8(trades), new TradePrints(trades));
      case Feed.Book book -> new BookPlayer(book);
    };
  }

  /** Of the candles' own time. */
  private static double dailyVolumeE8(CandleColumns candles) {
    double sum = 0;
    double days = 0;
    for (int i = 0; i < candles.size(); i++) {
      sum += candles.volume(i);
      days += (double) (candles.closeTimeNs(i) - candles.openTimeNs(i)) / Utc.DAY_NS;
    }
    return sum / days * Amounts.ONE_E8 / FixedPoint.pow10(candles.volumeScale());
  }

  /** A second longer than from the first to the last, so that there is time in any case. */
  private static double dailyVolumeE8(TradeColumns trades) {
    double sum = 0;
    for (int i = 0; i < trades.size(); i++) {
      sum += trades.qty(i);
    }
    double ns = (double) trades.timeNs(trades.size() - 1) - trades.timeNs(0) + Utc.SECOND_NS;
    return sum / ns * Utc.DAY_NS * Amounts.ONE_E8 / FixedPoint.pow10(trades.qtyScale());
  }

  /**
   * When something happens next. Makers look at their quotes after the end of candles and trades,
   * too; after the end of a book nothing happens any more, which is the greatest number.
   */
  public long nextDueNs() {
    return first().nextDueNs();
  }

  /**
   * Has everything happen that is due up to a time, that time included; what is due at once in the
   * order of the feeds. Who commands the exchange at a time brings the market there first.
   *
   * @param toTimeNs no earlier than the time before, and less than the greatest number
   */
  public void advance(long toTimeNs) {
    Check.argument(toTimeNs >= nowNs, "time must not go back, was %s", toTimeNs);
    Check.argument(toTimeNs < Takers.NEVER, "toTimeNs must be a time, was %s", toTimeNs);
    nowNs = toTimeNs;
    Player next = first();
    while (next.nextDueNs() <= toTimeNs) {
      next.perform();
      next = first();
    }
  }

  private Player first() {
    Player first = players.getFirst();
    for (Player player : players) {
      first = player.nextDueNs() < first.nextDueNs() ? player : first;
    }
    return first;
  }
}
