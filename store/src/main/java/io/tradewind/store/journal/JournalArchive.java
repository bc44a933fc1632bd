package io.tradewind.store.journal;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks after what a journal has behind it: files that lie before the oldest snapshot are
 * compressed, snapshots are put aside as anchors, and what is older than it is to be kept is
 * removed, as far as an anchor stands at the beginning of what remains.
 *
 * <p>It shares nothing but the disk with whoever writes the journal, and touches no file that is
 * written or that a start needs; so it may run on a thread of its own. All that it knows it reads
 * from names and heads of files: whatever it dies of, the next one goes on.
 */
public final class JournalArchive {
  private static final long LOOK_NS = 10 * Utc.SECOND_NS;
  private static final long AGAIN_NS = 60 * Utc.SECOND_NS;

  private final Disk disk;
  private final Terms terms;
  private final SegmentFiles files;
  private final SnapshotFiles snapshots;
  private final Map<Long, Segment> heads = new TreeMap<>();
  private final Set<Anchor> whole = new HashSet<>();
  private Optional<Packing> packing = Optional.empty();
  private long nextLookNs = Long.MIN_VALUE;
  private volatile Optional<String> wrong = Optional.empty();

  /**
   * What is kept.
   *
   * @param keepNs so long the journal is kept at least; 0 keeps all
   * @param anchorNs so often a snapshot is put aside; removal goes in such steps
   * @param reserveBytes of the disk that are not for it
   */
  public record Terms(long keepNs, long anchorNs, long reserveBytes) {
    /** Checks the ranges. */
    public Terms {
      Check.argument(keepNs >= 0, "keepNs must be >= 0, was %s", keepNs);
      Check.argument(anchorNs > 0, "anchorNs must be > 0, was %s", anchorNs);
    }

    /** So many days, with an anchor a day; 0 keeps all. */
    public static Terms days(long days, long reserveBytes) {
      return new Terms(Math.multiplyExact(days, Utc.DAY_NS), Utc.DAY_NS, reserveBytes);
    }
  }

  /** Of the journal on a disk. */
  public JournalArchive(Disk disk, Terms terms) {
    this.disk = disk;
    this.terms = terms;
    this.files = new SegmentFiles(disk);
    this.snapshots = new SnapshotFiles(disk, 1);
  }

  /**
   * One step: a file is removed, an anchor made, or a piece of a file compressed.
   *
   * @param nowNs time, epoch nanoseconds
   * @return 1 if something was done, 0 if there was nothing to do
   */
  public int doWork(long nowNs) {
    try {
      if (packing.isPresent()) {
        pack(packing.get());
        return 1;
      }
      if (nowNs < nextLookNs) {
        return 0;
      }
      if (remove(nowNs) || anchor(nowNs) || begin()) {
        return 1;
      }
      nextLookNs = nowNs + LOOK_NS;
      wrong = Optional.empty();
    } catch (DiskException | JournalException e) {
      packing = Optional.empty();
      nextLookNs = nowNs + AGAIN_NS;
      wrong = Optional.of(String.valueOf(e.getMessage()));
    }
    return 0;
  }

  /** What keeps it from its work, which is tried again; any thread may ask. */
  public Optional<String> wrong() {
    return wrong;
  }

  private void pack(Packing one) {
    if (one.step()) {
      packing = Optional.empty();
    }
  }

  /** The first file that can be compressed, if there is room for what becomes of it. */
  private boolean begin() {
    OptionalLong oldest = snapshots.oldest();
    List<String> names = disk.names();
    for (long number : files.numbers()) {
      if (names.contains(Segment.name(number))) {
        boolean isBehind = oldest.isPresent() && endsBefore(number, oldest.getAsLong());
        if (!isBehind || !hasRoom(disk.bytes(Segment.name(number)))) {
          return false;
        }
        packing = Optional.of(new Packing(disk, number));
        return true;
      }
    }
    return false;
  }

  /** Twice, so that the next file of the journal finds its room, too. */
  private boolean hasRoom(long bytes) {
    return disk.freeBytes() - 2 * bytes >= terms.reserveBytes();
  }

  /** Whether all of a file is known to a snapshot, which the head of the next one says. */
  private boolean endsBefore(long number, long snapshot) {
    return head(number + 1).map(next -> next.firstSequence() - 1 <= snapshot).orElse(false);
  }

  private Optional<Segment> head(long number) {
    Optional<Segment> known = Optional.ofNullable(heads.get(number));
    if (known.isPresent() || !files.numbers().contains(number)) {
      return known;
    }
    Optional<Segment> read = files.head(number);
    read.ifPresent(each -> heads.put(number, each));
    return read;
  }

  private boolean anchor(long nowNs) {
    List<Anchor> anchors = snapshots.anchors();
    long slot = Math.floorDiv(nowNs, terms.anchorNs());
    boolean isDue =
        terms.keepNs() > 0
            && (anchors.isEmpty()
                || Math.floorDiv(anchors.getLast().atSeconds() * Utc.SECOND_NS, terms.anchorNs())
                    < slot);
    return isDue
        && hasRoom(snapshots.latestBytes())
        && snapshots.anchor(Math.floorDiv(nowNs, Utc.SECOND_NS)).isPresent();
  }

  /** From the oldest file on, and then the anchors before, so that what is there can be played. */
  private boolean remove(long nowNs) {
    Optional<Anchor> cut = cut(nowNs);
    if (cut.isEmpty()) {
      return false;
    }
    for (long number : files.numbers()) {
      if (!endsBefore(number, cut.get().sequence())) {
        break;
      }
      disk.delete(Segment.name(number));
      disk.delete(Segment.archived(number));
      heads.remove(number);
      return true;
    }
    Optional<Anchor> old =
        snapshots.anchors().stream()
            .filter(each -> each.sequence() < cut.get().sequence())
            .findFirst();
    old.ifPresent(each -> disk.delete(each.name()));
    return old.isPresent();
  }

  /** The latest anchor that is old enough; what is before it may go. */
  private Optional<Anchor> cut(long nowNs) {
    long latest = Math.floorDiv(nowNs - terms.keepNs(), Utc.SECOND_NS);
    return terms.keepNs() == 0
        ? Optional.empty()
        : snapshots.anchors().reversed().stream()
            .filter(each -> each.atSeconds() <= latest)
            .filter(this::isWhole)
            .findFirst();
  }

  private boolean isWhole(Anchor anchor) {
    if (!whole.contains(anchor) && snapshots.isWhole(anchor)) {
      whole.add(anchor);
    }
    return whole.contains(anchor);
  }
}
