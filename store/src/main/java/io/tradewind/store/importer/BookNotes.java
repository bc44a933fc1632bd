package io.tradewind.store.importer;

/**
 * What a recording had of a book.
 *
 * @param updates messages with levels that changed
 * @param snapshots whole books
 * @param unused updates that belong to no known book, since no snapshot came before them
 * @param gaps places where updates are missing; the book is not known from there to the next
 *     snapshot
 */
public record BookNotes(long updates, long snapshots, long unused, long gaps) {
  /** Of what is no recording. */
  public static final BookNotes NONE = new BookNotes(0, 0, 0, 0);
}
