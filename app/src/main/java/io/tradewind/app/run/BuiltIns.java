package io.tradewind.app.run;

import io.tradewind.core.strategy.Strategy;
import java.util.List;
import java.util.Optional;

/** The strategies that come with Tradewind. */
final class BuiltIns {
  private BuiltIns() {}

  static List<String> names() {
    return List.of();
  }

  /** A fresh one. */
  static Optional<Strategy> create(String name) {
    return Optional.empty();
  }
}
