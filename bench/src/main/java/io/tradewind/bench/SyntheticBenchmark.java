package io.tradewind.bench;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.synthetic.MarketModel;
import io.tradewind.simulation.synthetic.PricePaths;
import io.tradewind.simulation.synthetic.SyntheticSymbol;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Synthetic candles of the default model, 16 steps each. Figures are candles a microsecond, which
 * is millions a second, those of all symbols counted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
public class SyntheticBenchmark {
  private static final int CANDLES = 100_000;
  private static final int SYMBOLS = 10;
  private static final Interval FIVE_MINUTES = Interval.parse("5m");

  private final MarketModel one = MarketModel.of(symbols(1));
  private final MarketModel ten = MarketModel.of(symbols(SYMBOLS));
  private long seed;

  /** One symbol. */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public Object oneSymbol() {
    return PricePaths.generate(one, seed++, FIVE_MINUTES, CANDLES);
  }

  /** Ten that are correlated. */
  @Benchmark
  @OperationsPerInvocation(CANDLES)
  public Object tenSymbols() {
    return PricePaths.generate(ten, seed++, FIVE_MINUTES, CANDLES / SYMBOLS);
  }

  private static List<SyntheticSymbol> symbols(int count) {
    List<SyntheticSymbol> symbols = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instrument instrument =
          new Instrument(
              InstrumentId.parse("T" + i + "/USDT", "bench", Market.PERP),
              2,
              3,
              8,
              List.of(new TradingRules(0, 10, 1, 1, 0, 0, 0)));
      symbols.add(new SyntheticSymbol(instrument, 40_000, 1, 10_000));
    }
    return symbols;
  }
}
