package io.tradewind.trader.log;

import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditJson;
import io.tradewind.venues.time.VenueClock;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/** How the session stands, a line a minute, as a duty cycle. */
public final class PerformanceLog {
  private static final long EVERY_NS = 60 * Utc.SECOND_NS;

  private final LogFiles files;
  private final VenueClock clock;
  private final Supplier<TraderStatus> status;
  private long nextNs = Long.MIN_VALUE;

  /** Amounts in their currency, in full. */
  private record Line(
      String session,
      String mode,
      String activity,
      String health,
      String currency,
      String equity,
      String free,
      String today,
      String total,
      int positions,
      int orders,
      long trades,
      long wins,
      Optional<String> winRate,
      Optional<String> profitFactor,
      TraderStatus.Traffic traffic) {
    private static Line of(TraderStatus now) {
      TraderStatus.Money money = now.account();
      return new Line(
          now.session(),
          AuditJson.key(now.mode()),
          AuditJson.key(now.activity()),
          AuditJson.key(now.health()),
          money.currency(),
          text(money.equity()),
          text(money.free()),
          text(money.today()),
          text(money.total()),
          now.positions().size(),
          now.orders().size(),
          now.performance().trades(),
          now.performance().wins(),
          now.performance().winRate().map(Line::text),
          now.performance().profitFactor().map(Line::text),
          now.traffic());
    }

    private static String text(BigDecimal amount) {
      return amount.toPlainString();
    }
  }

  /** Not begun. */
  public PerformanceLog(LogFiles files, VenueClock clock, Supplier<TraderStatus> status) {
    this.files = files;
    this.clock = clock;
    this.status = status;
  }

  /**
   * One step.
   *
   * @return 1 where a line was written, else 0
   */
  public int doWork() {
    long nowNs = clock.nowNs();
    if (nowNs < nextNs) {
      return 0;
    }
    nextNs = Math.floorDiv(nowNs, EVERY_NS) * EVERY_NS + EVERY_NS;
    String json = AuditJson.write(Line.of(status.get()));
    files.write(
        LogLine.of(
                LogStream.PERFORMANCE,
                LogLevel.INFO,
                LogStream.PERFORMANCE.key(),
                nowNs,
                "standing")
            .about(json));
    return 1;
  }
}
