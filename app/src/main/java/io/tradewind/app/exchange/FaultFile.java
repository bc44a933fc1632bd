package io.tradewind.app.exchange;

import io.tradewind.app.terminal.Mistakes;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.simulation.fault.FaultPlan;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of faults: YAML, a setting in a line. What it does not name is as usual. */
public final class FaultFile {
  private final Path file;
  private final JsonParser parser;
  private final Mistakes mistakes = new Mistakes();
  private FaultPlan plan = FaultPlan.USUAL;

  private FaultFile(Path file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws UserMistake with each line that is wrong
   */
  public static FaultPlan read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw UserMistake.noFile(file, "--faults");
    }
    try (JsonParser parser = YAMLMapper.shared().createParser(Files.readString(file))) {
      return new FaultFile(file, parser).read();
    } catch (CharacterCodingException binary) {
      throw new UserMistake(file + " is not a text file in UTF-8 (--faults)", binary);
    } catch (IOException unreadable) {
      throw new UserMistake(
          "can't read " + file + ": " + UserMistake.reason(unreadable) + " (--faults)", unreadable);
    } catch (JacksonException broken) {
      TokenStreamLocation at = broken.getLocation();
      String problem = broken.getOriginalMessage().lines().findFirst().orElse("").strip();
      throw new UserMistake(
          file + (at == null ? "" : " line " + at.getLineNr()) + ": is not valid YAML: " + problem,
          broken);
    }
  }

  private FaultPlan read() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT) {
      readSettings();
    } else if (token != null && token != JsonToken.VALUE_NULL) {
      mistakes.add(file + " must hold settings such as latency-ms: 50 (--faults)");
    }
    mistakes.orThrow();
    return plan;
  }

  private void readSettings() {
    Set<String> seen = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      String where = file + " line " + parser.currentTokenLocation().getLineNr() + ": ";
      List<String> values = values(parser.nextToken(), where + key);
      if (!seen.add(key)) {
        mistakes.add(where + key + " stands twice");
        continue;
      }
      switch (plan.set(key, values)) {
        case FaultPlan.Change.Made(FaultPlan changed) -> plan = changed;
        case FaultPlan.Change.Refused(String reason) -> mistakes.add(where + reason);
      }
    }
  }

  private List<String> values(JsonToken first, String where) {
    if (first == JsonToken.START_OBJECT) {
      mistakes.add(where + " is a value or a list of symbols, no section");
      parser.skipChildren();
      return List.of();
    }
    if (first != JsonToken.START_ARRAY) {
      return List.of(parser.getString());
    }
    List<String> values = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      if (next.isScalarValue()) {
        values.add(parser.getString());
      } else {
        mistakes.add(where + " is a list of symbols, each a word");
        parser.skipChildren();
      }
    }
    return values;
  }
}
