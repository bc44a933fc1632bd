package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;
import io.tradewind.core.time.Utc;
import java.util.OptionalLong;

/** Brings the middle of spot books to the futures exchange as the index, once a second. */
final class IndexPlayer implements Player {
  private final Feed.Index feed;
  private long nextNs;

  IndexPlayer(Feed.Index feed) {
    this.feed = feed;
    this.nextNs = feed.fromNs();
  }

  @Override
  public long nextDueNs() {
    return nextNs;
  }

  @Override
  public void perform() {
    long nowNs = nextNs;
    nextNs += Utc.SECOND_NS;
    feed.spotBySymbol()
        .forEach((symbol, spot) -> {
          OptionalLong bid = spot.bestE8(Side.BUY);
          OptionalLong ask = spot.bestE8(Side.SELL);
          if (bid.isPresent() && ask.isPresent()) {
            long middle = bid.getAsLong() + (ask.getAsLong() - bid.getAsLong()) / 2;
            feed.exchange().onIndex(symbol, middle, nowNs);
          }
        });
  }
}
