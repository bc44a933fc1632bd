package io.tradewind.store.audit;

import io.tradewind.store.disk.Disk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file of an audit as it was read.
 *
 * @param file its name
 * @param head its first line
 * @param lines those that hang together, from the first on
 * @param end byte behind the last of them
 * @param stop what follows them, if it is not blank
 */
record Scan(String file, SegmentHead head, List<AuditLine> lines, int end, Optional<Stop> stop) {

  /**
   * A line that does not follow.
   *
   * @param row its place in the file, from 1
   * @param text all of it
   * @param line its parts, where it has them
   * @param later the lines behind it that have their parts
   */
  record Stop(int row, String text, Optional<AuditLine> line, List<AuditLine> later) {

    /**
     * Whether it was on disk once and is not what it was. What a crash tears off has lost bytes, so
     * a line with all its parts was changed; and nothing that was forced can be torn off.
     */
    boolean isDamage(long expected) {
      boolean isChanged = line.isPresent() && line.get().number() == expected;
      return isChanged
          || line.stream().anyMatch(found -> found.forced() >= expected)
          || later.stream().anyMatch(found -> found.forced() >= expected);
    }
  }

  /**
   * Reads a file.
   *
   * @throws AuditException if its first line is not whole, of another program or a newer version
   */
  static Scan of(Disk disk, long segment) {
    String file = SegmentHead.name(segment);
    Rows rows = new Rows(disk.read(file));
    SegmentHead head = head(file, segment, rows.next());
    List<AuditLine> lines = new ArrayList<>();
    String hash = Sealed.read(rows.text).orElseThrow().hash();
    int end = rows.to;
    while (!rows.isOver()) {
      String text = rows.next();
      Optional<AuditLine> line = AuditLine.read(text);
      if (line.isEmpty() || !line.get().follows(head.after() + lines.size(), hash)) {
        return new Scan(file, head, lines, end, stop(rows, text, line));
      }
      lines.add(line.get());
      hash = line.get().hash();
      end = rows.to;
    }
    return new Scan(file, head, lines, end, Optional.empty());
  }

  private static SegmentHead head(String file, long segment, String text) {
    try {
      SegmentHead head =
          SegmentHead.read(
              Sealed.read(text)
                  .orElseThrow(() ->
                      new AuditException(
                          AuditVerdict.Fault.CHANGED, "its first line is not whole")));
      if (head.segment() != segment) {
        throw new AuditException(
            "it says that it is %s: it was renamed; give it its name back"
                .formatted(SegmentHead.name(head.segment())));
      }
      return head;
    } catch (AuditException e) {
      throw new AuditException(e.fault(), "%s: %s".formatted(file, e.getMessage()));
    }
  }

  private static Optional<Stop> stop(Rows rows, String text, Optional<AuditLine> line) {
    int row = rows.row;
    List<AuditLine> later = new ArrayList<>();
    boolean isBlank = text.isEmpty();
    while (!rows.isOver()) {
      String next = rows.next();
      isBlank &= next.isEmpty();
      AuditLine.read(next).ifPresent(later::add);
    }
    return isBlank ? Optional.empty() : Optional.of(new Stop(row, text, line, later));
  }

  long lastLine() {
    return head.after() + lines.size();
  }

  String lastHash() {
    return lines.isEmpty() ? Chain.hash(head.previous(), head.body()) : lines.getLast().hash();
  }

  /** Sequence of the last decision so far. */
  long lastSequence() {
    for (AuditLine line : lines.reversed()) {
      if (line.sequence().isPresent()) {
        return line.sequence().getAsLong();
      }
    }
    return head.sequence();
  }

  /** The lines of a file; what is behind the last end of a line counts as one. */
  private static final class Rows {
    private final byte[] bytes;
    private int to;
    private int row;
    private String text = "";

    Rows(byte[] bytes) {
      this.bytes = bytes;
    }

    boolean isOver() {
      return to >= bytes.length;
    }

    String next() {
      int from = to;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      to = Math.min(bytes.length, to + 1);
      row++;
      return text;
    }
  }
}
