package io.tradewind.store.journal;

import io.tradewind.analytics.state.StateException;
import io.tradewind.store.disk.Disk;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a journal from its first entry to its last that is whole, compressed files as others. What
 * a crash tore off the end of a file is left out: nobody had been told of it. What is missing
 * though it was on disk once is damage, and refused.
 */
public final class JournalReader {
  private final SegmentFiles files;

  /** Of the journal on a disk, if there is one. */
  public JournalReader(Disk disk) {
    this.files = new SegmentFiles(disk);
  }

  /** What it is of, by its last file; empty where there is none. */
  public Optional<JournalHead> head() {
    return files.numbers().reversed().stream()
        .flatMap(number -> files.head(number).stream())
        .map(Segment::head)
        .findFirst();
  }

  /**
   * The first entry that is there: 1, unless what was before is no longer kept. Empty where there
   * is no journal.
   */
  public OptionalLong first() {
    List<Long> numbers = files.numbers();
    // A head that is damaged is told by whoever reads on.
    return numbers.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(files.head(numbers.getFirst()).map(Segment::firstSequence).orElse(1L));
  }

  /**
   * Tells everything behind an entry. Of files that end before it no more than the head is read.
   *
   * @param after sequence of the entry, 0 for all
   * @throws JournalException if it is damaged
   */
  public JournalEnd replay(long after, JournalEvents events) {
    Decoder decoder = new Decoder(events);
    List<Long> numbers = files.numbers();
    Optional<Segment> first = latestUpTo(after, numbers);
    JournalEnd end =
        first
            .map(each -> new JournalEnd(each.number() - 1, each.firstSequence() - 1, 0))
            .orElse(JournalEnd.NEW);
    long from = first.map(Segment::number).orElse(0L);
    for (Long number : numbers) {
      if (number < from) {
        continue;
      }
      ByteBuffer bytes = files.read(number);
      Optional<Segment> segment = SegmentFiles.head(number, bytes);
      if (segment.isEmpty()) {
        checkEmpty(number, bytes, end);
        continue;
      }
      checkFollows(segment.get(), end);
      end = replay(segment.get(), bytes, after, decoder);
    }
    return end;
  }

  /** The last file that begins right behind an entry or before; empty where all are to be told. */
  private Optional<Segment> latestUpTo(long sequence, List<Long> numbers) {
    if (sequence <= 0) {
      return Optional.empty();
    }
    return numbers.reversed().stream()
        .flatMap(number -> files.head(number).stream())
        .filter(segment -> segment.firstSequence() - 1 <= sequence)
        .findFirst();
  }

  private JournalEnd replay(Segment segment, ByteBuffer bytes, long after, Decoder decoder) {
    long sequence = segment.firstSequence() - 1;
    int position = 0;
    Optional<Frame> frame = Frame.at(bytes, position);
    while (frame.isPresent() && frame.get().sequence() == sequence + 1) {
      sequence++;
      position = frame.get().end();
      if (sequence > after) {
        decode(segment, frame.get(), decoder);
      }
      frame = Frame.at(bytes, position);
    }
    checkTorn(segment.number(), bytes, position, sequence);
    return new JournalEnd(segment.number(), sequence, left(bytes, position));
  }

  private static void decode(Segment segment, Frame frame, Decoder decoder) {
    try {
      decoder.decode(frame);
    } catch (StateException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new JournalException(
          "entry %s of %s is whole and cannot be read: %s; it was written by version %s"
              .formatted(
                  frame.sequence(),
                  Segment.name(segment.number()),
                  e.getMessage(),
                  segment.head().code()),
          e);
    }
  }

  private static void checkFollows(Segment segment, JournalEnd end) {
    if (end.sequence() == 0 && segment.firstSequence() > 1) {
      throw new JournalException(
          "the journal begins with entry %s, in %s: what was before is gone, and no snapshot that"
                  .formatted(segment.firstSequence(), Segment.name(segment.number()))
              + " can be read tells how the session stood there; put files back that were removed,"
              + " or begin a new session");
    }
    if (segment.firstSequence() != end.sequence() + 1) {
      throw new JournalException(
          "entries %s to %s are missing before %s: a file was removed or damaged; put it back, or"
                  .formatted(
                      end.sequence() + 1,
                      segment.firstSequence() - 1,
                      Segment.name(segment.number()))
              + " begin a new session");
    }
  }

  /** A file that was made ahead, or whose first entry was being written. */
  private static void checkEmpty(long number, ByteBuffer bytes, JournalEnd end) {
    checkTorn(number, bytes, 0, end.sequence());
  }

  /** What follows the last whole entry was never on disk as far as anybody knew. */
  private static void checkTorn(long number, ByteBuffer bytes, int from, long sequence) {
    for (int at = from; at <= bytes.limit() - Frame.HEAD_BYTES; at++) {
      if (bytes.get(at + 32) == 0 || bytes.getLong(at + 8) <= sequence) {
        continue;
      }
      Optional<Frame> later = Frame.at(bytes, at);
      if (later.isPresent() && later.get().durable() > sequence) {
        throw new JournalException(
            "%s is damaged at byte %s: entry %s was on disk and is gone; restore the file from a"
                    .formatted(Segment.name(number), from, sequence + 1)
                + " backup, or begin a new session");
      }
    }
  }

  private static int left(ByteBuffer bytes, int from) {
    int end = bytes.limit();
    while (end > from && bytes.get(end - 1) == 0) {
      end--;
    }
    return end - from;
  }
}
