package io.tradewind.venues.binance.model;

/** Why a text was not understood. */
public enum InputFault {
  /** No JSON, or cut off. */
  NOT_JSON,
  /** A field that it needs is not there. */
  MISSING_FIELD,
  /** A field is no number, text, list or object where it has to be one. */
  WRONG_TYPE,
  /** A number that cannot be read. */
  BAD_NUMBER,
  /** A number with more digits than the instrument's scale, or than fit. */
  INEXACT,
  /** A number or word outside of what can be. */
  BAD_VALUE,
  /** An instrument that nobody asked for. */
  UNKNOWN_SYMBOL,
  /** A kind of message that is not known. */
  UNKNOWN_EVENT
}
