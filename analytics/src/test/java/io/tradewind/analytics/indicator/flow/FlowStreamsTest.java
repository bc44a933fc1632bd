package io.tradewind.analytics.indicator.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.statistics.Normal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Order flow over random streams of many trades a second, against models that start anew. */
class FlowStreamsTest {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long BEGIN_NS = 1_700_000_000L * SECOND_NS;
  private static final double NONE = Double.NaN;

  /** A trade, its quantity in thousandths, so that decimals add up exactly. */
  private record Trade(long timeNs, double price, int thousandths, boolean buy) {
    double qty() {
      return thousandths / 1000.0;
    }

    double signed() {
      return buy ? qty() : -qty();
    }
  }

  private static List<Trade> trades(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Trade> trades = new ArrayList<>();
    long time = BEGIN_NS;
    double price = 100;
    for (int i = 0; i < count; i++) {
      time +=
          random.nextInt(20) == 0 ? random.nextLong(4 * SECOND_NS) : random.nextLong(SECOND_NS / 3);
      boolean buy = random.nextBoolean();
      int qty = 1 + random.nextInt(random.nextInt(30) == 0 ? 40_000 : 900);
      price += (buy ? 0.01 : -0.01) * random.nextInt(4);
      trades.add(new Trade(time, price, qty, buy));
    }
    return trades;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void kyleLambdaIsTheSlopeOverItsBuckets(long seed) {
    int length = 12;
    KyleLambda lambda = new KyleLambda(length, 2);
    List<Trade> trades = trades(seed, 900);
    int known = 0;
    for (int i = 0; i < trades.size(); i++) {
      double actual = update(lambda, trades.get(i));
      double expected = slope(buckets(trades.subList(0, i + 1), 2 * SECOND_NS), length);
      boolean ready = i + 1 >= lambda.warmup();
      assertThat(actual).as("seed %d, trade %d", seed, i).satisfies(same(ready ? expected : NONE));
      known += Double.isNaN(actual) ? 0 : 1;
    }
    assertThat(known).isGreaterThan(500);
  }

  private static double update(io.tradewind.analytics.indicator.TradeIndicator to, Trade trade) {
    return to.update(trade.timeNs, trade.price, trade.qty(), trade.buy);
  }

  private static org.assertj.core.api.ThrowingConsumer<Double> same(double expected) {
    return actual -> {
      if (Double.isNaN(expected)) {
        assertThat(actual).isNaN();
      } else {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
      }
    };
  }

  /** Signed volume and last price of each bucket with trades but the last, {@code [2]} each. */
  private static List<double[]> buckets(List<Trade> trades, long bucketNs) {
    List<double[]> buckets = new ArrayList<>();
    long number = Long.MIN_VALUE;
    for (Trade trade : trades) {
      if (trade.timeNs / bucketNs != number) {
        buckets.add(new double[2]);
        number = trade.timeNs / bucketNs;
      }
      buckets.getLast()[0] += trade.signed();
      buckets.getLast()[1] = trade.price;
    }
    return buckets.subList(0, buckets.size() - 1);
  }

  private static double slope(List<double[]> buckets, int length) {
    int from = buckets.size() - length;
    if (from < 1) {
      return NONE;
    }
    double[] x = new double[length];
    double[] y = new double[length];
    for (int i = 0; i < length; i++) {
      x[i] = buckets.get(from + i)[0];
      y[i] = buckets.get(from + i)[1] - buckets.get(from + i - 1)[1];
    }
    double meanX = Arrays.stream(x).average().orElseThrow();
    double meanY = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
    }
    return xy / xx;
  }

