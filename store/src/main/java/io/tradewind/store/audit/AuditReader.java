package io.tradewind.store.audit;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.store.disk.Disk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Reads lines of an audit by their numbers. It keeps one file in memory, and looks again when what
 * it is asked for is not in it. What it reads hangs together within its file; the whole is for
 * {@link AuditVerifier}.
 */
public final class AuditReader {
  private final Disk disk;
  private Optional<Scan> last = Optional.empty();

  /** Of the audit on a disk. */
  public AuditReader(Disk disk) {
    this.disk = disk;
  }

  /** What the audit is of, by its last file; empty where there is none. */
  public Optional<AuditHead> head() {
    List<Long> numbers = segments();
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(scan(numbers.getLast()).head())
            .map(head -> new AuditHead(head.session(), head.code(), head.description()));
  }

  /** Number of the last whole line; 0 where there is none. */
  public long lastLine() {
    List<Long> numbers = segments();
    return numbers.isEmpty() ? 0 : fresh(numbers.getLast()).lastLine();
  }

  /**
   * The lines behind a line, of one file.
   *
   * @param after number of the line, 0 for the first
   * @param upTo number of the last line that is wanted
   * @param most how many at most
   * @return in their order; none if there are none yet
   * @throws AuditException if the next one should be there and is not
   */
  public List<AuditLine> read(long after, long upTo, int most) {
    if (after >= upTo || most <= 0) {
      return List.of();
    }
    Optional<Scan> found = find(after + 1, after, SegmentHead::after, Scan::lastLine);
    List<AuditLine> lines = new ArrayList<>();
    if (found.isPresent()) {
      Scan scan = found.get();
      int from = (int) (after - scan.head().after());
      for (int i = from; i < scan.lines().size() && lines.size() < most; i++) {
        if (scan.lines().get(i).number() <= upTo) {
          lines.add(scan.lines().get(i));
        }
      }
    }
    if (lines.isEmpty()) {
      throw new AuditException(
          "line %s of the audit was on disk and cannot be read; verify the audit"
              .formatted(after + 1));
    }
    return lines;
  }

  /** The line of a decision; empty if there is none. */
  public Optional<AuditLine> decision(long sequence) {
    return find(sequence, sequence - 1, SegmentHead::sequence, Scan::lastSequence)
        .flatMap(scan -> in(scan, sequence));
  }

  private static Optional<AuditLine> in(Scan scan, long sequence) {
    List<AuditLine> lines = scan.lines();
    int low = 0;
    int high = lines.size() - 1;
    // Notes have no sequence: the search goes by the decision at or before the middle.
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = middle;
      while (at >= low && lines.get(at).sequence().isEmpty()) {
        at--;
      }
      if (at < low || lines.get(at).sequence().orElseThrow() < sequence) {
        low = middle + 1;
      } else if (lines.get(at).sequence().orElseThrow() > sequence) {
        high = at - 1;
      } else {
        return Optional.of(lines.get(at));
      }
    }
    return Optional.empty();
  }

  /** The file that holds what was asked for: the last one that begins at or before it. */
  private Optional<Scan> find(
      long wanted, long before, ToLongFunction<SegmentHead> begin, ToLongFunction<Scan> end) {
    if (last.isPresent()
        && begin.applyAsLong(last.get().head()) <= before
        && end.applyAsLong(last.get()) >= wanted) {
      return last;
    }
    List<Long> numbers = segments();
    int low = 0;
    int high = numbers.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (begin.applyAsLong(scan(numbers.get(middle)).head()) <= before) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (numbers.isEmpty()) {
      return Optional.empty();
    }
    Scan scan = fresh(numbers.get(low));
    boolean holds = begin.applyAsLong(scan.head()) <= before && end.applyAsLong(scan) >= wanted;
    return holds ? Optional.of(scan) : Optional.empty();
  }

  private Scan scan(long segment) {
    return last.isPresent() && last.get().head().segment() == segment ? last.get() : fresh(segment);
  }

  private Scan fresh(long segment) {
    Scan scan = Scan.of(disk, segment);
    last = Optional.of(scan);
    return scan;
  }

  private List<Long> segments() {
    return segments(disk);
  }

  static List<Long> segments(Disk disk) {
    return disk.names().stream()
        .flatMap(name -> SegmentHead.number(name).stream())
        .sorted()
        .toList();
  }

  /**
   * Tells all decisions from a sequence on, such as one who was not there needs.
   *
   * @throws AuditException if this version cannot read one
   */
  public void replay(long fromSequence, long upToLine, Consumer<AuditRecord> to) {
    long line = decision(fromSequence).map(found -> found.number() - 1).orElse(upToLine);
    while (line < upToLine) {
      List<AuditLine> lines = read(line, upToLine, Integer.MAX_VALUE);
      for (AuditLine next : lines) {
        if (next.entry() instanceof AuditEntry.Decision decision) {
          to.accept(decision.content());
        }
      }
      line = lines.getLast().number();
    }
  }
}
