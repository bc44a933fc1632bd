package io.tradewind.store.importer;

/** Takes the records of a file, part by part; an archive has a part for each entry. */
interface RecordSink {
  /** A part begins. */
  void begin(String part);

  /** A record with at least one field, unquoted and stripped. */
  void accept(long line, String[] fields);

  /** A record that names its fields itself, both of one length. */
  void accept(long line, String[] names, String[] fields);

  /** A line of a recording of streams. */
  void message(long line, String text);

  /** What was read last ends in the middle; line is where. */
  void truncated(long line, String reason);

  /** A line that cannot be taken apart. */
  void broken(long line, String reason);
}
