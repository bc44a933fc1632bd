package io.tradewind.exchange.tape;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/** The intervals of candles that Binance has, in UTC; weeks begin on Monday. */
public enum KlineInterval {
  S1("1s", 1),
  M1("1m", 60),
  M3("3m", 180),
  M5("5m", 300),
  M15("15m", 900),
  M30("30m", 1800),
  H1("1h", 3600),
  H2("2h", 7200),
  H4("4h", 14_400),
  H6("6h", 21_600),
  H8("8h", 28_800),
  H12("12h", 43_200),
  D1("1d", 86_400),
  D3("3d", 259_200),
  W1("1w", 604_800),
  MONTH("1M", 0);

  private final String label;
  private final long lengthMs;

  KlineInterval(String label, long seconds) {
    this.label = label;
    this.lengthMs = seconds * 1000;
  }

  /** As Binance writes it. */
  public String label() {
    return label;
  }

  /** By its label; the case of its letter counts. */
  public static Optional<KlineInterval> of(String label) {
    return Stream.of(values()).filter(each -> each.label.equals(label)).findFirst();
  }

  /** When the candle opens in which a time falls. */
  public long openMs(long timeMs) {
    return switch (this) {
      case W1 -> ms(date(timeMs).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> ms(date(timeMs).withDayOfMonth(1));
      default -> timeMs - Math.floorMod(timeMs, lengthMs);
    };
  }

  /** When the candle after one opens. */
  public long nextMs(long openMs) {
    return this == MONTH ? ms(date(openMs).plusMonths(1)) : openMs + lengthMs;
  }

  /** The later of a candle's open and that of the candle so many before another. */
  long notBefore(long openMs, long targetMs, int candles) {
    return Math.max(openMs, openMs(targetMs - candles * lengthMs));
  }

  private static LocalDate date(long timeMs) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
  }

  private static long ms(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
