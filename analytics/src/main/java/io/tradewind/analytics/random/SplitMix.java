package io.tradewind.analytics.random;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/**
 * A stream of numbers that is a function of its seed alone, for simulations and for the beginnings
 * of a search. The generator SplitMix64 of G. Steele, D. Lea and C. Flood (2014), "Fast splittable
 * pseudorandom number generators", OOPSLA; period 2^64. {@link #nextLong} and {@link #nextDouble}
 * give what {@code java.util.SplittableRandom} gives, which has constructors without a seed and is
 * therefore not used here.
 */
public final class SplitMix implements Stateful {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  /** Any seed, equal seeds give equal streams. */
  public SplitMix(long seed) {
    this.state = seed;
  }

  /**
   * One number of the stream of a seed without those before it, for seeds of streams of their own:
   * no two numbers of a stream are the same.
   *
   * @param index from 0
   */
  public static long at(long seed, long index) {
    return mix(seed + (index + 1) * GOLDEN_GAMMA);
  }

  /** 64 bits. */
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** From 0 up to but not including 1, in steps of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * From 0 up to but not including the bound, each as likely as the other but for one part in
   * {@code 2^64 / bound}. Source: D. Lemire (2019), "Fast random integer generation in an
   * interval", ACM TOMACS 29, without his rejection step.
   *
   * @param bound at least 1
   */
  public int nextInt(int bound) {
    Check.argument(bound >= 1, "bound must be >= 1, was %s", bound);
    return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(state);
  }

  @Override
  public void load(StateReader in) {
    state = in.readLong();
  }
}
