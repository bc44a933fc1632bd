package io.tradewind.store.importer;

/**
 * A line that was not taken in as it stands.
 *
 * @param file name of the file, with the entry for an archive ({@code a.zip!b.csv})
 * @param line from 1; in JSON, the line on which the row ends
 * @param reason what is wrong with it, for the user
 */
public record BrokenLine(String file, long line, String reason) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + reason;
  }
}
