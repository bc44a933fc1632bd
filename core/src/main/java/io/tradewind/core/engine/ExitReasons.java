package io.tradewind.core.engine;

import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.stop.StopLevel;
import io.tradewind.core.stop.StopRule;
import io.tradewind.core.stop.StopState;
import io.tradewind.core.trade.ExitReason;
import java.util.Optional;

/** Why trades end, by the orders that end them. */
final class ExitReasons {
  private final StopState[] stops;
  private final OpenTrade[] trades;
  private final ExitSteps steps;

  ExitReasons(StopState[] stops, OpenTrade[] trades, ExitSteps steps) {
    this.stops = stops;
    this.trades = trades;
    this.steps = steps;
  }

  /** Why a trade ended whose last fill was of this order. */
  ExitReason of(Order order) {
    return order.intent().purpose() == OrderPurpose.STOP && hasTrailed(order)
        ? ExitReason.TRAILING_STOP
        : of(order.intent().purpose());
  }

  /** Why a trade ended whose last fill was of an order for this. */
  static ExitReason of(OrderPurpose purpose) {
    return switch (purpose) {
      case STOP -> ExitReason.STOP;
      case TARGET -> ExitReason.TARGET;
      case ROI -> ExitReason.ROI;
      case TIME_EXIT -> ExitReason.TIME;
      case BREAKER -> ExitReason.BREAKER;
      case EMERGENCY -> ExitReason.EMERGENCY;
      case END -> ExitReason.END;
      case RELEASE -> ExitReason.RELEASE;
      case SIGNAL_EXIT, REDUCE, ENTRY, ADD, HEDGE -> ExitReason.SIGNAL;
    };
  }

  /** Whether the strategy wanted it so: it ended neither at a loss limit nor by others. */
  static boolean isWished(ExitReason reason) {
    return switch (reason) {
      case SIGNAL, TARGET, ROI -> true;
      case STOP, TRAILING_STOP, TIME, RELEASE, BREAKER, EMERGENCY, LIQUIDATION, OUTSIDE, END ->
          false;
    };
  }

  private boolean hasTrailed(Order order) {
    int instrument = order.intent().instrument();
    if (stops[instrument].hasMoved()) {
      return true;
    }
    Optional<StopLevel> first = stops[instrument].order();
    return order.intent().terms() instanceof OrderTerms.TrailingStop
        && (first.isEmpty()
            || first.get().setBy() instanceof StopRule.TrailingPercent
            || order.triggerLevelScaled()
                != steps.price(instrument, first.get().price(), trades[instrument].entryTimeNs()));
  }
}
