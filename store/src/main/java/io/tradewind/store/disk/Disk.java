package io.tradewind.store.disk;

import java.util.List;

/**
 * The files of one folder. Names are plain file names. What {@link DiskFile#write} wrote is durable
 * after {@link DiskFile#force}; before, a crash may keep all, some or none of it. Everything else
 * is durable when it returns.
 *
 * <p>Every method throws {@link DiskException} where the disk fails.
 */
public interface Disk {
  /** The names of all files, sorted. */
  List<String> names();

  /**
   * Makes a file of zeros, which never grows: a later write to it needs no room that may be gone.
   *
   * @param bytes its size, above 0
   */
  DiskFile create(String name, long bytes);

  /** Opens a file that is there, to be written. */
  DiskFile open(String name);

  /** All of a file. */
  byte[] read(String name);

  /**
   * A part of a file.
   *
   * @param position where it begins
   * @param bytes how many; fewer come where the file ends before
   */
  byte[] read(String name, long position, int bytes);

  /** The size of a file, in bytes. */
  long bytes(String name);

  /** Makes or replaces a file whole: after a crash there is the old one or the new one. */
  void replace(String name, byte[] content);

  /**
   * Gives a file another name, and takes the place of what had it: after a crash it has the one or
   * the other. It needs no room.
   */
  void rename(String name, String to);

  /** Removes a file, if it is there. */
  void delete(String name);

  /** Room that is left, in bytes. */
  long freeBytes();
}
