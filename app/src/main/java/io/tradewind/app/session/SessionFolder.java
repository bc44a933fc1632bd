package io.tradewind.app.session;

import io.tradewind.app.config.Home;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.gateway.session.SessionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a session: what it is, its journal with the snapshots, its audit, its logs, and
 * while it runs the file that leads to it.
 */
public record SessionFolder(Path path) {
  private static final String DESCRIPTION = "session.json";

  /** That of a name. */
  public static SessionFolder of(Home home, String name) {
    return new SessionFolder(home.sessions().resolve(name));
  }

  /** All that there are, by name. */
  public static List<SessionFolder> all(Home home) {
    if (!Files.isDirectory(home.sessions())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home.sessions())) {
      return folders
          .map(SessionFolder::new)
          .filter(SessionFolder::isBegun)
          .sorted((left, right) -> left.name().compareTo(right.name()))
          .toList();
    } catch (IOException e) {
      throw new UserMistake("can't read " + home.sessions() + ": " + UserMistake.reason(e), e);
    }
  }

  /** Those that run now. */
  public static List<SessionFolder> running(Home home) {
    return all(home).stream().filter(SessionFolder::isRunning).toList();
  }

  /** What the session is called. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Whether there is one. */
  public boolean isBegun() {
    return Files.isRegularFile(description());
  }

  /** Whether a process runs it. */
  public boolean isRunning() {
    return SessionFile.read(path) instanceof SessionFile.Found.Running;
  }

  /** What it is. */
  public Path description() {
    return path.resolve(DESCRIPTION);
  }

  /** Its inputs and commands, and its snapshots. */
  public Path journal() {
    return path.resolve("journal");
  }

  /** Its decisions. */
  public Path audit() {
    return path.resolve("audit");
  }

  /** For people. */
  public Path logs() {
    return path.resolve("logs");
  }
}
