package io.tradewind.store.disk;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.store.disk.DiskException.Cause;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk in memory for simulations, which does with what was not forced what real ones do at a
 * power cut: of each page that was written since, it keeps the new bytes, the old ones, or some of
 * both. Its room may run out and its forces may fail when it is told so.
 */
public final class VolatileDisk implements Disk {
  private static final int PAGE = 512;

  private final SplitMix random;
  private final Map<String, Content> files = new TreeMap<>();
  private long roomBytes;
  private boolean fails;

  /** What a file is, what of it is durable, and the pages in which the two may differ. */
  private static final class Content {
    private final byte[] now;
    private final byte[] durable;
    private final boolean[] dirty;

    Content(byte[] bytes) {
      now = bytes.clone();
      durable = bytes.clone();
      dirty = new boolean[(bytes.length + PAGE - 1) / PAGE];
    }
  }

  /**
   * Empty.
   *
   * @param seed of what a crash keeps
   * @param roomBytes of all files together
   */
  public VolatileDisk(long seed, long roomBytes) {
    this.random = new SplitMix(seed);
    this.roomBytes = roomBytes;
  }

  /** From now on there is room for so much. */
  public void room(long bytes) {
    roomBytes = bytes;
  }

  /** From now on writes fail, or no longer do. */
  public void failing(boolean now) {
    fails = now;
  }

  /** The power goes: what was not forced is lost, kept or torn, page by page. */
  public void crash() {
    for (Content file : files.values()) {
      for (int page = 0; page < file.dirty.length; page++) {
        if (file.dirty[page]) {
          tear(file, page);
        }
      }
    }
  }

  private void tear(Content file, int page) {
    int from = page * PAGE;
    int to = Math.min(file.now.length, from + PAGE);
    int kept =
        switch (random.nextInt(3)) {
          case 0 -> from;
          case 1 -> to;
          default -> from + random.nextInt(to - from);
        };
    // The first part is new and the rest is old, as a sector that was being written.
    System.arraycopy(file.durable, kept, file.now, kept, to - kept);
    System.arraycopy(file.now, from, file.durable, from, to - from);
    file.dirty[page] = false;
  }

  @Override
  public List<String> names() {
    return new ArrayList<>(files.keySet());
  }

  @Override
  public DiskFile create(String name, long bytes) {
    Check.argument(bytes > 0 && bytes < Integer.MAX_VALUE, "a file needs a size, was %s", bytes);
    put(name, new byte[(int) bytes]);
    return open(name);
  }

  @Override
  public DiskFile open(String name) {
    return new OpenFile(name, file(name));
  }

  @Override
  public byte[] read(String name) {
    return file(name).now.clone();
  }

  @Override
  public byte[] read(String name, long position, int bytes) {
    byte[] all = file(name).now;
    int from = (int) Math.min(position, all.length);
    return Arrays.copyOfRange(all, from, from + Math.min(bytes, all.length - from));
  }

  @Override
  public long bytes(String name) {
    return file(name).now.length;
  }

  @Override
  public void replace(String name, byte[] content) {
    put(name, content);
  }

  private void put(String name, byte[] content) {
    if (fails) {
      throw new DiskException(Cause.FAILED, "can't use " + name);
    }
    Content old = files.get(name);
    if (freeBytes() + (old == null ? 0 : old.now.length) < content.length) {
      throw new DiskException(Cause.FULL, "the disk of " + name + " is full; make room on it");
    }
    files.put(name, new Content(content));
  }

  @Override
  public void rename(String name, String to) {
    if (fails) {
      throw new DiskException(Cause.FAILED, "can't use " + name);
    }
    Content moved = file(name);
    files.remove(name);
    files.put(to, moved);
  }

  @Override
  public void delete(String name) {
    files.remove(name);
  }

  @Override
  public long freeBytes() {
    return roomBytes - files.values().stream().mapToLong(file -> file.now.length).sum();
  }

  private Content file(String name) {
    Content file = files.get(name);
    if (file == null) {
      throw new DiskException(Cause.MISSING, "there is no file " + name);
    }
    return file;
  }

  private final class OpenFile implements DiskFile {
    private final String name;
    private final Content file;
    private boolean isBroken;

    OpenFile(String name, Content file) {
      this.name = name;
      this.file = file;
    }

    @Override
    public long bytes() {
      return file.now.length;
    }

    @Override
    public void write(long position, ByteBuffer content) {
      Check.argument(
          position >= 0 && position + content.remaining() <= bytes(),
          "a write must be within the file, was at %s",
          position);
      check();
      int from = (int) position;
      int to = from + content.remaining();
      content.get(file.now, from, to - from);
      for (int page = from / PAGE; page * PAGE < to; page++) {
        file.dirty[page] = true;
      }
    }

    @Override
    public void force() {
      check();
      for (int page = 0; page < file.dirty.length; page++) {
        if (file.dirty[page]) {
          int from = page * PAGE;
          int length = Math.min(PAGE, file.now.length - from);
          System.arraycopy(file.now, from, file.durable, from, length);
          file.dirty[page] = false;
        }
      }
    }

    private void check() {
      isBroken |= fails;
      if (isBroken) {
        throw new DiskException(Cause.FAILED, "can't use " + name);
      }
    }

    @Override
    public void close() {}
  }
}
