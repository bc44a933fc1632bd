package io.tradewind.trader.run;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/** How the parts of a trader stand, and since when. Each part is told of by one thread. */
public final class ComponentBoard {
  private final Map<String, ComponentStatus> byName = new ConcurrentSkipListMap<>();
  private final Set<String> unneeded;
  private final Consumer<ComponentStatus> changed;

  /**
   * Tells of each part that stands otherwise than before.
   *
   * @param unneeded names of the parts without which trading goes on
   */
  public ComponentBoard(Set<String> unneeded, Consumer<ComponentStatus> changed) {
    this.unneeded = Set.copyOf(unneeded);
    this.changed = changed;
  }

  /**
   * A part stands so now.
   *
   * @param why in words; empty where all is well
   */
  public void set(String name, Level level, String why, long nowNs) {
    ComponentStatus before = byName.get(name);
    if (before != null && before.level() == level && before.why().equals(why)) {
      return;
    }
    long sinceNs = before != null && before.level() == level ? before.sinceNs() : nowNs;
    ComponentStatus now = new ComponentStatus(name, level, sinceNs, why, !unneeded.contains(name));
    byName.put(name, now);
    if (before == null || before.level() != level) {
      changed.accept(now);
    }
  }

  /** All, by name. */
  public List<ComponentStatus> all() {
    return List.copyOf(byName.values());
  }
}
