package io.tradewind.trader.simulation;

import io.tradewind.core.instrument.Market;
import io.tradewind.exchange.fault.Count;
import io.tradewind.simulation.fault.FaultSetting;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was met, counted by name: so that no simulation passes because nothing happened in it. */
final class Figures {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  /** What there was in another, too. */
  void add(Figures other) {
    other.counts.forEach(this::add);
  }

  /** What a world's weather was, and what came of it at the exchange. */
  void add(World world, Weather weather, Market market) {
    for (Count each : Count.values()) {
      add("exchange." + each.key(), world.exchange().desk().counted(each));
    }
    weather.blows().forEach(blow -> add("blow." + name(blow.kind()), 1));
    weather.net().outages().forEach(outage -> add("outage." + name(outage.kind()), 1));
    for (FaultSetting each : FaultSetting.values()) {
      boolean isOn = weather.faults().number(each) != each.off();
      add("set." + name(each), isOn ? 1 : 0);
    }
    add("refused connections", weather.net().refusalRate() > 0 ? 1 : 0);
    add("orders", world.exchange().truth().orders(market).size());
    add("fills", world.exchange().truth().fills(market).size());
  }

  static String name(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
