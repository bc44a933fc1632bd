package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Ability;
import io.tradewind.core.time.Interval;
import io.tradewind.simulation.venue.TickRules;
import java.util.Collections;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How ticks are played.
 *
 * @param rules of the venue, with the latency of orders and answers
 * @param abilities of the venue
 * @param candles length of the candles that are made of trades; all longer ones are made of these
 * @param feedLatencyNs how long after it happened market data is here; as it was recorded if empty
 * @param graceNs how long after its end a candle is closed, by the clock: what comes later is left
 *     out of it; less than a candle
 */
public record TickSettings(
    TickRules rules,
    Set<Ability> abilities,
    Interval candles,
    OptionalLong feedLatencyNs,
    long graceNs) {
  /** Checks the ranges. */
  public TickSettings {
    EnumSet<Ability> all = EnumSet.noneOf(Ability.class);
    all.addAll(abilities);
    abilities = Collections.unmodifiableSet(all);
    Check.argument(
        feedLatencyNs.isEmpty() || feedLatencyNs.getAsLong() >= 0,
        "feedLatencyNs must be >= 0, was %s",
        feedLatencyNs);
    Check.argument(
        graceNs >= 0 && graceNs < candles.durationNs(),
        "graceNs must be at least 0 and less than a candle, was %s",
        graceNs);
  }

  /** Without latency, at a venue that can do everything. */
  public static TickSettings of(Interval candles) {
    return new TickSettings(
        TickRules.DEFAULT, EnumSet.allOf(Ability.class), candles, OptionalLong.of(0), 0);
  }

  EnumSet<Ability> abilitySet() {
    EnumSet<Ability> set = EnumSet.noneOf(Ability.class);
    set.addAll(abilities);
    return set;
  }
}
