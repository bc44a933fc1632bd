package io.tradewind.bench.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run has seen; several threads add to it. */
public final class KillFigures {
  private final SortedMap<String, Integer> kills = new TreeMap<>();
  private final SortedMap<String, Integer> alone = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private int lives;
  private int looks;
  private long orders;
  private long fills;
  private long open;

  KillFigures() {}

  /** A process was started. */
  synchronized void life() {
    lives++;
  }

  /** One was killed. */
  synchronized void kill(String how) {
    kills.merge(how, 1, Integer::sum);
  }

  /** Happened so often while it was dead. */
  synchronized void alone(String what, int count) {
    alone.merge(what, count, Integer::sum);
  }

  /** It believed what the exchange knew, so many orders and positions that were open. */
  synchronized void look(int standing) {
    looks++;
    open += standing;
  }

  /** It did not. */
  synchronized void differ(String what) {
    differences.add(what);
    System.out.println(what);
  }

  /** What the exchange had in the end. */
  synchronized void traded(long newOrders, long newFills) {
    orders += newOrders;
    fills += newFills;
  }

  /** How many were killed. */
  public synchronized int kills() {
    return kills.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of them at a point that was chosen. */
  public synchronized int chosen() {
    return kills.entrySet().stream()
        .filter(each -> !each.getKey().startsWith("any time"))
        .mapToInt(each -> each.getValue())
        .sum();
  }

  /** How often all was compared. */
  public synchronized int looks() {
    return looks;
  }

  /** Orders that the exchange has had. */
  public synchronized long orders() {
    return orders;
  }

  /** Fills that the exchange has had. */
  public synchronized long fills() {
    return fills;
  }

  /** What was not as it must be. */
  public synchronized List<String> differences() {
    return List.copyOf(differences);
  }

  /** All in lines. */
  @Override
  public synchronized String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        ("%s lives, %s killed, %s times compared (%s orders and positions open), %s orders,"
                + " %s fills, %s differences%n")
            .formatted(lives, kills(), looks, open, orders, fills, differences.size()));
    alone.forEach((what, count) -> text.append("  while dead: %s %s%n".formatted(count, what)));
    kills.forEach((how, count) -> text.append("  %-32s %6d%n".formatted(how, count)));
    differences.stream().limit(20).forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }
}
