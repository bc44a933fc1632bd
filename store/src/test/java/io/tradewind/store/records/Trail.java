package io.tradewind.store.records;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.store.audit.AuditFile;
import io.tradewind.store.audit.AuditHead;
import io.tradewind.store.audit.AuditLine;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.VolatileDisk;
import java.util.ArrayList;
import java.util.List;

/** An audit in memory, to be told and read. */
final class Trail {
  static final long SESSION = 5;
  private static final int SEGMENT = 1 << 20;

  final VolatileDisk disk = new VolatileDisk(1, Integer.MAX_VALUE);
  final AuditFile file =
      AuditFile.open(disk, new AuditHead(SESSION, "0.1.0", "a session"), SEGMENT);

  Trail() {
    append(
        new AuditNote.SessionStarted(
            TradeTape.START_NS, "paper", "0.1.0", 8, TradeTape.BOOKS, TradeTape.INSTRUMENTS));
  }

  Trail append(AuditNote note) {
    file.append(note);
    file.force();
    return this;
  }

  Trail accept(AuditRecord record) {
    file.accept(record);
    return this;
  }

  Trail accept(List<AuditRecord> records) {
    records.forEach(file::accept);
    file.force();
    return this;
  }

  List<AuditLine> lines() {
    file.force();
    AuditReader reader = new AuditReader(disk);
    List<AuditLine> lines = new ArrayList<>();
    while (lines.size() < file.forcedLine()) {
      lines.addAll(reader.read(lines.size(), file.forcedLine(), Integer.MAX_VALUE));
    }
    return lines;
  }
}
