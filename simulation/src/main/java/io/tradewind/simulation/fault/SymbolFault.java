package io.tradewind.simulation.fault;

import java.util.Optional;
import java.util.stream.Stream;

/** What may be the matter with single symbols. */
public enum SymbolFault {
  STALE("stale-symbols", "their books stand still for all who look, while trade goes on"),
  HALTED("halted-symbols", "take no orders; those that are open stay"),
  DELISTED("delisted-symbols", "are gone for good; orders that were open have expired");

  private final String key;
  private final String summary;

  SymbolFault(String key, String summary) {
    this.key = key;
    this.summary = summary;
  }

  /** By its name in files. */
  static Optional<SymbolFault> of(String key) {
    return Stream.of(values()).filter(each -> each.key.equals(key)).findFirst();
  }

  /** Its name in files. */
  public String key() {
    return key;
  }

  /** What it does. */
  public String summary() {
    return summary;
  }
}
