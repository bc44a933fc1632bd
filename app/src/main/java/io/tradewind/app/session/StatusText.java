package io.tradewind.app.session;

import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.Ink;
import io.tradewind.app.terminal.Table;
import io.tradewind.app.terminal.Text;
import io.tradewind.core.execution.latency.LatencyStep;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.status.BufferStatus;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.SourceStatus;
import io.tradewind.core.status.Timing;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How a session stands, in lines for a terminal. */
public final class StatusText {
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;
  private static final long HOUR_NS = 60 * MINUTE_NS;

  private final TraderStatus status;
  private final Ink ink;

  /** Of a moment. */
  public StatusText(TraderStatus status, Ink ink) {
    this.status = status;
    this.ink = ink;
  }

  /** What it is and does, in a line. */
  public String headline() {
    return ink.bold("tradewind " + status.mode().name().toLowerCase(Locale.ROOT))
        + "  session "
        + status.session()
        + "  "
        + activity()
        + "  "
        + level(status.health())
        + ink.faint("  up " + age(status.timeNs() - status.startedNs()))
        + ink.faint("  " + RunTimes.minute(status.timeNs()) + " UTC");
  }

  private String activity() {
    String text = status.activity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (status.activity()) {
      case PAUSED, STOPPING -> ink.yellow(text);
      case STARTING, WARMING_UP, SCANNING, TRADING -> text;
    };
  }

  private String level(ComponentStatus.Level level) {
    return switch (level) {
      case UP -> ink.green("up");
      case DEGRADED -> ink.yellow("degraded");
      case DOWN -> ink.red("down");
    };
  }

  /** Money, and what was done. */
  public List<String> account() {
    TraderStatus.Money money = status.account();
    Performance result = status.performance();
    String rate =
        result
            .winRate()
            .map(share -> " (%s %%)".formatted(Numbers.plain(share.movePointRight(2))))
            .orElse("");
    return List.of(
        "equity  %s %s   today %s   total %s   free %s"
            .formatted(
                ink.bold(Numbers.money(money.equity())),
                money.currency(),
                signed(money.today()),
                signed(money.total()),
                Numbers.money(money.free())),
        "trades  %s, %s won%s   signals %s, %s refused   orders %s   fills %s   errors %s"
            .formatted(
                result.trades(),
                result.wins(),
                rate,
                status.traffic().signals(),
                status.traffic().refusals(),
                status.traffic().orders(),
                status.traffic().fills(),
                status.traffic().errors()));
  }

  private String signed(BigDecimal value) {
    return ink.signed(value.signum(), Numbers.signed(value));
  }

  /** Open positions, a line each under a heading. */
  public List<String> positions() {
    if (status.positions().isEmpty()) {
      return List.of(ink.faint("no position is open"));
    }
    Table table =
        new Table(
            "position", "strategy", ">quantity", ">entry", ">mark", ">result", ">stop", "since");
    for (PositionStatus each : status.positions()) {
      table.row(
          symbol(each.instrument()),
          each.strategy(),
          Numbers.plain(each.qty()),
          Numbers.plain(each.entry()),
          Numbers.plain(each.mark()),
          Numbers.signed(each.unrealised()),
          each.stop().map(Numbers::plain).orElse("none"),
          RunTimes.minute(each.sinceNs()));
    }
    return table.lines(ink);
  }

  /** Orders that have not ended, a line each under a heading. */
  public List<String> orders() {
    if (status.orders().isEmpty()) {
      return List.of(ink.faint("no order is open"));
    }
    Table table = new Table("order", "symbol", "side", "for", "what", "state", ">filled");
    for (OrderStatus each : status.orders()) {
      table.row(
          Long.toString(each.orderId()),
          symbol(each.instrument()),
          each.side().name().toLowerCase(Locale.ROOT),
          each.purpose().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          each.what(),
          each.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          Numbers.plain(each.filled()));
    }
    return table.lines(ink);
  }

  /** When it heard what, what waits, how much memory it has, and how long orders take. */
  public List<String> vitals() {
    Vitals vitals = status.vitals();
    List<String> heard = new ArrayList<>();
    for (SourceStatus each : vitals.sources()) {
      each.lastNs()
          .ifPresent(at -> heard.add(each.name() + " " + seconds(status.timeNs() - at) + " ago"));
    }
    List<String> lines = new ArrayList<>();
    if (!heard.isEmpty()) {
      lines.add(ink.faint("heard   " + String.join("   ", heard)));
    }
    long waiting = vitals.buffers().stream().mapToLong(BufferStatus::waiting).sum();
    long capacity = vitals.buffers().stream().mapToLong(BufferStatus::capacity).sum();
    lines.add(
        ink.faint(
            Text.of(
                "memory  %,d of %,d MB   waiting %,d of %,d",
                vitals.memory().usedBytes() >> 20,
                vitals.memory().maxBytes() >> 20,
                waiting,
                capacity)));
    String in = LatencyStep.IN_TO_OUT.text();
    vitals.steps().stream()
        .filter(each -> each.name().equals(in) && each.summary().count() > 0)
        .map(each -> took("in to out", each))
        .forEach(lines::add);
    vitals.calls().stream()
        .max(Comparator.comparingLong(each -> each.summary().p99Ns()))
        .map(each -> took("slowest call " + each.name(), each))
        .ifPresent(lines::add);
    return lines;
  }

  private String took(String what, Timing timing) {
    return ink.faint(
        Text.of(
            "took    %s: half within %.2f ms, 99 %% within %.2f ms, at most %.2f ms, of %,d",
            what,
            timing.summary().p50Ns() / 1e6,
            timing.summary().p99Ns() / 1e6,
            timing.summary().maxNs() / 1e6,
            timing.summary().count()));
  }

  private static String seconds(long ns) {
    return Text.of("%.1f s", Math.max(0, ns) / 1e9);
  }

  /** What keeps entries from being made, and what does not work; nothing where all is well. */
  public List<String> troubles() {
    List<String> lines = new ArrayList<>();
    for (LockStatus lock : status.locks()) {
      lines.add(
          ink.yellow("locked")
              + "  "
              + lock.instrument().map(StatusText::symbol).orElse("all symbols")
              + ": "
              + lock.lock().reason().text()
              + ", until "
              + RunTimes.minute(lock.lock().untilNs()));
    }
    for (ComponentStatus each : status.components()) {
      if (each.level() != ComponentStatus.Level.UP) {
        lines.add(
            level(each.level())
                + "  "
                + each.name()
                + " since "
                + RunTimes.second(each.sinceNs())
                + ": "
                + each.why());
      }
    }
    return lines;
  }

  /** All of it. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    lines.add("");
    lines.addAll(account());
    lines.add("");
    lines.addAll(positions());
    lines.add("");
    lines.addAll(orders());
    if (!status.vitals().equals(Vitals.NONE)) {
      lines.add("");
      lines.addAll(vitals());
    }
    List<String> troubles = troubles();
    if (!troubles.isEmpty()) {
      lines.add("");
      lines.addAll(troubles);
    }
    return lines;
  }

  private static String symbol(InstrumentId id) {
    return id.base() + "/" + id.quote();
  }

  private static String age(long ns) {
    long hours = ns / HOUR_NS;
    long minutes = ns % HOUR_NS / MINUTE_NS;
    return hours == 0
        ? "%dm %02ds".formatted(minutes, ns % MINUTE_NS / Utc.SECOND_NS)
        : "%dh %02dm".formatted(hours, minutes);
  }
}
