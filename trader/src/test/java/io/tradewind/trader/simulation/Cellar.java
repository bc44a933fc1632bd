package io.tradewind.trader.simulation;

import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.VolatileDisk;
import java.util.Map;
import java.util.TreeMap;

/** What a session has removed of its journal, so that a simulation can look at all of it. */
final class Cellar {
  private static final long ROOM = 1L << 40;
  private static final String JOURNAL = "journal-";
  private static final String PACKED = ".gz";

  private final Map<String, byte[]> files = new TreeMap<>();

  /** A plain file that goes since it was compressed is not removed. */
  void beforeDelete(Disk disk, String name) {
    boolean isThere = name.startsWith(JOURNAL) && disk.names().contains(name);
    if (isThere && !disk.names().contains(name + PACKED)) {
      files.put(name, disk.read(name));
    }
  }

  /** How many files were removed. */
  int removed() {
    return files.size();
  }

  /** The journal from its first entry, of what is there and what was removed. */
  Disk whole(Disk disk) {
    VolatileDisk whole = new VolatileDisk(0, ROOM);
    files.forEach(whole::replace);
    disk.names().forEach(name -> whole.replace(name, disk.read(name)));
    return whole;
  }
}
