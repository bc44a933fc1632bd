package io.tradewind.store.audit;

import io.tradewind.store.audit.AuditVerdict.Broken;
import io.tradewind.store.audit.AuditVerdict.Fault;
import io.tradewind.store.disk.Disk;
import java.util.List;
import java.util.Optional;

/**
 * Walks an audit from its first line to its last. The chain shows that no line was changed, taken
 * out or swapped by one who did not write everything behind it anew; who could have done that is
 * found out by an expected end that was kept elsewhere.
 */
public final class AuditVerifier {
  private AuditVerifier() {}

  /**
   * A line that is known to have been there.
   *
   * @param line its number
   * @param hash its hash
   */
  public record Expected(long line, String hash) {}

  /** Verifies all that is there. */
  public static AuditVerdict verify(Disk disk) {
    return verify(disk, Optional.empty());
  }

  /** Verifies all that is there, and that a line is in it which is known from elsewhere. */
  public static AuditVerdict verify(Disk disk, Expected expected) {
    return verify(disk, Optional.of(expected));
  }

  private static AuditVerdict verify(Disk disk, Optional<Expected> expected) {
    Walk walk = new Walk(expected);
    List<Long> segments = AuditReader.segments(disk);
    for (int i = 0; i < segments.size(); i++) {
      Optional<Broken> broken = walk.take(disk, segments.get(i), i == segments.size() - 1);
      if (broken.isPresent()) {
        return broken.get();
      }
    }
    return walk.end();
  }

  private static final class Walk {
    private final Optional<Expected> expected;
    private long segment;
    private long session;
    private long line;
    private long sequence;
    private String hash = Chain.START;
    private String file = SegmentHead.name(1);
    private int row = 1;

    Walk(Optional<Expected> expected) {
      this.expected = expected;
    }

    Optional<Broken> take(Disk disk, long number, boolean isLast) {
      file = SegmentHead.name(number);
      row = 1;
      if (number != segment + 1) {
        return broken(Fault.MISSING, SegmentHead.name(segment + 1) + " is not there");
      }
      Scan scan;
      try {
        scan = Scan.of(disk, number);
      } catch (AuditException e) {
        return broken(e.fault(), String.valueOf(e.getMessage()));
      }
      Optional<Broken> head = head(scan.head());
      return head.isPresent() ? head : lines(scan, isLast);
    }

    private Optional<Broken> head(SegmentHead head) {
      if (segment > 0 && head.session() != session) {
        return broken(
            Fault.FOREIGN,
            "it is of session %s, the files before of %s".formatted(head.session(), session));
      }
      session = head.session();
      segment = head.segment();
      if (head.after() > line) {
        return broken(
            Fault.MISSING,
            "lines %s to %s are not at the end of the file before"
                .formatted(line + 1, head.after()));
      }
      return head.previous().equals(hash)
          ? Optional.empty()
          : broken(Fault.FOREIGN, "it does not follow on the file before");
    }

    private Optional<Broken> lines(Scan scan, boolean isLast) {
      for (AuditLine next : scan.lines()) {
        row++;
        if (expected.isPresent()
            && expected.get().line() == next.number()
            && !expected.get().hash().equals(next.hash())) {
          line = next.number() - 1;
          return broken(
              Fault.CHANGED, "the chain up to here was written anew: its hash is not the expected");
        }
      }
      line = scan.lastLine();
      sequence = scan.lastSequence();
      hash = scan.lastHash();
      if (scan.stop().isEmpty()) {
        return Optional.empty();
      }
      row = scan.stop().get().row();
      return Optional.of(stopped(scan.stop().get(), isLast));
    }

    private Broken stopped(Scan.Stop stop, boolean isLast) {
      long wanted = line + 1;
      if (isLast && !stop.isDamage(wanted)) {
        return make(
            Fault.TORN_END,
            "it was being written when the system went down; opening the audit cuts it off");
      }
      boolean comesLater = stop.later().stream().anyMatch(later -> later.number() == wanted);
      if (stop.line().isEmpty()) {
        return comesLater
            ? make(Fault.CHANGED, "a foreign line is in front of it")
            : make(Fault.CHANGED, "it is not whole");
      }
      long found = stop.line().get().number();
      if (found == wanted) {
        return make(Fault.CHANGED, "it is not what it was: its hash is another");
      }
      return comesLater || found < wanted
          ? make(Fault.SWAPPED, "line %s stands in its place".formatted(found))
          : make(Fault.MISSING, "line %s follows on line %s".formatted(found, line));
    }

    AuditVerdict end() {
      if (expected.isPresent() && expected.get().line() > line) {
        return make(
            Fault.CUT_OFF,
            "it ends with line %s, and line %s was there".formatted(line, expected.get().line()));
      }
      return new AuditVerdict.Whole(line, sequence, hash);
    }

    private Optional<Broken> broken(Fault fault, String text) {
      return Optional.of(make(fault, text));
    }

    private Broken make(Fault fault, String text) {
      return new Broken(
          fault,
          file,
          row,
          line + 1,
          "%s, row %s, line %s: %s".formatted(file, row, line + 1, text));
    }
  }
}
