package io.tradewind.store.disk;

import io.tradewind.analytics.check.Check;
import io.tradewind.store.disk.DiskException.Cause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder of the operating system, which one process has at a time. */
public final class FolderDisk implements Disk, AutoCloseable {
  private static final String LOCK = ".lock";
  private static final String TEMP = ".tmp";
  private static final int CHUNK = 1 << 20;

  /** What systems say of a full disk, Windows last, for Java has no exception of its own for it. */
  private static final List<String> FULL =
      List.of("no space left", "quota exceeded", "not enough space");

  private final Path folder;
  private final FileChannel lock;

  private FolderDisk(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder if need be, takes it, and sweeps away what a write that died has left.
   *
   * @throws DiskException if another process has it, or it cannot be written
   */
  public static FolderDisk take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new DiskException(
            Cause.LOCKED,
            "another process has "
                + folder
                + "; stop it first, or give this one a folder of its own");
      }
      FolderDisk disk = new FolderDisk(folder, channel);
      for (String name : disk.all()) {
        if (name.endsWith(TEMP)) {
          Files.deleteIfExists(folder.resolve(name));
        }
      }
      return disk;
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public List<String> names() {
    try {
      return all().stream().filter(name -> !name.startsWith(".")).toList();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private List<String> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Override
  public DiskFile create(String name, long bytes) {
    Check.argument(bytes > 0, "a file needs a size, was %s", bytes);
    Path file = folder.resolve(name);
    Path temp = folder.resolve("." + name + TEMP);
    try {
      try (FileChannel channel =
          FileChannel.open(
              temp,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer zeros = ByteBuffer.allocate(CHUNK);
        for (long at = 0; at < bytes; at += zeros.limit()) {
          zeros.clear().limit((int) Math.min(CHUNK, bytes - at));
          writeAll(channel, at, zeros);
        }
        channel.force(true);
      }
      move(temp, file);
      return open(name);
    } catch (IOException e) {
      throw swept(temp, file, e);
    }
  }

  @Override
  public DiskFile open(String name) {
    Path file = folder.resolve(name);
    try {
      return new OpenFile(file, FileChannel.open(file, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public byte[] read(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public byte[] read(String name, long position, int bytes) {
    Path file = folder.resolve(name);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return FilePart.of(channel, position, bytes);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public long bytes(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public void replace(String name, byte[] content) {
    Path file = folder.resolve(name);
    Path temp = folder.resolve("." + name + TEMP);
    try {
      try (FileChannel channel =
          FileChannel.open(
              temp,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeAll(channel, 0, ByteBuffer.wrap(content));
        channel.force(true);
      }
      move(temp, file);
    } catch (IOException e) {
      throw swept(temp, file, e);
    }
  }

  @Override
  public void rename(String name, String to) {
    try {
      move(folder.resolve(name), folder.resolve(to));
    } catch (IOException e) {
      throw failed(folder.resolve(name), e);
    }
  }

  @Override
  public void delete(String name) {
    Path file = folder.resolve(name);
    try {
      Files.deleteIfExists(file);
      forceFolder();
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  @Override
  public long freeBytes() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private void move(Path temp, Path file) throws IOException {
    Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  /** Makes names durable, where the system lets a folder be opened; Windows does not. */
  private void forceFolder() throws IOException {
    if (java.io.File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void writeAll(FileChannel channel, long position, ByteBuffer content)
      throws IOException {
    long at = position;
    while (content.hasRemaining()) {
      at += channel.write(content, at);
    }
  }

  private static DiskException swept(Path temp, Path file, IOException e) {
    try {
      Files.deleteIfExists(temp);
    } catch (IOException left) {
      e.addSuppressed(left);
    }
    return failed(file, e);
  }

  private static DiskException failed(Path file, IOException e) {
    String text = e.getMessage() == null ? "" : e.getMessage();
    if (e instanceof AccessDeniedException) {
      return new DiskException(
          Cause.DENIED, "no right to write " + file + "; change the rights of its folder", e);
    }
    if (e instanceof NoSuchFileException) {
      return new DiskException(Cause.MISSING, "there is no file " + file, e);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (FULL.stream().anyMatch(lower::contains)) {
      return new DiskException(Cause.FULL, "the disk of " + file + " is full; make room on it", e);
    }
    return new DiskException(
        Cause.FAILED, "can't use " + file + ": " + e.getClass().getSimpleName() + " " + text, e);
  }

  private static final class OpenFile implements DiskFile {
    private final Path file;
    private final FileChannel channel;
    private final long bytes;
    private @Nullable DiskException broken;

    OpenFile(Path file, FileChannel channel) throws IOException {
      this.file = file;
      this.channel = channel;
      this.bytes = channel.size();
    }

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public void write(long position, ByteBuffer content) {
      Check.argument(
          position >= 0 && position + content.remaining() <= bytes,
          "a write must be within the file, was at %s",
          position);
      run(() -> writeAll(channel, position, content));
    }

    @Override
    public void force() {
      run(() -> channel.force(false));
    }

    private void run(Step step) {
      if (broken != null) {
        throw broken;
      }
      try {
        step.run();
      } catch (IOException e) {
        broken = failed(file, e);
        throw broken;
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw failed(file, e);
      }
    }
  }

  /** Something that may fail. */
  private interface Step {
    void run() throws IOException;
  }
}
