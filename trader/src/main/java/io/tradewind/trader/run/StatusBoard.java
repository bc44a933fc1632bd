package io.tradewind.trader.run;

import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.OpenPosition;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.LockStatus;
import io.tradewind.core.status.OrderStatus;
import io.tradewind.core.status.Performance;
import io.tradewind.core.status.PositionStatus;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.status.TraderStatus.Activity;
import io.tradewind.core.status.TraderStatus.Money;
import io.tradewind.core.status.TraderStatus.Traffic;
import io.tradewind.core.status.Vitals;
import io.tradewind.trader.meter.Meters;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a session stands, for whoever asks. The thread of the session writes it a few times a second;
 * any thread reads it.
 */
public final class StatusBoard implements StatusPort {
  private final Who who;
  private final Meters meters;
  private volatile TraderStatus latest;

  /**
   * Of which session.
   *
   * @param books names of its strategies, by place
   * @param capital at its beginning
   * @param startedNs when the process began, epoch nanoseconds
   */
  public record Who(
      String session,
      TraderStatus.Mode mode,
      List<String> books,
      List<Instrument> instruments,
      BigDecimal capital,
      long startedNs) {
    /** Copies the lists. */
    public Who {
      books = List.copyOf(books);
      instruments = List.copyOf(instruments);
    }

    String currency() {
      return instruments.getFirst().id().quote();
    }

    int cashScale() {
      return instruments.getFirst().cashScale();
    }
  }

  /**
   * How far it is.
   *
   * @param isCatchingUp whether what it hears is of the past
   */
  record Progress(boolean isCatchingUp, Traffic traffic) {}

  /** It starts, and nothing is measured yet. */
  public StatusBoard(Who who) {
    this(who, new Meters());
  }

  /** It starts. */
  public StatusBoard(Who who, Meters meters) {
    this.who = who;
    this.meters = meters;
    BigDecimal none = BigDecimal.ZERO;
    this.latest =
        new TraderStatus(
            who.startedNs(),
            who.session(),
            who.mode(),
            who.startedNs(),
            Activity.STARTING,
            new Money(who.currency(), who.capital(), who.capital(), none, none),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Traffic.NONE,
            Performance.NONE,
            Vitals.NONE);
  }

  @Override
  public TraderStatus status() {
    return latest;
  }

  /** What is measured of the session. */
  public Meters meters() {
    return meters;
  }

  /** By the thread of the session. */
  void write(
      long nowNs, Engine engine, Tally tally, List<ComponentStatus> components, Progress progress) {
    List<PositionStatus> positions = positions(engine);
    Activity activity = activity(progress, tally.isHalted(), positions.isEmpty());
    latest =
        new TraderStatus(
            nowNs,
            who.session(),
            who.mode(),
            who.startedNs(),
            activity,
            money(engine, tally),
            positions,
            orders(engine),
            locks(engine, nowNs),
            components,
            progress.traffic(),
            tally.performance(),
            meters.vitals(nowNs));
  }

  private static Activity activity(Progress progress, boolean isHalted, boolean isFlat) {
    if (isHalted) {
      return Activity.PAUSED;
    }
    if (progress.isCatchingUp()) {
      return Activity.WARMING_UP;
    }
    return isFlat ? Activity.SCANNING : Activity.TRADING;
  }

  private Money money(Engine engine, Tally tally) {
    BigDecimal equity = cash(engine.equityScaled());
    BigDecimal today = tally.dayEquityScaled().map(this::cash).orElse(who.capital());
    long free = 0;
    for (int book = 0; book < engine.books().size(); book++) {
      free += engine.books().of(book).freeCashScaled();
    }
    return new Money(
        who.currency(), equity, cash(free), equity.subtract(today), equity.subtract(who.capital()));
  }

  private BigDecimal cash(long scaled) {
    return FixedPoint.toDecimal(scaled, who.cashScale());
  }

