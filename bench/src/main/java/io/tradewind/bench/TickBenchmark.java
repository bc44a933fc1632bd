package io.tradewind.bench;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.execution.cost.FeeTiers;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.signal.SignalSize;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.BookContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Silent;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.session.TickHistory;
import io.tradewind.simulation.session.TickSession;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import io.tradewind.simulation.venue.TickRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Two million rows of an order book, with a trade in about 250 of them, through session, venue and
 * engine, each of which keeps its own book; beside a bare loop that reads them and a book alone.
 * Figures are rows a microsecond, which is millions a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TickBenchmark {
  static final int ROWS = 2_000_000;
  private static final int SYMBOLS = 5;

  private List<TradeColumns> oneTrades = List.of();
  private List<BookColumns> oneBook = List.of();
  private List<TradeColumns> fiveTrades = List.of();
  private List<BookColumns> fiveBooks = List.of();

  /** Makes the data. */
  @Setup
  public void setUp() {
    TickData one = new TickData(1, ROWS);
    oneTrades = List.of(one.trades());
    oneBook = List.of(one.book());
    List<TradeColumns> trades = new ArrayList<>();
    List<BookColumns> books = new ArrayList<>();
    for (int i = 0; i < SYMBOLS; i++) {
      TickData each = new TickData(100 + i, ROWS / SYMBOLS);
      trades.add(each.trades());
      books.add(each.book());
    }
    fiveTrades = trades;
    fiveBooks = books;
  }

  /** The floor: reads every cell. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long bareLoop() {
    BookColumns rows = oneBook.getFirst();
    long sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      sum += (rows.isBid(i) ? rows.price(i) : -rows.price(i)) ^ rows.qty(i) ^ rows.timeNs(i);
    }
    return sum;
  }

  /** One book kept, and its best prices read after each message. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long bookAlone() {
    BookColumns rows = oneBook.getFirst();
    LevelBook book = new LevelBook();
    long sum = 0;
    for (int i = 0; i < rows.size(); i++) {
      book.apply(rows, i);
      if (rows.ends(i)) {
        sum += book.bestScaled(Side.BUY) + book.bestScaled(Side.SELL);
      }
    }
    return sum;
  }

  /** One symbol, nobody looks. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long sessionOneSymbol() {
    return run(oneTrades, oneBook, new Silent());
  }

  /** One symbol, a strategy that is shown every message and now and then rests an order. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long sessionQuoting() {
    return run(oneTrades, oneBook, new Quoting());
  }

  /** Five symbols merged. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long sessionFiveSymbols() {
    return run(fiveTrades, fiveBooks, new Silent());
  }

  private static long run(List<TradeColumns> trades, List<BookColumns> books, Strategy strategy) {
    EngineBenchmark.Counter counter = new EngineBenchmark.Counter();
    TickSession session =
        new TickSession(
            spec(trades.size()),
            List.of(strategy),
            settings(),
            TickHistory.of(trades, books),
            counter);
    boolean more = true;
    while (more) {
      more = session.step();
    }
    session.end();
    return session.engine().equityScaled() + counter.trades;
  }

  private static TickSettings settings() {
    Latency latency = new Latency.Exponential(2_000_000, 1_000_000);
    return new TickSettings(
        new TickRules(false, FeeTiers.NONE, QueueModel.PROPORTIONAL, latency, latency, 1),
        EnumSet.allOf(Ability.class),
        Interval.parse("1m"),
        OptionalLong.of(3_000_000),
        5_000_000);
  }

  private static EngineSpec spec(int symbols) {
    List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < symbols; i++) {
      instruments.add(
          new Instrument(
              InstrumentId.parse("T" + i + "/USDT", "bench", Market.PERP),
              TickData.PRICE_SCALE,
              TickData.QTY_SCALE,
              8,
              List.of(new TradingRules(0, 1, 1, 1, 0, 200, 500))));
    }
    return new EngineSpec(
        instruments,
        Interval.parse("1m"),
        "ticks",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.RESEARCH,
        ExitRules.NONE,
        10_000_000_00000000L,
        TickData.START_NS,
        Long.MAX_VALUE / 2);
  }

  /** Bids a level under the best where the book leans upwards, and leaves where it leans down. */
  private static final class Quoting implements Strategy {
    private static final SignalSize SIZE = new SignalSize.Qty(0.01);
    private static final Duration PATIENCE = Duration.ofSeconds(70);
    private int messages;

    @Override
    public void prepare(Preparation preparation) {
      preparation.book();
    }

    @Override
    public void onBook(BookContext book, Signals signals) {
      if (++messages % 1000 == 0) {
        double leans = book.depth().imbalance(5);
        if (book.position().isFlat() && leans > 0) {
          signals
              .enterLong("bid")
              .limit(book.depth().price(Side.BUY, 1))
              .size(SIZE)
              .horizon(PATIENCE);
        } else if (book.position().isLong() && leans < 0) {
          signals.exit("lean");
        }
      }
    }

    @Override
    public void onBar(BarContext bar, Signals signals) {}
  }
}
