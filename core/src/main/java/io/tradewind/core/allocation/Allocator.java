package io.tradewind.core.allocation;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.Deviates;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Divides capital between strategies and moves it as their records say. Weights are millionths of
 * all capital; those of the strategies and the reserve sum to a million exactly.
 *
 * <p>A strategy that is halted or in drawdown has its floor: what it had over that leaves it at
 * once, whatever the bound on shifts, and waits in the reserve. From there and from each other the
 * others get no more at one time than the bound. The reserve is else empty but where caps keep all
 * from taking more. Nothing is moved before {@link #rebalance} is called.
 */
public final class Allocator implements Stateful {
  /** All capital. */
  public static final long WHOLE_PPM = 1_000_000;

  /** Who has what no strategy has. */
  public static final String RESERVE = "reserve";

  private final List<String> names;
  private final AllocationSettings settings;
  private final Track[] tracks;
  private final Deviates deviates;
  private final long[] weights;
  private final long capPpm;
  private boolean hasRebalanced;
  private long slotNs;

  /**
   * With the weights of the rule for strategies without a record.
   *
   * @param names of the strategies, in their order
   * @param seed of the bandit's draws
   * @throws IllegalArgumentException if floors do not fit, or fixed weights are of another number
   */
  public Allocator(List<String> names, AllocationSettings settings, long seed) {
    this.names = List.copyOf(names);
    this.settings = settings;
    this.deviates = new Deviates(seed);
    int count = this.names.size();
    Check.argument(count >= 1, "an allocator needs a strategy");
    Check.argument(!this.names.contains(RESERVE), "no strategy may be named %s", RESERVE);
    Check.argument(
        count * settings.floorPpm() <= WHOLE_PPM,
        "floors of %s strategies must fit, were %s ppm each",
        count,
        settings.floorPpm());
    checkFixed(settings.rule(), count);
    this.capPpm = Math.max(settings.capPpm(), Math.ceilDiv(WHOLE_PPM, count));
    this.tracks = new Track[count];
    for (int i = 0; i < count; i++) {
      tracks[i] = new Track(settings.window());
    }
    this.weights = targets(judge());
  }

  private static void checkFixed(AllocationRule rule, int count) {
    if (rule instanceof AllocationRule.Fixed fixed) {
      Check.argument(
          fixed.weightsPpm().size() == count,
          "fixed weights must be of %s strategies, were of %s",
          count,
          fixed.weightsPpm().size());
    }
  }

  /**
   * A period of a strategy's record is over.
   *
   * @param periodReturn on the capital that it had, 0.01 being one percent
   * @param closedTrades in the period
   */
  public void onPeriod(int strategy, double periodReturn, int closedTrades) {
    tracks[strategy].add(periodReturn, closedTrades);
  }

  /** A strategy was halted, or trades again. */
  public void setHalted(int strategy, boolean halted) {
    tracks[strategy].setHalted(halted);
  }

  /** What a strategy has. */
  public long weightPpm(int strategy) {
    return weights[strategy];
  }

  /** What no strategy has. */
  public long reservePpm() {
    return WHOLE_PPM - Targets.sum(weights);
  }

  /** Whether this time lies in another interval than the last rebalance; true before the first. */
  public boolean isDue(long timeNs) {
    return !hasRebalanced || settings.interval().floor(timeNs) > slotNs;
  }

  /** Looks at the records and moves capital. */
  public Allocation rebalance(long timeNs) {
    hasRebalanced = true;
    slotNs = settings.interval().floor(timeNs);
    List<Judgement> judgements = judge();
    long[] targets = targets(judgements);
    List<Shift> shifts = new ArrayList<>();
    release(judgements, targets, shifts);
    divide(judgements, targets, shifts);
    checkInvariants();
    List<Allocation.Share> shares = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      Judgement judgement = judgements.get(i);
      shares.add(
          new Allocation.Share(
              names.get(i), weights[i], targets[i], judgement.standing(), judgement.reason()));
    }
    return new Allocation(timeNs, shares, reservePpm(), shifts);
  }

  /**
   * How a strategy is looked at.
   *
   * @param share of what all get together that are not held down
   */
  private record Judgement(Standing standing, double share, String reason) {}

  private List<Judgement> judge() {
    Standing[] standings = new Standing[tracks.length];
    for (int i = 0; i < standings.length; i++) {
      standings[i] = standing(tracks[i]);
    }
    double[] shares = new double[tracks.length];
    double[] chances = new double[tracks.length];
    switch (settings.rule()) {
      case AllocationRule.Equal() -> divideBy(standings, i -> 1, shares);
      case AllocationRule.Fixed(List<Long> fixed) -> divideBy(standings, fixed::get, shares);
      case AllocationRule.Bandit bandit -> {
        contest(bandit, standings, chances);
        divideByChance(bandit, standings, chances, shares);
      }
    }
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < standings.length; i++) {
      String reason = reason(i, standings[i], chances[i]);
      judgements.add(new Judgement(standings[i], shares[i], reason));
    }
    return judgements;
  }

  private Standing standing(Track track) {
    if (track.isHalted()) {
      return Standing.HALTED;
    }
    if (track.drawdown() >= settings.maxDrawdown()) {
      return Standing.DRAWDOWN;
    }
    boolean isYoung =
        track.size() < settings.warmUpPeriods() || track.trades() < settings.warmUpTrades();
    return isYoung ? Standing.WARMING_UP : Standing.JUDGED;
  }

  private interface WeightOf {
    double of(int strategy);
  }

  /** In proportion among those that are not held down, equally if they have no weights. */
  private static void divideBy(Standing[] standings, WeightOf weight, double[] shares) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < shares.length; i++) {
      if (!standings[i].isHeldDown()) {
        sum += weight.of(i);
        count++;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      if (!standings[i].isHeldDown()) {
        shares[i] = sum > 0 ? weight.of(i) / sum : 1.0 / count;
      }
    }
  }

  private void contest(AllocationRule.Bandit bandit, Standing[] standings, double[] chances) {
    List<Track> judged = new ArrayList<>();
    for (int i = 0; i < standings.length; i++) {
      if (standings[i] == Standing.JUDGED) {
        judged.add(tracks[i]);
      }
    }
    if (judged.isEmpty()) {
      return;
    }
    double[] found = new Contest(bandit, deviates).chances(judged);
    int next = 0;
    for (int i = 0; i < standings.length; i++) {
      if (standings[i] == Standing.JUDGED) {
        chances[i] = found[next++];
      }
    }
  }

  /** Who is still young has an equal share, and the judged divide theirs by their chances. */
  private static void divideByChance(
      AllocationRule.Bandit bandit, Standing[] standings, double[] chances, double[] shares) {
    divideBy(standings, i -> 1, shares);
    double ofJudged = 0;
    int judged = 0;
    for (int i = 0; i < shares.length; i++) {
      if (standings[i] == Standing.JUDGED) {
        ofJudged += shares[i];
        judged++;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      if (standings[i] == Standing.JUDGED) {
        double explored = bandit.exploration() / judged;
        shares[i] = ofJudged * (explored + (1 - bandit.exploration()) * chances[i]);
      }
    }
  }

  private String reason(int strategy, Standing standing, double chance) {
    Track track = tracks[strategy];
    String name = names.get(strategy);
    return switch (standing) {
      case HALTED -> name + " is halted and has its floor";
      case DRAWDOWN ->
          text(
              "%s is %.1f %% below its highest (limit %.1f %%) and has its floor",
              name, 100 * track.drawdown(), 100 * settings.maxDrawdown());
      case WARMING_UP ->
          text(
              "%s has %d of %d periods and %d of %d trades that are needed to judge it",
              name,
              track.size(),
              settings.warmUpPeriods(),
              track.trades(),
              settings.warmUpTrades());
      case JUDGED -> judged(name, track, chance);
    };
  }

  private String judged(String name, Track track, double chance) {
    double mean = track.mean();
    double deviation = Math.sqrt(track.squaresAround(mean) / track.size());
    String record =
        text(
            "%+.3f %% a period with a deviation of %.3f %% in %d periods",
            100 * mean, 100 * deviation, track.size());
    return switch (settings.rule()) {
      case AllocationRule.Equal() -> name + " has an equal share, " + record;
      case AllocationRule.Fixed _ -> name + " has a fixed share, " + record;
      case AllocationRule.Bandit _ ->
          text("%s is the best with a chance of %.1f %%, %s", name, 100 * chance, record);
    };
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private long[] targets(List<Judgement> judgements) {
    long[] floors = new long[tracks.length];
    long[] caps = new long[tracks.length];
    long[] wishes = new long[tracks.length];
    long free = WHOLE_PPM;
    for (int i = 0; i < floors.length; i++) {
      boolean held = judgements.get(i).standing().isHeldDown();
      floors[i] = settings.floorPpm();
      caps[i] = held ? settings.floorPpm() : capPpm;
      free -= held ? settings.floorPpm() : 0;
    }
    for (int i = 0; i < wishes.length; i++) {
      wishes[i] = (long) Math.rint(judgements.get(i).share() * free);
    }
    return Targets.within(wishes, floors, caps, WHOLE_PPM);
  }

  /** Those that are held down give back at once. */
  private void release(List<Judgement> judgements, long[] targets, List<Shift> shifts) {
    for (int i = 0; i < weights.length; i++) {
      Judgement judgement = judgements.get(i);
      long released = weights[i] - targets[i];
      if (judgement.standing().isHeldDown() && released > 0) {
        weights[i] = targets[i];
        shifts.add(new Shift(names.get(i), RESERVE, released, judgement.reason()));
      }
    }
  }

  /**
   * The others move towards their targets, the reserve giving before the strategies, and all that
   * gain by the same part of their way, as those that lose.
   */
  private void divide(List<Judgement> judgements, long[] targets, List<Shift> shifts) {
    long[] gains = new long[weights.length];
    long[] losses = new long[weights.length];
    for (int i = 0; i < weights.length; i++) {
      gains[i] = Math.max(0, targets[i] - weights[i]);
      losses[i] = Math.max(0, weights[i] - targets[i]);
    }
    long all = Targets.sum(gains);
    if (all == 0 || all < settings.minShiftPpm()) {
      return;
    }
    long moved = Math.min(all, settings.maxShiftPpm());
    long ofReserve = Math.min(moved, all - Targets.sum(losses));
    long[] given = Arrays.copyOf(Targets.scaled(losses, moved - ofReserve), weights.length + 1);
    given[weights.length] = ofReserve;
    pair(given, Targets.scaled(gains, moved), judgements, shifts);
  }

  /** Who gives, the reserve last, gives to who gets, in their order. */
  private void pair(long[] losses, long[] gains, List<Judgement> judgements, List<Shift> shifts) {
    int to = 0;
    for (int from = 0; from < losses.length; from++) {
      while (losses[from] > 0) {
        if (gains[to] == 0) {
          to++;
          continue;
        }
        long ppm = Math.min(losses[from], gains[to]);
        losses[from] -= ppm;
        gains[to] -= ppm;
        shifts.add(move(from, to, ppm, judgements));
      }
    }
  }

  private Shift move(int from, int to, long ppm, List<Judgement> judgements) {
    weights[to] += ppm;
    String receiver = judgements.get(to).reason();
    if (from == weights.length) {
      return new Shift(RESERVE, names.get(to), ppm, receiver);
    }
    weights[from] -= ppm;
    String reason = judgements.get(from).reason() + "; " + receiver;
    return new Shift(names.get(from), names.get(to), ppm, reason);
  }

  /** Weights lie within floor and cap and leave a reserve of 0 or more. */
  public void checkInvariants() {
    for (long weight : weights) {
      Check.invariant(
          weight >= settings.floorPpm(),
          "a weight must be >= %s ppm, was %s",
          settings.floorPpm(),
          weight);
      Check.invariant(weight <= capPpm, "a weight must be <= %s ppm, was %s", capPpm, weight);
    }
    Check.invariant(reservePpm() >= 0, "the reserve must be >= 0 ppm, was %s", reservePpm());
  }

  @Override
  public void save(StateWriter out) {
    out.section("allocator", 1).writeLongs(weights).writeBoolean(hasRebalanced).writeLong(slotNs);
    deviates.save(out);
    for (Track track : tracks) {
      track.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("allocator", 1);
    in.readLongs(weights);
    hasRebalanced = in.readBoolean();
    slotNs = in.readLong();
    deviates.load(in);
    for (Track track : tracks) {
      track.load(in);
    }
  }
}
