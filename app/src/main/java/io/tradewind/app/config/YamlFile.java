package io.tradewind.app.config;

import io.tradewind.analytics.check.NearMiss;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the settings of a YAML file, with the line of each. */
final class YamlFile {
  /** Comes last in the parser's words, after what it was about to read. */
  private static final Pattern FOUND =
      Pattern.compile("(?:^|\\n)(\\S.*)\\n in reader, line (\\d+), column (\\d+)");

  private static final String PROFILES = "profiles";

  private final Path file;
  private final JsonParser parser;
  private final Map<Profile, List<RawValue>> inProfiles;
  private final List<ConfigError> errors;
  private List<RawValue> values;
  private final Set<String> seen = new HashSet<>();
  private String within = "";

  private YamlFile(
      Path file,
      JsonParser parser,
      List<RawValue> values,
      Map<Profile, List<RawValue>> inProfiles,
      List<ConfigError> errors) {
    this.file = file;
    this.parser = parser;
    this.values = values;
    this.inProfiles = inProfiles;
    this.errors = errors;
  }

  /** Adds what the file says, what it says of profiles, and what is wrong with it. */
  static void read(
      Path file,
      List<RawValue> values,
      Map<Profile, List<RawValue>> inProfiles,
      List<ConfigError> errors) {
    String text;
    try {
      text = Files.readString(file);
    } catch (CharacterCodingException _) {
      errors.add(wrong(file, "is not a text file in UTF-8; a configuration is YAML"));
      return;
    } catch (IOException e) {
      errors.add(wrong(file, "can't be read (" + e + ")"));
      return;
    }
    try (JsonParser parser = YAMLMapper.shared().createParser(text)) {
      new YamlFile(file, parser, values, inProfiles, errors).readDocument();
    } catch (JacksonException e) {
      errors.add(invalid(file, e));
    }
  }

  private static ConfigError invalid(Path file, JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    int line = at == null ? 0 : at.getLineNr();
    String problem = e.getOriginalMessage().lines().findFirst().orElse("").strip();
    Matcher found = FOUND.matcher(e.getOriginalMessage());
    while (found.find()) {
      String what =
          found.group(1).contains("(TAB)")
              ? "no tab may stand there; write spaces"
              : found.group(1);
      line = Integer.parseInt(found.group(2));
      problem = "column " + found.group(3) + ", " + what.replaceFirst(" \\(Do not use .*", "");
    }
    return new ConfigError(
        "the file", Optional.empty(), new Origin.File(file, line), "is not valid YAML: " + problem);
  }

  private static ConfigError wrong(Path file, String problem) {
    return new ConfigError("the file", Optional.empty(), new Origin.File(file, 0), problem);
  }

  private void readDocument() {
    JsonToken token = parser.nextToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token == JsonToken.START_OBJECT) {
      readSection("");
    } else {
      errors.add(wrong(file, "must hold sections: " + String.join(", ", Catalogue.sections())));
    }
  }

  private void readSection(String prefix) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String path = prefix + parser.currentName();
      Origin origin = new Origin.File(file, parser.currentTokenLocation().getLineNr());
      JsonToken token = parser.nextToken();
      Optional<Setting<?>> setting = Catalogue.find(path);
      if (!seen.add(within + path)) {
        refuse(path, origin, "stands twice in the file");
      } else if (path.equals(PROFILES) && within.isEmpty()) {
        readProfiles(token, origin);
      } else if (setting.isPresent()) {
        readSetting(setting.orElseThrow(), token, origin);
      } else if (!Catalogue.hasUnder(path)) {
        refuse(path, origin, unknown(path));
      } else if (token == JsonToken.START_OBJECT) {
        readSection(path + ".");
      } else if (token != JsonToken.VALUE_NULL) {
        refuse(path, origin, "is a section and holds settings such as " + example(path));
      }
    }
  }

  private void readProfiles(JsonToken token, Origin origin) {
    if (token != JsonToken.START_OBJECT) {
      refuse(PROFILES, origin, "holds sections of " + Profile.names());
      return;
    }
    List<RawValue> outside = values;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Origin place = new Origin.File(file, parser.currentTokenLocation().getLineNr());
      boolean isSection = parser.nextToken() == JsonToken.START_OBJECT;
      Optional<Profile> profile = Profile.of(name);
      if (profile.isEmpty() || !isSection) {
        refuse(PROFILES + "." + name, place, "must be a section of " + Profile.names());
        continue;
      }
      within = name + ": ";
      values = inProfiles.computeIfAbsent(profile.orElseThrow(), _ -> new ArrayList<>());
      readSection("");
    }
    within = "";
    values = outside;
  }

  private void refuse(String path, Origin origin, String rule) {
    errors.add(new ConfigError(path, Optional.empty(), origin, rule));
    parser.skipChildren();
  }

  private void readSetting(Setting<?> setting, JsonToken token, Origin origin) {
    List<String> parts = new ArrayList<>();
    switch (token) {
      case VALUE_NULL -> {
        return;
      }
      case START_ARRAY -> readParts(setting, JsonToken.END_ARRAY, parts, origin);
      case START_OBJECT -> readParts(setting, JsonToken.END_OBJECT, parts, origin);
      default -> parts.add(parser.getString());
    }
    values.add(new RawValue(setting, parts, origin));
  }

  /** Elements of a list as they are, entries of a map as {@code name=value}. */
  private void readParts(Setting<?> setting, JsonToken end, List<String> parts, Origin origin) {
    String name = "";
    for (JsonToken token = parser.nextToken(); token != end; token = parser.nextToken()) {
      if (token == JsonToken.PROPERTY_NAME) {
        name = parser.currentName() + "=";
      } else if (token.isScalarValue()) {
        parts.add(name + parser.getString());
      } else {
        refuse(setting.path(), origin, "must be " + setting.allowed());
      }
    }
  }

  private static String unknown(String path) {
    return "no such setting" + NearMiss.question(path, Catalogue.names());
  }

  private static String example(String section) {
    return Catalogue.ALL.stream()
        .map(Setting::path)
        .filter(path -> path.startsWith(section + "."))
        .findFirst()
        .orElseThrow();
  }
}
