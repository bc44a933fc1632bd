package io.tradewind.exchange.tape;

import io.tradewind.analytics.check.Check;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was traded of one symbol. It keeps the latest {@value #MOST} trades and aggregates and 5,000
 * candles of each interval.
 */
public final class Tape {
  /** How many trades it keeps. */
  public static final int MOST = 10_000;

  private static final long MINUTE_MS = 60_000;

  private final Deque<Print> prints = new ArrayDeque<>();
  private final Deque<Aggregate> aggregates = new ArrayDeque<>();
  private final Map<KlineInterval, KlineSeries> series = new EnumMap<>(KlineInterval.class);
  private long lastAggregateId;

  /** Empty. */
  public Tape() {
    for (KlineInterval interval : KlineInterval.values()) {
      series.put(interval, new KlineSeries(interval));
    }
  }

  /** A trade; times never fall. */
  public void add(Print print) {
    Check.argument(
        prints.isEmpty() || print.timeMs() >= prints.getLast().timeMs(),
        "times must not fall, was %s",
        print.timeMs());
    prints.addLast(print);
    trim(prints);
    Aggregate last = aggregates.peekLast();
    if (last != null && last.goesWith(print)) {
      aggregates.removeLast();
      aggregates.addLast(last.with(print));
    } else {
      aggregates.addLast(Aggregate.of(++lastAggregateId, print));
      trim(aggregates);
    }
    series.values().forEach(each -> each.add(print));
  }

  /**
   * A candle of a time before the first trade. It counts where it is part of a longer one or one
   * itself; times never fall.
   */
  public void remember(Kline candle) {
    Check.argument(prints.isEmpty(), "nothing can be remembered after a trade");
    series.values().forEach(each -> each.add(candle));
  }

  private static void trim(Deque<?> kept) {
    if (kept.size() > MOST) {
      kept.removeFirst();
    }
  }

  /** The trades it still has, the oldest first. */
  public List<Print> prints() {
    return new ArrayList<>(prints);
  }

  /** The latest trade. */
  public Optional<Print> last() {
    return Optional.ofNullable(prints.peekLast());
  }

  /** The aggregates it still has, the oldest first. */
  public List<Aggregate> aggregates() {
    return new ArrayList<>(aggregates);
  }

  /** The latest aggregate, which may still grow. */
  public Optional<Aggregate> lastAggregate() {
    return Optional.ofNullable(aggregates.peekLast());
  }

  /** The candles of an interval up to a time, the oldest first; the last is under way. */
  public List<Kline> klines(KlineInterval interval, long nowMs) {
    KlineSeries wanted = rolled(interval, nowMs);
    return wanted.all();
  }

  /** The candle under way; empty before the first trade. */
  public Optional<Kline> kline(KlineInterval interval, long nowMs) {
    KlineSeries wanted = rolled(interval, nowMs);
    return wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.last());
  }

  private KlineSeries rolled(KlineInterval interval, long nowMs) {
    KlineSeries wanted = series.get(interval);
    if (wanted == null) {
      throw new IllegalStateException("every interval has its candles");
    }
    wanted.roll(nowMs);
    return wanted;
  }

  /** What was traded within the last minutes, the minute under way among them. */
  public Optional<Summary> summary(int minutes, long nowMs) {
    long fromMs = nowMs - nowMs % MINUTE_MS - (minutes - 1) * MINUTE_MS;
    return summary(fromMs, nowMs);
  }

  /** What was traded since the beginning of a minute; empty before the first trade of all. */
  public Optional<Summary> summary(long fromMs, long nowMs) {
    List<Kline> within =
        klines(KlineInterval.M1, nowMs).stream().filter(each -> each.openMs() >= fromMs).toList();
    return within.isEmpty() ? Optional.empty() : Optional.of(Summary.of(within, fromMs, nowMs));
  }
}
