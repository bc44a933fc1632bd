package io.tradewind.research.report;

/** Which points of equity go into the JSON of a run. */
public enum EquityMode {
  /** The start and each end of a UTC day. */
  DAILY,
  /** Each close of a candle; the run must have kept them. */
  CANDLE
}