  @ParameterizedTest
  @CsvSource({"1,5,0.4", "2,5,0.4", "3,20,3.75", "4,1,1", "5,50,0.001"})
  void vpinIsTheMeanOverItsBucketsInExactDecimals(long seed, int buckets, double volume) {
    Vpin vpin = new Vpin(buckets, volume);
    List<Trade> trades = trades(seed, 600);
    int size = (int) Math.round(volume * 1000);
    List<Integer> oneSided = new ArrayList<>();
    int filled = 0;
    int signed = 0;
    for (int i = 0; i < trades.size(); i++) {
      Trade trade = trades.get(i);
      int left = trade.thousandths;
      while (left > 0) {
        int taken = Math.min(left, size - filled);
        left -= taken;
        filled += taken;
        signed += trade.buy ? taken : -taken;
        if (filled == size) {
          oneSided.add(Math.abs(signed));
          filled = 0;
          signed = 0;
        }
      }
      int from = oneSided.size() - buckets;
      double expected =
          from < 0 || i + 1 < buckets
              ? NONE
              : oneSided.subList(from, oneSided.size()).stream().mapToInt(x -> x).sum()
                  / ((double) buckets * size);
      assertThat(update(vpin, trade)).as("seed %d, trade %d", seed, i).satisfies(same(expected));
    }
    assertThat(vpin.value()).isBetween(0.0, 1.0);
  }

