package io.tradewind.analytics.regime;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Holds on to one of several states while their scores move to and fro. A state is left when its
 * score is below one threshold and another's, the greatest, has been at or above a higher one for a
 * number of bars in a row; so a state lasts at least as many bars. Between the thresholds, and
 * where scores are NaN, all stays as it is. The two thresholds are those of O. Schmitt (1938), "A
 * thermionic trigger", Journal of Scientific Instruments 15.
 *
 * <p>The first scores that are not NaN decide the first state, the greatest at once.
 */
public final class Hysteresis implements Resettable {
  private static final int NONE = -1;

  private final double enter;
  private final double leave;
  private final int minimumBars;
  private int state = NONE;
  private int challenger = NONE;
  private int bars;

  /**
   * By scores from 0 to 1.
   *
   * @param enter the score to be entered at, 0 to 1
   * @param leave the score to be left below, 0 to enter
   * @param minimumBars how many bars a state must call in a row, at least 1
   */
  public Hysteresis(double enter, double leave, int minimumBars) {
    Check.argument(enter >= 0 && enter <= 1, "enter must be 0 to 1, was %s", enter);
    Check.argument(leave >= 0 && leave <= enter, "leave must be 0 to enter, was %s", leave);
    Check.argument(minimumBars >= 1, "minimumBars must be >= 1, was %s", minimumBars);
    this.enter = enter;
    this.leave = leave;
    this.minimumBars = minimumBars;
  }

  /**
   * Takes the scores of the next bar.
   *
   * @param scores {@code [states]}
   */
  public void update(double[] scores) {
    int greatest = greatest(scores);
    if (greatest == NONE) {
      bars = 0;
    } else if (state == NONE) {
      state = greatest;
    } else {
      count(greatest, calls(greatest, scores));
    }
  }

  private boolean calls(int greatest, double[] scores) {
    return greatest != state && scores[greatest] >= enter && scores[state] < leave;
  }

  private void count(int greatest, boolean calls) {
    bars = !calls ? 0 : greatest == challenger ? bars + 1 : 1;
    challenger = calls ? greatest : NONE;
    if (bars >= minimumBars) {
      state = challenger;
      challenger = NONE;
      bars = 0;
    }
  }

  /** The first of the greatest, or none if a score is NaN. */
  private static int greatest(double[] scores) {
    int greatest = 0;
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        return NONE;
      }
      if (scores[i] > scores[greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }

  /** Whether there is a state. */
  public boolean isReady() {
    return state != NONE;
  }

  /**
   * The state that is held.
   *
   * @throws IllegalStateException if there is none yet
   */
  public int state() {
    Check.invariant(state != NONE, "a state must have been entered, was %s", state);
    return state;
  }

  @Override
  public void reset() {
    state = NONE;
    challenger = NONE;
    bars = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.section("hysteresis", 1).writeInt(state).writeInt(challenger).writeInt(bars);
  }

  @Override
  public void load(StateReader in) {
    in.section("hysteresis", 1);
    state = in.readInt();
    challenger = in.readInt();
    bars = in.readInt();
  }
}
