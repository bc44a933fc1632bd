package io.tradewind.app.config;

import java.util.Optional;

/**
 * One thing that is wrong with the configuration.
 *
 * @param path of the setting, or what stands where one should
 * @param value as it was written, empty where the path itself is wrong
 * @param origin where it was written
 * @param rule what would be right
 */
public record ConfigError(String path, Optional<String> value, Origin origin, String rule) {

  @Override
  public String toString() {
    return path + value.map(v -> " = " + v).orElse("") + " (" + origin.text() + "): " + rule;
  }
}
