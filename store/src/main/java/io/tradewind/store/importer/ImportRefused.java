package io.tradewind.store.importer;

import java.nio.file.Path;

/**
 * Nothing of the file was taken in.
 *
 * @param message for the user: the cause, and the way out
 */
public record ImportRefused(Path file, Reason reason, String message)
    implements CandleImport, TradeImport, FundingImport {

  /** Why. */
  public enum Reason {
    /** There is no such file. */
    NOT_FOUND,
    /** It is a folder, or reading it failed. */
    NOT_READABLE,
    /** There is nothing in it. */
    EMPTY,
    /** Neither text nor an archive of text, or its columns are not known. */
    UNKNOWN_SHAPE,
    /** Every line is broken. */
    NO_ROWS,
    /** Neither option nor name nor spacing gives the interval. */
    NO_INTERVAL,
    /** The rows are spaced by another interval than was given. */
    WRONG_INTERVAL,
    /** It holds one kind of data where another was asked for. */
    WRONG_KIND,
    /** It holds streams of another market than that of the symbol. */
    WRONG_MARKET,
    /** A kind of data that is not imported, such as mark prices. */
    UNSUPPORTED_KIND
  }
}
