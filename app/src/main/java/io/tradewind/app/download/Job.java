package io.tradewind.app.download;

import io.tradewind.store.catalog.MergeReport;
import io.tradewind.venues.binance.rest.Pages;
import java.util.List;

/**
 * One series to download. What the store has is the state: whoever was interrupted plans anew, and
 * asks for the rest.
 *
 * @param <R> a row of the venue's answers
 */
interface Job<R> {
  /** The series, for people. */
  String name();

  /**
   * What is still missing, stretch by stretch, rising in time.
   *
   * @param attempt how often an answer could not be read so far, from 0
   */
  List<Pages<R>> missing(int attempt);

  /** Rows came; some may be there already. */
  void take(List<R> rows);

  /** Puts what came into the store. */
  MergeReport store();

  /** How many rows wait to be stored. */
  int waiting();

  /** What share of the time asked for is downloaded, 0 to 1, by the latest row. */
  double share();
}
