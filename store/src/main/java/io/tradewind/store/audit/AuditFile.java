package io.tradewind.store.audit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.port.AuditSink;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.DiskFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Appends to an audit. Lines are collected until {@link #force}, or until there are many: only then
 * are they on disk. A file is filled with ends of lines when it is made and is written over, so
 * that text tools read it.
 *
 * <p>After a crash the engine replays its journal and tells its decisions again. Those that are
 * there are compared and passed over, those that the crash took are written. Notes are not told
 * again: force them.
 *
 * <p>Room for the next file is taken ahead ({@link #prepare}), so that a disk that fills up leaves
 * a whole file of decisions to be told. When a file cannot be made all the same nothing is lost:
 * the same entry may be told again. When a write has failed, open anew. One thread writes; others
 * may ask for {@link #forcedLine}.
 */
public final class AuditFile implements AuditSink, AutoCloseable {
  /** A usual size of a file. */
  public static final int SEGMENT_BYTES = 4 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  /** What will be the next file. */
  private static final String SPARE = "spare";

  private final Disk disk;
  private final AuditHead head;
  private final int segmentBytes;
  private final AuditReader reader;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private DiskFile file;
  private boolean hasSpare;
  private long segment;
  private long position;
  private long line;
  private long sequence;
  private String hash;
  private volatile long forced;

  private AuditFile(Disk disk, AuditHead head, int segmentBytes, Scan last) {
    this.disk = disk;
    this.head = head;
    this.segmentBytes = segmentBytes;
    this.reader = new AuditReader(disk);
    this.file = disk.open(last.file());
    this.hasSpare = disk.names().contains(SPARE) && disk.read(SPARE).length == segmentBytes;
    this.segment = last.head().segment();
    this.position = last.end();
    this.line = last.lastLine();
    this.sequence = last.lastSequence();
    this.hash = last.lastHash();
  }

  /**
   * Begins an audit, or goes on behind its last whole line. What a crash tore off is cut off.
   *
   * @param segmentBytes size of each file
   * @throws AuditException if what is there is damaged or of another session
   */
  public static AuditFile open(Disk disk, AuditHead head, int segmentBytes) {
    Check.argument(segmentBytes >= 1024, "a file is too small: %s bytes", segmentBytes);
    List<Long> segments = AuditReader.segments(disk);
    if (segments.isEmpty()) {
      SegmentHead first = next(head, 1, 0, 0, Chain.START);
      disk.replace(SegmentHead.name(1), blank(first, segmentBytes));
      segments = List.of(1L);
    }
    Scan last = Scan.of(disk, segments.getLast());
    checkSession(last, head);
    checkWhole(disk, segments, last);
    AuditFile audit = new AuditFile(disk, head, segmentBytes, last);
    audit.cutOff(last);
    return audit;
  }

  private static void checkSession(Scan last, AuditHead head) {
    if (last.head().session() != head.session()) {
      throw new AuditException(
          "%s is the audit of session %s, not of %s; give this session a folder of its own"
              .formatted(last.file(), last.head().session(), head.session()));
    }
  }

  private static void checkWhole(Disk disk, List<Long> segments, Scan last) {
    long expected = last.lastLine() + 1;
    if (last.stop().isPresent() && last.stop().get().isDamage(expected)) {
      throw new AuditException(
          "%s is damaged in row %s: line %s was on disk and is not what it was; keep the file as"
                  .formatted(last.file(), last.stop().get().row(), expected)
              + " evidence, and restore it from a backup or begin a new session");
    }
    if (segments.size() > 1) {
      Scan before = Scan.of(disk, segments.get(segments.size() - 2));
      if (!before.lastHash().equals(last.head().previous())) {
        throw new AuditException(
            "%s does not follow on %s; verify the audit".formatted(last.file(), before.file()));
      }
    }
  }

  /** What is read may not be durable: the process died, and the system lived on. */
  private void cutOff(Scan last) {
    if (last.stop().isPresent()) {
      byte[] ends = new byte[(int) (file.bytes() - position)];
      Arrays.fill(ends, (byte) '\n');
      file.write(position, ByteBuffer.wrap(ends));
    }
    file.force();
    forced = line;
  }

  /** Whether room for the next file should be taken now. */
  public boolean wantsPrepare() {
    return !hasSpare;
  }

  /**
   * Takes room for the next file.
   *
   * @throws DiskException if there is none; this file is written on, and it may be tried again
   */
  public void prepare() {
    if (!hasSpare) {
      disk.create(SPARE, segmentBytes).close();
      hasSpare = true;
    }
  }

  /** Number of the last line that was told. */
  public long line() {
    return line;
  }

  /** Number of the last line that is on disk; others may read up to it. */
  public long forcedLine() {
    return forced;
  }

  /** Sequence of the last decision; a replay may begin at any decision up to the next one. */
  public long sequence() {
    return sequence;
  }

  /** Hash of the last line; who keeps it elsewhere can prove later that nothing was cut off. */
  public String hash() {
    return hash;
  }

  /**
   * Takes the next decision, or one that is there already.
   *
   * @throws AuditException if decisions are missing before it, or if it is not what is there
   */
  @Override
  public void accept(AuditRecord entry) {
    if (entry.sequence() > sequence + 1) {
      throw new AuditException(
          "decisions %s to %s are missing in the audit; replay the journal from an earlier state"
              .formatted(sequence + 1, entry.sequence() - 1));
    }
    AuditEntry decision = new AuditEntry.Decision(entry);
    if (entry.sequence() <= sequence) {
      compare(entry.sequence(), decision);
    } else {
      add(decision);
      sequence = entry.sequence();
    }
  }

  /** Takes a note. */
  public void append(AuditNote note) {
    add(new AuditEntry.Note(note));
  }

  private void compare(long at, AuditEntry told) {
    flush();
    AuditLine there =
        reader
            .decision(at)
            .orElseThrow(() -> new AuditException("decision %s is not in the audit".formatted(at)));
    if (!there.kind().equals(told.kind()) || !there.json().equals(told.json())) {
      throw new AuditException(
          ("decision %s is another one than in line %s of the audit: the replay says %s %s, the"
                  + " line %s %s; the journal, the settings or the program is not the same")
              .formatted(at, there.number(), told.kind(), told.json(), there.kind(), there.json()));
    }
  }

  private void add(AuditEntry entry) {
    String body = AuditLine.body(line + 1, forced, entry);
    int bytes = body.getBytes(StandardCharsets.UTF_8).length + Sealed.EXTRA_BYTES;
    if (position + buffer.size() + bytes > file.bytes()) {
      rollOver(bytes);
    }
    Sealed sealed = new Sealed(body, Chain.hash(hash, body));
    buffer.writeBytes(sealed.text().getBytes(StandardCharsets.UTF_8));
    hash = sealed.hash();
    line++;
    if (buffer.size() > BUFFER_BYTES) {
      flush();
    }
  }

  /** The next file is there whole with its first line, or not at all. */
  private void rollOver(int bytes) {
    force();
    SegmentHead next = next(head, segment + 1, line, sequence, hash);
    byte[] content = blank(next, Math.max(segmentBytes, bytes + 2 * next.body().length() + 1024));
    make(SegmentHead.name(segment + 1), content);
    DiskFile opened = disk.open(SegmentHead.name(segment + 1));
    file.close();
    file = opened;
    segment++;
    position = first(next).length;
    hash = Chain.hash(next.previous(), next.body());
  }

  private void make(String name, byte[] content) {
    if (!hasSpare || content.length != segmentBytes) {
      disk.replace(name, content);
      return;
    }
    try (DiskFile spare = disk.open(SPARE)) {
      spare.write(0, ByteBuffer.wrap(content));
      spare.force();
    }
    disk.rename(SPARE, name);
    hasSpare = false;
  }

  private static SegmentHead next(
      AuditHead head, long segment, long after, long sequence, String previous) {
    return new SegmentHead(
        SegmentHead.MARK,
        SegmentHead.FORMAT,
        head.session(),
        head.code(),
        head.description(),
        segment,
        after,
        sequence,
        previous);
  }

  private static byte[] first(SegmentHead head) {
    String body = head.body();
    return new Sealed(body, Chain.hash(head.previous(), body))
        .text()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] blank(SegmentHead head, int bytes) {
    byte[] line = first(head);
    byte[] content = Arrays.copyOf(line, Math.max(bytes, line.length));
    Arrays.fill(content, line.length, content.length, (byte) '\n');
    return content;
  }

  /** Hands everything so far to the system, so that it outlives the process, if not the power. */
  public void flush() {
    if (buffer.size() > 0) {
      file.write(position, ByteBuffer.wrap(buffer.toByteArray()));
      position += buffer.size();
      buffer.reset();
    }
  }

  /** Everything so far is on disk when this returns. */
  public void force() {
    if (forced < line) {
      flush();
      file.force();
      forced = line;
    }
  }

  /** Forces what is left, and ends. */
  @Override
  public void close() {
    force();
    file.close();
  }
}
