package io.tradewind.research.backtest;

import io.tradewind.core.allocation.Allocation;
import io.tradewind.core.margin.Transferred;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers from the audit how capital was moved. */
final class CapitalLog {
  private final List<String> names;
  private final List<Allocation> decisions = new ArrayList<>();
  private final List<Transferred> transfers = new ArrayList<>();
  private Optional<Allocation> last = Optional.empty();

  CapitalLog(List<String> names) {
    this.names = names;
  }

  void onAllocated(Allocation allocation) {
    last = Optional.of(allocation);
    if (!allocation.shifts().isEmpty()) {
      decisions.add(allocation);
    }
  }

  void onTransfer(Transferred transfer) {
    if (transfer.amountScaled() > 0) {
      transfers.add(transfer);
    }
  }

  CapitalReport report() {
    return new CapitalReport(names, decisions, last, transfers);
  }
}
