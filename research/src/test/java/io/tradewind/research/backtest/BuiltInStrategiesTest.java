package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.time.Interval;
import io.tradewind.strategies.BuiltInStrategies;
import io.tradewind.strategies.SignalFileStrategy;
import io.tradewind.strategies.TimedSignal;
import io.tradewind.testkit.CandleTable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  /** Those that do not say how sure they are. */
  private static final Set<String> SURE = Set.of("ema-cross", "buy-and-hold", "signal file");

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
    assertThat(result.signals()).allMatch(signal -> !signal.signal().reason().isBlank());
    assertThat(result.trades()).isNotEmpty();
  }

  /** Where the thought is wrong is said with it, and how sure it is. */
  @ParameterizedTest
  @MethodSource("all")
  void everyEntryHasAStop(Kind kind) {
    List<Signal.Enter> entries =
        entries(BacktestRun.run(spec(kind, 1, Long.MAX_VALUE, entry -> {})));
    assertThat(entries).isNotEmpty();
    assertThat(entries)
        .allMatch(entry -> entry.stop().isPresent() != kind.name().equals("buy-and-hold"));
    assertThat(entries.stream().allMatch(entry -> entry.confidence() == 1))
        .isEqualTo(SURE.contains(kind.name()));
  }

  private static List<Signal.Enter> entries(BacktestResult result) {
    return result.signals().stream()
        .map(SignalRecord::signal)
        .filter(Signal.Enter.class::isInstance)
        .map(Signal.Enter.class::cast)
        .toList();
  }

  /** {@code funding-carry} has real rates in {@link RealFundingTest}. */
  static Stream<Kind> speaking() {
    return all()
        .filter(kind -> !kind.name().equals("funding-carry"))
        .filter(kind -> !kind.name().equals("signal file"));
  }

  /** Real hours of BTC and SOL, or five minutes of both; as perpetuals, so that shorts are seen. */
  @ParameterizedTest
  @MethodSource("speaking")
  void speaksOnRealCandles(Kind kind) throws IOException {
    Interval interval = BuiltInRuns.interval(kind.name());
    List<CandleColumns> feeds =
        List.of(RealHours.orSkip("BTC", interval), RealHours.orSkip("SOL", interval));
    BacktestResult result =
        BacktestRun.run(
            BuiltInRuns.spec(
                kind.name(),
                kind.factory().get(),
                BuiltInRuns.instruments(kind.name()),
                feeds,
                feeds.getFirst().openTimeNs(0),
                entry -> {}));
    List<Signal.Enter> entries = entries(result);
    System.out.printf(
        Locale.ROOT,
        "%s on real candles: %s entries, %s trades%n",
        kind.name(),
        entries.size(),
        result.trades().size());
    assertThat(entries).isNotEmpty();
    assertThat(result.trades()).isNotEmpty();
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
      int steps = random.nextInt(1, BuiltInRuns.candles(kind.name(), CANDLES));
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
      int candles = BuiltInRuns.candles(kind.name(), CANDLES);
      long intervalNs = BuiltInRuns.interval(kind.name()).durationNs();
      long end = CandleTable.START_NS + random.nextLong(candles / 10, candles) * intervalNs;
      List<AuditRecord> short_ = new ArrayList<>();
      BacktestRun.run(spec(kind, 3, end, short_::add));
      assertThat(before(short_, end)).as("cut at %s", end).isEqualTo(before(whole, end));
    }
  }

  private static List<AuditRecord> before(List<AuditRecord> audit, long endNs) {
    return audit.stream().filter(entry -> entry.timeNs() < endNs).toList();
  }

  private static BacktestSpec spec(Kind kind, long seed, long endNs, AuditSink listener) {
    String name = kind.name();
    List<CandleColumns> feeds =
        BuiltInRuns.feeds(name, seed, BuiltInRuns.candles(name, CANDLES)).stream()
            .map(feed -> feed.slice(0, feed.firstRowFrom(endNs)))
            .toList();
    return BuiltInRuns.spec(
        name,
        kind.factory().get(),
        BuiltInRuns.instruments(name),
        feeds,
        CandleTable.START_NS,
        listener);
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
