package io.tradewind.store.journal;

/**
 * Where a journal ends.
 *
 * @param segment number of its last file, 0 of a new journal
 * @param sequence of its last entry that is whole, 0 of a new journal
 * @param cutBytes what lay behind it and was no whole entry, such as a crash leaves
 */
public record JournalEnd(long segment, long sequence, long cutBytes) {
  /** Of a journal that does not exist yet. */
  public static final JournalEnd NEW = new JournalEnd(0, 0, 0);
}
