package io.tradewind.app.config;

import io.tradewind.analytics.check.NearMiss;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the configuration together: defaults, then a preset, then what a session began with, then
 * the file, then a profile, then the environment, then flags, each over the one before. A value
 * that is wrong is told even where another covers it.
 */
public final class ConfigLoader {
  /** Variables that are not settings. */
  public static final Set<String> RESERVED =
      Set.of(
          "TRADEWIND_HOME",
          "TRADEWIND_DEBUG",
          "TRADEWIND_JAVA_OPTS",
          "TRADEWIND_JDK_DIRS",
          "TRADEWIND_PROFILE");

  private static final String PREFIX = "TRADEWIND_";

  private final List<RawValue> given = new ArrayList<>();
  private final Map<Profile, List<RawValue>> inProfiles = new EnumMap<>(Profile.class);
  private final List<ConfigError> errors = new ArrayList<>();

  /** Adds what a session began with, by path; call before {@link #file}. */
  public ConfigLoader session(String name, Map<String, String> texts) {
    texts.forEach((path, text) ->
        Catalogue.find(path)
            .ifPresent(setting ->
                given.add(
                    new RawValue(setting, List.of(text), new Origin.Layer("session " + name)))));
    return this;
  }

  /** Adds a file; call before {@link #profile}. */
  public ConfigLoader file(Path file) {
    YamlFile.read(file, given, inProfiles, errors);
    return this;
  }

  /** Adds a profile, and what the file says of it; call before {@link #environment}. */
  public ConfigLoader profile(Profile profile) {
    given.addAll(profile.shipped());
    given.addAll(inProfiles.getOrDefault(profile, List.of()));
    return this;
  }

  /** Adds a file of variables; call before {@link #environment}. */
  public ConfigLoader variables(Path file) {
    EnvFile.read(file, this::variable, errors);
    return this;
  }

  /** Adds the variables that begin with {@code TRADEWIND_}; call before {@link #flag}. */
  public ConfigLoader environment(Map<String, String> environment) {
    new TreeMap<>(environment)
        .forEach((name, text) -> {
          if (name.startsWith(PREFIX) && !RESERVED.contains(name)) {
            variable(name, text, new Origin.Environment(name));
          }
        });
    return this;
  }

  /** Adds a flag of a setting, with all that was given to it. */
  public ConfigLoader flag(Setting<?> setting, List<String> parts) {
    given.add(new RawValue(setting, parts, new Origin.Flag(setting.flag())));
    return this;
  }

  /** The configuration, or everything that is wrong with it. */
  public ConfigResult load() {
    Map<String, Settings.Value> values = new LinkedHashMap<>();
    for (Setting<?> setting : Catalogue.ALL) {
      values.put(setting.path(), Settings.Value.ofDefault(setting));
    }
    for (RawValue raw : layered()) {
      read(raw).ifPresent(value -> values.put(raw.setting().path(), value));
    }
    Settings settings = new Settings(values);
    CrossChecks.check(settings, errors);
    return errors.isEmpty()
        ? new ConfigResult.Loaded(settings, Configuration.of(settings))
        : new ConfigResult.Faulty(
            errors,
            Configuration.trading(settings),
            ChosenAllocation.rivals(settings),
            Configuration.demo(settings));
  }

  private void variable(String name, String text, Origin origin) {
    Optional<Setting<?>> setting =
        Catalogue.ALL.stream()
            .filter(one -> one.variable().equals(name))
            .<Setting<?>>map(one -> one)
            .findFirst();
    if (setting.isPresent()) {
      given.add(new RawValue(setting.orElseThrow(), List.of(text), origin));
      return;
    }
    List<String> known = new ArrayList<>(RESERVED);
    Catalogue.ALL.forEach(one -> known.add(one.variable()));
    errors.add(
        new ConfigError(
            name,
            Optional.empty(),
            origin,
            "no setting has this variable" + NearMiss.question(name, known)));
  }

  /** All that was given, over the preset that it names. */
  private List<RawValue> layered() {
    List<RawValue> all = new ArrayList<>();
    last(Catalogue.PRESET)
        .flatMap(Preset::of)
        .ifPresent(preset ->
            all.addAll(preset.values(last(Catalogue.MARKET).orElse("spot").equals("perp"))));
    all.addAll(given);
    return all;
  }

  private Optional<String> last(Setting<?> setting) {
    return given.stream()
        .filter(raw -> raw.setting() == setting)
        .map(RawValue::text)
        .reduce((_, second) -> second);
  }

  private Optional<Settings.Value> read(RawValue raw) {
    Setting<?> setting = raw.setting();
    try {
      Object value = setting.read(raw.parts());
      return Optional.of(
          new Settings.Value(setting, Optional.of(shown(raw)), raw.origin(), Optional.of(value)));
    } catch (IllegalArgumentException _) {
      errors.add(
          new ConfigError(
              setting.path(),
              Optional.of(shown(raw)),
              raw.origin(),
              "must be " + setting.allowed()));
      return Optional.empty();
    }
  }

  private static String shown(RawValue raw) {
    return raw.setting().isSecret() ? "(hidden)" : raw.text();
  }
}
