package io.tradewind.core.golive;

import io.tradewind.analytics.check.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stage allows.
 *
 * @param realMoney whether orders cost something
 * @param leastCapital in USD, under which a stage shows nothing
 * @param mostCapital in USD, infinite where nothing limits
 * @param mostLeverage infinite where only the limits of risk hold
 * @param announcesTrades whether each trade is announced
 * @param durationNs how long it lasts at least
 */
public record StageTerms(
    boolean realMoney,
    double leastCapital,
    double mostCapital,
    double mostLeverage,
    boolean announcesTrades,
    long durationNs) {

  /** Checks the ranges. */
  public StageTerms {
    Check.argument(leastCapital >= 0, "leastCapital must be >= 0, was %s", leastCapital);
    Check.argument(
        mostCapital >= leastCapital, "mostCapital must be >= leastCapital, was %s", mostCapital);
    Check.argument(mostLeverage > 0, "mostLeverage must be > 0, was %s", mostLeverage);
    Check.argument(durationNs >= 0, "durationNs must be >= 0, was %s", durationNs);
  }

  /** What is wrong with a way of trading in this stage. */
  public enum Breach {
    /** Too little to show anything. */
    CAPITAL_UNDER("capital is under what the stage needs"),
    /** Too much at stake. */
    CAPITAL_OVER("capital is over what the stage allows"),
    /** Too much borrowed. */
    LEVERAGE_OVER("leverage is over what the stage allows");

    private final String text;

    Breach(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /** What a capital in USD and a leverage breach, mostly nothing; what is no number is over. */
  public List<Breach> breaches(double capital, double leverage) {
    List<Breach> breaches = new ArrayList<>();
    if (capital < leastCapital) {
      breaches.add(Breach.CAPITAL_UNDER);
    }
    if (!(capital <= mostCapital)) {
      breaches.add(Breach.CAPITAL_OVER);
    }
    if (!(leverage <= mostLeverage)) {
      breaches.add(Breach.LEVERAGE_OVER);
    }
    return breaches;
  }
}
