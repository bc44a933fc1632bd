package io.tradewind.store.ticks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.DepthIndicator;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Indicator;
import io.tradewind.analytics.indicator.QuoteIndicator;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.flow.BulkVpin;
import io.tradewind.analytics.indicator.flow.CumulativeDelta;
import io.tradewind.analytics.indicator.flow.KyleLambda;
import io.tradewind.analytics.indicator.flow.LeeReady;
import io.tradewind.analytics.indicator.flow.Microprice;
import io.tradewind.analytics.indicator.flow.MultiLevelOrderFlowImbalance;
import io.tradewind.analytics.indicator.flow.OrderFlowImbalance;
import io.tradewind.analytics.indicator.flow.QuoteMid;
import io.tradewind.analytics.indicator.flow.RollSpread;
import io.tradewind.analytics.indicator.flow.SessionDelta;
import io.tradewind.analytics.indicator.flow.StoikovMicroprice;
import io.tradewind.analytics.indicator.flow.TickRule;
import io.tradewind.analytics.indicator.flow.TradedSpread;
import io.tradewind.analytics.indicator.flow.Vpin;
import io.tradewind.store.ticks.RecordedMessage.Depth;
import io.tradewind.store.ticks.RecordedMessage.Quote;
import io.tradewind.store.ticks.RecordedMessage.Snapshot;
import io.tradewind.store.ticks.RecordedMessage.Trade;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every indicator of order flow over recorded streams, in the order in which they were received:
 * what must hold whatever the market does, and that it tells of prices what the papers say.
 */
final class FlowOnRecordedTicksTest {
  private static final String USDM = "usdm_btcusdt_20240808";
  private static final int LEVELS = 50;
  private static final long SECOND_NS = 1_000_000_000L;

  private static List<RecordedMessage> read(String name) throws IOException {
    return Recordings.read(
        Recordings.folder("FlowOnRecordedTicksTest").resolve("ticks/" + name + ".jsonl.gz"));
  }

