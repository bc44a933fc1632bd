package io.tradewind.core.allocation;

import java.util.List;

/**
 * What was decided at a time. Weights and reserve sum to a million.
 *
 * @param timeNs when
 * @param shares by strategy
 * @param reservePpm what no strategy has
 * @param shifts what is moved, none if all stays
 */
public record Allocation(long timeNs, List<Share> shares, long reservePpm, List<Shift> shifts) {

  /** Copies the lists. */
  public Allocation {
    shares = List.copyOf(shares);
    shifts = List.copyOf(shifts);
  }

  /**
   * A strategy's part.
   *
   * @param name of the strategy
   * @param ppm what it has from now on
   * @param targetPpm what it would have if shifts had no bound
   * @param standing how it was looked at
   * @param reason with figures
   */
  public record Share(String name, long ppm, long targetPpm, Standing standing, String reason) {}
}
