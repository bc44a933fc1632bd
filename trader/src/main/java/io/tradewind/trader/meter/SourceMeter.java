package io.tradewind.trader.meter;

import io.tradewind.core.status.SourceStatus;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** When something good came last, by where from; told by any thread. */
public final class SourceMeter {
  private static final long NEVER = Long.MIN_VALUE;
  private static final Source[] SOURCES = Source.values();

  private final AtomicLongArray lastNs = new AtomicLongArray(SOURCES.length);

  /** Where things come from. */
  public enum Source {
    /** Market data that the session took. */
    MARKET_DATA("market data"),
    /** A text or a sign of life over a connection of market data. */
    MARKET_STREAM("market stream"),
    /** The same over one that tells of orders and balances. */
    ACCOUNT_STREAM("account stream"),
    /** The same over the one that orders go over. */
    ORDER_LINE("order line"),
    /** An answer that was no error. */
    CALLS("calls");

    private final String text;

    Source(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /** Nothing came. */
  public SourceMeter() {
    for (int i = 0; i < SOURCES.length; i++) {
      lastNs.set(i, NEVER);
    }
  }

  /** Something good came. */
  public void heard(Source source, long nowNs) {
    lastNs.lazySet(source.ordinal(), nowNs);
  }

  /** All, in their order. */
  List<SourceStatus> all() {
    return Arrays.stream(SOURCES)
        .map(each -> {
          long at = lastNs.get(each.ordinal());
          return new SourceStatus(
              each.text(), at == NEVER ? OptionalLong.empty() : OptionalLong.of(at));
        })
        .toList();
  }
}
