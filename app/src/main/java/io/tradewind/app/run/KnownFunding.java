package io.tradewind.app.run;

import io.tradewind.core.market.FundingColumns;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a symbol's funding.
 *
 * @param columns at least one funding; empty where none is known
 * @param notices what the user should know about how it was read
 */
record KnownFunding(Optional<FundingColumns> columns, List<String> notices) {
  KnownFunding {
    columns = columns.filter(fundings -> fundings.size() > 0);
    notices = List.copyOf(notices);
  }
}
