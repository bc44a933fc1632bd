package io.tradewind.store.records;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.LinkedHashMap;
import java.util.List;
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
    String old = "time_ns < ?";
    List<Rule> rules =
        List.of(
            new Rule("equity", "kind = 'intraday' AND " + old, intradayDays),
            new Rule("event", "about <> 'refusal' AND " + old, eventDays),
            new Rule("event", "about = 'refusal' AND " + old, refusalDays),
            new Rule("reconciliation_difference", old, reconciliationDays),
            new Rule("reconciliation", old, reconciliationDays),
            // One that is not over is kept however old it is.
            new Rule("incident", "ended_ns < ?", incidentDays));
    Map<String, Long> deleted = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule.days() > 0) {
        long rows = rule.delete(database, nowNs - rule.days() * Utc.DAY_NS);
        deleted.merge(rule.table(), rows, Long::sum);
      }
    }
    return deleted;
  }

  /** What is deleted from a table. */
  private record Rule(String table, String expired, int days) {
    long delete(Database database, long beforeNs) {
      String sql =
          "DELETE FROM %1$s WHERE (session, line) IN"
              + " (SELECT session, line FROM %1$s WHERE %2$s LIMIT %3$d)";
      String portioned = sql.formatted(table, expired, PORTION);
      long sum = 0;
      int portion;
      do {
        portion =
            database.write(handle -> handle.createUpdate(portioned).bind(0, beforeNs).execute());
        sum += portion;
      } while (portion > 0);
      return sum;
    }
  }
}
