package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.strategies.SignalFileStrategy;
import io.tradewind.strategies.TimedSignal;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.RandomCandles;
import io.tradewind.testkit.TestInstruments;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for every strategy that comes with Tradewind; a new one cannot escape. */
class BuiltInStrategiesTest {
  private static final Interval HOUR = Interval.parse("1h");
  private static final String PACKAGE = "io/tradewind/strategies";
  private static final int CANDLES = 3_000;
  private static final List<Instrument> TWO =
      List.of(TestInstruments.perp("A/USDT"), TestInstruments.perp("B/USDT"));

  record Kind(String name, Supplier<Strategy> factory) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> all() {
    Stream<Kind> builtIn =
        BuiltInStrategies.all().stream().map(entry -> new Kind(entry.name(), entry.factory()));
    return Stream.concat(
        builtIn, Stream.of(new Kind("signal file", () -> new SignalFileStrategy(signals()))));
  }

  @Test
  void everyStrategyOfThePackageIsListed() throws IOException, URISyntaxException {
    Path place =
        Path.of(
            BuiltInStrategies.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    TreeSet<String> found = new TreeSet<>();
    if (Files.isDirectory(place)) {
      addStrategies(place.resolve(PACKAGE), found);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        addStrategies(jar.getPath(PACKAGE), found);
      }
    }
    TreeSet<String> listed = new TreeSet<>();
    all().forEach(kind -> listed.add(kind.factory().get().getClass().getSimpleName()));
    assertThat(found).isEqualTo(listed).hasSizeGreaterThan(5);
  }

  private static void addStrategies(Path folder, Collection<String> found) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName()).replace(".class", "");
        if (!name.contains("$") && !name.equals("package-info") && isStrategy(name)) {
          found.add(name);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void trades(Kind kind) {
    BacktestResult result = BacktestRun.run(spec(kind, 1, Long.MAX_VALUE, entry -> {}));
    assertThat(result.trades()).isNotEmpty();
    assertThat(result.signals()).allMatch(signal -> !signal.signal().reason().isBlank());
  }

  @ParameterizedTest
  @MethodSource("all")
  void goesOnAfterACutAsIfThereWereNone(Kind kind) {
    List<AuditRecord> whole = new ArrayList<>();
    BacktestResult result = BacktestRun.run(spec(kind, 2, Long.MAX_VALUE, whole::add));
    SplittableRandom random = new SplittableRandom(2);
    for (int cut = 0; cut < 5; cut++) {
      List<AuditRecord> joined = new ArrayList<>();
      BacktestRun head = BacktestRun.prepare(spec(kind, 2, Long.MAX_VALUE, joined::add));
      int steps = random.nextInt(1, CANDLES);
      for (int i = 0; i < steps; i++) {
        head.step();
      }
      BacktestRun tail = BacktestRun.prepare(spec(kind, 2, Long.MAX_VALUE, joined::add));
      tail.resume(head.snapshot());
      boolean more = true;
      while (more) {
        more = tail.step();
      }
      assertThat(tail.finish().stateHash()).as("cut at %s", steps).isEqualTo(result.stateHash());
      assertThat(joined).as("cut at %s", steps).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void seesNoCandleThatHasNotClosed(Kind kind) {
    List<AuditRecord> whole = new ArrayList<>();
    BacktestRun.run(spec(kind, 3, Long.MAX_VALUE, whole::add));
    SplittableRandom random = new SplittableRandom(3);
    for (int cut = 0; cut < 5; cut++) {
      long end = CandleTable.START_NS + random.nextLong(300, CANDLES) * HOUR.durationNs();
      List<AuditRecord> short_ = new ArrayList<>();
      BacktestRun.run(spec(kind, 3, end, short_::add));
      assertThat(before(short_, end)).as("cut at %s", end).isEqualTo(before(whole, end));
    }
  }

  private static List<AuditRecord> before(List<AuditRecord> audit, long endNs) {
    return audit.stream().filter(entry -> entry.timeNs() < endNs).toList();
  }

  private static BacktestSpec spec(Kind kind, long seed, long endNs, AuditSink listener) {
    Strategy strategy = kind.factory().get();
    return new BacktestSpec(
        TWO,
        List.of(until(seed, endNs), until(seed + 100, endNs)),
        HOUR,
        strategy,
        kind.name(),
        ParameterValues.of(strategy.parameters(), Map.of()),
        RiskSettings.RESEARCH,
        ExitRules.NONE,
        CostModel.NONE,
        10_000_00000000L,
        CandleTable.START_NS,
        Long.MAX_VALUE / 2,
        false,
        false,
        List.of(),
        Map.of(),
        List.of(),
        listener);
  }

  private static CandleColumns until(long seed, long endNs) {
    CandleColumns all = RandomCandles.walk(seed, CANDLES, HOUR);
    return all.slice(0, all.firstRowFrom(endNs));
  }

  private static boolean isStrategy(String name) {
    try {
      return Strategy.class.isAssignableFrom(Class.forName("io.tradewind.strategies." + name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<TimedSignal> signals() {
    List<TimedSignal> signals = new ArrayList<>();
    for (long i = 1; i < 100; i++) {
      long time = CandleTable.START_NS + i * 20 * HOUR.durationNs();
      Optional<TimedSignal.Entry> entry =
          i % 2 == 0
              ? Optional.empty()
              : Optional.of(
                  new TimedSignal.Entry(
                      io.tradewind.core.trade.Direction.LONG,
                      io.tradewind.core.signal.SignalSize.EQUAL_SHARE,
                      Optional.of(new TimedSignal.Level.Distance(0.05)),
                      List.of()));
      signals.add(new TimedSignal(time, i % 3 == 0 ? "A/USDT" : "B/USDT", entry, "signal " + i));
    }
    return signals;
  }
}
