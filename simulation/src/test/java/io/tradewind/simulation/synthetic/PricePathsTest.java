package io.tradewind.simulation.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a market is what its candles show; all seeds are fixed. */
class PricePathsTest {
  private static final Interval HOUR = Interval.parse("1h");

  /** Changes only when paths do, and then every run on a synthetic market does. */
  private static final String GOLDEN =
      "a360bebcacaed0066248a18f422e21680f90febe820bc74b0ef7236391e993d5";

  private static String hash(PricePath path) {
    StateWriter out = new StateWriter();
    for (CandleColumns candles : path.candles()) {
      for (int i = 0; i < candles.size(); i++) {
        out.writeLong(candles.openTimeNs(i)).writeLong(candles.closeTimeNs(i));
        out.writeLong(candles.open(i)).writeLong(candles.high(i));
        out.writeLong(candles.low(i)).writeLong(candles.close(i)).writeLong(candles.volume(i));
      }
    }
    return out.writeString(path.jumps().toString() + path.regimes()).sha256();
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    MarketModel model = MarketModel.of(Markets.symbols(3));
    PricePath path = PricePaths.generate(model, 42, HOUR, 5000);
    assertThat(hash(path)).isEqualTo(GOLDEN);
    assertThat(hash(PricePaths.generate(model, 42, HOUR, 5000))).isEqualTo(GOLDEN);
    assertThat(path.jumps()).isNotEmpty();
    assertThat(path.regimes()).hasSizeGreaterThan(5);
  }

  @Test
  void otherSeedsGiveOtherPaths() {
    MarketModel model = MarketModel.of(Markets.symbols(2));
    List<String> hashes =
        LongStream.range(0, 200)
            .mapToObj(n -> hash(PricePaths.generate(model, PricePaths.seedOf(42, n), HOUR, 20)))
            .toList();
    assertThat(hashes).doesNotHaveDuplicates();
  }

  @Test
  void theSeedsOfPathsAreThoseOfTheStream() {
    SplitMix stream = new SplitMix(99);
    for (int n = 0; n < 50; n++) {
      assertThat(PricePaths.seedOf(99, n)).isEqualTo(stream.nextLong());
    }
  }

  @Test
  void aLongerPathBeginsAsTheShorterOne() {
    MarketModel model = MarketModel.of(Markets.symbols(2)).withJumps(often(0.15));
    PricePath longer = PricePaths.generate(model, 8, HOUR, 500);
    for (int size : new int[] {1, 2, 77, 499}) {
      PricePath shorter = PricePaths.generate(model, 8, HOUR, size);
      PricePath cut =
          new PricePath(
              8,
              longer.candles().stream().map(candles -> candles.slice(0, size)).toList(),
              longer.jumps().stream().filter(jump -> jump.candle() < size).toList(),
              longer.regimes().stream().filter(change -> change.candle() < size).toList());
      assertThat(hash(shorter)).isEqualTo(hash(cut));
    }
  }

