package io.tradewind.core.engine;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.risk.sizing.LeverageDecision;
import io.tradewind.core.risk.sizing.LeveragePolicy;
import io.tradewind.core.risk.sizing.LeverageRule;
import io.tradewind.core.risk.sizing.LiquidationDistance;
import io.tradewind.core.risk.sizing.Sizer;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** At which leverage a book's contracts are held. */
final class LeverageDesk {
  private static final double MILLION = 1e6;

  private final MarginMode mode;
  private final RiskDesk risk;
  private final Portfolio portfolio;
  private final OrderDesk orders;

  LeverageDesk(MarginMode mode, RiskDesk risk, Portfolio portfolio, OrderDesk orders) {
    this.mode = mode;
    this.risk = risk;
    this.portfolio = portfolio;
    this.orders = orders;
  }

  /**
   * The leverage that the position will be held at. While there is one, only that of now: it cannot
   * be lowered, and what was reckoned safe for less is not for more.
   */
  LeverageDecision decide(Entry entry, Sizer.Situation now) {
    if (!entry.isOfContracts()) {
      return new LeverageDecision.Hold(1, LeverageRule.SIGNAL);
    }
    return switch (wished(entry, now)) {
      case LeverageDecision.Hold hold when !portfolio.position(entry.index()).isFlat() ->
          asItStands(entry, hold);
      case LeverageDecision.Hold hold -> hold;
      case LeverageDecision.Refuse refuse -> refuse;
    };
  }

  private LeverageDecision wished(Entry entry, Sizer.Situation now) {
    double wish = Sizer.wanted(entry.signal().size(), now, entry.signal().leverage()).budget();
    Instrument instrument = entry.instrument();
    MarginTier tier =
        instrument
            .margin()
            .tier(Crossing.amount(wish, instrument.cashScale(), RoundingMode.CEILING));
    if (risk.settings().leverage().isEmpty()) {
      int lent = (int) Math.min(entry.signal().leverage(), tier.maxLeverage());
      return new LeverageDecision.Hold(lent, LeverageRule.SIGNAL);
    }
    return risk.settings()
        .leverage()
        .get()
        .decide(
            new LeveragePolicy.Situation(
                entry.signal().leverage(),
                entry.signal().confidence(),
                risk.market().volatility(entry.index()),
                tier.maxLeverage(),
                entry.stop().isPresent()
                    ? OptionalDouble.of(entry.stopDistance())
                    : OptionalDouble.empty()),
            LiquidationDistance.isolated(
                entry.signal().direction(), tier.maintenancePpm() / MILLION));
  }

  private LeverageDecision asItStands(Entry entry, LeverageDecision.Hold hold) {
    int standing = portfolio.leverage(entry.index());
    return standing <= hold.leverage()
        ? new LeverageDecision.Hold(standing, hold.boundBy())
        : new LeverageDecision.Refuse(
            hold.boundBy(),
            "the position is held at leverage "
                + standing
                + ", and this entry may be at "
                + hold.leverage()
                + "; leverage is not lowered while there is a position");
  }

  /** The largest position that the venue lets at a leverage, in quote. */
  static double lentAt(Instrument instrument, int leverage) {
    long most = 0;
    for (MarginTier tier : instrument.margin().tiers()) {
      most = tier.maxLeverage() >= leverage ? tier.capScaled() : most;
    }
    return Crossing.toDouble(most, instrument.cashScale());
  }

  /** Asks for the leverage before the order that needs it, if it is another one. */
  void hold(Entry entry, int leverage) {
    int i = entry.index();
    boolean same = portfolio.mode(i) == mode && portfolio.leverage(i) == leverage;
    if (entry.isOfContracts() && portfolio.position(i).isFlat() && !same) {
      orders.setMargin(i, mode, leverage);
    }
  }
}
