package io.tradewind.store.records;

/**
 * How far a session's audit is in the database.
 *
 * @param line number of the last line that is, 0 for none
 * @param hash of that line; empty for none
 */
public record Cursor(long line, String hash) {
  /** Nothing yet. */
  public static final Cursor START = new Cursor(0, "");
}
