package io.tradewind.store.disk;

import io.tradewind.store.disk.DiskException.Cause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of the operating system that is only read, maybe while another process writes to it: the
 * end of what is read may be a write that is half done.
 */
public final class FolderView implements Disk {
  private final Path folder;

  /** Of a folder that is there. */
  public FolderView(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  @Override
  public byte[] read(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException e) {
      throw unreadable(folder.resolve(name), e);
    }
  }

  @Override
  public byte[] read(String name, long position, int bytes) {
    Path file = folder.resolve(name);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return FilePart.of(channel, position, bytes);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public long bytes(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public long freeBytes() {
    return 0;
  }

  @Override
  public DiskFile create(String name, long bytes) {
    throw onlyRead(name);
  }

  @Override
  public DiskFile open(String name) {
    throw onlyRead(name);
  }

  @Override
  public void replace(String name, byte[] content) {
    throw onlyRead(name);
  }

  @Override
  public void rename(String name, String to) {
    throw onlyRead(name);
  }

  @Override
  public void delete(String name) {
    throw onlyRead(name);
  }

  private DiskException onlyRead(String name) {
    return new DiskException(Cause.DENIED, folder.resolve(name) + " is only read here");
  }

  private static DiskException unreadable(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new DiskException(Cause.MISSING, "there is no file " + file, e)
        : new DiskException(Cause.FAILED, "can't read " + file + ": " + e, e);
  }
}
