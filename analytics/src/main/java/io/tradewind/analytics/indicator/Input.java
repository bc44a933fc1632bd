package io.tradewind.analytics.indicator;

/** What an indicator is fed with. */
public enum Input {
  /** One series of numbers, by default the closes. */
  SERIES("series"),
  /** Two series side by side. */
  PAIR("two series"),
  /** Whole bars. */
  BARS("bars"),
  /** Whole bars with their times. */
  TIMED_BARS("bars and times"),
  /** Single trades. */
  TRADES("trades"),
  /** Best bid and ask. */
  QUOTES("quotes"),
  /** Several levels of the book. */
  DEPTH("book");

  private final String label;

  Input(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Of an indicator. */
  public static Input of(Indicator indicator) {
    return switch (indicator) {
      case SeriesIndicator _ -> SERIES;
      case PairIndicator _ -> PAIR;
      case BarIndicator _ -> BARS;
      case TimedBarIndicator _ -> TIMED_BARS;
      case TradeIndicator _ -> TRADES;
      case QuoteIndicator _ -> QUOTES;
      case DepthIndicator _ -> DEPTH;
    };
  }
}
