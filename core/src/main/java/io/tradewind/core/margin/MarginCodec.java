package io.tradewind.core.margin;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/** Events of accounts as bytes, for snapshots and journals. */
public final class MarginCodec {
  private MarginCodec() {}

  /** Writes an event. */
  public static void write(StateWriter out, MarginEvent event) {
    int kind =
        switch (event) {
          case MarginEvent.Funded _ -> 0;
          case MarginEvent.Changed _ -> 1;
          case MarginEvent.Liquidated _ -> 2;
          case MarginEvent.ClosedOutside _ -> 3;
        };
    out.writeInt(kind).writeInt(event.book()).writeInt(event.instrument());
    out.writeLong(event.timeNs());
    switch (event) {
      case MarginEvent.Funded funded ->
          out.writeDouble(funded.rate()).writeLong(funded.amountScaled());
      case MarginEvent.Changed changed ->
          out.writeInt(changed.mode().ordinal())
              .writeInt(changed.leverage())
              .writeInt(changed.outcome().ordinal());
      case MarginEvent.Liquidated closed ->
          out.writeLong(closed.qtyScaled())
              .writeLong(closed.priceScaled())
              .writeLong(closed.quoteScaled())
              .writeLong(closed.feeScaled())
              .writeLong(closed.coveredScaled());
      case MarginEvent.ClosedOutside closed ->
          out.writeLong(closed.qtyScaled())
              .writeLong(closed.priceScaled())
              .writeLong(closed.quoteScaled())
              .writeLong(closed.feeScaled());
    }
  }

  /** Reads what {@link #write(StateWriter, MarginEvent)} wrote. */
  public static MarginEvent read(StateReader in) {
    int kind = in.readInt();
    int book = in.readInt();
    int instrument = in.readInt();
    long timeNs = in.readLong();
    return switch (kind) {
      case 0 -> new MarginEvent.Funded(book, instrument, timeNs, in.readDouble(), in.readLong());
      case 1 ->
          new MarginEvent.Changed(
              book,
              instrument,
              timeNs,
              MarginMode.values()[in.readInt()],
              in.readInt(),
              MarginChange.values()[in.readInt()]);
      case 2 ->
          new MarginEvent.Liquidated(
              book,
              instrument,
              timeNs,
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong());
      case 3 ->
          new MarginEvent.ClosedOutside(
              book, instrument, timeNs, in.readLong(), in.readLong(), in.readLong(), in.readLong());
      default -> throw new StateException("no event of an account: " + kind);
    };
  }

  /** Writes a transfer. */
  public static void write(StateWriter out, Transferred event) {
    out.writeInt(event.fromBook())
        .writeInt(event.toBook())
        .writeLong(event.timeNs())
        .writeLong(event.amountScaled());
  }

  /** Writes a funding of an account. */
  public static void write(StateWriter out, FundingPaid event) {
    out.writeInt(event.instrument())
        .writeLong(event.transactionId())
        .writeLong(event.timeNs())
        .writeLong(event.amountScaled());
  }

  /** Reads what {@link #write(StateWriter, FundingPaid)} wrote. */
  public static FundingPaid readFundingPaid(StateReader in) {
    return new FundingPaid(in.readInt(), in.readLong(), in.readLong(), in.readLong());
  }

  /** Reads what {@link #write(StateWriter, Transferred)} wrote. */
  public static Transferred readTransfer(StateReader in) {
    return new Transferred(in.readInt(), in.readInt(), in.readLong(), in.readLong());
  }
}
