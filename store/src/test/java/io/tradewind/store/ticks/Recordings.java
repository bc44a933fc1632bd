package io.tradewind.store.ticks;

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

/** Recorded streams, where the machine has them. */
final class Recordings {
  private Recordings() {}

  /** The folder shared/data above this one; the test is skipped, and says so, if there is none. */
  static Path folder(String test) {
    Optional<Path> found = Optional.empty();
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("data");
      if (found.isEmpty() && Files.isDirectory(candidate.resolve("ticks"))) {
        found = Optional.of(candidate);
      }
    }
    if (found.isEmpty()) {
      System.out.println(test + " skipped: there is no shared/data/ticks above this folder");
    }
    Assumptions.assumeTrue(found.isPresent(), "there is no shared/data/ticks above this folder");
    return found.orElseThrow();
  }

  /** All messages of a file in the order in which they were received. */
  static List<RecordedMessage> read(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().map(RecordedMessage::parse).toList();
    }
  }

  /** Those of one kind. */
  static <M extends RecordedMessage> List<M> only(Class<M> kind, List<RecordedMessage> all) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
