package io.tradewind.store.journal;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.ControlCodec;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginCodec;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.CommandCodec;
import io.tradewind.core.order.OrderCodec;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderEventCodec;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.DiskFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Appends to a journal. Entries are collected until {@link #force}, or until there are many: only
 * then are they on disk. Files have their size from the start, and the next one is made ahead
 * ({@link #prepare}), so that a full disk leaves room for all that is yet to be said of orders that
 * stand.
 */
public final class JournalWriter implements JournalEvents, AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;

  private final Disk disk;
  private final JournalHead head;
  private final int segmentBytes;
  private final ByteBuffer buffer;
  private DiskFile file;
  private Optional<DiskFile> next = Optional.empty();
  private long number;
  private long position;
  private long sequence;
  private long durable;
  private long timeNs = Long.MIN_VALUE;

  /**
   * Goes on behind what is there, in a new file.
   *
   * @param end of the journal as it was read
   * @param segmentBytes size of each file
   */
  public JournalWriter(Disk disk, JournalHead head, JournalEnd end, int segmentBytes) {
    Check.argument(
        segmentBytes >= 2 * Frame.HEAD_BYTES, "a file is too small: %s bytes", segmentBytes);
    this.disk = disk;
    this.head = head;
    this.segmentBytes = segmentBytes;
    this.buffer =
        ByteBuffer.allocate(BUFFER_BYTES + Frame.MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    this.number = end.segment();
    this.sequence = end.sequence();
    this.durable = end.sequence();
    forceLast();
    this.file = disk.create(Segment.name(number + 1), segmentBytes);
    begin();
  }

  /** What was read may not have been durable: the process died, and the system lived on. */
  private void forceLast() {
    if (number > 0) {
      try (DiskFile last = disk.open(Segment.name(number))) {
        last.force();
      }
    }
  }

  /** The sequence of the last entry. */
  public long sequence() {
    return sequence;
  }

  /** The sequence of the last entry that is on disk. */
  public long durable() {
    return durable;
  }

  /** Whether the next file should be made now. */
  public boolean wantsPrepare() {
    return next.isEmpty();
  }

  /** Room that is left on its disk, in bytes. */
  public long freeBytes() {
    return disk.freeBytes();
  }

  /**
   * Makes the next file, which takes some milliseconds. It is not begun where it cannot fit, so
   * that trying again takes the last room from nobody.
   *
   * @throws DiskException if it cannot be made; this one is written on, and it may be tried again
   */
  public void prepare() {
    if (next.isEmpty()) {
      long free = freeBytes();
      if (free < segmentBytes) {
        throw new DiskException(
            DiskException.Cause.FULL,
            "the disk is full: %s needs %s bytes, and %s are free; make room on it"
                .formatted(Segment.name(number + 1), segmentBytes, free));
      }
      next = Optional.of(disk.create(Segment.name(number + 1), segmentBytes));
    }
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    int start = open(rows.receiveTimeNs(row));
    buffer
        .putInt(instrument)
        .put((byte) rows.priceScale())
        .put((byte) rows.qtyScale())
        .putLong(rows.timeNs(row))
        .putLong(rows.price(row))
        .putLong(rows.qty(row))
        .put((byte) (rows.buyerIsAggressor(row) ? 1 : 0));
    seal(start, EntryKind.TRADE);
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {
    int start = open(rows.receiveTimeNs(from));
    buffer
        .putInt(instrument)
        .put((byte) rows.priceScale())
        .put((byte) rows.qtyScale())
        .putLong(rows.timeNs(from))
        .put((byte) (rows.begins(from) ? 1 : 0))
        .putInt(to - from);
    for (int row = from; row < to; row++) {
      buffer.putLong(rows.price(row)).putLong(rows.qty(row)).put((byte) (rows.isBid(row) ? 1 : 0));
    }
    seal(start, EntryKind.BOOK);
  }

  @Override
  public void onCandle(long time, int instrument, CandleColumns rows, int row) {
    int start = open(time);
    buffer
        .putInt(instrument)
        .put((byte) rows.priceScale())
        .put((byte) rows.volumeScale())
        .putLong(rows.openTimeNs(row))
        .putLong(rows.closeTimeNs(row))
        .putLong(rows.open(row))
        .putLong(rows.high(row))
        .putLong(rows.low(row))
        .putLong(rows.close(row))
        .putLong(rows.volume(row));
    seal(start, EntryKind.CANDLE);
  }

  @Override
  public void onFunding(long time, int instrument, double rate) {
    int start = open(time);
    buffer.putInt(instrument).putDouble(rate);
    seal(start, EntryKind.FUNDING);
  }

  @Override
  public void onTime(long time) {
    seal(open(time), EntryKind.TIME);
  }

  @Override
  public void onOrder(long time, OrderEvent event) {
    StateWriter out = new StateWriter();
    OrderEventCodec.write(out, event);
    add(time, EntryKind.ORDER, out);
  }

  @Override
  public void onFill(long time, OrderEvent.Filled fill, long tradeId) {
    StateWriter out = new StateWriter();
    OrderEventCodec.write(out, fill);
    add(time, EntryKind.FILL, out.writeLong(tradeId));
  }

  @Override
  public void onLateFill(long time, OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    StateWriter out = new StateWriter();
    OrderCodec.write(out, intent);
    OrderEventCodec.write(out, fill);
    add(time, EntryKind.LATE_FILL, out.writeLong(tradeId));
  }

  @Override
  public void onMargin(long time, MarginEvent event) {
    StateWriter out = new StateWriter();
    MarginCodec.write(out, event);
    add(time, EntryKind.MARGIN, out);
  }

  @Override
  public void onFunded(long time, FundingPaid event) {
    StateWriter out = new StateWriter();
    MarginCodec.write(out, event);
    add(time, EntryKind.FUNDED, out);
  }

  @Override
  public void onTransfer(long time, Transferred event) {
    StateWriter out = new StateWriter();
    MarginCodec.write(out, event);
    add(time, EntryKind.TRANSFER, out);
  }

  @Override
  public void onControl(long time, ControlEvent event) {
    StateWriter out = new StateWriter();
    ControlCodec.write(out, event);
    add(time, EntryKind.CONTROL, out);
  }

  @Override
  public void onCommand(long time, VenueCommand command) {
    StateWriter out = new StateWriter();
    CommandCodec.write(out, command);
    add(time, EntryKind.COMMAND, out);
  }

  /** Hands everything so far to the system, so that it outlives the process, if not the power. */
  public void flush() {
    if (buffer.position() > 0) {
      writeOut();
    }
  }

  /** Everything so far is on disk when this returns. */
  public void force() {
    if (durable < sequence) {
      flush();
      file.force();
      durable = sequence;
    }
  }

  private void add(long time, EntryKind kind, StateWriter content) {
    int start = open(time);
    buffer.put(content.toByteArray());
    seal(start, kind);
  }

  private int open(long time) {
    Check.argument(time >= timeNs, "time falls in the journal, to %s", time);
    timeNs = time;
    if (buffer.position() > BUFFER_BYTES) {
      writeOut();
    }
    int start = buffer.position();
    buffer.position(start + Frame.HEAD_BYTES);
    return start;
  }

  /** What does not fit any more goes into the next file. */
  private void seal(int start, EntryKind kind) {
    int bytes = buffer.position() - start;
    if (position + buffer.position() > segmentBytes && kind != EntryKind.HEAD) {
      byte[] entry = new byte[bytes];
      buffer.get(start, entry);
      buffer.position(start);
      rollOver();
      start = buffer.position();
      buffer.put(entry);
    }
    sequence++;
    Frame.seal(buffer, start, kind, sequence, durable, timeNs);
  }

  private void rollOver() {
    force();
    file.close();
    prepare();
    file = next.orElseThrow();
    next = Optional.empty();
    begin();
  }

  /** The head is on disk before anything else is. */
  private void begin() {
    number++;
    position = 0;
    int start = buffer.position();
    buffer.position(start + Frame.HEAD_BYTES);
    buffer.put(new Segment(number, sequence + 1, head).bytes());
    seal(start, EntryKind.HEAD);
    force();
  }

  private void writeOut() {
    buffer.flip();
    int bytes = buffer.remaining();
    file.write(position, buffer);
    position += bytes;
    buffer.clear();
  }

  /** Forces what is left, and ends. */
  @Override
  public void close() {
    force();
    file.close();
    next.ifPresent(DiskFile::close);
  }
}
