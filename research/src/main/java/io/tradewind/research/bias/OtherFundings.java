package io.tradewind.research.bias;

import io.tradewind.core.market.FundingColumns;
import java.util.function.LongUnaryOperator;

/** Fundings made out of others. */
final class OtherFundings {
  private OtherFundings() {}

  /** Those before an instant. */
  static FundingColumns before(FundingColumns fundings, long timeNs) {
    return part(fundings, 0, fundings.firstRowFrom(timeNs), time -> time);
  }

  /** Those at an instant and after. */
  static FundingColumns from(FundingColumns fundings, long timeNs) {
    return part(fundings, fundings.firstRowFrom(timeNs), fundings.size(), time -> time);
  }

  /** At other times. */
  static FundingColumns moved(FundingColumns fundings, long byNs) {
    return part(fundings, 0, fundings.size(), time -> time + byNs);
  }

  /** From an instant on those pay who received. */
  static FundingColumns turnedFrom(FundingColumns fundings, long timeNs) {
    long[] times = new long[fundings.size()];
    long[] rates = new long[fundings.size()];
    int first = fundings.firstRowFrom(timeNs);
    for (int row = 0; row < times.length; row++) {
      times[row] = fundings.timeNs(row);
      rates[row] = row < first ? fundings.rate(row) : -fundings.rate(row);
    }
    return new FundingColumns(times, rates);
  }

  private static FundingColumns part(
      FundingColumns fundings, int from, int to, LongUnaryOperator time) {
    long[] times = new long[to - from];
    long[] rates = new long[to - from];
    for (int i = 0; i < times.length; i++) {
      times[i] = time.applyAsLong(fundings.timeNs(from + i));
      rates[i] = fundings.rate(from + i);
    }
    return new FundingColumns(times, rates);
  }
}
