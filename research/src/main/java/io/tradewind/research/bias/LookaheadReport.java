package io.tradewind.research.bias;

import java.util.List;

/**
 * What an examination for look-ahead came to.
 *
 * @param bars how many candles the strategy was told of
 * @param signals how many it raised
 * @param features that were compared, an output of several having its number
 * @param cutsNs the ends of the histories that were tried, rising
 * @param findings what is wrong, empty where nothing is
 * @param notices what kept the examination from seeing more
 */
public record LookaheadReport(
    int bars,
    int signals,
    List<String> features,
    List<Long> cutsNs,
    List<Finding> findings,
    List<Notice> notices) {
  /** Copies the lists. */
  public LookaheadReport {
    features = List.copyOf(features);
    cutsNs = List.copyOf(cutsNs);
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
  }

  /** What kept the examination from seeing more. */
  public enum Notice {
    /** No signal in the whole run. */
    NO_SIGNALS(true, "it raised no signal, so hardly anything could be compared"),
    /** The signals are the same on quite other candles. */
    PRICES_IGNORED(
        true,
        "its signals are the same on quite other candles: where they come from nobody can tell by"
            + " running it again"),
    /** A feature is the same on quite other candles, but also under other dates and from others. */
    CLOCK(
        false,
        "a feature has the same values on quite other candles, 28 years before and from a later"
            + " start: a clock, or a table by days of the year, by hours or the like"),
    /** An interval does not divide 28 years. */
    DATES_NOT_TRIED(
        false, "whether it knows dates was not tried: its intervals do not divide 28 years"),
    /** Too few candles, or features that do not settle. */
    COUNTS_NOT_TRIED(
        false,
        "whether it counts its candles was not tried: its features do not settle in half of them");

    private final boolean weakens;
    private final String text;

    Notice(boolean weakens, String text) {
      this.weakens = weakens;
      this.text = text;
    }

    /** Whether nothing can be concluded from finding nothing. */
    public boolean weakens() {
      return weakens;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (!findings.isEmpty()) {
      return Verdict.FOUND;
    }
    return notices.stream().anyMatch(Notice::weakens) ? Verdict.WEAK : Verdict.CLEAN;
  }
}
