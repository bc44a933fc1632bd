package io.tradewind.store.records;

/** How the way from the audit to the database is. */
public sealed interface RecordState {

  /**
   * Everything is in it.
   *
   * @param line number of the last line
   */
  record Writing(long line) implements RecordState {}

  /**
   * It is being filled.
   *
   * @param lines that are missing
   * @param sinceNs since when
   */
  record Behind(long lines, long sinceNs) implements RecordState {}

  /**
   * It cannot be used. Trading goes on; what is missing is in the audit.
   *
   * @param lines that are missing, as far as is known
   * @param sinceNs since when
   * @param trouble why, with what to do
   * @param nextTryNs when it is tried again
   */
  record Away(long lines, long sinceNs, DatabaseTrouble trouble, long nextTryNs)
      implements RecordState {}
}
