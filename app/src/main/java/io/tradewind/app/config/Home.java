package io.tradewind.app.config;

import io.tradewind.app.terminal.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The folder where store, configuration, strategies and reports live.
 *
 * @param folder maybe not there yet
 * @param origin who named it
 */
public record Home(Path folder, Origin origin) {
  private static final String VARIABLE = "TRADEWIND_HOME";

  /** The flag, else the variable, else a folder of the user's home. */
  public static Home of(Optional<Path> flag, Map<String, String> environment, Path userHome) {
    if (flag.isPresent()) {
      return named(flag.orElseThrow(), new Origin.Flag("--home"));
    }
    String named = environment.getOrDefault(VARIABLE, "");
    if (!named.isBlank()) {
      return named(Path.of(named), new Origin.Environment(VARIABLE));
    }
    return new Home(userHome.resolve(".tradewind").toAbsolutePath(), new Origin.Default());
  }

  private static Home named(Path folder, Origin origin) {
    Path whole = folder.toAbsolutePath();
    if (folder.toString().isBlank()) {
      throw impossible("'" + folder + "' names no folder", origin);
    }
    if (!Files.exists(whole)) {
      checkMakeable(whole, origin);
    } else if (!Files.isDirectory(whole)) {
      throw impossible(folder + " is no folder", origin);
    } else if (!Files.isReadable(whole) || !Files.isExecutable(whole)) {
      throw impossible("can't read the folder " + folder + ": it is not allowed", origin);
    }
    return new Home(whole, origin);
  }

  /** By making one and taking it away, for rights alone do not tell. */
  private static void checkMakeable(Path folder, Origin origin) {
    Path above = folder;
    while (!Files.exists(above) && above.getParent() != null) {
      above = above.getParent();
    }
    try {
      Files.delete(Files.createTempDirectory(above, ".tradewind"));
    } catch (IOException e) {
      String reason = Files.isDirectory(above) ? UserMistake.reason(e) : above + " is no folder";
      throw impossible("can't make the folder " + folder + ": " + reason, origin);
    }
  }

  private static UserMistake impossible(String text, Origin origin) {
    return new UserMistake(text + " (" + origin.text() + "); name another");
  }

  /** Read where no other file is named. */
  public Path configuration() {
    return folder.resolve("config.yaml");
  }

  /** Market data. */
  public Path store() {
    return folder.resolve("store");
  }

  /** The user's strategies. */
  public Path strategies() {
    return folder.resolve("strategies");
  }

  /** What was compiled of strategies; may be deleted at any time. */
  public Path strategyCache() {
    return folder.resolve("cache").resolve("strategies");
  }

  /** What was traded on paper and live, a folder for each session. */
  public Path sessions() {
    return folder.resolve("sessions");
  }

  /** The records of all sessions, where no server keeps them. */
  public Path database() {
    return folder.resolve("tradewind.db");
  }

  /** Variables that are read where the environment does not set them. */
  public Path variables() {
    return folder.resolve(".env");
  }

  /** Reports that were not given a place of their own. */
  public Path reports() {
    return folder.resolve("reports");
  }

  /**
   * Makes sure that a folder of the home is there and can be written.
   *
   * @throws UserMistake if it can't
   */
  public Path writable(Path inside) {
    try {
      Files.createDirectories(inside);
    } catch (IOException e) {
      throw new UserMistake(unwritable(inside), e);
    }
    if (!Files.isWritable(inside)) {
      throw new UserMistake(unwritable(inside));
    }
    return inside;
  }

  private String unwritable(Path inside) {
    return "can't write to "
        + inside
        + " ("
        + origin.text()
        + "); make it writable, or name another folder with --home or "
        + VARIABLE;
  }
}
