package io.tradewind.store.records;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many days are kept, by kind; 0 keeps all. Sessions, orders, fills, trades with their story
 * and the equity of days are always kept. The audit is not touched: a database that is built anew
 * has everything until it is cleaned up.
 */
public record Retention(
    int intradayDays, int eventDays, int refusalDays, int reconciliationDays, int incidentDays) {
  /** A quarter for what there is much of, two years for the rest. */
  public static final Retention USUAL = new Retention(90, 730, 90, 90, 730);

  private static final int PORTION = 10_000;

  /** Checks the ranges. */
  public Retention {
    int least =
        Math.min(
            Math.min(intradayDays, eventDays),
            Math.min(refusalDays, Math.min(reconciliationDays, incidentDays)));
    Check.argument(least >= 0, "days to keep must be >= 0, were %s", least);
  }

  /**
   * Deletes what is older, in portions, so that nobody waits long.
   *
   * @return how many rows, by table and kind
   */
  public Map<String, Long> cleanUp(Database database, long nowNs) {
    Map<String, Long> deleted = new LinkedHashMap<>();
    String time = "time_ns < ?";
    clean(database, deleted, nowNs, intradayDays, "equity", "kind = 'intraday' AND " + time);
    clean(database, deleted, nowNs, eventDays, "event", "about <> 'refusal' AND " + time);
    clean(database, deleted, nowNs, refusalDays, "event", "about = 'refusal' AND " + time);
    clean(database, deleted, nowNs, reconciliationDays, "reconciliation_difference", time);
    clean(database, deleted, nowNs, reconciliationDays, "reconciliation", time);
    // One that is not over is kept however old it is.
    clean(database, deleted, nowNs, incidentDays, "incident", "ended_ns < ?");
    return deleted;
  }

  private static void clean(
      Database database,
      Map<String, Long> deleted,
      long nowNs,
      int days,
      String table,
      String expired) {
    if (days == 0) {
      return;
    }
    long before = nowNs - days * Utc.DAY_NS;
    String sql =
        "DELETE FROM %1$s WHERE (session, line) IN (SELECT session, line FROM %1$s WHERE %2$s LIMIT %3$d)"
            .formatted(table, expired, PORTION);
    int portion;
    do {
      portion = database.write(handle -> handle.createUpdate(sql).bind(0, before).execute());
      deleted.merge(table, (long) portion, Long::sum);
    } while (portion > 0);
  }
}
