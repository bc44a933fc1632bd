package io.tradewind.trader.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Incident;
import io.tradewind.trader.world.VirtualTime;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.venue.VenueNews;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which line goes where, and how loud. */
class SessionLogTest {
  private static final long TIME_NS = World.START_NS;

  private static final OrderIntent INTENT =
      new OrderIntent(
          3,
          0,
          0,
          Side.BUY,
          new OrderSize.Base(1),
          new OrderTerms.Market(),
          TimeInForce.GTC,
          false,
          OrderPurpose.ENTRY);

  @TempDir private Path folder;

  private final List<String> trouble = new ArrayList<>();

  private LogFiles open() {
    return LogFiles.open(folder, LogSettings.STANDARD, new Secrets(), trouble::add);
  }

  private static AuditRecord record(String what) {
    return switch (what) {
      case "sent" -> new AuditRecord.OrderSent(1, TIME_NS, INTENT);
      case "accepted" -> moved(new OrderEvent.Accepted(3, TIME_NS));
      case "rejected" -> moved(new OrderEvent.Rejected(3, TIME_NS, RejectReason.NOT_SENT));
      case "lost" -> moved(new OrderEvent.Lost(3, TIME_NS));
      case "halted" -> new AuditRecord.Halted(1, TIME_NS, "a limit");
      case "resumed" -> new AuditRecord.Resumed(1, TIME_NS, "anna");
      case "stale" -> new AuditRecord.DataJudged(1, TIME_NS, 0, false, "nothing heard");
      case "heard" -> new AuditRecord.DataJudged(1, TIME_NS, 0, true, "heard again");
      case "day" -> new AuditRecord.DayClosed(1, TIME_NS, 100);
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static AuditRecord moved(OrderEvent event) {
    return new AuditRecord.OrderMoved(1, TIME_NS, INTENT, OrderState.SENT, event);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          sent,     TRADES,      INFO,     order-sent
          accepted, TRADES,      INFO,     order-moved
          rejected, TRADES,      WARNING,  order-moved
          lost,     TRADES,      WARNING,  order-moved
          halted,   RISK,        CRITICAL, halted
          halted,   ERRORS,      CRITICAL, halted
          resumed,  RISK,        INFO,     resumed
          stale,    RISK,        WARNING,  data-judged
          heard,    RISK,        INFO,     data-judged
          day,      PERFORMANCE, INFO,     day-closed
          """)
  void aDecisionGoesToItsStream(String what, LogStream stream, LogLevel level, String message)
      throws IOException {
    try (LogFiles files = open()) {
      new SessionLog(files, 0).accept(record(what));
    }
    List<String> lines = Lines.of(folder, stream);
    assertThat(lines).hasSize(1);
    assertThat(Lines.json(lines.getFirst()).path("level").asString()).isEqualTo(level.name());
    assertThat(Lines.json(lines.getFirst()).path("message").asString()).isEqualTo(message);
    assertThat(Lines.json(lines.getFirst()).path("entry").path("sequence").asLong()).isEqualTo(1);
    assertThat(trouble).isEmpty();
  }

  /** A start tells the engine's decisions again. */
  @Test
  void whatIsInTheFilesIsNotWrittenTwice() throws IOException {
    try (LogFiles files = open()) {
      SessionLog log = new SessionLog(files, 5);
      for (int i = 0; i < 2; i++) {
        for (long sequence = 4; sequence <= 7; sequence++) {
          log.accept(new AuditRecord.Resumed(sequence, TIME_NS, "anna"));
        }
      }
    }
    assertThat(Lines.of(folder, LogStream.RISK)).hasSize(2);
  }

  @Test
  void whatIsNoDecisionIsHeardToo() throws IOException {
    try (LogFiles files = open()) {
      SessionLog log = new SessionLog(files, 0);
      log.note(new AuditNote.SessionStarted(TIME_NS, "paper", "1", 8, List.of(), List.of()));
      log.note(
          new Incident.IncidentRaised(
              TIME_NS, "database", TIME_NS, Incident.Severity.WARNING, "away"));
      log.state(status(ComponentStatus.Level.DOWN, true), TIME_NS);
      log.state(status(ComponentStatus.Level.DOWN, false), TIME_NS);
      log.state(status(ComponentStatus.Level.UP, true), TIME_NS);
      log.news(new VenueNews.InStep(0), TIME_NS);
      log.news(new VenueNews.Uncovered(3, 1), TIME_NS);
    }
    assertThat(levels(LogStream.MAIN)).containsExactly("INFO", "INFO", "INFO");
    assertThat(levels(LogStream.ERRORS))
        .containsExactly("WARNING", "CRITICAL", "ERROR", "CRITICAL");
  }

  private static ComponentStatus status(ComponentStatus.Level level, boolean isNeeded) {
    return new ComponentStatus("orders", level, TIME_NS, "", isNeeded);
  }

  private List<String> levels(LogStream stream) throws IOException {
    return Lines.of(folder, stream).stream()
        .map(line -> Lines.json(line).path("level").asString())
        .toList();
  }

  @Test
  void theStandingIsWrittenOnceAMinute() throws IOException {
    VirtualTime time = new VirtualTime(TIME_NS + 17 * Utc.SECOND_NS);
    TraderStatus status =
        new TraderStatus(
            TIME_NS,
            "s1",
            TraderStatus.Mode.PAPER,
            TIME_NS,
            TraderStatus.Activity.TRADING,
            new TraderStatus.Money(
                "USDT",
                new BigDecimal("1000.50"),
                BigDecimal.TEN,
                BigDecimal.ZERO,
                new BigDecimal("0.50")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            TraderStatus.Traffic.NONE,
            new Performance(
                2,
                1,
                new BigDecimal("3"),
                new BigDecimal("-2"),
                Optional.empty(),
                Optional.empty()),
            Vitals.NONE);
    try (LogFiles files = open()) {
      PerformanceLog log = new PerformanceLog(files, time, () -> status);
      for (int i = 0; i < 1_800; i++) {
        int _ = log.doWork();
        time.run(time.nowNs() + Utc.SECOND_NS / 10);
      }
    }
    List<String> lines = Lines.of(folder, LogStream.PERFORMANCE);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1))
        .contains(
            "\"time\":\"2026-01-05T07:59:00Z\"",
            "\"entry\":{\"session\":\"s1\",\"mode\":\"paper\",\"activity\":\"trading\","
                + "\"health\":\"up\",\"currency\":\"USDT\",\"equity\":\"1000.50\"",
            "\"trades\":2,\"wins\":1,\"winRate\":\"0.5000\",\"profitFactor\":\"1.5000\"");
    assertThat(trouble).isEmpty();
  }
}