  @Test
  void candlesOfAllSymbolsHaveTheSameTimes() {
    MarketModel model = MarketModel.of(Markets.symbols(3));
    PricePath path = PricePaths.generate(model, 1, Interval.parse("7m"), 300);
    long first = Interval.parse("7m").floor(MarketModel.DEFAULT_START_NS);
    for (CandleColumns candles : path.candles()) {
      assertThat(candles.size()).isEqualTo(300);
      for (int i = 0; i < 300; i++) {
        assertThat(candles.openTimeNs(i)).isEqualTo(first + i * 420L * Utc.SECOND_NS);
        assertThat(candles.closeTimeNs(i)).isEqualTo(first + (i + 1) * 420L * Utc.SECOND_NS);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5m, 20000", "1h, 20000", "1d, 20000"})
  void volatilityIsWhatTheRegimeSaysAtAnyInterval(String interval, int size) {
    Interval length = Interval.parse(interval);
    PricePath path = PricePaths.generate(Markets.plain(1), 2, length, size);
    double days = (double) length.durationNs() / Utc.DAY_NS;
    double deviation = Markets.deviation(Markets.returns(path.candles().getFirst()));
    assertThat(deviation / Math.sqrt(days)).isCloseTo(0.03, within(0.03 * 4 / Math.sqrt(2 * size)));
  }

  @Test
  void symbolsMoveTogetherAsAsked() {
    double[][] matrix = {{1, 0.8, -0.3}, {0.8, 1, 0.1}, {-0.3, 0.1, 1}};
    MarketModel model =
        Markets.with(
            Markets.plain(3, Garch.NONE, MarketModel.DEFAULT_TAIL_DEGREES, 16),
            new Correlation(matrix));
    PricePath path = PricePaths.generate(model, 3, HOUR, 40_000);
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < i; k++) {
        double realised =
            Markets.correlation(
                Markets.returns(path.candles().get(i)), Markets.returns(path.candles().get(k)));
        assertThat(realised).as("%s and %s", i, k).isCloseTo(matrix[i][k], within(0.03));
      }
    }
  }

  @Test
  void theDefaultMarketMovesTogetherToo() {
    MarketModel model = MarketModel.of(Markets.symbols(2)).withJumps(Jumps.NONE);
    PricePath path = PricePaths.generate(model, 4, HOUR, 40_000);
    double realised =
        Markets.correlation(
            Markets.returns(path.candles().get(0)), Markets.returns(path.candles().get(1)));
    assertThat(realised).isCloseTo(MarketModel.DEFAULT_CORRELATION, within(0.05));
  }

  @Test
  void volatilityClustersByGarch() {
    MarketModel clustered = Markets.plain(1, Garch.DEFAULT, Double.POSITIVE_INFINITY, 16);
    double[] returns =
        Markets.returns(PricePaths.generate(clustered, 5, HOUR, 40_000).candles().getFirst());
    double[] steady =
        Markets.returns(
            PricePaths.generate(Markets.plain(1), 5, HOUR, 40_000).candles().getFirst());
    double noise = 4 / Math.sqrt(40_000);
    for (int lag = 1; lag <= 10; lag++) {
      double ofSquares = Markets.autocorrelation(Markets.squares(returns), lag);
      double ofReturns = Markets.autocorrelation(returns, lag);
      assertThat(ofSquares).as("squares at lag %s", lag).isGreaterThan(Math.abs(ofReturns) + 0.02);
      assertThat(Math.abs(Markets.autocorrelation(Markets.squares(steady), lag)))
          .as("without garch at lag %s", lag)
          .isLessThan(noise);
    }
    assertThat(Markets.deviation(returns) / Markets.deviation(steady)).isCloseTo(1, within(0.05));
  }

  /** Beyond 3 deviations lie 1.17 % of Student's t with 5 degrees and 0.27 % of the normal. */
  @ParameterizedTest
  @CsvSource({"5, 0.0117", "Infinity, 0.0027"})
  void tailsAreAsFatAsAsked(double degrees, double beyond) {
    MarketModel model = Markets.plain(1, Garch.NONE, degrees, 16);
    double[] returns =
        Markets.returns(PricePaths.generate(model, 6, HOUR, 100_000).candles().getFirst());
    double deviation = 0.03 / Math.sqrt(24);
    double found = 0;
    for (double r : returns) {
      found += Math.abs(r) > 3 * deviation ? 1 : 0;
    }
    double wanted = beyond * returns.length;
    assertThat(found).isCloseTo(wanted, within(4 * Math.sqrt(wanted)));
    if (Double.isInfinite(degrees)) {
      assertThat(Markets.kurtosis(returns)).isCloseTo(3, within(0.07));
    } else {
      assertThat(Markets.kurtosis(returns)).isGreaterThan(5);
    }
  }

  @Test
  void theDefaultMarketHasFatTailsAndClusters() {
    MarketModel model = MarketModel.of(Markets.symbols(1));
    for (long seed = 0; seed < 10; seed++) {
      double[] returns =
          Markets.returns(PricePaths.generate(model, seed, HOUR, 20_000).candles().getFirst());
      double[] sizes = returns.clone();
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = Math.abs(sizes[i]);
      }
      assertThat(Markets.kurtosis(returns)).as("seed %s", seed).isGreaterThan(5);
      assertThat(Markets.autocorrelation(sizes, 24))
          .as("seed %s", seed)
          .isGreaterThan(Math.abs(Markets.autocorrelation(returns, 24)) + 0.03);
    }
  }

  private static Jumps often(double cap) {
    return new Jumps(2, 0.05, cap, 0.7, 0.5, 0.25);
  }

