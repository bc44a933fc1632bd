package io.tradewind.trader.simulation;

import java.util.Map;
import java.util.TreeMap;

/** What a simulation of many seeds must have met. */
final class Floors {
  static final Map<String, Long> ALL = new TreeMap<>();

  private Floors() {}
}
