package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.venues.binance.model.UserEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is held, as the venue last told: free balances of spot, positions of futures. */
final class Holdings {
  private final Map<String, BigDecimal> free = new TreeMap<>();
  private final Map<String, BigDecimal> all = new TreeMap<>();
  private final Map<InstrumentId, Long> positions = new TreeMap<>();

  void onEvent(UserEvent event) {
    if (event instanceof UserEvent.Balances balances) {
      onBalances(balances.balances());
    } else if (event instanceof UserEvent.AccountUpdate update) {
      onPositions(update.positions());
    }
  }

  void onBalances(List<UserEvent.Balance> balances) {
    for (UserEvent.Balance each : balances) {
      free.put(each.asset(), each.free());
      all.put(each.asset(), each.free().add(each.locked()));
    }
  }

  void onPositions(List<UserEvent.PositionUpdate> some) {
    some.stream()
        .filter(each -> each.positionSide().equals("BOTH"))
        .forEach(each -> positions.put(each.instrument(), each.qtyScaled()));
  }

  /** Of all positions; what is not among them is flat. */
  void onAllPositions(List<UserEvent.PositionUpdate> whole) {
    positions.clear();
    onPositions(whole);
  }

  AccountView view(long askedNs) {
    Map<InstrumentId, Long> open = new TreeMap<>(positions);
    open.values().removeIf(qty -> qty == 0);
    return new AccountView(askedNs, all, open);
  }

  /**
   * What of an instrument can be sold, or has to be bought back; at least 0, in its scale, and no
   * more than half of what that holds.
   */
  long heldScaled(Instrument instrument) {
    if (instrument.id().market() == Market.PERP) {
      return Math.abs(positions.getOrDefault(instrument.id(), 0L));
    }
    BigDecimal base = free.getOrDefault(instrument.id().base(), BigDecimal.ZERO);
    // Of some coins an account holds more than a number of their scale can be of.
    BigDecimal most = FixedPoint.toDecimal(Long.MAX_VALUE / 2, instrument.qtyScale());
    return FixedPoint.fromDecimal(base.min(most), instrument.qtyScale(), RoundingMode.FLOOR);
  }
}