  /** Four symbols, a thousand days, two jumps a day of which one is common. */
  @Test
  void jumpsComeAsOftenAsAskedAndAreOfTheKindsThatAreAsked() {
    MarketModel model = Markets.plain(4).withJumps(often(0.15));
    List<Jump> jumps = PricePaths.generate(model, 7, HOUR, 24_000).jumps();
    double common = jumps.stream().filter(jump -> jump.symbol().isEmpty()).count();
    double own = jumps.size() - common;
    assertThat(common).isCloseTo(1000, within(4 * Math.sqrt(1000)));
    assertThat(own).isCloseTo(4000, within(4 * Math.sqrt(4000)));
    for (int i = 0; i < 4; i++) {
      int symbol = i;
      double its =
          jumps.stream()
              .filter(jump -> jump.symbol().isPresent() && jump.symbol().getAsInt() == symbol)
              .count();
      assertThat(its).isCloseTo(1000, within(4 * Math.sqrt(1000)));
    }
    share(jumps.stream().filter(Jump::gap).count(), jumps.size(), 0.25);
    share(jumps.stream().filter(jump -> jump.size() < 0).count(), jumps.size(), 0.7);
    double capped = Math.exp(-3); // an exponential three times its mean
    share(jumps.stream().filter(jump -> Math.abs(jump.size()) == 0.15).count(), 5000, capped);
    assertThat(jumps).allMatch(jump -> Math.abs(jump.size()) <= 0.15);
    double mean = jumps.stream().mapToDouble(jump -> Math.abs(jump.size())).average().orElse(0);
    assertThat(mean).isCloseTo(0.05 * (1 - capped), within(4 * 0.05 / Math.sqrt(5000)));
  }

  private static void share(long count, double of, double wanted) {
    assertThat((double) count / of)
        .isCloseTo(wanted, within(4 * Math.sqrt(wanted * (1 - wanted) / of) + 0.02 * wanted));
  }

