package io.tradewind.trader.simulation;

import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskFile;
import java.nio.ByteBuffer;
import java.util.List;

/** A disk on which a process dies between two of its steps: before or after so many of them. */
final class MortalDisk implements Disk {
  private final Disk disk;
  private Cellar cellar = new Cellar();
  private long left = Long.MAX_VALUE;

  /** The process is killed; nothing of it goes on. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  MortalDisk(Disk disk) {
    this.disk = disk;
  }

  /**
   * It dies so soon.
   *
   * @param steps 0 before the next write, force or change of a file, 1 after it, and so on
   */
  void dieAfter(long steps) {
    left = steps;
  }

  /** What it removes of a journal goes there. */
  void keepIn(Cellar other) {
    cellar = other;
  }

  private void step(Runnable action) {
    if (left == 0) {
      throw new Killed();
    }
    action.run();
    left -= left == Long.MAX_VALUE ? 0 : 1;
    if (left == 0) {
      throw new Killed();
    }
  }

  @Override
  public List<String> names() {
    return disk.names();
  }

  @Override
  public DiskFile create(String name, long bytes) {
    step(() -> {});
    return new MortalFile(disk.create(name, bytes));
  }

  @Override
  public DiskFile open(String name) {
    return new MortalFile(disk.open(name));
  }

  @Override
  public byte[] read(String name) {
    return disk.read(name);
  }

  @Override
  public byte[] read(String name, long position, int bytes) {
    return disk.read(name, position, bytes);
  }

  @Override
  public long bytes(String name) {
    return disk.bytes(name);
  }

  @Override
  public void replace(String name, byte[] content) {
    step(() -> disk.replace(name, content));
  }

  @Override
  public void rename(String name, String to) {
    step(() -> disk.rename(name, to));
  }

  @Override
  public void delete(String name) {
    step(() -> {
      cellar.beforeDelete(disk, name);
      disk.delete(name);
    });
  }

  @Override
  public long freeBytes() {
    return disk.freeBytes();
  }

  private final class MortalFile implements DiskFile {
    private final DiskFile file;

    MortalFile(DiskFile file) {
      this.file = file;
    }

    @Override
    public long bytes() {
      return file.bytes();
    }

    @Override
    public void write(long position, ByteBuffer content) {
      step(() -> file.write(position, content));
    }

    @Override
    public void force() {
      step(file::force);
    }

    @Override
    public void close() {
      file.close();
    }
  }
}
