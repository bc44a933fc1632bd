package io.tradewind.app.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What settings of a choice do: those of what is chosen hold, those of what is not have no effect.
 *
 * @param texts of those that hold, by path, as they were written or by default
 * @param idle paths of those that were given in vain
 */
public record Effect(Map<String, String> texts, List<String> idle) {
  /** Nothing was said. */
  static final Effect NONE = new Effect(Map.of(), List.of());

  static Effect of(Settings settings, List<Setting<?>> all, Predicate<Setting<?>> holds) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<String> idle = new ArrayList<>();
    for (Setting<?> setting : all) {
      Settings.Value value = settings.value(setting);
      if (holds.test(setting)) {
        value.text().ifPresent(text -> texts.put(setting.path(), text));
      } else if (!(value.origin() instanceof Origin.Default)) {
        idle.add(setting.path());
      }
    }
    return new Effect(texts, idle);
  }

  /**
   * Tells what was given in vain.
   *
   * @param because after a colon
   */
  public Optional<String> notice(String because) {
    return idle.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", idle)
                + (idle.size() == 1 ? " has" : " have")
                + " no effect: "
                + because);
  }
}
