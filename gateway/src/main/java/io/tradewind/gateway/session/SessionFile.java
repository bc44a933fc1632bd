package io.tradewind.gateway.session;

import io.tradewind.gateway.json.JsonReading;
import io.tradewind.gateway.server.ControlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import tools.jackson.databind.JsonNode;

/**
 * The file in a session's folder that says where the session is while it runs. It holds the token,
 * so only its owner can read it.
 */
public final class SessionFile implements AutoCloseable {
  /** Its name. */
  public static final String NAME = "gateway.json";

  private final Path folder;
  private final SessionEntry entry;

  private SessionFile(Path folder, SessionEntry entry) {
    this.folder = folder;
    this.entry = entry;
  }

  /** What is found in a folder. */
  public sealed interface Found {
    /** A session that runs. */
    record Running(SessionEntry entry) implements Found {}

    /** One whose process has gone without a good end. */
    record Stale(SessionEntry entry) implements Found {}

    /** One that is talked to in another way. */
    record OtherVersion(String version) implements Found {}

    /** No file. */
    record Nothing() implements Found {}

    /** A file that can't be read, or is none of ours. */
    record Unreadable(String why) implements Found {}
  }

  /**
   * Writes it in one piece; a stale one is replaced.
   *
   * @param folder which has to be there
   * @throws IOException if it can't be written, or says that a session runs already
   */
  public static SessionFile write(Path folder, SessionEntry entry) throws IOException {
    refuseSecond(folder);
    Path draft = Files.createTempFile(folder, NAME, ".tmp", ownerOnly(folder));
    try {
      Files.writeString(draft, entry.text(ControlServer.API));
      Files.move(
          draft,
          folder.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    return new SessionFile(folder, entry);
  }

  /** Fails where the file of a session that runs is in the folder. */
  public static void refuseSecond(Path folder) throws IOException {
    if (read(folder) instanceof Found.Running(SessionEntry other)) {
      throw new IOException(
          "session " + other.session() + " runs already, as process " + other.process().pid());
    }
  }

  /** Where the file system knows no such rights, those of temporary files are the closest. */
  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** What is in a session's folder. */
  public static Found read(Path folder) {
    try {
      JsonNode json = JsonReading.object(Files.readString(folder.resolve(NAME)));
      if (JsonReading.whole(json, "api") != ControlServer.API) {
        return new Found.OtherVersion(JsonReading.text(json, "version"));
      }
      SessionEntry entry = SessionEntry.of(json);
      return entry.process().isAlive() ? new Found.Running(entry) : new Found.Stale(entry);
    } catch (NoSuchFileException _) {
      return new Found.Nothing();
    } catch (IOException e) {
      return new Found.Unreadable(e.toString());
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new Found.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** Removes it, if it is still this one. */
  @Override
  public void close() throws IOException {
    if (read(folder) instanceof Found.Running(SessionEntry there)
        && there.token().reveal().equals(entry.token().reveal())) {
      Files.deleteIfExists(folder.resolve(NAME));
    }
  }
}
