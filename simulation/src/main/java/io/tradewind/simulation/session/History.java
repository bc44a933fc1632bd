package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import java.util.List;

/**
 * What happened in the markets of a session.
 *
 * @param candles by instrument, in the instrument's price scale, volumes in its quantity scale
 * @param fundings by instrument, empty where there are none
 */
public record History(List<CandleColumns> candles, List<FundingColumns> fundings) {
  /** Checks that both are of the same instruments. */
  public History {
    candles = List.copyOf(candles);
    fundings = List.copyOf(fundings);
    Check.argument(
        candles.size() == fundings.size(),
        "each instrument needs fundings, maybe none; candles are of %s, fundings of %s",
        candles.size(),
        fundings.size());
  }

  /** Without fundings. */
  public static History of(List<CandleColumns> candles) {
    return new History(candles, candles.stream().map(each -> FundingColumns.empty()).toList());
  }
}
