package io.tradewind.app.download;

import io.tradewind.store.catalog.MergeReport;

/** Hears how a download goes. */
public interface Watcher {
  /** How far all series together are, 0 to 1. */
  void at(double share);

  /** A series is there. */
  void done(String series, MergeReport report);

  /** A series can't be had; what came of it is stored. */
  void gaveUp(String series, String reason);

  /** A series is asked for again after a while. */
  void waits(String series, String reason, long ns);
}
