package io.tradewind.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value of every setting, with where it came from. */
public final class Settings {
  private final Map<String, Value> values;

  /**
   * A value.
   *
   * @param text as it was written, empty where nothing was said and there is no default
   * @param origin where it came from
   */
  public record Value(Setting<?> setting, Optional<String> text, Origin origin, Object read) {
    static Value ofDefault(Setting<?> setting) {
      Optional<?> read = setting.defaultText().map(text -> setting.read(List.of(text)));
      return new Value(setting, setting.defaultText(), new Origin.Default(), read);
    }

    static Value of(Setting<?> setting, String text, Origin origin) {
      Object read = setting.read(List.of(text));
      return new Value(setting, Optional.of(text), origin, Optional.of(read));
    }
  }

  Settings(Map<String, Value> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** A setting with where it came from. */
  public Value value(Setting<?> setting) {
    Value value = values.get(setting.path());
    if (value == null) {
      throw new IllegalArgumentException(setting + " is not in the catalogue");
    }
    return value;
  }

  /** A value, empty where nothing was said and there is no default. */
  @SuppressWarnings("unchecked") // read by the setting's own format
  <T> Optional<T> find(Setting<T> setting) {
    return (Optional<T>) value(setting).read();
  }

  /** The value of a setting that has a default. */
  <T> T get(Setting<T> setting) {
    return find(setting).orElseThrow();
  }
}
