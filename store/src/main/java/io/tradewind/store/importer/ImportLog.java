package io.tradewind.store.importer;

import io.tradewind.store.series.RowListener;
import java.util.ArrayList;
import java.util.List;

/** Counts what goes wrong while a file is read, and keeps the first of it. */
final class ImportLog implements RowListener {
  private final int maxBroken;
  private final List<BrokenLine> broken = new ArrayList<>();
  private String file;
  private long brokenCount;
  private long duplicates;
  private long conflicts;
  private long outOfOrder;
  private boolean truncated;
  private String firstReason = "";

  ImportLog(String file, int maxBroken) {
    this.file = file;
    this.maxBroken = maxBroken;
  }

  void enter(String part) {
    file = part;
  }

  void broken(long line, String reason) {
    if (brokenCount++ == 0) {
      firstReason = "line " + line + ": " + reason;
    }
    if (broken.size() < maxBroken) {
      broken.add(new BrokenLine(file, line, reason));
    }
  }

  void truncated(long line, String reason) {
    truncated = true;
    broken(line, reason);
  }

  @Override
  public void identical(long droppedLine, long keptLine) {
    duplicates++;
  }

  @Override
  public void conflicting(long droppedLine, long keptLine) {
    conflicts++;
    broken(droppedLine, "line " + keptLine + " says otherwise for the same; the later one stands");
  }

  @Override
  public void outOfOrder(long line) {
    outOfOrder++;
  }

  String firstReason() {
    return firstReason;
  }

  ImportNotes notes() {
    return new ImportNotes(brokenCount, broken, duplicates, conflicts, outOfOrder, truncated);
  }
}
