package io.tradewind.simulation.exchange.futures;

import static io.tradewind.simulation.exchange.Amounts.ONE_E8;

import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * The mark price of a symbol out of its index and its book, and the funding rate out of how far
 * they stand apart (Binance, "What are mark price and price index" and "Introduction to Binance
 * futures funding rates").
 *
 * <p>Mark = median of index x (1 + rate x time left / interval), index + average of mid - index
 * over the last {@value #WINDOW} looks, and the last price. Rate = average premium, the later looks
 * with more weight, + clamp(interest - average premium, 0.05 %), and no more than three quarters of
 * the least maintenance margin. Unlike Binance's the premium is that of the best prices, not of
 * those at which a large order would fill.
 */
final class MarkPrice {
  private static final int WINDOW = 150;
  private static final long INTEREST_E8 = 10_000;
  private static final long INTEREST_NS = 28_800_000_000_000L;
  private static final long CLAMP_E8 = 50_000;
  private static final long MOST_E8_A_PPM = 75;

  private final long intervalNs;
  private final long mostE8;
  private final long[] apartE8 = new long[WINDOW];
  private int next;
  private int looks;
  private long sumApartE8;
  private long weight;
  private long weightedE8;
  private long weights;
  private long premiumE8;
  private long rateE8;
  private long nextNs;

  MarkPrice(FuturesListing listing) {
    this.intervalNs = listing.terms().fundingIntervalNs();
    this.mostE8 = listing.margin().tiers().getFirst().maintenancePpm() * MOST_E8_A_PPM;
    this.rateE8 = rate(0);
  }

  /** The best prices of a book and the last price, as far as there are any. */
  record Prices(OptionalLong bidE8, OptionalLong askE8, OptionalLong lastE8) {}

  FundingView view() {
    return new FundingView(rateE8, nextNs, premiumE8);
  }

  /** Whether a funding has to be settled before the next look. */
  boolean isDue(long nowNs) {
    return nextNs != 0 && nowNs >= nextNs;
  }

  /** It was settled; the next begins. */
  void settled(long nowNs) {
    nextNs = (Math.floorDiv(nowNs, intervalNs) + 1) * intervalNs;
    weight = 0;
    weightedE8 = 0;
    weights = 0;
  }

  /** Looks at index and book; the mark. */
  long look(long indexE8, Prices prices, long nowNs) {
    if (nextNs == 0) {
      settled(nowNs);
    }
    long apart = 0;
    premiumE8 = 0;
    if (prices.bidE8.isPresent() && prices.askE8.isPresent()) {
      long bid = prices.bidE8.getAsLong();
      long ask = prices.askE8.getAsLong();
      apart = bid + (ask - bid) / 2 - indexE8;
      long above = Math.max(0, bid - indexE8) - Math.max(0, indexE8 - ask);
      premiumE8 = share(above, ONE_E8, indexE8);
    }
    sumApartE8 += apart - apartE8[next];
    apartE8[next] = apart;
    next = (next + 1) % WINDOW;
    looks = Math.min(WINDOW, looks + 1);
    weight++;
    weights += weight;
    weightedE8 += weight * premiumE8;
    rateE8 = rate(weightedE8 / weights);
    long byRate = indexE8 + share(share(indexE8, rateE8, ONE_E8), nextNs - nowNs, intervalNs);
    long byBook = indexE8 + sumApartE8 / looks;
    return Math.max(1, median(byRate, byBook, prices.lastE8.orElse(byBook)));
  }

  private long rate(long averageE8) {
    long interest = share(INTEREST_E8, intervalNs, INTEREST_NS);
    long rate = averageE8 + Math.clamp(interest - averageE8, -CLAMP_E8, CLAMP_E8);
    return Math.clamp(rate, -mostE8, mostE8);
  }

  private static long share(long value, long over, long under) {
    return FixedPoint.mulDiv(value, over, under, RoundingMode.DOWN);
  }

  private static long median(long a, long b, long c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
