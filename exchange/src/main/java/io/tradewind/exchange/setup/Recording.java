package io.tradewind.exchange.setup;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.simulation.crowd.CrowdModel;
import io.tradewind.simulation.crowd.Feed;
import io.tradewind.simulation.crowd.MarketPort;
import io.tradewind.simulation.exchange.Amounts;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is known of one symbol, of which there is some. */
public sealed interface Recording permits Recording.Candles, Recording.Trades, BookRecording {
  /** Nanoseconds of a millisecond. */
  long MILLI_NS = 1_000_000;

  /** Nanoseconds of a minute. */
  long MINUTE_NS = 60_000 * MILLI_NS;

  /** When it begins, epoch nanoseconds. */
  long firstNs();

  /** When it ends, not included. */
  long endNs();

  /** The first price. */
  double price();

  /** Decimals of its prices. */
  int priceDigits();

  /** Decimals of its quantities, where they are to be kept to the last. */
  default Optional<Integer> lotDigits() {
    return Optional.empty();
  }

  /** The same at another time. */
  Recording shifted(long byNs);

  /** What comes from a time on, with what is under way then; there must be some. */
  Recording from(long timeNs);

  /** What came before as candles. */
  List<Kline> before(long timeNs);

  /** As it happens again. */
  Feed feed(MarketPort port, CrowdModel crowd, long seed);

  /** Candles. */
  record Candles(CandleColumns columns) implements Recording {
    /** Trades that make up a candle of a minute, and the fewest and most of any. */
    private static final int PRINTS_A_MINUTE = 6;

    private static final int LEAST_PRINTS = 6;
    private static final int MOST_PRINTS = 360;

    /** Candles tell no count of trades; four make open, high, low and close. */
    private static final int TRADES = 4;

    /** Checks that there are some. */
    public Candles {
      Check.argument(columns.size() > 0, "a recording needs a candle");
    }

    @Override
    public long firstNs() {
      return columns.openTimeNs(0);
    }

    @Override
    public long endNs() {
      return columns.closeTimeNs(columns.size() - 1);
    }

    @Override
    public double price() {
      return (double) columns.open(0) / FixedPoint.pow10(columns.priceScale());
    }

    @Override
    public int priceDigits() {
      return columns.priceScale();
    }

    @Override
    public Recording shifted(long byNs) {
      int size = columns.size();
      long[][] cells = new long[7][size];
      for (int i = 0; i < size; i++) {
        cells[0][i] = columns.openTimeNs(i) + byNs;
        cells[1][i] = columns.closeTimeNs(i) + byNs;
        cells[2][i] = columns.open(i);
        cells[3][i] = columns.high(i);
        cells[4][i] = columns.low(i);
        cells[5][i] = columns.close(i);
        cells[6][i] = columns.volume(i);
      }
      return new Candles(CandleColumns.of(columns.priceScale(), columns.volumeScale(), cells));
    }

    /** The row that is under way at a time, or the next. */
    private int row(long timeNs) {
      int next = columns.firstRowFrom(timeNs);
      return next > 0 && columns.closeTimeNs(next - 1) > timeNs ? next - 1 : next;
    }

    @Override
    public Recording from(long timeNs) {
      return new Candles(columns.slice(row(timeNs), columns.size()));
    }

    @Override
    public List<Kline> before(long timeNs) {
      List<Kline> candles = new ArrayList<>();
      for (int i = 0; i < row(timeNs); i++) {
        candles.add(candle(i));
      }
      return candles;
    }

    private Kline candle(int row) {
      long openE8 = priceE8(columns.open(row));
      long closeE8 = priceE8(columns.close(row));
      long baseE8 =
          FixedPoint.rescale(
              columns.volume(row), columns.volumeScale(), Amounts.SCALE, RoundingMode.DOWN);
      long quoteE8 = Amounts.quoteDownE8((openE8 + closeE8) / 2, baseE8);
      return new Kline(
          columns.openTimeNs(row) / MILLI_NS,
          columns.closeTimeNs(row) / MILLI_NS - 1,
          openE8,
          priceE8(columns.high(row)),
          priceE8(columns.low(row)),
          closeE8,
          Kline.Flow.of(baseE8, quoteE8, baseE8 > 0 ? TRADES : 0, baseE8 / 2, quoteE8 / 2),
          -1,
          -1);
    }

