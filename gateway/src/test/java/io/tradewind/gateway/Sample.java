package io.tradewind.gateway;

import io.tradewind.core.execution.latency.LatencyHistogram;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.Side;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LockReason;
import io.tradewind.core.status.BufferStatus;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.MemoryStatus;
import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.SourceStatus;
import io.tradewind.core.status.Timing;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.TraderStatus.Activity;
import io.tradewind.core.status.Vitals;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A session with some of everything. */
public final class Sample {
  /** Its moment. */
  public static final long NOW_NS = ns("2026-03-01T12:00:00Z");

  public static final long STARTED_NS = ns("2026-03-01T10:59:30Z");
  public static final InstrumentId BTC = id("binance:BTC/USDT");
  public static final InstrumentId ETH = id("binance:ETH/USDT:USDT");
  public static final ComponentStatus FEED =
      new ComponentStatus("feed", Level.UP, STARTED_NS, "", true);

  private Sample() {}

  public static long ns(String time) {
    return Utc.fromInstant(Instant.parse(time));
  }

  public static InstrumentId id(String name) {
    return InstrumentId.parse(name, "none", Market.SPOT);
  }

  public static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** It trades, and all is well. */
  public static TraderStatus status() {
    return status(Activity.TRADING, List.of(FEED));
  }

  /** It does something, with some parts. */
  public static TraderStatus status(Activity activity, List<ComponentStatus> components) {
    return new TraderStatus(
        NOW_NS,
        "alpha",
        TraderStatus.Mode.PAPER,
        STARTED_NS,
        activity,
        new TraderStatus.Money(
            "USDT", number("10250.50"), number("4000"), number("-12.3400"), number("250.5")),
        List.of(btc(), eth()),
        List.of(stop()),
        List.of(guard()),
        components,
        new TraderStatus.Traffic(90_000, 41, 17, 19, 8, 24, 2),
        new Performance(
            8,
            5,
            number("400.25"),
            number("-149.75"),
            Optional.of(number("120")),
            Optional.of(number("-80.5"))),
        vitals());
  }

  private static Vitals vitals() {
    return new Vitals(
        new MemoryStatus(64_000_000, 128_000_000, 512_000_000),
        List.of(
            new SourceStatus("account stream", OptionalLong.empty()),
            new SourceStatus("market data", OptionalLong.of(ns("2026-03-01T11:59:59.5Z")))),
        List.of(new BufferStatus("market stream", 12, 50_000)),
        List.of(timing("GET /api/v3/order", 2, 3_000_000, 12_000_000_000L)),
        List.of(timing("journal", 0, 400)));
  }

  private static Timing timing(String name, long faults, long... durationsNs) {
    LatencyHistogram histogram = new LatencyHistogram();
    for (long durationNs : durationsNs) {
      histogram.record(durationNs);
    }
    return new Timing(name, faults, histogram.summary(), histogram.buckets());
  }

  private static PositionStatus btc() {
    return new PositionStatus(
        "trend",
        BTC,
        number("0.1000"),
        number("60000.00"),
        number("60500.5"),
        number("50.05"),
        Optional.of(number("59000")),
        ns("2026-03-01T11:00:00.5Z"));
  }

  private static PositionStatus eth() {
    return new PositionStatus(
        "basis",
        ETH,
        number("-1E+1"),
        number("3000"),
        number("3010"),
        number("-100"),
        Optional.empty(),
        ns("2026-03-01T11:30:00Z"));
  }

  private static OrderStatus stop() {
    return new OrderStatus(
        7_000_000_001L,
        "trend",
        BTC,
        Side.SELL,
        OrderPurpose.STOP,
        "stop at 59000",
        OrderState.PARTLY_FILLED,
        number("0.00000001"));
  }

  private static LockStatus guard() {
    return new LockStatus(
        new Lock(
            LockReason.STOP_GUARD,
            OptionalInt.of(0),
            Optional.of(Direction.LONG),
            ns("2026-03-01T11:45:00Z"),
            ns("2026-03-01T12:45:00Z")),
        Optional.of(BTC));
  }

  /** Parts by a line such as {@code feed up, database down optional}; all since the start. */
  public static List<ComponentStatus> components(String words) {
    List<ComponentStatus> components = new ArrayList<>();
    for (String each : words.split(",", -1)) {
      List<String> word = Arrays.asList(each.strip().split(" ", -1));
      Level level = Level.valueOf(word.get(1).toUpperCase(java.util.Locale.ROOT));
      components.add(
          new ComponentStatus(
              word.get(0),
              level,
              STARTED_NS,
              level == Level.UP ? "" : "no answer",
              !word.contains("optional")));
    }
    return components;
  }
}
