package io.tradewind.core.order;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.OptionalLong;

/** Orders as bytes, for snapshots. */
public final class OrderCodec {
  private static final int VERSION = 3;

  private OrderCodec() {}

  /** Writes an order. */
  public static void write(StateWriter out, OrderIntent intent) {
    out.section("order", VERSION)
        .writeLong(intent.orderId())
        .writeInt(intent.book())
        .writeInt(intent.instrument())
        .writeInt(intent.side().ordinal());
    writeSize(out, intent.size());
    writeTerms(out, intent.terms());
    writeTimeInForce(out, intent.timeInForce());
    out.writeBoolean(intent.reduceOnly()).writeInt(intent.purpose().ordinal());
  }

  /** Reads what {@link #write} wrote. */
  public static OrderIntent read(StateReader in) {
    in.section("order", VERSION);
    return new OrderIntent(
        in.readLong(),
        in.readInt(),
        in.readInt(),
        Side.values()[in.readInt()],
        readSize(in),
        readTerms(in),
        readTimeInForce(in),
        in.readBoolean(),
        OrderPurpose.values()[in.readInt()]);
  }

  /** Writes terms. */
  public static void writeTerms(StateWriter out, OrderTerms terms) {
    switch (terms) {
      case OrderTerms.Market _ -> out.writeInt(0);
      case OrderTerms.Limit limit ->
          out.writeInt(1).writeLong(limit.priceScaled()).writeBoolean(limit.postOnly());
      case OrderTerms.Stop stop -> out.writeInt(2).writeLong(stop.triggerScaled());
      case OrderTerms.StopLimit stop ->
          out.writeInt(3).writeLong(stop.triggerScaled()).writeLong(stop.limitScaled());
      case OrderTerms.TakeProfit target -> out.writeInt(4).writeLong(target.triggerScaled());
      case OrderTerms.TrailingStop stop -> {
        out.writeInt(5).writeBoolean(stop.stopScaled().isPresent());
        out.writeLong(stop.stopScaled().orElse(0))
            .writeLong(stop.trailPpm())
            .writeLong(stop.activationScaled());
      }
      case OrderTerms.Oco oco ->
          out.writeInt(6).writeLong(oco.targetScaled()).writeLong(oco.stopScaled());
      case OrderTerms.Bracket bracket -> {
        out.writeInt(7)
            .writeLong(bracket.targetScaled())
            .writeLong(bracket.stopScaled())
            .writeLong(bracket.exitOrderId());
        writeTerms(out, bracket.entry());
      }
      case OrderTerms.Iceberg iceberg ->
          out.writeInt(8).writeLong(iceberg.priceScaled()).writeLong(iceberg.visibleQtyScaled());
    }
  }

  /** Reads what {@link #writeTerms} wrote. */
  public static OrderTerms readTerms(StateReader in) {
    int kind = in.readInt();
    return switch (kind) {
      case 0 -> new OrderTerms.Market();
      case 1 -> new OrderTerms.Limit(in.readLong(), in.readBoolean());
      case 2 -> new OrderTerms.Stop(in.readLong());
      case 3 -> new OrderTerms.StopLimit(in.readLong(), in.readLong());
      case 4 -> new OrderTerms.TakeProfit(in.readLong());
      case 5 -> {
        boolean stands = in.readBoolean();
        long stop = in.readLong();
        yield new OrderTerms.TrailingStop(
            stands ? OptionalLong.of(stop) : OptionalLong.empty(), in.readLong(), in.readLong());
      }
      case 6 -> new OrderTerms.Oco(in.readLong(), in.readLong());
      case 7 -> {
        long target = in.readLong();
        long stop = in.readLong();
        long exitOrderId = in.readLong();
        yield new OrderTerms.Bracket(readTerms(in), target, stop, exitOrderId);
      }
      case 8 -> new OrderTerms.Iceberg(in.readLong(), in.readLong());
      default -> throw new StateException("no kind of order: " + kind);
    };
  }

  private static void writeSize(StateWriter out, OrderSize size) {
    switch (size) {
      case OrderSize.Base base -> out.writeInt(0).writeLong(base.qtyScaled());
      case OrderSize.Budget budget -> out.writeInt(1).writeLong(budget.quoteScaled());
      case OrderSize.Position _ -> out.writeInt(2);
    }
  }

  private static OrderSize readSize(StateReader in) {
    int kind = in.readInt();
    return switch (kind) {
      case 0 -> new OrderSize.Base(in.readLong());
      case 1 -> new OrderSize.Budget(in.readLong());
      case 2 -> new OrderSize.Position();
      default -> throw new StateException("no size of order: " + kind);
    };
  }

  private static void writeTimeInForce(StateWriter out, TimeInForce timeInForce) {
    switch (timeInForce) {
      case TimeInForce.GoodTillCancelled _ -> out.writeInt(0);
      case TimeInForce.ImmediateOrCancel _ -> out.writeInt(1);
      case TimeInForce.FillOrKill _ -> out.writeInt(2);
      case TimeInForce.GoodTillDate date -> out.writeInt(3).writeLong(date.untilNs());
    }
  }

  private static TimeInForce readTimeInForce(StateReader in) {
    int kind = in.readInt();
    return switch (kind) {
      case 0 -> TimeInForce.GTC;
      case 1 -> TimeInForce.IOC;
      case 2 -> TimeInForce.FOK;
      case 3 -> new TimeInForce.GoodTillDate(in.readLong());
      default -> throw new StateException("no time in force: " + kind);
    };
  }
}
