package io.tradewind.store.records;

import io.tradewind.core.audit.AuditRecord.FeatureSeen;
import io.tradewind.core.signal.Signal;
import java.util.List;

/** How the thought behind an entry lies in its columns. */
final class Idea {
  private Idea() {}

  /** The column of the signal. */
  record Said(Signal signal) {}

  /** The column of the features. */
  record Saw(List<FeatureSeen> features) {}
}
