package io.tradewind.venues;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Recordings and vectors, where the machine has them. */
public final class SharedData {
  private SharedData() {}

  /** A file of shared/data above this folder; the test is skipped, and says so, without it. */
  public static Path file(String name) {
    Optional<Path> found = Optional.empty();
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data").resolve(name);
      if (found.isEmpty() && Files.exists(candidate)) {
        found = Optional.of(candidate);
      }
    }
    if (found.isEmpty()) {
      System.out.println("skipped: there is no shared/data/" + name + " above this folder");
    }
    Assumptions.assumeTrue(found.isPresent(), "there is no shared/data/" + name);
    return found.orElseThrow();
  }

  /** One recorded message: when it came, and what it was. */
  public record Line(long receiveTimeNs, String text) {}

  /** The messages of a recording, in the order in which they came. */
  public static List<Line> recording(String name) {
    Path file = file("ticks/" + name);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(SharedData::line).toList();
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }

  private static Line line(String line) {
    int space = line.indexOf(' ');
    return new Line(Long.parseLong(line.substring(0, space)), line.substring(space + 1));
  }
}