  private static <I extends Indicator> List<I> all(Class<I> kind) {
    return Indicators.all().stream()
        .filter(definition -> definition.family() == Family.ORDER_FLOW)
        .map(Definition::make)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private static double update(QuoteIndicator indicator, Quote q) {
    return indicator.update(
        q.receivedNs(),
        q.bidPrice().doubleValue(),
        q.bidQty().doubleValue(),
        q.askPrice().doubleValue(),
        q.askQty().doubleValue());
  }

  private static double update(TradeIndicator indicator, Trade t) {
    return indicator.update(
        t.timeNs(),
        Double.parseDouble(t.price()),
        Double.parseDouble(t.qty()),
        t.buyerIsAggressor());
  }

  /** Outputs that are between -1 and 1, or 0 and 1, by their names. */
  private static void assertInRange(Indicator indicator) {
    for (int i = 0; i < indicator.outputs(); i++) {
      String output = indicator.definition().outputs().get(i).name();
      double value = indicator.value(i);
      String name = indicator + " " + output;
      assertThat(value).as(name).isNotInfinite();
      switch (output) {
        case "imbalance", "pressure", "sign" ->
            assertThat(Math.abs(value)).as(name).isBetween(0.0, 1.0 + 1e-12);
        case "vpin", "bought-share" -> {
          if (!Double.isNaN(value)) {
            assertThat(value).as(name).isBetween(0.0, 1.0 + 1e-12);
          }
        }
        default -> {}
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"spot_btcusdt_20240809", "spot_ethusdt_20240809", USDM})
  void quotesAndTradesKeepTheirLaws(String name) throws IOException {
    List<RecordedMessage> messages = read(name);
    List<QuoteIndicator> quotes = all(QuoteIndicator.class);
    List<TradeIndicator> trades = all(TradeIndicator.class);
    assertThat(quotes).hasSizeGreaterThanOrEqualTo(5);
    assertThat(trades).hasSizeGreaterThanOrEqualTo(11);
    for (RecordedMessage message : messages) {
      if (message instanceof Quote quote) {
        for (QuoteIndicator indicator : quotes) {
          double value = update(indicator, quote);
          if (indicator.isReady()) {
            assertInRange(indicator);
          }
          if (indicator.definition().name().equals("microprice")) {
            assertThat(value)
                .isBetween(quote.bidPrice().doubleValue(), quote.askPrice().doubleValue());
          }
        }
      } else if (message instanceof Trade trade) {
        for (TradeIndicator indicator : trades) {
          update(indicator, trade);
          if (indicator.isReady()) {
            assertInRange(indicator);
          }
        }
      }
    }
    for (Indicator indicator : quotes) {
      assertThat(indicator.value()).as("%s", indicator).isFinite();
    }
    for (Indicator indicator : trades) {
      boolean inBuckets = indicator.definition().name().endsWith("vpin");
      assertThat(inBuckets || Double.isFinite(indicator.value())).as("%s", indicator).isTrue();
    }
    trades.forEach(indicator -> System.out.println(name + " at the end: " + indicator));
  }

  @ParameterizedTest
  @CsvSource({"spot_btcusdt_20240809,1", "spot_ethusdt_20240809,10", USDM + ",5"})
  void deltaIsTheSumAndToxicityAShare(String name, double bucket) throws IOException {
    List<Trade> trades = Recordings.only(Trade.class, read(name));
    CumulativeDelta delta = new CumulativeDelta();
    SessionDelta minute = new SessionDelta(60);
    Vpin vpin = new Vpin(50, bucket);
    BulkVpin bulk = new BulkVpin(50, bucket);
    Map<Long, Double> minutes = new TreeMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    double total = 0;
    for (Trade trade : trades) {
      BigDecimal qty = new BigDecimal(trade.qty());
      sum = trade.buyerIsAggressor() ? sum.add(qty) : sum.subtract(qty);
      assertThat(update(delta, trade)).isCloseTo(sum.doubleValue(), within(1e-9));
      minutes.put(trade.timeNs() / (60 * SECOND_NS), update(minute, trade));
      total += qty.doubleValue();
      update(vpin, trade);
      update(bulk, trade);
      assertInRange(vpin);
      assertInRange(bulk);
    }
    assertThat(total).isGreaterThan(100 * bucket);
    assertThat(vpin.value()).isBetween(0.1, 0.9);
    assertThat(bulk.value()).isBetween(0.1, 0.9);
    double ofMinutes = minutes.values().stream().mapToDouble(x -> x).sum();
    assertThat(ofMinutes).isCloseTo(sum.doubleValue(), within(1e-9));
    System.out.println(
        name
            + ": delta "
            + sum
            + ", VPIN "
            + vpin.value()
            + ", by bulk classification "
            + bulk.value());
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.api.Assertions.within(offset);
  }

  @Test
  void theKeptBookIsTheVenuesAndItsIndicatorsKeepTheirLaws() throws IOException {
    List<RecordedMessage> messages = read(USDM);
    Snapshot snapshot = Recordings.only(Snapshot.class, messages).getFirst();
    TreeMap<Long, Quote> quotes = new TreeMap<>();
    Recordings.only(Quote.class, messages).forEach(quote -> quotes.put(quote.updateId(), quote));
    RecordedBook book = new RecordedBook(snapshot);
    List<DepthIndicator> indicators = all(DepthIndicator.class);
    MultiLevelOrderFlowImbalance levels = new MultiLevelOrderFlowImbalance(100);
    OrderFlowImbalance best = new OrderFlowImbalance(100);
    double[][] arrays = new double[4][LEVELS];
    int compared = 0;
    for (Depth depth : Recordings.only(Depth.class, messages)) {
      if (!book.apply(depth)) {
        continue;
      }
      Map.Entry<Long, Quote> quote = quotes.floorEntry(depth.lastId());
      if (quote.getKey() > snapshot.lastId()) {
        assertThat(book.hasBest(quote.getValue())).as("best after %d", depth.lastId()).isTrue();
        compared++;
      }
      book.copyTo(arrays);
      double bid = arrays[0][0];
      double ask = arrays[2][0];
      assertThat(bid).isLessThan(ask);
      for (DepthIndicator indicator : indicators) {
        indicator.update(depth.receivedNs(), arrays[0], arrays[1], arrays[2], arrays[3]);
        if (indicator.isReady()) {
          assertInRange(indicator);
        }
        switch (indicator.definition().name()) {
          case "fill-price" -> assertFill(indicator, bid, ask);
          case "depth-within" -> assertParts(indicator);
          default -> {}
        }
      }
      levels.update(depth.receivedNs(), arrays[0], arrays[1], arrays[2], arrays[3]);
      best.update(depth.receivedNs(), bid, arrays[1][0], ask, arrays[3][0]);
      assertThat(Double.valueOf(levels.value())).isEqualTo(Double.valueOf(best.value()));
    }
    assertThat(compared).isGreaterThan(6000);
    System.out.println(
        "the kept book's best was the venue's after " + compared + " updates of " + compared);
    indicators.forEach(indicator -> System.out.println(USDM + " at the end: " + indicator));
  }

  private static void assertFill(Indicator fill, double bid, double ask) {
    assertThat(fill.value(0)).isGreaterThanOrEqualTo(ask * (1 - 1e-12));
    assertThat(fill.value(1)).isLessThanOrEqualTo(bid * (1 + 1e-12));
    assertThat(fill.value(2)).isPositive();
    assertThat(fill.value(3)).isPositive();
  }

  private static void assertParts(Indicator depth) {
    assertThat(depth.value(0)).isEqualTo(depth.value(1) + depth.value(2));
    assertThat(depth.value(0)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spot_btcusdt_20240809", "spot_ethusdt_20240809", USDM})
  void flowExplainsThePrice(String name) throws IOException {
    List<RecordedMessage> messages = read(name);
    List<double[]> seconds = seconds(messages);
    assertThat(seconds).hasSizeGreaterThan(250);
    double ofi = correlation(seconds, 0);
    double traded = correlation(seconds, 1);
    System.out.printf(
        Locale.ROOT,
        "%s: over %d seconds the middle's change correlates %.3f with OFI, %.3f with delta%n",
        name,
        seconds.size(),
        ofi,
        traded);
    assertThat(ofi).isGreaterThan(0.4);
    assertThat(traded).isPositive();
  }

  /** OFI, delta and change of the middle in each second by the clock of receipt. */
  private static List<double[]> seconds(List<RecordedMessage> messages) {
    OrderFlowImbalance flow = new OrderFlowImbalance(1);
    QuoteMid mid = new QuoteMid();
    List<double[]> seconds = new ArrayList<>();
    double[] now = new double[3];
    double before = Double.NaN;
    long second = messages.getFirst().receivedNs() / SECOND_NS;
    for (RecordedMessage message : messages) {
      if (message.receivedNs() / SECOND_NS != second) {
        now[2] = mid.value() - before;
        if (!Double.isNaN(now[2])) {
          seconds.add(now);
        }
        now = new double[3];
        before = mid.value();
        second = message.receivedNs() / SECOND_NS;
      }
      if (message instanceof Quote quote) {
        update(mid, quote);
        double came = update(flow, quote);
        now[0] += Double.isNaN(came) ? 0 : came;
      } else if (message instanceof Trade trade) {
        double qty = Double.parseDouble(trade.qty());
        now[1] += trade.buyerIsAggressor() ? qty : -qty;
      }
    }
    return seconds;
  }

  private static double correlation(List<double[]> rows, int column) {
    double meanX = rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
    double meanY = rows.stream().mapToDouble(row -> row[2]).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (double[] row : rows) {
      xy += (row[column] - meanX) * (row[2] - meanY);
      xx += (row[column] - meanX) * (row[column] - meanX);
      yy += (row[2] - meanY) * (row[2] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  /** Trades are told later than the quotes that they change, so the quote before must be met. */
  @ParameterizedTest
  @ValueSource(strings = {"spot_btcusdt_20240809", "spot_ethusdt_20240809", USDM})
  void sidesAreGuessedAndSpreadsMeasured(String name) throws IOException {
    List<RecordedMessage> messages = read(name);
    double atOnce = guessed(messages, 0);
    double delayed = guessed(messages, 0.02);
    System.out.printf(
        Locale.ROOT,
        "%s: side right by Lee and Ready %.3f, with 20 ms between %.3f%n",
        name,
        atOnce,
        delayed);
    assertThat(delayed).isGreaterThan(0.94).isGreaterThan(atOnce + 0.05);
    assertThat(guessedByTick(messages)).isGreaterThan(0.94);
    assertSpreads(name, messages);
  }

  /** Share of the sides that Lee and Ready guess right. */
  private static double guessed(List<RecordedMessage> messages, double delaySeconds) {
    LeeReady leeReady = new LeeReady(delaySeconds);
    int trades = 0;
    int right = 0;
    for (RecordedMessage message : messages) {
      if (message instanceof Quote quote) {
        leeReady.quote(
            quote.receivedNs(), quote.bidPrice().doubleValue(), quote.askPrice().doubleValue());
      } else if (message instanceof Trade trade) {
        double side = leeReady.trade(trade.receivedNs(), Double.parseDouble(trade.price()));
        right += side == (trade.buyerIsAggressor() ? 1 : -1) ? 1 : 0;
        trades++;
      }
    }
    return right / (double) trades;
  }

  private static double guessedByTick(List<RecordedMessage> messages) {
    TickRule tickRule = new TickRule();
    List<Trade> trades = Recordings.only(Trade.class, messages);
    long right =
        trades.stream()
            .filter(trade -> update(tickRule, trade) == (trade.buyerIsAggressor() ? 1 : -1))
            .count();
    return right / (double) trades.size();
  }

  private static void assertSpreads(String name, List<RecordedMessage> messages) {
    TradedSpread spread = new TradedSpread(5000, 1, 0.02);
    KyleLambda kyle = new KyleLambda(200, 1);
    RollSpread roll = new RollSpread(5000);
    for (RecordedMessage message : messages) {
      if (message instanceof Quote quote) {
        spread.quote(
            quote.receivedNs(), quote.bidPrice().doubleValue(), quote.askPrice().doubleValue());
      } else if (message instanceof Trade trade) {
        double price = Double.parseDouble(trade.price());
        spread.trade(trade.receivedNs(), price, trade.buyerIsAggressor());
        update(kyle, trade);
        update(roll, trade);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: effective spread %.4f bps, realised %.4f, impact %.4f; Roll %.4f in quote; lambda"
            + " %.4f in quote for each unit%n",
        name,
        spread.effectiveBps(),
        spread.realisedBps(),
        spread.impactBps(),
        roll.value(),
        kyle.value());
    assertThat(spread.effectiveBps()).isBetween(0.0, 10.0);
    assertThat(spread.impactBps()).isPositive();
    assertThat(kyle.value()).isPositive();
    assertThat(roll.value()).isNotNegative();
  }

  /** Fitted to the first half, asked in the second: who is nearer to the middle a second later. */
  @ParameterizedTest
  @CsvSource({"spot_btcusdt_20240809,0.01", "spot_ethusdt_20240809,0.01", USDM + ",0.1"})
  void theFittedMicropriceForesees(String name, double tick) throws IOException {
    List<Quote> all = Recordings.only(Quote.class, read(name));
    double[][] quotes =
        all.stream()
            .map(quote ->
                new double[] {
                  quote.bidPrice().doubleValue(),
                  quote.bidQty().doubleValue(),
                  quote.askPrice().doubleValue(),
                  quote.askQty().doubleValue()
                })
            .toArray(double[][]::new);
    int half = quotes.length / 2;
    StoikovMicroprice fitted = StoikovMicroprice.fit(Arrays.copyOf(quotes, half), tick, 10, 3);
    Microprice weighted = new Microprice();
    double[] errors = new double[3];
    int later = half;
    for (int i = half; i < quotes.length; i++) {
      while (later < quotes.length
          && all.get(later).receivedNs() <= all.get(i).receivedNs() + SECOND_NS) {
        later++;
      }
      if (later == quotes.length) {
        break;
      }
      double[] q = quotes[i];
      double end = (quotes[later - 1][0] + quotes[later - 1][2]) / 2;
      double[] guesses = {
        (q[0] + q[2]) / 2, update(weighted, all.get(i)), fitted.price(q[0], q[1], q[2], q[3])
      };
      for (int guess = 0; guess < guesses.length; guess++) {
        errors[guess] += (guesses[guess] - end) * (guesses[guess] - end);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: squared error a second ahead, of the middle's: weighted %.4f, fitted %.4f; table %.4f"
            + " quote at a spread of one tick and bids above nine tenths%n",
        name,
        errors[1] / errors[0],
        errors[2] / errors[0],
        fitted.adjustment(1, 9));
    assertThat(fitted.adjustment(1, 9)).isPositive();
    assertThat(errors[2]).isLessThan(errors[0]);
  }
}
