package io.tradewind.core.risk.sizing;

import java.util.List;

/** The limits that every account has, as caps of one entry. */
final class Limits {
  private Limits() {}

  /**
   * Of the risk of a trade, of one symbol, and of all that is held.
   *
   * @param others notional of all that is held
   */
  static List<Sizer.Cap> caps(
      Sizer.Situation now, double others, double risk, double symbol, double leverage) {
    return List.of(
        new Sizer.Cap(risk * now.equity() / now.stopDistance(), SizeRule.TRADE_RISK),
        new Sizer.Cap(symbol * now.equity(), SizeRule.SYMBOL_EXPOSURE),
        new Sizer.Cap(leverage * now.equity() - others, SizeRule.LEVERAGE));
  }
}
