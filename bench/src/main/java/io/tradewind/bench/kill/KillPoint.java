package io.tradewind.bench.kill;

/** Where a process can be told to die. */
enum KillPoint {
  /** Something is to be forced to disk and is not. */
  BEFORE_FORCE,
  /** It is on disk and has not gone out. */
  AFTER_FORCE,
  /** The first half of what is written to the journal is. */
  IN_WRITE,
  /** A new file of the journal is made, and is empty. */
  AFTER_CREATE,
  /** Half of a snapshot is in the file that is to become it. */
  IN_SNAPSHOT,
  /** A snapshot is whole and has its name, and the old ones are there yet. */
  AFTER_SNAPSHOT,
  /** An order, a change or a cancel is to be handed to the line. */
  BEFORE_SEND,
  /** It was handed to the line, and nobody has answered. */
  AFTER_SEND,
  /** The answer to it is there, and nobody has heard it. */
  ON_ANSWER
}
