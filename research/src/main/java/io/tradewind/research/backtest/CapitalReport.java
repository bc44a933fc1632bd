package io.tradewind.research.backtest;

import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.margin.Transferred;
import java.util.List;
import java.util.Optional;

/**
 * How capital was moved between the strategies.
 *
 * @param names of the strategies
 * @param decisions by which something was to be moved
 * @param last what was decided last; empty where nothing moves capital
 * @param transfers of cash, as far as it was free
 */
public record CapitalReport(
    List<String> names,
    List<Allocation> decisions,
    Optional<Allocation> last,
    List<Transferred> transfers) {
  /** Capital stayed where it was. */
  static final CapitalReport NONE =
      new CapitalReport(List.of(), List.of(), Optional.empty(), List.of());

  /** Copies the lists. */
  public CapitalReport {
    names = List.copyOf(names);
    decisions = List.copyOf(decisions);
    transfers = List.copyOf(transfers);
  }

  /** Sum of all transfers, in cash scale. */
  public long movedScaled() {
    return transfers.stream().mapToLong(Transferred::amountScaled).reduce(0, Math::addExact);
  }
}
