package io.tradewind.exchange.limit;

import io.tradewind.exchange.request.WireError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** New orders by account, in windows of several lengths. */
public final class OrderLimit {
  private final List<Rule> rules;
  private final Map<Long, List<FixedWindow>> accounts = new LinkedHashMap<>();
  private long placed;

  /**
   * So many orders in a time.
   *
   * @param unit SECOND, MINUTE or DAY, as the venue writes it
   * @param count how many of the unit
   * @param limit orders
   */
  public record Rule(String unit, int count, long limit) {
    private long lengthMs() {
      long one =
          switch (unit) {
            case "SECOND" -> 1000;
            case "MINUTE" -> 60_000;
            default -> 24 * 3_600_000L;
          };
      return count * one;
    }

    /** As headers have it, such as {@code 10S} or {@code 1D}. */
    public String label() {
      return count + unit.substring(0, 1);
    }
  }

  /**
   * How much of a rule is used.
   *
   * @param rule the rule
   * @param used orders in its window
   */
  public record Use(Rule rule, long used) {}

  /** Nothing is used. */
  public OrderLimit(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The rules. */
  public List<Rule> rules() {
    return rules;
  }

  /** Why an account may place nothing more now. */
  public Optional<WireError> refusal(long account, long nowMs) {
    List<FixedWindow> windows = windows(account);
    for (int i = 0; i < windows.size(); i++) {
      if (windows.get(i).isFull(nowMs)) {
        Rule rule = rules.get(i);
        String text =
            String.format(
                Locale.ROOT,
                "Too many new orders; current limit is %d orders per %d %s.",
                rule.limit(),
                rule.count(),
                rule.unit());
        return Optional.of(new WireError(429, -1015, text));
      }
    }
    return Optional.empty();
  }

  /** Orders were placed, or, below zero, given back since they were filled. */
  public void add(long account, int orders, long nowMs) {
    placed += Math.max(0, orders);
    windows(account).forEach(window -> window.add(nowMs, orders));
  }

  /** How many orders were placed by all. */
  public long placed() {
    return placed;
  }

  /** How much of each rule an account has used. */
  public List<Use> use(long account, long nowMs) {
    List<FixedWindow> windows = windows(account);
    List<Use> use = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      use.add(new Use(rules.get(i), windows.get(i).used(nowMs)));
    }
    return use;
  }

  /** Seconds until the longest full window of an account ends, at least one. */
  public long retryAfterSeconds(long account, long nowMs) {
    return windows(account).stream()
        .filter(window -> window.isFull(nowMs))
        .mapToLong(window -> window.secondsLeft(nowMs))
        .max()
        .orElse(1);
  }

  private List<FixedWindow> windows(long account) {
    return accounts.computeIfAbsent(
        account,
        key -> rules.stream().map(rule -> new FixedWindow(rule.lengthMs(), rule.limit())).toList());
  }
}