  /** In a market that else stands still, prices move by the jumps that are told and no others. */
  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.15, 0.4})
  void pricesJumpByWhatIsTold(double cap) {
    List<VolatilityRegime> still =
        List.of(new VolatilityRegime("still", 1e-9, 0, 10, List.of(0.0)));
    Jumps both = new Jumps(2, 0.05, cap, 0.5, 0.5, 0.25);
    PricePath path =
        PricePaths.generate(Markets.with(Markets.plain(2).withJumps(both), still), 9, HOUR, 2000);
    for (int symbol = 0; symbol < 2; symbol++) {
      CandleColumns candles = path.candles().get(symbol);
      for (int i = 1; i < candles.size(); i++) {
        double gapped = told(path, symbol, i, true);
        double moved = told(path, symbol, i, false);
        double before = candles.close(i - 1);
        double open = candles.open(i);
        double noise = 1 / before + 1e-8;
        assertThat(open / before).as("open %s", i).isCloseTo(gapped, within(2 * noise));
        assertThat(candles.close(i) / open).as("close %s", i).isCloseTo(moved, within(4 * noise));
        if (countOf(path, symbol, i) == 1) {
          double move =
              Math.max((double) candles.high(i), before) / Math.min((double) candles.low(i), before)
                  - 1;
          assertThat(move).isLessThanOrEqualTo(Math.max(cap, 1 / (1 - cap) - 1) + 4 * noise);
        }
      }
    }
  }

  private static double told(PricePath path, int symbol, int candle, boolean gap) {
    return path.jumps().stream()
        .filter(jump -> jump.candle() == candle && jump.gap() == gap)
        .filter(jump -> jump.symbol().isEmpty() || jump.symbol().getAsInt() == symbol)
        .mapToDouble(jump -> 1 + jump.size())
        .reduce(1, (a, b) -> a * b);
  }

  private static long countOf(PricePath path, int symbol, int candle) {
    return path.jumps().stream()
        .filter(jump -> jump.candle() == candle)
        .filter(jump -> jump.symbol().isEmpty() || jump.symbol().getAsInt() == symbol)
        .count();
  }

  @Test
  void candlesOpenWhereTheLastClosedButForGaps() {
    MarketModel model = MarketModel.of(Markets.symbols(2)).withJumps(often(0.15));
    PricePath path = PricePaths.generate(model, 10, HOUR, 5000);
    int gaps = 0;
    for (int symbol = 0; symbol < 2; symbol++) {
      CandleColumns candles = path.candles().get(symbol);
      for (int i = 1; i < candles.size(); i++) {
        boolean told = told(path, symbol, i, true) != 1;
        assertThat(candles.open(i) != candles.close(i - 1)).isEqualTo(told);
        gaps += told ? 1 : 0;
      }
    }
    assertThat(gaps).isGreaterThan(100);
  }

  @Test
  void anotherCapAltersNothingButWhatItCaps() {
    MarketModel model = MarketModel.of(Markets.symbols(1));
    PricePath small = PricePaths.generate(model.withJumps(often(0.15)), 11, HOUR, 2000);
    PricePath large = PricePaths.generate(model.withJumps(often(0.5)), 11, HOUR, 2000);
    assertThat(large.jumps()).hasSameSizeAs(small.jumps());
    int differing = 0;
    for (int i = 0; i < small.jumps().size(); i++) {
      Jump one = small.jumps().get(i);
      Jump other = large.jumps().get(i);
      double capped = Math.copySign(Math.min(0.15, Math.abs(other.size())), other.size());
      assertThat(one).isEqualTo(new Jump(other.candle(), other.symbol(), capped, other.gap()));
      differing += one.equals(other) ? 0 : 1;
    }
    assertThat(differing).isGreaterThan(2);
    assertThat(small.regimes()).isEqualTo(large.regimes());
  }

  /**
   * The range of a walk of n normal steps is {@code sqrt(2 / pi) sum(1 / sqrt(k))} steps in the
   * mean, k from 1 to n. Source: F. Spitzer (1956), "A combinatorial lemma", Transactions of the
   * American Mathematical Society 82.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 256})
  void highsAndLowsAreAsFarApartAsTheStepsTell(int steps) {
    MarketModel model = Markets.plain(1, Garch.NONE, Double.POSITIVE_INFINITY, steps);
    CandleColumns candles = PricePaths.generate(model, 12, HOUR, 10_000).candles().getFirst();
    double range = 0;
    for (int i = 0; i < candles.size(); i++) {
      range += Math.log((double) candles.high(i) / candles.low(i)) / candles.size();
    }
    double wanted = 0;
    for (int k = 1; k <= steps; k++) {
      wanted += Math.sqrt(2 / Math.PI / k / steps);
    }
    assertThat(range / (0.03 / Math.sqrt(24))).isCloseTo(wanted, within(0.025));
  }

  @Test
  void volumeFollowsTheHoursOfTheDayAndComesToTheDaysVolume() {
    VolumeShape shape = new VolumeShape(VolumeShape.DEFAULT.hourly(), 0.4, 0);
    CandleColumns candles =
        PricePaths.generate(Markets.with(Markets.plain(1), shape), 13, HOUR, 48_000)
            .candles()
            .getFirst();
    double[] hours = new double[24];
    for (int i = 0; i < candles.size(); i++) {
      hours[i % 24] += candles.volume(i) / 1e8 / 2000;
    }
    double sum = shape.hourly().stream().mapToDouble(weight -> weight).sum();
    double day = 0;
    for (int hour = 0; hour < 24; hour++) {
      double wanted = 10_000 * shape.hourly().get(hour) / sum;
      assertThat(hours[hour]).as("hour %s", hour).isCloseTo(wanted, within(0.04 * wanted));
      day += hours[hour];
    }
    assertThat(day).isCloseTo(10_000, within(100.0));
  }

  @ParameterizedTest
  @CsvSource({"1m, 14400", "7m, 20000", "8h, 3000", "1d, 2000", "3d, 1000", "1w, 500"})
  void anyIntervalHasItsPartOfTheDaysVolume(String interval, int size) {
    VolumeShape shape = new VolumeShape(VolumeShape.DEFAULT.hourly(), 0, 0);
    CandleColumns candles =
        PricePaths.generate(
                Markets.with(Markets.plain(1), shape), 13, Interval.parse(interval), size)
            .candles()
            .getFirst();
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += candles.volume(i) / 1e8;
    }
    double days = (double) (candles.closeTimeNs(size - 1) - candles.openTimeNs(0)) / Utc.DAY_NS;
    assertThat(sum / days).isCloseTo(10_000, within(100.0));
  }

  @ParameterizedTest
  @CsvSource({"0, -0.05, 0.05", "1, 0.6, 0.99"})
  void volumeGoesWithTheRangeAsMuchAsAsked(double coupling, double least, double most) {
    VolumeShape shape = new VolumeShape(VolumeShape.DEFAULT.hourly(), 0.3, coupling);
    MarketModel model = Markets.with(MarketModel.of(Markets.symbols(1)), shape);
    CandleColumns candles = PricePaths.generate(model, 14, HOUR, 10_000).candles().getFirst();
    double[] volumes = new double[candles.size()];
    double[] ranges = new double[candles.size()];
    for (int i = 0; i < volumes.length; i++) {
      volumes[i] = Math.log((double) candles.volume(i));
      ranges[i] = Math.log(Math.log((double) candles.high(i) / candles.low(i)));
    }
    assertThat(Markets.correlation(volumes, ranges)).isBetween(least, most);
  }

  @Test
  void regimesHoldAsLongAsTheySayAndMoveAsTheySay() {
    MarketModel model = Markets.with(Markets.plain(1), VolatilityRegime.DEFAULT);
    int size = 24 * 20_000;
    PricePath path = PricePaths.generate(model, 15, HOUR, size);
    double[] returns = Markets.returns(path.candles().getFirst());
    double[] squares = new double[3];
    double[] hours = new double[3];
    double[] spells = new double[3];
    List<RegimeChange> changes = path.regimes();
    for (int i = 0; i < changes.size(); i++) {
      RegimeChange change = changes.get(i);
      int end = i + 1 < changes.size() ? changes.get(i + 1).candle() : size;
      spells[change.regime()]++;
      for (int candle = Math.max(1, change.candle()); candle < end; candle++) {
        squares[change.regime()] += returns[candle - 1] * returns[candle - 1];
        hours[change.regime()]++;
      }
    }
    double[] shares = RegimeClock.timeShares(VolatilityRegime.DEFAULT);
    for (int i = 0; i < 3; i++) {
      VolatilityRegime regime = VolatilityRegime.DEFAULT.get(i);
      double days = hours[i] / spells[i] / 24;
      assertThat(days).isCloseTo(regime.meanDays(), within(4 * days / Math.sqrt(spells[i])));
      assertThat(hours[i] / size).isCloseTo(shares[i], within(0.1 * shares[i]));
      double volatility = Math.sqrt(squares[i] / hours[i] * 24);
      assertThat(volatility).isCloseTo(regime.dailyVolatility(), within(0.02 * volatility));
    }
  }

  @Test
  void pricesDriftByTheRegime() {
    List<VolatilityRegime> rising =
        List.of(new VolatilityRegime("rising", 0.001, 0.002, 10, List.of(0.0)));
    CandleColumns candles =
        PricePaths.generate(Markets.with(Markets.plain(1), rising), 16, HOUR, 24_000)
            .candles()
            .getFirst();
    double gained = Math.log(candles.close(23_999) / 400_000_000.0);
    assertThat(gained).isCloseTo(2, within(4 * 0.001 * Math.sqrt(1000)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1})
  void pricesStayAboveZeroAndWithinWhatCanBeReckoned(double drift) {
    List<VolatilityRegime> racing =
        List.of(new VolatilityRegime("racing", 0.5, drift, 10, List.of(0.0)));
    MarketModel model = Markets.with(Markets.plain(1), racing).withJumps(often(0.9));
    CandleColumns candles =
        PricePaths.generate(model, 17, Interval.ONE_DAY, 2000).candles().getFirst();
    long bound = drift < 0 ? 1 : 1_000_000_000_000_000L;
    assertThat((double) candles.close(1999)).isBetween(bound / 100.0, bound * 100.0);
    for (int i = 0; i < 2000; i++) {
      assertThat(candles.low(i)).isPositive();
      assertThat((double) candles.high(i)).isLessThanOrEqualTo(1.001e15);
    }
  }

  @Test
  void candlesAreOnTheTickAndTheLotOfTheirInstrument() {
    Instrument instrument =
        new Instrument(
            InstrumentId.parse("BTC/USDT", "test", Market.PERP),
            2,
            6,
            8,
            List.of(new TradingRules(0, 25, 500, 0, 0, 0, 0)));
    MarketModel model =
        MarketModel.of(List.of(new SyntheticSymbol(instrument, 40_000.25, 1, 1000)));
    for (long seed = 0; seed < 20; seed++) {
      CandleColumns candles =
          PricePaths.generate(model, seed, Interval.parse("1m"), 500).candles().getFirst();
      assertThat(candles.open(0)).isEqualTo(4_000_025);
      assertThat(candles.priceScale()).isEqualTo(2);
      assertThat(candles.volumeScale()).isEqualTo(6);
      for (int i = 0; i < candles.size(); i++) {
        assertThat(candles.open(i) % 25).isZero();
        assertThat(candles.high(i) % 25).isZero();
        assertThat(candles.low(i) % 25).isZero();
        assertThat(candles.close(i) % 25).isZero();
        assertThat(candles.volume(i) % 500).isZero();
        assertThat(candles.high(i))
            .isGreaterThanOrEqualTo(Math.max(candles.open(i), candles.close(i)));
        assertThat(candles.low(i)).isLessThanOrEqualTo(Math.min(candles.open(i), candles.close(i)));
      }
    }
  }

  @Test
  void refusesWhatCannotBe() {
    MarketModel model = Markets.plain(1);
    assertThatThrownBy(() -> PricePaths.generate(model, 1, HOUR, 0))
        .hasMessage("candles must be >= 1, was 0");
    assertThatThrownBy(() -> PricePaths.generate(model, 1, Interval.ONE_DAY, 1_000_000))
        .hasMessage("candles must end before the year 2200, were 1000000 of 1d");
  }
}
