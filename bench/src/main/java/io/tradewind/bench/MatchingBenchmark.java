package io.tradewind.bench;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.BookSink;
import io.tradewind.simulation.matching.DoneReason;
import io.tradewind.simulation.matching.OrderBook;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million order commands through one book: it is filled from the outside in, then some 50 in 100
 * are limit orders near the touch, 40 cancel one that rests, by its id, 10 take, so that the book
 * keeps its size; at the end all is cancelled, so that each round finds an empty book and does the
 * same. Beside it the bare loop over the same commands. Figures are commands a microsecond, which
 * is millions a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class MatchingBenchmark {
  private static final int COMMANDS = 1_000_000;
  private static final int TOUCH = 1_000_000;
  private static final int CANCEL = 0;
  private static final int LIMIT = 1;
  private static final int TAKE = 2;

  /** Levels of each side before the mix begins; each holds two orders. */
  @Param({"10", "1000", "10000"})
  public int levels;

  /** A command is kind and side, id, price and quantity, one after the other. */
  private final long[] commands = new long[4 * COMMANDS];

  private int length;

  /** Makes the commands, by playing them to a book as they are made. */
  @Setup
  public void setUp() {
    Maker maker = new Maker();
    length = 0;
    for (int i = levels - 1; i >= 0; i--) {
      for (int k = 0; k < 2; k++) {
        add(maker, LIMIT, Side.BUY, TOUCH - 1 - i);
        add(maker, LIMIT, Side.SELL, TOUCH + 1 + i);
      }
    }
    // A limit order takes room for itself and for its cancel.
    while (length + 4 * maker.resting.size() + 8 <= commands.length) {
      mix(maker);
    }
    while (!maker.resting.isEmpty()) {
      cancel(maker, maker.resting.size() - 1);
    }
    while (length < commands.length) {
      write(2 * CANCEL, 0, 0, 0);
    }
    if (maker.book.size() > 0) {
      throw new IllegalStateException(maker.book.size() + " orders are left");
    }
  }

  /** The book is kept at the size that it began with. */
  private void mix(Maker maker) {
    Side side = maker.random.nextInt(2) == 0 ? Side.BUY : Side.SELL;
    boolean full = maker.resting.size() >= 4 * levels;
    int kind = maker.random.nextInt(100);
    if (kind < 10) {
      add(maker, TAKE, side, TOUCH + side.sign() * 2L * levels);
    } else if (full ? kind < 20 : kind < 90) {
      add(maker, LIMIT, side, TOUCH - side.sign() * (1L + maker.nearTouch(levels)));
    } else {
      // Mostly what came lately is cancelled, as people who quote do.
      int back = maker.nearTouch(maker.resting.size());
      cancel(maker, maker.resting.size() - 1 - back);
    }
  }

  private void add(Maker maker, int kind, Side side, long price) {
    long id = ++maker.lastId;
    long qty = 1L + maker.random.nextInt(100);
    write(2 * kind + side.ordinal(), id, price, qty);
    run(maker.book, length - 4);
  }

  private void cancel(Maker maker, int index) {
    write(2 * CANCEL, maker.resting.get(index), 0, 0);
    run(maker.book, length - 4);
  }

  private void write(long... command) {
    System.arraycopy(command, 0, commands, length, 4);
    length += 4;
  }

  /** The floor: reads the commands. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public long bareLoop() {
    long sum = 0;
    for (int i = 0; i < commands.length; i += 4) {
      sum += commands[i] ^ commands[i + 1] ^ commands[i + 2] ^ commands[i + 3];
    }
    return sum;
  }

  /** The book. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public long book() {
    Counter counter = new Counter();
    OrderBook book = new OrderBook(1, counter);
    for (int i = 0; i < commands.length; i += 4) {
      run(book, i);
    }
    return counter.sum + book.size();
  }

  private void run(OrderBook book, int at) {
    int code = (int) commands[at];
    long id = commands[at + 1];
    if (code < 2 * LIMIT) {
      book.cancel(id);
      return;
    }
    Side side = (code & 1) == 0 ? Side.BUY : Side.SELL;
    BookOrder order = BookOrder.limit(id, id, side, commands[at + 2], commands[at + 3]);
    book.submit(code < 2 * TAKE ? order : order.timeInForce(TimeInForce.IOC));
  }

  /** Hears everything and keeps a sum. */
  private static class Counter implements BookSink {
    long sum;

    @Override
    public void onTrade(BookOrder taker, BookOrder maker, long priceScaled, long qtyScaled) {
      sum += priceScaled ^ qtyScaled;
    }

    @Override
    public void onPrevented(
        BookOrder taker, BookOrder maker, long takerQtyScaled, long makerQtyScaled) {
      sum++;
    }

    @Override
    public void onRested(BookOrder order) {
      sum += order.orderId();
    }

    @Override
    public void onDone(BookOrder order, DoneReason reason) {
      sum += order.orderId();
    }

    @Override
    public void onLevel(Side side, long priceScaled, long visibleQtyScaled) {
      sum += priceScaled ^ visibleQtyScaled;
    }
  }

  /** What the maker of commands knows. */
  private static final class Maker extends Counter {
    final SplitMix random = new SplitMix(7);
    final OrderBook book = new OrderBook(1, this);
    final List<Long> resting = new ArrayList<>();
    long lastId;

    /** From 0 up to but not including the bound, half of them below 5. */
    int nearTouch(int bound) {
      double u = random.nextDouble();
      return (int) Math.min(bound - 1, 5 * u / (1 - u));
    }

    @Override
    public void onRested(BookOrder order) {
      resting.add(order.orderId());
    }

    @Override
    public void onDone(BookOrder order, DoneReason reason) {
      int index = resting.lastIndexOf(order.orderId());
      if (index >= 0) {
        resting.remove(index);
      }
    }
  }
}
