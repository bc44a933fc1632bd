package io.tradewind.research.risk;

import io.tradewind.core.risk.sizing.SizeRule;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a log heard of a run.
 *
 * @param symbols in the run's order
 * @param days those on which anything was looked at, rising
 * @param events in the order in which they happened
 * @param sizes how many entries each rule decided
 * @param fundingPaid in quote, at least 0
 * @param fundingReceived in quote, at least 0
 * @param liquidations in the order in which they happened
 */
public record RiskRecord(
    List<String> symbols,
    List<HeldDay> days,
    List<RiskEvent> events,
    Map<SizeRule, Integer> sizes,
    BigDecimal fundingPaid,
    BigDecimal fundingReceived,
    List<Liquidation> liquidations) {

  /**
   * A position that the venue took over, or a part of it.
   *
   * @param quantity in base
   * @param price in quote
   * @param fee of the liquidation, in quote
   * @param covered loss beyond the margin, borne by the venue, in quote
   */
  public record Liquidation(
      long timeNs,
      String symbol,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal fee,
      BigDecimal covered) {}

  /** Copies the collections. */
  public RiskRecord {
    symbols = List.copyOf(symbols);
    days = List.copyOf(days);
    events = List.copyOf(events);
    Map<SizeRule, Integer> ordered = new EnumMap<>(SizeRule.class);
    ordered.putAll(sizes);
    sizes = Collections.unmodifiableMap(ordered);
    liquidations = List.copyOf(liquidations);
  }
}
