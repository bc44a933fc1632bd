package io.tradewind.store.audit;

/** What a verifier found. */
public sealed interface AuditVerdict {

  /**
   * Every line follows on the one before.
   *
   * @param lines how many, without the first ones of files
   * @param sequence of the last decision, 0 if there is none
   * @param lastHash of the last line; keep it, or tell it to somebody
   */
  record Whole(long lines, long sequence, String lastHash) implements AuditVerdict {}

  /**
   * It is broken; up to the line before it is whole.
   *
   * @param fault in which way
   * @param file its name
   * @param row in the file, from 1
   * @param line number of the line that is not what it should be
   * @param text for people, with the place
   */
  record Broken(Fault fault, String file, int row, long line, String text)
      implements AuditVerdict {}

  /** In which way an audit can be broken. */
  enum Fault {
    /** A line is there and is not what it was. */
    CHANGED,
    /** A line, or a file, is not there. */
    MISSING,
    /** Lines are not in their order. */
    SWAPPED,
    /** It ends before the line that is known to have been the last. */
    CUT_OFF,
    /** A line that was being written when the system went down; opening the audit cuts it off. */
    TORN_END,
    /** A file of another audit, or of a newer version. */
    FOREIGN
  }
}
