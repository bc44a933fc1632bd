package io.tradewind.store.journal;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginChange;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.limit.Lock;
import io.tradewind.core.risk.limit.LockReason;
import io.tradewind.core.trade.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** Entries of every kind. */
final class Entries {
  /** 2024-01-01. */
  static final long START_NS = 1_704_067_200_000_000_000L;

  private static final long MINUTE_NS = 60_000_000_000L;

  /** One entry of each kind and shape, at a time. */
  static final List<BiConsumer<JournalEvents, Long>> ALL =
      List.of(
          (to, at) -> to.onTrade(3, trade(at), 0),
          (to, at) -> to.onBook(1, book(at, 4, true), 0, 4),
          (to, at) -> to.onBook(1, book(at, 1, false), 0, 1),
          (to, at) -> to.onCandle(at, 2, candle(at), 0),
          (to, at) -> to.onFunding(at, 1, -0.000125),
          (to, at) -> to.onTime(at),
          (to, at) -> to.onOrder(at, new OrderEvent.Sent(1, at)),
          (to, at) -> to.onOrder(at, new OrderEvent.Accepted(1, at)),
          (to, at) -> to.onOrder(at, new OrderEvent.Lost(1, at)),
          (to, at) -> to.onOrder(at, new OrderEvent.Cancelled(1, at)),
          (to, at) -> to.onOrder(at, new OrderEvent.Expired(1, at)),
          (to, at) -> to.onOrder(at, new OrderEvent.Triggered(1, at, 99)),
          (to, at) -> to.onOrder(at, new OrderEvent.Rejected(1, at, RejectReason.NOT_SENT)),
          (to, at) -> to.onOrder(at, new OrderEvent.Amended(1, at, new OrderTerms.Stop(7))),
          (to, at) -> to.onFill(at, fill(at), 8_000_000_001L),
          (to, at) -> to.onLateFill(at, order(3), fill(at), 8_000_000_002L),
          (to, at) -> to.onMargin(at, new MarginEvent.Funded(0, 1, at, 0.0001, -5)),
          (to, at) ->
              to.onMargin(
                  at, new MarginEvent.Changed(0, 1, at, MarginMode.CROSS, 3, MarginChange.DONE)),
          (to, at) -> to.onMargin(at, new MarginEvent.Liquidated(0, 1, at, 2, 3, 6, 1, 4)),
          (to, at) -> to.onMargin(at, new MarginEvent.ClosedOutside(0, 1, at, 2, 3, 6, 1)),
          (to, at) -> to.onFunded(at, new FundingPaid(1, 9_689_322_392L, at - 7, -5)),
          (to, at) -> to.onTransfer(at, new Transferred(0, 1, at, 9)),
          (to, at) -> to.onControl(at, new ControlEvent.CloseAll(at)),
          (to, at) -> to.onControl(at, new ControlEvent.EmergencyStop(at, "me")),
          (to, at) -> to.onControl(at, new ControlEvent.Resume(at, "me")),
          (to, at) -> to.onControl(at, new ControlEvent.Halt(at, "why")),
          (to, at) -> to.onControl(at, new ControlEvent.LiftLock(at, lock(at), "me")),
          (to, at) -> to.onControl(at, new ControlEvent.DataJudged(at, 1, false, "why")),
          (to, at) -> to.onCommand(at, new VenueCommand.NewOrder(order(7))),
          (to, at) ->
              to.onCommand(at, new VenueCommand.AmendOrder(7, 1, new OrderTerms.Limit(5, true))),
          (to, at) -> to.onCommand(at, new VenueCommand.CancelOrder(7, 1)),
          (to, at) -> to.onCommand(at, new VenueCommand.SetMargin(0, 1, MarginMode.ISOLATED, 2)),
          (to, at) -> to.onCommand(at, new VenueCommand.Transfer(0, 1, 8)));

  private Entries() {}

  static void random(SplitMix random, JournalEvents to, long timeNs) {
    ALL.get(random.nextInt(ALL.size())).accept(to, timeNs);
  }

  private static OrderIntent order(long id) {
    return new OrderIntent(
        id,
        0,
        1,
        Side.BUY,
        new OrderSize.Base(10),
        new OrderTerms.Bracket(new OrderTerms.Limit(100, false), 120, 90, id + 1),
        new TimeInForce.GoodTillDate(START_NS),
        false,
        OrderPurpose.ENTRY);
  }

  private static OrderEvent.Filled fill(long at) {
    return new OrderEvent.Filled(1, at, 2, 3, 6, 1, true, 4, false);
  }

  private static Lock lock(long at) {
    return new Lock(
        LockReason.STOP_GUARD, OptionalInt.of(1), Optional.of(Direction.SHORT), at, at + 1);
  }

  private static TradeColumns trade(long at) {
    return new TradeColumns(
        2,
        5,
        new long[] {at - 3},
        new long[] {at},
        new long[] {12_345},
        new long[] {678},
        new boolean[] {true});
  }

  private static CandleColumns candle(long at) {
    long close = at - at % MINUTE_NS;
    long[][] columns = {{close - MINUTE_NS}, {close}, {10}, {12}, {9}, {11}, {500}};
    return CandleColumns.of(2, 5, columns);
  }

  static BookColumns book(long at, int rows, boolean whole) {
    long[] happened = new long[rows];
    long[] came = new long[rows];
    long[] prices = new long[rows];
    byte[] flags = new byte[rows];
    Arrays.fill(happened, at - 2);
    Arrays.fill(came, at);
    for (int i = 0; i < rows; i++) {
      prices[i] = 100L + i;
      flags[i] = BookColumns.flags(i % 2 == 0, whole && i == 0, i == rows - 1);
    }
    return new BookColumns(2, 5, happened, came, prices, new long[rows], flags);
  }
}
