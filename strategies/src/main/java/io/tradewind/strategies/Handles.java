package io.tradewind.strategies;

import io.tradewind.core.feature.Feature;

/** The features that a strategy was given, in the order in which it asked for them. */
final class Handles {
  private Feature[] features = {};

  void set(Feature... given) {
    features = given.clone();
  }

  Feature get(int place) {
    return features[place];
  }
}
