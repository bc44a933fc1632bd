package io.tradewind.core.risk.sizing;

import io.tradewind.core.risk.RiskLimits;
import io.tradewind.core.signal.SignalSize;

/**
 * How much an entry may spend: what the signal asks for, cut down by every limit. The smallest wins
 * and is named. Pure.
 */
public final class Sizer {
  private Sizer() {}

  /**
   * What a size is decided from, all in one currency.
   *
   * @param equity of the account, above 0
   * @param free what can be spent now
   * @param others notional of the other positions and entries under way
   * @param symbols how many the run has
   * @param price at which the entry is expected
   * @param stopDistance as a ratio of the price; 1 without a stop
   */
  public record Situation(
      double equity, double free, double others, int symbols, double price, double stopDistance) {}

  /**
   * A size.
   *
   * @param budget in currency, costs included, never negative
   * @param boundBy what decided it
   */
  public record Size(double budget, SizeRule boundBy) {}

  /** The smallest of all. */
  public static Size size(SignalSize wanted, Situation now, RiskLimits limits) {
    Size size = wanted(wanted, now);
    size =
        smaller(
            size, limits.maxTradeRisk() * now.equity() / now.stopDistance(), SizeRule.TRADE_RISK);
    size = smaller(size, limits.maxSymbolExposure() * now.equity(), SizeRule.SYMBOL_EXPOSURE);
    size = smaller(size, limits.maxLeverage() * now.equity() - now.others(), SizeRule.LEVERAGE);
    size = smaller(size, now.free(), SizeRule.FREE_BALANCE);
    return size.budget() < 0 ? new Size(0, size.boundBy()) : size;
  }

  /** What the signal asks for, before any limit. */
  public static Size wanted(SignalSize wanted, Situation now) {
    return switch (wanted) {
      case SignalSize.EqualShare _ -> new Size(now.equity() / now.symbols(), SizeRule.EQUAL_SHARE);
      case SignalSize.Share share -> new Size(share.ratio() * now.equity(), SizeRule.SIGNAL);
      case SignalSize.Qty qty -> new Size(qty.base() * now.price(), SizeRule.SIGNAL);
      case SignalSize.Notional notional -> new Size(notional.quote(), SizeRule.SIGNAL);
    };
  }

  private static Size smaller(Size size, double limit, SizeRule rule) {
    return limit < size.budget() ? new Size(limit, rule) : size;
  }
}
