package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Bars that close by what was traded and not by the clock: after so many trades (tick bars), so
 * much base (volume bars) or so much quote (dollar bars). The trade that reaches the size closes
 * the bar and belongs to it whole, so a bar may be larger than its size. Source: M. Lopez de Prado
 * (2018), "Advances in Financial Machine Learning", chapter 2.
 */
public final class TradeBars implements Resettable {
  private final Measure measure;
  private final double size;
  private final CompensatedSum volume = new CompensatedSum();
  private final CompensatedSum bought = new CompensatedSum();
  private final CompensatedSum money = new CompensatedSum();
  private boolean complete;
  private int trades;
  private long openTimeNs;
  private long lastTimeNs;
  private double open;
  private double high;
  private double low;
  private double close;

  /** What closes a bar. */
  public enum Measure {
    /** So many trades. */
    TRADES,
    /** So much base. */
    VOLUME,
    /** So much quote. */
    MONEY
  }

  /**
   * Before the first bar.
   *
   * @param size trades, base or quote, above 0
   */
  public TradeBars(Measure measure, double size) {
    Check.argument(size > 0, "size must be > 0, was %s", size);
    this.measure = measure;
    this.size = size;
  }

  /**
   * Takes the next trade and returns whether it closes the bar, which can be read until the next.
   *
   * @param timeNs when it was traded, epoch nanoseconds UTC, never falling
   * @param price in quote
   * @param qty in base, above 0
   * @param buy whether the buyer was the aggressor
   */
  public boolean add(long timeNs, double price, double qty, boolean buy) {
    if (complete || trades == 0) {
      begin(timeNs, price);
    }
    trades++;
    lastTimeNs = timeNs;
    high = Math.max(high, price);
    low = Math.min(low, price);
    close = price;
    volume.add(qty);
    bought.add(buy ? qty : 0.0);
    money.add(price * qty);
    complete = measured() >= size;
    return complete;
  }

  private void begin(long timeNs, double price) {
    volume.reset();
    bought.reset();
    money.reset();
    trades = 0;
    openTimeNs = timeNs;
    open = price;
    high = price;
    low = price;
  }

  private double measured() {
    return switch (measure) {
      case TRADES -> trades;
      case VOLUME -> volume.value();
      case MONEY -> money.value();
    };
  }

  /** Time of the first trade. */
  public long openTimeNs() {
    return openTimeNs;
  }

  /** Time of the last trade. */
  public long lastTimeNs() {
    return lastTimeNs;
  }

  /** First price. */
  public double open() {
    return open;
  }

  /** Highest price. */
  public double high() {
    return high;
  }

  /** Lowest price. */
  public double low() {
    return low;
  }

  /** Last price. */
  public double close() {
    return close;
  }

  /** Base traded. */
  public double volume() {
    return volume.value();
  }

  /** Base that aggressive buyers bought. */
  public double bought() {
    return bought.value();
  }

  /** Quote traded. */
  public double money() {
    return money.value();
  }

  /** How many trades. */
  public int trades() {
    return trades;
  }

  @Override
  public void reset() {
    begin(0, 0);
    complete = false;
    lastTimeNs = 0;
    close = 0;
  }

  @Override
  public void save(StateWriter out) {
    volume.save(out);
    bought.save(out);
    money.save(out);
    out.writeBoolean(complete).writeInt(trades).writeLong(openTimeNs).writeLong(lastTimeNs);
    out.writeDouble(open).writeDouble(high).writeDouble(low).writeDouble(close);
  }

  @Override
  public void load(StateReader in) {
    volume.load(in);
    bought.load(in);
    money.load(in);
    complete = in.readBoolean();
    trades = in.readInt();
    openTimeNs = in.readLong();
    lastTimeNs = in.readLong();
    open = in.readDouble();
    high = in.readDouble();
    low = in.readDouble();
    close = in.readDouble();
  }
}
