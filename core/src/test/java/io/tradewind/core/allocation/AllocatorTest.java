package io.tradewind.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.random.Deviates;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.statistics.Normal;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocatorTest {
  private static final AllocationRule EQUAL = new AllocationRule.Equal();
  private static final AllocationRule BANDIT = AllocationRule.Bandit.DEFAULT;

  /** Where many are simulated. */
  private static final AllocationRule QUICK = new AllocationRule.Bandit(100, 10, 0.1);

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "s" + i).toList();
  }

  private static AllocationSettings settings(AllocationRule rule) {
    return AllocationSettings.DEFAULT.withRule(rule);
  }

  private static AllocationSettings settings(
      AllocationRule rule, long floor, long cap, long least, long most) {
    return new AllocationSettings(
        rule, Interval.ONE_DAY, 90, 30, 20, floor, cap, most, least, 0.15);
  }

  private static long[] weights(Allocator allocator, int count) {
    return IntStream.range(0, count).mapToLong(allocator::weightPpm).toArray();
  }

  /** Days of a return that goes up and down by 1 % around a mean, a trade a day. */
  private static void live(Allocator allocator, int strategy, int days, double mean) {
    for (int day = 0; day < days; day++) {
      allocator.onPeriod(strategy, mean + (day % 2 == 0 ? 0.01 : -0.01), 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // wishes | floors | caps | whole | targets
        "500 500|0 0|1000 1000|1000|500 500",
        "900 100|0 0|600 600|1000|600 400",
        "1000 0|50 50|1000 1000|1000|950 50",
        "1000 0 0|50 50 50|600 600 600|1000|600 200 200",
        "333 333 333|0 0 0|1000 1000 1000|1000|334 333 333",
        "0 0 0|0 0 0|1000 1000 1000|1000|334 333 333",
        "700 200 100|0 0 0|500 1000 1000|1000|500 300 200",
        "700 250 50|100 100 100|1000 1000 1000|1000|675 225 100",
        "50 900|50 0|50 600|1000|50 600",
        "50 50|50 50|50 50|1000|50 50",
        "1000|0|1000|1000|1000"
      })
  void wishesAreBroughtWithinBounds(
      String wishes, String floors, String caps, long whole, String targets) {
    assertThat(Targets.within(longs(wishes), longs(floors), longs(caps), whole))
        .containsExactly(longs(targets));
  }

  private static long[] longs(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // amounts | to | parts
        "10 20 30|60|10 20 30",
        "10 20 30|30|5 10 15",
        "1 1 1|2|0 1 1",
        "0 5 0|3|0 3 0",
        "0 0|0|0 0"
      })
  void amountsAreScaledWithoutARest(String amounts, long to, String parts) {
    assertThat(Targets.scaled(longs(amounts), to)).containsExactly(longs(parts));
  }

  /** Against trying all weights: none that keeps the bounds is nearer to the wishes. */
  @Test
  void noWeightsAreNearerToTheWishes() {
    for (long seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] wishes = random.longs(3, 0, 25).toArray();
      long[] floors = random.longs(3, 0, 5).toArray();
      long[] caps = Arrays.stream(floors).map(floor -> floor + random.nextInt(20)).toArray();
      long whole = Math.min(20, Targets.sum(caps));
      long[] found = Targets.within(wishes, floors, caps, 20);
      assertThat(Targets.sum(found)).as("seed %s", seed).isEqualTo(whole);
      long nearest = Long.MAX_VALUE;
      for (long a = floors[0]; a <= caps[0]; a++) {
        for (long b = floors[1]; b <= caps[1]; b++) {
          long c = whole - a - b;
          if (c >= floors[2] && c <= caps[2]) {
            nearest = Math.min(nearest, distance(wishes, a, b, c));
          }
        }
      }
      assertThat(distance(wishes, found)).as("seed %s", seed).isEqualTo(nearest);
      for (int i = 0; i < 3; i++) {
        assertThat(found[i]).as("seed %s", seed).isBetween(floors[i], caps[i]);
      }
    }
  }

  private static long distance(long[] wishes, long... weights) {
    long sum = 0;
    for (int i = 0; i < wishes.length; i++) {
      sum += (weights[i] - wishes[i]) * (weights[i] - wishes[i]);
    }
    return sum;
  }

  @Test
  void beginsWithTheWeightsOfTheRule() {
    assertThat(weights(new Allocator(names(3), settings(EQUAL), 1), 3))
        .containsExactly(333_334, 333_333, 333_333);
    assertThat(weights(new Allocator(names(3), settings(BANDIT), 1), 3))
        .containsExactly(333_334, 333_333, 333_333);
    AllocationRule fixed = new AllocationRule.Fixed(List.of(500_000L, 300_000L, 200_000L));
    assertThat(weights(new Allocator(names(3), settings(fixed), 1), 3))
        .containsExactly(500_000, 300_000, 200_000);
    AllocationRule steep = new AllocationRule.Fixed(List.of(900_000L, 100_000L, 0L));
    assertThat(weights(new Allocator(names(3), settings(steep), 1), 3))
        .containsExactly(600_000, 250_000, 150_000);
    assertThat(weights(new Allocator(names(1), settings(BANDIT), 1), 1)).containsExactly(1_000_000);
  }

  @Test
  void isDueOnceInEachInterval() {
    Allocator allocator = new Allocator(names(2), settings(EQUAL), 1);
    long midnight = 20_000 * Utc.DAY_NS;
    assertThat(allocator.isDue(midnight - 1)).isTrue();
    allocator.rebalance(midnight - 1);
    assertThat(allocator.isDue(midnight - 1)).isFalse();
    assertThat(allocator.isDue(midnight)).isTrue();
    allocator.rebalance(midnight + 5);
    assertThat(allocator.isDue(midnight + Utc.DAY_NS - 1)).isFalse();
    assertThat(allocator.isDue(midnight + Utc.DAY_NS)).isTrue();
  }

  @Test
  void nobodyIsJudgedBeforeTheWarmUp() {
    Allocator allocator = new Allocator(names(2), settings(BANDIT), 1);
    live(allocator, 0, 29, 0.005);
    live(allocator, 1, 29, -0.002);
    Allocation early = allocator.rebalance(0);
    assertThat(early.shifts()).isEmpty();
    assertThat(early.shares().getFirst().reason())
        .isEqualTo("s0 has 29 of 30 periods and 29 of 20 trades that are needed to judge it");
    live(allocator, 0, 1, 0.005);
    live(allocator, 1, 1, -0.002);
    Allocation then = allocator.rebalance(Utc.DAY_NS);
    assertThat(then.shares()).allMatch(share -> share.standing() == Standing.JUDGED);
    assertThat(then.shifts()).hasSize(1);
    Allocator withoutTrades = new Allocator(names(2), settings(BANDIT), 1);
    for (int day = 0; day < 60; day++) {
      withoutTrades.onPeriod(0, 0.01, day < 19 ? 1 : 0);
      withoutTrades.onPeriod(1, -0.001, 1);
    }
    Allocation idle = withoutTrades.rebalance(0);
    assertThat(idle.shares().getFirst().standing()).isEqualTo(Standing.WARMING_UP);
    assertThat(idle.shifts()).isEmpty();
  }

  @Test
  void aShiftSaysFromWhomToWhomHowMuchAndWhy() {
    Allocator allocator = new Allocator(List.of("trend", "carry"), settings(BANDIT), 1);
    live(allocator, 0, 40, 0.004);
    live(allocator, 1, 40, -0.002);
    Allocation allocation = allocator.rebalance(7);
    assertThat(allocation.shifts())
        .containsExactly(
            new Shift(
                "carry",
                "trend",
                100_000,
                "carry is the best with a chance of 1.0 %, -0.200 % a period with a deviation of"
                    + " 1.000 % in 40 periods; trend is the best with a chance of 99.0 %, +0.400 %"
                    + " a period with a deviation of 1.000 % in 40 periods"));
    assertThat(allocation.timeNs()).isEqualTo(7);
    assertThat(weights(allocator, 2)).containsExactly(600_000, 400_000);
    assertThat(allocator.rebalance(8).shifts()).isEmpty(); // at its cap
  }

  @Test
  void whoIsInDrawdownGivesAtOnceAndGetsBackByAndBy() {
    Allocator allocator =
        new Allocator(names(2), settings(EQUAL, 50_000, 1_000_000, 10_000, 100_000), 1);
    allocator.onPeriod(0, 0.10, 0);
    allocator.onPeriod(0, -0.14, 0);
    assertThat(allocator.rebalance(0).shifts()).isEmpty();
    allocator.onPeriod(0, -0.02, 0); // 0.86 * 0.98 is 15.7 % down
    Allocation fallen = allocator.rebalance(1);
    String reason = "s0 is 15.7 % below its highest (limit 15.0 %) and has its floor";
    assertThat(fallen.shares().getFirst())
        .isEqualTo(new Allocation.Share("s0", 50_000, 50_000, Standing.DRAWDOWN, reason));
    assertThat(fallen.shifts().getFirst()).isEqualTo(new Shift("s0", "reserve", 450_000, reason));
    assertThat(weights(allocator, 2)).containsExactly(50_000, 600_000);
    assertThat(allocator.reservePpm()).isEqualTo(350_000);
    assertThat(allocator.rebalance(2).shifts())
        .extracting(Shift::from, Shift::to, Shift::ppm)
        .containsExactly(tuple("reserve", "s1", 100_000L));
    allocator.onPeriod(0, 0.05, 0);
    allocator.rebalance(3);
    assertThat(weights(allocator, 2)).containsExactly(150_000, 700_000);
  }

  @Test
  void whoIsHaltedHasItsFloorAndTheCapsOfOthersHold() {
    AllocationRule fixed = new AllocationRule.Fixed(List.of(400_000L, 400_000L, 200_000L));
    Allocator allocator =
        new Allocator(names(3), settings(fixed, 50_000, 500_000, 10_000, 1_000_000), 1);
    allocator.setHalted(0, true);
    Allocation halted = allocator.rebalance(0);
    assertThat(weights(allocator, 3)).containsExactly(50_000, 500_000, 450_000);
    assertThat(halted.shifts().getFirst().reason()).isEqualTo("s0 is halted and has its floor");
    allocator.setHalted(1, true);
    allocator.rebalance(1);
    assertThat(weights(allocator, 3)).containsExactly(50_000, 50_000, 500_000);
    assertThat(allocator.reservePpm()).isEqualTo(400_000);
    allocator.setHalted(2, true);
    allocator.rebalance(2);
    assertThat(weights(allocator, 3)).containsExactly(50_000, 50_000, 50_000);
    allocator.setHalted(0, false);
    allocator.setHalted(1, false);
    allocator.setHalted(2, false);
    allocator.rebalance(3);
    assertThat(weights(allocator, 3)).containsExactly(400_000, 400_000, 200_000);
    assertThat(allocator.reservePpm()).isZero();
  }

  @Test
  void whatIsTooLittleIsLeftAlone() {
    AllocationRule fixed = new AllocationRule.Fixed(List.of(509_999L, 490_001L));
    Allocator allocator =
        new Allocator(names(2), settings(fixed, 0, 1_000_000, 10_000, 100_000), 1);
    allocator.setHalted(1, true);
    allocator.rebalance(0);
    assertThat(weights(allocator, 2)).containsExactly(609_999, 0);
    for (int i = 1; i < 10; i++) {
      allocator.rebalance(i);
    }
    assertThat(weights(allocator, 2)).containsExactly(1_000_000, 0);
    Allocator other = new Allocator(names(2), settings(EQUAL, 0, 1_000_000, 500_001, 600_000), 1);
    other.setHalted(1, true);
    assertThat(other.rebalance(0).shifts()).extracting(Shift::to).containsExactly("reserve");
  }

  @Test
  void whatIsOlderThanTheWindowIsForgotten() {
    Allocator old = new Allocator(names(2), settings(BANDIT), 3);
    Allocator young = new Allocator(names(2), settings(BANDIT), 3);
    live(old, 0, 50, -0.001);
    live(old, 1, 50, 0.003);
    for (Allocator allocator : List.of(old, young)) {
      live(allocator, 0, 90, 0.002);
      live(allocator, 1, 90, 0.001);
    }
    assertThat(old.rebalance(0)).isEqualTo(young.rebalance(0));
  }

  /** Ratios of 0.2 and 0.05 in a hundred days. */
  @Test
  void chancesAreThoseOfTheTwoRatiosThatAreBelieved() {
    Track better = new Track(200);
    Track worse = new Track(200);
    for (int i = 0; i < 100; i++) {
      better.add(0.004 + (i % 2 == 0 ? 0.02 : -0.02), 1);
      worse.add(0.001 + (i % 2 == 0 ? 0.02 : -0.02), 1);
    }
    AllocationRule.Bandit rule = new AllocationRule.Bandit(200_000, 10, 0);
    double[] chances = new Contest(rule, new Deviates(1)).chances(List.of(better, worse));
    // With a hundred days a ratio is normal but for little: mean by shrinking, variance as below.
    double[] mean = new double[2];
    double variance = 0;
    double square = (better.squaresAround(0) + worse.squaresAround(0)) / 200;
    for (int i = 0; i < 2; i++) {
      Track track = i == 0 ? better : worse;
      double m = track.mean();
      double squares = 10 * square + track.squaresAround(m) + 10 * 100 * m * m / 110;
      mean[i] = 100 * m / 110 / Math.sqrt(squares / 110);
      variance += 1.0 / 110 + mean[i] * mean[i] / 2 / 110;
    }
    double z = (mean[0] - mean[1]) / Math.sqrt(variance);
    double wanted = Normal.cumulative(z);
    assertThat(wanted).isBetween(0.55, 0.95);
    assertThat(chances[0]).isCloseTo(wanted, within(0.006));
    assertThat(chances[0] + chances[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void recordsWithoutAMoveTellNothing() {
    Allocator allocator = new Allocator(names(2), settings(BANDIT), 3);
    for (int day = 0; day < 40; day++) {
      allocator.onPeriod(0, 0, 1);
      allocator.onPeriod(1, 0, 1);
    }
    assertThat(allocator.rebalance(0).shifts()).isEmpty();
  }

  private static AllocationRule anyRule(SplittableRandom random, int count) {
    return switch (random.nextInt(3)) {
      case 0 -> EQUAL;
      case 1 -> {
        List<Long> weights = new ArrayList<>();
        long left = Allocator.WHOLE_PPM;
        for (int i = 0; i < count; i++) {
          long weight = i == count - 1 ? left : random.nextLong(left + 1);
          weights.add(weight);
          left -= weight;
        }
        yield new AllocationRule.Fixed(weights);
      }
      default -> new AllocationRule.Bandit(50, 2 + random.nextInt(20), random.nextDouble());
    };
  }

  private static AllocationSettings anySettings(SplittableRandom random, int count) {
    long floor = random.nextLong(Allocator.WHOLE_PPM / count + 1);
    long cap = random.nextLong(floor, Allocator.WHOLE_PPM + 1);
    long most = 1 + random.nextLong(Allocator.WHOLE_PPM);
    int window = 2 + random.nextInt(30);
    return new AllocationSettings(
        anyRule(random, count),
        Interval.ONE_DAY,
        window,
        2 + random.nextInt(window - 1),
        random.nextInt(10),
        floor,
        cap,
        most,
        random.nextLong(Math.min(most, 50_000) + 1),
        0.05 + 0.3 * random.nextDouble());
  }

  private static void anyDay(Allocator allocator, SplittableRandom random, int count) {
    for (int i = 0; i < count; i++) {
      allocator.onPeriod(i, 0.03 * random.nextGaussian(), random.nextInt(3));
      if (random.nextInt(20) == 0) {
        allocator.setHalted(i, random.nextBoolean());
      }
    }
  }

  /** Floors, caps, the sum, the bound on shifts, and shifts that are all that changes. */
  @Test
  void weightsKeepToTheirBoundsWhateverHappens() {
    int shifts = 0;
    for (long seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = 1 + random.nextInt(6);
      AllocationSettings settings = anySettings(random, count);
      Allocator allocator = new Allocator(names(count), settings, seed);
      long cap = Math.max(settings.capPpm(), Math.ceilDiv(Allocator.WHOLE_PPM, count));
      for (int day = 0; day < 60; day++) {
        anyDay(allocator, random, count);
        long[] booked = Arrays.copyOf(weights(allocator, count), count + 1);
        booked[count] = allocator.reservePpm();
        Allocation allocation = allocator.rebalance(day * Utc.DAY_NS);
        allocator.checkInvariants();
        long given = 0;
        for (Shift shift : allocation.shifts()) {
          assertThat(shift.ppm()).as("seed %s", seed).isPositive();
          booked[place(shift.from(), count)] -= shift.ppm();
          booked[place(shift.to(), count)] += shift.ppm();
          given += shift.to().equals(Allocator.RESERVE) ? 0 : shift.ppm();
          shifts++;
        }
        assertThat(given).as("seed %s", seed).isLessThanOrEqualTo(settings.maxShiftPpm());
        long sum = allocation.reservePpm();
        for (int i = 0; i < count; i++) {
          Allocation.Share share = allocation.shares().get(i);
          assertThat(share.ppm())
              .as("seed %s day %s", seed, day)
              .isEqualTo(allocator.weightPpm(i))
              .isEqualTo(booked[i])
              .isBetween(settings.floorPpm(), cap);
          if (share.standing() == Standing.DRAWDOWN || share.standing() == Standing.HALTED) {
            assertThat(share.ppm()).as("seed %s", seed).isEqualTo(settings.floorPpm());
          }
          sum += share.ppm();
        }
        assertThat(sum).as("seed %s", seed).isEqualTo(Allocator.WHOLE_PPM);
        assertThat(allocation.reservePpm()).as("seed %s", seed).isEqualTo(booked[count]);
      }
    }
    assertThat(shifts).isGreaterThan(5000);
  }

  private static int place(String name, int count) {
    return name.equals(Allocator.RESERVE) ? count : Integer.parseInt(name.substring(1));
  }

  @Test
  void goesOnFromItsState() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = 1 + random.nextInt(5);
      AllocationSettings settings = anySettings(random, count);
      Allocator one = new Allocator(names(count), settings, seed);
      int cut = random.nextInt(60);
      for (int day = 0; day < cut; day++) {
        anyDay(one, random, count);
        one.rebalance(day * Utc.DAY_NS);
      }
      StateWriter out = new StateWriter();
      one.save(out);
      Allocator other = new Allocator(names(count), settings, seed + 1);
      StateReader in = new StateReader(out.toByteArray());
      other.load(in);
      assertThat(in.isAtEnd()).isTrue();
      assertThat(other.isDue(cut * Utc.DAY_NS - 1)).isEqualTo(one.isDue(cut * Utc.DAY_NS - 1));
      long again = random.nextLong();
      SplittableRandom left = new SplittableRandom(again);
      SplittableRandom right = new SplittableRandom(again);
      for (int day = cut; day < cut + 40; day++) {
        anyDay(one, left, count);
        anyDay(other, right, count);
        assertThat(other.rebalance(day * Utc.DAY_NS))
            .as("seed %s day %s", seed, day)
            .isEqualTo(one.rebalance(day * Utc.DAY_NS));
      }
    }
  }

  /** Two years of three strategies with ratios of 1.9, 0.5 and -1 a year, each rule on the same. */
  @Test
  void theBanditFindsTheBetterStrategyAndLosesLessThanEqualShares() {
    double[] means = {0.0010, 0.00025, -0.0005};
    int better = 0;
    double regret = 0;
    double regretOfEqual = 0;
    int runs = 100;
    for (long seed = 0; seed < runs; seed++) {
      Deviates market = new Deviates(1000 + seed);
      Allocator bandit = new Allocator(names(3), settings(QUICK), seed);
      for (int day = 0; day < 730; day++) {
        for (int i = 0; i < 3; i++) {
          regret += (means[0] - means[i]) * bandit.weightPpm(i) / 1e6 / runs;
          regretOfEqual += (means[0] - means[i]) / 3 / runs;
          bandit.onPeriod(i, means[i] + 0.01 * market.normal(), 1);
        }
        bandit.rebalance(day * Utc.DAY_NS);
      }
      long[] weights = weights(bandit, 3);
      better += weights[0] > weights[1] && weights[0] > weights[2] ? 1 : 0;
    }
    assertThat(better).isGreaterThan(60); // one in three by chance
    assertThat(regret).isLessThan(0.85 * regretOfEqual);
    assertThat(regret).isPositive();
  }

  /** The better of two changes after a year; the window lets the bandit follow. */
  @Test
  void theBanditFollowsAChange() {
    int followed = 0;
    for (long seed = 0; seed < 50; seed++) {
      Deviates market = new Deviates(2000 + seed);
      Allocator bandit = new Allocator(names(2), settings(QUICK), seed);
      for (int day = 0; day < 365 + 120; day++) {
        for (int i = 0; i < 2; i++) {
          boolean good = i == (day < 365 ? 0 : 1);
          bandit.onPeriod(i, (good ? 0.003 : -0.0005) + 0.01 * market.normal(), 1);
        }
        bandit.rebalance(day * Utc.DAY_NS);
      }
      followed += bandit.weightPpm(1) > bandit.weightPpm(0) ? 1 : 0;
    }
    assertThat(followed).isGreaterThan(45);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1.1, Double.POSITIVE_INFINITY})
  void refusesAReturnThatIsNone(double r) {
    Allocator allocator = new Allocator(names(1), settings(EQUAL), 1);
    assertThatThrownBy(() -> allocator.onPeriod(0, r, 0))
        .hasMessage("a return must be finite and >= -1, was " + r);
  }

  @Test
  void refusesWhatCannotBeDivided() {
    assertThatThrownBy(() -> new Allocator(List.of(), settings(EQUAL), 1))
        .hasMessage("an allocator needs a strategy");
    assertThatThrownBy(() -> new Allocator(List.of("reserve"), settings(EQUAL), 1))
        .hasMessage("no strategy may be named reserve");
    assertThatThrownBy(() -> new Allocator(names(21), settings(EQUAL), 1))
        .hasMessage("floors of 21 strategies must fit, were 50000 ppm each");
    AllocationRule fixed = new AllocationRule.Fixed(List.of(1_000_000L));
    assertThatThrownBy(() -> new Allocator(names(2), settings(fixed), 1))
        .hasMessage("fixed weights must be of 2 strategies, were of 1");
    assertThatThrownBy(() -> new AllocationRule.Fixed(List.of(1L)))
        .hasMessage("fixed weights must sum to 1000000 ppm, were 1");
    assertThatThrownBy(() -> settings(EQUAL, 600_000, 500_000, 0, 1))
        .hasMessage("floorPpm and capPpm must rise from 0 to 1000000, were 600000 and 500000");
    assertThatThrownBy(() -> settings(EQUAL, 0, 500_000, 2, 1))
        .hasMessage("minShiftPpm and maxShiftPpm must rise from 0 to 1000000, were 2 and 1");
    assertThatThrownBy(() -> settings(EQUAL, 0, 500_000, 0, 0))
        .hasMessage("maxShiftPpm must be > 0, was 0");
    assertThatThrownBy(() -> new AllocationRule.Bandit(0, 10, 0.1))
        .hasMessage("draws must be 1 to 1000000, was 0");
    assertThatThrownBy(() -> new AllocationRule.Bandit(1, 1, 0.1))
        .hasMessage("priorPeriods must be 2 to 1e6, was 1.0");
    assertThatThrownBy(() -> new AllocationRule.Bandit(1, 2, 1.1))
        .hasMessage("exploration must be 0 to 1, was 1.1");
  }
}
