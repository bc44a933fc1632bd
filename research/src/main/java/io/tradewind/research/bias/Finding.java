package io.tradewind.research.bias;

import java.util.List;

/**
 * Something that is wrong.
 *
 * @param kind what it is
 * @param runs how many runs showed it
 * @param differences what showed it, in the order of time
 */
public record Finding(Kind kind, int runs, List<Difference> differences) {
  /** Copies the list. */
  public Finding {
    differences = List.copyOf(differences);
  }

  /** What can be wrong. */
  public enum Kind {
    /** Two runs on the same candles, each with classes of its own, differ. */
    NOT_REPEATABLE("run twice on the same candles it does not say the same"),
    /** A run differs when another went before it in the same classes. */
    SHARED_STATE("a static field carries what one run saw into the next"),
    /** Without the candles after it a run says something else. */
    FUTURE_CUT_OFF("it says something else when the candles that follow are not there"),
    /** With other candles after it a run says something else. */
    FUTURE_REPLACED("it says something else when other candles follow"),
    /** The same candles under other dates make it say something else. */
    KNOWS_DATES("it knows these dates: the same candles 28 years before make it say other things"),
    /** A feature takes the same values on whatever candles. */
    KNOWS_ANSWERS("a feature has the same values on quite other candles: it does not read them"),
    /** The same candles in a currency of half the worth make it say something else. */
    HOLDS_PRICES(
        "it holds prices or sums of money, fitted or of candles to come: with all of them doubled"
            + " it says other things"),
    /** The same candles with twice the volume make it say something else. */
    HOLDS_VOLUMES(
        "it holds volumes, fitted or of candles to come: with all of them doubled it says other"
            + " things"),
    /** Hardly a signal is left when the last digits of prices and volumes are others. */
    HANGS_ON_DIGITS(
        "it falls silent when prices and volumes differ in their last digits, as if it looked them"
            + " up in a table"),
    /** A feature of a window is shown before its window is full. */
    READY_TOO_EARLY("a feature says that it is ready before its values are right"),
    /** A feature comes nearer to what it should be, but the history before the span ends first. */
    WARM_UP_TOO_SHORT("a feature has not settled when the span begins"),
    /** A feature does not come nearer. */
    NEVER_SETTLES("a feature hangs on where its history begins, however long that is"),
    /** Signals differ although the history is long. */
    SIGNALS_HANG_ON_START(
        "its signals hang on where the history begins, as if it counted candles or remembers long");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }

    /** Whether there may be a fair reason for it, which only its author can give. */
    public boolean mayBeFair() {
      return switch (this) {
        case KNOWS_DATES, HOLDS_PRICES, HOLDS_VOLUMES, HANGS_ON_DIGITS -> true;
        case NOT_REPEATABLE,
            SHARED_STATE,
            FUTURE_CUT_OFF,
            FUTURE_REPLACED,
            KNOWS_ANSWERS,
            READY_TOO_EARLY,
            WARM_UP_TOO_SHORT,
            NEVER_SETTLES,
            SIGNALS_HANG_ON_START ->
            false;
      };
    }
  }
}
