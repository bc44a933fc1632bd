package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Instrument;
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
  private final Map<String, Long> positions = new TreeMap<>();

  void onEvent(UserEvent event) {
    if (event instanceof UserEvent.Balances balances) {
      onBalances(balances.balances());
    } else if (event instanceof UserEvent.AccountUpdate update) {
      onPositions(update.positions());
    }
  }

  void onBalances(List<UserEvent.Balance> balances) {
    balances.forEach(each -> free.put(each.asset(), each.free()));
  }

  void onPositions(List<UserEvent.PositionUpdate> all) {
    all.stream()
        .filter(each -> each.positionSide().equals("BOTH"))
        .forEach(each -> positions.put(each.instrument().toString(), each.qtyScaled()));
  }

  /**
   * What of an instrument can be sold, or has to be bought back; at least 0, in its scale, and no
   * more than half of what that holds.
   */
  long heldScaled(Instrument instrument) {
    if (instrument.id().market() == Market.PERP) {
      return Math.abs(positions.getOrDefault(instrument.id().toString(), 0L));
    }
    BigDecimal base = free.getOrDefault(instrument.id().base(), BigDecimal.ZERO);
    // Of some coins an account holds more than a number of their scale can be of.
    BigDecimal most = FixedPoint.toDecimal(Long.MAX_VALUE / 2, instrument.qtyScale());
    return FixedPoint.fromDecimal(base.min(most), instrument.qtyScale(), RoundingMode.FLOOR);
  }
}