    private long priceE8(long scaled) {
      return FixedPoint.rescale(
          scaled, columns.priceScale(), Amounts.SCALE, RoundingMode.HALF_EVEN);
    }

    @Override
    public Feed feed(MarketPort port, CrowdModel crowd, long seed) {
      double minutes = (double) (columns.closeTimeNs(0) - columns.openTimeNs(0)) / MINUTE_NS;
      int prints = Math.clamp(Math.round(minutes * PRINTS_A_MINUTE), LEAST_PRINTS, MOST_PRINTS);
      return new Feed.Candles(columns, seed, prints, port, crowd);
    }
  }

  /** Trades. */
  record Trades(TradeColumns columns) implements Recording {
    /** So much of what came before happens at once, so that there is a market. */
    private static final long LEAD_NS = MINUTE_NS;

    /** Checks that there are some. */
    public Trades {
      Check.argument(columns.size() > 0, "a recording needs a trade");
    }

    @Override
    public long firstNs() {
      return columns.timeNs(0);
    }

    @Override
    public long endNs() {
      return columns.timeNs(columns.size() - 1) + 1;
    }

    @Override
    public double price() {
      return (double) columns.price(0) / FixedPoint.pow10(columns.priceScale());
    }

    @Override
    public int priceDigits() {
      return columns.priceScale();
    }

    @Override
    public Recording shifted(long byNs) {
      return part(0, byNs);
    }

    private Trades part(int first, long byNs) {
      int size = columns.size() - first;
      long[] timeNs = new long[size];
      long[] price = new long[size];
      long[] qty = new long[size];
      boolean[] buyerIsAggressor = new boolean[size];
      for (int i = 0; i < size; i++) {
        timeNs[i] = columns.timeNs(first + i) + byNs;
        price[i] = columns.price(first + i);
        qty[i] = columns.qty(first + i);
        buyerIsAggressor[i] = columns.buyerIsAggressor(first + i);
      }
      return new Trades(
          new TradeColumns(
              columns.priceScale(), columns.qtyScale(), timeNs, price, qty, buyerIsAggressor));
    }

    private int row(long timeNs) {
      int row = 0;
      while (row < columns.size() && columns.timeNs(row) < timeNs - LEAD_NS) {
        row++;
      }
      return row;
    }

    @Override
    public Recording from(long timeNs) {
      return part(row(timeNs), 0);
    }

    @Override
    public List<Kline> before(long timeNs) {
      return minutes(columns, row(timeNs));
    }

    /** The first so many of trades as candles of a minute. */
    static List<Kline> minutes(TradeColumns columns, int end) {
      List<Kline> candles = new ArrayList<>();
      int first = 0;
      while (first < end) {
        long openNs = columns.timeNs(first) - Math.floorMod(columns.timeNs(first), MINUTE_NS);
        int next = first;
        while (next < end && columns.timeNs(next) < openNs + MINUTE_NS) {
          next++;
        }
        candles.add(minute(columns, openNs, first, next));
        first = next;
      }
      return candles;
    }

    private static Kline minute(TradeColumns columns, long openNs, int first, int end) {
      long[] pricesE8 = new long[end - first];
      Kline.Flow flow = Kline.Flow.NONE;
      for (int i = first; i < end; i++) {
        long priceE8 = e8(columns.price(i), columns.priceScale());
        long qtyE8 = e8(columns.qty(i), columns.qtyScale());
        pricesE8[i - first] = priceE8;
        flow = flow.plus(qtyE8, Amounts.quoteDownE8(priceE8, qtyE8), columns.buyerIsAggressor(i));
      }
      long openMs = openNs / MILLI_NS;
      return new Kline(
          openMs,
          openMs + MINUTE_NS / MILLI_NS - 1,
          pricesE8[0],
          Arrays.stream(pricesE8).max().orElseThrow(),
          Arrays.stream(pricesE8).min().orElseThrow(),
          pricesE8[pricesE8.length - 1],
          flow,
          -1,
          -1);
    }

    private static long e8(long value, int scale) {
      return FixedPoint.rescale(value, scale, Amounts.SCALE, RoundingMode.HALF_EVEN);
    }

    @Override
    public Feed feed(MarketPort port, CrowdModel crowd, long seed) {
      return new Feed.Trades(columns, port, crowd);
    }
  }
}
