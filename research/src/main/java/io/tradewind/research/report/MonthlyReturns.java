package io.tradewind.research.report;

import io.tradewind.core.time.Utc;
import io.tradewind.research.backtest.EquityCurve;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Returns of one calendar year in UTC, as fractions; empty where the run had no day or no equity.
 *
 * @param year such as 2024
 * @param months twelve, January first
 * @param total of the whole year
 */
record MonthlyReturns(int year, List<OptionalDouble> months, OptionalDouble total) {
  private static final int MONTHS = 12;

  /** Of a curve with a point at each end of a day; years from the first to the last. */
  static List<MonthlyReturns> of(EquityCurve daily) {
    List<MonthlyReturns> years = new ArrayList<>();
    int from = 1;
    while (from < daily.size()) {
      int to = from + 1;
      while (to < daily.size() && day(daily, to).getYear() == day(daily, from).getYear()) {
        to++;
      }
      years.add(year(daily, from, to));
      from = to;
    }
    return years;
  }

  private static MonthlyReturns year(EquityCurve daily, int from, int to) {
    List<OptionalDouble> months =
        new ArrayList<>(Collections.nCopies(MONTHS, OptionalDouble.empty()));
    int start = from;
    for (int i = from; i < to; i++) {
      boolean ends =
          i + 1 == to || day(daily, i + 1).getMonthValue() != day(daily, i).getMonthValue();
      if (ends) {
        months.set(day(daily, i).getMonthValue() - 1, change(daily, start - 1, i));
        start = i + 1;
      }
    }
    return new MonthlyReturns(day(daily, from).getYear(), months, change(daily, from - 1, to - 1));
  }

  private static OptionalDouble change(EquityCurve daily, int from, int to) {
    return daily.equityScaled(from) > 0
        ? OptionalDouble.of((double) daily.equityScaled(to) / daily.equityScaled(from) - 1)
        : OptionalDouble.empty();
  }

  /** The day that ended at the point. */
  private static LocalDate day(EquityCurve daily, int point) {
    return Utc.date(daily.timeNs(point) - 1);
  }
}
