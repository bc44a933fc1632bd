package io.tradewind.store.series;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * Fundings with the exact decimals that they came with, rising in time. It grows by {@link #add}
 * and is not written to by those it is handed to.
 *
 * <p>Venues book a funding some milliseconds after the instant that it is of, and sources differ in
 * whether they tell them. So a funding is known by its {@linkplain #minuteNs minute}: two of one
 * minute are one. Times keep microseconds, what is finer is cut off.
 */
public final class FundingRows {
  /** Name of the kind on disk and in options. */
  public static final String KIND = "funding";

  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;
  private static final long MICRO_NS = 1_000;

  private long[] timeNs;
  private final DecimalColumn rate;
  private int size;

  /** Without rows. */
  public FundingRows(int capacity) {
    timeNs = new long[capacity];
    rate = new DecimalColumn(capacity);
  }

  /** The instant that a funding is of: the minute in which it was booked. */
  public static long minuteNs(long timeNs) {
    return Math.floorDiv(timeNs, MINUTE_NS) * MINUTE_NS;
  }

  /** Why this can be no funding, in words for the user; empty if it can. */
  public static Optional<String> problem(long timeNs, Decimals.Parsed rate) {
    if (timeNs < Utc.FIRST_NS || timeNs > Utc.LAST_NS) {
      return Optional.of(Utc.format(timeNs) + " is not within the years 1700 to 2199");
    }
    if (rate.value().abs().compareTo(BigDecimal.ONE) > 0) {
      return Optional.of(
          "the rate "
              + rate.value().toPlainString()
              + " is more than the position itself; a rate is a share of it, 0.01 % is 0.0001");
    }
    return Optional.empty();
  }

  /**
   * Appends a funding.
   *
   * @param fundingRate as a share of the notional
   * @throws IllegalArgumentException if it does not rise in time, or has a {@link #problem}
   */
  public void add(long fundingTimeNs, Decimals.Parsed fundingRate) {
    long micros = Math.floorDiv(fundingTimeNs, MICRO_NS) * MICRO_NS;
    Check.argument(
        size == 0 || timeNs[size - 1] < micros, "fundings must rise in time, was at %s", micros);
    addUnordered(fundingTimeNs, fundingRate);
  }

  void addUnordered(long fundingTimeNs, Decimals.Parsed fundingRate) {
    Optional<String> problem = problem(fundingTimeNs, fundingRate);
    Check.argument(problem.isEmpty(), "a funding must be sound: %s", problem);
    if (size == timeNs.length) {
      timeNs = Arrays.copyOf(timeNs, Math.max(16, size + (size >> 1)));
    }
    timeNs[size++] = Math.floorDiv(fundingTimeNs, MICRO_NS) * MICRO_NS;
    rate.add(fundingRate.mantissa(), fundingRate.decimals());
  }

  /** Appends a row of another table. */
  public void addFrom(FundingRows other, int row) {
    add(other.timeNs[row], other.rate(row));
  }

  /** How many fundings. */
  public int size() {
    return size;
  }

  /** When it was booked, epoch nanoseconds. */
  public long timeNs(int row) {
    return timeNs[row];
  }

  /** What longs pay, as a share of the notional. */
  public Decimals.Parsed rate(int row) {
    return new Decimals.Parsed(rate.mantissa(row), rate.decimals(row));
  }

  /** The rate as a decimal. */
  public BigDecimal rateValue(int row) {
    return rate.value(row);
  }

  /** Whether two rows are the same funding: of one minute, with one rate. */
  public boolean isSame(int row, FundingRows other, int otherRow) {
    return minuteNs(timeNs[row]) == minuteNs(other.timeNs[otherRow])
        && rate.isSame(row, other.rate, otherRow);
  }

  /**
   * The fundings within {@code [fromNs, toNs)} by their minutes, which are their times then; of two
   * in one minute the later stands.
   */
  public FundingColumns toColumns(long fromNs, long toNs) {
    long[] times = new long[size];
    long[] rates = new long[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      long minuteNs = minuteNs(timeNs[i]);
      if (minuteNs >= fromNs && minuteNs < toNs) {
        count -= count > 0 && times[count - 1] == minuteNs ? 1 : 0;
        times[count] = minuteNs;
        rates[count++] =
            Decimals.scaled(rate.mantissa(i), rate.decimals(i), FundingColumns.RATE_SCALE);
      }
    }
    return new FundingColumns(Arrays.copyOf(times, count), Arrays.copyOf(rates, count));
  }
}