  @Test
  void vpinKeepsItsBucketsInAMillionTrades() {
    Vpin vpin = new Vpin(10, 1);
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 1_000_000; i++) {
      vpin.update(i, 1, (1 + random.nextInt(9)) * 0.1, random.nextBoolean());
    }
    BigDecimal filled = BigDecimal.ZERO;
    random = new SplittableRandom(6);
    for (int i = 0; i < 1_000_000; i++) {
      filled = filled.add(BigDecimal.valueOf(1 + random.nextInt(9), 1));
      random.nextBoolean();
    }
    double rest = 1 - filled.remainder(BigDecimal.ONE).doubleValue();
    vpin.update(1, 1, rest, true);
    for (int i = 0; i < 9; i++) {
      vpin.update(1, 1, 0.5, true);
      vpin.update(1, 1, 0.5, false);
    }
    double afterNine = vpin.value();
    vpin.update(1, 1, 0.5, true);
    vpin.update(1, 1, 0.5, false);
    assertThat(vpin.value()).isCloseTo(0, within(1e-8));
    assertThat(afterNine).isBetween(0.0, 0.1);
  }

  @Test
  void aPriceThatOnlyJumpsIsOneSidedByTheNormalDistribution() {
    BulkVpin vpin = new BulkVpin(2, 1);
    double[] prices = {10, 10, 12, 11};
    double[] outcome = new double[prices.length];
    for (int i = 0; i < prices.length; i++) {
      outcome[i] = vpin.update(i, prices[i], 1, true);
    }
    assertThat(Double.isNaN(outcome[1])).isTrue();
    double first = 2 * Normal.cumulative(2.0) - 1;
    double second = 2 * Normal.cumulative(1 / 1.5) - 1;
    assertThat(outcome[2]).isCloseTo(first / 2, within(1e-15));
    assertThat(outcome[3]).isCloseTo((first + second) / 2, within(1e-15));
  }

  /** Digits of Phi as tables have them. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.8413447460685429",
    "-1, 0.15865525393145705",
    "1.959963984540054, 0.975",
    "-3, 0.0013498980316300946",
    "6, 0.9999999990134123",
    "40, 1",
    "-40, 0"
  })
  void theNormalDistributionIsThatOfTables(double x, double expected) {
    assertThat(Normal.cumulative(x)).isCloseTo(expected, within(1e-15));
  }

  /** Cont, Kukanov and Stoikov's equation, case by case. */
  @ParameterizedTest
  @CsvSource({
    "10,5,11,4, 10,7,11,4, 2",
    "10,5,11,4, 10,5,11,1, 3",
    "10,5,11,4, 10.5,2,11,4, 2",
    "10,5,11,4, 9,8,11,4, -5",
    "10,5,11,4, 10,5,10.5,6, -6",
    "10,5,11,4, 10,5,12,9, 4",
    "10,5,11,4, 11,3,12,9, 7"
  })
  void flowsAreCountedAsThePaperSays(
      double b,
      double bq,
      double a,
      double aq,
      double b2,
      double bq2,
      double a2,
      double aq2,
      double flow) {
    OrderFlowImbalance one = new OrderFlowImbalance(1);
    TimedOrderFlowImbalance timed = new TimedOrderFlowImbalance(1);
    for (double[] q : new double[][] {{b, bq, a, aq}, {b2, bq2, a2, aq2}}) {
      one.update(0, q[0], q[1], q[2], q[3]);
      timed.update(0, q[0], q[1], q[2], q[3]);
    }
    assertThat(one.value()).isEqualTo(flow);
    assertThat(timed.value()).isEqualTo(flow);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void booksAreWalkedLevelByLevel(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      int levels = 1 + random.nextInt(30);
      double[][] book = book(random, levels);
      double qty = 0.1 + 40 * random.nextDouble();
      FillPrice fill = new FillPrice(qty);
      fill.update(0, book[0], book[1], book[2], book[3]);
      assertThat(fill.value(0)).as("seed %d", seed).satisfies(same(paid(book[2], book[3], qty)));
      assertThat(fill.value(1)).as("seed %d", seed).satisfies(same(paid(book[0], book[1], qty)));
      double mid = (book[0][0] + book[2][0]) / 2;
      double bps = 1 + 40 * random.nextDouble();
      DepthWithin within = new DepthWithin(bps);
      within.update(0, book[0], book[1], book[2], book[3]);
      assertThat(within.value(1)).satisfies(same(near(book[0], book[1], mid, bps)));
      assertThat(within.value(2)).satisfies(same(near(book[2], book[3], mid, bps)));
    }
  }

  private static double[][] book(SplittableRandom random, int levels) {
    double[][] book = new double[4][levels];
    double bid = 100;
    double ask = 100.01;
    for (int i = 0; i < levels; i++) {
      book[0][i] = bid;
      book[2][i] = ask;
      book[1][i] = 0.01 + 3 * random.nextDouble();
      book[3][i] = 0.01 + 3 * random.nextDouble();
      bid -= 0.01 * (1 + random.nextInt(3));
      ask += 0.01 * (1 + random.nextInt(3));
    }
    return book;
  }

  private static double paid(double[] prices, double[] qtys, double qty) {
    BigDecimal left = new BigDecimal(qty);
    BigDecimal money = BigDecimal.ZERO;
    for (int i = 0; i < qtys.length; i++) {
      BigDecimal taken = left.min(new BigDecimal(qtys[i]));
      money = money.add(taken.multiply(new BigDecimal(prices[i])));
      left = left.subtract(taken);
    }
    return left.signum() > 0
        ? NONE
        : money.divide(new BigDecimal(qty), MathContext.DECIMAL64).doubleValue();
  }

  private static double near(double[] prices, double[] qtys, double mid, double bps) {
    double sum = 0;
    for (int i = 0; i < qtys.length; i++) {
      sum += Math.abs(prices[i] - mid) <= mid * bps / 1e4 ? qtys[i] : 0;
    }
    return sum;
  }

  @Test
  void aSmallTradeIsNotLostBesideALargeDelta() {
    CumulativeDelta delta = new CumulativeDelta();
    delta.update(0, 1, 1e16, true);
    for (int i = 0; i < 1_000_000; i++) {
      delta.update(i, 1, 0.25, true);
    }
    assertThat(delta.update(1_000_000, 1, 1e16, false)).isEqualTo(250_000);
  }

  @Test
  void aSteadyStreamHasItsOwnIntensity() {
    TradeIntensity intensity = new TradeIntensity(10);
    for (int i = 0; i < 5000; i++) {
      intensity.update(BEGIN_NS + i * SECOND_NS / 20, 1, 0.5, i % 4 == 0);
    }
    assertThat(intensity.value(0)).isCloseTo(20, within(0.05));
    assertThat(intensity.value(1)).isCloseTo(5, within(0.15));
    assertThat(intensity.value(3)).isCloseTo(10, within(0.03));
    long last = BEGIN_NS + 4999 * SECOND_NS / 20;
    assertThat(intensity.at(last + 10 * SECOND_NS)).isCloseTo(intensity.value() / 2, within(1e-12));
  }

  /** Roll's model itself: an efficient price that does not move, bounced between two quotes. */
  @Test
  void rollFindsTheSpreadThatPricesBounceIn() {
    RollSpread roll = new RollSpread(50_000);
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 60_000; i++) {
      roll.update(i, random.nextBoolean() ? 100.02 : 99.98, 1, true);
    }
    assertThat(roll.value()).isCloseTo(0.04, within(0.0005));
  }

  @Test
  void sidesAreGuessedByQuoteThenByTick() {
    LeeReady guess = new LeeReady(0.02);
    assertThat(guess.trade(0, 10)).isZero();
    assertThat(guess.trade(1, 11)).isEqualTo(1);
    guess.quote(1_000_000, 9, 11);
    assertThat(guess.trade(1_000_001, 9.5)).as("quote too young, price fell").isEqualTo(-1);
    assertThat(guess.trade(21_000_000, 9.4)).as("below the middle").isEqualTo(-1);
    assertThat(guess.trade(22_000_000, 10.1)).as("above the middle").isEqualTo(1);
    assertThat(guess.trade(23_000_000, 10)).as("at the middle, price fell").isEqualTo(-1);
    assertThat(guess.trade(24_000_000, 10)).as("at the middle, as before").isEqualTo(-1);
  }

  @Test
  void theOldestQuoteStandsEarlyWhereTooManyWait() {
    DelayedMid mid = new DelayedMid(1);
    for (int i = 0; i < 4096; i++) {
      mid.quote(i, i, i);
    }
    assertThat(mid.before(5000)).isNaN();
    mid.quote(4096, 4096, 4096);
    assertThat(mid.before(5000)).isZero();
    assertThat(mid.before(SECOND_NS + 17)).isEqualTo(17);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void spreadsAreMeansOverTheLastTrades(long seed) {
    int length = 40;
    TradedSpread spread = new TradedSpread(length, 1.5, 0);
    SplittableRandom random = new SplittableRandom(seed);
    List<double[]> effective = new ArrayList<>();
    List<double[]> quotes = new ArrayList<>();
    double mid = 100;
    for (Trade trade : trades(seed, 250)) {
      mid += 0.01 * (random.nextInt(3) - 1);
      spread.quote(trade.timeNs, mid - 0.01, mid + 0.01);
      quotes.add(new double[] {trade.timeNs - BEGIN_NS, mid});
      double price = mid + (trade.buy ? 0.01 : -0.005);
      spread.trade(trade.timeNs, price, trade.buy);
      effective.add(new double[] {trade.timeNs - BEGIN_NS, trade.buy ? price : -price, mid});
      double[] expected = means(effective, quotes, length, 1.5 * SECOND_NS);
      assertThat(spread.effectiveBps()).as("seed %d", seed).satisfies(same(expected[0]));
      assertThat(spread.realisedBps()).as("seed %d", seed).satisfies(same(expected[1]));
      assertThat(spread.impactBps()).as("seed %d", seed).satisfies(same(expected[2]));
    }
    assertThat(spread.realisedBps()).isFinite();
  }

  /** Of the last trades: the effective spread, and of those with time over, realised and impact. */
  private static double[] means(
      List<double[]> trades, List<double[]> quotes, int length, double delay) {
    double now = quotes.getLast()[0];
    double[] effective = trades.stream().mapToDouble(t -> cost(t, t[2])).toArray();
    List<double[]> over = trades.stream().filter(t -> t[0] + delay < now).toList();
    double[] realised = new double[over.size()];
    double[] impact = new double[over.size()];
    for (int i = 0; i < over.size(); i++) {
      double due = over.get(i)[0] + delay;
      double later = quotes.stream().filter(q -> q[0] <= due).toList().getLast()[1];
      realised[i] = cost(over.get(i), later);
      impact[i] = cost(over.get(i), over.get(i)[2]) - realised[i];
    }
    return new double[] {last(effective, length), last(realised, length), last(impact, length)};
  }

  private static double cost(double[] trade, double mid) {
    return 2 * Math.signum(trade[1]) * (Math.abs(trade[1]) - mid) / trade[2] * 1e4;
  }

  private static double last(double[] values, int length) {
    return values.length < length
        ? NONE
        : Arrays.stream(values, values.length - length, values.length).average().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"TRADES,7", "VOLUME,5.5", "MONEY,1234"})
  void barsCloseWithTheTradeThatReachesTheirSize(TradeBars.Measure measure, double size) {
    TradeBars bars = new TradeBars(measure, size);
    List<Trade> open = new ArrayList<>();
    int closed = 0;
    for (Trade trade : trades(5, 1000)) {
      open.add(trade);
      double measured =
          open.stream()
              .mapToDouble(t ->
                  switch (measure) {
                    case TRADES -> 1;
                    case VOLUME -> t.qty();
                    case MONEY -> t.price * t.qty();
                  })
              .sum();
      boolean complete = bars.add(trade.timeNs, trade.price, trade.qty(), trade.buy);
      assertThat(complete).isEqualTo(measured >= size);
      if (complete) {
        assertBar(bars, open);
        open.clear();
        closed++;
      }
    }
    assertThat(closed).isGreaterThan(30);
  }

  private static void assertBar(TradeBars bar, List<Trade> trades) {
    assertThat(bar.trades()).isEqualTo(trades.size());
    assertThat(bar.openTimeNs()).isEqualTo(trades.getFirst().timeNs);
    assertThat(bar.lastTimeNs()).isEqualTo(trades.getLast().timeNs);
    assertThat(bar.open()).isEqualTo(trades.getFirst().price);
    assertThat(bar.close()).isEqualTo(trades.getLast().price);
    assertThat(bar.high()).isEqualTo(trades.stream().mapToDouble(t -> t.price).max().orElseThrow());
    assertThat(bar.low()).isEqualTo(trades.stream().mapToDouble(t -> t.price).min().orElseThrow());
    assertThat(bar.volume())
        .isCloseTo(trades.stream().mapToDouble(Trade::qty).sum(), within(1e-12));
    assertThat(2 * bar.bought() - bar.volume())
        .isCloseTo(trades.stream().mapToDouble(Trade::signed).sum(), within(1e-12));
    assertThat(bar.money())
        .isCloseTo(trades.stream().mapToDouble(t -> t.price * t.qty()).sum(), within(1e-9));
  }

  /** Those that are no indicators are saved like them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 250})
  void goesOnFromASnapshot(int cut) {
    List<Trade> trades = trades(9, 400);
    TradedSpread spread = new TradedSpread(10, 2, 0.3);
    LeeReady guess = new LeeReady(0.3);
    TradeBars bars = new TradeBars(TradeBars.Measure.VOLUME, 3);
    feed(trades.subList(0, cut), spread, guess, bars);
    TradedSpread spread2 = new TradedSpread(10, 2, 0.3);
    LeeReady guess2 = new LeeReady(0.3);
    TradeBars bars2 = new TradeBars(TradeBars.Measure.VOLUME, 3);
    feed(trades(10, 99), spread2, guess2, bars2);
    restore(spread, spread2);
    restore(guess, guess2);
    restore(bars, bars2);
    String future = feed(trades.subList(cut, 400), spread, guess, bars);
    assertThat(feed(trades.subList(cut, 400), spread2, guess2, bars2)).isEqualTo(future);
    for (Resettable used : List.of(spread, guess, bars)) {
      used.reset();
    }
    assertThat(feed(trades, spread, guess, bars))
        .isEqualTo(
            feed(
                trades,
                new TradedSpread(10, 2, 0.3),
                new LeeReady(0.3),
                new TradeBars(TradeBars.Measure.VOLUME, 3)));
  }

  private static String feed(
      List<Trade> trades, TradedSpread spread, LeeReady guess, TradeBars bars) {
    StringBuilder said = new StringBuilder();
    for (Trade t : trades) {
      double mid = Math.rint(t.price * 10) / 10;
      spread.quote(t.timeNs, mid - 0.05, mid + 0.05);
      guess.quote(t.timeNs, mid - 0.05, mid + 0.05);
      spread.trade(t.timeNs, t.price, t.buy);
      said.append(guess.trade(t.timeNs, t.price)).append(' ');
      said.append(bars.add(t.timeNs, t.price, t.qty(), t.buy)).append(bars.money()).append(' ');
      said.append(spread.effectiveBps()).append(spread.realisedBps()).append(spread.impactBps());
    }
    return said.toString();
  }

  private static void restore(Resettable from, Resettable to) {
    StateWriter out = new StateWriter();
    from.save(out);
    StateReader in = new StateReader(out.toByteArray());
    to.load(in);
    assertThat(in.isAtEnd()).isTrue();
  }
}
