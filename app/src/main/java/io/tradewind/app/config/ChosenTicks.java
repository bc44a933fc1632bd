package io.tradewind.app.config;

import io.tradewind.simulation.venue.Latency;
import io.tradewind.simulation.venue.QueueModel;
import java.util.List;
import java.util.OptionalLong;

/** Makes of settings whether a run is on ticks, and how they are played. */
final class ChosenTicks {
  /** What candles wait for late trades at least, where nothing is said. */
  private static final long LEAST_GRACE_NS = 200_000_000;

  private ChosenTicks() {}

  static Configuration.Ticks of(Settings given) {
    List<String> source = given.find(TickCatalogue.SOURCE).orElse(List.of());
    return new Configuration.Ticks(
        source,
        given.find(TickCatalogue.FEED_LATENCY).map(OptionalLong::of).orElse(OptionalLong.empty()),
        latency(given.get(TickCatalogue.ORDER_LATENCY), given.get(TickCatalogue.ORDER_JITTER)),
        latency(given.get(TickCatalogue.ANSWER_LATENCY), given.get(TickCatalogue.ANSWER_JITTER)),
        given.get(TickCatalogue.QUEUE).equals("proportional")
            ? QueueModel.PROPORTIONAL
            : QueueModel.RISK_AVERSE,
        graceNs(given),
        given.get(TickCatalogue.SEED),
        Effect.of(
            given,
            TickCatalogue.ALL,
            setting -> setting == TickCatalogue.SOURCE || !source.isEmpty()),
        Effect.of(given, TickChecks.COSTS, setting -> source.isEmpty()));
  }

  static long graceNs(Settings given) {
    return given
        .find(TickCatalogue.GRACE)
        .orElseGet(
            () -> Math.max(LEAST_GRACE_NS, given.find(TickCatalogue.FEED_LATENCY).orElse(0L)));
  }

  private static Latency latency(long leastNs, long meanBeyondNs) {
    return meanBeyondNs == 0
        ? new Latency.Constant(leastNs)
        : new Latency.Exponential(leastNs, meanBeyondNs);
  }
}
