package io.tradewind.research.bias;

import java.util.function.DoubleConsumer;

/** How far several runs are, each counted alike. */
final class Work {
  private final DoubleConsumer progress;
  private int planned;
  private int done;

  /**
   * None planned yet.
   *
   * @param progress hears what share is done, 0 to 1
   */
  Work(DoubleConsumer progress) {
    this.progress = progress;
  }

  void plan(int runs) {
    planned += runs;
  }

  /** Begins a run; what is returned hears how far that is. */
  DoubleConsumer begin() {
    return share -> progress.accept(Math.min(1, (done + share) / Math.max(1, planned)));
  }

  void end() {
    done++;
  }
}
