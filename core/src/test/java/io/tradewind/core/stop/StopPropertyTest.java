package io.tradewind.core.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.trade.Direction;
import io.tradewind.core.trade.ExitRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of a stop whatever happens, on seeded streams of fills, bars and new plans. */
class StopPropertyTest {
  private static final int SEEDS = 400;
  private static final int STEPS = 120;
  private static final List<String> RULES =
      List.of(
          "fixed 0.05",
          "signal 97",
          "signal 104",
          "volatility 2",
          "trail 0.08 0",
          "trail 0.04 0.03",
          "trail-atr 3",
          "chandelier 7 3",
          "chandelier 22 2",
          "even 0.02");

  @Test
  void neverLoosens() {
    int moves = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Walk walk = new Walk(random);
      StopState state = walk.opened(planOf(random));
      int sign = walk.direction.sign();
      Optional<StopLevel> level = state.level();
      Optional<StopLevel> order = state.order();
      for (int i = 0; i < STEPS; i++) {
        walk.step(state, random);
        assertThat(isKept(level, state.level(), sign)).as("seed %s step %s", seed, i).isTrue();
        assertThat(isKept(order, state.order(), sign)).as("seed %s step %s", seed, i).isTrue();
        assertThat(isKept(state.order(), state.level(), sign)).as("seed %s", seed).isTrue();
        moves += level.equals(state.level()) ? 0 : 1;
        level = state.level();
        order = state.order();
      }
    }
    assertThat(moves).isGreaterThan(SEEDS);
  }

  private static boolean isKept(Optional<StopLevel> was, Optional<StopLevel> is, int sign) {
    return was.isEmpty() || sign * is.orElseThrow().price() >= sign * was.orElseThrow().price();
  }

  /** A slower way to the same: all bars are kept, and every rule is asked anew at every step. */
  @Test
  void isTheNearestOfAllThatAnyRuleEverSaid() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Walk walk = new Walk(random);
      StopPlan plan = planOf(random);
      StopState state = walk.opened(plan);
      Reference reference = new Reference(plan, walk);
      reference.ask();
      for (int i = 0; i < STEPS; i++) {
        walk.move(random);
        state.onBar(walk.openNs, walk.high, walk.low, walk.close, walk.atr);
        reference.take();
        reference.ask();
        double level = state.level().map(StopLevel::price).orElse(Double.NaN);
        assertThat(Double.valueOf(level))
            .as("seed %s step %s", seed, i)
            .isEqualTo(Double.valueOf(reference.level));
      }
    }
  }

  /** Around the entry at 100 a short sees what a long sees, mirrored. Trailing ratios are not. */
  @Test
  void aShortIsTheMirrorImage() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StopPlan plan =
          StopRules.plan("fixed 0.05 + volatility 2 + trail-atr 3 + chandelier 5 2 + even 0.02");
      StopState up = opened(plan, Direction.LONG);
      StopState down = opened(plan, Direction.SHORT);
      double close = 100;
      for (int i = 0; i < STEPS; i++) {
        double high = close + 3 * random.nextDouble();
        double low = close - 3 * random.nextDouble();
        close = low + (high - low) * random.nextDouble();
        double atr = 0.5 + random.nextDouble();
        up.onBar(i, high, low, close, atr);
        down.onBar(i, 200 - low, 200 - high, 200 - close, atr);
        assertThat(200 - down.level().orElseThrow().price())
            .as("seed %s step %s", seed, i)
            .isCloseTo(up.level().orElseThrow().price(), within(1e-9));
        assertThat(down.isTripped(200 - close)).isEqualTo(up.isTripped(close));
      }
    }
  }

  private static StopState opened(StopPlan plan, Direction direction) {
    StopState state = new StopState();
    state.open(plan, direction, 0.002, 0);
    state.onEntry(100, 1);
    return state;
  }

  @Test
  void goesOnAfterACut() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Walk walk = new Walk(random);
      int cut = random.nextInt(STEPS);
      StopState whole = walk.opened(planOf(random));
      StopState after = new StopState();
      for (int i = 0; i < STEPS; i++) {
        long step = random.nextLong();
        if (i == cut) {
          after.load(new StateReader(bytes(whole)));
        }
        Walk again = walk.copy();
        walk.step(whole, new SplittableRandom(step));
        if (i >= cut) {
          again.step(after, new SplittableRandom(step));
          assertThat(bytes(after))
              .as("seed %s cut %s step %s", seed, cut, i)
              .isEqualTo(bytes(whole));
          assertThat(after.level()).isEqualTo(whole.level());
          assertThat(after.order()).isEqualTo(whole.order());
          assertThat(after.plan()).isEqualTo(whole.plan());
        }
      }
    }
  }

  private static byte[] bytes(StopState state) {
    StateWriter out = new StateWriter();
    state.save(out);
    return out.toByteArray();
  }

  private static StopPlan planOf(SplittableRandom random) {
    List<StopRule> rules = new ArrayList<>();
    boolean trails = false;
    for (String text : RULES) {
      boolean isTrailing = text.startsWith("trail ");
      if (random.nextInt(3) == 0 && !(isTrailing && trails)) {
        rules.add(StopRules.rule(text));
        trails |= isTrailing;
      }
    }
    return new StopPlan(
        rules,
        List.of(new ExitRules.LadderStep(0.02, 0.5)),
        List.of(new ExitRules.RoiStep(5, 0.03)),
        random.nextBoolean() ? OptionalLong.of(1000) : OptionalLong.empty());
  }

  /** A price that walks and jumps, and the position in it. */
  private static final class Walk {
    final Direction direction;
    final long entryNs;
    double average = 100;
    long openNs;
    double high = 100;
    double low = 100;
    double close = 100;
    double atr = Double.NaN;

    Walk(SplittableRandom random) {
      this(random.nextBoolean() ? Direction.LONG : Direction.SHORT, random.nextInt(2));
    }

    private Walk(Direction direction, long entryNs) {
      this.direction = direction;
      this.entryNs = entryNs;
    }

    Walk copy() {
      Walk copy = new Walk(direction, entryNs);
      copy.average = average;
      copy.openNs = openNs;
      copy.high = high;
      copy.low = low;
      copy.close = close;
      copy.atr = atr;
      return copy;
    }

    StopState opened(StopPlan plan) {
      StopState state = new StopState();
      state.open(plan, direction, 0.002, entryNs);
      state.onEntry(average, atr);
      openNs = -1;
      return state;
    }

    void step(StopState state, SplittableRandom random) {
      switch (random.nextInt(20)) {
        case 0 -> {
          average = (average + close) / 2;
          state.onEntry(average, atr);
        }
        case 1 -> state.replan(planOf(random));
        default -> {
          move(random);
          state.onBar(openNs, high, low, close, atr);
        }
      }
    }

    void move(SplittableRandom random) {
      openNs++;
      double jump = random.nextInt(15) == 0 ? 0.3 * random.nextDouble() - 0.15 : 0;
      double open = close * (1 + jump);
      high = open * (1 + random.nextDouble() / 50);
      low = open * (1 - random.nextDouble() / 50);
      close = low + (high - low) * random.nextDouble();
      atr = random.nextInt(6) == 0 ? Double.NaN : close * random.nextDouble() / 30;
    }
  }

  /** The nearest level of all steps so far, from all bars so far. */
  private static final class Reference {
    private final StopPlan plan;
    private final Walk walk;
    private final List<double[]> bars = new ArrayList<>();
    private double firstAtr = Double.NaN;
    private double lastAtr = Double.NaN;
    double level = Double.NaN;

    Reference(StopPlan plan, Walk walk) {
      this.plan = plan;
      this.walk = walk;
    }

    void take() {
      boolean isWhole = walk.openNs >= walk.entryNs;
      bars.add(
          isWhole ? new double[] {walk.high, walk.low} : new double[] {walk.close, walk.close});
      if (walk.atr > 0) {
        lastAtr = walk.atr;
        firstAtr = Double.isNaN(firstAtr) ? walk.atr : firstAtr;
      }
    }

    void ask() {
      for (StopRule rule : plan.stops()) {
        double said = said(rule);
        if (walk.direction == Direction.LONG) {
          level = said > 0 && !(said <= level) ? said : level;
        } else {
          level = said > 0 && !(said >= level) ? said : level;
        }
      }
    }

    private double said(StopRule rule) {
      boolean isLong = walk.direction == Direction.LONG;
      double best = extreme(bars.size(), walk.average);
      return switch (rule) {
        case StopRule.Fixed fixed ->
            walk.average * (isLong ? 1 - fixed.distance() : 1 + fixed.distance());
        case StopRule.SignalPrice signal -> signal.price();
        case StopRule.Volatility volatility ->
            walk.average + (isLong ? -1 : 1) * volatility.multiple() * firstAtr;
        case StopRule.TrailingPercent trailing -> {
          boolean follows =
              isLong
                  ? best >= walk.average * (1 + trailing.offset())
                  : best <= walk.average * (1 - trailing.offset());
          double stop = best * (isLong ? 1 - trailing.distance() : 1 + trailing.distance());
          yield follows ? stop : Double.NaN;
        }
        case StopRule.TrailingAtr trailing ->
            best + (isLong ? -1 : 1) * trailing.multiple() * lastAtr;
        case StopRule.Chandelier chandelier -> {
          double start = bars.isEmpty() ? walk.average : Double.NaN;
          yield extreme(chandelier.bars(), start)
              + (isLong ? -1 : 1) * chandelier.multiple() * lastAtr;
        }
        case StopRule.BreakEven even -> {
          boolean earned =
              isLong
                  ? best >= walk.average * (1 + even.after())
                  : best <= walk.average * (1 - even.after());
          yield earned ? walk.average * (isLong ? 1 + 0.002 : 1 - 0.002) : Double.NaN;
        }
      };
    }

    /** The best of the last so many bars and of a start, unless that is NaN. */
    private double extreme(int count, double start) {
      double best = start;
      for (int i = Math.max(0, bars.size() - count); i < bars.size(); i++) {
        double price = bars.get(i)[walk.direction == Direction.LONG ? 0 : 1];
        boolean isBetter = walk.direction == Direction.LONG ? !(price <= best) : !(price >= best);
        best = isBetter ? price : best;
      }
      return best;
    }
  }
}
