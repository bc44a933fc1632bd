package io.tradewind.analytics.random;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** Random numbers of the distributions that simulations draw from, a function of the seed alone. */
public final class Deviates implements Stateful {
  /** The last bits of a draw choose the block, the first 53 the place within it. */
  private static final int BLOCKS = 128;

  private static final int PLACE_SHIFT = 11;

  /** Where the lowest block ends and the tail begins. */
  private static final double TAIL = 3.442619855899;

  /** The area of each block under {@code exp(-x^2 / 2)}, the tail counted to the lowest. */
  private static final double AREA = 9.91256303526217e-3;

  /** Right edges of the blocks, the lowest first; the lowest as wide as its area makes it. */
  private static final double[] EDGES = edges();

  /** {@code exp(-x^2 / 2)} at the edges. */
  private static final double[] HEIGHTS = heights();

  private final SplitMix random;

  /** Any seed, equal seeds give equal streams. */
  public Deviates(long seed) {
    this.random = new SplitMix(seed);
  }

  /** From 0 up to but not including 1. */
  public double uniform() {
    return random.nextDouble();
  }

  /**
   * Standard normal, by the ziggurat of G. Marsaglia and W. Tsang (2000), "The ziggurat method for
   * generating random variables", Journal of Statistical Software 5(8), in the form of J. Doornik
   * (2005), "An improved ziggurat method to generate normal random samples", with 128 blocks. He
   * draws block and place one after the other; here they are disjoint bits of one draw. The tail is
   * that of G. Marsaglia (1964), "Generating a variable from the tail of the normal distribution",
   * Technometrics 6.
   */
  public double normal() {
    while (true) {
      long bits = random.nextLong();
      int block = (int) bits & (BLOCKS - 1);
      double x = (bits >> PLACE_SHIFT) * 0x1p-52 * EDGES[block];
      if (Math.abs(x) < EDGES[block + 1]) {
        return x;
      }
      if (block == 0) {
        return Math.copySign(tail(), x);
      }
      double height = HEIGHTS[block] + uniform() * (HEIGHTS[block + 1] - HEIGHTS[block]);
      if (height < StrictMath.exp(-0.5 * x * x)) {
        return x;
      }
    }
  }

  private double tail() {
    while (true) {
      double beyond = exponential() / TAIL;
      if (2 * exponential() >= beyond * beyond) {
        return TAIL + beyond;
      }
    }
  }

  /** Exponential with mean 1, {@code -log(1 - u)}. */
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /**
   * Gamma with a shape and scale 1, by G. Marsaglia and W. Tsang (2000), "A simple method for
   * generating gamma variables", ACM Transactions on Mathematical Software 26.
   *
   * @param shape at least 1
   */
  public double gamma(double shape) {
    if (!(shape >= 1)) { // a check of its own, so that nothing is boxed for a draw
      Check.argument(false, "shape must be >= 1, was %s", shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = normal();
      double root = 1 + c * x;
      double v = root * root * root;
      if (v > 0 && accepts(x, v, d)) {
        return d * v;
      }
    }
  }

  /** The first question is answered without a logarithm and says yes 19 times of 20. */
  private boolean accepts(double x, double v, double d) {
    double u = 1 - uniform();
    return u < 1 - 0.0331 * x * x * x * x
        || StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v));
  }

  private static double[] edges() {
    double[] edges = new double[BLOCKS + 1];
    edges[0] = AREA / StrictMath.exp(-0.5 * TAIL * TAIL);
    edges[1] = TAIL;
    for (int i = 2; i < BLOCKS; i++) {
      double before = edges[i - 1];
      edges[i] =
          Math.sqrt(-2 * StrictMath.log(AREA / before + StrictMath.exp(-0.5 * before * before)));
    }
    return edges;
  }

  private static double[] heights() {
    double[] heights = new double[EDGES.length];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = StrictMath.exp(-0.5 * EDGES[i] * EDGES[i]);
    }
    return heights;
  }

  @Override
  public void save(StateWriter out) {
    random.save(out.section("deviates", 1));
  }

  @Override
  public void load(StateReader in) {
    in.section("deviates", 1);
    random.load(in);
  }
}
