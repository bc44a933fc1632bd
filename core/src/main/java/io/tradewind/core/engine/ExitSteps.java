package io.tradewind.core.engine;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.stop.StopLevel;
import io.tradewind.core.stop.StopRule;
import io.tradewind.core.stop.StopState;
import io.tradewind.core.stop.TakeProfit;
import io.tradewind.core.trade.Direction;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Prices of exits on the tick, and what targets take on the lot. */
final class ExitSteps {
  private final List<Instrument> instruments;
  private final Portfolio portfolio;
  private final OpenTrade[] trades;

  ExitSteps(List<Instrument> instruments, Portfolio portfolio, OpenTrade[] trades) {
    this.instruments = instruments;
    this.portfolio = portfolio;
    this.trades = trades;
  }

  double tick(int instrument, long timeNs) {
    Instrument i = instruments.get(instrument);
    return Crossing.toDouble(i.rulesAt(timeNs).tickScaled(), i.priceScale());
  }

  /** On the tick, to the safe side: a long sells no lower, a short buys no higher. */
  long price(int instrument, double price, long timeNs) {
    Instrument i = instruments.get(instrument);
    long tick = i.rulesAt(timeNs).tickScaled();
    return trades[instrument].direction() == Direction.LONG
        ? Crossing.sellPrice(price, i.priceScale(), tick)
        : Crossing.buyPrice(price, i.priceScale(), tick);
  }

  /**
   * The terms of a stop; empty where there is none yet.
   *
   * @param trails whether the venue moves it along
   */
  Optional<OrderTerms> stop(int instrument, StopState state, boolean trails, long timeNs) {
    Optional<StopLevel> level = trails ? state.order() : state.level();
    OptionalLong standing =
        level.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(price(instrument, level.get().price(), timeNs));
    Optional<StopRule.TrailingPercent> trailing =
        trails ? state.plan().trailing() : Optional.empty();
    if (trailing.isEmpty()) {
      return standing.isEmpty()
          ? Optional.empty()
          : Optional.of(new OrderTerms.Stop(standing.getAsLong()));
    }
    double entry = trades[instrument].entryPrice();
    int sign = trades[instrument].direction().sign();
    double activation =
        Math.max(tick(instrument, timeNs), entry * (1 + sign * trailing.get().offset()));
    return Optional.of(
        new OrderTerms.TrailingStop(
            standing,
            Crossing.ppm(trailing.get().distance()),
            price(instrument, activation, timeNs)));
  }

  /** A share of what is held; 0 under the venue's minimum. */
  long share(int instrument, double share, long timeNs) {
    Instrument i = instruments.get(instrument);
    TradingRules now = i.rulesAt(timeNs);
    double held = Crossing.toDouble(heldScaled(instrument), i.qtyScale());
    long qty = Crossing.qty(share * held, i.qtyScale(), now.lotScaled());
    return qty < Math.max(now.lotScaled(), now.minQtyScaled()) ? 0 : qty;
  }

  /** What a step of the ladder still has to take; nothing under the venue's minimum. */
  long rung(int instrument, List<TakeProfit> ladder, int index, long timeNs) {
    TradingRules now = instruments.get(instrument).rulesAt(timeNs);
    long part =
        TakeProfit.partScaled(
            ladder,
            index,
            heldScaled(instrument),
            trades[instrument].exitQtyScaled(),
            now.lotScaled());
    return part < now.minQtyScaled() ? 0 : part;
  }

  /**
   * What a target still has to take, so that each takes an equal part of all that was bought, also
   * where some of it is bought after the first targets have been reached.
   */
  long part(int instrument, int index, int parts, long timeNs) {
    TradingRules now = instruments.get(instrument).rulesAt(timeNs);
    long held = heldScaled(instrument);
    long closed = trades[instrument].exitQtyScaled();
    long whole = FixedPoint.toStep((held + closed) / parts, now.lotScaled(), RoundingMode.DOWN);
    long part = Math.clamp((index + 1) * whole - closed, 0, whole);
    long onLot = FixedPoint.toStep(part, now.lotScaled(), RoundingMode.DOWN);
    return onLot < now.minQtyScaled() ? 0 : onLot;
  }

  private long heldScaled(int instrument) {
    return Math.abs(portfolio.position(instrument).qtyScaled());
  }
}
