package io.tradewind.trader.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the files of a folder. */
final class Lines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Lines() {}

  static List<String> of(Path folder, LogStream stream) throws IOException {
    Path file = folder.resolve(stream.key() + ".log");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** Everything, files that turned over included. */
  static List<String> all(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : names(folder)) {
      lines.addAll(Files.readAllLines(folder.resolve(name)));
    }
    return lines;
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  static JsonNode json(String line) {
    return MAPPER.readTree(line);
  }
}
