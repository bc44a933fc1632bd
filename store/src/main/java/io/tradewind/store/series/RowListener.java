package io.tradewind.store.series;

/** What is told about rows that do not come in, or not in order; lines are those of the file. */
public interface RowListener {
  /** A row repeats one that was there before. */
  void identical(long droppedLine, long keptLine);

  /** A row has the place of another and other values; the later one is kept. */
  void conflicting(long droppedLine, long keptLine);

  /** A row stands before a row with an earlier time. */
  void outOfOrder(long outLine);
}
