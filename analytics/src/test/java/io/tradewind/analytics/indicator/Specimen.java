package io.tradewind.analytics.indicator;

import io.tradewind.analytics.catalog.Indicators;
import io.tradewind.analytics.catalog.Specification;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which indicators the tests of all of them try: each one of the catalogue with its defaults, and
 * every other choice of arguments that there are golden numbers for.
 */
final class Specimen {
  private static final List<Specification> ALL = make();

  private Specimen() {}

  static List<Specification> all() {
    return ALL;
  }

  private static List<Specification> make() {
    Map<String, Specification> found = new TreeMap<>(Comparator.naturalOrder());
    Indicators.all().stream()
        .map(Specification::of)
        .forEach(specimen -> found.put(specimen.id(), specimen));
    for (String id : GoldenColumns.ids()) {
      Specification specimen = Specification.parse(id);
      found.put(specimen.id(), specimen);
    }
    return List.copyOf(found.values());
  }
}