  private List<PositionStatus> positions(Engine engine) {
    List<StandingOrder> standing = engine.standing();
    List<PositionStatus> all = new ArrayList<>();
    for (OpenPosition each : engine.openPositions()) {
      Instrument instrument = who.instruments().get(each.instrument());
      BigDecimal qty = FixedPoint.toDecimal(each.qtyScaled(), instrument.qtyScale());
      BigDecimal cost = cash(each.costScaled());
      BigDecimal mark =
          FixedPoint.toDecimal(
              engine.books().markScaled(each.instrument()), instrument.priceScale());
      BigDecimal worth = mark.multiply(qty.abs());
      all.add(
          new PositionStatus(
              who.books().get(each.book()),
              instrument.id(),
              qty,
              cost.divide(qty.abs(), instrument.priceScale(), RoundingMode.HALF_EVEN),
              mark,
              (qty.signum() > 0 ? worth.subtract(cost) : cost.subtract(worth))
                  .setScale(who.cashScale(), RoundingMode.HALF_EVEN),
              stop(each, instrument, standing),
              each.sinceNs()));
    }
    return all;
  }

  private static Optional<BigDecimal> stop(
      OpenPosition position, Instrument instrument, List<StandingOrder> standing) {
    return standing.stream()
        .filter(order ->
            order.intent().book() == position.book()
                && order.intent().instrument() == position.instrument()
                && order.intent().reduceOnly())
        .flatMap(order -> order.terms().stopLevelScaled().stream().boxed())
        .findFirst()
        .map(level -> FixedPoint.toDecimal(level, instrument.priceScale()));
  }

  private List<OrderStatus> orders(Engine engine) {
    return engine.standing().stream().map(this::order).toList();
  }

  private OrderStatus order(StandingOrder order) {
    Instrument instrument = who.instruments().get(order.intent().instrument());
    return new OrderStatus(
        order.intent().orderId(),
        who.books().get(order.intent().book()),
        instrument.id(),
        order.intent().side(),
        order.intent().purpose(),
        size(order.intent().size(), instrument) + " " + terms(order.terms(), instrument),
        order.state(),
        FixedPoint.toDecimal(order.filledQtyScaled(), instrument.qtyScale()));
  }

  private String size(OrderSize size, Instrument instrument) {
    return switch (size) {
      case OrderSize.Base(long qtyScaled) ->
          plain(qtyScaled, instrument.qtyScale()) + " " + instrument.id().base();
      case OrderSize.Budget(long quoteScaled) ->
          plain(quoteScaled, instrument.cashScale()) + " " + instrument.id().quote();
      case OrderSize.Position _ -> "all";
    };
  }

  private static String terms(OrderTerms terms, Instrument instrument) {
    int scale = instrument.priceScale();
    return switch (terms) {
      case OrderTerms.Market _ -> "at the market";
      case OrderTerms.Limit limit -> "at " + plain(limit.priceScaled(), scale);
      case OrderTerms.Stop stop -> "stop at " + plain(stop.triggerScaled(), scale);
      case OrderTerms.StopLimit stop ->
          "stop at %s, limit %s"
              .formatted(plain(stop.triggerScaled(), scale), plain(stop.limitScaled(), scale));
      case OrderTerms.TakeProfit target -> "target at " + plain(target.triggerScaled(), scale);
      case OrderTerms.TrailingStop stop -> "trailing stop of " + stop.trailPpm() / 10_000.0 + "%";
      case OrderTerms.Oco oco ->
          "target at %s or stop at %s"
              .formatted(plain(oco.targetScaled(), scale), plain(oco.stopScaled(), scale));
      case OrderTerms.Bracket bracket -> terms(bracket.entry(), instrument) + " with its exits";
      case OrderTerms.Iceberg iceberg -> "iceberg at " + plain(iceberg.priceScaled(), scale);
    };
  }

  private static String plain(long scaled, int scale) {
    BigDecimal value = FixedPoint.toDecimal(scaled, scale).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
  }

  private List<LockStatus> locks(Engine engine, long nowNs) {
    return engine.locks(nowNs).stream().map(this::lock).toList();
  }

  private LockStatus lock(Lock lock) {
    return new LockStatus(
        lock,
        lock.instrument().isPresent()
            ? Optional.of(who.instruments().get(lock.instrument().getAsInt()).id())
            : Optional.empty());
  }
}
