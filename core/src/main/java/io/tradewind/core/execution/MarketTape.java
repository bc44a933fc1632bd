package io.tradewind.core.execution;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.analytics.window.CompensatedSum;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.Side;
import java.util.OptionalDouble;

/**
 * The market as an execution sees it: the newest prices, and from the start on its volume, its
 * volume-weighted and its time-weighted price. A price scaled of 0 inside here is one that is not
 * known.
 */
final class MarketTape implements Stateful {
  private final int priceScale;
  private final CompensatedSum quoteTraded = new CompensatedSum();
  private final CompensatedSum priceTime = new CompensatedSum();
  private long bidScaled;
  private long askScaled;
  private long lastScaled;
  private boolean isRunning;
  private long startNs;
  private long timedNs;
  private double pricedNs;
  private double arrival = Double.NaN;
  private long volumeScaled;

  MarketTape(int priceScale) {
    this.priceScale = priceScale;
  }

  void start(long timeNs) {
    isRunning = true;
    startNs = timeNs;
    timedNs = timeNs;
    arrive();
  }

  /** Moves on to a time; nothing of the market changes. */
  void advance(long timeNs) {
    if (isRunning && timeNs > timedNs) {
      if (hasPrice()) {
        double stretch = timeNs - timedNs;
        priceTime.add(price() * stretch);
        pricedNs += stretch;
      }
      timedNs = timeNs;
    }
  }

  void stop() {
    isRunning = false;
  }

  void quote(long bid, long ask) {
    bidScaled = bid;
    askScaled = ask;
    arrive();
  }

  void trade(long price, long qtyScaled) {
    lastScaled = price;
    arrive();
    if (isRunning) {
      volumeScaled = Math.addExact(volumeScaled, qtyScaled);
      quoteTraded.add(toDouble(price) * qtyScaled);
    }
  }

  private void arrive() {
    if (isRunning && Double.isNaN(arrival) && hasPrice()) {
      arrival = price();
    }
  }

  boolean hasPrice() {
    return bidScaled > 0 || lastScaled > 0;
  }

  /** The mid where there is a quote, else the last price. */
  private double price() {
    return bidScaled > 0 ? (toDouble(bidScaled) + toDouble(askScaled)) / 2 : toDouble(lastScaled);
  }

  /** The touch on our own side, where a passive order stands; the last price without a quote. */
  long nearScaled(Side side) {
    if (bidScaled == 0) {
      return lastScaled;
    }
    return side == Side.BUY ? bidScaled : askScaled;
  }

  /** Where an order stands that must not take: the touch; a tick beside the last price without. */
  long passiveScaled(Side side, long tickScaled) {
    return bidScaled == 0 ? lastScaled - side.sign() * tickScaled : nearScaled(side);
  }

  /** The price that a market order may be valued at: the lower touch, else the last price. */
  long lowScaled() {
    return bidScaled > 0 ? bidScaled : lastScaled;
  }

  /** What was traded since the start, in quantity scale. */
  long volumeScaled() {
    return volumeScaled;
  }

  long startNs() {
    return startNs;
  }

  OptionalDouble arrival() {
    return Double.isNaN(arrival) ? OptionalDouble.empty() : OptionalDouble.of(arrival);
  }

  /** Time-weighted; the arrival price as long as no time has passed. */
  OptionalDouble twap() {
    return pricedNs > 0 ? OptionalDouble.of(priceTime.value() / pricedNs) : arrival();
  }

  OptionalDouble vwap() {
    return volumeScaled > 0
        ? OptionalDouble.of(quoteTraded.value() / volumeScaled)
        : OptionalDouble.empty();
  }

  private double toDouble(long scaled) {
    return Crossing.toDouble(scaled, priceScale);
  }

  @Override
  public void save(StateWriter out) {
    quoteTraded.save(out);
    priceTime.save(out);
    out.writeLong(bidScaled)
        .writeLong(askScaled)
        .writeLong(lastScaled)
        .writeBoolean(isRunning)
        .writeLong(startNs)
        .writeLong(timedNs)
        .writeDouble(pricedNs)
        .writeDouble(arrival)
        .writeLong(volumeScaled);
  }

  @Override
  public void load(StateReader in) {
    quoteTraded.load(in);
    priceTime.load(in);
    bidScaled = in.readLong();
    askScaled = in.readLong();
    lastScaled = in.readLong();
    isRunning = in.readBoolean();
    startNs = in.readLong();
    timedNs = in.readLong();
    pricedNs = in.readDouble();
    arrival = in.readDouble();
    volumeScaled = in.readLong();
  }
}
